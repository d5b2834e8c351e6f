/*
 * P09 problem-repeated - a problem stands in last year's report, too, and
 * nothing new is said about its cause; or it stands in reports three years
 * running, which is noted whatever is said.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/kin.h"
#include "check/likeness.h"
#include "check/script.h"

enum {
	ALIKE = 80, /* [percent] */
	LONG = 3,   /* a problem that comes back so often is noted [year] */
};

static const struct nb_code code = {
	.id = "P09",
	.name = "problem-repeated",
	.severity = NB_WARNING,
	.title = "存在问题照抄上年",
	.basis = "《法治政府建设与责任落实督察工作规定》：须写“不足和原因”",
	.help = "写今年查出来的问题；确实没有解决的，在“原因”里说清为什么还在",
	.why =
	    "问题与上年几乎一字不差，要么是照抄，要么是上年的措施没有用。"
	    "问题相同而“原因”是今年新写的，算交代清楚了；连着三年都在的，"
	    "仍提示一次。\n"
	    "误：问题: 执法力量不足（与上年一样，没有原因）\n"
	    "正：问题: 执法力量不足　原因: 上年招录2名，当年调离3名，仍缺4名",
};

/* The problems of one year, to be looked up. */
struct year {
	const struct nb_report *of;
	struct nb_kin *kin;
};

/* The problem of that year that is the same, or NULL. */
static const struct nb_problem *
find(const struct nb_check *ck, const struct year *y,
    const struct nb_report *of, const struct nb_problem *problem)
{
	const struct nb_kin_match m = nb_kin_find(
	    y->kin, nb_script_plain(ck->arena, of, problem->text.text));

	return m.likeness < ALIKE ? NULL : &y->of->problems->problem[m.index];
}

/* Whether the cause is new: given, and not last year's again. */
static bool
says_why(const struct nb_check *ck, const struct nb_problem *now,
    const struct nb_problem *before)
{
	return now->cause.text.n > 0 &&
	    nb_likeness(nb_check_plain(ck, now->cause.text),
		nb_script_plain(ck->arena, nb_past_last(ck->report),
		    before->cause.text)) < ALIKE;
}

/* How many years the problem runs, from link to link; 1: it is new. */
static unsigned
count(const struct nb_check *ck, const GArray *years,
    const struct nb_problem *problem, const struct nb_problem **ret_before)
{
	const struct nb_report *of = ck->report;
	unsigned n = 1;

	*ret_before = NULL;
	for (guint i = 0; i < years->len; i++) {
		const struct year *y = &g_array_index(years, struct year, i);

		problem = find(ck, y, of, problem);
		if (problem == NULL)
			break;
		if (n++ == 1)
			*ret_before = problem;
		of = y->of;
	}
	return n;
}

static void
look(const struct nb_check *ck, const GArray *years,
    const struct nb_problem *problem)
{
	const struct nb_problem *before;
	const unsigned n = count(ck, years, problem, &before);
	const bool why = before != NULL && says_why(ck, problem, before);
	struct nb_str running = NB_S("");
	struct nb_diag *g;

	if (n < 2 || (why && n < LONG))
		return;
	if (n >= LONG)
		running = nb_arena_printf(ck->arena, "，连续第%u年出现", n);
	g = nb_diag_add(ck->diags, &code, nb_prose_all(&problem->text),
	    "与上年报告第%u行的问题基本相同" NB_FMT "%s",
	    nb_text_pos(before->span.text, before->span.begin).line,
	    NB_ARG(running), why ? "" : "，没有说清为什么还在");
	if (!why)
		return;
	g->hint = NB_S("核对上年的措施为什么没有用，换一条能见效的");
	nb_diag_set_severity(ck->diags, g, NB_NOTE);
}

/* The years before in which problems were named, without a gap. */
static GArray *
years_of(const struct nb_check *ck)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct year));
	const struct nb_report *of = nb_past_last(ck->report);

	for (; of != NULL && of->problems != NULL; of = nb_past_last(of)) {
		const struct year y = { of, nb_kin_new() };

		for (uint32_t i = 0; i < of->problems->n; i++)
			nb_kin_add(y.kin,
			    nb_script_plain(ck->arena, of,
				of->problems->problem[i].text.text));
		g_array_append_val(out, y);
	}
	return out;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_problems *now = ck->report->problems;
	g_autoptr(GArray) years = years_of(ck);

	for (uint32_t i = 0; now != NULL && i < now->n; i++)
		look(ck, years, &now->problem[i]);
	for (guint i = 0; i < years->len; i++)
		nb_kin_free(g_array_index(years, struct year, i).kin);
}

const struct nb_rule nb_rule_problem_repeated = { .code = &code, .run = run };
