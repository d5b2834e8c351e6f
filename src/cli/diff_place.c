/*
 * Names of rows, for a reader and for programs.
 */
#include "cli/diff_show.h"

#include "base/arena.h"

static const struct {
	const char *name, *title;
} kinds[NB_DIFF_KINDS] = {
	[NB_DIFF_METADATA] = { "metadata", "公文要素" },
	[NB_DIFF_INDICATOR] = { "indicator", "指标" },
	[NB_DIFF_NOTICE] = { "notice", "印发通知" },
	[NB_DIFF_LEAD] = { "lead", "导语" },
	[NB_DIFF_HEADING] = { "heading", "章节" },
	[NB_DIFF_PARAGRAPH] = { "paragraph", "正文" },
	[NB_DIFF_TABLE] = { "table", "表" },
	[NB_DIFF_CELLS] = { "table-row", "表行" },
	[NB_DIFF_CHART] = { "chart", "图" },
	[NB_DIFF_PROBLEMS] = { "problems", "存在问题" },
	[NB_DIFF_PROBLEM] = { "problem", "问题" },
	[NB_DIFF_NEXT] = { "next-tasks", "下年任务" },
	[NB_DIFF_NEXT_TASK] = { "next-task", "任务" },
	[NB_DIFF_LAST] = { "last-tasks", "上年任务" },
	[NB_DIFF_LAST_TASK] = { "last-task", "任务" },
	[NB_DIFF_CLOSING] = { "closing", "结语" },
	[NB_DIFF_TASK_TABLE] = { "task-table", "任务表" },
	[NB_DIFF_TASK_GROUP] = { "task-group", "工作任务" },
	[NB_DIFF_TASK_ROW] = { "task-row", "任务" },
};

const char *
nb_diff_kind_name(enum nb_diff_kind kind)
{
	return kinds[kind].name;
}

/* Chapters and items have titles of their own. */
static struct nb_str
own_title(const struct nb_diff_row *row)
{
	const struct nb_diff_field *f = nb_diff_field(row, NB_S("标题"));

	if (row->kind == NB_DIFF_TASK_GROUP)
		return nb_diff_main(row);
	if (row->kind == NB_DIFF_METADATA || f == NULL)
		return NB_S("");
	return f->text;
}

struct nb_str
nb_diff_title(struct nb_arena *a, const struct nb_diff_row *row)
{
	const struct nb_str title = own_title(row);

	if (title.n == 0)
		return nb_arena_printf(
		    a, NB_FMT "%s", NB_ARG(row->mark), kinds[row->kind].title);
	if (row->kind == NB_DIFF_TASK_TABLE || row->kind == NB_DIFF_TABLE ||
	    row->kind == NB_DIFF_CHART)
		return nb_arena_printf(
		    a, "%s“" NB_FMT "”", kinds[row->kind].title, NB_ARG(title));
	return nb_arena_printf(
	    a, NB_FMT NB_FMT, NB_ARG(row->mark), NB_ARG(title));
}

static struct nb_str
last_place(struct nb_arena *a, const struct nb_diff_row *r)
{
	if (r->mark.n > 0)
		return r->mark;
	if (nb_diff_is_paragraph(r))
		return nb_arena_printf(a, "%s第%u段",
		    r->over == NB_DIFF_NONE ? kinds[r->kind].title : "",
		    r->number);
	if (r->over == NB_DIFF_NONE)
		return nb_str_z(kinds[r->kind].title);
	return nb_arena_printf(a, "%s%u", kinds[r->kind].title, r->number);
}

struct nb_str
nb_diff_place(struct nb_arena *a, const struct nb_diff_side *s, uint32_t row)
{
	struct nb_str place = last_place(a, &s->row[row]);

	while (s->row[row].over != NB_DIFF_NONE) {
		row = s->row[row].over;
		place = nb_arena_printf(a, NB_FMT NB_FMT,
		    NB_ARG(last_place(a, &s->row[row])), NB_ARG(place));
	}
	return place;
}

struct nb_str
nb_diff_neighbour(
    struct nb_arena *a, const struct nb_diff_side *s, uint32_t row)
{
	const uint32_t over = s->row[row].over;
	uint32_t i = row;

	if (i == 0 || i - 1 == over)
		return NB_S("原在最前");
	for (i--; s->row[i].over != over;)
		i = s->row[i].over;
	if (s->row[i].kind != NB_DIFF_HEADING)
		return NB_S("原在最前");
	return nb_arena_printf(
	    a, "原在“" NB_FMT "”之后", NB_ARG(nb_diff_main(&s->row[i])));
}
