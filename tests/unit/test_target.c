/*
 * Goals in words: what is counted, how much, and whether a figure is for it,
 * reaches it, or was more once.
 */
#include "check/target.h"

#include <glib.h>

#define WORD(lit) \
	{ \
		lit, sizeof(lit) - 1 \
	}
static const struct nb_str heads[] = { WORD("全年"), WORD("开展"),
	WORD("完成") };
static const struct nb_str tails[] = { WORD("达到"), WORD("保持在") };
static const struct nb_target_words words = {
	.head = { .word = heads, .n = NB_COUNT(heads) },
	.tail = { .word = tails, .n = NB_COUNT(tails) },
};

static const struct goal {
	const char *name, *text;
	const char *of; /* NULL: no goal can be read */
	int64_t n;
	enum nb_bound bound;
} goals[] = {
	{ "bare", "不少于66场", "", 66, NB_BOUND_AT_LEAST },
	{ "named", "普法活动不少于66场", "普法活动", 66, NB_BOUND_AT_LEAST },
	{ "head", "全年开展普法活动≥66场", "普法活动", 66, NB_BOUND_AT_LEAST },
	{ "tail", "办结率保持在98%以上", "办结率", 98, NB_BOUND_AT_LEAST },
	{ "plain", "审查合同80份", "审查合同", 80, NB_BOUND_EXACT },
	{ "limit", "两类纠纷合计不超过140件", "两类纠纷合计", 140,
	    NB_BOUND_AT_MOST },
	{ "words-behind", "不少于66场，覆盖12个社区的居民小组", NULL, 0, 0 },
	{ "clauses", "抓实普法，普法活动不少于66场", "普法活动", 66,
	    NB_BOUND_AT_LEAST },
	{ "two", "讲座20场，活动不少于66场", NULL, 0, 0 },
	{ "no-number", "基本实现全覆盖", NULL, 0, 0 },
	{ "empty", "", NULL, 0, 0 },
};

static void
test_goal(gconstpointer data)
{
	const struct goal *row = data;
	struct nb_target t;

	if (!nb_target_read(nb_str_z(row->text), &words, &t)) {
		g_assert_null(row->of);
		return;
	}
	g_assert_nonnull(row->of);
	g_assert_true(nb_str_eq(t.name, nb_str_z(row->of)));
	g_assert_cmpint(t.q.number.n, ==, row->n);
	g_assert_cmpint((int)t.q.bound, ==, (int)row->bound);
}

static const struct pair {
	const char *name, *figure, *value, *goal;
	bool is_for, missed;
} pairs[] = {
	{ "same", "普法活动", "63场", "普法活动不少于66场", true, true },
	{ "reached", "普法活动", "66场", "普法活动不少于66场", true, false },
	{ "part", "普法活动", "18场", "进校园普法活动不少于20场", true, true },
	{ "other-unit", "普法活动", "18次", "普法活动不少于20场", false,
	    false },
	{ "each", "普法活动", "8场", "每个社区普法活动不少于9场", false, true },
	{ "share-of-part", "办结率", "98%", "重大案件办结率不低于99%", false,
	    true },
	{ "limit-of-part", "投诉", "50件", "重复投诉不超过10件", false, true },
	{ "limit", "投诉", "9件", "投诉不超过10件", true, false },
	{ "in-ten-thousands", "受众", "1.2万人", "受众不少于12000人", true,
	    false },
};

static void
test_pair(gconstpointer data)
{
	const struct pair *row = data;
	struct nb_quantity value;
	struct nb_target goal;

	g_assert_true(nb_quantity_read(nb_str_z(row->value), &value));
	g_assert_true(nb_target_read(nb_str_z(row->goal), &words, &goal));
	g_assert_cmpint(nb_target_is_for(&goal, nb_str_z(row->figure), &value),
	    ==, row->is_for);
	g_assert_cmpint(
	    nb_target_is_missed(&value, &goal.q, false), ==, row->missed);
}

static const struct order {
	const char *name, *now, *before;
	bool lower;
} orders[] = {
	{ "lower", "不少于50场", "不少于60场", true },
	{ "higher", "不少于70场", "不少于60场", false },
	{ "longer", "不超过25天", "不超过20天", true },
	{ "rate", "98%", "100%", true },
	{ "plain", "50件", "60件", false },
	{ "other-unit", "不少于50次", "不少于60场", false },
	{ "other-way", "不超过50场", "不少于60场", false },
};

static void
test_order(gconstpointer data)
{
	const struct order *row = data;
	struct nb_quantity now, before;

	g_assert_true(nb_quantity_read(nb_str_z(row->now), &now));
	g_assert_true(nb_quantity_read(nb_str_z(row->before), &before));
	g_assert_cmpint(nb_target_is_lower(&now, &before), ==, row->lower);
}

static void
add(const char *group, const char *name, gconstpointer row, GTestDataFunc test)
{
	g_autofree char *path = g_strdup_printf("/target/%s/%s", group, name);

	g_test_add_data_func(path, row, test);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(goals); i++)
		add("read", goals[i].name, &goals[i], test_goal);
	for (size_t i = 0; i < NB_COUNT(pairs); i++)
		add("missed", pairs[i].name, &pairs[i], test_pair);
	for (size_t i = 0; i < NB_COUNT(orders); i++)
		add("lower", orders[i].name, &orders[i], test_order);
	return g_test_run();
}
