#include "source/repair.h"

#include "base/arena.h"
#include "source/node.h"

#include <glib.h>
#include <string.h>

void
nb_edits_free(struct nb_edits *e)
{
	g_free(e->edit);
	*e = (struct nb_edits){ 0 };
}

bool
nb_edits_add(struct nb_edits *e, uint32_t begin, uint32_t end,
    struct nb_str with, bool tentative)
{
	uint32_t i = e->n;

	while (i > 0 && e->edit[i - 1].begin > begin)
		i--;
	if (i > 0 && e->edit[i - 1].end > begin)
		return false;
	if (i < e->n && e->edit[i].begin < end)
		return false;
	if (e->n == e->size) {
		e->size = MAX(16, e->size * 2);
		e->edit = g_renew(struct nb_edit, e->edit, e->size);
	}
	memmove(e->edit + i + 1, e->edit + i, (e->n - i) * sizeof(*e->edit));
	e->edit[i] = (struct nb_edit){
		.begin = begin, .end = end, .tentative = tentative, .with = with
	};
	e->n++;
	return true;
}

void
nb_edits_drop_tentative(struct nb_edits *e)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < e->n; i++)
		if (!e->edit[i].tentative)
			e->edit[kept++] = e->edit[i];
	e->n = kept;
}

void
nb_edits_drop(struct nb_edits *e, uint32_t begin, uint32_t end)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < e->n; i++)
		if (e->edit[i].begin < begin || e->edit[i].end > end)
			e->edit[kept++] = e->edit[i];
	e->n = kept;
}

struct nb_mended
nb_edits_apply(
    const struct nb_edits *e, struct nb_arena *a, const struct nb_text *text)
{
	const struct nb_str from = text->bytes;
	struct nb_mended m = { .text = text, .bytes = from, .n = e->n };
	struct nb_edit *edit;
	size_t size = from.n, at = 0, read = 0;
	char *p;

	if (e->n == 0)
		return m;
	edit = nb_new_n(a, struct nb_edit, e->n);
	memcpy(edit, e->edit, e->n * sizeof(*edit));
	for (uint32_t i = 0; i < e->n; i++)
		size += edit[i].with.n;
	p = nb_arena_alloc(a, size);
	for (uint32_t i = 0; i < e->n; i++) {
		memcpy(p + at, from.p + read, edit[i].begin - read);
		at += edit[i].begin - read;
		edit[i].at = (uint32_t)at;
		if (edit[i].with.n > 0)
			memcpy(p + at, edit[i].with.p, edit[i].with.n);
		at += edit[i].with.n;
		read = edit[i].end;
	}
	if (from.n > read)
		memcpy(p + at, from.p + read, from.n - read);
	m.bytes = (struct nb_str){ p, at + from.n - read };
	m.edit = edit;
	return m;
}

/* Number of edits that begin before the place, or at it when `with` it. */
static uint32_t
edits_before(const struct nb_mended *m, uint32_t at, bool with)
{
	uint32_t low = 0, high = m->n;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (m->edit[mid].at < at || (with && m->edit[mid].at == at))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Where a place was; of one in what an edit wrote, the edit's begin or end. */
static uint32_t
place_before(const struct nb_mended *m, uint32_t at, bool end)
{
	const uint32_t i = edits_before(m, at, !end);
	const struct nb_edit *e;

	if (i == 0)
		return at;
	e = &m->edit[i - 1];
	if (at < e->at + e->with.n)
		return end ? e->end : e->begin;
	return e->end + (at - e->at - (uint32_t)e->with.n);
}

uint32_t
nb_mended_begin(const struct nb_mended *m, uint32_t at)
{
	return place_before(m, at, false);
}

uint32_t
nb_mended_end(const struct nb_mended *m, uint32_t at)
{
	return place_before(m, at, true);
}

uint32_t
nb_mended_pieces(const struct nb_mended *m, struct nb_seg seg,
    struct nb_seg *out, uint32_t max)
{
	const uint32_t end = seg.src + seg.n;
	uint32_t i, at = seg.src, n = 0;

	if (m->n == 0 && seg.n > 0) {
		if (max > 0)
			*out = seg;
		return 1;
	}
	i = edits_before(m, seg.src, true);
	if (i > 0 && m->edit[i - 1].at + m->edit[i - 1].with.n > at)
		at = m->edit[i - 1].at + (uint32_t)m->edit[i - 1].with.n;
	while (at < end) {
		const uint32_t stop = i < m->n ? MIN(end, m->edit[i].at) : end;

		if (stop > at && n < max)
			out[n] = (struct nb_seg){ seg.at + (at - seg.src),
				nb_mended_begin(m, at), stop - at };
		n += stop > at;
		at = stop;
		if (i < m->n && stop == m->edit[i].at)
			at += (uint32_t)m->edit[i++].with.n;
	}
	return n;
}
