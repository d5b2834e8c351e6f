/*
 * review/opinion.h - 审核意见: what a person has said of each finding, or of
 * words by himself.  They are kept in a file beside the draft, as a list under
 * 意见, and hold on to the draft by its words (review/anchor.h).
 */
#pragma once

#include "diag/diag.h"

struct nb_arena;
struct nb_node;

enum nb_stand { NB_STAND_OPEN, NB_STAND_ADOPTED, NB_STAND_REJECTED };

struct nb_opinion {
	struct nb_span span;      /* of the entry in its file */
	struct nb_str code;       /* of a finding; empty: a person's remark */
	struct nb_str matter;     /* 问题: what the finding said */
	struct nb_str paragraph;  /* its first words */
	struct nb_str words;      /* 原文 */
	struct nb_str stand_word; /* 状态 as it is written */
	struct nb_str reason, remark, person;
	enum nb_stand stand;
	bool found;                    /* in the draft as it is now … */
	const struct nb_diag *finding; /* … this; NULL of a remark */
	struct nb_span at;             /* … and here */
};

struct nb_opinions {
	const struct nb_text *text;
	const struct nb_node *root, *list; /* NULL: there is no 意见 */
	struct nb_opinion *opinion;
	uint32_t n;
	bool strange; /* they seem to be of another draft */
};

/* All codes that there are. */
struct nb_opinion_codes {
	const struct nb_code *const *code;
	size_t n;
};

/*
 * What cannot be understood is left out, with a finding (A43): an entry, or
 * all of them where the YAML has errors, for what is guessed must hide nothing.
 */
struct nb_opinions *nb_opinions_read(struct nb_arena *a,
    const struct nb_text *t, struct nb_opinion_codes codes, struct nb_diags *d);

/*
 * Finds each in the draft: `found` and what follows it; several may be of one
 * finding.  The findings are sorted; alike is how like a paragraph must be to
 * one that is no more there.  [percent; 0: none is]
 */
void nb_opinions_meet(struct nb_opinions *o, const struct nb_diags *d,
    const struct nb_text *draft, unsigned alike);

/*
 * Says of the findings in d what they say (diag/said.h), and adds what is to be
 * said of themselves.
 */
void nb_opinions_apply(const struct nb_opinions *o, struct nb_diags *d);

/* 待定, 采纳, 不采纳 */
const char *nb_stand_word(enum nb_stand stand);
