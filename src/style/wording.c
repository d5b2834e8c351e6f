/*
 * style/wording.c - reads the word lists of the rules: every value is a list
 * of words, at one of two levels.
 */
#include "style/wording.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"

struct list {
	const char *group; /* "" at the upper level */
	const char *key;
	size_t offset;
};

#define LIST(group, key, member) \
	{ \
		group, key, offsetof(struct nb_wording, member) \
	}

static const struct list lists[] = {
	LIST("计划语气", "情态", tone.modal),
	LIST("计划语气", "主语", tone.before),
	LIST("计划语气", "词内", tone.within),
	LIST("计划语气", "应约", tone.invited),
	LIST("计划语气", "一律", tone.always),
	LIST("计划语气", "确保", tone.ensure),
	LIST("计划语气", "指标", tone.goal),
	LIST("计划语气", "转述", tone.told),
	LIST("计划语气", "讲话", tone.speech),
	LIST("自称", "词", self.word),
	LIST("自称", "前不接", self.not_behind),
	LIST("自称", "后不接", self.not_before),
	LIST("自称", "机关", self.office),
	LIST("自称", "人员", self.people),
	LIST("自称", "泛指", self.other),
	LIST("号码", "编号", number.serial),
	LIST("号码", "身份", number.identity),
	LIST("号码", "电话", number.phone),
	LIST("号码", "公用电话", number.office),
	LIST("号码", "银行", number.bank),
	LIST("请示语", "字", request.sign),
	LIST("请示语", "词", request.phrase),
	LIST("请示语", "前句", request.before),
	LIST("请示语", "后接", request.behind),
	LIST("请示语", "前接", request.about),
	LIST("", "已做", done),
	LIST("", "泛词", idle),
	LIST("", "时间", when),
	LIST("", "全称后缀", unit_tail),
	LIST("", "泛指单位", anyone),
	LIST("", "虚字", filler),
};

struct loader {
	struct nb_arena *a;
	struct nb_diags *d;
	struct nb_wording *into;
};

/* Where the words of a key go, or NULL. */
static struct nb_words *
find_list(const struct loader *l, struct nb_str group, struct nb_str key)
{
	for (size_t i = 0; i < NB_COUNT(lists); i++)
		if (nb_str_eq(nb_str_z(lists[i].group), group) &&
		    nb_str_eq(nb_str_z(lists[i].key), key))
			return (void *)((char *)l->into + lists[i].offset);
	return NULL;
}

static bool
is_group(struct nb_str key)
{
	for (size_t i = 0; i < NB_COUNT(lists); i++)
		if (lists[i].group[0] != '\0' &&
		    nb_str_eq(nb_str_z(lists[i].group), key))
			return true;
	return false;
}

static void
misshapen(const struct loader *l, const struct nb_node *node, const char *want)
{
	nb_diag_add(l->d, &nb_code_L41, node->span, "大纲文件此处应是%s", want);
}

static void
read_list(
    const struct loader *l, const struct nb_node *node, struct nb_words *into)
{
	struct nb_str *word;

	*into = (struct nb_words){ 0 };
	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node, "一列词，如 [调解, 信访]");
		return;
	}
	word = nb_new_n(l->a, struct nb_str, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_node *item = node->list.item[i];

		if (item->kind == NB_NODE_SCALAR && item->scalar.value.n > 0)
			word[into->n++] =
			    nb_arena_str(l->a, item->scalar.value);
		else
			misshapen(l, item, "一段文字");
	}
	into->word = word;
}

static void
read_group(
    const struct loader *l, const struct nb_node *node, struct nb_str group)
{
	if (node->kind != NB_NODE_MAP) {
		misshapen(l, node, "若干个键");
		return;
	}
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];
		struct nb_words *into = find_list(l, group, pair->key);

		if (into != NULL)
			read_list(l, pair->value, into);
		else if (group.n == 0 && is_group(pair->key))
			read_group(l, pair->value, pair->key);
		else
			nb_diag_add(l->d, &nb_code_L40, pair->key_span,
			    "大纲文件没有“" NB_FMT "”这个键",
			    NB_ARG(pair->key));
	}
}

void
nb_wording_read(struct nb_arena *a, const struct nb_node *node,
    struct nb_wording *into, struct nb_diags *d)
{
	const struct loader l = { a, d, into };

	read_group(&l, node, NB_S(""));
}
