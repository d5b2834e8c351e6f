#include "layout/volume.h"

#include "base/arena.h"
#include "layout/contents.h"

#include <glib.h>

enum { TRIES = 4 }; /* until the contents know their own length */

/* The volume as it grows. */
struct volume {
	GArray *page;     /* of struct nb_page */
	GArray *bookmark; /* of struct nb_bookmark */
	GArray *block;    /* of struct nb_page_block */
};

/* Right-hand pages are the odd ones, from 1. */
static uint32_t
even(uint32_t n)
{
	return n + n % 2;
}

/* The contents, when they are `pages` long. */
static struct nb_pages *
set_contents(struct nb_arena *a, const struct nb_prose *title,
    const struct nb_volume_part *part, uint32_t n, uint32_t pages,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	struct nb_contents_line *line = nb_new_n(a, struct nb_contents_line, n);
	uint32_t at = even(pages);

	for (uint32_t i = 0; i < n; i++) {
		line[i] = (struct nb_contents_line){ part[i].title, at + 1 };
		at += even(part[i].pages->n_pages);
	}
	return nb_layout_contents(a, title, line, n, t, fonts);
}

/* Paragraphs of different documents have different numbers. */
static void
count_on(struct volume *v, struct nb_pages *pages)
{
	const uint32_t before = v->block->len;

	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];
		struct nb_item *item = (struct nb_item *)page->item;

		for (uint32_t k = 0; k < page->n_items; k++)
			if (item[k].paragraph > 0)
				item[k].paragraph += before;
	}
	for (uint32_t i = 0; i < pages->n_blocks; i++) {
		struct nb_page_block block = pages->block[i];

		block.whole += block.whole != 0 ? before : 0;
		g_array_append_val(v->block, block);
	}
}

static void
add_bookmarks(
    struct volume *v, struct nb_str title, const struct nb_pages *pages)
{
	const struct nb_bookmark top = {
		.text = title,
		.level = 1,
		.page = v->page->len,
		.x = pages->body_x,
		.y = pages->body_y,
	};

	g_array_append_val(v->bookmark, top);
	for (uint32_t i = 0; i < pages->n_bookmarks; i++) {
		struct nb_bookmark mark = pages->bookmark[i];

		mark.page += v->page->len;
		mark.level++;
		g_array_append_val(v->bookmark, mark);
	}
}

static void
add_part(struct volume *v, struct nb_str title, struct nb_pages *pages)
{
	struct nb_page blank = pages->page[0];

	blank.n_items = 0;
	if (v->page->len % 2 == 1)
		g_array_append_val(v->page, blank);
	add_bookmarks(v, title, pages);
	count_on(v, pages);
	g_array_append_vals(v->page, pages->page, pages->n_pages);
}

static void *
keep(struct nb_arena *a, GArray *from)
{
	const guint size = g_array_get_element_size(from);
	void *kept = nb_arena_alloc_n(a, from->len, size);

	if (from->len > 0)
		memcpy(kept, from->data, (size_t)from->len * size);
	return kept;
}

struct nb_pages *
nb_volume_bind(struct nb_arena *a, const struct nb_prose *title,
    const struct nb_volume_part *part, uint32_t n, const struct nb_template *t,
    struct nb_fonts *fonts)
{
	struct volume v = {
		.page = g_array_new(FALSE, FALSE, sizeof(struct nb_page)),
		.bookmark =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_bookmark)),
		.block =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_page_block)),
	};
	struct nb_pages *all = nb_new(a, struct nb_pages);
	struct nb_pages *contents = NULL;
	uint32_t length = 1;

	for (unsigned i = 0; i < TRIES; i++) {
		contents = set_contents(a, title, part, n, length, t, fonts);
		if (contents->n_pages == length)
			break;
		length = contents->n_pages;
	}
	add_part(&v, title->text, contents);
	for (uint32_t i = 0; i < n; i++)
		add_part(&v, part[i].title, part[i].pages);
	*all = *part[0].pages;
	all->title = title->text;
	all->organ = all->date = NB_S("");
	all->n_facts = all->n_attached = 0;
	all->n_pages = v.page->len;
	all->page = keep(a, v.page);
	all->n_bookmarks = v.bookmark->len;
	all->bookmark = keep(a, v.bookmark);
	all->n_blocks = v.block->len;
	all->block = keep(a, v.block);
	g_array_unref(v.block);
	g_array_unref(v.page);
	g_array_unref(v.bookmark);
	return all;
}
