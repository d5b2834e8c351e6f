/*
 * style/outline.c - reads an outline.  One table for each kind of map says
 * which keys it may have, what they hold and where that goes.
 */
#include "style/outline.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"

#include <glib.h>

enum type {
	TEXT,
	WORDS,
	COUNT,
	FLAG,
	KINDS,
	KEY,
	TOPICS,
	ITEMS,
	FIGURES,
	ORGAN,
	COLLOQUIAL,
	FOLDS
};

struct field {
	const char *key;
	enum type type;
	bool required;
	size_t offset;
};

#define OF(type, member) offsetof(struct nb_##type, member)

static const struct field outline_fields[] = {
	{ "名称", TEXT, true, OF(outline, name) },
	{ "标题", TEXT, true, OF(outline, title) },
	{ "依据", TEXT, false, OF(outline, basis) },
	{ "最少字数", COUNT, false, OF(outline, least_han) },
	{ "主题", TOPICS, true, 0 },
	{ "大纲", ITEMS, true, 0 },
	{ "第一责任人", WORDS, true, OF(outline, principal) },
	{ "实绩", FIGURES, true, OF(outline, figure) },
	{ "机关名称", ORGAN, true, OF(outline, organ) },
	{ "繁体", FOLDS, false, 0 },
};

static const struct field topic_fields[] = {
	{ "名", TEXT, true, OF(topic, name) },
	{ "词", WORDS, true, OF(topic, word) },
	{ "否决", WORDS, false, OF(topic, veto) },
};

static const struct field item_fields[] = {
	{ "项", TEXT, true, OF(outline_item, name) },
	{ "强", WORDS, true, OF(outline_item, strong) },
	{ "弱", WORDS, false, OF(outline_item, weak) },
	{ "段中", WORDS, false, OF(outline_item, evidence) },
	{ "原因", WORDS, false, OF(outline_item, cause) },
	{ "键", KEY, false, OF(outline_item, key) },
	{ "独占", FLAG, false, OF(outline_item, closed) },
	{ "文种", KINDS, true, OF(outline_item, kind) },
	{ "依据", TEXT, false, OF(outline_item, basis) },
};

static const struct field figure_fields[] = {
	{ "量词", WORDS, true, OF(figure_words, unit) },
	{ "不计", WORDS, false, OF(figure_words, veto) },
};

static const struct field organ_fields[] = {
	{ "区划", WORDS, true, OF(organ_words, division) },
	{ "后缀", WORDS, true, OF(organ_words, ending) },
	{ "俗称", COLLOQUIAL, false, 0 },
	{ "题首止于", WORDS, true, OF(organ_words, stop) },
};

struct loader {
	struct nb_arena *a;
	struct nb_diags *d;
	struct nb_outline *outline;
};

static void read_map(const struct loader *l, const struct nb_node *node,
    const struct field *fields, size_t n, void *into);

#define READ_MAP(l, node, fields, into) \
	read_map((l), (node), (fields), NB_COUNT(fields), (into))

/* Says what the value of a key must look like. */
static void
misshapen(const struct loader *l, const struct nb_node *node, const char *want)
{
	nb_diag_add(l->d, &nb_code_L41, node->span, "大纲文件此处应是%s", want);
}

static struct nb_str
read_text(const struct loader *l, const struct nb_node *node)
{
	if (node->kind == NB_NODE_SCALAR && node->scalar.value.n > 0)
		return nb_arena_str(l->a, node->scalar.value);
	misshapen(l, node, "一段文字");
	return NB_S("");
}

static struct nb_words
read_words(const struct loader *l, const struct nb_node *node)
{
	struct nb_words words = { 0 };
	struct nb_str *word;

	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node, "一列词，如 [调解, 信访]");
		return words;
	}
	word = nb_new_n(l->a, struct nb_str, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++)
		word[i] = read_text(l, node->list.item[i]);
	words.word = word;
	words.n = node->list.n;
	return words;
}

static uint32_t
read_count(const struct loader *l, const struct nb_node *node)
{
	uint32_t n = 0;
	struct nb_str s = NB_S("");

	if (node->kind == NB_NODE_SCALAR)
		s = node->scalar.value;
	for (size_t i = 0; i < s.n; i++) {
		if (!nb_is_digit((unsigned char)s.p[i]) || n > 10000) {
			s.n = 0;
			break;
		}
		n = n * 10 + (uint32_t)(s.p[i] - '0');
	}
	if (s.n == 0)
		misshapen(l, node, "一个整数");
	return s.n == 0 ? 0 : n;
}

/* Where s stands among the names, or n with a finding. */
static size_t
read_choice(const struct loader *l, const struct nb_node *node,
    const char *const *name, size_t n, const char *want)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (node->kind == NB_NODE_SCALAR &&
		    nb_str_eq(node->scalar.value, nb_str_z(name[i])))
			return i;
	misshapen(l, node, want);
	return n;
}

static bool
read_flag(const struct loader *l, const struct nb_node *node)
{
	static const char *const name[] = { "是", "否" };

	return read_choice(l, node, name, NB_COUNT(name), "“是”或“否”") == 0;
}

static enum nb_outline_key
read_key(const struct loader *l, const struct nb_node *node)
{
	static const char *const name[] = { "存在问题", "下年任务" };

	switch (read_choice(
	    l, node, name, NB_COUNT(name), "“存在问题”或“下年任务”")) {
	case 0:
		return NB_OUTLINE_KEY_PROBLEMS;
	case 1:
		return NB_OUTLINE_KEY_NEXT;
	}
	return NB_OUTLINE_KEY_NONE;
}

static void
read_kinds(const struct loader *l, const struct nb_node *node, bool *kind)
{
	static const char *const name[] = {
		[NB_KIND_REPORT] = "年度报告",
		[NB_KIND_PLAN] = "工作方案",
		[NB_KIND_OUTLINE] = "实施纲要",
	};
	const char *const want = "文种：年度报告、工作方案、实施纲要";

	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node, want);
		return;
	}
	for (uint32_t i = 0; i < node->list.n; i++) {
		const size_t k = read_choice(
		    l, node->list.item[i], name, NB_COUNT(name), want);

		if (k < NB_COUNT(name))
			kind[k] = true;
	}
}

static void
read_topics(const struct loader *l, const struct nb_node *node)
{
	struct nb_topic *topic;

	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node, "一列主题");
		return;
	}
	topic = nb_new_n(l->a, struct nb_topic, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++)
		READ_MAP(l, node->list.item[i], topic_fields, &topic[i]);
	l->outline->topic = topic;
	l->outline->n_topics = node->list.n;
}

static void
read_items(const struct loader *l, const struct nb_node *node)
{
	struct nb_outline_item *item;

	if (node->kind != NB_NODE_LIST) {
		misshapen(l, node, "一列大纲项");
		return;
	}
	item = nb_new_n(l->a, struct nb_outline_item, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++)
		READ_MAP(l, node->list.item[i], item_fields, &item[i]);
	l->outline->item = item;
	l->outline->n_items = node->list.n;
}

static void
read_colloquial(const struct loader *l, const struct nb_node *node)
{
	struct nb_colloquial *name;

	if (node->kind != NB_NODE_MAP) {
		misshapen(l, node, "俗称与正式名称，如 {街办: 街道办事处}");
		return;
	}
	name = nb_new_n(l->a, struct nb_colloquial, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		name[i].name = nb_arena_str(l->a, node->map.pair[i].key);
		name[i].formal = read_text(l, node->map.pair[i].value);
	}
	l->outline->organ.colloquial = name;
	l->outline->organ.n_colloquial = node->map.n;
}

static int
compare_folds(const void *pa, const void *pb)
{
	const struct nb_fold *a = pa, *b = pb;

	return (a->from > b->from) - (a->from < b->from);
}

/*
 * One entry: a Simplified character, then its Traditional forms.  A form of
 * another length is left out: folding must not move what stands behind it.
 */
static void
read_fold(struct nb_str entry, GArray *folds)
{
	struct nb_fold fold = { 0 };
	size_t at = 0, first;

	if (entry.n == 0)
		return;
	fold.to = nb_utf8_next(entry, &at);
	first = at;
	while (at < entry.n) {
		const size_t start = at;

		fold.from = nb_utf8_next(entry, &at);
		if (at - start == first)
			g_array_append_val(folds, fold);
	}
}

static void
read_folds(const struct loader *l, const struct nb_node *node)
{
	const struct nb_words entry = read_words(l, node);
	g_autoptr(GArray) folds =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_fold));
	struct nb_fold *copy;

	for (uint32_t i = 0; i < entry.n; i++)
		read_fold(entry.word[i], folds);
	g_array_sort(folds, compare_folds);
	copy = nb_new_n(l->a, struct nb_fold, folds->len);
	for (guint i = 0; i < folds->len; i++)
		copy[i] = g_array_index(folds, struct nb_fold, i);
	l->outline->fold = copy;
	l->outline->n_folds = folds->len;
}

static void
read_field(const struct loader *l, const struct nb_node *node, enum type type,
    void *into)
{
	switch (type) {
	case TEXT:
		*(struct nb_str *)into = read_text(l, node);
		return;
	case WORDS:
		*(struct nb_words *)into = read_words(l, node);
		return;
	case COUNT:
		*(uint32_t *)into = read_count(l, node);
		return;
	case FLAG:
		*(bool *)into = read_flag(l, node);
		return;
	case KINDS:
		read_kinds(l, node, into);
		return;
	case KEY:
		*(enum nb_outline_key *)into = read_key(l, node);
		return;
	case TOPICS:
		read_topics(l, node);
		return;
	case ITEMS:
		read_items(l, node);
		return;
	case FIGURES:
		READ_MAP(l, node, figure_fields, into);
		return;
	case ORGAN:
		READ_MAP(l, node, organ_fields, into);
		return;
	case COLLOQUIAL:
		read_colloquial(l, node);
		return;
	case FOLDS:
		read_folds(l, node);
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
unknown_key(const struct loader *l, const struct nb_pair *pair,
    const struct field *fields, size_t n)
{
	struct nb_diag *g = nb_diag_add(l->d, &nb_code_L40, pair->key_span,
	    "大纲文件没有“" NB_FMT "”这个键", NB_ARG(pair->key));

	for (size_t i = 0; i < n; i++)
		if (nb_str_distance(pair->key, nb_str_z(fields[i].key), 2) == 1)
			g->hint = nb_arena_printf(
			    l->d->arena, "是否想写“%s”", fields[i].key);
}

static void
read_map(const struct loader *l, const struct nb_node *node,
    const struct field *fields, size_t n, void *into)
{
	if (node->kind != NB_NODE_MAP) {
		misshapen(l, node, "若干个键");
		return;
	}
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];
		const struct field *f = find_field(fields, n, pair->key);

		if (f == NULL)
			unknown_key(l, pair, fields, n);
		else
			read_field(
			    l, pair->value, f->type, (char *)into + f->offset);
	}
	for (size_t i = 0; i < n; i++)
		if (fields[i].required &&
		    nb_node_get(node, nb_str_z(fields[i].key)) == NULL)
			nb_diag_add(l->d, &nb_code_L41, node->span,
			    "大纲文件此处缺“%s”", fields[i].key);
}

/* An item must speak of topics that there are. */
static void
check_topics(const struct loader *l, const struct nb_text *text,
    const struct nb_words *name)
{
	for (uint32_t i = 0; i < name->n; i++)
		if (nb_outline_topic_named(l->outline, name->word[i]) == NULL)
			nb_diag_add(l->d, &nb_code_L41,
			    (struct nb_span){ text, 0, 0 },
			    "大纲文件的主题里没有“" NB_FMT "”",
			    NB_ARG(name->word[i]));
}

const struct nb_outline *
nb_outline_load(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	const unsigned errors = d->n[NB_ERROR];
	struct nb_outline *o = nb_new(a, struct nb_outline);
	const struct loader l = { .a = a, .d = d, .outline = o };
	const struct nb_text *text;

	if (nb_source_open(a, path, d, &text) != NB_OK)
		return NULL;
	READ_MAP(&l, nb_source_yaml(a, text, d), outline_fields, o);
	for (uint32_t i = 0; i < o->n_items; i++) {
		check_topics(&l, text, &o->item[i].strong);
		check_topics(&l, text, &o->item[i].weak);
	}
	return d->n[NB_ERROR] == errors ? o : NULL;
}
