#include "layout/foot.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/breaks.h"
#include "layout/codes.h"
#include "layout/sketch.h"
#include "model/date.h"

/* 抄送, 主送: a label and the text that hangs from it. */
struct entry {
	struct nb_atoms label, text;
	struct nb_lines lines;
};

/* A line of the 版记, and the rule above it. */
struct strip {
	nb_len rule;               /* 0: none */
	const struct entry *entry; /* NULL: the 印发 line, or both of it */
	uint32_t line;             /* of the entry */
};

struct foot {
	struct nb_galley *g;
	struct nb_sketch s; /* of the page under way */
	const struct nb_foot_parts *parts;
	struct entry entry[2];
	uint32_t n_entries;
	struct nb_atoms printer, printed;
	int printed_lines; /* 0: there is no 印发 line */
	nb_len line;       /* from a line to the next */
};

static const struct nb_foot_style *
style_of(const struct foot *f)
{
	return &f->g->t->foot;
}

static nb_len
entry_x(const struct foot *f, const struct entry *e)
{
	return style_of(f)->side + nb_sketch_width(&e->label);
}

struct nb_sentence
nb_foot_entry_words(const struct nb_galley *g, const struct nb_prose *text)
{
	const struct nb_foot_style *style = &g->t->foot;
	struct nb_sentence s =
	    nb_sentence_new(g->arena, nb_galley_hand(g, &style->text));

	nb_sentence_clause(&s, text);
	nb_sentence_words(&s, style->copies_end);
	return s;
}

struct nb_str
nb_foot_printed(const struct nb_galley *g, const struct nb_date *date)
{
	if (date->year == 0)
		return NB_S("");
	return nb_arena_printf(g->arena, NB_FMT NB_FMT,
	    NB_ARG(nb_date_text(g->arena, date)), NB_ARG(g->t->foot.printed));
}

static void
add_entry(struct foot *f, struct nb_str label, const struct nb_prose *text)
{
	struct nb_galley *g = f->g;
	const struct nb_foot_style *style = style_of(f);
	const struct nb_sentence s = nb_foot_entry_words(g, text);
	struct entry *e = &f->entry[f->n_entries++];
	nb_len measure;

	e->label = nb_sketch_atoms(f->g, label, NULL, &style->text);
	e->text =
	    nb_atoms_new(&g->shaper, g->arena, s.piece, s.n, style->text.size);
	measure = g->shape->body_w - style->side - entry_x(f, e);
	e->lines = nb_lines_break(g->arena, &e->text, &g->t->breaking, measure,
	    measure, NB_LINES_BEST);
}

/* The date goes below an organ that leaves no room for it. */
static int
printed_lines(const struct foot *f)
{
	const struct nb_template *t = f->g->t;
	const nb_len width = nb_sketch_width(&f->printer) +
	    nb_sketch_width(&f->printed) + 2 * t->foot.side + t->cell;

	if (f->printer.n == 0 || f->printed.n == 0)
		return f->printer.n + f->printed.n > 0;
	return width > t->body_w ? 2 : 1;
}

static struct foot
make_foot(struct nb_galley *g, const struct nb_foot_parts *parts)
{
	const struct nb_template *t = g->t;
	const struct nb_foot *foot = parts->foot;
	struct foot f = {
		.g = g,
		.parts = parts,
		.line = t->foot.text.size +
		    (nb_len)((int64_t)t->cell * t->line_gap / 1000),
	};
	struct nb_prose *day = nb_new(g->arena, struct nb_prose);

	if (parts->addressee != NULL)
		add_entry(&f, t->foot.addressee, parts->addressee);
	if (foot == NULL)
		return f;
	if (foot->copies.text.n > 0)
		add_entry(&f, t->foot.copies, &foot->copies);
	*day = parts->printed != NULL
	    ? *parts->printed
	    : nb_prose_made(g->arena, nb_foot_printed(g, &foot->printed),
		  foot->printed.span);
	f.printer = nb_sketch_atoms(
	    g, foot->printer.text, &foot->printer, &t->foot.text);
	f.printed = nb_sketch_atoms(g, day->text, day, &t->foot.text);
	if (!parts->letter)
		f.printed_lines = printed_lines(&f);
	return f;
}

/* Sets a rule where there are rules; returns where it ends. */
static nb_len
set_rule(struct foot *f, nb_len y, nb_len h)
{
	if (f->parts->letter || h == 0)
		return y;
	nb_sketch_rule(&f->s, 0, y, f->g->t->body_w, h, 0);
	return y + h;
}

/* Text stands in the middle of its line. */
static nb_len
text_top(const struct foot *f, nb_len y)
{
	return y + (f->line - style_of(f)->text.size) / 2;
}

static void
set_entry_line(struct foot *f, const struct strip *strip, nb_len y)
{
	const struct entry *e = strip->entry;

	if (strip->line == 0)
		nb_sketch_line(
		    &f->s, &e->label, style_of(f)->side, text_top(f, y));
	nb_sketch_fit(&f->s, &e->text, &e->lines.line[strip->line],
	    entry_x(f, e), text_top(f, y));
}

static void
set_printed(struct foot *f, nb_len y)
{
	const nb_len side = style_of(f)->side;

	if (f->printer.n > 0)
		nb_sketch_line(&f->s, &f->printer, side, text_top(f, y));
	y += f->line * (f->printed_lines - 1);
	if (f->printed.n > 0)
		nb_sketch_line(&f->s, &f->printed,
		    f->g->t->body_w - side - nb_sketch_width(&f->printed),
		    text_top(f, y));
}

/* All lines in their order, struct strip. */
static GArray *
strips_of(const struct foot *f)
{
	const struct nb_foot_style *style = style_of(f);
	GArray *strips = g_array_new(FALSE, TRUE, sizeof(struct strip));
	struct strip strip = { .rule = style->rule_outer };

	for (uint32_t i = 0; i < f->n_entries; i++) {
		strip.entry = &f->entry[i];
		for (strip.line = 0; strip.line < strip.entry->lines.n;
		     strip.line++) {
			g_array_append_val(strips, strip);
			strip.rule = 0;
		}
	}
	if (f->printed_lines > 0) {
		strip.rule =
		    strips->len == 0 ? style->rule_outer : style->rule_inner;
		strip.entry = NULL;
		g_array_append_val(strips, strip);
	}
	return strips;
}

static nb_len
strip_height(const struct foot *f, const struct strip *strip)
{
	return (f->parts->letter ? 0 : strip->rule) +
	    f->line * (strip->entry == NULL ? f->printed_lines : 1);
}

/* Sets strips [first, end) from y on. */
static void
set_strips(
    struct foot *f, const GArray *strips, guint first, guint end, nb_len y)
{
	for (guint i = first; i < end; i++) {
		const struct strip *strip =
		    &g_array_index(strips, struct strip, i);
		const nb_len text = set_rule(f, y, strip->rule);

		if (strip->entry != NULL)
			set_entry_line(f, strip, text);
		else
			set_printed(f, text);
		y += strip_height(f, strip);
	}
	if (end == strips->len)
		set_rule(f, y, style_of(f)->rule_outer);
}

/* The last page's part, whose last rule ends where the 版心 does. */
static struct nb_block *
set_last(struct foot *f, const GArray *strips, guint first, nb_len height)
{
	struct nb_galley *g = f->g;
	const struct nb_template *t = g->t;
	const nb_len gap = (f->line - t->foot.text.size) / 2;
	const uint32_t rows =
	    MIN((uint32_t)((height + gap + t->pitch - 1) / t->pitch),
		(uint32_t)t->lines);
	const nb_len above =
	    (g->shape->lines - (nb_len)nb_galley_text_rows(g, rows)) *
	    g->shape->pitch;

	f->s = nb_sketch_new(g, NB_ROLE_FOOT);
	set_strips(f, strips, first, strips->len, t->body_h - above - height);
	return nb_sketch_block(&f->s, rows);
}

/* A page full of strips, from the top. */
static struct nb_block *
set_page(struct foot *f, const GArray *strips, guint first, guint end)
{
	f->s = nb_sketch_new(f->g, NB_ROLE_FOOT);
	set_strips(f, strips, first, end, 0);
	return nb_sketch_block(&f->s, (uint32_t)f->g->t->lines);
}

/*
 * A page takes as many strips as it holds; what is left stands at the foot of
 * the last one.  Half a line's gap is left above the 版记.
 */
static void
set_all(struct foot *f, const GArray *strips)
{
	const struct nb_foot_parts *parts = f->parts;
	const nb_len end_rule = parts->letter ? 0 : style_of(f)->rule_outer;
	nb_len height = end_rule;
	struct nb_block *b;
	guint first = 0;

	for (guint i = 0; i < strips->len; i++) {
		const nb_len h =
		    strip_height(f, &g_array_index(strips, struct strip, i));

		if (height + h > f->g->t->body_h) {
			set_page(f, strips, first, i)->unit.foot = true;
			first = i;
			height = end_rule;
		}
		height += h;
	}
	b = set_last(f, strips, first, height);
	b->unit.foot = true;
	b->unit.even = parts->foot != NULL && parts->foot->even;
}

static void
report_tall(const struct foot *f, const GArray *strips, struct nb_diags *d)
{
	const struct nb_foot_parts *parts = f->parts;
	nb_len height = 0;

	for (guint i = 0; i < strips->len; i++)
		height +=
		    strip_height(f, &g_array_index(strips, struct strip, i));
	if (height > f->g->t->body_h)
		nb_diag_add(d, &nb_code_L04,
		    nb_prose_all(parts->addressee != NULL
			    ? parts->addressee
			    : &parts->foot->copies),
		    "版记有%u行，一面排不下，接排到下一面", strips->len);
}

void
nb_foot_set(
    struct nb_galley *g, const struct nb_foot_parts *parts, struct nb_diags *d)
{
	struct foot f = make_foot(g, parts);
	GArray *strips = strips_of(&f);

	if (strips->len > 0) {
		report_tall(&f, strips, d);
		set_all(&f, strips);
	}
	g_array_unref(strips);
}
