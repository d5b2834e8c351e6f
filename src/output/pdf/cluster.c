#include "output/pdf/cluster.h"

#include <glib.h>

/*
 * Glyphs without characters belong to the one before that has some, in a
 * backward run to the one behind.
 */
static uint32_t
end_of(const struct nb_item *run, uint32_t begin)
{
	uint32_t end = begin;

	if (run->run.backward) {
		while (end + 1 < run->run.n && run->run.glyph[end].text_n == 0)
			end++;
		return end + 1;
	}
	do
		end++;
	while (end < run->run.n && run->run.glyph[end].text_n == 0);
	return end;
}

bool
nb_cluster_next(const struct nb_item *run, struct nb_cluster *c)
{
	const struct nb_str all = run->run.text;
	const uint32_t begin = c->glyph + c->n;
	const uint32_t end = begin < run->run.n ? end_of(run, begin) : begin;
	const bool first = begin == 0;
	size_t n = 0, at;

	if (begin == end)
		return false;
	for (uint32_t i = begin; i < end; i++)
		n += run->run.glyph[i].text_n;
	if (run->run.backward) {
		at = first ? all.n : (size_t)(c->text.p - all.p);
		n = MIN(n, at);
		at -= n;
	} else {
		at = first ? 0 : (size_t)(c->text.p - all.p) + c->text.n;
		n = MIN(n, all.n - at);
	}
	*c = (struct nb_cluster){ begin, end - begin, { all.p + at, n } };
	return true;
}

struct nb_str
nb_cluster_text(
    const struct nb_item *run, const struct nb_cluster *c, uint32_t glyph)
{
	return run->run.glyph[glyph].text_n != 0 ? c->text : NB_S("");
}
