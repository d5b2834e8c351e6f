/*
 * import/next_tasks.c - promises of the old year are answered in the new one.
 */
#include "import/next_parts.h"

#include "base/arena.h"
#include "model/keys.h"
#include "source/write.h"

#include <glib.h>

/* The list under the map's main key, or the value itself; NULL: neither. */
static const struct nb_pair *
list_of(const struct nb_pair *pair, const struct nb_object *object)
{
	const struct nb_pair *list =
	    nb_carry_pair(pair->value, object, object->main);

	if (pair->value->kind == NB_NODE_MAP)
		return list;
	return pair;
}

/* Empties the list and begins it anew with these lines. */
static void
begin_anew(struct nb_carry *c, const struct nb_pair *list, const char *lines)
{
	const unsigned column = nb_carry_column(c, list->key_span.begin);
	const struct nb_node key = { .kind = NB_NODE_SCALAR,
		.span = list->key_span };

	nb_carry_add_lines(c, &key, column, lines);
	nb_carry_blank(c, list);
}

/* The old problems as comments, so that what is left of them is not lost. */
static void
recall(struct nb_carry *c, const struct nb_node *list, GString *out)
{
	bool first = true;

	for (uint32_t i = 0; i < list->list.n; i++) {
		const struct nb_node *item = list->list.item[i];
		const struct nb_pair *text =
		    nb_carry_pair(item, &nb_object_problem, "问题");

		if (item->kind == NB_NODE_MAP)
			item = text == NULL ? NULL : text->value;
		if (item == NULL || item->kind != NB_NODE_SCALAR ||
		    nb_carry_is_empty(item))
			continue;
		if (first)
			g_string_append(out,
			    "\n# 上年的问题：没有解决的再写一遍，"
			    "在“原因”里说清为什么还在");
		first = false;
		g_string_append_printf(
		    out, "\n#   " NB_FMT, NB_ARG(nb_next_words(c, item)));
	}
}

void
nb_next_problems(struct nb_carry *c, const struct nb_pair *problems)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	const struct nb_pair *list;

	if (problems == NULL || nb_carry_is_empty(problems->value))
		return;
	nb_carry_blank(
	    c, nb_carry_pair(problems->value, &nb_object_problems, "导语"));
	list = list_of(problems, &nb_object_problems);
	if (list == NULL || list->value->kind != NB_NODE_LIST ||
	    (list != problems && nb_carry_is_flow(c, problems->value))) {
		nb_carry_blank(c, list);
		return;
	}
	recall(c, list->value, lines);
	g_string_append(lines, "\n- 问题:\n  原因:\n  措施:");
	begin_anew(c, list, lines->str);
}

/* Where a bare item begins: behind its dash, before its |. */
static uint32_t
bare_begin(const struct nb_carry *c, const struct nb_node *item)
{
	uint32_t at = item->span.begin;

	if (item->scalar.style != NB_STYLE_LITERAL &&
	    item->scalar.style != NB_STYLE_FOLDED)
		return at;
	while (at > 0 && c->text->bytes.p[at] != '|' &&
	    c->text->bytes.p[at] != '>')
		at--;
	return at;
}

/* A bare text as a map whose answer is missing. */
static void
put_bare_task(struct nb_carry *c, const struct nb_node *item)
{
	const uint32_t begin = bare_begin(c, item);
	g_autoptr(GString) out = g_string_new("任务: ");

	if (nb_carry_is_empty(item))
		return;
	nb_write_value(out, nb_next_words(c, item));
	nb_carry_put(c, begin, nb_carry_end(c, item),
	    nb_arena_str(c->arena, (struct nb_str){ out->str, out->len }));
	nb_carry_add_lines(
	    c, item, nb_carry_column(c, begin), "\n进展:\n依据:");
}

static void
ask_progress(struct nb_carry *c, const struct nb_node *item)
{
	const struct nb_pair *progress =
	    nb_carry_pair(item, &nb_object_task, "进展");

	if (item->kind == NB_NODE_SCALAR) {
		put_bare_task(c, item);
		return;
	}
	if (item->kind != NB_NODE_MAP || item->map.n == 0)
		return;
	nb_next_fill(c, item, &nb_object_task);
	nb_carry_blank(c, progress);
	nb_carry_blank(c, nb_carry_pair(item, &nb_object_task, "依据"));
	nb_carry_blank(c, nb_carry_pair(item, &nb_object_task, "原因"));
	if (progress != NULL)
		return;
	if (nb_carry_is_flow(c, item))
		nb_carry_put(c, item->span.end - 1, item->span.end - 1,
		    NB_S(", 进展: , 依据: "));
	else
		nb_carry_add_lines(c, item,
		    nb_carry_column(c, item->map.pair[0].key_span.begin),
		    "\n进展:\n依据:");
}

/* [甲, 乙] has no room for the answers: it is written as lines. */
static void
unfold(struct nb_carry *c, const struct nb_pair *list)
{
	const struct nb_node *node = list->value;
	g_autoptr(GString) out = g_string_new(NULL);

	for (uint32_t i = 0; i < node->list.n; i++) {
		if (node->list.item[i]->kind != NB_NODE_SCALAR)
			continue;
		g_string_append(out, "\n- 任务: ");
		nb_write_value(out, nb_next_words(c, node->list.item[i]));
		g_string_append(out, "\n  进展:\n  依据:");
	}
	begin_anew(c, list, out->str);
}

/* The new 下年任务, behind the old one. */
static void
add_tasks(struct nb_carry *c, const struct nb_pair *tasks)
{
	const struct nb_pair *title =
	    nb_carry_pair(tasks->value, &nb_object_tasks, "标题");
	g_autoptr(GString) out = g_string_new("\n\n下年任务:\n");

	if (title != NULL && title->value->kind == NB_NODE_SCALAR &&
	    !nb_carry_is_empty(title->value)) {
		g_string_append(out, "  标题: ");
		nb_write_value(out,
		    nb_carry_next_years(c,
			nb_str_trim(title->value->scalar.value),
			NB_YEARS_OF_TITLE));
		g_string_append_c(out, '\n');
	}
	g_string_append(
	    out, "  清单:\n  - 任务:\n    目标:\n    时限:\n    责任:");
	nb_carry_add_lines(c, tasks->value, 0, out->str);
}

/* The list of answers, in lines of its own, or NULL. */
static const struct nb_node *
answers_of(const struct nb_pair *answered)
{
	const struct nb_pair *list =
	    answered == NULL ? NULL : list_of(answered, &nb_object_tasks);

	return list != NULL && list->value->kind == NB_NODE_LIST ? list->value
								 : NULL;
}

void
nb_next_tasks(struct nb_carry *c, const struct nb_pair *tasks,
    const struct nb_pair *answered)
{
	const struct nb_node *answers = answers_of(answered);
	const struct nb_pair *list;

	if (tasks == NULL || nb_carry_is_empty(tasks->value))
		return;
	nb_carry_put(
	    c, tasks->key_span.begin, tasks->key_span.end, NB_S("上年任务"));
	list = list_of(tasks, &nb_object_tasks);
	if (list != NULL && nb_carry_is_flow(c, list->value) &&
	    list->value->kind == NB_NODE_LIST)
		unfold(c, list);
	else if (list != NULL && list->value->kind == NB_NODE_LIST) {
		for (uint32_t i = 0; i < list->value->list.n; i++)
			ask_progress(c, list->value->list.item[i]);
		if (answers != NULL)
			nb_next_left(c, answers, list->value);
	}
	add_tasks(c, tasks);
}

static bool
is_done(const struct nb_node *row)
{
	const struct nb_pair *p =
	    nb_carry_pair(row, &nb_object_task_row, "进展");

	return p != NULL && p->value->kind == NB_NODE_SCALAR &&
	    nb_str_eq(nb_str_trim(p->value->scalar.value), NB_S("完成"));
}

/* Whether the row has a task at all. */
static bool
is_filled(const struct nb_node *row)
{
	const struct nb_pair *p =
	    nb_carry_pair(row, &nb_object_task_row, "内容");

	return p != NULL && !nb_carry_is_empty(p->value);
}

/* Whether the row says how far it got. */
static bool
has_progress(const struct nb_node *row)
{
	const struct nb_pair *p =
	    nb_carry_pair(row, &nb_object_task_row, "进展");

	return p != NULL && !nb_carry_is_empty(p->value);
}

static bool
is_all_done(const struct nb_node *rows)
{
	for (uint32_t i = 0; i < rows->list.n; i++)
		if (!is_done(rows->list.item[i]))
			return false;
	return rows->list.n > 0;
}

/* The rows of a group, or NULL. */
static const struct nb_node *
rows_of(const struct nb_node *group)
{
	const struct nb_pair *p =
	    nb_carry_pair(group, &nb_object_task_group, "任务");

	return p != NULL && p->value->kind == NB_NODE_LIST ? p->value : NULL;
}

/* Takes what came of the row last year out of it. */
static void
carry_row(struct nb_carry *c, const struct nb_node *row, bool is_plan)
{
	static const char *const answers[] = { "进展", "依据", "原因" };
	const struct nb_pair *progress =
	    nb_carry_pair(row, &nb_object_task_row, answers[0]);

	nb_next_fill(c, row, &nb_object_task_row);
	if (!is_plan && progress != NULL && !nb_carry_is_flow(c, row) &&
	    nb_carry_pair(row, &nb_object_task_row, answers[1]) == NULL)
		nb_carry_add_lines(c, progress->value,
		    nb_carry_column(c, progress->key_span.begin), "\n依据:");
	for (size_t i = 0; i < NB_COUNT(answers); i++) {
		const struct nb_pair *pair =
		    nb_carry_pair(row, &nb_object_task_row, answers[i]);

		if (is_plan)
			nb_carry_drop(c, row, pair);
		else
			nb_carry_blank(c, pair);
	}
}

static void
carry_rows(struct nb_carry *c, const struct nb_node *rows, bool is_plan)
{
	for (uint32_t i = 0; i < rows->list.n; i++) {
		const struct nb_node *row = rows->list.item[i];

		if (is_done(row))
			nb_carry_drop_item(c, row);
		else
			carry_row(c, row, is_plan);
	}
}

/* The empty group of a table whose tasks are all done. */
static void
begin_table(struct nb_carry *c, const struct nb_pair *list)
{
	begin_anew(
	    c, list, "\n- 工作任务:\n  任务:\n  - 内容:\n    责任:\n    时限:");
}

static void
carry_groups(struct nb_carry *c, const struct nb_node *groups, bool is_plan)
{
	for (uint32_t i = 0; i < groups->list.n; i++) {
		const struct nb_node *group = groups->list.item[i];
		const struct nb_node *rows = rows_of(group);

		if (rows != NULL && is_all_done(rows))
			nb_carry_drop_item(c, group);
		else if (rows != NULL)
			carry_rows(c, rows, is_plan);
	}
}

/* What is known of the rows of all groups. */
struct tally {
	uint32_t left;         /* groups with something to be done */
	uint32_t told, untold; /* rows that say how far they got, or do not */
};

static struct tally
count_rows(const struct nb_node *groups)
{
	struct tally t = { 0 };

	for (uint32_t i = 0; i < groups->list.n; i++) {
		const struct nb_node *rows = rows_of(groups->list.item[i]);

		t.left += rows == NULL || !is_all_done(rows);
		for (uint32_t k = 0; rows != NULL && k < rows->list.n; k++) {
			const struct nb_node *row = rows->list.item[k];

			t.told += has_progress(row);
			t.untold += !has_progress(row) && is_filled(row);
		}
	}
	return t;
}

bool
nb_next_table(struct nb_carry *c, const struct nb_pair *table, bool is_plan)
{
	const struct nb_pair *list;
	struct tally t;

	if (table == NULL || nb_carry_is_empty(table->value))
		return false;
	list = list_of(table, &nb_object_task_table);
	nb_carry_years(c,
	    nb_carry_pair(table->value, &nb_object_task_table, "标题"),
	    NB_YEARS_OF_TITLE);
	if (list == NULL || list->value->kind != NB_NODE_LIST ||
	    nb_carry_is_flow(c, list->value))
		return false;
	t = count_rows(list->value);
	if (t.left == 0)
		begin_table(c, list);
	else
		carry_groups(c, list->value, is_plan);
	return t.told == 0 && t.untold > 0;
}
