#include "base/text.h"

#include "base/arena.h"

#include <string.h>

enum { MILE = 1024 }; /* between two milestones [byte] */

/*
 * The first letter at or behind a multiple of MILE, counted from the start of
 * its line: a place far out on a long line is found from the milestone before.
 */
struct nb_milestone {
	uint32_t at;        /* [byte] */
	uint32_t col, cell; /* as in nb_pos */
};

static const uint32_t *
find_lines(struct nb_arena *a, struct nb_str bytes, uint32_t *ret_n)
{
	uint32_t *start, n = 1;

	for (size_t i = 0; i < bytes.n; i++)
		n += bytes.p[i] == '\n';
	start = nb_new_n(a, uint32_t, n);
	*ret_n = n;
	for (uint32_t i = 1; i < n; i++) {
		const char *from = bytes.p + start[i - 1];
		const char *lf =
		    memchr(from, '\n', (size_t)(bytes.p + bytes.n - from));

		start[i] = (uint32_t)(lf - bytes.p) + 1;
	}
	return start;
}

static void
set_on_line(
    struct nb_milestone *stone, struct nb_str bytes, size_t begin, size_t end)
{
	struct nb_milestone here = { .col = 1 };
	size_t n = (begin + MILE - 1) / MILE;

	for (size_t at = begin; at < end; here.col++) {
		if (at >= n * MILE) {
			here.at = (uint32_t)at;
			stone[n++] = here;
		}
		here.cell += nb_char_cells(nb_utf8_next(bytes, &at));
	}
}

/* Those of lines shorter than a mile stay 0: nothing is far out on them. */
static const struct nb_milestone *
set_milestones(struct nb_arena *a, const struct nb_text *t)
{
	struct nb_milestone *stone =
	    nb_new_n(a, struct nb_milestone, t->bytes.n / MILE + 1);

	for (uint32_t i = 0; i < t->n_lines; i++) {
		const size_t begin = t->line_start[i];
		const size_t end =
		    i + 1 < t->n_lines ? t->line_start[i + 1] : t->bytes.n;

		if (end - begin > MILE)
			set_on_line(stone, t->bytes, begin, end);
	}
	return stone;
}

struct nb_text *
nb_text_new(struct nb_arena *a, struct nb_str name, struct nb_str bytes)
{
	struct nb_text *t = nb_new(a, struct nb_text);

	t->name = name;
	t->bytes = bytes;
	t->line_start = find_lines(a, bytes, &t->n_lines);
	t->milestone = set_milestones(a, t);
	return t;
}

/* Index of the line that holds the offset, by bisection. */
static uint32_t
line_index(const struct nb_text *t, uint32_t offset)
{
	uint32_t low = 0, high = t->n_lines;

	while (high - low > 1) {
		const uint32_t mid = low + (high - low) / 2;

		if (t->line_start[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

struct nb_pos
nb_text_pos(const struct nb_text *t, uint32_t offset)
{
	struct nb_pos pos = { 1, 1, 0 };
	const struct nb_milestone *stone;
	uint32_t index;
	size_t at;

	if (t == NULL || t->bytes.n == 0)
		return pos;
	if (offset > t->bytes.n)
		offset = (uint32_t)t->bytes.n;
	index = line_index(t, offset);
	pos.line = index + 1;
	at = t->line_start[index];
	stone = &t->milestone[(offset == 0 ? 0 : offset - 1) / MILE];
	if (stone->at > at && stone->at <= offset) {
		at = stone->at;
		pos.col = stone->col;
		pos.cell = stone->cell;
	}
	for (; at < offset; pos.col++)
		pos.cell += nb_char_cells(nb_utf8_next(t->bytes, &at));
	return pos;
}

struct nb_str
nb_text_line(const struct nb_text *t, uint32_t line)
{
	uint32_t begin, end;

	if (line == 0 || line > t->n_lines)
		return NB_S("");
	begin = t->line_start[line - 1];
	end =
	    line < t->n_lines ? t->line_start[line] - 1 : (uint32_t)t->bytes.n;
	return nb_str_sub(t->bytes, begin, end - begin);
}

struct nb_str
nb_span_str(struct nb_span s)
{
	if (s.text == NULL)
		return NB_S("");
	return nb_str_sub(s.text->bytes, s.begin, s.end - s.begin);
}
