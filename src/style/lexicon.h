/*
 * style/lexicon.h - words that a report should not use, or not in its year:
 * the tables behind the rules that are lists (checks.md 3.3).
 *
 * Read from templates/words-annual/words.yaml; after it a file of the user's,
 * of the same shape, whose entry for a word of a table replaces ours.  All
 * words of all tables are found in one pass.  Lives in the style arena, const.
 */
#pragma once

#include "base/automaton.h"
#include "diag/diag.h"
#include "style/outline.h"

struct nb_arena;

/*
 * One entry of a table: words that are wrong in the same way, and when.  What
 * is not said is unbounded, empty or false.
 */
struct nb_term {
	uint32_t index;       /* in nb_lexicon.term */
	struct nb_str code;   /* of the rule it belongs to: the table */
	struct nb_words word; /* 词 or 错; in C08 the first is preferred */
	struct nb_str right;  /* 正: what to write; {词} is the word */
	struct nb_str note;   /* 说明 */
	struct nb_str basis;  /* 依据 */
	int first_year; /* 起用年: only in reports of these years … */
	int last_year;  /* 至 */
	int begin, end; /* 起, 止: the thing is of these days [yyyymmdd] */
	uint32_t grace; /* 宽限: behind 止 both names pass [month] */
	uint32_t level, kind; /* 级别, 文种: 1 << enum; 0: all */
	struct nb_words before, not_before; /* 前是, 前不: right in front, */
	struct nb_str skip;                 /* 隔: behind any of these marks */
	struct nb_words after, not_after; /* 后是, 后不; {数}: a number */
	struct nb_words front, back; /* 前有, 后有: in front, behind, in the
					same clause */
	struct nb_words tail;        /* 句末: ends that clause */
	struct nb_words with;        /* 同句: in the same sentence, one of */
	struct nb_words without;     /* 除非: in the same sentence, none of */
	bool titled;                 /* 书名: found in 《》, too */
	bool heading;                /* 标题: found in headings only */
	bool simplified; /* 简体: in Traditional reports it is right */
	bool required;   /* 应有: wrong is a report that lacks it */
	bool off;        /* 关 or 默认关 */
	bool no_fix;     /* 不改: the right form wants thought */
	bool graded;     /* 轻重 is said: */
	enum nb_severity severity;
};

/* A word of an entry, sorted by word, then table. */
struct nb_term_word {
	const struct nb_term *term; /* NULL: a mark, see nb_lexicon_mark */
	uint32_t nth;               /* of term->word; or the mark */
	uint32_t table;             /* index of the term's code */
};

/* Marks that enclose; found like words. */
enum nb_lexicon_mark {
	NB_LEXICON_TITLE_OPEN,
	NB_LEXICON_TITLE_CLOSE,
	NB_LEXICON_QUOTE_OPEN,
	NB_LEXICON_QUOTE_CLOSE,
};

struct nb_lexicon {
	struct nb_str name, title;
	struct nb_words adverbs;    /* 状语: say nothing of their own */
	const struct nb_str *table; /* codes in the order of the file */
	uint32_t n_tables;
	const struct nb_term *const *term; /* as read, the user's last */
	uint32_t n_terms;
	const struct nb_term_word *use;
	const uint32_t *first_use; /* by word of the automaton, and one more */
	const struct nb_automaton *automaton;
};

/*
 * Reads our tables and then the user's; user may be NULL.  NULL with findings
 * (L50, L51) when a file cannot be used.
 */
const struct nb_lexicon *nb_lexicon_load(
    struct nb_arena *a, const char *path, const char *user, struct nb_diags *d);

/* Index of the table of that code, or n_tables. */
uint32_t nb_lexicon_table(const struct nb_lexicon *lx, struct nb_str code);

/* 正 of a term, spelt for one of its words. */
struct nb_str
nb_term_right(struct nb_arena *a, const struct nb_term *t, struct nb_str word);
