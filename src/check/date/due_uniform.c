/*
 * D10 due-uniform - nearly all tasks have the same time limit.
 */
#include "check/rule.h"

#include <glib.h>

enum { LEAST_TASKS = 10, MOST_SHARE = 80 /* percent */ };

static const struct nb_code code = {
	.id = "D10",
	.name = "due-uniform",
	.severity = NB_NOTE,
	.title = "任务的时限几乎都相同",
	.basis = "公文写作惯例：任务时限应当逐项确定",
	.help = "按工作进程分出先后，有阶段成果的写阶段时限",
	.why = "几十项任务都写“12月底”，等于没有时限，年中无从督办，年末又挤在"
	       "一起。任务满10项、同一时限的占八成以上才提示。\n"
	       "误：41项任务里36项写“12月底”\n"
	       "正：按“3月底”“6月底”“9月底”“12月底”分季安排",
};

static gint
compare(gconstpointer a, gconstpointer b)
{
	return nb_str_cmp(*(const struct nb_str *)a, *(const struct nb_str *)b);
}

/* The limit that most of them have, and how many have it. */
static struct nb_str
commonest(GArray *due, guint *ret_n)
{
	struct nb_str found = NB_S("");
	guint n = 0;

	*ret_n = 0;
	g_array_sort(due, compare);
	for (guint i = 0; i < due->len; i++) {
		const struct nb_str now = g_array_index(due, struct nb_str, i);

		n = i > 0 &&
			nb_str_eq(g_array_index(due, struct nb_str, i - 1), now)
		    ? n + 1
		    : 1;
		if (now.n > 0 && n > *ret_n) {
			*ret_n = n;
			found = now;
		}
	}
	return found;
}

static void
judge(const struct nb_check *ck, GArray *due, struct nb_span place)
{
	guint n;
	const struct nb_str most = commonest(due, &n);

	if (due->len >= LEAST_TASKS && 100 * n >= MOST_SHARE * due->len)
		nb_diag_add(ck->diags, &code, place,
		    "%u项任务里%u项的时限都是“" NB_FMT "”", due->len, n,
		    NB_ARG(most));
}

static void
add(GArray *due, const struct nb_task *task, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		const struct nb_str text = nb_str_trim(task[i].due.text);

		g_array_append_val(due, text);
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_task_table *t = ck->report->task_table;
	const struct nb_tasks *next = ck->report->next_tasks;
	g_autoptr(GArray) due =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_str));

	for (uint32_t i = 0; t != NULL && i < t->n; i++)
		add(due, t->group[i].task, t->group[i].n);
	if (t != NULL)
		judge(ck, due, t->span);
	g_array_set_size(due, 0);
	if (next != NULL) {
		add(due, next->task, next->n);
		judge(ck, due, next->span);
	}
}

const struct nb_rule nb_rule_due_uniform = { .code = &code, .run = run };
