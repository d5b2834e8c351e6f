/*
 * import/recognise.h - from lines to a report.
 *
 * The end is looked at first (recognise_tail.c: 附件, signature and date),
 * then the beginning (recognise_head.c: covering notice, title, addressee);
 * what lies between becomes a tree by its ordinals (recognise_tree.c), some
 * branches of which have keys of their own (recognise_keys.c).  Tables are
 * read by recognise_table.c.
 */
#pragma once

#include "import/draft.h"
#include "import/ordinal.h"
#include "import/raw.h"

struct nb_import_log;
struct nb_vocabulary;

/* A line made ready. */
struct nb_line {
	struct nb_str text;  /* without the blanks around it */
	struct nb_str plain; /* the same by nb_plain() */
	struct nb_ordinal ordinal;
	const struct nb_raw_line *raw;
};

/* A heading with what stands under it, or the root. */
struct nb_branch {
	struct nb_draft_section s; /* child and n are not set */
	struct nb_branch *parent, *first, *last, *next;
	uint32_t n;
	enum nb_ordinal_form form;
	unsigned forms;  /* of its children's ordinals, a bit each */
	unsigned number; /* of its ordinal; 0: none */
	unsigned level;  /* of its format, or 0 */
	bool run_in, colon;
};

struct nb_recogniser {
	struct nb_arena *a;
	const struct nb_vocabulary *words;
	struct nb_import_log *log;
	struct nb_draft *draft;
	const struct nb_raw *raw;
	const struct nb_line *line;
	uint32_t begin, end;     /* lines of the body */
	uint32_t attachments, n; /* lines of the attachments */
	struct nb_branch *root;  /* its body is 导语 */
	bool signing;            /* the next line is the 签发人 */
};

/* Fills the draft, in which furniture.c has put what the page says. */
void nb_recognise(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_draft *draft,
    struct nb_import_log *log);

/* The parts of it, in this order. */
void nb_recognise_tail(struct nb_recogniser *r);
void nb_recognise_head(struct nb_recogniser *r);
void nb_recognise_tree(struct nb_recogniser *r);
void nb_recognise_attachments(struct nb_recogniser *r);
void nb_recognise_keys(struct nb_recogniser *r);
void nb_recognise_numbering(struct nb_recogniser *r);
void nb_recognise_facts(struct nb_recogniser *r);

/*
 * A table that begins at line i, and how many lines it takes; NULL when there
 * is none.
 */
struct nb_draft_table *
nb_recognise_table(struct nb_recogniser *r, uint32_t i, uint32_t *ret_n);

/* Whether a table begins at line i. */
bool nb_recognise_is_table(const struct nb_recogniser *r, uint32_t i);

/*
 * The tasks of a table whose head says that it has them, or NULL.  The title
 * names the group of those that have none; empty: they must have one.
 */
struct nb_draft_tasks *nb_recognise_tasks(struct nb_recogniser *r,
    const struct nb_draft_table *t, struct nb_str title);

/* Leaves out what counts the tasks of a table: the program does. */
void
nb_recognise_tally(struct nb_recogniser *r, uint32_t row, struct nb_str text);

/* （牵头单位：…；责任单位：…） at the end of the text becomes keys. */
void nb_recognise_units(struct nb_recogniser *r, struct nb_draft_section *s);

/* The same of a task, which has 目标 and 时限, too. */
void
nb_recognise_item_tail(struct nb_recogniser *r, struct nb_draft_item *item);

/* A line of 版头: 发文机关标志, 密级 …; false when it is none. */
bool
nb_recognise_head_line(struct nb_recogniser *r, const struct nb_line *line);

/* Whether the line is of 版头 by its style. */
bool
nb_recognise_is_head(const struct nb_recogniser *r, const struct nb_line *line);

/* 文号, in 版头 or wherever it stands. */
void nb_recognise_number(struct nb_recogniser *r, const struct nb_line *line);

/* 附注: （此件公开发布）; false when the line is none. */
bool nb_recognise_remark(struct nb_recogniser *r, const struct nb_line *line);

/* The lines of 版记 before end; returns where they begin. */
uint32_t nb_recognise_foot(struct nb_recogniser *r, uint32_t end);

/* Takes a branch out of the tree. */
void nb_branch_remove(struct nb_branch *b);

/* Lines of the log. */
void nb_recognise_doubt(struct nb_recogniser *r, uint32_t row,
    struct nb_str was, const char *rule, const char *why);
void nb_recognise_moved(
    struct nb_recogniser *r, uint32_t row, struct nb_str was, const char *key);
void nb_recognise_left_out(struct nb_recogniser *r, uint32_t row,
    struct nb_str was, const char *rule, const char *why);

/* What a person might count as 指标, for a comment. */
void nb_recognise_figures(struct nb_recogniser *r);
