/*
 * layout/makeup.h - 拼版: where pages end, chosen for the whole document at
 * once.
 *
 * A unit (a paragraph, a heading, a block) has one or more variants: the rows
 * it takes on the grid, and what it costs to set it so.  Breaks and variants
 * are chosen together so that the sum of costs is least: rows left empty at a
 * page's foot, widows and orphans, paragraphs set a line shorter or longer, a
 * last page of a few rows, a 版记 alone.  Dynamic programming over the rows
 * filled on a page: linear in the document.
 */
#pragma once

#include "base/base.h"

struct nb_arena;

/*
 * Costs of a break that no other cost outweighs.  Where not all can be had,
 * the later one here gives way: what is drawn as one thing, what the standard
 * keeps together, the second row behind a heading.
 */
enum {
	NB_BREAK_NEVER = 1000000000,
	NB_BREAK_KEEP = 100000000,
	NB_BREAK_OWED = 10000000,
};

/* One way to set a unit. */
struct nb_variant {
	int32_t *break_cost; /* of a page break behind each row but
				      the last */
	uint32_t n_rows;     /* >= 1 */
	int32_t cost;        /* of setting it so */
};

struct nb_unit {
	const struct nb_variant *variant;
	uint32_t n_variants; /* >= 1 */
	int32_t break_after; /* cost of a page break behind the unit */
	bool blank;          /* empty rows: they vanish at a page's head */
	uint32_t n_head;     /* rows repeated above where a page begins in it
				(表头); fewer than a page has */
	bool foot; /* 版记: at the foot of its page, behind all else */
	bool even; /* of the foot: on a page with an even number */
};

struct nb_makeup_style {
	uint32_t rows;      /* of a page */
	int32_t cost_empty; /* of one empty row at the foot, squared */
	uint32_t last_rows; /* that the last of several pages should have */
	int32_t cost_last;  /* of each row that it lacks */
	int32_t cost_foot_alone; /* of a 版记 on a page of its own */
	int32_t cost_blank;      /* of an empty page before that */
	bool first_odd;          /* the number of the first page */
};

/* Where a page begins: a row of a unit. */
struct nb_page_start {
	uint32_t unit, row;
};

struct nb_makeup {
	const uint32_t *variant; /* chosen for each unit */
	const struct nb_page_start *page;
	uint32_t n_pages;
};

/*
 * Never fails: where nothing allowed fits a page, it breaks at its end.  The
 * last page may be short for nothing but cost_last.
 */
struct nb_makeup nb_makeup_find(struct nb_arena *a, const struct nb_unit *unit,
    uint32_t n_units, const struct nb_makeup_style *style);
