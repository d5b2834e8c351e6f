/*
 * C06 group-untitled - a group of the task table is called otherwise than the
 * heading it goes back to.
 *
 * Told only when most groups do have their headings: a table may also be
 * grouped in a way of its own.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/kin.h"
#include "check/task_rows.h"

enum { LIKE = 40 }; /* a heading so like it is worth a hint [percent] */

static const struct nb_code code = {
	.id = "C06",
	.name = "group-untitled",
	.severity = NB_WARNING,
	.title = "任务表类别与正文标题不一",
	.basis = "公文写作惯例：附表的类别照正文的标题",
	.help = "把“工作任务”改成正文里的那个标题，或者改正文的标题",
	.why = "任务表按正文的标题分类，类别的名称却与正文不同，"
	       "对照落实时就找不到是哪一部分。"
	       "别的类别都照正文的标题、只有这一类不同时才报。\n"
	       "误：正文标题“增强法治素养”，任务表“工作任务: 强化法治思维”\n"
	       "正：任务表“工作任务: 增强法治素养”",
};

/* The texts of the headings that have a group. */
static GHashTable *
matched(const struct nb_check *ck)
{
	const bool *grouped = nb_grouped_headings(ck);
	GHashTable *text = nb_str_table();

	for (uint32_t i = 0; i < ck->headings.n; i++)
		if (grouped[i])
			g_hash_table_add(text,
			    (void *)&ck->headings.heading[i]
				.section->title.text);
	return text;
}

static void
report(const struct nb_check *ck, struct nb_kin *kin,
    const struct nb_task_group *group)
{
	const struct nb_kin_match m = nb_kin_find(kin, group->text.text);
	struct nb_diag *g = nb_diag_add(ck->diags, &code,
	    nb_prose_all(&group->text), "任务表类别“" NB_FMT "”与正文标题不一",
	    NB_ARG(group->text.text));

	if (m.likeness >= LIKE)
		g->hint = nb_arena_printf(ck->diags->arena,
		    "正文的标题是“" NB_FMT "”，两处改成一样",
		    NB_ARG(ck->headings.heading[m.index].section->title.text));
}

static void
compare(const struct nb_check *ck, const struct nb_task_table *t)
{
	GHashTable *text = matched(ck);
	struct nb_kin *kin = nb_kin_new();
	uint32_t n = 0;

	for (uint32_t i = 0; i < ck->headings.n; i++)
		nb_kin_add(kin, ck->headings.heading[i].section->title.text);
	for (uint32_t i = 0; i < t->n; i++)
		if (g_hash_table_contains(text, &t->group[i].text.text))
			n++;
	for (uint32_t i = 0; i < t->n && n > t->n / 2; i++)
		if (t->group[i].text.text.n > 0 &&
		    !g_hash_table_contains(text, &t->group[i].text.text))
			report(ck, kin, &t->group[i]);
	nb_kin_free(kin);
	g_hash_table_destroy(text);
}

static void
run(const struct nb_check *ck)
{
	if (ck->report->task_table != NULL)
		compare(ck, ck->report->task_table);
}

const struct nb_rule nb_rule_group_untitled = { .code = &code, .run = run };
