/*
 * style/outline_read.c - reads the maps of an outline.  One table for each
 * kind of map says which keys it may have, what they hold and where that goes.
 */
#include "style/outline_read.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "model/keys.h"
#include "source/node.h"
#include "style/codes.h"
#include "style/number_words.h"
#include "style/outline_value.h"
#include "style/value.h"

enum type {
	TEXT,
	WORDS,
	TOPIC_NAMES, /* words that are names of topics */
	ITEM_NAMES,
	COUNT,
	FLAG,
	KINDS,
	LEVELS,
	NEED,
	KEY,
	TOPICS,
	ITEMS,
	STATUTORY,
	PARTS,
	COPYING,
	FIGURES,
	ORGAN,
	COLLOQUIAL,
	NUMBERS,
	WORDING,
	ELSEWHERE, /* read by others */
};

struct field {
	const char *key;
	enum type type;
	bool required;
	size_t offset;
};

/* An item while it is read: with the topic that its own words make. */
struct new_item {
	struct nb_outline_item item;
	struct nb_topic topic;
};

#define OF(type, member) offsetof(struct nb_##type, member)
#define ITEM(member) offsetof(struct new_item, item.member)

static const struct field outline_fields[] = {
	{ "名称", TEXT, true, OF(outline, name) },
	{ "标题", TEXT, true, OF(outline, title) },
	{ "依据", TEXT, false, OF(outline, basis) },
	{ "依照", ELSEWHERE, false, 0 },
	{ "最少字数", COUNT, false, OF(outline, least_han) },
	{ "标题字数", COUNT, false, OF(outline, most_heading) },
	{ "主题", TOPICS, true, 0 },
	{ "大纲", ITEMS, true, 0 },
	{ "法定内容", STATUTORY, false, 0 },
	{ "第一责任人", WORDS, true, OF(outline, principal) },
	{ "条目数", PARTS, false, OF(outline, part) },
	{ "雷同", COPYING, false, OF(outline, copy) },
	{ "审核相似", COUNT, false, OF(outline, review_alike) },
	{ "实绩", FIGURES, true, OF(outline, figure) },
	{ "机关名称", ORGAN, true, OF(outline, organ) },
	{ "数字", NUMBERS, false, 0 },
	{ "用语", WORDING, false, OF(outline, wording) },
};

static const struct field topic_fields[] = {
	{ "名", TEXT, true, OF(topic, name) },
	{ "词", WORDS, true, OF(topic, word) },
	{ "否决", WORDS, false, OF(topic, veto) },
	{ "权重", COUNT, false, OF(topic, weight) },
};

static const struct field item_fields[] = {
	{ "项", TEXT, true, ITEM(name) },
	{ "又名", WORDS, false, ITEM(alias) },
	{ "词", WORDS, false, offsetof(struct new_item, topic.word) },
	{ "否决", WORDS, false, offsetof(struct new_item, topic.veto) },
	{ "权重", COUNT, false, offsetof(struct new_item, topic.weight) },
	{ "强", TOPIC_NAMES, false, ITEM(strong) },
	{ "弱", TOPIC_NAMES, false, ITEM(weak) },
	{ "段中", WORDS, false, ITEM(evidence) },
	{ "原因", WORDS, false, ITEM(cause) },
	{ "键", KEY, false, ITEM(key) },
	{ "要求", NEED, false, ITEM(need) },
	{ "独占", FLAG, false, ITEM(closed) },
	{ "文种", KINDS, false, ITEM(kind) },
	{ "级别", LEVELS, false, ITEM(level) },
	{ "依据", TEXT, false, ITEM(basis) },
	{ "子项", ELSEWHERE, false, 0 },
};

static const struct field statutory_fields[] = {
	{ "依据", TEXT, false, OF(outline, statutory_basis) },
	{ "内容", ELSEWHERE, true, 0 },
};

static const struct field content_fields[] = {
	{ "名", TEXT, true, OF(statutory, name) },
	{ "项", ITEM_NAMES, true, OF(statutory, item) },
	{ "可缺", FLAG, false, OF(statutory, optional) },
};

static const struct field part_fields[] = {
	{ "量词", WORDS, true, OF(part_words, measure) },
	{ "名词", WORDS, true, OF(part_words, noun) },
};

static const struct field copy_fields[] = {
	{ "最少字数", COUNT, true, OF(copy_words, least_han) },
	{ "通用份数", COUNT, true, OF(copy_words, common) },
	{ "通用至多", COUNT, true, OF(copy_words, crowd) },
	{ "固定提法", WORDS, false, OF(copy_words, phrase) },
};

static const struct field figure_fields[] = {
	{ "量词", WORDS, true, OF(figure_words, unit) },
	{ "不计", WORDS, false, OF(figure_words, veto) },
};

static const struct field organ_fields[] = {
	{ "前缀", WORDS, true, OF(organ_words, party) },
	{ "区划", WORDS, true, OF(organ_words, division) },
	{ "街镇", WORDS, true, OF(organ_words, town) },
	{ "后缀", WORDS, true, OF(organ_words, ending) },
	{ "俗称", COLLOQUIAL, false, 0 },
	{ "题首止于", WORDS, true, OF(organ_words, stop) },
};

/* Maps of words. */
static const struct {
	const struct field *field;
	size_t n;
} groups[] = {
	[PARTS] = { part_fields, NB_COUNT(part_fields) },
	[COPYING] = { copy_fields, NB_COUNT(copy_fields) },
	[FIGURES] = { figure_fields, NB_COUNT(figure_fields) },
	[ORGAN] = { organ_fields, NB_COUNT(organ_fields) },
};

static void read_map(struct nb_outline_reader *rd, const struct nb_node *node,
    const struct field *fields, size_t n, void *into);

#define READ_MAP(rd, node, fields, into) \
	read_map((rd), (node), (fields), NB_COUNT(fields), (into))

/* Words that are names; whether there are such is looked at later. */
static struct nb_words
read_names(struct nb_outline_reader *rd, const struct nb_node *node, bool item)
{
	const struct nb_words words = nb_words_read(&rd->file, node);

	for (uint32_t i = 0; i < words.n; i++) {
		const struct nb_outline_mention mention = {
			.name = words.word[i],
			.span = node->list.item[i]->span,
			.item = item,
		};

		g_array_append_val(rd->mention, mention);
	}
	return words;
}

static bool
is_list(
    struct nb_outline_reader *rd, const struct nb_node *node, const char *want)
{
	if (node != NULL && node->kind == NB_NODE_LIST)
		return true;
	if (node != NULL)
		nb_words_misshapen(&rd->file, node->span, want);
	return false;
}

static void
read_topics(struct nb_outline_reader *rd, const struct nb_node *node)
{
	if (!is_list(rd, node, "一列主题"))
		return;
	for (uint32_t i = 0; i < node->list.n; i++) {
		struct nb_topic topic = { 0 };

		READ_MAP(rd, node->list.item[i], topic_fields, &topic);
		g_array_append_val(rd->topic, topic);
	}
}

/* A 子项 is asked where the item above is, unless it says otherwise. */
static struct new_item
fresh_item(const struct nb_outline_reader *rd, uint32_t parent, uint32_t depth)
{
	struct new_item made = { 0 };

	if (parent != NB_OUTLINE_NO_PARENT) {
		const struct nb_outline_item *above =
		    &g_array_index(rd->item, struct nb_outline_item, parent);

		made.item.kind = above->kind;
		made.item.level = above->level;
		made.item.need = above->need;
	} else {
		made.item.kind = 1 << NB_KIND_REPORT;
		made.item.level = UINT32_MAX;
	}
	made.item.depth = depth;
	made.item.parent = parent;
	return made;
}

/* The item's own words are a topic of its name. */
static void
add_own_topic(struct nb_outline_reader *rd, struct new_item *made)
{
	struct nb_words *strong = &made->item.strong;
	struct nb_str *word;

	if (made->topic.word.n == 0)
		return;
	made->topic.name = made->item.name;
	g_array_append_val(rd->topic, made->topic);
	word = nb_new_n(rd->file.arena, struct nb_str, strong->n + 1);
	if (strong->n > 0)
		memcpy(word, strong->word, strong->n * sizeof(*word));
	word[strong->n] = made->item.name;
	*strong = (struct nb_words){ .word = word, .n = strong->n + 1 };
}

static void
read_items(struct nb_outline_reader *rd, const struct nb_node *node,
    uint32_t parent, uint32_t depth)
{
	if (!is_list(rd, node, "一列大纲项"))
		return;
	if (depth >= NB_OUTLINE_DEPTH_MAX) {
		nb_diag_add(rd->file.diags, &nb_code_L41, node->span,
		    "大纲最多%d层，这一层太深", NB_OUTLINE_DEPTH_MAX);
		return;
	}
	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_node *one = node->list.item[i];
		const uint32_t number = rd->item->len;
		struct new_item made = fresh_item(rd, parent, depth);

		READ_MAP(rd, one, item_fields, &made);
		add_own_topic(rd, &made);
		g_array_append_val(rd->item, made.item);
		g_array_append_val(rd->place, one->span);
		read_items(
		    rd, nb_node_get(one, NB_S("子项")), number, depth + 1);
	}
}

static void
read_statutory(struct nb_outline_reader *rd, const struct nb_node *node)
{
	const struct nb_node *list = nb_node_get(node, NB_S("内容"));
	struct nb_statutory *content;

	READ_MAP(rd, node, statutory_fields, rd->outline);
	if (!is_list(rd, list, "一列法定内容"))
		return;
	content = nb_new_n(rd->file.arena, struct nb_statutory, list->list.n);
	for (uint32_t i = 0; i < list->list.n; i++)
		READ_MAP(rd, list->list.item[i], content_fields, &content[i]);
	rd->outline->statutory = content;
	rd->outline->n_statutory = list->list.n;
}

static void
read_field(struct nb_outline_reader *rd, const struct nb_node *node,
    enum type type, void *into)
{
	switch (type) {
	case TEXT:
		*(struct nb_str *)into = nb_outline_text(rd, node);
		return;
	case WORDS:
		*(struct nb_words *)into = nb_words_read(&rd->file, node);
		return;
	case TOPIC_NAMES:
	case ITEM_NAMES:
		*(struct nb_words *)into =
		    read_names(rd, node, type == ITEM_NAMES);
		return;
	case COUNT:
		*(uint32_t *)into =
		    nb_value_count(&rd->file, node, 0, 100000, "一个整数");
		return;
	case FLAG:
		*(bool *)into = nb_value_flag(&rd->file, node);
		return;
	case KINDS:
	case LEVELS:
		*(uint32_t *)into = nb_value_choices(
		    &rd->file, node, type == KINDS ? nb_kinds : nb_levels);
		return;
	case NEED:
		*(enum nb_need *)into = nb_outline_need(rd, node);
		return;
	case KEY:
		*(enum nb_outline_key *)into = nb_outline_key(rd, node);
		return;
	case TOPICS:
		read_topics(rd, node);
		return;
	case ITEMS:
		read_items(rd, node, NB_OUTLINE_NO_PARENT, 0);
		return;
	case STATUTORY:
		read_statutory(rd, node);
		return;
	case PARTS:
	case COPYING:
	case FIGURES:
	case ORGAN:
		read_map(rd, node, groups[type].field, groups[type].n, into);
		return;
	case COLLOQUIAL:
		nb_outline_colloquial(rd, node);
		return;
	case NUMBERS:
		rd->outline->number = nb_number_words_read(&rd->file, node);
		return;
	case WORDING:
		nb_wording_read(&rd->file, node, into);
		return;
	case ELSEWHERE:
		return;
	}
	NB_UNREACHABLE();
}

static const struct field *
find_field(const struct field *fields, size_t n, struct nb_str key)
{
	for (size_t i = 0; i < n; i++)
		if (nb_str_eq(nb_str_z(fields[i].key), key))
			return &fields[i];
	return NULL;
}

static void
unknown_key(const struct nb_outline_reader *rd, const struct nb_pair *pair,
    const struct field *fields, size_t n)
{
	struct nb_diag *g =
	    nb_diag_add(rd->file.diags, &nb_code_L40, pair->key_span,
		"大纲文件没有“" NB_FMT "”这个键", NB_ARG(pair->key));

	for (size_t i = 0; i < n; i++)
		if (nb_str_distance(pair->key, nb_str_z(fields[i].key), 2) == 1)
			g->hint = nb_arena_printf(rd->file.diags->arena,
			    "是否想写“%s”", fields[i].key);
}

static void
read_map(struct nb_outline_reader *rd, const struct nb_node *node,
    const struct field *fields, size_t n, void *into)
{
	/* At the top the outline below has what is not said. */
	const bool given =
	    rd->based && into == rd->outline && fields == outline_fields;

	if (node->kind != NB_NODE_MAP) {
		nb_words_misshapen(&rd->file, node->span, "若干个键");
		return;
	}
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];
		const struct field *f = find_field(fields, n, pair->key);

		if (f == NULL)
			unknown_key(rd, pair, fields, n);
		else
			read_field(
			    rd, pair->value, f->type, (char *)into + f->offset);
	}
	for (size_t i = 0; i < n; i++)
		if (fields[i].required && (!given || fields[i].type == TEXT) &&
		    nb_node_get(node, nb_str_z(fields[i].key)) == NULL)
			nb_diag_add(rd->file.diags, &nb_code_L41, node->span,
			    "大纲文件此处缺“%s”", fields[i].key);
}

void
nb_outline_read(struct nb_outline_reader *rd, const struct nb_node *root)
{
	READ_MAP(rd, root, outline_fields, rd->outline);
}
