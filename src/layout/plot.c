#include "layout/plot.h"

#include "base/arena.h"

enum {
	MOST_SPAN = 1000000000, /* of values, so that products fit */
	RAGGED = 100,           /* how much less a short line costs */
};

nb_len
nb_plot_y(const struct nb_plot *p, int64_t value)
{
	int64_t span = nb_ticks_last(&p->ticks) - p->ticks.first;
	int64_t over = value - p->ticks.first;

	for (; span > MOST_SPAN; span /= 10)
		over /= 10;
	return p->bottom - (nb_len)(over * (p->bottom - p->top) / span);
}

nb_len
nb_plot_slot(const struct nb_plot *p)
{
	return (p->right - p->left) / (nb_len)p->n;
}

nb_len
nb_plot_x(const struct nb_plot *p, uint32_t place)
{
	const int64_t w = p->right - p->left;

	return p->left +
	    (nb_len)(w * (2 * (int64_t)place + 1) / (2 * (int64_t)p->n));
}

void
nb_plot_rule(
    struct nb_plot *p, nb_len x, nb_len y, nb_len w, nb_len h, uint32_t rgb)
{
	const struct nb_item item = {
		.kind = NB_ITEM_RULE,
		.role = NB_ROLE_FIGURE,
		.paragraph = p->figure,
		.x = x,
		.y = y,
		.span = p->span,
		.rgb = rgb,
		.rule = { w, h },
	};

	g_array_append_val(p->item, item);
}

void
nb_plot_path(struct nb_plot *p, const struct nb_point *point, uint32_t n,
    const struct nb_path_look *look)
{
	struct nb_point *copy = nb_new_n(p->g->arena, struct nb_point, n);
	struct nb_item item = {
		.kind = NB_ITEM_PATH,
		.role = NB_ROLE_FIGURE,
		.paragraph = p->figure,
		.x = point[0].x,
		.y = point[0].y,
		.span = p->span,
		.rgb = look->rgb,
		.path = { copy, n, look->stroke, look->dash },
	};

	for (uint32_t i = 0; i < n; i++)
		copy[i] = (struct nb_point){ point[i].x - item.x,
			point[i].y - item.y };
	g_array_append_val(p->item, item);
}

static struct nb_atoms
atoms_of(const struct nb_plot *p, struct nb_str text)
{
	struct nb_piece *piece = nb_new(p->g->arena, struct nb_piece);

	*piece = (struct nb_piece){ text, p->hand, NULL };
	return nb_atoms_new(
	    &p->g->shaper, p->g->arena, piece, 1, p->style->text.size);
}

nb_len
nb_plot_text_width(const struct nb_plot *p, struct nb_str text)
{
	const struct nb_atoms atoms = atoms_of(p, text);

	return nb_atoms_width(&atoms, 0, atoms.n);
}

/* Room for the items of a line at the end of the list. */
static struct nb_item *
make_room(GArray *item, uint32_t n)
{
	const guint old = item->len;

	g_array_set_size(item, old + n);
	return &g_array_index(item, struct nb_item, old);
}

static void
set_line(struct nb_plot *p, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look,
    enum nb_plot_align align, nb_len x, nb_len y)
{
	const nb_len w = nb_line_width(atoms, fit);
	const guint old = p->item->len;
	uint32_t n;

	if (align != NB_PLOT_LEFT)
		x -= align == NB_PLOT_CENTRE ? w / 2 : w;
	n = nb_line_set(p->g->arena, atoms, fit, look, x, y,
	    make_room(p->item, fit->end - fit->begin));
	g_array_set_size(p->item, old + n);
}

/* Lines are not spread out: a short one is no flaw, a lone character is. */
static struct nb_lines
lines_within(
    const struct nb_plot *p, const struct nb_atoms *atoms, nb_len measure)
{
	struct nb_break_style ragged = p->g->t->breaking;

	ragged.cost_stretch /= RAGGED;
	return nb_lines_break(
	    p->g->arena, atoms, &ragged, measure, measure, NB_LINES_BEST);
}

struct nb_plot_lines
nb_plot_break(const struct nb_plot *p, const struct nb_sentence *s, nb_len size,
    nb_len measure)
{
	struct nb_plot_lines lines = {
		.atoms = nb_atoms_new(
		    &p->g->shaper, p->g->arena, s->piece, s->n, size),
	};
	const nb_len all = nb_atoms_width(&lines.atoms, 0, lines.atoms.n);
	const struct nb_lines wide = lines_within(p, &lines.atoms, measure);

	lines.line = wide;
	for (nb_len w = MAX(all / (nb_len)MAX(wide.n, 1), size);
	     wide.n > 1 && w < measure; w += size / 2) {
		const struct nb_lines even = lines_within(p, &lines.atoms, w);

		if (even.n > wide.n)
			continue;
		lines.line = even;
		break;
	}
	return lines;
}

/* A paragraph of the figure. */
static struct nb_line_look
new_look(const struct nb_plot *p, enum nb_item_role role)
{
	const struct nb_line_look look = nb_galley_look(p->g, role, 0);

	nb_reading_at(p->g->reading, look.paragraph)->whole = p->figure;
	return look;
}

void
nb_plot_set_lines(struct nb_plot *p, const struct nb_plot_lines *lines,
    enum nb_item_role role, enum nb_plot_align align, nb_len x, nb_len y,
    nb_len pitch)
{
	const struct nb_line_look look = new_look(p, role);

	for (uint32_t i = 0; i < lines->line.n; i++) {
		struct nb_line_fit fit = lines->line.line[i];

		fit.stretch = 0;
		set_line(p, &lines->atoms, &fit, &look, align, x,
		    y + pitch * (nb_len)i);
	}
}

void
nb_plot_text(struct nb_plot *p, struct nb_str text, enum nb_plot_align align,
    nb_len x, nb_len y)
{
	const struct nb_atoms atoms = atoms_of(p, text);
	const struct nb_line_fit all = { .end = atoms.n };
	const struct nb_line_look look = new_look(p, NB_ROLE_FIGURE);

	set_line(p, &atoms, &all, &look, align, x, y);
}

void
nb_plot_text_turned(struct nb_plot *p, struct nb_str text, nb_len x, nb_len y)
{
	const nb_len size = p->style->text.size;
	const guint old = p->item->len;

	nb_plot_text(p, text, NB_PLOT_LEFT, 0, 0);
	for (guint i = old; i < p->item->len; i++) {
		struct nb_item *item =
		    &g_array_index(p->item, struct nb_item, i);

		item->turned = true;
		item->y = y - item->x;
		item->x = x + size * p->g->t->centre / 1000;
	}
}

void
nb_plot_box(
    struct nb_plot *p, uint32_t rgb, nb_len x, nb_len y, nb_len w, nb_len h)
{
	const struct nb_point corner[] = { { x, y }, { x + w, y },
		{ x + w, y + h }, { x, y + h }, { x, y }, { x + w, y } };
	const struct nb_path_look outline = { .stroke = p->style->outline };

	nb_plot_rule(p, x, y, w, h, rgb);
	nb_plot_path(p, corner, NB_COUNT(corner), &outline);
}
