#include "layout/breaks.h"

#include "base/arena.h"

#include <glib.h>

#define IMPOSSIBLE (INT64_MAX / 4)

enum {
	/* No line has more atoms, so that those without width keep nothing
	   waiting. */
	MOST_ATOMS = 1024,
	/* What nearly all paragraphs cost less than; dearer ones are tried with
	   so many times as much. */
	CHEAP = 400,
	DEARER = 16,
};

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
	int64_t most;      /* ways that cost more are not followed */
	int64_t too_loose; /* a line stretched by that ratio costs more */
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

/* Ratios are in 1/1024, so that nothing is lost. */
enum { RATIO = 1024, RATIO_MOST = 1024 * RATIO };

static int64_t
ratio_cost(int64_t ratio, int weight)
{
	return ratio * ratio * weight / (RATIO * RATIO);
}

/* (part / whole)² of a weight. */
static int64_t
square_cost(int64_t part, int64_t whole, int weight)
{
	return ratio_cost(part * RATIO / whole, weight);
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

/* The least ratio of stretching that costs more than s->most. */
static int64_t
find_too_loose(const struct search *s)
{
	int64_t low = 0, high = RATIO_MOST;

	while (low < high) {
		const int64_t mid = (low + high) / 2;

		if (ratio_cost(mid, s->style->cost_stretch) > s->most)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
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

/*
 * Whether a line would have to be stretched so much that it costs more than
 * s->most, whatever may hang over its end: seen at less cost than fit_line's.
 */
static bool
is_too_loose(const struct search *s, uint32_t begin, uint32_t end)
{
	const struct nb_atom *last = &s->atom[end - 1];
	const int64_t gaps = s->sum[end - 1].gaps - s->sum[begin].gaps;
	const int64_t slack = (begin == 0 ? s->first : s->rest) - last->width -
	    (s->sum[end - 1].width - s->sum[begin].width);

	return last->class != NB_ATOM_SPACE &&
	    slack * 10 * RATIO >= s->too_loose * s->em * MAX(gaps, 1) &&
	    slack > 0 && end < s->n;
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

	if (cost <= s->most && cost < s->cost[next]) {
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
		if (is_too_loose(s, begin, end)) {
			tried = true;
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

/*
 * What costs no more than s->most.  No cost is negative: where all of the
 * paragraph can be had for that, nothing that was left out would be better.
 */
static bool
find_breaks(struct search *s)
{
	s->too_loose = find_too_loose(s);
	for (uint32_t i = 1; i <= s->n; i++)
		s->cost[i] = IMPOSSIBLE;
	for (uint32_t i = 0; i < s->n; i++)
		if (s->cost[i] < IMPOSSIBLE)
			try_lines_from(s, i);
	return s->cost[s->n] < IMPOSSIBLE;
}

struct nb_lines
nb_lines_break_within(struct nb_arena *scratch, const struct nb_atoms *atoms,
    const struct nb_break_style *style, nb_len first, nb_len rest,
    enum nb_lines_aim aim, const struct nb_lines_limit *limit)
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

	s.most = limit != NULL ? limit->cost + limit->n * s.line_cost : CHEAP;
	while (!find_breaks(&s) && limit == NULL)
		s.most *= DEARER;
	return s.cost[s.n] < IMPOSSIBLE ? collect(scratch, &s)
					: (struct nb_lines){ 0 };
}

struct nb_lines
nb_lines_break(struct nb_arena *scratch, const struct nb_atoms *atoms,
    const struct nb_break_style *style, nb_len first, nb_len rest,
    enum nb_lines_aim aim)
{
	return nb_lines_break_within(
	    scratch, atoms, style, first, rest, aim, NULL);
}
