#include "layout/flow.h"

#include "base/arena.h"
#include "layout/folio.h"

#include <string.h>

/* Pages and bookmarks as they come. */
struct flow {
	struct nb_arena *arena;
	const struct nb_template *t;
	GArray *page;     /* of struct nb_page */
	GArray *bookmark; /* of struct nb_bookmark */
};

/* One page being filled from a galley. */
struct sheet {
	const struct nb_galley *g;
	GArray *item; /* of struct nb_item */
	uint32_t index;
	int line;                     /* the next free row */
	bool folio;                   /* it bears one */
	const struct nb_dress *dress; /* of the last row placed, or NULL */
	struct nb_stretch stretch;
	int stretch_line; /* where it begins */
};

static struct nb_block *
block_at(const struct nb_galley *g, uint32_t i)
{
	return &g_array_index(g->block, struct nb_block, i);
}

static void
add_bookmark(
    const struct flow *f, const struct sheet *s, const struct nb_grid_row *row)
{
	const bool turned = s->g->shape->turned;
	const nb_len down = s->g->shape->pitch * s->line;
	const struct nb_bookmark mark = {
		.text = row->bookmark,
		.level = row->bookmark_level,
		.page = s->index,
		.x = f->t->inner + (turned ? down : 0),
		.y = f->t->top + (turned ? 0 : down),
	};

	if (mark.level != 0)
		g_array_append_val(f->bookmark, mark);
}

/* Moves items from `first` on to a line of the page. */
static void
move_items(const struct flow *f, const struct sheet *s, guint first, int line)
{
	const nb_len y = f->t->top + s->g->shape->pitch * line +
	    f->t->cell * f->t->baseline / 1000;

	for (guint i = first; i < s->item->len; i++) {
		struct nb_item *item =
		    &g_array_index(s->item, struct nb_item, i);

		item->x += f->t->inner;
		item->y += y;
	}
}

/* Places the items of a row on the next free line of the page. */
static void
place_row(const struct flow *f, struct sheet *s, const struct nb_grid_row *row)
{
	const guint first = s->item->len;

	if (row->n > 0)
		g_array_append_vals(s->item, row->item, row->n);
	move_items(f, s, first, s->line);
	add_bookmark(f, s, row);
	s->line++;
}

/* Dresses the rows placed since the stretch began. */
static void
end_stretch(const struct flow *f, struct sheet *s)
{
	const guint first = s->item->len;

	if (s->dress == NULL)
		return;
	s->dress->add(s->dress, &s->stretch, s->item);
	move_items(f, s, first, s->stretch_line);
	s->dress = NULL;
}

/* Row r of a block is about to be placed, behind `above` rows of its head. */
static void
note_stretch(const struct flow *f, struct sheet *s, const struct nb_block *b,
    uint32_t r, int above)
{
	if (b->dress != s->dress) {
		end_stretch(f, s);
		s->dress = b->dress;
		s->stretch.first = (struct nb_page_start){ b->part, r };
		s->stretch_line = s->line - above;
	}
	s->stretch.last = (struct nb_page_start){ b->part, r };
}

static void
begin_page(const struct flow *f, struct sheet *s)
{
	s->item = g_array_new(FALSE, TRUE, sizeof(struct nb_item));
	s->index = f->page->len;
	s->line = 0;
	s->folio = true;
	s->dress = NULL;
}

/* The paper's place of a point of a turned page: its head is at the left. */
static void
turn_items(const struct flow *f, const struct sheet *s)
{
	const struct nb_template *t = f->t;

	for (guint i = 0; i < s->item->len; i++) {
		struct nb_item *item =
		    &g_array_index(s->item, struct nb_item, i);
		const nb_len x = item->x - t->inner, y = item->y - t->top;

		item->turned = true;
		item->x = t->inner + y;
		item->y = t->top + t->body_h - x;
	}
}

static void
end_page(const struct flow *f, struct sheet *s)
{
	struct nb_item folio[NB_FOLIO_ITEMS] = { 0 };
	struct nb_page page = {
		.w = f->t->paper_w, .h = f->t->paper_h, .number = s->index + 1
	};
	uint32_t n;

	end_stretch(f, s);
	if (s->g->shape->turned)
		turn_items(f, s);
	n = s->folio ? nb_folio_set(s->g, page.number, folio) : 0;
	if (n > 0)
		g_array_append_vals(s->item, folio, n);
	page.n_items = s->item->len;
	page.item = nb_arena_take(f->arena, s->item);
	g_array_append_val(f->page, page);
}

/*
 * Goes to where the 版记 begins.  An empty page before it, and its own
 * page then, bear no folio (7.5).
 */
static void
go_to_foot(const struct flow *f, struct sheet *s, const struct nb_block *b)
{
	const int rows = (int)b->variant[0].n_rows;

	if (b->unit.even && s->index % 2 == 0) {
		const bool empty = s->line == 0;

		s->folio = s->folio && !empty;
		end_page(f, s);
		begin_page(f, s);
		s->folio = !empty;
	}
	s->line = MAX(s->line, s->g->shape->lines - rows);
}

static void
fill_pages(const struct flow *f, struct nb_galley *g, const struct nb_makeup *m)
{
	struct sheet s = { .g = g };
	uint32_t next = 1; /* page that the walk has not reached yet */

	begin_page(f, &s);
	s.folio = !g->first_unnumbered;
	for (uint32_t u = 0; u < g->block->len; u++) {
		const struct nb_block *b = block_at(g, u);
		const uint32_t v = m->variant[u];

		for (uint32_t r = 0; r < b->variant[v].n_rows; r++) {
			int above = 0;

			if (next < m->n_pages && m->page[next].unit == u &&
			    m->page[next].row == r) {
				end_page(f, &s);
				begin_page(f, &s);
				/* room for the table's head, repeated */
				s.line = above = (int)b->unit.n_head;
				next++;
			}
			if (b->unit.foot && r == 0)
				go_to_foot(f, &s, b);
			note_stretch(f, &s, b, r, above);
			if (!b->unit.blank || s.line > 0)
				place_row(f, &s, &b->row[v][r]);
		}
	}
	end_page(f, &s);
}

/* Costs of rows of text, in rows of the galley. */
static struct nb_makeup_style
makeup_style(const struct flow *f, const struct nb_galley *g)
{
	const struct nb_makeup_costs *cost = &f->t->makeup;
	const int grid = f->t->table_style.grid, fine = g->shape->fine;

	return (struct nb_makeup_style){
		.rows = (uint32_t)g->shape->lines,
		.cost_empty = cost->cost_empty * fine * fine / (grid * grid),
		.last_rows = nb_galley_text_rows(g, (uint32_t)cost->last_rows),
		.cost_last = cost->cost_last * fine * fine / (grid * grid),
		.cost_foot_alone = cost->cost_foot_alone,
		.cost_blank = cost->cost_blank,
		.first_odd = f->page->len % 2 == 0,
	};
}

static void
flow_galley(const struct flow *f, struct nb_galley *g)
{
	const struct nb_makeup_style style = makeup_style(f, g);
	struct nb_unit *unit =
	    nb_new_n(f->arena, struct nb_unit, g->block->len);
	struct nb_makeup m;

	for (uint32_t u = 0; u < g->block->len; u++) {
		struct nb_block *b = block_at(g, u);

		unit[u] = b->unit;
		unit[u].variant = b->variant;
	}
	m = nb_makeup_find(f->arena, unit, g->block->len, &style);
	fill_pages(f, g, &m);
}

struct nb_pages *
nb_flow(struct nb_galley *galley, uint32_t n)
{
	const struct nb_template *t = galley[0].t;
	const struct flow f = { galley[0].arena, t,
		g_array_new(FALSE, TRUE, sizeof(struct nb_page)),
		g_array_new(FALSE, TRUE, sizeof(struct nb_bookmark)) };
	struct nb_pages *pages = nb_new(f.arena, struct nb_pages);

	for (uint32_t i = 0; i < n; i++)
		flow_galley(&f, &galley[i]);
	pages->n_pages = f.page->len;
	pages->n_bookmarks = f.bookmark->len;
	pages->page = nb_arena_take(f.arena, f.page);
	pages->bookmark = nb_arena_take(f.arena, f.bookmark);
	pages->body_x = t->inner;
	pages->body_y = t->top;
	pages->body_w = t->body_w;
	pages->body_h = t->body_h;
	return pages;
}
