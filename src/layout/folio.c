#include "layout/folio.h"

#include "base/arena.h"

/* From the left of the 版心. */
static nb_len
folio_x(const struct nb_template *t, uint32_t number, nb_len width)
{
	switch (t->folio_place) {
	case NB_FOLIO_OUTER:
		return number % 2 == 0 ? t->folio_edge
				       : t->body_w - t->folio_edge - width;
	case NB_FOLIO_CENTRE:
		return (t->body_w - width) / 2;
	}
	NB_UNREACHABLE();
}

uint32_t
nb_folio_set(const struct nb_galley *g, uint32_t number, struct nb_item *item)
{
	const struct nb_template *t = g->t;
	struct nb_arena *scratch = nb_arena_new();
	const struct nb_hand hand = nb_galley_hand(g, &t->folio);
	const struct nb_piece piece[] = {
		{ t->folio_dash, hand, NULL },
		{ nb_arena_printf(g->arena, "%u", number), hand, NULL },
		{ t->folio_dash, hand, NULL },
	};
	const struct nb_line_look look = nb_galley_look(g, NB_ROLE_FOLIO, 0);
	/* 一字线 stands at the characters' centre, folio_drop under the 版心 */
	const nb_len y = t->top + t->body_h + t->folio_drop +
	    t->folio.size * t->centre / 1000;
	struct nb_atoms atoms[NB_COUNT(piece)];
	nb_len width = 2 * t->folio_gap, x;
	uint32_t n = 0;

	for (size_t i = 0; i < NB_COUNT(piece); i++) {
		atoms[i] = nb_atoms_new(
		    &g->shaper, scratch, &piece[i], 1, t->folio.size);
		width += nb_atoms_width(&atoms[i], 0, atoms[i].n);
	}
	x = t->inner + folio_x(t, number, width);
	for (size_t i = 0; i < NB_COUNT(piece); i++) {
		const struct nb_line_fit all = { .end = atoms[i].n };

		nb_assert(n + nb_line_runs(&atoms[i], &all) <= NB_FOLIO_ITEMS);
		n += nb_line_set(
		    g->arena, &atoms[i], &all, &look, x, y, item + n);
		x += nb_atoms_width(&atoms[i], 0, atoms[i].n) + t->folio_gap;
	}
	nb_arena_free(scratch);
	return n;
}
