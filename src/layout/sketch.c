#include "layout/sketch.h"

#include "base/arena.h"

struct nb_sketch
nb_sketch_new(struct nb_galley *g, enum nb_item_role role)
{
	return (struct nb_sketch){ g, role,
		g_array_new(FALSE, TRUE, sizeof(struct nb_item)) };
}

struct nb_atoms
nb_sketch_atoms(const struct nb_galley *g, struct nb_str text,
    const struct nb_prose *from, const struct nb_text_style *style)
{
	struct nb_piece *piece = nb_new(g->arena, struct nb_piece);

	*piece = (struct nb_piece){ text, nb_galley_hand(g, style), from };
	return nb_atoms_new(&g->shaper, g->arena, piece, 1, style->size);
}

nb_len
nb_sketch_width(const struct nb_atoms *atoms)
{
	return nb_atoms_width(atoms, 0, atoms->n);
}

/* From the top of a character box to where items are counted from. */
static nb_len
baseline(const struct nb_sketch *s, nb_len top, nb_len em)
{
	const struct nb_template *t = s->g->t;

	return top + (nb_len)((int64_t)(em - t->cell) * t->baseline / 1000);
}

static nb_len
narrowed(nb_len x, int narrow)
{
	return (nb_len)((int64_t)x * narrow / 1000);
}

/* Draws a run that stands right of x narrower. */
static void
make_narrow(struct nb_arena *a, struct nb_item *item, nb_len x, int narrow)
{
	struct nb_glyph *glyph = nb_new_n(a, struct nb_glyph, item->run.n);

	for (uint32_t i = 0; i < item->run.n; i++) {
		glyph[i] = item->run.glyph[i];
		glyph[i].x = narrowed(glyph[i].x, narrow);
	}
	item->x = x + narrowed(item->x - x, narrow);
	item->run.glyph = glyph;
	item->run.width = narrowed(item->run.width, narrow);
	item->run.narrow = narrow;
}

static void
add_line(struct nb_sketch *s, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, nb_len x, nb_len top,
    const struct nb_sketch_look *how)
{
	const struct nb_line_look look = {
		.role = s->role,
		.paragraph = s->g->reading->block->len,
	};
	struct nb_item *item =
	    nb_new_n(s->g->arena, struct nb_item, fit->end - fit->begin);
	const uint32_t n = nb_line_set(s->g->arena, atoms, fit, &look, x,
	    baseline(s, top, atoms->em), item);

	for (uint32_t i = 0; i < n; i++) {
		item[i].rgb = how->rgb;
		if (how->narrow != 0)
			make_narrow(s->g->arena, &item[i], x, how->narrow);
	}
	if (n > 0)
		g_array_append_vals(s->item, item, n);
}

void
nb_sketch_spread(struct nb_sketch *s, const struct nb_atoms *atoms, nb_len x,
    nb_len top, const struct nb_sketch_look *look)
{
	struct nb_line_fit fit = { .end = atoms->n };
	const nb_len width = nb_sketch_width(atoms);
	nb_len wide = look->wide;

	if (look->narrow != 0)
		wide = (nb_len)((int64_t)wide * 1000 / look->narrow);
	if (wide > width)
		fit.stretch = wide - width;
	nb_reading_add(s->g->reading, s->role, 0);
	add_line(s, atoms, &fit, x, top, look);
}

void
nb_sketch_line(
    struct nb_sketch *s, const struct nb_atoms *atoms, nb_len x, nb_len top)
{
	nb_sketch_spread(s, atoms, x, top, &(struct nb_sketch_look){ 0 });
}

void
nb_sketch_fit(struct nb_sketch *s, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, nb_len x, nb_len top)
{
	add_line(s, atoms, fit, x, top, &(struct nb_sketch_look){ 0 });
}

void
nb_sketch_rule(
    struct nb_sketch *s, nb_len x, nb_len top, nb_len w, nb_len h, uint32_t rgb)
{
	const struct nb_item rule = {
		.kind = NB_ITEM_RULE,
		.role = s->role,
		.x = x,
		.y = baseline(s, top, 0),
		.rgb = rgb,
		.rule = { w, h },
	};

	g_array_append_val(s->item, rule);
}

struct nb_block *
nb_sketch_block(struct nb_sketch *s, uint32_t rows)
{
	const uint32_t n = s->item->len;

	return nb_galley_block(s->g, nb_arena_take(s->g->arena, s->item), n,
	    nb_galley_text_rows(s->g, rows));
}
