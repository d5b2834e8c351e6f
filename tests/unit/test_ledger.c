/*
 * The ledger: what becomes of promises, figures and problems over the years.
 */
#include "base/arena.h"
#include "check/ledger.h"
#include "cli/ledger_show.h"
#include "diag/diag.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

#define ORGAN "甲市乙区柳溪街道办事处"

/* A document is read and gone. */
static struct nb_ledger_file *
read_file(struct nb_arena *a, const char *name, int year, const char *organ,
    const char *rest)
{
	struct nb_arena *own = nb_arena_new();
	g_autofree char *yaml =
	    g_strdup_printf("年度: %d\n机关: %s\n%s", year, organ, rest);
	struct nb_diags d;
	const struct nb_text *text;
	struct nb_ledger_file *file;

	nb_diags_init(&d, own);
	text = nb_source_text(own, nb_str_z(name), nb_str_z(yaml), &d);
	file = nb_ledger_read(
	    a, nb_report_build(own, nb_source_yaml(own, text, &d), NULL, &d));
	nb_arena_free(own);
	return file;
}

#define NEXT(text) "下年任务: [{任务: " text "}]\n"
#define LAST(text, how) "上年任务: [{任务: " text ", 进展: " how "}]\n"
#define ROW(text, more) \
	"任务表: {分组: [{工作任务: 丙, 任务: [{内容: " text more "}]}]}\n"
#define PLAN "文种: 工作方案\n"
#define ROUTES "合并执法和网格巡查路线"
#define LONGER ROUTES "，新增班次十个"
#define ALIKE "合并执法与网格的巡查路线"

/* Files of consecutive years from 2021 on; “” is a year without one. */
static const struct {
	const char *name, *file[4];
	enum nb_ledger_state state;
	unsigned n_promises, n_steps, age, carried;
	bool split;
} lives[] = {
	{ "pending", { NEXT(ROUTES) }, NB_LEDGER_PENDING, 1, 1, 0, 0, false },
	{ "fulfilled", { NEXT(ROUTES), LAST(ROUTES, "完成") }, NB_LEDGER_DONE,
	    1, 2, 1, 0, false },
	{ "broken", { NEXT(ROUTES), "字形: 简体\n" }, NB_LEDGER_UNANSWERED, 1,
	    2, 1, 0, false },
	{ "in-part", { NEXT(ROUTES), LAST(ROUTES, "部分完成") },
	    NB_LEDGER_PARTLY, 1, 2, 1, 0, false },
	{ "dropped-later",
	    { NEXT(ROUTES), LAST(ROUTES, "部分完成"), "字形: 简体\n" },
	    NB_LEDGER_UNANSWERED, 1, 3, 2, 0, false },
	{ "carried-over",
	    { NEXT(ROUTES), LAST(ROUTES, "未完成") NEXT(ROUTES),
		LAST(ROUTES, "完成") },
	    NB_LEDGER_DONE, 1, 4, 2, 1, false },
	{ "carried-silently", { NEXT(ROUTES), NEXT(ROUTES) },
	    NB_LEDGER_UNANSWERED, 1, 3, 1, 1, false },
	{ "every-year-anew",
	    { NEXT(ROUTES), LAST(ROUTES, "完成") NEXT(ROUTES) },
	    NB_LEDGER_PENDING, 2, 1, 0, 0, false },
	{ "gap", { NEXT(ROUTES), "", LAST(ROUTES, "完成") }, NB_LEDGER_DONE, 1,
	    3, 2, 0, false },
	{ "marks-do-not-count", { NEXT(ROUTES), LAST(ROUTES "。", "完成") },
	    NB_LEDGER_DONE, 1, 2, 1, 0, false },
	{ "alike", { NEXT(ROUTES), LAST("合并执法与网格的巡查路线", "完成") },
	    NB_LEDGER_DONE, 1, 2, 1, 0, false },
	{ "unlike", { NEXT(ROUTES), LAST("建成十二个社区调解室", "完成") },
	    NB_LEDGER_UNANSWERED, 2, 2, 1, 0, false },
	{ "changed", { NEXT(ROUTES), LAST(ROUTES, "调整") }, NB_LEDGER_CHANGED,
	    1, 2, 1, 0, false },
	{ "row-of-a-plan", { PLAN ROW(ROUTES, ""), LAST(ROUTES, "完成") },
	    NB_LEDGER_DONE, 1, 3, 1, 0, false },
	{ "row-filled-in-the-plan", { PLAN ROW(ROUTES, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 2, 0, 0, false },
	{ "row-unfinished",
	    { ROW(ROUTES, ", 进展: 未完成"), LAST(ROUTES, "完成") },
	    NB_LEDGER_DONE, 1, 3, 1, 0, false },
	{ "row-done-promises-nothing", { ROW(ROUTES, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 1, 0, 0, false },
	{ "answered-in-two-keys",
	    { NEXT(ROUTES), LAST(ROUTES, "完成") ROW(ROUTES, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 3, 1, 0, false },
	{ "row-without-progress-is-no-promise", { ROW(ROUTES, "") },
	    NB_LEDGER_UNSAID, 1, 1, 0, 0, false },
	{ "row-without-progress-takes-nothing-back",
	    { NEXT(ROUTES), LAST(ROUTES, "完成") ROW(ROUTES, "") },
	    NB_LEDGER_DONE, 1, 3, 1, 0, false },
	{ "never-promised", { LAST(ROUTES, "未完成") }, NB_LEDGER_NOT, 1, 1, 1,
	    0, false },
	{ "traditional",
	    { "字形: 繁体\n" NEXT("合併執法和網格巡查路線"),
		LAST(ROUTES, "完成") },
	    NB_LEDGER_DONE, 1, 2, 1, 0, false },
	{ "longer", { NEXT(ROUTES), LAST(LONGER, "完成") }, NB_LEDGER_DONE, 1,
	    2, 1, 0, false },
	{ "shorter", { NEXT(LONGER), LAST(ROUTES, "完成") }, NB_LEDGER_DONE, 1,
	    2, 1, 0, false },
	{ "much-longer",
	    { NEXT("抓好普法"),
		LAST("抓好普法，在十二个社区各建一处法治文化阵地", "完成") },
	    NB_LEDGER_DONE, 1, 2, 1, 0, false },
	{ "goes-on-without-a-mark",
	    { NEXT("抓好普法"),
		LAST("抓好普法阵地在十二个社区的选址建设", "完成") },
	    NB_LEDGER_UNANSWERED, 2, 2, 1, 0, false },
	{ "both-texts-answered",
	    { NEXT(ROUTES), PLAN ROW(LONGER, ""),
		LAST(ROUTES, "完成") ROW(LONGER, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 5, 2, 0, false },
	{ "both-texts-answered-and-one-is-alike",
	    { NEXT(ROUTES), PLAN ROW(ALIKE, ""),
		LAST(ROUTES, "完成") ROW(ALIKE, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 5, 2, 0, false },
	{ "first-text-answered",
	    { NEXT(ROUTES), PLAN ROW(ALIKE, ""), LAST(ROUTES, "完成") },
	    NB_LEDGER_DONE, 1, 4, 2, 0, false },
	{ "row-alike-beside-the-words",
	    { NEXT(ROUTES), LAST(ROUTES, "完成") ROW(ALIKE, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 3, 1, 0, false },
	{ "list-and-table-of-one-file",
	    { LAST(ROUTES, "完成") ROW(LONGER, ", 进展: 完成") },
	    NB_LEDGER_DONE, 1, 2, 1, 0, false },
	{ "row-says-less",
	    { NEXT(ROUTES), PLAN ROW(LONGER, ""),
		LAST(ROUTES, "完成") ROW(LONGER, ", 进展: 未完成") },
	    NB_LEDGER_NOT, 1, 6, 2, 1, true },
	{ "row-says-more",
	    { NEXT(ROUTES),
		LAST(ROUTES, "部分完成") ROW(LONGER, ", 进展: 完成") },
	    NB_LEDGER_PARTLY, 1, 3, 1, 0, true },
};

static const struct nb_ledger *
read_years(struct nb_arena *a, const char *const *rest, uint32_t n)
{
	struct nb_ledger_file **file = nb_new_n(a, struct nb_ledger_file *, n);
	uint32_t n_files = 0;

	for (uint32_t i = 0; i < n; i++)
		if (rest[i] != NULL && *rest[i] != '\0')
			file[n_files++] = read_file(
			    a, "t.yaml", 2021 + (int)i, ORGAN, rest[i]);
	return nb_ledger_new(a, file, n_files, NULL);
}

static void
test_life(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_ledger *l =
	    read_years(a, lives[i].file, NB_COUNT(lives[i].file));
	const struct nb_ledger_promise *p = l->organ[0].promise;

	g_assert_cmpuint(l->n, ==, 1);
	g_assert_cmpuint(l->organ[0].n_promises, ==, lives[i].n_promises);
	g_assert_cmpint(p->state, ==, lives[i].state);
	g_assert_cmpuint(p->n, ==, lives[i].n_steps);
	g_assert_cmpuint(p->age, ==, lives[i].age);
	g_assert_cmpuint(p->carried, ==, lives[i].carried);
	g_assert_cmpint(p->split, ==, lives[i].split);
	nb_arena_free(a);
}

#define FIGURE(text) "指标: {普法活动: {" text "}}\n"

/* The last point of a figure. */
static const struct {
	const char *name, *file[3], *change;
	enum nb_ledger_goal met;
	bool differs, rescaled, gap;
} figures[] = {
	{ "more", { FIGURE("值: 40场"), FIGURE("值: 45场") }, "增5场（12.5%）",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "fewer", { FIGURE("值: 45场"), FIGURE("值: 40场") }, "减5场（11.1%）",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "as-many", { FIGURE("值: 40场"), FIGURE("值: 40场") }, "持平",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "rate", { FIGURE("值: 98.14%"), FIGURE("值: 97%") }, "降1.14个百分点",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "ten-thousands", { FIGURE("值: 9000元"), FIGURE("值: 1.2万元") },
	    "增3000元（33.3%）", NB_LEDGER_NO_GOAL, false, false, false },
	{ "other-unit", { FIGURE("值: 40场"), FIGURE("值: 900人") }, "",
	    NB_LEDGER_NO_GOAL, false, true, false },
	{ "not-exact", { FIGURE("值: 40场"), FIGURE("值: 50余场") }, "",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "from-nothing", { FIGURE("值: 0场"), FIGURE("值: 5场") }, "增5场",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "gap", { FIGURE("值: 40场"), "", FIGURE("值: 45场, 上年: 1场") },
	    "增5场（12.5%）", NB_LEDGER_NO_GOAL, false, false, true },
	{ "last-agrees",
	    { FIGURE("值: 1.2万元"), FIGURE("值: 2万元, 上年: 12000元") },
	    "增0.8万元（66.7%）", NB_LEDGER_NO_GOAL, false, false, false },
	{ "last-differs",
	    { FIGURE("值: 40场"), FIGURE("值: 45场, 上年: 39场") },
	    "增5场（12.5%）", NB_LEDGER_NO_GOAL, true, false, false },
	{ "met", { FIGURE("值: 40场, 目标: 不少于40场") }, "", NB_LEDGER_MET,
	    false, false, false },
	{ "missed", { FIGURE("值: 39场, 目标: 不少于40场") }, "",
	    NB_LEDGER_MISSED, false, false, false },
	{ "goal-in-other-unit", { FIGURE("值: 39场, 目标: 60学时") }, "",
	    NB_LEDGER_NO_GOAL, false, false, false },
	{ "traditional",
	    { FIGURE("值: 40场"),
		"字形: 繁体\n指标: {普法活動: {值: 45場, 上年: 40場}}\n" },
	    "增5场（12.5%）", NB_LEDGER_NO_GOAL, false, false, false },
	{ "too-large",
	    { FIGURE("值: 9999999999999999元"),
		FIGURE("值: 99999999999999万亿元") },
	    "", NB_LEDGER_NO_GOAL, false, false, false },
};

static void
test_figure(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_ledger *l =
	    read_years(a, figures[i].file, NB_COUNT(figures[i].file));
	const struct nb_ledger_figure *f = l->organ[0].figure;
	const struct nb_ledger_point *p = &f->point[f->n - 1];

	g_assert_cmpuint(l->organ[0].n_figures, ==, 1);
	g_assert_true(nb_str_eq(p->change, nb_str_z(figures[i].change)));
	g_assert_cmpint(p->met, ==, figures[i].met);
	g_assert_cmpint(p->last_differs, ==, figures[i].differs);
	g_assert_cmpint(p->rescaled, ==, figures[i].rescaled);
	g_assert_cmpint(p->gap, ==, figures[i].gap);
	nb_arena_free(a);
}

/* Organs of files of different years, and how many they are. */
static const struct {
	const char *name, *organ[4];
	uint32_t n, n_unclear;
} organs[] = {
	{ "one", { ORGAN, ORGAN }, 1, 0 },
	{ "short-name", { ORGAN, "柳溪街道办事处" }, 1, 0 },
	{ "shorter-yet", { ORGAN, "乙区柳溪街道办事处", "柳溪街道" }, 1, 0 },
	{ "of-the-government", { "乙区人民政府柳溪街道办事处", ORGAN }, 1, 0 },
	{ "town", { "乙县金湖镇人民政府", "金湖镇", "金湖镇政府" }, 1, 0 },
	{ "traditional", { ORGAN, "柳溪街道辦事處" }, 1, 0 },
	{ "part-of-a-name", { ORGAN, "溪街道办事处" }, 2, 0 },
	{ "two-districts",
	    { "乙区柳溪街道办事处", "丙区柳溪街道办事处", "柳溪街道办事处" }, 3,
	    1 },
	{ "district-and-street", { "甲市乙区人民政府", ORGAN }, 2, 0 },
};

static void
test_organ(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	struct nb_ledger_file *file[NB_COUNT(organs[0].organ)];
	const struct nb_ledger *l;
	uint32_t n = 0;

	for (; n < NB_COUNT(file) && organs[i].organ[n] != NULL; n++)
		file[n] = read_file(
		    a, "t.yaml", 2021 + (int)n, organs[i].organ[n], "");
	l = nb_ledger_new(a, file, n, NULL);
	g_assert_cmpuint(l->n, ==, organs[i].n);
	g_assert_cmpuint(l->n_unclear, ==, organs[i].n_unclear);
	nb_arena_free(a);
}

static void
test_twin(void)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_ledger_file *file[] = {
		read_file(a, "a-1.yaml", 2021, ORGAN, NEXT("乙")),
		read_file(a, "a.yaml", 2021, ORGAN, NEXT("甲")),
		read_file(a, "c.yaml", 2021, ORGAN, PLAN),
	};
	const struct nb_ledger *l = nb_ledger_new(a, file, 3, NULL);

	g_assert_cmpuint(l->n_twins, ==, 1);
	g_assert_true(l->twin[0].file == file[0]);
	g_assert_true(l->twin[0].other == file[1]);
	g_assert_cmpuint(l->organ[0].n_files, ==, 2);
	g_assert_cmpuint(l->organ[0].n_promises, ==, 1);
	nb_arena_free(a);
}

/* The problem that comes first. */
static const struct {
	const char *name, *file[4];
	unsigned years, running;
	bool still;
} problems[] = {
	{ "once", { "存在问题: [执法力量不足]\n" }, 1, 1, true },
	{ "twice",
	    { "存在问题: [执法力量不足]\n", "存在问题: [执法力量不足]\n" }, 2,
	    2, true },
	{ "twice-in-one", { "存在问题: [执法力量不足, 执法力量不足]\n" }, 1, 1,
	    true },
	{ "and-in-the-next",
	    { "存在问题: [执法力量不足]\n",
		"存在问题: [执法力量不足, 执法力量不足]\n" },
	    2, 2, true },
	{ "solved",
	    { "存在问题: [执法力量不足]\n", "存在问题: [执法力量不足]\n",
		"存在问题: [普法形式单一]\n" },
	    2, 2, false },
	{ "back-again",
	    { "存在问题: [执法力量不足]\n", "存在问题: [普法形式单一]\n",
		"存在问题: [执法力量不足]\n" },
	    2, 1, true },
	{ "over-a-gap",
	    { "存在问题: [执法力量不足]\n", "", "存在问题: [执法力量不足]\n" },
	    2, 1, true },
};

static void
test_problem(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_ledger *l =
	    read_years(a, problems[i].file, NB_COUNT(problems[i].file));
	const struct nb_ledger_problem *p = l->organ[0].problem;

	g_assert_cmpuint(p->years, ==, problems[i].years);
	g_assert_cmpuint(p->running, ==, problems[i].running);
	g_assert_cmpint(p->still, ==, problems[i].still);
	nb_arena_free(a);
}

/* So many tasks of a key, of few words, with or without 进展. */
static void
add_tasks(GString *to, const char *key, bool answers)
{
	static const char *const how[] = { "完成", "部分完成", "未完成",
		"调整" };
	static const char *const what[] = { ROUTES, "建成社区人民调解室",
		"规范行政执法案卷评查", "建成社区的人民调解室",
		"培养社区法律明白人", "规范行政执法案卷的评查" };
	const int n = g_test_rand_int_range(0, 6);

	if (n == 0)
		return;
	g_string_append_printf(to, "%s:\n", key);
	for (int i = 0; i < n; i++) {
		g_string_append_printf(to, "- 任务: %s%d处\n",
		    what[g_test_rand_int_range(0, NB_COUNT(what))],
		    g_test_rand_int_range(1, 4));
		if (answers && g_test_rand_bit())
			g_string_append_printf(to, "  进展: %s\n",
			    how[g_test_rand_int_range(0, NB_COUNT(how))]);
	}
}

static char *
random_rest(bool plan)
{
	GString *s = g_string_new(plan ? PLAN : NULL);

	if (!plan)
		add_tasks(s, "上年任务", true);
	if (plan || g_test_rand_bit()) {
		g_string_append(s, "任务表: {分组: [{工作任务: 丙, 任务: [");
		for (int i = g_test_rand_int_range(0, 4); i >= 0; i--)
			g_string_append_printf(s,
			    "{内容: 建成社区人民调解室%d处%s},",
			    g_test_rand_int_range(1, 6),
			    g_test_rand_bit() ? ", 进展: 未完成" : "");
		g_string_append(s, "]}]}\n");
	}
	add_tasks(s, "下年任务", false);
	return g_string_free(s, FALSE);
}

/* How often an entry has a step of an event. */
static unsigned
count_steps(const struct nb_ledger_organ *o, const struct nb_ledger_entry *e,
    enum nb_ledger_event event)
{
	unsigned n = 0;

	for (uint32_t i = 0; i < o->n_promises; i++)
		for (uint32_t k = 0; k < o->promise[i].n; k++) {
			const struct nb_ledger_step *s = &o->promise[i].step[k];

			n += s->entry == e && s->event == event;
		}
	return n;
}

static void
assert_whole(const struct nb_ledger_organ *o)
{
	uint32_t n = 0, open = 0;

	for (uint32_t i = 0; i < o->n_files; i++)
		for (uint32_t k = 0; k < o->file[i]->n_entries; k++) {
			const struct nb_ledger_entry *e = &o->file[i]->entry[k];

			g_assert_cmpuint(count_steps(o, e, NB_LEDGER_PROMISED),
			    ==, e->promised);
			g_assert_cmpint(
			    count_steps(o, e, NB_LEDGER_ANSWERED) > 0, ==,
			    e->answered);
		}
	for (int i = 0; i < NB_LEDGER_STATES; i++) {
		n += o->tally[i];
		open += nb_ledger_is_open((enum nb_ledger_state)i) ? o->tally[i]
								   : 0;
	}
	g_assert_cmpuint(n, ==, o->n_promises);
	g_assert_cmpuint(open, ==, o->n_open);
	for (uint32_t i = 0; i < o->n_promises; i++)
		g_assert_cmpint(
		    nb_ledger_is_open(o->promise[i].state), ==, i < o->n_open);
}

static void
shuffle(struct nb_ledger_file **file, uint32_t n)
{
	for (uint32_t i = n; i > 1; i--) {
		const uint32_t k =
		    (uint32_t)g_test_rand_int_range(0, (gint32)i);
		struct nb_ledger_file *other = file[k];

		file[k] = file[i - 1];
		file[i - 1] = other;
	}
}

static GString *
say(struct nb_arena *a, const struct nb_ledger *l)
{
	const struct nb_ledger_form form = { .width = 80 };
	GString *s = g_string_new(NULL);

	g_assert_cmpint(nb_ledger_text(s, a, l, &form), ==, NB_OK);
	g_assert_cmpint(nb_ledger_json(s, a, l, &form), ==, NB_OK);
	g_assert_cmpint(nb_ledger_csv(s, a, l, &form), ==, NB_OK);
	return s;
}

/* Property: every promise once, every answer; nothing hangs on the order. */
static void
test_random(void)
{
	for (int round = 0; round < 200; round++) {
		struct nb_arena *a = nb_arena_new();
		struct nb_ledger_file *file[10];
		g_autoptr(GString) before = NULL, after = NULL;
		const struct nb_ledger *l;

		for (int i = 0; i < 10; i++) {
			g_autofree char *rest = random_rest(i % 2 == 1);
			g_autofree char *name = g_strdup_printf("%d", i);

			file[i] = read_file(a, name,
			    2015 + i / 2 +
				(i > 5 ? g_test_rand_int_range(0, 9) : 0),
			    ORGAN, rest);
		}
		l = nb_ledger_new(a, file, 10, NULL);
		assert_whole(&l->organ[0]);
		before = say(a, l);
		shuffle(file, 10);
		after = say(a, nb_ledger_new(a, file, 10, NULL));
		g_assert_cmpstr(before->str, ==, after->str);
		nb_arena_free(a);
	}
}

#define ADD(group, table, fn) \
	for (size_t i = 0; i < NB_COUNT(table); i++) { \
		g_autofree char *path = \
		    g_strconcat("/ledger/" group "/", table[i].name, NULL); \
		g_test_add_data_func(path, GSIZE_TO_POINTER(i), fn); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("life", lives, test_life);
	ADD("figure", figures, test_figure);
	ADD("organ", organs, test_organ);
	ADD("problem", problems, test_problem);
	g_test_add_func("/ledger/twin", test_twin);
	g_test_add_func("/ledger/random", test_random);
	return g_test_run();
}
