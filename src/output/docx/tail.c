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

/* A row of names as the pages have it. */
struct sign_row {
	struct nb_str text;
	nb_len x, w;
	uint32_t paragraph;
};

static void
add_item(
    const struct nb_ooxml *x, struct sign_row *row, const struct nb_item *it)
{
	if (it->kind != NB_ITEM_RUN)
		return;
	if (row->text.n == 0)
		row->x = it->x;
	row->text = nb_arena_printf(
	    x->arena, NB_FMT NB_FMT, NB_ARG(row->text), NB_ARG(it->run.text));
	row->w = it->x + it->run.width - row->x;
	row->paragraph = it->paragraph;
}

/* Rows of names, set as on the pages; the date is below the last. */
static struct sign_row *
set_rows(const struct signature *s, uint32_t *ret_n)
{
	struct nb_ooxml *x = s->x;
	const guint first = x->scratch.block->len;
	struct nb_prose *name = nb_new_n(x->arena, struct nb_prose, s->n);
	const struct nb_prose none = { 0 };
	const struct nb_names joint = { name + 1, s->n - 1 };
	const struct nb_signing signing = { .organ = name,
		.joint = &joint,
		.date = &s->date->date,
		.remark = &none };
	struct sign_row *row;

	for (uint32_t i = 0; i < s->n; i++)
		name[i] = *s->name[i].piece[0].from;
	nb_sign_set(&x->scratch, &signing, 0);
	row =
	    nb_new_n(x->arena, struct sign_row, x->scratch.block->len - first);
	*ret_n = 0;
	for (guint i = first; i < x->scratch.block->len; i++) {
		const struct nb_grid_row *from =
		    g_array_index(x->scratch.block, struct nb_block, i).row[0];

		for (uint32_t k = 0; k < from->n; k++)
			add_item(x, &row[*ret_n], &from->item[k]);
		*ret_n += row[*ret_n].text.n > 0;
	}
	(*ret_n)--;
	return row;
}

/*
 * 7.3.5.2: names below each other, flush left.  A long one is as wide as it is
 * on the pages, so that it turns over where it does there.
 */
static void
set_plain(struct signature *s)
{
	const struct nb_template *t = s->x->t;
	uint32_t n = 0, end;
	const struct sign_row *row = s->n > 0 ? set_rows(s, &n) : NULL;
	nb_len widest = 0, name_x, date_x;
	struct nb_ooxml_look look;

	for (uint32_t i = 0; i < n; i++)
		widest = MAX(widest, row[i].w);
	nb_sign_place(t, widest, s->date_w, &name_x, &date_x);
	for (uint32_t i = 0; i < n; i = end) {
		nb_len wide = row[i].w;

		for (end = i + 1;
		     end < n && row[end].paragraph == row[i].paragraph; end++)
			wide = MAX(wide, row[end].w);
		look = line_look(s, NB_OFFICE_SIGNATURE);
		look.align = "left";
		look.left = row[i].x;
		if (end - i > 1)
			look.right = MAX(t->body_w - row[i].x - wide, 0);
		nb_ooxml_begin(s->x, look);
		for (uint32_t k = i; k < end; k++)
			nb_ooxml_add(s->x, nb_ooxml_text(row[k].text));
	}
	look = line_look(s, NB_OFFICE_DATE);
	look.align = "left";
	look.left = date_x;
	look.right = -t->cell; /* gaps beside figures break no date */
	nb_ooxml_begin(s->x, look);
	nb_ooxml_pieces(s->x, s->date);
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
