/*
 * layout/redline.c - pieces of a text in the hand of their place, each with its
 * revision.
 */
#include "layout/redline.h"

#include "base/arena.h"
#include "layout/chart.h"
#include "layout/flow.h"
#include "layout/sentence.h"
#include "layout/sign.h"
#include "layout/table.h"
#include "layout/title.h"

struct book {
	struct nb_galley *g; /* the last */
	GArray *galley;      /* of struct nb_galley */
	const struct nb_template *t;
	struct nb_fonts *fonts;
	struct nb_reading *reading;
	const struct nb_redline *from;
	struct nb_diags *diags;
	struct nb_charts charts;
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
	const bool flush = leaf->kind == NB_REDLINE_ADDRESSEE;
	const struct nb_text_style *style = flush ? &t->addressee : &t->body;
	const struct nb_hand hand = nb_galley_hand(b->g, style);
	struct nb_sentence s = nb_sentence_new(b->g->arena, hand);
	struct nb_paragraph p = {
		.role = flush ? NB_ROLE_ADDRESSEE : NB_ROLE_BODY,
		.size = style->size,
		.first = flush ? 0 : t->indent,
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

static void
set_signature(const struct book *b)
{
	const struct nb_report *r = b->from->report;
	const struct nb_signing signing = { &r->organ, &r->joint, &r->issued,
		&r->remark, r->seal };

	nb_sign_set(b->g, &signing, nb_galley_rows(b->g));
}

/* With all of its pieces as one text, by which its lines are shaped. */
static void
set_title(const struct book *b, const struct nb_redline_text *text)
{
	const struct nb_report *r = b->from->report;
	const struct nb_hand hand = nb_galley_hand(b->g, &b->g->t->title);
	struct nb_sentence s = nb_sentence_new(b->g->arena, hand);
	g_autoptr(GString) all = g_string_new(NULL);
	struct nb_prose title;

	for (uint32_t i = 0; i < text->n; i++)
		g_string_append_len(
		    all, text->piece[i].text.p, (gssize)text->piece[i].text.n);
	title = nb_prose_made(b->g->arena,
	    nb_arena_str(b->g->arena, (struct nb_str){ all->str, all->len }),
	    r->span);
	add_pieces(&s, hand, text);
	if (s.n > 0)
		nb_title_set_pieces(b->g, &title, s.piece, s.n, r->organ.text);
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
}

static void
set_leaf(struct book *b, const struct nb_redline_leaf *leaf)
{
	switch (leaf->kind) {
	case NB_REDLINE_HEADING:
		set_heading(b, leaf);
		break;
	case NB_REDLINE_ATTACHMENT:
		begin_galley(b, b->g->arena, &b->t->table);
		set_title(b, &leaf->text);
		break;
	case NB_REDLINE_PARAGRAPH:
	case NB_REDLINE_ADDRESSEE:
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

	begin_galley(&b, a, &b.t->upright);
	b.charts = nb_charts_new(b.g, r, d);
	set_title(&b, &from->title);
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
