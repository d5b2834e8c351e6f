#include "layout/foot.h"

#include "base/arena.h"
#include "layout/breaks.h"
#include "layout/sentence.h"
#include "layout/sketch.h"
#include "model/date.h"

/* 抄送, 主送: a label and the text that hangs from it. */
struct entry {
	struct nb_atoms label, text;
	struct nb_lines lines;
};

struct foot {
	struct nb_sketch s;
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
	return &f->s.g->t->foot;
}

static nb_len
entry_x(const struct foot *f, const struct entry *e)
{
	return style_of(f)->side + nb_sketch_width(&e->label);
}

static void
add_entry(struct foot *f, struct nb_str label, const struct nb_prose *text)
{
	struct nb_galley *g = f->s.g;
	const struct nb_foot_style *style = style_of(f);
	struct nb_sentence s =
	    nb_sentence_new(g->arena, nb_galley_hand(g, &style->text));
	struct entry *e = &f->entry[f->n_entries++];
	nb_len measure;

	nb_sentence_clause(&s, text);
	nb_sentence_words(&s, style->copies_end);
	e->label = nb_sketch_atoms(f->s.g, label, NULL, &style->text);
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
	const struct nb_template *t = f->s.g->t;
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
		.s = nb_sketch_new(g, NB_ROLE_FOOT),
		.parts = parts,
		.line = t->foot.text.size +
		    (nb_len)((int64_t)t->cell * t->line_gap / 1000),
	};
	struct nb_str date = NB_S("");

	if (parts->addressee != NULL)
		add_entry(&f, t->foot.addressee, parts->addressee);
	if (foot == NULL)
		return f;
	if (foot->copies.text.n > 0)
		add_entry(&f, t->foot.copies, &foot->copies);
	if (foot->printed.year != 0)
		date = nb_arena_printf(g->arena, NB_FMT NB_FMT,
		    NB_ARG(nb_date_text(g->arena, &foot->printed)),
		    NB_ARG(t->foot.printed));
	f.printer = nb_sketch_atoms(
	    f.s.g, foot->printer.text, &foot->printer, &t->foot.text);
	f.printed = nb_sketch_atoms(f.s.g, date, NULL, &t->foot.text);
	if (!parts->letter)
		f.printed_lines = printed_lines(&f);
	return f;
}

/* Sets a rule where there are rules; returns where it ends. */
static nb_len
set_rule(struct foot *f, nb_len y, nb_len h)
{
	if (f->parts->letter)
		return y;
	nb_sketch_rule(&f->s, 0, y, f->s.g->t->body_w, h, 0);
	return y + h;
}

/* Text stands in the middle of its line. */
static nb_len
text_top(const struct foot *f, nb_len y)
{
	return y + (f->line - style_of(f)->text.size) / 2;
}

static nb_len
set_entry(struct foot *f, const struct entry *e, nb_len y)
{
	nb_sketch_line(&f->s, &e->label, style_of(f)->side, text_top(f, y));
	for (uint32_t i = 0; i < e->lines.n; i++, y += f->line)
		nb_sketch_fit(&f->s, &e->text, &e->lines.line[i], entry_x(f, e),
		    text_top(f, y));
	return y;
}

static nb_len
set_printed(struct foot *f, nb_len y)
{
	const nb_len side = style_of(f)->side;

	if (f->printer.n > 0)
		nb_sketch_line(&f->s, &f->printer, side, text_top(f, y));
	y += f->line * (f->printed_lines - 1);
	if (f->printed.n > 0)
		nb_sketch_line(&f->s, &f->printed,
		    f->s.g->t->body_w - side - nb_sketch_width(&f->printed),
		    text_top(f, y));
	return y + f->line;
}

/* From the first rule to the last, both included. */
static nb_len
foot_height(const struct foot *f)
{
	const struct nb_foot_style *style = style_of(f);
	nb_len h = f->line * f->printed_lines;

	for (uint32_t i = 0; i < f->n_entries; i++)
		h += f->line * (nb_len)f->entry[i].lines.n;
	if (f->parts->letter)
		return h;
	if (f->printed_lines > 0 && f->n_entries > 0)
		h += style->rule_inner;
	return h + 2 * style->rule_outer;
}

/* The last rule's lower edge is the lower edge of the 版心. */
static void
set_all(struct foot *f, nb_len y)
{
	const struct nb_foot_style *style = style_of(f);

	y = set_rule(f, y, style->rule_outer);
	for (uint32_t i = 0; i < f->n_entries; i++)
		y = set_entry(f, &f->entry[i], y);
	if (f->printed_lines > 0 && f->n_entries > 0)
		y = set_rule(f, y, style->rule_inner);
	if (f->printed_lines > 0)
		y = set_printed(f, y);
	set_rule(f, y, style->rule_outer);
}

/* Rows whose height holds the 版记, half a line's gap above it. */
void
nb_foot_set(struct nb_galley *g, const struct nb_foot_parts *parts)
{
	const struct nb_template *t = g->t;
	struct foot f = make_foot(g, parts);
	const nb_len height = foot_height(&f);
	const nb_len gap = (f.line - t->foot.text.size) / 2;
	const uint32_t rows =
	    (uint32_t)((height + gap + t->pitch - 1) / t->pitch);
	const nb_len above =
	    (g->shape->lines - (nb_len)nb_galley_text_rows(g, rows)) *
	    g->shape->pitch;
	struct nb_block *b;

	if (f.n_entries == 0 && f.printed_lines == 0) {
		g_array_unref(f.s.item);
		return;
	}
	set_all(&f, t->body_h - above - height);
	b = nb_sketch_block(&f.s, rows);
	b->pinned = true;
	b->even = parts->foot != NULL && parts->foot->even;
}
