/*
 * style/number_words.c - reads 数字 of an outline.
 */
#include "style/number_words.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"

struct field {
	const char *key;
	size_t at;
};

#define OF(member) offsetof(struct nb_number_words, member)

static const struct field lists[] = {
	{ "单位", OF(unit) },
	{ "基数单位", OF(counted) },
	{ "不是比率", OF(not_rate) },
	{ "可超过百", OF(over_hundred) },
	{ "以少为好", OF(small_is_good) },
	{ "不带单位", OF(no_unit) },
	{ "率前限定", OF(on_time) },
	{ "另有所指", OF(other_sum) },
	{ "合计", OF(total) },
	{ "其余", OF(rest) },
	{ "要求", OF(demand) },
	{ "截至", OF(until_now) },
	{ "相对时间", OF(relative) },
	{ "将来", OF(future) },
};

const struct nb_number_words nb_number_words_none;

struct loader {
	struct nb_arena *a;
	struct nb_diags *d;
};

static void
misshapen(const struct loader *l, struct nb_span span, const char *want)
{
	nb_diag_add(l->d, &nb_code_L41, span, "大纲文件此处应是%s", want);
}

static struct nb_words
read_words(const struct loader *l, const struct nb_node *node)
{
	struct nb_str *word;

	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node->span, "一列词，如 [件, 次]");
		return (struct nb_words){ 0 };
	}
	word = nb_new_n(l->a, struct nb_str, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_node *item = node->list.item[i];

		if (item->kind == NB_NODE_SCALAR && item->scalar.value.n > 0)
			word[i] = nb_arena_str(l->a, item->scalar.value);
		else
			misshapen(l, item->span, "一个词");
	}
	return (struct nb_words){ word, node->list.n };
}

/* The words under a key of a pair's map. */
static struct nb_words
words_under(
    const struct loader *l, const struct nb_pair *pair, struct nb_str key)
{
	const struct nb_node *node = NULL;

	if (pair->value->kind == NB_NODE_MAP)
		node = nb_node_get(pair->value, key);
	if (node != NULL)
		return read_words(l, node);
	misshapen(l, pair->key_span, "{分子: [词], 分母: [词]}");
	return (struct nb_words){ 0 };
}

static void
read_rates(const struct loader *l, const struct nb_node *node,
    struct nb_number_words *w)
{
	struct nb_rate_words *rate;

	if (node->kind != NB_NODE_MAP) {
		misshapen(l, node->span, "率名和它的分子、分母");
		return;
	}
	rate = nb_new_n(l->a, struct nb_rate_words, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];

		rate[i].name = nb_arena_str(l->a, pair->key);
		rate[i].part = words_under(l, pair, NB_S("分子"));
		rate[i].base = words_under(l, pair, NB_S("分母"));
	}
	w->rate = rate;
	w->n_rates = node->map.n;
}

static void
read_usual(const struct loader *l, const struct nb_node *node,
    struct nb_number_words *w)
{
	struct nb_usual_figure *usual;

	if (node->kind != NB_NODE_MAP) {
		misshapen(l, node->span, "指标和认出它的词");
		return;
	}
	usual = nb_new_n(l->a, struct nb_usual_figure, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		usual[i].name = nb_arena_str(l->a, node->map.pair[i].key);
		usual[i].word = read_words(l, node->map.pair[i].value);
	}
	w->usual = usual;
	w->n_usual = node->map.n;
}

static void
read_since(const struct loader *l, const struct nb_node *node,
    struct nb_number_words *w)
{
	const struct nb_str s =
	    node->kind == NB_NODE_SCALAR ? node->scalar.value : NB_S("");

	for (size_t i = 0; i < s.n && nb_is_digit((unsigned char)s.p[i]); i++)
		w->usual_since = w->usual_since * 10 + (s.p[i] - '0');
	if (s.n != 4 || w->usual_since < 1000)
		misshapen(l, node->span, "一个年份");
}

static bool
read_list(const struct loader *l, const struct nb_pair *pair,
    struct nb_number_words *w)
{
	for (size_t i = 0; i < NB_COUNT(lists); i++) {
		if (!nb_str_eq(nb_str_z(lists[i].key), pair->key))
			continue;
		*(struct nb_words *)(void *)((char *)w + lists[i].at) =
		    read_words(l, pair->value);
		return true;
	}
	return false;
}

static void
read_pair(const struct loader *l, const struct nb_pair *pair,
    struct nb_number_words *w)
{
	if (nb_str_eq(pair->key, NB_S("率")))
		read_rates(l, pair->value, w);
	else if (nb_str_eq(pair->key, NB_S("常报指标")))
		read_usual(l, pair->value, w);
	else if (nb_str_eq(pair->key, NB_S("常报始于")))
		read_since(l, pair->value, w);
	else if (!read_list(l, pair, w))
		nb_diag_add(l->d, &nb_code_L40, pair->key_span,
		    "大纲文件没有“" NB_FMT "”这个键", NB_ARG(pair->key));
}

const struct nb_number_words *
nb_number_words_read(
    struct nb_arena *a, const struct nb_node *node, struct nb_diags *d)
{
	struct nb_number_words *w = nb_new(a, struct nb_number_words);
	const struct loader l = { a, d };

	if (node->kind != NB_NODE_MAP)
		misshapen(&l, node->span, "若干个键");
	else
		for (uint32_t i = 0; i < node->map.n; i++)
			read_pair(&l, &node->map.pair[i], w);
	return w;
}
