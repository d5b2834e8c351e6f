#include "layout/makeup.h"

#include "base/arena.h"

#define IMPOSSIBLE (INT64_MAX / 4)

/*
 * A place is a fill of the page, 0 .. style.rows; where it matters whether a
 * page has an even number, those of odd pages stand behind those of even ones.
 */
struct search {
	struct nb_arena *arena;
	const struct nb_makeup_style *style;
	uint32_t fills, places;
	bool many; /* pages: the text does not fit one */
};

/* The cheapest way to a place, once a row has been placed. */
struct state {
	int64_t cost;
	uint16_t from; /* place before the row */
	bool broken;   /* a page break before the row */
};

/* What is remembered of a unit to find the way back. */
struct placed {
	struct state **row; /* of each variant: n_rows x places */
	uint16_t *variant;  /* the one that is cheapest to each place */
};

static int64_t
foot_cost(const struct search *s, uint32_t fill)
{
	const int64_t empty = s->style->rows - fill;

	return empty * empty * s->style->cost_empty;
}

/* A last page of a few rows looks like a mistake. */
static int64_t
last_cost(const struct search *s, uint32_t fill)
{
	const struct nb_makeup_style *style = s->style;

	if (!s->many || fill >= style->last_rows)
		return 0;
	return (int64_t)(style->last_rows - fill) * style->cost_last;
}

/* The place of nothing yet on the page behind. */
static uint32_t
next_page(const struct search *s, uint32_t place)
{
	const bool odd = place >= s->fills;

	return s->places == s->fills || odd ? 0 : s->fills;
}

static void
offer(struct state *to, int64_t cost, uint32_t from, bool broken)
{
	if (cost < to->cost)
		*to = (struct state){ cost, (uint16_t)from, broken };
}

/*
 * Places one row behind every place: on the same page while there is room, or
 * on a new one for the cost of the break.
 */
static void
place_row(const struct search *s, const int64_t *before, int32_t break_cost,
    const struct nb_unit *u, struct state *after)
{
	const uint32_t first = u->blank ? 0 : 1 + u->n_head;

	for (uint32_t at = 0; at < s->places; at++) {
		const uint32_t fill = at % s->fills;

		if (before[at] >= IMPOSSIBLE)
			continue;
		if (fill == 0 && u->blank)
			offer(&after[at], before[at], at, false);
		else if (fill < s->style->rows)
			offer(&after[at + 1], before[at], at, false);
		if (fill > 0)
			offer(&after[next_page(s, at) + first],
			    before[at] + break_cost + foot_cost(s, fill), at,
			    true);
	}
}

/*
 * The first row of the 版记: behind the text, which may end anywhere, or on a
 * page of its own, with an empty one before it where the number has to be
 * even.
 */
static void
place_foot(const struct search *s, const int64_t *before,
    const struct nb_unit *u, struct state *after)
{
	const struct nb_makeup_style *style = s->style;

	for (uint32_t at = 0; at < s->places; at++) {
		const uint32_t fill = at % s->fills;
		const bool odd = at >= s->fills;
		const int64_t cost = before[at] + last_cost(s, fill);

		if (before[at] >= IMPOSSIBLE)
			continue;
		if (fill == 0 || (fill < style->rows && !(u->even && odd)))
			offer(&after[at + 1], cost, at, false);
		if (fill > 0 && u->even && !odd)
			offer(&after[1],
			    cost + style->cost_foot_alone + style->cost_blank,
			    at, true);
		else if (fill > 0)
			offer(&after[next_page(s, at) + 1],
			    cost + style->cost_foot_alone, at, true);
	}
}

/* Places all rows of a variant; cost is of each place, before and after. */
static struct state *
place_variant(const struct search *s, const struct nb_unit *u,
    const struct nb_variant *v, int32_t first_break, int64_t *cost)
{
	struct state *state =
	    nb_new_n(s->arena, struct state, (size_t)v->n_rows * s->places);

	for (uint32_t row = 0; row < v->n_rows; row++) {
		struct state *after = &state[(size_t)row * s->places];

		for (uint32_t at = 0; at < s->places; at++)
			after[at].cost = IMPOSSIBLE;
		if (row == 0 && u->foot)
			place_foot(s, cost, u, after);
		else
			place_row(s, cost,
			    row == 0 ? first_break : v->break_cost[row - 1], u,
			    after);
		for (uint32_t at = 0; at < s->places; at++)
			cost[at] = after[at].cost;
	}
	return state;
}

/* Places a unit in each of its variants and keeps the best to each place. */
static struct placed
place_unit(const struct search *s, const struct nb_unit *u, int32_t first_break,
    int64_t *cost)
{
	struct placed p = {
		.row = nb_new_n(s->arena, struct state *, u->n_variants),
		.variant = nb_new_n(s->arena, uint16_t, s->places),
	};
	int64_t *best = nb_new_n(s->arena, int64_t, s->places);
	int64_t *try = nb_new_n(s->arena, int64_t, s->places);

	nb_assert(u->n_head < s->style->rows);
	for (uint32_t at = 0; at < s->places; at++)
		best[at] = IMPOSSIBLE;
	for (uint32_t v = 0; v < u->n_variants; v++) {
		for (uint32_t at = 0; at < s->places; at++)
			try[at] = cost[at];
		p.row[v] =
		    place_variant(s, u, &u->variant[v], first_break, try);
		for (uint32_t at = 0; at < s->places; at++)
			if (try[at] < IMPOSSIBLE &&
			    try[at] + u->variant[v].cost < best[at]) {
				best[at] = try[at] + u->variant[v].cost;
				p.variant[at] = (uint16_t)v;
			}
	}
	for (uint32_t at = 0; at < s->places; at++)
		cost[at] = best[at];
	return p;
}

static uint32_t
cheapest(const struct search *s, const int64_t *cost)
{
	uint32_t best = 0;

	for (uint32_t at = 1; at < s->places; at++)
		if (cost[at] < cost[best])
			best = at;
	return best;
}

/*
 * Walks back from the place at the end.  page is filled from its end; returns
 * how many pages begin with a break.
 */
static uint32_t
walk_back(const struct search *s, const struct nb_unit *unit, uint32_t n,
    const struct placed *placed, uint32_t place, uint32_t *variant,
    struct nb_page_start *page_end)
{
	uint32_t breaks = 0;

	for (uint32_t u = n; u-- > 0;) {
		const uint32_t v = placed[u].variant[place];
		const struct state *row = placed[u].row[v];

		variant[u] = v;
		for (uint32_t r = unit[u].variant[v].n_rows; r-- > 0;) {
			const struct state *at =
			    &row[(size_t)r * s->places + place];

			if (at->broken)
				*--page_end = (struct nb_page_start){ u, r };
			breaks += at->broken;
			place = at->from;
		}
	}
	return breaks;
}

/* Of the variants that take most. */
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

static uint32_t
count_text(const struct nb_unit *unit, uint32_t n)
{
	while (n > 0 && unit[n - 1].foot)
		n--;
	return n;
}

static struct search
search_new(struct nb_arena *a, const struct nb_unit *unit, uint32_t n_units,
    const struct nb_makeup_style *style)
{
	const uint32_t text = count_text(unit, n_units);
	const bool even = text < n_units && unit[n_units - 1].even;
	const uint32_t fills = style->rows + 1;

	nb_assert(style->rows >= 1 && 2 * fills < UINT16_MAX);
	return (struct search){
		.arena = a,
		.style = style,
		.fills = fills,
		.places = even ? 2 * fills : fills,
		.many = count_rows(unit, text) > style->rows,
	};
}

struct nb_makeup
nb_makeup_find(struct nb_arena *a, const struct nb_unit *unit, uint32_t n_units,
    const struct nb_makeup_style *style)
{
	const struct search s = search_new(a, unit, n_units, style);
	struct placed *placed = nb_new_n(a, struct placed, n_units);
	uint32_t *variant = nb_new_n(a, uint32_t, n_units);
	const uint32_t most = count_rows(unit, n_units) + 1;
	struct nb_page_start *page = nb_new_n(a, struct nb_page_start, most);
	int64_t *cost = nb_new_n(a, int64_t, s.places);
	uint32_t breaks;

	for (uint32_t at = 0; at < s.places; at++)
		cost[at] = IMPOSSIBLE;
	cost[style->first_odd ? s.places - s.fills : 0] = 0;
	for (uint32_t u = 0; u < n_units; u++)
		placed[u] = place_unit(&s, &unit[u],
		    u == 0 ? NB_BREAK_NEVER : unit[u - 1].break_after, cost);
	for (uint32_t at = 0; at < s.places && s.many; at++)
		if (!unit[n_units - 1].foot)
			cost[at] += last_cost(&s, at % s.fills);
	breaks = walk_back(&s, unit, n_units, placed, cheapest(&s, cost),
	    variant, page + most);
	page[most - breaks - 1] = (struct nb_page_start){ 0, 0 };
	return (struct nb_makeup){
		.variant = variant,
		.page = page + most - breaks - 1,
		.n_pages = breaks + 1,
	};
}
