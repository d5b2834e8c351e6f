/*
 * What is seen of a table on one page: the frame, closed at every page's end,
 * the rules between cells, and the cells' text.  A merged cell that goes over
 * the page repeats its text in the middle of what is seen of it.
 */
#include "base/arena.h"
#include "layout/setline.h"
#include "layout/table.h"

/* A row of the table on the page. */
struct seen {
	uint32_t row;
	bool again;        /* of the head, repeated */
	uint32_t from, to; /* rows of the galley that are seen of it */
	nb_len top, end;
};

struct page_part {
	const struct nb_table_layout *t;
	struct seen *seen;
	uint32_t n;
	GArray *item;
};

static const struct nb_table_cell *
cell_at(const struct page_part *p, uint32_t i, uint32_t col)
{
	return nb_table_at(&p->t->grid, p->seen[i].row, col);
}

static void
see(struct page_part *p, uint32_t row, uint32_t from, uint32_t to)
{
	p->seen[p->n++] = (struct seen){ .row = row, .from = from, .to = to };
}

/* Was what is seen of the cell from row i on seen on a page before? */
static bool
was_seen(const struct page_part *p, const struct nb_table_cell *c, uint32_t i)
{
	const struct seen *s = &p->seen[i];

	return s->again || c->row < s->row || s->from > 0;
}

/* Rows of the table that stand on the page, the repeated head first. */
static void
see_rows(struct page_part *p, const struct nb_stretch *s)
{
	const struct nb_table_layout *t = p->t;
	const bool begun = s->first.unit > 0 || s->first.row > 0;

	if (begun && t->head > 0)
		for (uint32_t r = 0; r < t->grid.n_head; r++)
			see(p, r, 0, t->height[r]);
	for (uint32_t i = 0; i < p->n; i++)
		p->seen[i].again = true;
	for (uint32_t r = s->first.unit; r <= s->last.unit; r++)
		see(p, r, r == s->first.unit ? s->first.row : 0,
		    r == s->last.unit ? s->last.row + 1 : t->height[r]);
}

/*
 * Tops and ends, from the baseline of the first row.  On the grid of the text
 * the last row's line gap is left out and its loss shared by all.
 */
static void
place_rows(struct page_part *p)
{
	const struct nb_page_shape *shape = p->t->shape;
	const nb_len cell = p->t->t->cell;
	const nb_len zero = -(cell * p->t->t->baseline / 1000);
	const nb_len gap = shape->fine == 1 ? 0 : shape->pitch - cell;
	int64_t rows = 0, high, at = 0;

	for (uint32_t i = 0; i < p->n; i++)
		rows += p->seen[i].to - p->seen[i].from;
	high = rows * shape->pitch - gap;
	for (uint32_t i = 0; i < p->n; i++) {
		p->seen[i].top = zero + (nb_len)(high * at / rows);
		at += p->seen[i].to - p->seen[i].from;
		p->seen[i].end = zero + (nb_len)(high * at / rows);
	}
}

static void
add_rule(const struct page_part *p, nb_len x, nb_len y, nb_len w, nb_len h)
{
	const struct nb_item rule = {
		.kind = NB_ITEM_RULE,
		.role = NB_ROLE_CELL,
		.x = x,
		.y = y,
		.rule = { w, h },
	};

	g_array_append_val(p->item, rule);
}

/* The frame stands inside the table's edges, so inside the 版心. */
static void
add_frame(const struct page_part *p)
{
	const nb_len thick = p->t->t->table_style.frame;
	const nb_len right = p->t->x[p->t->grid.cols];
	const nb_len top = p->seen[0].top, end = p->seen[p->n - 1].end;

	add_rule(p, 0, top, right, thick);
	add_rule(p, 0, end - thick, right, thick);
	add_rule(p, 0, top, thick, end - top);
	add_rule(p, right - thick, top, thick, end - top);
}

/* Above row i, between cells that differ; neighbours make one rule. */
static void
add_rules_above(const struct page_part *p, uint32_t i)
{
	const struct nb_table_layout *t = p->t;
	const nb_len thin = t->t->table_style.rule;
	uint32_t from = 0;

	for (uint32_t k = 0; k <= t->grid.cols; k++) {
		if (k < t->grid.cols &&
		    cell_at(p, i - 1, k) != cell_at(p, i, k))
			continue;
		if (k > from)
			add_rule(p, t->x[from], p->seen[i].top - thin / 2,
			    t->x[k] - t->x[from], thin);
		from = k + 1;
	}
}

/* On the left of column k. */
static void
add_rules_left(const struct page_part *p, uint32_t k)
{
	const nb_len thin = p->t->t->table_style.rule;
	uint32_t from = 0;

	for (uint32_t i = 0; i <= p->n; i++) {
		if (i < p->n && cell_at(p, i, k - 1) != cell_at(p, i, k))
			continue;
		if (i > from)
			add_rule(p, p->t->x[k] - thin / 2, p->seen[from].top,
			    thin, p->seen[i - 1].end - p->seen[from].top);
		from = i + 1;
	}
}

/* Line j of a cell, its box from y down; again: it was on a page before. */
static void
add_line(const struct page_part *p, const struct nb_table_cell *c, uint32_t j,
    nb_len y, nb_len high, bool again)
{
	const struct nb_template *t = p->t->t;
	struct nb_line_fit fit = c->lines.line[j];
	const struct nb_line_look look = {
		.role = NB_ROLE_CELL,
		.paragraph = c->paragraph,
		.again = again,
	};
	const nb_len size = c->atoms.em;
	const nb_len left = p->t->x[c->col], right = p->t->x[c->col + c->cols];
	nb_len x = left + t->table_style.pad;
	const guint n = p->item->len;
	uint32_t made;

	if (c->centred || !c->even)
		fit.stretch = 0;
	if (c->centred)
		x = left + (right - left - nb_line_width(&c->atoms, &fit)) / 2;
	y += (high - size) / 2 + size * t->baseline / 1000;
	g_array_set_size(p->item, n + fit.end - fit.begin);
	made = nb_line_set(p->t->arena, &c->atoms, &fit, &look, x, y,
	    &g_array_index(p->item, struct nb_item, n));
	g_array_set_size(p->item, n + made);
}

static nb_len
line_height(const struct nb_table_layout *t)
{
	return t->t->pitch * t->t->table_style.line / t->t->table_style.grid;
}

/* In the middle of rows i to j of the page. */
static void
add_middle(const struct page_part *p, const struct nb_table_cell *c, uint32_t i,
    uint32_t j)
{
	const nb_len high = line_height(p->t);
	const nb_len room = p->seen[j].end - p->seen[i].top;
	nb_len y = p->seen[i].top + (room - high * (nb_len)c->lines.n) / 2;

	if (c->row < p->seen[i].row && room < high * (nb_len)c->lines.n)
		return;
	for (uint32_t l = 0; l < c->lines.n; l++, y += high)
		add_line(p, c, l, y, high, was_seen(p, c, i));
}

/* The lines of a torn row that fall into what is seen of it. */
static void
add_torn(const struct page_part *p, const struct nb_table_cell *c, uint32_t i)
{
	const struct nb_table_layout *t = p->t;
	const struct seen *s = &p->seen[i];
	const uint32_t per = nb_table_torn_line(t->shape, t->t);
	const uint32_t air = nb_table_torn_air(t->shape);
	const nb_len row = (s->end - s->top) / (nb_len)(s->to - s->from);

	for (uint32_t l = 0; l < c->lines.n; l++) {
		const uint32_t at = air + l * per;

		if (at >= s->from && at < s->to)
			add_line(p, c, l, s->top + row * (nb_len)(at - s->from),
			    row * (nb_len)per, s->again);
	}
}

/* The last row of the page that the cell at row i stands in. */
static uint32_t
last_of(const struct page_part *p, uint32_t i, uint32_t k)
{
	uint32_t j = i;

	while (j + 1 < p->n && cell_at(p, j + 1, k) == cell_at(p, i, k))
		j++;
	return j;
}

static void
add_text(const struct page_part *p, uint32_t i, uint32_t k)
{
	const struct nb_table_cell *c = cell_at(p, i, k);
	const bool own = c->row == p->seen[i].row;

	if (c->col != k || (i > 0 && cell_at(p, i - 1, k) == c))
		return;
	if (c->rows > 1 && !c->anchored)
		add_middle(p, c, i, last_of(p, i, k));
	else if (own && p->t->torn[c->row])
		add_torn(p, c, i);
	else if (own)
		add_middle(p, c, i, i);
}

void
nb_table_dress(const struct nb_dress *dress, const struct nb_stretch *stretch,
    GArray *item)
{
	const struct nb_table_layout *t = (const struct nb_table_layout *)dress;
	struct page_part p = { .t = t, .item = item };

	p.seen = nb_new_n(t->arena, struct seen,
	    t->grid.n_head + stretch->last.unit - stretch->first.unit + 1);
	see_rows(&p, stretch);
	place_rows(&p);
	add_frame(&p);
	for (uint32_t i = 1; i < p.n; i++)
		add_rules_above(&p, i);
	for (uint32_t k = 1; k < t->grid.cols; k++)
		add_rules_left(&p, k);
	for (uint32_t i = 0; i < p.n; i++)
		for (uint32_t k = 0; k < t->grid.cols; k++)
			add_text(&p, i, k);
}
