/*
 * layout/redline_marks.c - what is drawn beside revised text, once its page is
 * known.
 */
#include "base/arena.h"
#include "layout/redline.h"

#include <glib.h>

enum {
	STRUCK = 380,   /* above the baseline [1/1000 em] */
	UNDER = 190,    /* below it */
	THICK = 55,     /* a line */
	BAR_THICK = 60, /* the bar */
	BAR_FAR = 1000, /* left of the 版心 */
	DARK = 700,     /* of the red: it is to be read in black and white */
};

struct marking {
	struct nb_arena *arena;
	const struct nb_template *t;
	const struct nb_pages *pages;
	GArray *item; /* of the page under way */
	uint32_t rgb;
};

static nb_len
part(nb_len em, int milli)
{
	return (nb_len)((int64_t)em * milli / 1000);
}

static uint32_t
darkened(uint32_t rgb)
{
	uint32_t dark = 0;

	for (int shift = 0; shift < 24; shift += 8)
		dark |= ((rgb >> shift & 0xFF) * DARK / 1000) << shift;
	return dark;
}

static void
add_rule(const struct marking *m, nb_len x, nb_len y, nb_len w, nb_len h)
{
	const struct nb_item rule = {
		.kind = NB_ITEM_RULE,
		.role = NB_ROLE_BODY,
		.x = x,
		.y = y,
		.rgb = m->rgb,
		.rule = { w, h },
	};

	g_array_append_val(m->item, rule);
}

static bool
is_revised(const struct nb_item *it)
{
	return it->kind == NB_ITEM_RUN && it->revision != NB_REVISION_NONE;
}

/* Up to the next run, when both are drawn with one line. */
static nb_len
width_of(const struct nb_item *it, const struct nb_item *next)
{
	if (next == NULL || next->kind != NB_ITEM_RUN || next->y != it->y ||
	    next->revision != it->revision || next->x < it->x ||
	    next->paragraph != it->paragraph)
		return it->run.width;
	return next->x - it->x;
}

static void
add_line(const struct marking *m, const struct nb_item *it,
    const struct nb_item *next)
{
	const nb_len thick = part(it->run.size, THICK);
	const nb_len end = m->pages->body_x + m->pages->body_w;
	const nb_len w = MIN(width_of(it, next), end - it->x);

	if (it->revision == NB_REVISION_DELETED)
		add_rule(m, it->x,
		    it->y - part(it->run.size, STRUCK) - thick / 2, w, thick);
	else if (it->revision == NB_REVISION_INSERTED)
		add_rule(m, it->x, it->y + part(it->run.size, UNDER), w, thick);
}

/* Lines of text follow each other without a gap, and so do their bars. */
static void
add_bar(const struct marking *m, const struct nb_item *it)
{
	const nb_len em = m->t->cell;
	const nb_len h = it->role == NB_ROLE_CELL
	    ? part(it->run.size, 1400)
	    : MAX(m->t->pitch, it->run.size);

	add_rule(m, m->pages->body_x - part(em, BAR_FAR),
	    it->y - part(it->run.size, STRUCK) - h / 2, part(em, BAR_THICK), h);
}

/* Cells of a row have their lines side by side. */
static bool
has_bar(const struct nb_item *item, uint32_t i, nb_len y)
{
	for (uint32_t k = i; k-- > 0 && k + 64 > i;)
		if (is_revised(&item[k]) && item[k].y == y)
			return true;
	return false;
}

static void
mark_page(struct marking *m, struct nb_page *page)
{
	m->item = g_array_new(FALSE, TRUE, sizeof(struct nb_item));
	for (uint32_t i = 0; i < page->n_items; i++) {
		struct nb_item it = page->item[i];

		if (is_revised(&it) && it.revision != NB_REVISION_BESIDE)
			it.rgb = m->rgb;
		g_array_append_val(m->item, it);
	}
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *it = &page->item[i];

		if (!is_revised(it))
			continue;
		add_line(m, it, i + 1 < page->n_items ? it + 1 : NULL);
		if (!has_bar(page->item, i, it->y))
			add_bar(m, it);
	}
	page->n_items = m->item->len;
	page->item = nb_arena_take(m->arena, m->item);
}

void
nb_redline_mark(
    struct nb_arena *a, struct nb_pages *pages, const struct nb_template *t)
{
	struct nb_page *page = nb_new_n(a, struct nb_page, pages->n_pages);
	struct marking m = {
		.arena = a, .t = t, .pages = pages, .rgb = darkened(t->red)
	};

	for (uint32_t i = 0; i < pages->n_pages; i++) {
		page[i] = pages->page[i];
		mark_page(&m, &page[i]);
	}
	pages->page = page;
}
