/*
 * G09 web-remains - navigation and share lines of a web page.
 */
#include "base/clip.h"
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G09",
	.name = "web-remains",
	.severity = NB_WARNING,
	.title = "网页残留",
	.basis = "公文写作惯例",
	.help = "删去这一段",
	.why = "网页上的导航、发布信息、分享提示，粘贴时一起带了进来，不是报告"
	       "的内容。只看段首。\n"
	       "误：当前位置：首页 > 政务公开\n"
	       "正：（删去）",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	struct nb_diag *g;

	if (!nb_passage_runs(p) ||
	    nb_words_starting(&ck->outline->wording.web, p->text) == 0)
		return;
	g = nb_diag_add(ck->diags, &code, nb_prose_all(prose),
	    "网页残留：“" NB_FMT "”", NB_ARG(nb_clip(ck->arena, prose->text)));
	nb_offer_fix(g, prose, 0, prose->text.n, NB_S(""));
}

const struct nb_rule nb_rule_web_remains = { .code = &code, .passage = look };
