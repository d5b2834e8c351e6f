#include "model/prose.h"

#include "base/arena.h"

#include <glib.h>

/* The last segment that begins at or before a place, or NULL. */
static const struct nb_prose_seg *
seg_before(const struct nb_prose *p, size_t at)
{
	uint32_t low = 0, high = p->n_seg;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (p->seg[mid].at <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? NULL : &p->seg[low - 1];
}

/* Where the byte at a place begins in the file. */
static uint32_t
source_begin(const struct nb_prose *p, size_t at)
{
	const struct nb_prose_seg *s = seg_before(p, at);

	if (s == NULL)
		return p->seg[0].src;
	if (at >= s->at + s->n)
		return s->src + s->src_n;
	return s->replaced ? s->src : s->src + (uint32_t)(at - s->at);
}

/* Where the byte at a place ends in the file. */
static uint32_t
source_end(const struct nb_prose *p, size_t at)
{
	const struct nb_prose_seg *s = seg_before(p, at);

	if (s == NULL)
		return p->seg[0].src;
	if (at < s->at + s->n)
		return s->replaced ? s->src + s->src_n
				   : s->src + (uint32_t)(at - s->at) + 1;
	if (s + 1 < p->seg + p->n_seg)
		return s[1].src;
	return s->src + s->src_n;
}

struct nb_span
nb_prose_span(const struct nb_prose *p, size_t begin, size_t end)
{
	struct nb_span span = { p->source, 0, 0 };

	if (p->n_seg == 0)
		return span;
	if (end > p->text.n)
		end = p->text.n;
	if (begin > end)
		begin = end;
	span.begin = source_begin(p, begin);
	span.end = begin == end ? span.begin : source_end(p, end - 1);
	/* The program's own words may stand for a place out of order. */
	if (span.end < span.begin)
		span.end = span.begin;
	return span;
}

bool
nb_prose_is_verbatim(const struct nb_prose *p, size_t begin, size_t end)
{
	return nb_str_eq(nb_span_str(nb_prose_span(p, begin, end)),
	    nb_str_sub(p->text, begin, end - begin));
}

struct nb_span
nb_prose_all(const struct nb_prose *p)
{
	return nb_prose_span(p, 0, p->text.n);
}

struct nb_prose
nb_prose_made(struct nb_arena *a, struct nb_str text, struct nb_span span)
{
	struct nb_prose_seg *seg = nb_new(a, struct nb_prose_seg);

	*seg = (struct nb_prose_seg){
		.n = (uint32_t)text.n,
		.src = span.begin,
		.src_n = span.end - span.begin,
		.replaced = true,
	};
	return (struct nb_prose){ text, span.text, seg, 1 };
}

/* The part of a segment inside [begin, end), told from begin. */
static struct nb_prose_seg
seg_part(struct nb_prose_seg s, uint32_t begin, uint32_t end)
{
	const uint32_t from = s.at > begin ? s.at : begin;
	const uint32_t to = s.at + s.n < end ? s.at + s.n : end;

	if (!s.replaced) {
		s.src += from - s.at;
		s.src_n = to - from;
	}
	s.at = from - begin;
	s.n = to - from;
	return s;
}

struct nb_prose
nb_prose_sub(
    struct nb_arena *a, const struct nb_prose *p, size_t begin, size_t end)
{
	struct nb_prose sub = { .source = p->source };
	struct nb_prose_seg *seg;
	uint32_t from, to;

	if (begin >= end)
		return sub;
	sub.text = nb_str_trim(nb_str_sub(p->text, begin, end - begin));
	if (sub.text.n == 0)
		return sub;
	from = (uint32_t)(sub.text.p - p->text.p);
	to = from + (uint32_t)sub.text.n;
	seg = nb_new_n(a, struct nb_prose_seg, p->n_seg);
	for (uint32_t i = 0; i < p->n_seg; i++) {
		const struct nb_prose_seg *s = &p->seg[i];

		if (s->at < to && s->at + s->n > from)
			seg[sub.n_seg++] = seg_part(*s, from, to);
	}
	sub.seg = seg;
	return sub;
}

struct nb_str
nb_prose_join(struct nb_arena *a, const struct nb_prose *p, uint32_t n,
    const char *between)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (uint32_t i = 0; i < n; i++) {
		g_string_append(s, i > 0 ? between : "");
		g_string_append_len(s, p[i].text.p, (gssize)p[i].text.n);
	}
	return nb_arena_str(a, (struct nb_str){ s->str, s->len });
}
