/*
 * S13 heading-punctuated - a heading ends with a mark.
 */
#include "check/rule.h"
#include "check/walk.h"

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
};

static bool
is_mark(uint32_t c)
{
	return c == U'。' || c == U'；' || c == U'：' || c == U'，' ||
	    c == U'、';
}

static void
look(void *to, const struct nb_prose *p, enum nb_prose_role role)
{
	const struct nb_check *ck = to;
	size_t at = p->text.n;
	struct nb_str mark;

	if (role != NB_PROSE_HEADING && role != NB_PROSE_TITLE)
		return;
	if (!is_mark(nb_utf8_prev(p->text, &at)))
		return;
	mark = nb_str_from(p->text, at);
	nb_diag_add(ck->diags, &code, nb_prose_span(p, at, p->text.n),
	    "标题末尾有“" NB_FMT "”", NB_ARG(mark))
	    ->fix = NB_S("");
}

static void
run(const struct nb_check *ck)
{
	nb_walk_report(ck->report, look, (void *)ck);
}

const struct nb_rule nb_rule_heading_punctuated = { &code, run };
