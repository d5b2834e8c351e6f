#include "layout/title.h"

#include "base/arena.h"
#include "layout/title_words.h"

#include <string.h>

/* What the search tries. */
enum { MOST_LINES = 4, MOST_ATOMS = 200 };

struct shape {
	const struct nb_atoms *atoms;
	const struct nb_title_style *style;
	nb_len measure;
	const int *break_cost; /* before each atom */
	uint32_t n_lines;
	uint32_t end[MOST_LINES], best_end[MOST_LINES];
	int64_t best;
};

static struct nb_line_fit
trim_spaces(const struct nb_atoms *atoms, uint32_t begin, uint32_t end)
{
	while (begin < end && atoms->atom[begin].class == NB_ATOM_SPACE)
		begin++;
	while (end > begin && atoms->atom[end - 1].class == NB_ATOM_SPACE)
		end--;
	return (struct nb_line_fit){ .begin = begin, .end = end };
}

static nb_len
line_width(const struct nb_atoms *atoms, uint32_t begin, uint32_t end)
{
	const struct nb_line_fit line = trim_spaces(atoms, begin, end);

	return nb_line_width(atoms, &line);
}

/* How far a set of lines is from a good shape; widths in 1/1000 em. */
static int64_t
shape_cost(const struct shape *s)
{
	const nb_len em = s->atoms->em;
	int64_t width[MOST_LINES], cost = 0, sum = 0, mean;
	const uint32_t n = s->n_lines;
	bool equal = n > 1;

	nb_assert(n >= 1 && n <= MOST_LINES);
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t begin = i == 0 ? 0 : s->end[i - 1];

		width[i] = line_width(s->atoms, begin, s->end[i]) * 1000LL / em;
		sum += width[i];
		cost += begin > 0 ? s->break_cost[begin] : 0;
		cost +=
		    width[i] < s->style->short_line ? s->style->cost_short : 0;
		equal = equal && ABS(width[i] - width[0]) < s->style->even;
	}
	mean = sum / n;
	for (uint32_t i = 0; i < n; i++)
		cost += (width[i] - mean) * (width[i] - mean) / 100000;
	for (uint32_t i = 1; i + 1 < n; i++)
		if (width[i] + s->style->waist <
		    MIN(width[i - 1], width[i + 1]))
			cost += s->style->cost_waist;
	return cost + (equal ? s->style->cost_even : 0);
}

/* Tries every place for the end of line `line`; titles are short. */
static void
try_ends(struct shape *s, uint32_t line)
{
	const uint32_t begin = line == 0 ? 0 : s->end[line - 1];
	const uint32_t last = s->atoms->n;

	nb_assert(line < MOST_LINES);
	if (line + 1 == s->n_lines) {
		int64_t cost;

		s->end[line] = last;
		if (nb_atoms_width(s->atoms, begin, last) > s->measure)
			return;
		cost = shape_cost(s);
		if (cost < s->best) {
			s->best = cost;
			memcpy(s->best_end, s->end, sizeof(s->end));
		}
		return;
	}
	for (uint32_t end = begin + 1; end < last; end++) {
		if (nb_atoms_width(s->atoms, begin, end) > s->measure)
			break;
		if (s->break_cost[end] >= NB_COST_NEVER)
			continue;
		s->end[line] = end;
		try_ends(s, line + 1);
	}
}

/* Where a line from `begin` ends: of the cheapest places the last. */
static uint32_t
fill_line(const struct shape *s, uint32_t begin)
{
	const struct nb_atom *atom = s->atoms->atom;
	const uint32_t n = s->atoms->n;
	uint32_t best = begin + 1;
	int64_t width = 0;

	for (uint32_t end = begin + 1; end <= n; end++) {
		width += atom[end - 1].width;
		if (width > s->measure)
			return best;
		if (end < n &&
		    (width < s->measure / 2 ||
			s->break_cost[end] <= s->break_cost[best]))
			best = end;
		width += atom[end - 1].gap;
	}
	return n;
}

/* A title too long for the search is filled line by line. */
static uint32_t
fill_lines(const struct shape *s, uint32_t *ends)
{
	uint32_t n = 0;

	for (uint32_t end = 0; end < s->atoms->n; ends[n++] = end)
		end = fill_line(s, end);
	return n;
}

/* As few lines as can be, or one more where that is a better shape; 0: none. */
static uint32_t
search_lines(struct shape *s, uint32_t *ends)
{
	const nb_len width = nb_atoms_width(s->atoms, 0, s->atoms->n);
	const uint32_t least = (uint32_t)(width / s->measure) + 1;
	int64_t best = INT64_MAX;
	uint32_t n = 0;

	for (uint32_t k = least; k <= least + 1 && k <= MOST_LINES; k++) {
		s->n_lines = k;
		s->best = INT64_MAX;
		try_ends(s, 0);
		if (s->best < best) {
			best = s->best;
			n = k;
			memcpy(ends, s->best_end, k * sizeof(*ends));
		}
		if (best < s->style->cost_bad_start)
			break;
	}
	return n;
}

/*
 * Ends of the lines, as indexes of atoms; the last is atoms->n.  Returns how
 * many lines there are.  ends has room for one an atom, and for four.
 */
static uint32_t
shape_title(const struct nb_atoms *atoms, struct nb_str title,
    struct nb_str organ, const struct nb_template *t, nb_len measure,
    uint32_t *ends)
{
	struct nb_arena *scratch = nb_arena_new();
	struct shape s = {
		.atoms = atoms,
		.style = &t->title_style,
		.measure = measure,
		.break_cost = nb_title_words(scratch, atoms, title, t, organ),
	};
	uint32_t n = 0;

	if (atoms->n <= MOST_ATOMS)
		n = search_lines(&s, ends);
	if (n == 0)
		n = fill_lines(&s, ends);
	nb_arena_free(scratch);
	return n;
}

/*
 * Rows of the grid that n title lines take: they stand at their own pitch,
 * 字高 + 7/8 of 三号 (3.2), from `top` below the top of the first row.
 */
static int64_t
title_rows(const struct nb_template *t, uint32_t n, nb_len top)
{
	const int64_t gap = t->cell * t->line_gap / 1000;
	const int64_t h =
	    top + t->title.size + (t->title.size + gap) * ((int64_t)n - 1);

	return (h + t->pitch - 1) / t->pitch;
}

/* A title in its lines. */
struct title {
	const struct nb_atoms *atoms;
	const uint32_t *end;
	uint32_t n;
	struct nb_line_look look;
};

static struct nb_line_fit
title_line(const struct title *title, uint32_t i)
{
	return trim_spaces(
	    title->atoms, i == 0 ? 0 : title->end[i - 1], title->end[i]);
}

static nb_len
centred(const struct nb_galley *g, const struct nb_atoms *atoms,
    const struct nb_line_fit *line)
{
	return (g->shape->body_w - nb_line_width(atoms, line)) / 2;
}

static uint32_t
title_runs(const struct title *title)
{
	uint32_t runs = 0;

	for (uint32_t i = 0; i < title->n; i++) {
		const struct nb_line_fit line = title_line(title, i);

		runs += nb_line_runs(title->atoms, &line);
	}
	return runs;
}

/* All lines hang on the first of the rows they take. */
static void
set_block(struct nb_galley *g, const struct title *title, int rows, nb_len top)
{
	const struct nb_template *t = g->t;
	const nb_len pitch = t->title.size + t->cell * t->line_gap / 1000;
	const nb_len drop =
	    top + (t->title.size - t->cell) * t->baseline / 1000;
	struct nb_item *item =
	    nb_new_n(g->arena, struct nb_item, title_runs(title));
	uint32_t n = 0;

	for (uint32_t i = 0; i < title->n; i++) {
		const struct nb_line_fit line = title_line(title, i);

		n += nb_line_set(g->arena, title->atoms, &line, &title->look,
		    centred(g, title->atoms, &line), drop + pitch * (nb_len)i,
		    item + n);
	}
	nb_galley_block(g, item, n,
	    nb_galley_text_rows(g, (uint32_t)(rows + t->title_style.after)))
	    ->unit.break_after = NB_BREAK_KEEP;
}

/* More lines than a page can hold beside some text: one a row. */
static void
set_rows(struct nb_galley *g, const struct title *title)
{
	for (uint32_t i = 0; i < title->n; i++) {
		const struct nb_line_fit line = title_line(title, i);

		nb_galley_line(g, title->atoms, &line, &title->look,
		    centred(g, title->atoms, &line));
	}
	nb_galley_blank(g, (uint32_t)g->t->title_style.after);
}

void
nb_title_set(struct nb_galley *g, const struct nb_prose *title,
    struct nb_str organ, nb_len top)
{
	struct nb_arena *scratch = nb_arena_new();
	const struct nb_template *t = g->t;
	const struct nb_piece piece = { title->text,
		nb_galley_hand(g, &t->title), title };
	const struct nb_atoms atoms =
	    nb_atoms_new(&g->shaper, scratch, &piece, 1, t->title.size);
	uint32_t *end = nb_new_n(scratch, uint32_t, atoms.n + MOST_LINES);
	const struct title set = {
		.atoms = &atoms,
		.end = end,
		.n = shape_title(
		    &atoms, title->text, organ, t, g->shape->body_w, end),
		.look = nb_galley_look(g, NB_ROLE_TITLE, 0),
	};
	const int64_t rows = title_rows(t, set.n, top);

	if (rows + t->title_style.after < g->shape->lines)
		set_block(g, &set, (int)rows, top);
	else
		set_rows(g, &set);
	nb_arena_free(scratch);
}
