/*
 * P02 nothing-done - most paragraphs of a report tell of nothing that was done.
 */
#include "check/rule.h"

#include "check/achieved.h"

enum { LEAST = 40 }; /* Han characters of a paragraph that counts [char] */

static const struct nb_code code = {
	.id = "P02",
	.name = "nothing-done",
	.severity = NB_WARNING,
	.title = "通篇是要求，少见已做之事",
	.basis = "《法治政府建设与责任落实督察工作规定》：须写上一年的主要举措"
		 "和成效",
	.help = "每一段写出做了什么：印发了什么、办了几件、结果怎样",
	.why =
	    "年度报告要让人看到这一年做过的事。一段里没有“了、已、完成、印发、"
	    "受理”这样的词，也没有一个数字，多半只是照抄的要求。40字以上的段落"
	    "过半数如此才报。\n"
	    "误：加强调解组织建设，推进多元化解，促进公平公正解决纠纷\n"
	    "正：12个社区建成调解室，全年受理纠纷430件，调解成功422件",
};

static bool
tells_of_deeds(const struct nb_check *ck, struct nb_str text)
{
	return nb_words_in(&ck->outline->wording.done, text) ||
	    nb_achieved_count(&ck->outline->figure, text) > 0;
}

static void
run(const struct nb_check *ck)
{
	uint32_t n = 0, n_idle = 0;

	if (ck->report->kind != NB_KIND_REPORT ||
	    ck->outline->wording.done.n == 0)
		return;
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.role != NB_PROSE_BODY || p->ahead ||
		    p->is.part != NB_PART_SECTIONS ||
		    nb_str_han(p->text) < LEAST)
			continue;
		n++;
		n_idle += !tells_of_deeds(ck, p->text);
	}
	if (2 * n_idle > n)
		nb_diag_add(ck->diags, &code, ck->report->span,
		    "通篇是要求，少见已做之事：%u段里有%u段没有写做过什么", n,
		    n_idle);
}

const struct nb_rule nb_rule_nothing_done = { .code = &code, .run = run };
