/*
 * What follows the text: 附件说明, 署名 and 成文日期.
 */
#include "base/arena.h"
#include "layout/seal.h"
#include "layout/sign.h"
#include "layout/sketch.h"
#include "output/docx/blocks.h"

static bool
is_kind(const struct nb_ooxml *x, uint32_t i, enum nb_ms_kind kind)
{
	return i < x->m->n && x->m->block[i].kind == kind;
}

nb_len
nb_ooxml_width(const struct nb_ooxml *x, const struct nb_ms_block *b,
    const struct nb_text_style *style)
{
	const struct nb_atoms atoms = nb_atoms_new(
	    &x->scratch.shaper, x->arena, b->piece, b->n, style->size);

	return nb_sketch_width(&atoms);
}

/* “附件：1.” hangs in front of the first name, “2.” of the second. */
uint32_t
nb_ooxml_list(struct nb_ooxml *x, uint32_t i)
{
	const struct nb_list_style *style = &x->t->list;
	const uint32_t first = i;
	nb_len left = style->left;

	for (; is_kind(x, i, NB_MS_LIST); i++) {
		const struct nb_ms_block *b = &x->m->block[i];
		struct nb_ms_block label = *b;
		nb_len hang;

		label.n = b->n - 1;
		hang = nb_ooxml_width(x, &label, &x->t->body);
		left = i == first ? left + hang : left;
		nb_ooxml_begin(x,
		    (struct nb_ooxml_look){ .style = NB_OFFICE_LIST,
			.spaced = true,
			.before =
			    i == first ? style->before * x->names.line : 0,
			.line = x->names.line,
			.indented = true,
			.left = left,
			.first = -hang,
			.chars = true });
		nb_ooxml_pieces(x, b);
	}
	return i;
}

/* Names and the date with their widths and places. */
struct signature {
	struct nb_ooxml *x;
	const struct nb_ms_block *name, *date;
	uint32_t n;
	nb_len *width, date_w;
	nb_len before; /* above what comes next */
};

static struct nb_ooxml_look
line_look(struct signature *s, enum nb_office_name style)
{
	const struct nb_ooxml_look look = { .style = style,
		.spaced = true,
		.before = s->before,
		.line = s->x->names.line,
		.indented = true,
		.chars = true };

	s->before = 0;
	return look;
}

/* At the right, right of it free. */
static void
set_right(struct signature *s, enum nb_office_name style,
    const struct nb_ms_block *b, nb_len right)
{
	struct nb_ooxml_look look = line_look(s, style);

	look.right = MAX(right, 0);
	nb_ooxml_begin(s->x, look);
	nb_ooxml_pieces(s->x, b);
}

/* 7.3.5.2: names below each other, flush left; a long one turns over there. */
static void
set_plain(struct signature *s)
{
	const struct nb_template *t = s->x->t;
	const nb_len most = t->body_w - t->sign_right;
	nb_len widest = 0, name_x, date_x;

	for (uint32_t i = 0; i < s->n; i++)
		widest = MAX(widest, MIN(s->width[i], most));
	nb_sign_place(t, widest, s->date_w, &name_x, &date_x);
	name_x = MAX(name_x, 0);
	for (uint32_t i = 0; i < s->n; i++)
		set_right(s, NB_OFFICE_SIGNATURE, &s->name[i],
		    t->body_w - name_x - MIN(s->width[i], widest));
	set_right(s, NB_OFFICE_DATE, s->date, t->body_w - date_x - s->date_w);
}

/* Names of one row, each at its tab. */
static void
set_row(struct signature *s, const struct nb_seal_place *at, uint32_t row)
{
	struct nb_ooxml_look look = line_look(s, NB_OFFICE_SIGNATURE);
	const struct nb_ooxml_run tab = { .kind = NB_OOXML_TAB,
		.face = { .role = NB_FONT_ROLES } };
	look.align = "left";
	for (uint32_t i = 0; i < s->n && look.n_tabs < NB_OOXML_TABS; i++)
		if (at[i].row == row)
			look.tab[look.n_tabs++] = at[i].x;
	nb_ooxml_begin(s->x, look);
	for (uint32_t i = 0; i < s->n; i++) {
		if (at[i].row != row)
			continue;
		nb_ooxml_add(s->x, tab);
		nb_ooxml_pieces(s->x, &s->name[i]);
	}
}

/* 7.3.5.1: centred over the date; rows are as far apart as seals are wide. */
static void
set_sealed(struct signature *s)
{
	const struct nb_template *t = s->x->t;
	struct nb_seal_place *at =
	    nb_new_n(s->x->arena, struct nb_seal_place, s->n);
	const uint32_t rows = nb_seal_places(t, s->width, s->n, s->date_w, at);

	if (rows == 1 && s->n == 1) {
		set_right(s, NB_OFFICE_SIGNATURE, &s->name[0],
		    t->body_w - at[0].x - s->width[0]);
	} else {
		for (uint32_t row = 0; row < rows; row++) {
			set_row(s, at, row);
			s->before = row + 1 < rows
			    ? t->seal.size + t->seal.gap - s->x->names.line
			    : 0;
		}
	}
	set_right(s, NB_OFFICE_DATE, s->date, t->seal.right);
}

uint32_t
nb_ooxml_signature(struct nb_ooxml *x, uint32_t i)
{
	const struct nb_template *t = x->t;
	struct signature s = { .x = x, .name = &x->m->block[i] };
	nb_len widest = 0;

	while (is_kind(x, i + s.n, NB_MS_SIGNATURE))
		s.n++;
	s.width = nb_new_n(x->arena, nb_len, s.n);
	for (uint32_t k = 0; k < s.n; k++) {
		s.width[k] = nb_ooxml_width(x, &s.name[k], &t->signature);
		widest = MAX(widest, s.width[k]);
	}
	nb_assert(is_kind(x, i + s.n, NB_MS_DATE));
	s.date = &x->m->block[i + s.n];
	s.date_w = nb_ooxml_width(x, s.date, &t->signature);
	s.before =
	    x->names.line * (x->m->seal ? t->seal.before : t->sign_before);
	if (x->m->seal && s.n > 0 && widest <= t->body_w - t->sign_right)
		set_sealed(&s);
	else
		set_plain(&s);
	return i + s.n + 1;
}
