#include "layout/breaks.h"

#include "base/arena.h"

#include <glib.h>

#define IMPOSSIBLE (INT64_MAX / 4)

/* No line has more atoms, so that those without width keep nothing waiting. */
enum { MOST_ATOMS = 1024 };

/* Sums over the atoms before an index, glue behind each included. */
struct sums {
	int64_t width, shrink, shrink_stop, gaps;
};

struct search {
	const struct nb_atom *atom;
	uint32_t n;
	nb_len em, first, rest;
	const struct nb_break_style *style;
	int64_t line_cost; /* of each line as such: see NB_LINES_FEWEST */
	nb_len end_most;   /* of a last line */
	const struct sums *sum;
	int64_t *cost;   /* least cost of a break before an atom */
	uint32_t *start; /* where the line that ends there begins */
};

static const struct sums *
sum_up(struct nb_arena *a, const struct nb_atoms *atoms)
{
	struct sums *sum = nb_new_n(a, struct sums, atoms->n + 1);

	for (uint32_t i = 0; i < atoms->n; i++) {
		const struct nb_atom *x = &atoms->atom[i];

		sum[i + 1].width = sum[i].width + x->width + x->gap;
		sum[i + 1].shrink = sum[i].shrink + x->shrink;
		sum[i + 1].shrink_stop = sum[i].shrink_stop + x->shrink_stop;
		sum[i + 1].gaps = sum[i].gaps + x->stretch;
	}
	return sum;
}

/* (part / whole)² of a weight; the ratio in 1/1024, so that nothing is lost. */
static int64_t
square_cost(int64_t part, int64_t whole, int weight)
{
	const int64_t ratio = part * 1024 / whole;

	return ratio * ratio * weight / (1024 * 1024);
}

/* Cost of taking `need` away from a line, and from which glue. */
static int64_t
shrink_line(const struct search *s, int64_t need, const struct sums *give,
    struct nb_line_fit *fit)
{
	int64_t rest;

	if (need <= give->shrink) {
		fit->shrink = (nb_len)need;
		return square_cost(need, give->shrink, s->style->cost_shrink);
	}
	rest = need - give->shrink;
	if (rest > give->shrink_stop)
		return IMPOSSIBLE;
	fit->shrink = (nb_len)give->shrink;
	fit->shrink_stop = (nb_len)rest;
	return s->style->cost_shrink +
	    square_cost(rest, give->shrink_stop, s->style->cost_shrink_stop);
}

static int64_t
stretch_line(const struct search *s, int64_t slack, const struct sums *give,
    struct nb_line_fit *fit)
{
	fit->stretch = (nb_len)slack;
	return square_cost(
	    slack * 10, s->em * MAX(give->gaps, 1), s->style->cost_stretch);
}

/* A last line of one character, or of one and a mark (clreq: 孤字). */
static bool
is_orphan(const struct search *s, uint32_t begin, uint32_t end)
{
	unsigned characters = 0;

	for (uint32_t i = begin; i < end && characters < 2; i++)
		characters += !nb_atom_is_mark(&s->atom[i]);
	return begin > 0 && characters < 2;
}

/*
 * Cost of a line of atoms [begin, end) and how it is made to fit.  The last
 * line of a paragraph is not stretched.
 */
static int64_t
fit_line(const struct search *s, uint32_t begin, uint32_t end,
    struct nb_line_fit *fit)
{
	const struct nb_atom *last;
	const bool final = end == s->n;
	struct sums give;
	int64_t slack, cost = 0;

	*fit = (struct nb_line_fit){ .begin = begin };
	while (end > begin + 1 && s->atom[end - 1].class == NB_ATOM_SPACE)
		end--;
	fit->end = end;
	last = &s->atom[end - 1];
	give.gaps = s->sum[end - 1].gaps - s->sum[begin].gaps;
	give.shrink = s->sum[end - 1].shrink - s->sum[begin].shrink;
	give.shrink_stop =
	    s->sum[end - 1].shrink_stop - s->sum[begin].shrink_stop;
	slack = (begin == 0 ? s->first : s->rest) - last->width -
	    (s->sum[end - 1].width - s->sum[begin].width);
	if (final && is_orphan(s, begin, end))
		cost += s->style->cost_orphan;
	if (!final || slack < 0)
		slack += last->end_blank;
	if (slack > 0 && final)
		slack = 0;
	if (slack < 0)
		return cost + shrink_line(s, -slack, &give, fit);
	if (final)
		return cost;
	return cost + stretch_line(s, slack, &give, fit);
}

/* Where the next line may begin after a break before an atom. */
static uint32_t
skip_spaces(const struct search *s, uint32_t i)
{
	while (i < s->n && s->atom[i].class == NB_ATOM_SPACE)
		i++;
	return i;
}

static void
try_break(struct search *s, uint32_t begin, uint32_t end, int64_t line)
{
	const bool final = end == s->n;
	const int64_t cost = s->cost[begin] + line + s->line_cost +
	    (final ? 0 : s->atom[end - 1].cost);
	const uint32_t next = final ? end : skip_spaces(s, end);

	if (cost < s->cost[next]) {
		s->cost[next] = cost;
		s->start[next] = begin;
	}
}

/*
 * Every line that may begin at an atom.  Lines under half full are left out
 * as long as a fuller one can be had.
 */
static void
try_lines_from(struct search *s, uint32_t begin)
{
	const nb_len measure = begin == 0 ? s->first : s->rest;
	const uint32_t most = MIN(s->n, begin + MOST_ATOMS);
	struct nb_line_fit fit;
	uint32_t fullest = begin + 1;
	bool tried = false;

	for (uint32_t end = begin + 1; end <= most; end++) {
		const int64_t width = s->sum[end].width - s->sum[begin].width;
		int64_t cost;

		if (width < measure / 2 && end < s->n) {
			fullest = end;
			continue;
		}
		cost = end == s->n && width > s->end_most
		    ? IMPOSSIBLE
		    : fit_line(s, begin, end, &fit);
		if (cost < IMPOSSIBLE) {
			try_break(s, begin, end, cost);
			tried = true;
		} else if (width > measure) {
			break; /* more atoms never make it fit */
		}
	}
	if (!tried)
		try_break(s, begin, fullest, s->style->cost_forbidden);
}

static struct nb_lines
collect(struct nb_arena *a, const struct search *s)
{
	struct nb_line_fit *line;
	uint32_t n = 0, i;

	for (i = s->n; i > 0; i = s->start[i])
		n++;
	line = nb_new_n(a, struct nb_line_fit, n);
	for (uint32_t at = n, end = s->n; end > 0; end = s->start[end])
		fit_line(s, s->start[end], end, &line[--at]);
	return (struct nb_lines){ line, n, s->cost[s->n] - n * s->line_cost };
}

struct nb_lines
nb_lines_break(struct nb_arena *scratch, const struct nb_atoms *atoms,
    const struct nb_break_style *style, nb_len first, nb_len rest,
    enum nb_lines_aim aim)
{
	struct search s = {
		.atom = atoms->atom,
		.n = atoms->n,
		.em = atoms->em,
		.first = first,
		.rest = rest,
		.style = style,
		.line_cost =
		    aim == NB_LINES_FEWEST ? style->cost_forbidden / 10 : 0,
		.end_most =
		    aim == NB_LINES_SHORT_END ? style->short_end : INT32_MAX,
		.sum = sum_up(scratch, atoms),
		.cost = nb_new_n(scratch, int64_t, atoms->n + 1),
		.start = nb_new_n(scratch, uint32_t, atoms->n + 1),
	};

	for (uint32_t i = 1; i <= s.n; i++)
		s.cost[i] = IMPOSSIBLE;
	for (uint32_t i = 0; i < s.n; i++)
		if (s.cost[i] < IMPOSSIBLE)
			try_lines_from(&s, i);
	return collect(scratch, &s);
}
