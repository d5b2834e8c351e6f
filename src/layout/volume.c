#include "layout/volume.h"

#include "base/arena.h"
#include "layout/contents.h"
#include "layout/join.h"

#include <glib.h>

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
	all->title = title->text;
	all->organ = all->date = all->summary = all->keywords = NB_S("");
	all->n_facts = all->n_attached = all->n_keywords = 0;
	return all;
}
