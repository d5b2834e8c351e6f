#include "layout/layout.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/body.h"
#include "layout/codes.h"
#include "layout/flow.h"
#include "layout/galley.h"
#include "layout/sign.h"
#include "layout/title.h"

/* What the report holds and the pages do not show yet. */
static void
report_unset(const struct nb_report *r, struct nb_diags *d)
{
	const struct {
		const char *key;
		bool given;
		struct nb_span span;
	} part[] = {
#define PART(key, field) \
	{ key, r->field != NULL, r->field != NULL ? r->field->span : r->span }
		PART("任务表", task_table),
		PART("印发", notice),
		PART("版头", head),
		PART("版记", foot),
#undef PART
	};

	for (size_t i = 0; i < NB_COUNT(part); i++)
		if (part[i].given)
			nb_diag_add(d, &nb_code_L01, part[i].span,
			    "“%s”尚不能排版，未排入页面", part[i].key);
	if (r->attachment.n > 0)
		nb_diag_add(d, &nb_code_L01,
		    nb_prose_all(&r->attachment.name[0]),
		    "“附件”尚不能排版，未排入页面");
}

static void
report_unset_parts(const struct nb_section *s, struct nb_diags *d)
{
	if (s->table != NULL)
		nb_diag_add(d, &nb_code_L01, s->table->span,
		    "“表”尚不能排版，未排入页面");
	if (s->chart != NULL)
		nb_diag_add(d, &nb_code_L01, s->chart->span,
		    "“图”尚不能排版，未排入页面");
	for (uint32_t i = 0; i < s->n_children; i++)
		report_unset_parts(&s->child[i], d);
}

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

struct nb_pages *
nb_layout(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	uint32_t paragraphs = 0;
	struct nb_galley g =
	    nb_galley_new(a, t, fonts, &t->upright, &paragraphs);
	struct nb_pages *pages;

	report_unset(r, d);
	for (uint32_t i = 0; i < r->n_sections; i++)
		report_unset_parts(&r->section[i], d);
	if (r->title.text.n != 0)
		nb_title_set(&g, &r->title, r->organ.text);
	nb_body_set(&g, r);
	nb_sign_set(&g, r);
	pages = nb_flow(&g, 1);
	pages->title = r->title.text;
	pages->organ = r->organ.text;
	pages->language = t->language;
	pages->date = date_iso(a, r);
	nb_galley_release(&g);
	return pages;
}
