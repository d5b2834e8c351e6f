/*
 * N18 formula-circular - a 指标 is reckoned from 指标 that are reckoned from
 * it: 甲 = 乙 + 丙, 乙 = 甲 + 丁.  Each circle is told once, where
 * the walk along the formulas enters it.
 */
#include "base/arena.h"
#include "check/reckon.h"
#include "check/rule.h"

#include <glib.h>

enum { MOST_SHOWN = 6 }; /* names in a message */

static const struct nb_code code = {
	.id = "N18",
	.name = "formula-circular",
	.severity = NB_WARNING,
	.title = "指标的算式绕了一圈又用到自己",
	.basis = "指标的写法：总数由分项相加，分项不能再由总数得来",
	.help = "把其中一个指标的算式去掉，或者改用别的分项",
	.why = "总数由分项算出来，分项又由总数算出来，等于没有算：一个数错了，"
	       "跟着它改的另一个也错，核对照样通过。\n"
	       "误：受理: 71件 = 办结 + 在办3　办结: 68件 = 受理 + 撤回2\n"
	       "正：受理: 71件 = 办结 + 在办3　办结: 68件 = 当年60 + 上年结转8",
};

enum { UNSEEN, OPEN, DONE };

/* A walk along the parts, without recursion: a chain may be long. */
struct walk {
	const struct nb_check *ck;
	const struct nb_reckoning **of; /* by index of 指标; NULL: no formula */
	unsigned char *state;           /* UNSEEN …, by the same */
	uint32_t *term;                 /* the next one to look at */
	uint32_t *way, depth;           /* from where we came */
	uint32_t *place;                /* on it, by index of 指标 */
};

static struct nb_str
name_of(const struct walk *w, uint32_t i)
{
	return w->ck->report->indicator[i].name;
}

/* “甲→乙→甲”: way[begin, depth) and back. */
static void
report(const struct walk *w, uint32_t begin)
{
	const struct nb_indicator *in =
	    &w->ck->report->indicator[w->way[begin]];
	g_autoptr(GString) circle = g_string_new(NULL);

	if (w->depth - begin == 1) {
		nb_diag_add(w->ck->diags, &code, in->span,
		    "“" NB_FMT "”的算式用到了它自己", NB_ARG(in->name));
		return;
	}
	for (uint32_t i = begin; i < w->depth && i < begin + MOST_SHOWN; i++)
		g_string_append_printf(
		    circle, NB_FMT "→", NB_ARG(name_of(w, w->way[i])));
	if (w->depth - begin > MOST_SHOWN)
		g_string_append(circle, "……→");
	nb_diag_add(w->ck->diags, &code, in->span,
	    "“" NB_FMT "”的算式绕回了自己：%s" NB_FMT, NB_ARG(in->name),
	    circle->str, NB_ARG(in->name));
}

static void
push(struct walk *w, uint32_t i)
{
	w->state[i] = OPEN;
	w->place[i] = w->depth;
	w->way[w->depth++] = i;
}

/* One step: into the next part of the last one, or back. */
static void
step(struct walk *w)
{
	const uint32_t at = w->way[w->depth - 1];
	const struct nb_reckoning *r = w->of[at];
	const struct nb_indicator *part;
	uint32_t next;

	if (r == NULL || r->part == NULL || w->term[at] == r->formula.n) {
		w->state[at] = DONE;
		w->depth--;
		return;
	}
	part = r->part[w->term[at]++];
	if (part == NULL)
		return;
	next = (uint32_t)(part - w->ck->report->indicator);
	if (w->state[next] == UNSEEN)
		push(w, next);
	else if (w->state[next] == OPEN)
		report(w, w->place[next]);
}

static void
run(const struct nb_check *ck)
{
	const uint32_t n = ck->report->n_indicators;
	struct walk w = {
		.ck = ck,
		.of = nb_new_n(ck->arena, const struct nb_reckoning *, n),
		.state = nb_new_n(ck->arena, unsigned char, n),
		.term = nb_new_n(ck->arena, uint32_t, n),
		.way = nb_new_n(ck->arena, uint32_t, n),
		.place = nb_new_n(ck->arena, uint32_t, n),
	};
	const struct nb_reckoning *r = ck->reckonings.reckoning;

	for (uint32_t i = 0; i < ck->reckonings.n; i++)
		w.of[r[i].of - ck->report->indicator] = &r[i];
	for (uint32_t i = 0; i < n; i++) {
		if (w.state[i] == UNSEEN)
			push(&w, i);
		while (w.depth > 0)
			step(&w);
	}
}

const struct nb_rule nb_rule_formula_circular = { .code = &code, .run = run };
