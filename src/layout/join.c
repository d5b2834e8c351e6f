#include "layout/join.h"

#include "base/arena.h"

#include <string.h>

/* Room for both, the first filled in. */
static void *
extend(
    struct nb_arena *a, const void *first, size_t n, size_t more, size_t size)
{
	void *all = nb_arena_alloc_n(a, n + more, size);

	if (n > 0)
		memcpy(all, first, n * size);
	return all;
}

static void
add_blocks(
    struct nb_arena *a, struct nb_pages *all, const struct nb_pages *second)
{
	struct nb_page_block *block = extend(
	    a, all->block, all->n_blocks, second->n_blocks, sizeof(*block));

	for (uint32_t i = 0; i < second->n_blocks; i++) {
		struct nb_page_block *b = &block[all->n_blocks + i];

		*b = second->block[i];
		b->whole += b->whole != 0 ? all->n_blocks : 0;
	}
	all->block = block;
	all->n_blocks += second->n_blocks;
}

static void
add_pages(struct nb_arena *a, struct nb_pages *all,
    const struct nb_pages *second, uint32_t paragraphs)
{
	struct nb_page *page =
	    extend(a, all->page, all->n_pages, second->n_pages, sizeof(*page));

	for (uint32_t i = 0; i < second->n_pages; i++) {
		struct nb_page *p = &page[all->n_pages + i];
		struct nb_item *item;

		*p = second->page[i];
		item = extend(a, p->item, p->n_items, 0, sizeof(*item));
		for (uint32_t k = 0; k < p->n_items; k++)
			item[k].paragraph +=
			    item[k].paragraph != 0 ? paragraphs : 0;
		p->item = item;
	}
	all->page = page;
	all->n_pages += second->n_pages;
}

static void
add_bookmarks(struct nb_arena *a, struct nb_pages *all,
    const struct nb_pages *second, uint32_t pages)
{
	struct nb_bookmark *mark = extend(a, all->bookmark, all->n_bookmarks,
	    second->n_bookmarks, sizeof(*mark));

	for (uint32_t i = 0; i < second->n_bookmarks; i++) {
		struct nb_bookmark *m = &mark[all->n_bookmarks + i];

		*m = second->bookmark[i];
		m->page += pages;
	}
	all->bookmark = mark;
	all->n_bookmarks += second->n_bookmarks;
}

struct nb_pages *
nb_pages_join(struct nb_arena *a, const struct nb_pages *first,
    const struct nb_pages *second)
{
	struct nb_pages *all = nb_new(a, struct nb_pages);

	*all = *first;
	add_blocks(a, all, second);
	add_bookmarks(a, all, second, first->n_pages);
	add_pages(a, all, second, first->n_blocks);
	return all;
}
