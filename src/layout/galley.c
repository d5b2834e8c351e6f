#include "layout/galley.h"

#include "base/arena.h"

struct nb_galley
nb_galley_new(
    struct nb_arena *a, const struct nb_template *t, struct nb_fonts *fonts)
{
	return (struct nb_galley){
		.arena = a,
		.t = t,
		.shaper = nb_shaper_new(a, t, fonts),
		.row = g_array_new(FALSE, TRUE, sizeof(struct nb_grid_row)),
	};
}

void
nb_galley_release(struct nb_galley *g)
{
	g_array_unref(g->row);
}

uint32_t
nb_galley_next_paragraph(struct nb_galley *g)
{
	return ++g->paragraphs;
}

/* An unknown role was refused by the template's reader: fall to the body's. */
enum nb_font_role
nb_galley_role(const struct nb_galley *g, struct nb_str name)
{
	const enum nb_font_role role = nb_font_role_find(name);

	return role != NB_FONT_ROLES ? role
				     : nb_font_role_find(g->t->body.role);
}

struct nb_grid_row *
nb_galley_row(struct nb_galley *g)
{
	const struct nb_grid_row empty = { .keep = false };

	g_array_append_val(g->row, empty);
	return &g_array_index(g->row, struct nb_grid_row, g->row->len - 1);
}

void
nb_galley_blank(struct nb_galley *g, int rows)
{
	while (rows-- > 0)
		nb_galley_row(g);
}

struct nb_grid_row *
nb_galley_line(struct nb_galley *g, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x)
{
	struct nb_grid_row *row = nb_galley_row(g);

	row->item =
	    nb_new_n(g->arena, struct nb_item, nb_line_runs(atoms, fit));
	row->n = nb_line_set(g->arena, atoms, fit, look, x, 0, row->item);
	return row;
}

void
nb_galley_hold(struct nb_galley *g, int n)
{
	const int len = (int)g->row->len;

	for (int i = MAX(len - n, 0); i < len - 1; i++)
		g_array_index(g->row, struct nb_grid_row, i).keep = true;
}

/* Keeps the n rows of a paragraph that was just added with their neighbours. */
static void
keep_rows(struct nb_galley *g, const struct nb_paragraph *p, uint32_t n)
{
	const uint32_t first = g->row->len - n;
	const uint32_t kept = p->keep ? n : MIN(g->owed, n);

	for (uint32_t i = 0; i < kept; i++)
		g_array_index(g->row, struct nb_grid_row, first + i).keep =
		    true;
	if (p->keep)
		g->owed = (uint32_t)MAX(g->t->keep_next - 1, 0);
	else
		g->owed -= kept;
	if (n > 1 && !p->keep)
		nb_galley_hold(g, MIN(g->t->widow, (int)n));
}

void
nb_galley_paragraph(struct nb_galley *g, const struct nb_paragraph *p)
{
	struct nb_arena *scratch = nb_arena_new();
	const struct nb_template *t = g->t;
	const struct nb_line_look look = { p->role, p->level,
		nb_galley_next_paragraph(g) };
	const struct nb_atoms atoms =
	    nb_atoms_new(&g->shaper, scratch, p->piece, p->n_pieces, p->size);
	const struct nb_lines lines = nb_lines_break(scratch, &atoms,
	    &t->breaking, t->body_w - p->first, t->body_w - p->rest);

	for (uint32_t i = 0; i < lines.n; i++) {
		struct nb_grid_row *row = nb_galley_line(g, &atoms,
		    &lines.line[i], &look, i == 0 ? p->first : p->rest);

		if (i == 0) {
			row->bookmark = p->bookmark;
			row->bookmark_level = p->bookmark_level;
		}
	}
	keep_rows(g, p, lines.n);
	nb_arena_free(scratch);
}
