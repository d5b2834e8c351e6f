/*
 * Text from right to left is shown from left to right, as readers expect it.
 *
 * The stream says only what changes.  Places are rounded from the corner of
 * the paper, so that roundings never add up; within a run the glyphs are kept
 * where they belong by moving (TJ) as soon as they are off.
 */
#include "output/pdf/content.h"

#include "base/beside.h"
#include "output/pdf/cluster.h"
#include "output/pdf/put.h"

#include <stdlib.h>

enum {
	ROUGH = 10,           /* places are multiples of it [1/1000 pt] */
	UNSET = -1,           /* of a parameter: not yet set on this page */
	LONGEST_SHOWN = 8000, /* codes in a string */
};

/* How far a glyph may be off, in 1/1000 of 1/1000 em. */
static const int64_t near = 900;

/* Where the operators are, between one and the next. */
struct pen {
	GString *to;
	const struct nb_embeds *fonts;
	nb_milli h; /* of the paper */
	const struct nb_embed *font;
	nb_milli size, rise, stroke, dash;
	int narrow;         /* [1/1000] */
	int64_t fill, line; /* colours */
	bool in_text;       /* between BT and ET */
	bool turned;        /* the text's matrix */
	nb_milli x, y;      /* where the matrix has its origin */
};

static nb_milli
rough(nb_milli x)
{
	const nb_milli half = x < 0 ? -ROUGH / 2 : ROUGH / 2;

	return (x + half) / ROUGH * ROUGH;
}

static void
put_operator(struct pen *p, const char *name)
{
	g_string_append(p->to, name);
	g_string_append_c(p->to, '\n');
}

/* A parameter of one number, when it changes. */
static void
set_number(struct pen *p, nb_milli *now, nb_milli want, const char *name)
{
	if (*now == want)
		return;
	*now = want;
	nb_put_milli(p->to, want);
	put_operator(p, name);
}

static void
set_colour(struct pen *p, int64_t *now, uint32_t rgb, const char *name)
{
	if (*now == rgb)
		return;
	*now = rgb;
	for (int shift = 16; shift >= 0; shift -= 8)
		nb_put_milli(p->to, ((rgb >> shift & 0xFF) * 1000 + 127) / 255);
	put_operator(p, name);
}

static void
begin_text(struct pen *p)
{
	if (p->in_text)
		return;
	put_operator(p, "BT");
	p->in_text = true;
	p->turned = false;
	p->x = p->y = 0;
}

static void
end_text(struct pen *p)
{
	if (p->in_text)
		put_operator(p, "ET");
	p->in_text = false;
}

/* The text's origin; turned text runs upwards. */
static void
move_to(struct pen *p, nb_milli x, nb_milli y, bool turned)
{
	if (turned == p->turned && !turned) {
		nb_put_milli(p->to, x - p->x);
		nb_put_milli(p->to, y - p->y);
		put_operator(p, "Td");
	} else {
		g_string_append(p->to, turned ? "0 1 -1 0 " : "1 0 0 1 ");
		nb_put_milli(p->to, x);
		nb_put_milli(p->to, y);
		put_operator(p, "Tm");
	}
	p->turned = turned;
	p->x = x;
	p->y = y;
}

static void
set_font(struct pen *p, const struct nb_item *it)
{
	const struct nb_embed *font = nb_embeds_of(p->fonts, it);
	const nb_milli size = nb_milli_of(it->run.size);
	const int narrow = it->run.narrow == 0 ? 1000 : it->run.narrow;

	if (font != p->font || size != p->size) {
		g_string_append_printf(p->to, "/F%u ", font->name);
		nb_put_milli(p->to, size);
		put_operator(p, "Tf");
	}
	p->font = font;
	p->size = size;
	if (narrow != p->narrow) {
		nb_put_milli(p->to, (nb_milli)narrow * 100);
		put_operator(p, "Tz");
	}
	p->narrow = narrow;
}

/* How far the operands of TJ are written. */
enum shown { CLOSED, LIST, STRING };

/* A run while its glyphs are shown. */
struct showing {
	struct pen *pen;
	const struct nb_item *run;
	nb_milli off; /* of the run's origin from where it should be */
	int64_t at;   /* where the next glyph would stand [1/1000 em] */
	enum shown state;
	unsigned n; /* codes in the string */
};

static void
to_state(struct showing *w, enum shown state)
{
	GString *to = w->pen->to;

	if (w->state == CLOSED && state != CLOSED)
		g_string_append_c(to, '[');
	if (w->state == STRING && state != STRING)
		g_string_append_c(to, ')');
	if (w->state != STRING && state == STRING) {
		g_string_append_c(to, '(');
		w->n = 0;
	}
	if (w->state != CLOSED && state == CLOSED)
		put_operator(w->pen, "]TJ");
	w->state = state;
}

/*
 * Off by more than near, the next glyph is moved to its place.  Lengths are
 * multiplied by 1000 (size) and 1000 (narrow) to be whole.
 */
static void
adjust(struct showing *w, const struct nb_glyph *g)
{
	const int64_t mille = w->pen->size * w->pen->narrow;
	const int64_t place =
	    ((int64_t)g->x * 1000 * 1000000 / NB_LEN_PT) + w->off * 1000000;
	const int64_t error = w->at * mille - place;
	const int64_t limit = mille * near / 1000;
	int64_t move;

	if (mille <= 0 || (error <= limit && error >= -limit))
		return;
	move = (2 * error + (error < 0 ? -mille : mille)) / (2 * mille);
	if (move == 0)
		return;
	to_state(w, LIST);
	nb_put_int(w->pen->to, move);
	w->at -= move;
}

static void
show_glyph(struct showing *w, const struct nb_cluster *c, uint32_t i)
{
	const struct nb_glyph *g = &w->run->run.glyph[i];
	const struct nb_embed_glyph *e =
	    nb_embed_glyph(w->pen->font, g->gid, nb_cluster_text(w->run, c, i));
	const uint8_t code[] = { (uint8_t)(e->code >> 8), (uint8_t)e->code };
	const nb_milli rise = nb_milli_of(g->y);

	if (rise != w->pen->rise)
		to_state(w, CLOSED);
	set_number(w->pen, &w->pen->rise, rise, "Ts");
	adjust(w, g);
	if (w->state == STRING && w->n >= LONGEST_SHOWN)
		to_state(w, LIST);
	to_state(w, STRING);
	nb_put_escaped(w->pen->to, code, sizeof(code));
	w->n++;
	w->at += e->width;
}

/* ISO 19005-2, 6.2.11.7.3: such a character is nothing by itself. */
static bool
has_private_use(struct nb_str text)
{
	for (size_t at = 0; at < text.n;)
		if (nb_is_private_use(nb_utf8_next(text, &at)))
			return true;
	return false;
}

/* What the codes of a cluster do not say is said beside them. */
static bool
speaks(const struct showing *w, const struct nb_cluster *c)
{
	const struct nb_glyph *g = &w->run->run.glyph[c->glyph];

	return c->n == 1 && !has_private_use(c->text) &&
	    nb_str_eq(
		nb_embed_glyph(w->pen->font, g->gid, c->text)->text, c->text);
}

static void
show_cluster(struct showing *w, const struct nb_cluster *c)
{
	const bool plain = speaks(w, c);
	GString *to = w->pen->to;

	if (!plain) {
		to_state(w, CLOSED);
		g_string_append(to, "/Span<</ActualText<FEFF");
		nb_put_utf16(to, c->text);
		put_operator(w->pen, ">>>BDC");
	}
	for (uint32_t i = c->glyph; i < c->glyph + c->n; i++)
		show_glyph(w, c, i);
	if (!plain) {
		to_state(w, CLOSED);
		put_operator(w->pen, "EMC");
	}
}

/* Where a point of an item is on the paper: along its line, and above it. */
static void
place(const struct pen *p, const struct nb_item *it, nb_len along, nb_len above,
    nb_milli *x, nb_milli *y)
{
	if (it->turned) {
		*x = nb_milli_of(it->x - above);
		*y = p->h - nb_milli_of(it->y - along);
	} else {
		*x = nb_milli_of(it->x + along);
		*y = p->h - nb_milli_of(it->y - above);
	}
}

static void
draw_run(struct pen *p, const struct nb_item *it)
{
	struct showing w = { .pen = p, .run = it };
	struct nb_cluster c = { 0 };
	nb_milli x, y;

	if (it->run.n == 0)
		return;
	set_colour(p, &p->fill, it->rgb, "rg");
	begin_text(p);
	set_font(p, it);
	place(p, it, 0, it->run.shift, &x, &y);
	move_to(p, rough(x), rough(y), it->turned);
	w.off = it->turned ? y - rough(y) : x - rough(x);
	while (nb_cluster_next(it, &c))
		show_cluster(&w, &c);
	to_state(&w, CLOSED);
}

static void
draw_rule(struct pen *p, const struct nb_item *it)
{
	nb_milli x, y, far_x, far_y;

	set_colour(p, &p->fill, it->rgb, "rg");
	place(p, it, 0, -it->rule.h, &x, &y);
	place(p, it, it->rule.w, 0, &far_x, &far_y);
	nb_put_milli(p->to, MIN(x, far_x));
	nb_put_milli(p->to, MIN(y, far_y));
	nb_put_milli(p->to, llabs(far_x - x));
	nb_put_milli(p->to, llabs(far_y - y));
	put_operator(p, "re f");
}

static void
set_dash(struct pen *p, nb_milli dash)
{
	if (p->dash == dash)
		return;
	p->dash = dash;
	g_string_append_c(p->to, '[');
	if (dash != 0)
		nb_put_milli(p->to, dash);
	put_operator(p, "]0 d");
}

/* Butt ends and mitred corners, as everything begins; filling closes. */
static void
draw_path(struct pen *p, const struct nb_item *it)
{
	const bool filled = it->path.stroke == 0;

	if (it->path.n == 0)
		return;
	if (filled) {
		set_colour(p, &p->fill, it->rgb, "rg");
	} else {
		set_colour(p, &p->line, it->rgb, "RG");
		set_number(p, &p->stroke, nb_milli_of(it->path.stroke), "w");
		set_dash(p, nb_milli_of(it->path.dash));
	}
	for (uint32_t i = 0; i < it->path.n; i++) {
		const struct nb_point *point = &it->path.point[i];
		nb_milli x, y;

		place(p, it, point->x, -point->y, &x, &y);
		nb_put_milli(p->to, x);
		nb_put_milli(p->to, y);
		put_operator(p, i == 0 ? "m" : "l");
	}
	put_operator(p, filled ? "f" : "S");
}

static void
draw_item(struct pen *p, const struct nb_item *it)
{
	if (it->kind != NB_ITEM_RUN)
		end_text(p);
	switch (it->kind) {
	case NB_ITEM_RUN:
		draw_run(p, it);
		break;
	case NB_ITEM_RULE:
		draw_rule(p, it);
		break;
	case NB_ITEM_PATH:
		draw_path(p, it);
		break;
	}
}

void
nb_content_put(GString *to, const struct nb_pages *pages, uint32_t page,
    const struct nb_embeds *fonts, struct nb_structure *s)
{
	const struct nb_page *from = &pages->page[page];
	struct pen p = {
		.to = to,
		.fonts = fonts,
		.h = nb_milli_of(from->h),
		.narrow = 1000,
		.fill = UNSET,
		.line = UNSET,
		.stroke = UNSET,
	};

	for (uint32_t i = 0; i < from->n_items;) {
		const uint32_t end = nb_structure_end(s, page, i);

		nb_structure_begin(s, to, page, i);
		for (; i < end; i++)
			draw_item(&p, &from->item[i]);
		end_text(&p);
		put_operator(&p, "EMC");
	}
}
