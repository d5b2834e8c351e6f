#include "review/margin.h"

#include "base/arena.h"

#include <string.h>

void
nb_margin_mark(const struct nb_ruler *r)
{
	const struct nb_review_style *style = &r->t->review;
	const struct nb_ruler_look look = {
		.style = &style->mark, .rgb = style->mark_rgb, .ends = true
	};
	struct nb_ruler paper = *r;

	/* at the head of the paper, however its text is turned */
	paper.shape = &r->t->upright;
	nb_ruler_set(&paper, style->word, &look, r->t->body_w,
	    style->mark_top + style->mark.size - r->t->top);
}

/* The row a run of text stands on, or -1. */
static int
row_of(const struct nb_ruler *r, const struct nb_item *it)
{
	const nb_len v = it->turned ? it->x - r->t->inner : it->y - r->t->top;
	const nb_len top = v - nb_ruler_baseline(r, 0) + r->shape->pitch / 2;
	const int row = top < 0 ? -1 : top / r->shape->pitch;

	if (it->kind != NB_ITEM_RUN || it->role == NB_ROLE_FOLIO ||
	    row >= r->shape->lines)
		return -1;
	return row;
}

void
nb_margin_lines(const struct nb_ruler *r, const struct nb_page *page)
{
	const struct nb_review_style *style = &r->t->review;
	const struct nb_ruler_look look = {
		.style = &style->line, .rgb = style->line_rgb, .ends = true
	};
	g_autofree bool *has = g_new0(bool, (size_t)r->shape->lines);

	for (uint32_t i = 0; i < page->n_items; i++) {
		const int row = row_of(r, &page->item[i]);

		if (row >= 0)
			has[row] = true;
	}
	for (int row = 0; row < r->shape->lines; row++)
		if (has[row])
			nb_ruler_set(r,
			    nb_arena_printf(r->arena, "%d", row + 1), &look,
			    -style->line_gap, nb_ruler_baseline(r, row));
}

/* Places for numbers beside the rows of a page. */
struct places {
	int rows, columns;
	bool *taken;
};

static bool
is_free(const struct places *p, int row, int column, int n)
{
	if (column + n > p->columns)
		return false;
	for (int i = 0; i < n; i++)
		if (p->taken[row * p->columns + column + i])
			return false;
	return true;
}

/* n free places side by side, as near below the row as can be. */
static void
take(const struct places *p, int n, int *row, int *column)
{
	const int want = *row;

	for (int i = 0; i < p->rows; i++)
		for (int c = 0; c < p->columns; c++) {
			const int at = (want + i) % p->rows;

			if (!is_free(p, at, c, n))
				continue;
			memset(&p->taken[at * p->columns + c], true, (size_t)n);
			*row = at;
			*column = c;
			return;
		}
	*column = p->columns - n;
}

static struct nb_margin_place
set_number(
    const struct nb_ruler *r, struct nb_remark *m, const struct places *p)
{
	const struct nb_review_style *style = &r->t->review;
	const struct nb_ruler_look look = { .style = &style->number,
		.rgb = style->ink[m->finding->severity],
		.paragraph = m->mark };
	const bool note = nb_remark_is_note(m);
	const nb_len size = style->number.size;
	struct nb_margin_place ret = { .remark = m };
	int row = m->row, column;
	nb_len u, v;

	take(p, note ? 2 : 1, &row, &column);
	u = r->shape->body_w + style->number_gap + column * style->number_w;
	v = nb_ruler_baseline(r, row);
	if (note) {
		ret.note = nb_ruler_area(r, u, v - size, size, size);
		u += size * 3 / 2;
	}
	ret.number = nb_ruler_set(
	    r, nb_arena_printf(r->arena, "%u", m->number), &look, u, v);
	return ret;
}

/* From the ends of the lines to the paper's edge, or to 送审稿. */
static nb_len
room_beside(const struct nb_ruler *r)
{
	const struct nb_template *t = r->t;
	const struct nb_review_style *style = &t->review;
	const nb_len all = r->shape->turned
	    ? t->top - style->mark_top - style->mark.size
	    : t->paper_w - t->inner - t->body_w;

	return all - style->number_gap;
}

void
nb_margin_numbers(const struct nb_ruler *r, const struct nb_remarks *all,
    uint32_t page, uint32_t *paragraph, GArray *place)
{
	const nb_len wide = MAX(r->t->review.number_w, 1);
	struct places p = { .rows = r->shape->lines,
		.columns = MAX(room_beside(r) / wide, 2) };

	/* those of words stand beside them, notes where there is room */
	p.taken = g_new0(bool, (size_t)(p.rows * p.columns));
	for (int notes = 0; notes < 2; notes++)
		for (uint32_t i = 0; i < all->n; i++) {
			struct nb_remark *m = &all->remark[i];
			struct nb_margin_place at;

			if (m->at.n == 0 || m->at.place[0].page != page ||
			    nb_remark_is_note(m) != (notes != 0))
				continue;
			m->mark = ++*paragraph;
			at = set_number(r, m, &p);
			g_array_append_val(place, at);
		}
	g_free(p.taken);
}
