#include "review/ruler.h"

#include "base/arena.h"
#include "layout/area.h"
#include "layout/setline.h"

const struct nb_page_shape *
nb_ruler_shape(const struct nb_template *t, const struct nb_page *page)
{
	for (uint32_t i = 0; i < page->n_items; i++)
		if (page->item[i].turned)
			return &t->turned;
	return &t->upright;
}

int
nb_ruler_row(const struct nb_template *t, const struct nb_page *page,
    const struct nb_area *area)
{
	const struct nb_page_shape *shape = nb_ruler_shape(t, page);
	const nb_len v = shape->turned ? area->x + area->w / 2 - t->inner
				       : area->y + area->h / 2 - t->top;

	return CLAMP(v / shape->pitch, 0, shape->lines - 1);
}

nb_len
nb_ruler_baseline(const struct nb_ruler *r, int row)
{
	return row * r->shape->pitch + r->t->cell * r->t->baseline / 1000;
}

struct nb_area
nb_ruler_area(const struct nb_ruler *r, nb_len u, nb_len v, nb_len w, nb_len h)
{
	const struct nb_template *t = r->t;

	if (r->shape->turned)
		return (struct nb_area){ t->inner + v,
			t->top + t->body_h - u - w, h, w, true };
	return (struct nb_area){ t->inner + u, t->top + v, w, h, false };
}

static void
place(const struct nb_ruler *r, struct nb_item *it, nb_len u, nb_len v)
{
	const struct nb_template *t = r->t;

	it->turned = r->shape->turned;
	it->x = t->inner + (it->turned ? v : u);
	it->y = t->top + (it->turned ? t->body_h - u : v);
}

struct nb_area
nb_ruler_set(const struct nb_ruler *r, struct nb_str text,
    const struct nb_ruler_look *look, nb_len u, nb_len v)
{
	const struct nb_piece piece = { text,
		nb_hand_of(r->t, r->script, look->style), NULL };
	const struct nb_atoms atoms =
	    nb_atoms_new(r->shaper, r->arena, &piece, 1, look->style->size);
	const struct nb_line_fit all = { .end = atoms.n };
	const struct nb_line_look line = { .role = NB_ROLE_REVIEW,
		.paragraph = look->paragraph };
	const uint32_t n = nb_line_runs(&atoms, &all);
	const nb_len wide = nb_line_width(&atoms, &all);
	struct nb_item *item = nb_new_n(r->arena, struct nb_item, n);
	struct nb_area area = { 0 };

	nb_line_set(
	    r->arena, &atoms, &all, &line, look->ends ? u - wide : u, v, item);
	for (uint32_t i = 0; i < n; i++) {
		struct nb_area own;

		item[i].rgb = look->rgb;
		place(r, &item[i], item[i].x, item[i].y);
		own = nb_run_area(&item[i], 0, item[i].run.n - 1);
		area = i == 0 ? own : nb_area_join(area, own);
	}
	if (n > 0)
		g_array_append_vals(r->item, item, n);
	return area;
}
