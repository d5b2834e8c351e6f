/*
 * 信函 (GB/T 9704-2012 10.1): the name of the organ above a red double rule,
 * thick over thin; another, thin over thick, at the foot of page 1, which
 * bears no folio.
 */
#include "layout/head.h"

/* A double rule whose upper rule begins at top. */
static void
set_rules(struct nb_sketch *s, nb_len top, bool thick_above)
{
	const struct nb_template *t = s->g->t;
	const struct nb_letter_style *l = &t->letter;
	const nb_len x = (t->paper_w - l->rule_w) / 2 - t->inner;
	const nb_len upper = thick_above ? l->thick : l->thin;
	const nb_len lower = thick_above ? l->thin : l->thick;

	nb_sketch_rule(s, x, top, l->rule_w, upper, t->red);
	nb_sketch_rule(
	    s, x, top + upper + l->between, l->rule_w, lower, t->red);
}

static nb_len
rules_height(const struct nb_letter_style *l)
{
	return l->thick + l->between + l->thin;
}

/* 发文字号 below the rule, flush with the right of the 版心. */
static void
set_number(struct nb_sketch *s, const struct nb_head *head, nb_len top)
{
	const struct nb_template *t = s->g->t;
	const struct nb_atoms number = nb_sketch_atoms(
	    s->g, head->doc_number.text, &head->doc_number, &t->head.number);

	if (number.n > 0)
		nb_sketch_line(
		    s, &number, t->body_w - nb_sketch_width(&number), top);
}

nb_len
nb_letter_set(struct nb_galley *g, const struct nb_head *head)
{
	const struct nb_template *t = g->t;
	const struct nb_letter_style *l = &t->letter;
	const struct nb_names lead = { head->mark.name, 1 };
	struct nb_sketch s = nb_sketch_new(g, NB_ROLE_HEAD);
	nb_len y, bottom;

	y = nb_head_mark(&s, &lead, l->mark.size, l->mark_top - t->top, true);
	y += l->rule_drop;
	set_rules(&s, y, true);
	y += rules_height(l) + l->clear;
	bottom = nb_head_corner(&s, head, 0, y);
	set_number(&s, head, y);
	bottom = MAX(bottom, y + t->head.number.size);
	set_rules(
	    &s, t->paper_h - l->rule_bottom - rules_height(l) - t->top, false);
	g->first_unnumbered = true;
	return nb_head_finish(&s, bottom + t->head.title_before * t->pitch);
}
