#include "cli/preview/page_key.h"

#include "base/sha256.h"

#include <glib.h>

enum { KEY_DIGITS = 16 };

static void
add(struct nb_sha256 *h, const int32_t *number, size_t n)
{
	nb_sha256_add(h, number, n * sizeof *number);
}

static void
add_run(struct nb_sha256 *h, const struct nb_item *it)
{
	const int32_t look[] = { it->run.size, it->run.narrow, it->run.shift,
		it->run.stroke, (int32_t)it->run.n };

	nb_sha256_add(h, &it->run.face, sizeof it->run.face);
	add(h, look, NB_COUNT(look));
	for (uint32_t i = 0; i < it->run.n; i++) {
		const struct nb_glyph *g = &it->run.glyph[i];
		const int32_t glyph[] = { (int32_t)g->gid, g->x, g->y };

		add(h, glyph, NB_COUNT(glyph));
	}
}

static void
add_path(struct nb_sha256 *h, const struct nb_item *it)
{
	const int32_t look[] = { it->path.stroke, it->path.dash,
		(int32_t)it->path.n };

	add(h, look, NB_COUNT(look));
	for (uint32_t i = 0; i < it->path.n; i++) {
		const struct nb_point *p = &it->path.point[i];
		const int32_t point[] = { p->x, p->y };

		add(h, point, NB_COUNT(point));
	}
}

static void
add_item(struct nb_sha256 *h, const struct nb_item *it)
{
	const int32_t place[] = { (int32_t)it->kind, it->turned, it->x, it->y,
		(int32_t)it->rgb };

	add(h, place, NB_COUNT(place));
	switch (it->kind) {
	case NB_ITEM_RUN:
		add_run(h, it);
		break;
	case NB_ITEM_RULE:
		add(h, (const int32_t[]){ it->rule.w, it->rule.h }, 2);
		break;
	case NB_ITEM_PATH:
		add_path(h, it);
		break;
	}
}

char *
nb_page_key(const struct nb_page *page)
{
	const int32_t size[] = { page->w, page->h };
	struct nb_sha256 h;
	char *key;

	nb_sha256_begin(&h);
	add(&h, size, NB_COUNT(size));
	for (uint32_t i = 0; i < page->n_items; i++)
		add_item(&h, &page->item[i]);
	key = nb_sha256_end(&h);
	key[KEY_DIGITS] = '\0';
	return key;
}
