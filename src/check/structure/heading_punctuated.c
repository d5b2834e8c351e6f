/*
 * S13 heading-punctuated - a heading ends with a mark.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S13",
	.name = "heading-punctuated",
	.severity = NB_WARNING,
	.title = "标题末尾有标点",
	.basis = "公文写作惯例；接排标题后的句号由程序加",
	.help = "删去末尾的标点",
	.why =
	    "单独成行的标题末尾不加标点；与正文接排的标题，后面的句号由程序加，"
	    "自己再写一个就成了“。。”。\n"
	    "误：标题: 加强组织领导。\n"
	    "正：标题: 加强组织领导",
	.fixable = true,
};

static bool
is_mark(uint32_t c)
{
	return c == U'。' || c == U'；' || c == U'：' || c == U'，' ||
	    c == U'、';
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	size_t at = prose->text.n;
	struct nb_diag *g;
	struct nb_str mark;

	if (p->is.role != NB_PROSE_HEADING && p->is.role != NB_PROSE_TITLE)
		return;
	if (!is_mark(nb_utf8_prev(prose->text, &at)))
		return;
	mark = nb_str_from(prose->text, at);
	g = nb_diag_add(ck->diags, &code,
	    nb_prose_span(prose, at, prose->text.n), "标题末尾有“" NB_FMT "”",
	    NB_ARG(mark));
	if (nb_prose_is_verbatim(prose, at, prose->text.n))
		g->fix = NB_S("");
}

const struct nb_rule nb_rule_heading_punctuated = { .code = &code,
	.passage = look };
