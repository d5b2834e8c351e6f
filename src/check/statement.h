/*
 * check/statement.h - clauses that tell one figure of the whole year and the
 * whole street: “全年办理行政处罚案件321件”.
 *
 * A statement is a clause that ends with its only figure.  It is sure when
 * all that is in front of it in its sentence is 总述 and other statements, and
 * its headings and its paragraph so far have no word 局部.  A sentence with
 * such a word has no further statement; nor has a paragraph, or what stands
 * under a heading, with one of 他时 or another year.
 */
#pragma once

#include "check/figure_scan.h"
#include "check/rule.h"

struct nb_statement {
	struct nb_str said; /* 办理行政处罚案件: without 总述 */
	size_t number, end; /* of the figure with its unit
			       [byte in the passage] */
	struct nb_quantity q;
	bool sure;
	bool first;  /* of its sentence */
	bool annual; /* 全年, or the year, stands in front */
	bool closed; /* nothing comes behind that could narrow it */
};

struct nb_statements {
	const struct nb_check *ck;
	const struct nb_passage *passage;
	size_t at;
	size_t tested; /* up to where it was looked for 局部 and 他时 … */
	bool local;    /* … and 局部 found */
	size_t sentence;                 /* where the one under way begins */
	bool open, fresh, first, annual; /* of it */
};

/* Whether s speaks of a part, of another time or place. */
bool nb_is_partial(const struct nb_check *ck, struct nb_str s);

/* Those of a passage; none of what is no paragraph about the year. */
struct nb_statements
nb_statements_of(const struct nb_check *ck, const struct nb_passage *p);
bool nb_statement_next(struct nb_statements *s, struct nb_statement *ret);

/*
 * For finding a name in what is said: cuts a word 动作 with what follows it
 * (办理了各类) from its beginning, a word 数前 from its end.  False when there
 * is none.
 */
bool nb_cut_deed(const struct nb_number_words *words, struct nb_str *said);
bool nb_cut_joint(const struct nb_number_words *words, struct nb_str *said);
