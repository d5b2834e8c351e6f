/*
 * style/number_words.c - reads 数字 of an outline.
 */
#include "style/number_words.h"

#include "base/arena.h"
#include "source/node.h"
#include "style/value.h"

#define LIST(key, member) NB_WORDS_KEY("", key, nb_number_words, member)

static const struct nb_words_key lists[] = {
	LIST("单位", unit),
	LIST("基数单位", counted),
	LIST("不是比率", not_rate),
	LIST("可超过百", over_hundred),
	LIST("以少为好", small_is_good),
	LIST("不带单位", no_unit),
	LIST("率前限定", on_time),
	LIST("另有所指", other_sum),
	LIST("合计", total),
	LIST("其余", rest),
	LIST("要求", demand),
	LIST("截至", until_now),
	LIST("相对时间", relative),
	LIST("将来", future),
	LIST("总述", whole),
	LIST("动作", deed),
	LIST("数前", joint),
	LIST("局部", local),
	LIST("他时", other_time),
	LIST("泛称", generic),
	LIST("本年栏", this_column),
	LIST("上年栏", last_column),
};

const struct nb_number_words nb_number_words_none;

/* The words under a key of a pair's map. */
static struct nb_words
words_under(const struct nb_words_file *f, const struct nb_pair *pair,
    struct nb_str key)
{
	const struct nb_node *node = NULL;

	if (pair->value->kind == NB_NODE_MAP)
		node = nb_node_get(pair->value, key);
	if (node != NULL)
		return nb_words_read(f, node);
	nb_words_misshapen(f, pair->key_span, "{分子: [词], 分母: [词]}");
	return (struct nb_words){ 0 };
}

static void
read_rates(const struct nb_words_file *f, const struct nb_node *node,
    struct nb_number_words *w)
{
	struct nb_rate_words *rate;

	if (node->kind != NB_NODE_MAP) {
		nb_words_misshapen(f, node->span, "率名和它的分子、分母");
		return;
	}
	rate = nb_new_n(f->arena, struct nb_rate_words, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];

		rate[i].name = nb_arena_str(f->arena, pair->key);
		rate[i].part = words_under(f, pair, NB_S("分子"));
		rate[i].base = words_under(f, pair, NB_S("分母"));
	}
	w->rate = rate;
	w->n_rates = node->map.n;
}

static void
read_usual(const struct nb_words_file *f, const struct nb_node *node,
    struct nb_number_words *w)
{
	struct nb_usual_figure *usual;

	if (node->kind != NB_NODE_MAP) {
		nb_words_misshapen(f, node->span, "指标和认出它的词");
		return;
	}
	usual = nb_new_n(f->arena, struct nb_usual_figure, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		usual[i].name = nb_arena_str(f->arena, node->map.pair[i].key);
		usual[i].word = nb_words_read(f, node->map.pair[i].value);
	}
	w->usual = usual;
	w->n_usual = node->map.n;
}

static void
read_pair(const struct nb_words_file *f, const struct nb_pair *pair,
    struct nb_number_words *w)
{
	struct nb_words *list =
	    nb_words_member(lists, NB_COUNT(lists), NB_S(""), pair->key, w);

	if (list != NULL)
		*list = nb_words_read(f, pair->value);
	else if (nb_str_eq(pair->key, NB_S("率")))
		read_rates(f, pair->value, w);
	else if (nb_str_eq(pair->key, NB_S("常报指标")))
		read_usual(f, pair->value, w);
	else if (nb_str_eq(pair->key, NB_S("常报始于")))
		w->usual_since =
		    (int)nb_value_count(f, pair->value, 1000, 9999, "一个年份");
	else
		nb_words_unknown(f, pair);
}

const struct nb_number_words *
nb_number_words_read(const struct nb_words_file *f, const struct nb_node *node)
{
	struct nb_number_words *w = nb_new(f->arena, struct nb_number_words);

	if (node->kind != NB_NODE_MAP)
		nb_words_misshapen(f, node->span, "若干个键");
	else
		for (uint32_t i = 0; i < node->map.n; i++)
			read_pair(f, &node->map.pair[i], w);
	return w;
}
