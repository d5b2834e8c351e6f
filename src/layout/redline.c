/*
 * layout/redline.c - pieces of a text in the hand of their place, each with its
 * revision.
 */
#include "layout/redline.h"

#include "base/arena.h"
#include "layout/attach.h"
#include "layout/attach_list.h"
#include "layout/chart.h"
#include "layout/flow.h"
#include "layout/foot.h"
#include "layout/notice.h"
#include "layout/opening.h"
#include "layout/sentence.h"
#include "layout/sign.h"
#include "layout/table.h"

struct book {
	struct nb_galley *g; /* the last */
	GArray *galley;      /* of struct nb_galley */
	const struct nb_template *t;
	struct nb_fonts *fonts;
	struct nb_reading *reading;
	const struct nb_redline *from;
	struct nb_diags *diags;
	struct nb_charts charts;
	const struct nb_prose *moved; /* 主送, to the 版记; or NULL */
};

static void
add_pieces(struct nb_sentence *s, struct nb_hand hand,
    const struct nb_redline_text *text)
{
	for (uint32_t i = 0; i < text->n; i++) {
		hand.revision = text->piece[i].revision;
		nb_sentence_in(s, hand);
		nb_sentence_words(s, text->piece[i].text);
	}
}

static void
set_paragraph(const struct book *b, const struct nb_redline_leaf *leaf)
{
	const struct nb_template *t = b->g->t;
	const struct nb_hand hand = nb_galley_hand(b->g, &t->body);
	struct nb_sentence s = nb_sentence_new(b->g->arena, hand);
	struct nb_paragraph p = {
		.role = NB_ROLE_BODY,
		.size = t->body.size,
		.first = t->indent,
	};

	add_pieces(&s, hand, &leaf->text);
	p.piece = s.piece;
	p.n_pieces = s.n;
	if (s.n > 0)
		nb_galley_paragraph(b->g, &p);
}

/* On a line of its own, or with the text behind it on the same line. */
static void
set_heading(const struct book *b, const struct nb_redline_leaf *leaf)
{
	const struct nb_template *t = b->g->t;
	const struct nb_hand hand = nb_galley_hand(b->g, &leaf->style->text);
	const bool run_in = leaf->body.n > 0;
	const uint8_t level = (uint8_t)MIN(leaf->depth, NB_HEADING_LEVELS);
	struct nb_sentence s = nb_sentence_new(b->g->arena, hand);
	struct nb_paragraph p = {
		.role = run_in ? NB_ROLE_BODY : NB_ROLE_HEADING,
		.level = level,
		.size = t->body.size,
		.first = t->indent,
		.keep = !run_in,
		.bookmark = leaf->bookmark,
		.bookmark_level = leaf->bookmark.n > 0 ? level : 0,
	};

	add_pieces(&s, hand, &leaf->text);
	add_pieces(&s, nb_galley_hand(b->g, &t->body), &leaf->body);
	p.piece = s.piece;
	p.n_pieces = s.n;
	if (s.n > 0)
		nb_galley_paragraph(b->g, &p);
}

/* Its paragraph; 0: there is none. */
static uint32_t
set_caption(const struct book *b, const struct nb_redline_text *text)
{
	const struct nb_hand hand =
	    nb_galley_hand(b->g, &b->g->t->table_style.caption);
	struct nb_sentence s = nb_sentence_new(b->g->arena, hand);

	add_pieces(&s, hand, text);
	return s.n > 0 ? nb_table_caption(b->g, s.piece, s.n) : 0;
}

static void
set_table(const struct book *b, const struct nb_redline_leaf *leaf)
{
	struct nb_galley *g = b->g;
	const struct nb_table_style *style = &g->t->table_style;
	struct nb_table_cell *cell =
	    nb_new_n(g->arena, struct nb_table_cell, leaf->n_cells);
	struct nb_table_grid grid;

	for (uint32_t i = 0; i < leaf->n_cells; i++) {
		const struct nb_redline_cell *from = &leaf->cell[i];
		const struct nb_hand hand = nb_galley_hand(
		    g, from->row == 0 ? &style->head : &style->text);
		struct nb_sentence s = nb_sentence_new(g->arena, hand);

		add_pieces(&s, hand, &from->text);
		cell[i].piece = s.piece;
		cell[i].n_pieces = s.n;
		cell[i].row = from->row;
		cell[i].rows = from->rows;
		cell[i].cols = from->cols;
		cell[i].span = b->from->report->span;
	}
	grid = nb_table_grid_make(
	    g->arena, cell, leaf->n_cells, leaf->rows, 1, b->diags);
	grid.caption = set_caption(b, &leaf->text);
	nb_table_rows(g, &grid);
}

/* The words for a date, if there are any. */
static const struct nb_prose *
said(const struct nb_prose *day)
{
	return day->text.n > 0 ? day : NULL;
}

static void
set_signature(const struct book *b)
{
	const struct nb_report *r = b->from->form;
	const struct nb_signing signing = { &b->from->organ, &r->joint,
		&r->issued, said(&b->from->day), &r->remark, r->seal };
	const uint32_t text_end = nb_galley_rows(b->g);

	nb_attach_list_set(b->g, &r->attachment);
	if (r->notice == NULL)
		nb_sign_set(b->g, &signing, text_end);
}

/* What follows stands on pages of this shape. */
static void
begin_galley(
    struct book *b, struct nb_arena *a, const struct nb_page_shape *shape)
{
	const struct nb_galley g = nb_galley_new(
	    a, b->t, b->fonts, b->from->report->script, shape, b->reading);

	g_array_append_val(b->galley, g);
	b->g = &g_array_index(b->galley, struct nb_galley, b->galley->len - 1);
	b->g->shaper.revised = &b->from->revised;
}

static void
set_opening(struct book *b, struct nb_arena *a)
{
	const struct nb_report *form = b->from->form;

	begin_galley(b, a, &b->t->upright);
	if (form->notice != NULL) {
		if (!nb_notice_set(b->g, form, said(&b->from->notice_day)))
			b->moved = &form->notice->addressee;
		begin_galley(b, a, &b->t->upright);
	}
	if (!nb_opening_set(b->g, form))
		b->moved = &form->addressee;
}

static void
set_foot(struct book *b)
{
	const struct nb_report *form = b->from->form;
	const struct nb_foot_parts parts = { form->foot,
		said(&b->from->printed), b->moved,
		form->head != NULL && form->head->form == NB_HEAD_LETTER };

	if (parts.foot == NULL && parts.addressee == NULL)
		return;
	if (b->g->shape->turned)
		begin_galley(b, b->g->arena, &b->t->upright);
	nb_foot_set(b->g, &parts, b->diags);
}

static void
set_list_heading(struct book *b, const struct nb_redline_leaf *leaf)
{
	begin_galley(b, b->g->arena, &b->t->upright);
	set_paragraph(b, leaf);
}

static void
set_leaf(struct book *b, const struct nb_redline_leaf *leaf)
{
	switch (leaf->kind) {
	case NB_REDLINE_HEADING:
		set_heading(b, leaf);
		break;
	case NB_REDLINE_ATTACHMENT:
		begin_galley(
		    b, b->g->arena, nb_attach_shape(b->t, b->from->report));
		nb_attach_begin(b->g, b->from->report, &leaf->title);
		break;
	case NB_REDLINE_PARAGRAPH:
		set_paragraph(b, leaf);
		break;
	case NB_REDLINE_TABLE:
		set_table(b, leaf);
		break;
	case NB_REDLINE_CHART:
		b->charts.g = b->g;
		nb_charts_set(&b->charts, leaf->chart);
		break;
	case NB_REDLINE_SIGNATURE:
		set_signature(b);
		break;
	case NB_REDLINE_FOOT:
		set_foot(b);
		break;
	case NB_REDLINE_LIST:
		set_list_heading(b, leaf);
		break;
	}
}

struct nb_pages *
nb_layout_redline(struct nb_arena *a, const struct nb_redline *from,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	const struct nb_report *r = from->report;
	struct nb_reading reading = nb_reading_new();
	struct book b = {
		.galley = g_array_new(FALSE, TRUE, sizeof(struct nb_galley)),
		.t = nb_template_in(t, r->script),
		.fonts = fonts,
		.reading = &reading,
		.from = from,
		.diags = d,
	};
	struct nb_pages *pages;

	set_opening(&b, a);
	b.charts = nb_charts_new(b.g, r, d);
	for (uint32_t i = 0; i < from->n; i++)
		set_leaf(&b, &from->leaf[i]);
	nb_charts_release(&b.charts);
	pages = nb_flow((struct nb_galley *)b.galley->data, b.galley->len);
	nb_reading_finish(&reading, a, pages);
	pages->title = r->title.text;
	pages->organ = r->organ.text;
	pages->language =
	    r->script == NB_SCRIPT_TRADITIONAL ? NB_S("zh-Hant") : t->language;
	for (guint i = 0; i < b.galley->len; i++)
		nb_galley_release(
		    &g_array_index(b.galley, struct nb_galley, i));
	g_array_unref(b.galley);
	nb_redline_mark(a, pages, b.t);
	return pages;
}
