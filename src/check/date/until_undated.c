/*
 * D03 until-undated - “截至目前”: nobody will know which day that was.
 */
#include "check/rule.h"
#include "style/number_words.h"

static const struct nb_code code = {
	.id = "D03",
	.name = "until-undated",
	.severity = NB_WARNING,
	.title = "“截至目前”没有写明日期",
	.basis = "公文写作惯例：统计数据应写明截止日期",
	.help = "改成“截至12月31日”，或者删去，在“数据截至”里统一写明",
	.why = "年度报告归档以后还要查，“目前”是哪一天就说不清了；全篇多处“截至"
	       "目前”，各处算到的日子还可能不同。全篇只报一次，写明共几处；"
	       "方案和纲要不查。\n"
	       "误：截至目前，共受理人民调解案件195件\n"
	       "正：截至12月31日，共受理人民调解案件195件",
};

struct tally {
	unsigned n;
	const struct nb_prose *prose; /* where the first stands */
	size_t begin, end;            /* [byte] */
};

static void
count(struct tally *t, const struct nb_passage *p, struct nb_str word)
{
	size_t hit = nb_str_find(p->text, word, 0);

	for (; hit != SIZE_MAX;
	     hit = nb_str_find(p->text, word, hit + word.n)) {
		t->n++;
		if (t->prose != NULL &&
		    (t->prose != p->is.prose || t->begin <= hit))
			continue;
		t->prose = p->is.prose;
		t->begin = hit;
		t->end = hit + word.n;
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_words *words = &ck->outline->number->until_now;
	struct tally t = { .n = 0 };

	if (ck->report->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < ck->passages.n; i++)
		for (uint32_t k = 0; k < words->n; k++)
			count(&t, &ck->passages.passage[i], words->word[k]);
	if (t.n > 0)
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(t.prose, t.begin, t.end),
		    "“" NB_FMT "”共%u处，应写明日期",
		    NB_ARG(nb_str_sub(t.prose->text, t.begin, t.end - t.begin)),
		    t.n);
}

const struct nb_rule nb_rule_until_undated = { .code = &code, .run = run };
