/*
 * N06 figures-missing - a chapter of a report without a single achieved
 * figure.
 */
#include "base/arena.h"
#include "check/achieved.h"
#include "check/rule.h"

enum { LEAST_HAN = 100 }; /* [char] */

static const struct nb_code code = {
	.id = "N06",
	.name = "figures-missing",
	.severity = NB_WARNING,
	.title = "一章里没有一个实绩数据",
	.basis = "《法治政府建设与责任落实督察工作规定》：报告主要举措和成效",
	.help = "写明做了几次、办了几件、涉及几人，哪怕是0件",
	.why = "年度报告要写“举措和成效”，通章只说加强、推进、完善，看不出做了"
	       "没有。“不少于”“每年”“确保”后面的数是要求，“2人以上执法”"
	       "“20个工作日”是法定的数，都不算实绩。存在问题和下年任务不查。\n"
	       "误：认真做好合法性审核工作，不断提高审核质量\n"
	       "正：完成合法性审核47件，提出修改意见94条",
};

struct tally {
	uint32_t han, figures;
	bool exempt; /* about what is lacking or to come; or has a table */
};

/* Whether a key of the report could have held the chapter. */
static bool
has_own_key(const struct nb_headings *hs, const struct nb_heading *h)
{
	const struct nb_outline *o = hs->outline;

	for (uint32_t i = 0; i < o->n_items; i++)
		if (o->item[i].key != NB_OUTLINE_KEY_NONE &&
		    nb_heading_cover(hs, h, &o->item[i]) == NB_COVER_STRONG)
			return true;
	return false;
}

static void
count_headings(const struct nb_headings *hs, struct tally *chapter)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < hs->n; i++) {
		const struct nb_heading *h = &hs->heading[i];
		const struct nb_section *s = h->section;

		if (h->depth == 1)
			n++;
		if (s->table != NULL || s->chart != NULL || has_own_key(hs, h))
			chapter[n - 1].exempt = true;
	}
}

static void
count_passages(const struct nb_check *ck, struct tally *chapter)
{
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.part != NB_PART_SECTIONS ||
		    chapter[p->is.chapter].exempt)
			continue;
		chapter[p->is.chapter].han += (uint32_t)nb_str_han(p->text);
		if (chapter[p->is.chapter].figures == 0)
			chapter[p->is.chapter].figures =
			    nb_achieved_count(&ck->outline->figure, p->text);
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	struct tally *chapter;

	if (r->kind != NB_KIND_REPORT || r->n_sections == 0)
		return;
	chapter = nb_new_n(ck->arena, struct tally, r->n_sections);
	count_headings(&ck->headings, chapter);
	count_passages(ck, chapter);
	for (uint32_t i = 0; i < r->n_sections; i++)
		if (!chapter[i].exempt && chapter[i].figures == 0 &&
		    chapter[i].han >= LEAST_HAN)
			nb_diag_add(ck->diags, &code, r->section[i].span,
			    "“" NB_FMT "”%u字，没有一个实绩数据",
			    NB_ARG(r->section[i].title.text), chapter[i].han);
}

const struct nb_rule nb_rule_figures_missing = { .code = &code, .run = run };
