/*
 * review/opinion_apply.c - what the opinions make of the findings, and what is
 * to be said of the opinions themselves.
 */
#include "base/arena.h"
#include "diag/said.h"
#include "review/codes.h"
#include "review/opinion.h"

static enum nb_said
what_is_said(const struct nb_opinion *o)
{
	switch (o->stand) {
	case NB_STAND_OPEN:
		return NB_SAID_OPEN;
	case NB_STAND_ADOPTED:
		return NB_SAID_ACCEPTED;
	case NB_STAND_REJECTED:
		return o->reason.n > 0 ? NB_SAID_REJECTED : NB_SAID_UNREASONED;
	}
	NB_UNREACHABLE();
}

static struct nb_str
join_words(
    struct nb_arena *a, struct nb_str x, const char *mark, struct nb_str y)
{
	if (x.n == 0 || y.n == 0 || nb_str_eq(x, y))
		return x.n == 0 ? y : x;
	return nb_arena_printf(
	    a, NB_FMT "%s" NB_FMT, NB_ARG(x), mark, NB_ARG(y));
}

/* The opinion, with all behind it that are of the same finding. */
static void
say(const struct nb_opinions *o, uint32_t first, struct nb_diags *d)
{
	const struct nb_opinion *p = &o->opinion[first];
	struct nb_diag_said *said = nb_new(d->arena, struct nb_diag_said);

	said->what = what_is_said(p);
	for (uint32_t i = first; i < o->n; i++) {
		const struct nb_opinion *q = &o->opinion[i];

		if (q->finding != p->finding)
			continue;
		said->reason =
		    join_words(d->arena, said->reason, "；", q->reason);
		said->remark =
		    join_words(d->arena, said->remark, "；", q->remark);
		said->person =
		    join_words(d->arena, said->person, "、", q->person);
		if (q->stand == p->stand) {
			if (said->what == NB_SAID_UNREASONED)
				said->what = what_is_said(q);
			continue;
		}
		said->what = NB_SAID_DISPUTED;
		nb_diag_add(d, &nb_code_A46, q->span,
		    "第 %u 行已有同一个问题的意见：那里是%s，这里是%s",
		    nb_text_pos(p->span.text, p->span.begin).line,
		    nb_stand_word(p->stand), nb_stand_word(q->stand));
	}
	if (said->what != NB_SAID_OPEN ||
	    said->reason.n + said->remark.n + said->person.n > 0)
		nb_diags_say(d, p->finding, said);
}

static struct nb_str
who(const struct nb_opinion *o)
{
	return o->person.n > 0 ? o->person : NB_S("审核");
}

/* What is not yet decided is not to be overlooked. */
static void
tell_remark(const struct nb_opinion *o, struct nb_diags *d)
{
	struct nb_diag *g = nb_diag_add(d, &nb_code_A44, o->at,
	    NB_FMT "：" NB_FMT "（%s%s" NB_FMT "）", NB_ARG(who(o)),
	    NB_ARG(o->remark), nb_stand_word(o->stand),
	    o->reason.n > 0 ? "：" : "", NB_ARG(o->reason));

	if (o->stand != NB_STAND_OPEN)
		nb_diag_set_severity(d, g, NB_NOTE);
}

/* Whether it says of nothing but a code, of which there are findings. */
static bool
is_vague(const struct nb_opinion *o, const struct nb_diags *d)
{
	if (o->words.n + o->paragraph.n + o->matter.n > 0)
		return false;
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		if (nb_str_eq(nb_str_z(g->code->id), o->code))
			return true;
	return false;
}

/* The words of a person are not to be lost as long as they are open. */
static void
tell_lost(const struct nb_opinion *o, struct nb_diags *d)
{
	if (is_vague(o, d))
		nb_diag_add(d, &nb_code_A43, o->span,
		    "没有写“问题”“段”“原文”，看不出说的是哪一处 " NB_FMT,
		    NB_ARG(o->code));
	else if (o->stand != NB_STAND_OPEN || o->remark.n == 0)
		nb_diag_add(d, &nb_code_A42, o->span,
		    o->stand == NB_STAND_ADOPTED
			? "采纳的 " NB_FMT " 已经没有了"
			: "稿子里已经没有这一条所说的 " NB_FMT,
		    NB_ARG(o->code));
	else
		nb_diag_add(d, &nb_code_A45, o->span,
		    "稿子里没有这一条所说的 " NB_FMT "，" NB_FMT
		    "的意见“" NB_FMT "”没有地方可标",
		    NB_ARG(o->code), NB_ARG(who(o)), NB_ARG(o->remark));
}

static void
tell_lost_remark(const struct nb_opinion *o, struct nb_diags *d)
{
	if (o->stand == NB_STAND_OPEN)
		nb_diag_add(d, &nb_code_A45, o->span,
		    "原文“" NB_FMT "”找不到了，" NB_FMT "的意见“" NB_FMT
		    "”没有地方可标",
		    NB_ARG(o->words.n > 0 ? o->words : o->paragraph),
		    NB_ARG(who(o)), NB_ARG(o->remark));
}

/* Findings of the pages are not there when there are no pages. */
static bool
is_of_pages(const struct nb_opinion *o)
{
	return o->code.n > 0 && o->code.p[0] == 'L';
}

static void
tell(const struct nb_opinion *o, struct nb_diags *d)
{
	if (o->found && what_is_said(o) == NB_SAID_UNREASONED)
		nb_diag_add(
		    d, &nb_code_A41, o->span, "写了不采纳，没有写理由，不算");
	if (o->code.n == 0 && o->found)
		tell_remark(o, d);
	else if (o->code.n == 0)
		tell_lost_remark(o, d);
	else if (!o->found && !is_of_pages(o))
		tell_lost(o, d);
}

/* Whether one before it is of the same finding. */
static bool
is_said(const struct nb_opinions *o, uint32_t at)
{
	for (uint32_t i = 0; i < at; i++)
		if (o->opinion[i].finding == o->opinion[at].finding)
			return true;
	return false;
}

void
nb_opinions_apply(const struct nb_opinions *o, struct nb_diags *d)
{
	if (o->strange)
		nb_diag_add(d, &nb_code_A47, (struct nb_span){ o->text, 0, 0 },
		    "审核意见和稿子对不上，像是另一份稿子的");
	for (uint32_t i = 0; i < o->n; i++) {
		if (o->opinion[i].finding != NULL && !is_said(o, i))
			say(o, i, d);
		tell(&o->opinion[i], d);
	}
}
