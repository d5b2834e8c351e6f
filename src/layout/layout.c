#include "layout/layout.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/attach.h"
#include "layout/attach_list.h"
#include "layout/body.h"
#include "layout/codes.h"
#include "layout/facts.h"
#include "layout/flow.h"
#include "layout/foot.h"
#include "layout/galley.h"
#include "layout/notice.h"
#include "layout/opening.h"
#include "layout/sign.h"
#include "layout/table.h"

static struct nb_str
date_iso(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_date *date =
	    r->issued.year != 0 ? &r->issued : &r->published;

	if (date->year == 0)
		return NB_S("");
	return nb_arena_printf(a, "%04d-%02d-%02d", date->year, date->month,
	    date->day == 0 ? 1 : date->day);
}

struct nb_str
nb_layout_language(const struct nb_report *r, const struct nb_template *t)
{
	return r->script == NB_SCRIPT_TRADITIONAL ? NB_S("zh-Hant")
						  : t->language;
}

/* The galleys of a document in the order of its pages. */
struct book {
	struct nb_arena *arena;
	const struct nb_report *r;
	const struct nb_template *t;
	struct nb_fonts *fonts;
	struct nb_diags *diags;
	GArray *galley; /* of struct nb_galley */
	struct nb_reading reading;
	const struct nb_prose *moved; /* 主送, to the 版记; or NULL */
};

/* A galley behind the others; valid until the next is added. */
static struct nb_galley *
add_galley(struct book *b, const struct nb_page_shape *shape)
{
	const struct nb_galley g = nb_galley_new(
	    b->arena, b->t, b->fonts, b->r->script, shape, &b->reading);

	g_array_append_val(b->galley, g);
	return &g_array_index(b->galley, struct nb_galley, b->galley->len - 1);
}

/* 印发: before the plan, which begins on a page of its own. */
static void
add_notice(struct book *b)
{
	struct nb_galley *g = add_galley(b, &b->t->upright);

	if (!nb_notice_set(g, b->r, NULL))
		b->moved = &b->r->notice->addressee;
}

/* 正文, 附件说明, 署名. */
static void
add_text(struct book *b)
{
	const struct nb_report *r = b->r;
	struct nb_galley *g = add_galley(b, &b->t->upright);
	const struct nb_signing signing = { &r->organ, &r->joint, &r->issued,
		NULL, &r->remark, r->seal };
	uint32_t text_end;

	if (!nb_opening_set(g, r))
		b->moved = &r->addressee;
	nb_body_set(g, r, b->diags);
	text_end = nb_galley_rows(g);
	nb_attach_list_set(g, &r->attachment);
	if (r->notice == NULL)
		nb_sign_set(g, &signing, text_end);
}

/* 10.1: what a letter does not show. */
static void
report_left_out(const struct book *b)
{
	const struct nb_head *head = b->r->head;
	const struct nb_foot *foot = b->r->foot;

	if (head == NULL || head->form != NB_HEAD_LETTER)
		return;
	if (head->mark.n > 1)
		nb_diag_add(b->diags, &nb_code_L01,
		    nb_prose_all(&head->mark.name[1]),
		    "信函只用主办机关标志，其余%u个未排", head->mark.n - 1);
	if (foot != NULL &&
	    (foot->printer.text.n > 0 || foot->printed.year != 0))
		nb_diag_add(b->diags, &nb_code_L01, foot->span,
		    "信函的版记不加印发机关和印发日期，未排");
}

/* 版记 (7.4): on the last page, or behind a turned one on its own. */
static void
add_foot(struct book *b)
{
	const struct nb_head *head = b->r->head;
	const struct nb_foot_parts parts = { b->r->foot, NULL, b->moved,
		head != NULL && head->form == NB_HEAD_LETTER };
	struct nb_galley *last =
	    &g_array_index(b->galley, struct nb_galley, b->galley->len - 1);

	if (parts.foot == NULL && parts.addressee == NULL)
		return;
	nb_foot_set(last->shape->turned ? add_galley(b, &b->t->upright) : last,
	    &parts, b->diags);
}

/* Tables of chapters that are turned: behind the text, each on pages of its
 * own. */
static void
add_turned_tables(struct book *b, const struct nb_section *s)
{
	if (s->table != NULL && s->table->landscape)
		nb_table_set(
		    add_galley(b, &b->t->table_turned), s->table, b->diags);
	for (uint32_t i = 0; i < s->n_children; i++)
		add_turned_tables(b, &s->child[i]);
}

/* 附件 (7.3.7). */
static void
add_attachments(struct book *b)
{
	if (b->r->task_table != NULL)
		nb_attach_tasks(
		    add_galley(b, nb_attach_shape(b->t, b->r)), b->r, b->diags);
}

/* 公开: what a reader of files shows of it. */
static void
add_disclosure(
    struct nb_arena *a, const struct nb_disclosure *d, struct nb_pages *pages)
{
	struct nb_str *keyword;

	if (d == NULL)
		return;
	pages->summary = d->summary.text;
	pages->keywords = nb_disclosure_keywords(a, d);
	pages->keyword = keyword = nb_new_n(a, struct nb_str, d->keyword.n);
	pages->n_keywords = d->keyword.n;
	for (uint32_t i = 0; i < d->keyword.n; i++)
		keyword[i] = d->keyword.name[i].text;
}

static struct nb_pages *
make_pages(struct book *b)
{
	struct nb_galley *g = (struct nb_galley *)b->galley->data;
	struct nb_pages *pages = nb_flow(g, b->galley->len);

	pages->title = b->r->title.text;
	pages->organ = b->r->organ.text;
	pages->language = nb_layout_language(b->r, b->t);
	pages->date = date_iso(b->arena, b->r);
	add_disclosure(b->arena, b->r->disclosure, pages);
	nb_layout_facts(b->arena, b->r, b->t, pages);
	nb_reading_finish(&b->reading, b->arena, pages);
	for (guint i = 0; i < b->galley->len; i++)
		nb_galley_release(&g[i]);
	g_array_unref(b->galley);
	return pages;
}

struct nb_pages *
nb_layout(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	struct book b = { a, r, nb_template_in(t, r->script), fonts, d,
		g_array_new(FALSE, TRUE, sizeof(struct nb_galley)),
		nb_reading_new(), NULL };

	if (r->notice != NULL)
		add_notice(&b);
	add_text(&b);
	for (uint32_t i = 0; i < r->n_sections; i++)
		add_turned_tables(&b, &r->section[i]);
	add_attachments(&b);
	add_foot(&b);
	report_left_out(&b);
	return make_pages(&b);
}
