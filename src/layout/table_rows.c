/*
 * Heights of a table's rows, and where a page may end between and in them.
 */
#include "base/arena.h"
#include "layout/table.h"

/* Rows of the galley that n lines in a cell take, air included. */
static uint32_t
rows_of(const struct nb_table_layout *t, uint32_t n)
{
	const uint32_t fine = (uint32_t)t->shape->fine;
	const uint32_t line = (uint32_t)t->t->table_style.line;

	return (MAX(n, 1) * line + 1 + fine - 1) / fine;
}

/* The same for a row that may be torn: a line is a whole number of rows. */
static uint32_t
torn_rows_of(const struct nb_table_layout *t, uint32_t n)
{
	const uint32_t line = nb_table_torn_line(t->shape, t->t);

	return n * line + nb_table_torn_air(t->shape) * 2;
}

/* Does a merged cell's text need too much room to stand on one page? */
static bool
is_anchored(const struct nb_table_layout *t, const struct nb_table_cell *c)
{
	return c->rows > 1 &&
	    rows_of(t, c->lines.n) > (uint32_t)t->shape->lines / 3;
}

/* Lines of a row's own cells; of all that begin in it when they are long. */
static uint32_t
count_lines(const struct nb_table_layout *t, uint32_t r)
{
	uint32_t most = 1;

	for (uint32_t k = 0; k < t->grid.cols; k++) {
		struct nb_table_cell *c = nb_table_at(&t->grid, r, k);

		if (!nb_table_is_corner(&t->grid, r, k))
			continue;
		c->anchored = is_anchored(t, c);
		if (c->rows == 1 || c->anchored)
			most = MAX(most, c->lines.n);
	}
	return most;
}

/* Rows that a merged cell stands in grow evenly until its text has room. */
static void
grow_for(struct nb_table_layout *t, const struct nb_table_cell *c)
{
	const uint32_t need = rows_of(t, c->lines.n);
	uint32_t have = 0;

	if (c->rows == 1 || c->anchored)
		return;
	for (uint32_t r = c->row; r < c->row + c->rows; r++)
		have += t->height[r];
	for (uint32_t i = 0; have < need; i++, have++)
		t->height[c->row + i % c->rows]++;
}

static void
find_heights(struct nb_table_layout *t)
{
	const struct nb_table_grid *grid = &t->grid;

	for (uint32_t r = 0; r < grid->rows; r++) {
		const uint32_t n = count_lines(t, r);

		t->height[r] = rows_of(t, n);
		t->torn[r] = t->height[r] > (uint32_t)t->shape->lines / 2;
		if (t->torn[r])
			t->height[r] = torn_rows_of(t, n);
	}
	for (uint32_t r = 0; r < grid->rows; r++)
		for (uint32_t k = 0; k < grid->cols; k++)
			if (nb_table_is_corner(grid, r, k))
				grow_for(t, nb_table_at(grid, r, k));
}

/* A head that fills a third of the page is not repeated. */
static uint32_t
head_rows(const struct nb_table_layout *t)
{
	uint32_t n = 0;

	for (uint32_t r = 0; r < t->grid.n_head; r++)
		n += t->height[r];
	return n <= (uint32_t)t->shape->lines / 3 ? n : 0;
}

/*
 * May a page end behind `lines` lines of a torn row?  No cell is torn below
 * two lines.
 */
static bool
may_tear(const struct nb_table_layout *t, uint32_t r, uint32_t lines)
{
	for (uint32_t k = 0; k < t->grid.cols; k++) {
		const struct nb_table_cell *c = nb_table_at(&t->grid, r, k);
		const bool own = c->row == r && (c->rows == 1 || c->anchored);

		if (own && c->lines.n > lines &&
		    (lines < 2 || c->lines.n - lines < 2))
			return false;
	}
	return true;
}

static void
price_tears(
    const struct nb_table_layout *t, uint32_t r, const struct nb_variant *v)
{
	const uint32_t line = nb_table_torn_line(t->shape, t->t);
	const uint32_t air = nb_table_torn_air(t->shape);

	for (uint32_t i = 0; i + 1 < v->n_rows; i++) {
		const uint32_t end = i + 1 - MIN(i + 1, air);

		v->break_cost[i] = t->torn[r] && end % line == 0 &&
			end / line >= 1 && i + 1 + air < v->n_rows &&
			may_tear(t, r, end / line)
		    ? t->t->table_style.cost_tear
		    : NB_BREAK_NEVER;
	}
}

/* Where each row begins, counted from the table's first. */
static const uint32_t *
sum_heights(const struct nb_table_layout *t)
{
	uint32_t *top = nb_new_n(t->arena, uint32_t, t->grid.rows + 1);

	for (uint32_t r = 0; r < t->grid.rows; r++)
		top[r + 1] = top[r] + t->height[r];
	return top;
}

/*
 * Cost of a page break behind row r: a merged cell it cuts has room for its
 * text on both sides.
 */
static int32_t
break_behind(const struct nb_table_layout *t, const uint32_t *top, uint32_t r)
{
	int32_t cost = 0;

	if (r + 1 == t->grid.rows)
		return 0;
	if (r < t->grid.n_head)
		return NB_BREAK_NEVER;
	if (r == t->grid.n_head)
		cost = t->t->makeup.cost_orphan;
	if (r + 2 == t->grid.rows && t->height[r + 1] <= rows_of(t, 2))
		cost = t->t->makeup.cost_widow;
	for (uint32_t k = 0; k < t->grid.cols; k++) {
		const struct nb_table_cell *c = nb_table_at(&t->grid, r + 1, k);
		const uint32_t need = rows_of(t, c->lines.n);

		if (c->row == r + 1)
			continue;
		cost = MAX(cost, t->t->table_style.cost_span);
		if (!c->anchored &&
		    (top[r + 1] - top[c->row] < need ||
			top[c->row + c->rows] - top[r + 1] < need))
			return NB_BREAK_NEVER;
	}
	return cost;
}

static void
add_rows(struct nb_galley *g, const struct nb_table_layout *t)
{
	const uint32_t *top = sum_heights(t);

	for (uint32_t r = 0; r < t->grid.rows; r++) {
		struct nb_block *b =
		    nb_galley_dressed(g, t->height[r], &t->dress, r);

		price_tears(t, r, &b->variant[0]);
		b->unit.break_after = break_behind(t, top, r);
		if (r >= t->grid.n_head)
			b->unit.n_head = t->head;
	}
}

void
nb_table_rows(struct nb_galley *g, const struct nb_table_grid *grid)
{
	struct nb_table_layout *t = nb_new(g->arena, struct nb_table_layout);

	if (grid->rows == 0 || grid->cols == 0)
		return;
	t->dress.add = nb_table_dress;
	t->arena = g->arena;
	t->t = g->t;
	t->shape = g->shape;
	t->grid = *grid;
	t->height = nb_new_n(g->arena, uint32_t, grid->rows);
	t->torn = nb_new_n(g->arena, bool, grid->rows);
	nb_table_fit(g, t);
	find_heights(t);
	t->head = head_rows(t);
	add_rows(g, t);
}
