/*
 * T05 space-needless - a space between Chinese characters, or between one and
 * a figure or a Latin word.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T05",
	.name = "space-needless",
	.severity = NB_WARNING,
	.title = "多余空格",
	.basis = "公文写作惯例：汉字与数字、字母之间不空格，间隔由排版决定",
	.help = "删去空格；nianbao fix 可以一次改完",
	.why =
	    "空格是粘贴留下的痕迹，排出来就是一个缺口，检索时也会把一个词拆成"
	    "两个。两字姓名中间的空格、英文词之间的空格不算。\n"
	    "误：全年受理 11 件， 办结10件\n"
	    "正：全年受理11件，办结10件",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;
	size_t end;

	if (p->is.role == NB_PROSE_FIGURE || p->is.role == NB_PROSE_NAME ||
	    p->is.role == NB_PROSE_TITLE)
		return;
	for (size_t at = nb_str_find(s, NB_S(" "), 0); at != SIZE_MAX;
	     at = nb_str_find(s, NB_S(" "), end)) {
		struct nb_diag *g;

		for (end = at + 1; end < s.n && s.p[end] == ' ';)
			end++;
		if (!nb_blank_is_needless(s, at, end) ||
		    !nb_prose_is_verbatim(prose, at, end))
			continue;
		g = nb_diag_add(ck->diags, &code, nb_prose_span(prose, at, end),
		    "多余空格：“" NB_FMT "”",
		    NB_ARG(nb_str_around(s, at, end)));
		g->fix = NB_S("");
	}
}

const struct nb_rule nb_rule_space_needless = { .code = &code,
	.passage = look };
