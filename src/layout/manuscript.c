#include "layout/manuscript.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/addressee.h"
#include "layout/attach.h"
#include "layout/attach_list.h"
#include "layout/chart.h"
#include "layout/closed.h"
#include "layout/foot.h"
#include "layout/layout.h"
#include "layout/sign.h"
#include "layout/table.h"
#include "layout/table_tasks.h"
#include "layout/tell.h"
#include "model/date.h"
#include "model/number.h"

/* A manuscript under way.  The galley says in whose hand, and holds charts. */
struct writer {
	struct nb_galley *g;
	const struct nb_report *r;
	struct nb_diags *diags;
	struct nb_charts charts;
	GArray *block;   /* of struct nb_ms_block */
	unsigned titles; /* levels of them above what comes: 0, 1 or 2 */
};

static struct nb_ms_block *
add(struct writer *w, enum nb_ms_kind kind)
{
	const struct nb_ms_block block = { .kind = kind };

	g_array_append_val(w->block, block);
	return &g_array_index(w->block, struct nb_ms_block, w->block->len - 1);
}

static struct nb_ms_block *
add_pieces(struct writer *w, enum nb_ms_kind kind, const struct nb_piece *piece,
    uint32_t n)
{
	struct nb_ms_block *b;

	if (n == 0)
		return NULL;
	b = add(w, kind);
	b->piece = piece;
	b->n = n;
	return b;
}

static void
add_sentence(
    struct writer *w, enum nb_ms_kind kind, const struct nb_sentence *s)
{
	add_pieces(w, kind, s->piece, s->n);
}

static struct nb_sentence
sentence(const struct writer *w, const struct nb_text_style *style)
{
	return nb_sentence_new(w->g->arena, nb_galley_hand(w->g, style));
}

static void
add_prose(struct writer *w, enum nb_ms_kind kind,
    const struct nb_text_style *style, const struct nb_prose *p)
{
	struct nb_sentence s = sentence(w, style);

	nb_sentence_prose(&s, p);
	add_sentence(w, kind, &s);
}

static void
add_title(struct writer *w, const struct nb_prose *title)
{
	struct nb_sentence s = sentence(w, &w->g->t->title);
	struct nb_ms_block *b;

	nb_sentence_prose(&s, title);
	b = add_pieces(w, NB_MS_TITLE, s.piece, s.n);
	if (b == NULL)
		return;
	w->titles = MIN(w->titles + 1, 2);
	b->level = (uint8_t)w->titles;
	b->n_heading = b->n;
	b->name = title->text;
}

/* 版头; on preprinted paper the mark is there. */
static void
add_marks(struct writer *w, const struct nb_head *head)
{
	const bool letter = head->form == NB_HEAD_LETTER;
	const uint32_t n = letter ? 1 : head->mark.n;

	for (uint32_t i = 0; i < n && head->form != NB_HEAD_PREPRINTED; i++)
		add_prose(
		    w, NB_MS_MARK, &w->g->t->head.mark, &head->mark.name[i]);
}

static void
add_corner(struct writer *w, const struct nb_head *head)
{
	const struct nb_head_style *style = &w->g->t->head;

	add_prose(w, NB_MS_CORNER, &style->copy, &head->copy_number);
	add_prose(w, NB_MS_CORNER, &style->secrecy, &head->secrecy);
	add_prose(w, NB_MS_CORNER, &style->secrecy, &head->urgency);
}

/* “签发人：甲　乙” */
static void
add_signers(struct writer *w, const struct nb_head *head)
{
	const struct nb_head_style *style = &w->g->t->head;
	struct nb_sentence s = sentence(w, &style->signing);

	if (head->signer.n == 0 || head->form == NB_HEAD_LETTER)
		return;
	nb_sentence_words(&s, style->signing_word);
	nb_sentence_in(&s, nb_galley_hand(w->g, &style->signer));
	for (uint32_t i = 0; i < head->signer.n; i++) {
		if (i > 0)
			nb_sentence_words(&s, NB_S("\u3000"));
		nb_sentence_prose(&s, &head->signer.name[i]);
	}
	add_sentence(w, NB_MS_SIGNER, &s);
}

static void
add_head(struct writer *w, const struct nb_head *head)
{
	const bool letter = head->form == NB_HEAD_LETTER;

	if (letter)
		add_marks(w, head);
	add_corner(w, head);
	if (!letter)
		add_marks(w, head);
	add_prose(w, NB_MS_NUMBER, &w->g->t->head.number, &head->doc_number);
	add_signers(w, head);
}

static void
add_addressee(struct writer *w, const struct nb_prose *addressee)
{
	const struct nb_sentence s = nb_addressee_words(w->g, addressee);

	if (addressee->text.n != 0)
		add_sentence(w, NB_MS_ADDRESSEE, &s);
}

static void
add_table(struct writer *w, struct nb_str caption, bool turned,
    const struct nb_table_grid *grid)
{
	struct nb_ms_table *table = nb_new(w->g->arena, struct nb_ms_table);
	struct nb_ms_cell *cell = nb_new_n(
	    w->g->arena, struct nb_ms_cell, (size_t)grid->rows * grid->cols);

	if (grid->rows == 0 || grid->cols == 0)
		return;
	*table = (struct nb_ms_table){
		.caption = caption,
		.rows = grid->rows,
		.cols = grid->cols,
		.n_head = grid->n_head,
		.cell = cell,
		.turned = turned,
	};
	for (uint32_t r = 0; r < grid->rows; r++)
		for (uint32_t k = 0; k < grid->cols; k++) {
			const struct nb_table_cell *c = nb_table_at(grid, r, k);

			if (!nb_table_is_corner(grid, r, k))
				continue;
			cell[table->n++] = (struct nb_ms_cell){ c->piece,
				c->n_pieces, nb_table_head(grid, c), r, c->rows,
				k, c->cols };
		}
	add(w, NB_MS_TABLE)->table = table;
}

/* The words of a chart's caption, and its paragraph's text for a reader. */
static struct nb_ms_figure
figure_of(const struct writer *w, const struct nb_grid_row *row)
{
	const struct nb_reading *reading = w->g->reading;
	struct nb_ms_figure f = { .item = row->item, .n = row->n };

	for (uint32_t i = 0; i < row->n; i++) {
		const struct nb_item *it = &row->item[i];

		if (it->role == NB_ROLE_FIGURE_CAPTION)
			f.caption = nb_arena_printf(w->g->arena, NB_FMT NB_FMT,
			    NB_ARG(f.caption), NB_ARG(it->run.text));
		else if (f.alt.n == 0 && it->paragraph != 0)
			f.alt = nb_reading_at(reading, it->paragraph)->alt;
	}
	return f;
}

/* A chart is set alone; each of its panels is a block of the galley. */
static void
add_chart(struct writer *w, const struct nb_chart *chart)
{
	const guint before = w->g->block->len;

	nb_charts_set(&w->charts, chart);
	for (guint i = before; i < w->g->block->len; i++) {
		const struct nb_block *b =
		    &g_array_index(w->g->block, struct nb_block, i);
		struct nb_ms_figure *f =
		    nb_new(w->g->arena, struct nb_ms_figure);

		*f = figure_of(w, &b->row[0][0]);
		add(w, NB_MS_FIGURE)->figure = f;
	}
}

static void
add_heading(struct writer *w, const struct nb_told *told)
{
	struct nb_ms_block *b =
	    add_pieces(w, NB_MS_HEADING, told->piece, told->n);

	if (b == NULL)
		return;
	b->level = (uint8_t)MIN(told->depth + w->titles, UINT8_MAX);
	b->n_heading = told->n_heading;
	b->name = told->name;
	b->mark = told->mark;
	b->number = told->number;
}

static void
add_told(struct writer *w, const struct nb_told *told)
{
	struct nb_table_grid grid;

	switch (told->kind) {
	case NB_TOLD_TEXT:
		add_pieces(w, NB_MS_TEXT, told->piece, told->n);
		return;
	case NB_TOLD_HEADING:
		add_heading(w, told);
		return;
	case NB_TOLD_TABLE:
		grid = nb_table_cells(w->g, told->table, w->diags);
		add_table(
		    w, told->table->title.text, told->table->landscape, &grid);
		return;
	case NB_TOLD_CHART:
		add_chart(w, told->chart);
		return;
	}
	NB_UNREACHABLE();
}

static void
add_all_told(struct writer *w, GArray *told)
{
	for (guint i = 0; i < told->len; i++)
		add_told(w, &g_array_index(told, struct nb_told, i));
	g_array_unref(told);
}

/* 附件说明: “附件：1.” stands in front of the first name. */
static void
add_list(struct writer *w, const struct nb_names *names)
{
	const struct nb_list_style *style = &w->g->t->list;

	for (uint32_t i = 0; i < names->n; i++) {
		struct nb_sentence s = sentence(w, &w->g->t->body);
		const struct nb_sentence name =
		    nb_attach_list_name(w->g, &names->name[i]);

		if (i == 0)
			nb_sentence_words(&s, style->word);
		if (names->n > 1)
			nb_sentence_words(&s,
			    nb_number_mark(w->g->arena, style->mark, i + 1));
		nb_sentence_pieces(&s, name.piece, name.n);
		add_sentence(w, NB_MS_LIST, &s);
	}
}

static void
add_signature(
    struct writer *w, const struct nb_prose *organ, const struct nb_date *date)
{
	const struct nb_text_style *style = &w->g->t->signature;
	struct nb_sentence day = sentence(w, style);

	if (date->year != 0) {
		add_prose(w, NB_MS_SIGNATURE, style, organ);
		for (uint32_t i = 0; i < w->r->joint.n; i++)
			add_prose(
			    w, NB_MS_SIGNATURE, style, &w->r->joint.name[i]);
		nb_sentence_words(&day, nb_date_text(w->g->arena, date));
		add_sentence(w, NB_MS_DATE, &day);
		g_array_index(w->block, struct nb_ms_block, w->block->len - 1)
		    .date = *date;
	}
	if (w->r->remark.text.n != 0) {
		const struct nb_sentence remark =
		    nb_remark_words(w->g, &w->r->remark);

		add_sentence(w, NB_MS_REMARK, &remark);
	}
}

/* 印发: the notice before a plan. */
static void
add_notice(struct writer *w, const struct nb_notice *n)
{
	add_title(w, &n->title);
	add_addressee(w, &n->addressee);
	add_all_told(w, nb_tell_paras(w->g, &n->body));
	add_signature(w, &n->organ, &n->date);
}

static void
add_attachment(struct writer *w)
{
	const struct nb_task_table *tasks = w->r->task_table;
	struct nb_sentence mark = sentence(w, &w->g->t->attachment_mark);
	struct nb_table_grid grid;

	if (tasks == NULL)
		return;
	nb_sentence_words(&mark, nb_attach_mark(w->g, w->r));
	add_sentence(w, NB_MS_ATTACHMENT, &mark);
	add_title(w, &tasks->title);
	grid = nb_table_tasks(w->g, tasks, w->diags);
	add_table(w, NB_S(""), tasks->landscape, &grid);
}

/* 版记; a letter's has no 印发机关 (10.1). */
static void
add_foot(struct writer *w, const struct nb_foot *foot)
{
	const struct nb_foot_style *style = &w->g->t->foot;
	struct nb_sentence line = sentence(w, &style->text);

	if (foot->copies.text.n > 0) {
		const struct nb_sentence names =
		    nb_foot_entry_words(w->g, &foot->copies);

		nb_sentence_words(&line, style->copies);
		nb_sentence_pieces(&line, names.piece, names.n);
		add_sentence(w, NB_MS_FOOT, &line);
	}
	if (w->r->head != NULL && w->r->head->form == NB_HEAD_LETTER)
		return;
	add_prose(w, NB_MS_FOOT, &style->text, &foot->printer);
	line = sentence(w, &style->text);
	nb_sentence_words(&line, nb_foot_printed(w->g, &foot->printed));
	add_sentence(w, NB_MS_FOOT, &line);
}

/* In the order of the pages; but a turned table stands where it belongs. */
static void
write_all(struct writer *w)
{
	const struct nb_report *r = w->r;

	if (r->head != NULL)
		add_head(w, r->head);
	if (r->notice != NULL)
		add_notice(w, r->notice);
	add_title(w, &r->title);
	if (r->notice == NULL)
		add_addressee(w, &r->addressee);
	add_all_told(w, nb_tell_body(w->g, r));
	add_list(w, &r->attachment);
	if (r->notice == NULL)
		add_signature(w, &r->organ, &r->issued);
	add_attachment(w);
	if (r->foot != NULL)
		add_foot(w, r->foot);
}

/* Only 双页 depends on pages, which a web page has not. */
static enum nb_ms_foot_place
find_foot(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	const struct nb_pages *pages;
	const struct nb_page *last;
	struct nb_diags unsaid;

	if (r->foot == NULL || !r->foot->even)
		return NB_MS_FOOT_BELOW;
	nb_diags_init(&unsaid, a);
	pages = nb_layout(a, r, t, fonts, &unsaid);
	last = &pages->page[pages->n_pages - 1];
	for (uint32_t i = 0; i < last->n_items; i++)
		if (last->item[i].role != NB_ROLE_FOOT &&
		    last->item[i].role != NB_ROLE_FOLIO)
			return NB_MS_FOOT_BELOW;
	return pages->n_pages > 1 && last[-1].n_items == 0 ? NB_MS_FOOT_APART
							   : NB_MS_FOOT_EVEN;
}

const struct nb_manuscript *
nb_manuscript_make(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, const struct nb_web *web,
    struct nb_fonts *fonts, struct nb_diags *d)
{
	const struct nb_template *own = nb_template_in(t, r->script);
	struct nb_manuscript *m = nb_new(a, struct nb_manuscript);
	struct nb_reading reading = nb_reading_new();
	struct nb_galley g =
	    nb_galley_new(a, own, fonts, r->script, &own->upright, &reading);
	struct writer w = { .g = &g,
		.r = r,
		.diags = d,
		.charts = nb_charts_new(&g, r, d),
		.block = g_array_new(FALSE, TRUE, sizeof(struct nb_ms_block)) };

	write_all(&w);
	*m = (struct nb_manuscript){
		.t = own,
		.web = web != NULL ? nb_web_in(web, r->script) : NULL,
		.closed = web != NULL && nb_closed_find(r, web, d),
		.office = &t->office,
		.fonts = fonts,
		.script = r->script,
		.head = r->head != NULL ? r->head->form : NB_HEAD_UNSAID,
		.seal = r->seal,
		.foot =
		    web == NULL ? find_foot(a, r, t, fonts) : NB_MS_FOOT_BELOW,
		.through = r->numbering.through.text,
		.title = r->title.text,
		.organ = r->organ.text,
		.language = nb_layout_language(r, own),
		.doc_number = r->doc_number.text,
		.issued = r->issued,
		.published = r->published,
		.keywords = nb_disclosure_keywords(a, r->disclosure),
		.block = nb_arena_copy(a, w.block),
		.n = w.block->len,
	};
	if (r->disclosure != NULL)
		m->disclosure = *r->disclosure;
	g_array_unref(w.block);
	g_array_unref(reading.block);
	nb_charts_release(&w.charts);
	nb_galley_release(&g);
	return m;
}

bool
nb_manuscript_has_text(const struct nb_manuscript *m)
{
	for (uint32_t i = 0; i < m->n; i++)
		if (m->block[i].kind == NB_MS_HEADING ||
		    m->block[i].kind == NB_MS_TEXT)
			return true;
	return false;
}
