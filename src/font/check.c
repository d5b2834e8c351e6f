/*
 * The walk mirrors layout: whatever is printed is looked up in the role it is
 * printed in.
 */
#include "font/check.h"

#include "font/codes.h"
#include "font/font.h"
#include "font/system.h"
#include "model/report.h"
#include "style/template.h"

#include <glib.h>

struct missing {
	uint32_t c;
	unsigned n;
	struct nb_span first;
};

struct walk {
	struct nb_fonts *f;
	const struct nb_template *t;
	enum nb_script script;
	struct nb_arena *arena; /* for what is looked up */
	GHashTable *missing;    /* by character */
	GPtrArray *in_order;    /* the same as they were found; owns them */
};

static bool
is_printed(uint32_t c)
{
	return !nb_is_blank(c) && !g_unichar_iscntrl(c) &&
	    !(g_unichar_iszerowidth(c) && !g_unichar_ismark(c));
}

static void
add_missing(struct walk *w, uint32_t c, struct nb_span place)
{
	struct missing *m =
	    g_hash_table_lookup(w->missing, GUINT_TO_POINTER(c));

	if (m == NULL) {
		m = g_new(struct missing, 1);
		*m = (struct missing){ c, 0, place };
		g_hash_table_insert(w->missing, GUINT_TO_POINTER(c), m);
		g_ptr_array_add(w->in_order, m);
	}
	m->n++;
	if (place.begin < m->first.begin)
		m->first = place;
}

/* With a face of the system for it nothing is missing. */
static bool
is_found(const struct walk *w, enum nb_font_role role, struct nb_str c)
{
	struct nb_shaped *shaped;

	return nb_fonts_use_system(w->f) &&
	    nb_fonts_shape(w->f, role, w->arena, c, &shaped) == 1 &&
	    shaped->face != NULL;
}

/* name is a role, as the template's reader has checked. */
static void
walk_prose(struct walk *w, struct nb_str name, const struct nb_prose *p)
{
	const enum nb_font_role role =
	    nb_font_role_in(nb_font_role_find(name), w->script);

	if (role == NB_FONT_ROLES)
		return;
	for (size_t at = 0; at < p->text.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(p->text, &at);

		if (nb_fonts_char(w->f, role, c).face == NULL &&
		    is_printed(c) &&
		    !is_found(w, role, nb_str_sub(p->text, begin, at - begin)))
			add_missing(w, c, nb_prose_span(p, begin, at));
	}
}

static void
walk_body(struct walk *w, const struct nb_prose *p)
{
	walk_prose(w, w->t->body.role, p);
}

static void
walk_heading(struct walk *w, unsigned level, const struct nb_prose *p)
{
	const unsigned at = MIN(level, NB_HEADING_LEVELS) - 1;

	walk_prose(w, w->t->heading[at].text.role, p);
}

static void
walk_paras(struct walk *w, const struct nb_paras *paras)
{
	for (uint32_t i = 0; i < paras->n; i++)
		walk_body(w, &paras->para[i]);
}

static void
walk_names(struct walk *w, struct nb_str role, const struct nb_names *names)
{
	for (uint32_t i = 0; i < names->n; i++)
		walk_prose(w, role, &names->name[i]);
}

static void
walk_table(struct walk *w, const struct nb_table *t)
{
	const struct nb_table_style *style = &w->t->table_style;

	if (t == NULL)
		return;
	walk_prose(w, style->caption.role, &t->title);
	walk_names(w, style->head.role, &t->column);
	for (uint32_t i = 0; i < t->n_rows; i++)
		for (uint32_t k = 0; k < t->row[i].n; k++)
			walk_prose(
			    w, style->text.role, &t->row[i].cell[k].text);
}

static void
walk_chart(struct walk *w, const struct nb_chart *c)
{
	if (c == NULL)
		return;
	walk_prose(w, w->t->chart.caption.role, &c->title);
	walk_names(w, w->t->chart.text.role, &c->indicator);
}

static void
walk_section(struct walk *w, unsigned level, const struct nb_section *s)
{
	walk_heading(w, level, &s->title);
	walk_paras(w, &s->body);
	walk_body(w, &s->lead_unit);
	walk_body(w, &s->units);
	walk_table(w, s->table);
	walk_chart(w, s->chart);
	for (uint32_t i = 0; i < s->n_children; i++)
		walk_section(w, level + 1, &s->child[i]);
}

static void
walk_task(struct walk *w, const struct nb_task *t)
{
	walk_body(w, &t->text);
	walk_paras(w, &t->body);
	walk_body(w, &t->target);
	walk_body(w, &t->due);
	walk_body(w, &t->lead_unit);
	walk_body(w, &t->units);
}

static void
walk_tasks(struct walk *w, const struct nb_tasks *tasks)
{
	if (tasks == NULL)
		return;
	walk_heading(w, 1, &tasks->title);
	walk_body(w, &tasks->lead);
	for (uint32_t i = 0; i < tasks->n; i++)
		walk_task(w, &tasks->task[i]);
}

static void
walk_problems(struct walk *w, const struct nb_problems *problems)
{
	if (problems == NULL)
		return;
	walk_heading(w, 1, &problems->title);
	walk_body(w, &problems->lead);
	for (uint32_t i = 0; i < problems->n; i++) {
		walk_body(w, &problems->problem[i].text);
		walk_body(w, &problems->problem[i].cause);
		walk_body(w, &problems->problem[i].measure);
	}
}

static void
walk_task_table(struct walk *w, const struct nb_task_table *t)
{
	if (t == NULL)
		return;
	walk_prose(w, w->t->title.role, &t->title);
	for (uint32_t i = 0; i < t->n; i++) {
		walk_prose(w, w->t->table_style.text.role, &t->group[i].text);
		for (uint32_t k = 0; k < t->group[i].n; k++)
			walk_task(w, &t->group[i].task[k]);
	}
}

static void
walk_notice(struct walk *w, const struct nb_notice *n)
{
	if (n == NULL)
		return;
	walk_prose(w, w->t->title.role, &n->title);
	walk_prose(w, w->t->addressee.role, &n->addressee);
	walk_prose(w, w->t->signature.role, &n->organ);
	walk_paras(w, &n->body);
}

static void
walk_head(struct walk *w, const struct nb_head *h)
{
	const struct nb_head_style *style = &w->t->head;

	if (h == NULL)
		return;
	walk_names(w, style->mark.role, &h->mark);
	walk_prose(w, style->copy.role, &h->copy_number);
	walk_prose(w, style->secrecy.role, &h->secrecy);
	walk_prose(w, style->secrecy.role, &h->urgency);
	walk_prose(w, style->number.role, &h->doc_number);
	walk_names(w, style->signer.role, &h->signer);
}

static void
walk_foot(struct walk *w, const struct nb_foot *f)
{
	if (f == NULL)
		return;
	walk_prose(w, w->t->foot.text.role, &f->copies);
	walk_prose(w, w->t->foot.text.role, &f->printer);
}

/* 上年任务 and 档案 are not printed. */
static void
walk_report(struct walk *w, const struct nb_report *r)
{
	walk_head(w, r->head);
	walk_prose(w, w->t->title.role, &r->title);
	walk_body(w, &r->doc_number);
	walk_prose(w, w->t->addressee.role, &r->addressee);
	walk_notice(w, r->notice);
	walk_paras(w, &r->lead);
	for (uint32_t i = 0; i < r->n_sections; i++)
		walk_section(w, 1, &r->section[i]);
	walk_problems(w, r->problems);
	walk_tasks(w, r->next_tasks);
	walk_paras(w, &r->closing);
	walk_names(w, w->t->body.role, &r->attachment);
	walk_names(w, w->t->body.role, &r->unit);
	walk_prose(w, w->t->signature.role, &r->organ);
	walk_names(w, w->t->signature.role, &r->joint);
	walk_prose(w, w->t->signature.role, &r->remark);
	walk_task_table(w, r->task_table);
	walk_foot(w, r->foot);
}

static void
report(const struct missing *m, struct nb_diags *d)
{
	char c[7] = "", more[32] = "";

	g_unichar_to_utf8(m->c, c);
	if (m->n > 1)
		g_snprintf(more, sizeof(more), "，共 %u 处", m->n);
	nb_diag_add(d, &nb_code_G05, m->first, "字体缺字：“%s” U+%04X%s", c,
	    m->c, more);
}

void
nb_fonts_check(struct nb_fonts *f, const struct nb_template *t,
    const struct nb_report *r, struct nb_diags *d)
{
	g_autoptr(GHashTable) missing = g_hash_table_new(NULL, NULL);
	g_autoptr(GPtrArray) in_order = g_ptr_array_new_with_free_func(g_free);
	struct walk w = { f, t, r->script, d->arena, missing, in_order };

	walk_report(&w, r);
	for (guint i = 0; i < in_order->len; i++)
		report(in_order->pdata[i], d);
	if (in_order->len > 0 && nb_fonts_use_system(f))
		nb_fonts_open_system(f, d);
}
