/*
 * check/check.c - runs the rules.
 */
#include "check/check.h"

#include "base/arena.h"
#include "check/rule.h"
#include "check/script.h"
#include "check/statutory.h"
#include "check/term_report.h"

const struct nb_rule *const nb_rules[] = {
#define R(id, name) &nb_rule_##name,
#include "check/rules.def"
#undef R
};
const size_t nb_n_rules = NB_COUNT(nb_rules);

const struct nb_rule *
nb_rule_find(struct nb_str id)
{
	for (size_t i = 0; i < nb_n_rules; i++)
		if (nb_str_eq(nb_str_z(nb_rules[i]->code->id), id))
			return nb_rules[i];
	return NULL;
}

struct nb_str
nb_check_plain(const struct nb_check *ck, struct nb_str s)
{
	return nb_script_plain(ck->arena, ck->report, s);
}

void
nb_search_prose(void *to, const struct nb_visit *v)
{
	struct nb_search *s = to;

	s->found = s->found ||
	    nb_words_in(s->words, nb_check_plain(s->ck, v->prose->text));
}

/* Index in 忽略 of the code, or n_ignores. */
static uint32_t
find_ignore(const struct nb_report *r, struct nb_str id)
{
	uint32_t i;

	for (i = 0; i < r->n_ignores; i++)
		if (nb_str_eq(r->ignore[i].code, id))
			break;
	return i;
}

static void
take_term(const struct nb_rule *rule, const struct nb_check *ck,
    const struct nb_term_hit *hit)
{
	if (rule->wrong != NULL)
		nb_term_report_wrong(ck, rule->code, hit, rule->wrong);
	if (rule->began != NULL)
		nb_term_report_dated(ck, rule->code, hit, rule->began);
	if (rule->term != NULL)
		rule->term(ck, hit);
}

static void
run_rule(const struct nb_rule *rule, const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_term_hits terms =
	    nb_terms_of(&ck->terms, rule->code->id);

	for (uint32_t i = 0; i < terms.n; i++)
		take_term(rule, ck, &terms.hit[i]);
	if (rule->run != NULL)
		rule->run(ck);
	for (uint32_t i = 0; i < r->n_indicators && rule->indicator; i++)
		rule->indicator(ck, &r->indicator[i]);
	for (uint32_t i = 0; i < ck->passages.n && rule->passage; i++)
		rule->passage(ck, &ck->passages.passage[i]);
}

/* Runs a rule whose findings nobody wants; true if there were any. */
static bool
run_unheard(const struct nb_rule *rule, const struct nb_check *ck)
{
	struct nb_check copy = *ck;
	struct nb_diags unheard;

	nb_diags_init(&unheard, ck->arena);
	copy.diags = &unheard;
	run_rule(rule, &copy);
	return unheard.first != NULL;
}

struct nb_coverage
nb_check_report(struct nb_arena *a, const struct nb_report *r,
    const struct nb_outline *o, const struct nb_lexicon *lx, struct nb_diags *d)
{
	bool *silenced = nb_new_n(a, bool, r->n_ignores);
	struct nb_check ck = {
		.report = r,
		.outline = o,
		.silenced = silenced,
		.diags = d,
		.arena = a,
	};
	struct nb_coverage c;

	ck.headings = nb_headings_map(a, r, o);
	ck.passages = nb_passages_collect(a, &ck.headings);
	ck.terms = nb_terms_collect(a, lx, r, &ck.passages);
	ck.treatment =
	    nb_cover_items(a, &ck.headings, &ck.passages, &ck.n_treatments);
	ck.reckonings = nb_reckon_all(a, r);
	ck.last = nb_answers_last(a, r);
	ck.plan = nb_answers_plan(a, r, &o->wording.everyone);
	for (size_t i = 0; i < nb_n_rules && !r->blank; i++) {
		const uint32_t ignore =
		    find_ignore(r, nb_str_z(nb_rules[i]->code->id));

		if (ignore == r->n_ignores)
			run_rule(nb_rules[i], &ck);
		else
			silenced[ignore] = run_unheard(nb_rules[i], &ck);
	}
	c = nb_cover_rows(a, &ck.headings, ck.treatment, ck.n_treatments);
	nb_statutory_add(&ck, &c);
	return c;
}
