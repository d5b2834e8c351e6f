/*
 * check/check.h - the linter: findings about a report, and its coverage of
 * the outline.  Takes const, changes nothing, never sees pages.
 */
#pragma once

#include "model/report.h"
#include "style/outline.h"

struct nb_arena;
struct nb_diags;
struct nb_lexicon;

enum nb_cover { NB_COVER_STRONG, NB_COVER_WEAK, NB_COVER_MISSING };

/* One row of the coverage matrix. */
struct nb_coverage_item {
	struct nb_str item;
	enum nb_cover cover;
	uint32_t chars;   /* Han characters in the headings that treat it and
			     in what stands under them [char] */
	uint32_t figures; /* achieved figures there (checks.md N06) */
	const uint32_t *line; /* where those headings stand */
	uint32_t n_lines;
	uint32_t depth; /* 0: not a 子项 */
};

/* One of the contents that a rule of the state asks for. */
struct nb_coverage_content {
	struct nb_str name;
	enum nb_cover cover;
	bool optional;
};

/*
 * The items asked of this 文种 and 级别, in the outline's order; of those that
 * may be left out only what is there.
 */
struct nb_coverage {
	const struct nb_text *source;
	const struct nb_coverage_item *item;
	uint32_t n;
	struct nb_str basis;                       /* of the contents */
	const struct nb_coverage_content *content; /* 法定内容, of a report */
	uint32_t n_contents;
};

/*
 * Runs every rule; 忽略 of the report is obeyed.  Of a blank
 * report there is nothing to say but its coverage.  lx may be NULL: rules that
 * are lists of words then find nothing.
 */
struct nb_coverage nb_check_report(struct nb_arena *a,
    const struct nb_report *r, const struct nb_outline *o,
    const struct nb_lexicon *lx, struct nb_diags *d);
