/*
 * S07 section-empty - nothing stands under a heading.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S07",
	.name = "section-empty",
	.severity = NB_ERROR,
	.title = "标题下没有内容",
	.basis = "GB/T 9704—2012 7.3.3",
	.help = "补写正文或条目，没有可写的就删去这个标题",
	.why = "标题下既没有正文，也没有条目、表或图，印出来就是一个空标题。多"
	       "半是从"
	       "上年的文件沿用了标题而没有填写。\n"
	       "误：- 标题: 加强法治宣传\n"
	       "正：- {标题: 加强法治宣传, 正文: 全年开展普法活动12场。}",
};

/* Content that could not be read has its finding already. */
static bool
has_content(const struct nb_section *s)
{
	static const char *const keys[] = { "正文", "条目", "表", "图" };

	for (size_t i = 0; i < NB_COUNT(keys); i++)
		if (nb_key_is_faulty(&nb_object_section, s->faults, keys[i]))
			return true;
	return s->body.n > 0 || s->n_children > 0 || s->table != NULL ||
	    s->chart != NULL;
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->headings.n; i++) {
		const struct nb_section *s = ck->headings.heading[i].section;

		if (has_content(s))
			continue;
		if (s->title.text.n == 0)
			nb_diag_add(ck->diags, &code, s->span,
			    "这里没有标题，也没有内容");
		else
			nb_diag_add(ck->diags, &code, s->span,
			    "“" NB_FMT "”下没有内容", NB_ARG(s->title.text));
	}
}

const struct nb_rule nb_rule_section_empty = { .code = &code, .run = run };
