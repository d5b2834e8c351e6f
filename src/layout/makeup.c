#include "layout/makeup.h"

#include "base/arena.h"

#define IMPOSSIBLE (INT64_MAX / 4)

/* The cheapest way to a fill of the page, once a row has been placed. */
struct state {
	int64_t cost;
	uint16_t from; /* fill before the row */
	bool broken;   /* a page break before the row */
};

struct search {
	struct nb_arena *arena;
	const struct nb_makeup_style *style;
	uint32_t fills; /* 0 .. style.rows */
};

/* What is remembered of a unit to find the way back. */
struct placed {
	struct state **row; /* of each variant: n_rows x fills */
	uint16_t *variant;  /* the one that is cheapest to each fill */
};

static int64_t
foot_cost(const struct search *s, uint32_t fill)
{
	const int64_t empty = s->style->rows - fill;

	return empty * empty * s->style->cost_empty;
}

static void
offer(struct state *to, int64_t cost, uint32_t from, bool broken)
{
	if (cost < to->cost)
		*to = (struct state){ cost, (uint16_t)from, broken };
}

/*
 * Places one row behind every fill: on the same page while there is room, or
 * on a new one for the cost of the break.
 */
static void
place_row(const struct search *s, const int64_t *before, int32_t break_cost,
    const struct nb_unit *u, struct state *after)
{
	const uint32_t first = u->blank ? 0 : 1 + u->n_head;

	for (uint32_t f = 0; f < s->fills; f++)
		after[f].cost = IMPOSSIBLE;
	for (uint32_t f = 0; f < s->fills; f++) {
		if (before[f] >= IMPOSSIBLE)
			continue;
		if (f == 0 && u->blank)
			offer(&after[0], before[f], f, false);
		else if (f < s->style->rows)
			offer(&after[f + 1], before[f], f, false);
		if (f > 0)
			offer(&after[first],
			    before[f] + break_cost + foot_cost(s, f), f, true);
	}
}

/* Places all rows of a variant; cost is of each fill, before and after. */
static struct state *
place_variant(const struct search *s, const struct nb_unit *u,
    const struct nb_variant *v, int32_t first_break, int64_t *cost)
{
	struct state *state =
	    nb_new_n(s->arena, struct state, (size_t)v->n_rows * s->fills);

	for (uint32_t row = 0; row < v->n_rows; row++) {
		struct state *after = &state[(size_t)row * s->fills];

		place_row(s, cost,
		    row == 0 ? first_break : v->break_cost[row - 1], u, after);
		for (uint32_t f = 0; f < s->fills; f++)
			cost[f] = after[f].cost;
	}
	return state;
}

/* Places a unit in each of its variants and keeps the best to each fill. */
static struct placed
place_unit(const struct search *s, const struct nb_unit *u, int32_t first_break,
    int64_t *cost)
{
	struct placed p = {
		.row = nb_new_n(s->arena, struct state *, u->n_variants),
		.variant = nb_new_n(s->arena, uint16_t, s->fills),
	};
	int64_t *best = nb_new_n(s->arena, int64_t, s->fills);
	int64_t *try = nb_new_n(s->arena, int64_t, s->fills);

	nb_assert(u->n_head < s->style->rows);
	for (uint32_t f = 0; f < s->fills; f++)
		best[f] = IMPOSSIBLE;
	for (uint32_t v = 0; v < u->n_variants; v++) {
		for (uint32_t f = 0; f < s->fills; f++)
			try[f] = cost[f];
		p.row[v] =
		    place_variant(s, u, &u->variant[v], first_break, try);
		for (uint32_t f = 0; f < s->fills; f++)
			if (try[f] < IMPOSSIBLE &&
			    try[f] + u->variant[v].cost < best[f]) {
				best[f] = try[f] + u->variant[v].cost;
				p.variant[f] = (uint16_t)v;
			}
	}
	for (uint32_t f = 0; f < s->fills; f++)
		cost[f] = best[f];
	return p;
}

static uint32_t
cheapest(const struct search *s, const int64_t *cost)
{
	uint32_t best = 0;

	for (uint32_t f = 1; f < s->fills; f++)
		if (cost[f] < cost[best])
			best = f;
	return best;
}

/*
 * Walks back from the fill at the end.  page is filled from its end; returns
 * how many pages begin with a break.
 */
static uint32_t
walk_back(const struct search *s, const struct nb_unit *unit, uint32_t n,
    const struct placed *placed, uint32_t fill, uint32_t *variant,
    struct nb_page_start *page_end)
{
	uint32_t breaks = 0;

	for (uint32_t u = n; u-- > 0;) {
		const uint32_t v = placed[u].variant[fill];
		const struct state *row = placed[u].row[v];

		variant[u] = v;
		for (uint32_t r = unit[u].variant[v].n_rows; r-- > 0;) {
			const struct state *at =
			    &row[(size_t)r * s->fills + fill];

			if (at->broken)
				*--page_end = (struct nb_page_start){ u, r };
			breaks += at->broken;
			fill = at->from;
		}
	}
	return breaks;
}

static uint32_t
count_rows(const struct nb_unit *unit, uint32_t n)
{
	uint32_t rows = 0;

	for (uint32_t u = 0; u < n; u++) {
		uint32_t most = 0;

		for (uint32_t v = 0; v < unit[u].n_variants; v++)
			if (unit[u].variant[v].n_rows > most)
				most = unit[u].variant[v].n_rows;
		rows += most;
	}
	return rows;
}

struct nb_makeup
nb_makeup_find(struct nb_arena *a, const struct nb_unit *unit, uint32_t n_units,
    const struct nb_makeup_style *style)
{
	const struct search s = { a, style, style->rows + 1 };
	struct placed *placed = nb_new_n(a, struct placed, n_units);
	uint32_t *variant = nb_new_n(a, uint32_t, n_units);
	const uint32_t most = count_rows(unit, n_units) + 1;
	struct nb_page_start *page = nb_new_n(a, struct nb_page_start, most);
	int64_t *cost = nb_new_n(a, int64_t, s.fills);
	uint32_t breaks;

	nb_assert(style->rows >= 1 && style->rows < UINT16_MAX);
	for (uint32_t f = 1; f < s.fills; f++)
		cost[f] = IMPOSSIBLE;
	for (uint32_t u = 0; u < n_units; u++)
		placed[u] = place_unit(&s, &unit[u],
		    u == 0 ? NB_BREAK_NEVER : unit[u - 1].break_after, cost);
	breaks = walk_back(&s, unit, n_units, placed, cheapest(&s, cost),
	    variant, page + most);
	page[most - breaks - 1] = (struct nb_page_start){ 0, 0 };
	return (struct nb_makeup){
		.variant = variant,
		.page = page + most - breaks - 1,
		.n_pages = breaks + 1,
	};
}
