#include "review/review.h"

#include "base/arena.h"
#include "layout/annotation.h"
#include "review/list.h"
#include "review/margin.h"
#include "review/remark.h"

/* The pages while they get what is said of them. */
struct marking {
	struct nb_arena *arena;
	const struct nb_review *r;
	const struct nb_pages *pages; /* with the list */
	struct nb_shaper shaper;
	struct nb_remarks all;
	GArray **list;  /* of each page, of struct nb_list_place */
	GArray *block;  /* of struct nb_page_block: the numbers' */
	uint32_t names; /* links that have got a name */
};

static const struct nb_area *
one_area(struct nb_arena *a, struct nb_area area)
{
	struct nb_area *copy = nb_new(a, struct nb_area);

	*copy = area;
	return copy;
}

/* What is said of a paragraph on this page. */
static struct nb_annotation
annotation(
    const struct marking *k, const struct nb_remark *m, uint32_t paragraph)
{
	return (struct nb_annotation){
		.paragraph = paragraph,
		.rgb = nb_remark_rgb(k->r, m),
		.name = nb_arena_printf(k->arena, "nianbao-%u", m->number),
		.author = NB_S("nianbao"),
		.text = nb_remark_note(k->arena, k->r, m),
	};
}

/* The areas of one remark on a page, in one highlight. */
static void
add_highlight(const struct marking *k, const struct nb_remark *m, uint32_t page,
    GArray *to)
{
	struct nb_annotation n = { 0 };
	struct nb_area *area = nb_new_n(k->arena, struct nb_area, m->at.n);

	for (uint32_t i = 0; i < m->at.n; i++) {
		const struct nb_place *p = &m->at.place[i];

		if (p->page != page)
			continue;
		if (n.n_areas == 0)
			n = annotation(k, m, p->paragraph);
		area[n.n_areas++] = p->area;
	}
	if (n.n_areas == 0)
		return;
	n.kind = NB_ANNOTATION_HIGHLIGHT;
	n.area = area;
	if (page != m->at.place[0].page)
		n.name = nb_arena_printf(
		    k->arena, NB_FMT "-%u", NB_ARG(n.name), page + 1);
	g_array_append_val(to, n);
}

static void
add_note(const struct marking *k, const struct nb_margin_place *p, GArray *to)
{
	struct nb_annotation n =
	    annotation(k, p->remark, p->remark->at.place[0].paragraph);

	n.kind = NB_ANNOTATION_NOTE;
	n.area = one_area(k->arena, p->note);
	n.n_areas = 1;
	g_array_append_val(to, n);
}

static struct nb_str
link_name(struct marking *k)
{
	return nb_arena_printf(k->arena, "nianbao-link-%u", ++k->names);
}

/* From the number beside the text to the row of the list. */
static void
add_link_to_list(struct marking *k, const struct nb_margin_place *p, GArray *to)
{
	const struct nb_remark *m = p->remark;
	const struct nb_page_block block = { .kind = NB_BLOCK_MARK,
		.whole = m->at.place[0].paragraph };
	const struct nb_annotation n = {
		.kind = NB_ANNOTATION_LINK,
		.paragraph = m->mark,
		.area = one_area(k->arena, p->number),
		.n_areas = 1,
		.name = link_name(k),
		.text = nb_arena_printf(k->arena, "审校意见第%u条", m->number),
		.to_page = m->list_page,
		.to_x = m->list_x,
		.to_y = m->list_y,
	};

	g_array_append_val(k->block, block);
	g_array_append_val(to, n);
}

/* From a row of the list to the words it is said of. */
static void
add_links_back(struct marking *k, uint32_t page, GArray *to)
{
	const GArray *list = k->list[page];

	for (guint i = 0; i < list->len;) {
		const struct nb_list_place *row =
		    &g_array_index(list, struct nb_list_place, i);
		const struct nb_remark *m = &k->all.remark[row->row - 1];
		struct nb_area *area =
		    nb_new_n(k->arena, struct nb_area, list->len - i);
		struct nb_annotation n = { .kind = NB_ANNOTATION_LINK,
			.paragraph = row->paragraph,
			.area = area };

		for (; i < list->len &&
		     g_array_index(list, struct nb_list_place, i).paragraph ==
			 n.paragraph;
		     i++)
			area[n.n_areas++] =
			    g_array_index(list, struct nb_list_place, i).area;
		if (m->at.n == 0)
			continue;
		n.name = link_name(k);
		n.text =
		    nb_arena_printf(k->arena, "第%u条所在的地方", m->number);
		n.to_page = m->at.place[0].page;
		n.to_x = k->pages->body_x;
		n.to_y = m->at.place[0].area.y;
		g_array_append_val(to, n);
	}
}

/* The page's items, and behind them what is set beside them. */
static void
set_margin(struct marking *k, struct nb_page *page, uint32_t index,
    uint32_t *paragraph, GArray *place)
{
	const struct nb_ruler ruler = { k->arena, k->r->t, &k->shaper,
		k->r->script, nb_ruler_shape(k->r->t, page),
		g_array_new(FALSE, TRUE, sizeof(struct nb_item)) };

	if (page->n_items > 0)
		g_array_append_vals(ruler.item, page->item, page->n_items);
	nb_margin_mark(&ruler);
	if (index < k->r->pages->n_pages) {
		nb_margin_lines(&ruler, page);
		nb_margin_numbers(&ruler, &k->all, index, paragraph, place);
	}
	page->n_items = ruler.item->len;
	page->item = nb_arena_take(k->arena, ruler.item);
}

static void
mark_page(struct marking *k, struct nb_page *page, uint32_t index)
{
	GArray *to = g_array_new(FALSE, TRUE, sizeof(struct nb_annotation));
	GArray *place =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_margin_place));
	uint32_t paragraph = k->pages->n_blocks + k->block->len;

	set_margin(k, page, index, &paragraph, place);
	for (uint32_t i = 0; i < k->all.n; i++)
		if (!nb_remark_is_note(&k->all.remark[i]))
			add_highlight(k, &k->all.remark[i], index, to);
	for (guint i = 0; i < place->len; i++) {
		const struct nb_margin_place *p =
		    &g_array_index(place, struct nb_margin_place, i);

		if (nb_remark_is_note(p->remark))
			add_note(k, p, to);
		add_link_to_list(k, p, to);
	}
	add_links_back(k, index, to);
	page->n_annotations = to->len;
	page->annotation = nb_arena_take(k->arena, to);
	g_array_unref(place);
}

/* The blocks of the pages, and behind them those of the numbers. */
static void
add_blocks(struct marking *k, struct nb_pages *pages)
{
	GArray *all = g_array_new(FALSE, TRUE, sizeof(struct nb_page_block));

	g_array_append_vals(all, pages->block, pages->n_blocks);
	g_array_append_vals(all, k->block->data, k->block->len);
	g_array_unref(k->block);
	pages->n_blocks = all->len;
	pages->block = nb_arena_take(k->arena, all);
}

const struct nb_pages *
nb_review_pages(struct nb_arena *a, const struct nb_review *r)
{
	struct marking k = {
		.arena = a,
		.r = r,
		.shaper = nb_shaper_new(a, r->t, r->fonts),
		.all = nb_remarks_new(a, r),
		.block = g_array_new(FALSE, TRUE, sizeof(struct nb_page_block)),
	};
	struct nb_pages *pages = nb_review_list(a, r, &k.all);
	struct nb_page *page = nb_new_n(a, struct nb_page, pages->n_pages);

	k.pages = pages;
	k.list = g_new0(GArray *, pages->n_pages);
	nb_review_list_find(pages, r->pages->n_pages, &k.all, k.list);
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		page[i] = pages->page[i];
		mark_page(&k, &page[i], i);
		g_array_unref(k.list[i]);
	}
	g_free(k.list);
	pages->page = page;
	add_blocks(&k, pages);
	return pages;
}
