#include "layout/join.h"

#include "base/arena.h"
#include "layout/annotation.h"

#include <glib.h>

void
nb_joint_begin(struct nb_joint *j)
{
	*j = (struct nb_joint){
		.page = g_array_new(FALSE, FALSE, sizeof(struct nb_page)),
		.bookmark =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_bookmark)),
		.block =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_page_block)),
	};
}

/* Links lead to the same page, wherever that stands now. */
static void
count_annotations(const struct nb_joint *j, const struct nb_page *page)
{
	struct nb_annotation *n = (struct nb_annotation *)page->annotation;

	for (uint32_t i = 0; i < page->n_annotations; i++) {
		n[i].paragraph += n[i].paragraph > 0 ? j->block->len : 0;
		n[i].to_page += j->page->len;
	}
}

/* Paragraphs of different documents have different numbers. */
static void
count_on(struct nb_joint *j, const struct nb_pages *pages)
{
	const uint32_t before = j->block->len;

	for (uint32_t i = 0; j->page->len > 0 && i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];
		struct nb_item *item = (struct nb_item *)page->item;

		count_annotations(j, page);
		for (uint32_t k = 0; k < page->n_items; k++)
			item[k].paragraph += item[k].paragraph > 0 ? before : 0;
	}
	for (uint32_t i = 0; i < pages->n_blocks; i++) {
		struct nb_page_block block = pages->block[i];

		block.whole += block.whole != 0 ? before : 0;
		g_array_append_val(j->block, block);
	}
}

void
nb_joint_add(struct nb_joint *j, const struct nb_pages *pages, unsigned deeper)
{
	for (uint32_t i = 0; i < pages->n_bookmarks; i++) {
		struct nb_bookmark mark = pages->bookmark[i];

		mark.page += j->page->len;
		mark.level = (uint8_t)(mark.level + deeper);
		g_array_append_val(j->bookmark, mark);
	}
	count_on(j, pages);
	g_array_append_vals(j->page, pages->page, pages->n_pages);
}

struct nb_pages *
nb_joint_end(
    struct nb_joint *j, struct nb_arena *a, const struct nb_pages *like)
{
	struct nb_pages *all = nb_new(a, struct nb_pages);

	*all = *like;
	all->n_pages = j->page->len;
	all->page = nb_arena_take(a, j->page);
	all->n_bookmarks = j->bookmark->len;
	all->bookmark = nb_arena_take(a, j->bookmark);
	all->n_blocks = j->block->len;
	all->block = nb_arena_take(a, j->block);
	return all;
}
