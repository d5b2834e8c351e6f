#include "layout/flow.h"

#include "base/arena.h"
#include "layout/folio.h"

static const struct nb_grid_row *
row_at(const struct nb_galley *g, uint32_t i)
{
	return &g_array_index(g->row, struct nb_grid_row, i);
}

static bool
is_blank(const struct nb_grid_row *row)
{
	return row->n == 0;
}

/* Where the page that begins at row `begin` ends. */
static uint32_t
page_end(const struct nb_galley *g, uint32_t begin)
{
	const uint32_t full = begin + (uint32_t)g->t->lines;

	if (full >= g->row->len)
		return g->row->len;
	for (uint32_t end = full; end > begin; end--)
		if (!row_at(g, end - 1)->keep)
			return end;
	return full;
}

static uint32_t
skip_blank(const struct nb_galley *g, uint32_t i)
{
	while (i < g->row->len && is_blank(row_at(g, i)) && !row_at(g, i)->keep)
		i++;
	return i;
}

/* Ends of the pages, as indexes of rows. */
static GArray *
break_pages(const struct nb_galley *g)
{
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	uint32_t begin = 0;

	while (begin < g->row->len) {
		const uint32_t end = page_end(g, begin);

		g_array_append_val(ends, end);
		begin = skip_blank(g, end);
	}
	return ends;
}

/* Moves the items of a row to their place on the page. */
static uint32_t
place_row(const struct nb_template *t, const struct nb_grid_row *row, int line,
    struct nb_item *item)
{
	const nb_len y =
	    t->top + t->pitch * line + t->cell * t->baseline / 1000;

	for (uint32_t i = 0; i < row->n; i++) {
		item[i] = row->item[i];
		item[i].x += t->inner;
		item[i].y += y;
	}
	return row->n;
}

static void
fill_page(
    struct nb_galley *g, uint32_t begin, uint32_t end, struct nb_page *page)
{
	const struct nb_template *t = g->t;
	struct nb_item *item;
	uint32_t n = NB_FOLIO_ITEMS;

	for (uint32_t i = begin; i < end; i++)
		n += row_at(g, i)->n;
	item = nb_new_n(g->arena, struct nb_item, n);
	n = 0;
	for (uint32_t i = begin; i < end; i++)
		n += place_row(t, row_at(g, i), (int)(i - begin), item + n);
	n += nb_folio_set(g, page->number, item + n);
	page->w = t->paper_w;
	page->h = t->paper_h;
	page->item = item;
	page->n_items = n;
}

static uint32_t
add_bookmarks(const struct nb_galley *g, uint32_t begin, uint32_t end,
    uint32_t page, struct nb_bookmark *mark)
{
	const struct nb_template *t = g->t;
	uint32_t n = 0;

	for (uint32_t i = begin; i < end; i++) {
		const struct nb_grid_row *row = row_at(g, i);

		if (row->bookmark_level == 0)
			continue;
		mark[n++] = (struct nb_bookmark){
			.text = row->bookmark,
			.level = row->bookmark_level,
			.page = page,
			.x = t->inner,
			.y = t->top + t->pitch * (nb_len)(i - begin),
		};
	}
	return n;
}

struct nb_pages *
nb_flow(struct nb_galley *g)
{
	const struct nb_template *t = g->t;
	g_autoptr(GArray) ends = break_pages(g);
	struct nb_pages *pages = nb_new(g->arena, struct nb_pages);
	struct nb_page *page = nb_new_n(g->arena, struct nb_page, ends->len);
	struct nb_bookmark *mark =
	    nb_new_n(g->arena, struct nb_bookmark, g->row->len);
	uint32_t begin = 0;

	for (uint32_t i = 0; i < ends->len; i++) {
		const uint32_t end = g_array_index(ends, uint32_t, i);

		page[i].number = i + 1;
		fill_page(g, begin, end, &page[i]);
		pages->n_bookmarks +=
		    add_bookmarks(g, begin, end, i, mark + pages->n_bookmarks);
		begin = skip_blank(g, end);
	}
	pages->page = page;
	pages->n_pages = ends->len;
	pages->bookmark = mark;
	pages->body_x = t->inner;
	pages->body_y = t->top;
	pages->body_w = t->body_w;
	pages->body_h = t->body_h;
	return pages;
}
