#include "layout/volume.h"

#include "base/arena.h"
#include "layout/contents.h"
#include "layout/join.h"
#include "layout/sketch.h"

#include <glib.h>
#include <string.h>

enum { TRIES = 4 }; /* until the contents know their own length */

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

/* A document under a bookmark of its own; an empty page goes on counting. */
static void
add_part(struct nb_joint *j, struct nb_str title, const struct nb_pages *pages)
{
	struct nb_bookmark top = {
		.text = title,
		.level = 1,
		.x = pages->body_x,
		.y = pages->body_y,
	};

	if (j->page->len % 2 == 1) {
		struct nb_page blank = pages->page[0];

		blank.n_items = blank.n_annotations = 0;
		blank.number = 1 +
		    g_array_index(j->page, struct nb_page, j->page->len - 1)
			.number;
		g_array_append_val(j->page, blank);
	}
	top.page = j->page->len;
	g_array_append_val(j->bookmark, top);
	nb_joint_add(j, pages, 1);
}

/* As far above the 版心 as the folio is below it. */
static void
add_number(const struct nb_galley *g, struct nb_page *page, uint32_t number)
{
	const struct nb_template *t = g->t;
	const struct nb_line_look look = { .role = NB_ROLE_FOLIO };
	const struct nb_atoms atoms = nb_sketch_atoms(
	    g, nb_arena_printf(g->arena, "%u", number), NULL, &t->folio);
	const struct nb_line_fit all = { .end = atoms.n };
	const nb_len x = number % 2 == 0
	    ? t->folio_edge
	    : t->body_w - t->folio_edge - nb_sketch_width(&atoms);
	const uint32_t n = page->n_items;
	struct nb_item *item =
	    nb_new_n(g->arena, struct nb_item, n + nb_line_runs(&atoms, &all));

	memcpy(item, page->item, n * sizeof(*item));
	page->n_items = n +
	    nb_line_set(g->arena, &atoms, &all, &look, t->inner + x,
		t->top - t->folio_drop, item + n);
	page->item = item;
}

/* What the contents count by, on all pages behind them that are not empty. */
static void
add_numbers(struct nb_arena *a, struct nb_pages *pages, uint32_t from,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	struct nb_reading reading = nb_reading_new();
	struct nb_galley g = nb_galley_new(
	    a, t, fonts, NB_SCRIPT_SIMPLIFIED, &t->upright, &reading);
	struct nb_page *page = (struct nb_page *)pages->page;

	for (uint32_t i = from; i < pages->n_pages; i++)
		if (page[i].n_items > 0)
			add_number(&g, &page[i], i + 1);
	nb_galley_release(&g);
	g_array_unref(reading.block);
}

struct nb_pages *
nb_volume_bind(struct nb_arena *a, const struct nb_prose *title,
    const struct nb_volume_part *part, uint32_t n, const struct nb_template *t,
    struct nb_fonts *fonts)
{
	struct nb_pages *contents = NULL, *all;
	struct nb_joint joint;
	uint32_t length = 1;

	for (unsigned i = 0; i < TRIES; i++) {
		contents = set_contents(a, title, part, n, length, t, fonts);
		if (contents->n_pages == length)
			break;
		length = contents->n_pages;
	}
	nb_joint_begin(&joint);
	add_part(&joint, title->text, contents);
	for (uint32_t i = 0; i < n; i++)
		add_part(&joint, part[i].title, part[i].pages);
	all = nb_joint_end(&joint, a, part[0].pages);
	add_numbers(a, all, contents->n_pages, t, fonts);
	all->title = title->text;
	all->organ = all->date = all->summary = all->keywords = NB_S("");
	all->n_facts = all->n_attached = all->n_keywords = 0;
	return all;
}
