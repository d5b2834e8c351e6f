/*
 * style/lexicon_read.c - reads a file of words: a map of tables by the codes
 * of their rules, each a list of entries.  An entry is a map with the keys of
 * fields[], or short: “错 → 正”, “错”.
 */
#include "style/lexicon_read.h"

#include "base/arena.h"
#include "model/date.h"
#include "model/keys.h"
#include "source/node.h"
#include "style/value.h"

enum type {
	TEXT,
	WORDS,
	NEIGHBOURS,
	NEARBY,
	YEAR,
	FIRST_DAY,
	LAST_DAY,
	COUNT,
	FLAG,
	CHOICES,
	GRADE
};

struct field {
	const char *key;
	enum type type;
	size_t offset;
	const struct nb_choice *choice; /* of CHOICES */
};

static const struct nb_choice grades[] = { { "提示", NB_NOTE },
	{ "警告", NB_WARNING }, { "错误", NB_ERROR }, { NULL, 0 } };

#define OF(member) offsetof(struct nb_term, member)

static const struct field fields[] = {
	{ "词", WORDS, OF(word), NULL },
	{ "错", WORDS, OF(word), NULL },
	{ "正", TEXT, OF(right), NULL },
	{ "说明", TEXT, OF(note), NULL },
	{ "依据", TEXT, OF(basis), NULL },
	{ "起用年", YEAR, OF(first_year), NULL },
	{ "至", YEAR, OF(last_year), NULL },
	{ "起", FIRST_DAY, OF(begin), NULL },
	{ "止", LAST_DAY, OF(end), NULL },
	{ "宽限", COUNT, OF(grace), NULL },
	{ "级别", CHOICES, OF(level), nb_levels },
	{ "文种", CHOICES, OF(kind), nb_kinds },
	{ "前是", NEIGHBOURS, OF(before), NULL },
	{ "前不", NEIGHBOURS, OF(not_before), NULL },
	{ "隔", TEXT, OF(skip), NULL },
	{ "后是", NEIGHBOURS, OF(after), NULL },
	{ "后不", NEIGHBOURS, OF(not_after), NULL },
	{ "前有", NEARBY, OF(front), NULL },
	{ "后有", NEARBY, OF(back), NULL },
	{ "句末", NEARBY, OF(tail), NULL },
	{ "同句", NEARBY, OF(with), NULL },
	{ "除非", NEARBY, OF(without), NULL },
	{ "书名", FLAG, OF(titled), NULL },
	{ "标题", FLAG, OF(heading), NULL },
	{ "简体", FLAG, OF(simplified), NULL },
	{ "应有", FLAG, OF(required), NULL },
	{ "关", FLAG, OF(off), NULL },
	{ "默认关", FLAG, OF(off), NULL },
	{ "不改", FLAG, OF(no_fix), NULL },
	{ "轻重", GRADE, 0, NULL },
};

struct reader {
	struct nb_lexicon_draft *draft;
	struct nb_term *term; /* the entry under way */
};

/* Says what the value of a key must look like. */
static void
misshapen(const struct nb_lexicon_draft *draft, const struct nb_node *node,
    const char *want)
{
	nb_words_misshapen(&draft->file, node->span, want);
}

static struct nb_str
read_text(const struct nb_lexicon_draft *draft, const struct nb_node *node)
{
	if (node->kind == NB_NODE_SCALAR)
		return node->scalar.value;
	misshapen(draft, node, "一段文字");
	return NB_S("");
}

/* A list of words, or one word. */
static struct nb_words
read_words(const struct nb_lexicon_draft *draft, const struct nb_node *node)
{
	struct nb_str *word;

	if (node->kind == NB_NODE_LIST)
		return nb_words_read(&draft->file, node);
	word = nb_new(draft->file.arena, struct nb_str);
	*word = read_text(draft, node);
	if (node->kind == NB_NODE_SCALAR && word->n == 0)
		misshapen(draft, node, "一个词");
	return (struct nb_words){ .word = word, .n = 1 };
}

/* Each character of s. */
static struct nb_words
characters(struct nb_arena *a, struct nb_str s)
{
	struct nb_str *word = nb_new_n(a, struct nb_str, nb_str_chars(s));
	uint32_t n = 0;

	for (size_t at = 0, begin = 0; at < s.n; begin = at) {
		nb_utf8_next(s, &at);
		word[n++] = nb_str_sub(s, begin, at - begin);
	}
	return (struct nb_words){ .word = word, .n = n };
}

/* A list of words, or words with 、 between them; else characters or a word. */
static struct nb_words
read_context(const struct nb_lexicon_draft *draft, const struct nb_node *node,
    bool by_character)
{
	struct nb_str text;

	if (node->kind == NB_NODE_LIST)
		return read_words(draft, node);
	text = read_text(draft, node);
	if (by_character && !nb_str_has(text, NB_S("、")))
		return characters(draft->file.arena, text);
	return nb_words_split(draft->file.arena, text);
}

/* 2018, 2018-03 or 2018-03-13 as yyyymmdd: its first day, or its last. */
static int
read_day(
    const struct nb_lexicon_draft *draft, const struct nb_node *node, bool last)
{
	const struct nb_str s = nb_node_text(node);
	struct nb_date d = { 0 };
	size_t at = 0;

	if (nb_year_read(s, &at, &d.year) && at == s.n)
		return d.year * 10000 + (last ? 1231 : 101);
	switch (nb_date_parse(s, &d)) {
	case NB_DATE_OK:
		return d.year * 10000 + d.month * 100 + d.day;
	case NB_DATE_MONTH_ONLY:
		return d.year * 10000 + d.month * 100 + (last ? 31 : 1);
	case NB_DATE_BAD:
		break;
	}
	misshapen(draft, node, "年、年月或日期，如 2018-03");
	return 0;
}

static void
read_grade(const struct reader *r, const struct nb_node *node)
{
	const struct nb_choice *grade =
	    nb_value_choice(&r->draft->file, node, grades);

	r->term->graded = grade != NULL;
	if (grade != NULL)
		r->term->severity = (enum nb_severity)grade->value;
}

static void
read_field(
    const struct reader *r, const struct nb_node *node, const struct field *f)
{
	const struct nb_words_file *file = &r->draft->file;
	void *into = (char *)r->term + f->offset;

	switch (f->type) {
	case TEXT:
		*(struct nb_str *)into = read_text(r->draft, node);
		return;
	case WORDS:
		*(struct nb_words *)into = read_words(r->draft, node);
		return;
	case NEARBY:
		*(struct nb_words *)into = read_context(r->draft, node, false);
		return;
	case NEIGHBOURS:
		*(struct nb_words *)into = read_context(r->draft, node, true);
		return;
	case YEAR:
		*(int *)into =
		    (int)nb_value_count(file, node, 0, 2999, "年份，如 2018");
		return;
	case FIRST_DAY:
		*(int *)into = read_day(r->draft, node, false);
		return;
	case LAST_DAY:
		*(int *)into = read_day(r->draft, node, true);
		return;
	case COUNT:
		*(uint32_t *)into =
		    nb_value_count(file, node, 0, 1200, "月数，如 12");
		return;
	case FLAG:
		*(bool *)into = nb_value_flag(file, node);
		return;
	case CHOICES:
		*(uint32_t *)into = nb_value_choices(file, node, f->choice);
		return;
	case GRADE:
		read_grade(r, node);
		return;
	}
	NB_UNREACHABLE();
}

static const struct field *
find_field(struct nb_str key)
{
	for (size_t i = 0; i < NB_COUNT(fields); i++)
		if (nb_str_eq(nb_str_z(fields[i].key), key))
			return &fields[i];
	return NULL;
}

static void
unknown_key(const struct nb_lexicon_draft *draft, const struct nb_pair *pair)
{
	struct nb_diag *g =
	    nb_diag_add(draft->file.diags, draft->file.key, pair->key_span,
		"用语文件没有“" NB_FMT "”这个键", NB_ARG(pair->key));

	for (size_t i = 0; i < NB_COUNT(fields) && g->hint.n == 0; i++) {
		const struct nb_str key = nb_str_z(fields[i].key);

		if (nb_str_chars(key) > 1 &&
		    nb_str_distance(pair->key, key, 2) == 1)
			g->hint = nb_arena_printf(draft->file.diags->arena,
			    "是否想写“" NB_FMT "”", NB_ARG(key));
	}
}

/* “错 → 正”, or a word alone. */
static void
read_short(const struct reader *r, const struct nb_node *node)
{
	const struct nb_str arrow = NB_S("→");
	const struct nb_str s = node->scalar.value;
	const size_t at = nb_str_find(s, arrow, 0);
	struct nb_str *word = nb_new(r->draft->file.arena, struct nb_str);

	*word = nb_str_trim(nb_str_sub(s, 0, at == SIZE_MAX ? s.n : at));
	r->term->word = (struct nb_words){ .word = word, .n = 1 };
	if (at != SIZE_MAX)
		r->term->right = nb_str_trim(nb_str_from(s, at + arrow.n));
	r->term->off = at != SIZE_MAX && r->term->right.n == 0;
}

static void
read_map(const struct reader *r, const struct nb_node *node)
{
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];
		const struct field *f = find_field(pair->key);

		if (f != NULL)
			read_field(r, pair->value, f);
		else if (!nb_str_eq(pair->key, NB_S("共同")))
			unknown_key(r->draft, pair);
	}
	/* 正: "" switches a word off. */
	if (nb_node_get(node, NB_S("正")) != NULL && r->term->right.n == 0)
		r->term->off = true;
}

static void
read_entry(struct nb_lexicon_draft *draft, const struct nb_node *node,
    const struct nb_term *common)
{
	struct nb_term *term = nb_new(draft->file.arena, struct nb_term);
	const struct reader r = { draft, term };

	*term = *common;
	switch (node->kind) {
	case NB_NODE_SCALAR:
		read_short(&r, node);
		break;
	case NB_NODE_MAP:
		read_map(&r, node);
		break;
	case NB_NODE_LIST:
		break;
	}
	if (term->word.n == 0 || term->word.word[0].n == 0) {
		misshapen(draft, node,
		    "一个词条，如 {错: 按装, 正: 安装}，或者 按装 → 安装");
		return;
	}
	term->index = draft->term->len;
	g_ptr_array_add(draft->term, term);
}

/* What the entries below it have in common. */
static struct nb_term
read_common(struct nb_lexicon_draft *draft, const struct nb_node *node,
    struct nb_str code)
{
	struct nb_term common = { .code = code };
	const struct reader r = { draft, &common };

	read_map(&r, node);
	return common;
}

static bool
has_table(const struct nb_lexicon_draft *draft, struct nb_str code)
{
	for (guint i = 0; i < draft->table->len; i++)
		if (nb_str_eq(
			*(const struct nb_str *)draft->table->pdata[i], code))
			return true;
	return false;
}

static void
unknown_table(const struct nb_lexicon_draft *draft, const struct nb_pair *pair)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; i < draft->table->len; i++) {
		const struct nb_str *code = draft->table->pdata[i];

		g_string_append_printf(
		    names, "%s" NB_FMT, i > 0 ? "、" : "", NB_ARG(*code));
	}
	nb_diag_add(draft->file.diags, draft->file.value, pair->key_span,
	    "没有“" NB_FMT "”这张词表", NB_ARG(pair->key))
	    ->hint =
	    nb_arena_printf(draft->file.diags->arena, "词表有：%s", names->str);
}

static void
read_table(struct nb_lexicon_draft *draft, const struct nb_pair *pair, bool own)
{
	struct nb_term common = { .code = pair->key };

	if (own && !has_table(draft, pair->key)) {
		unknown_table(draft, pair);
		return;
	}
	if (pair->value->kind != NB_NODE_LIST) {
		misshapen(draft, pair->value, "一列词条，每条前面加“- ”");
		return;
	}
	if (!own)
		g_ptr_array_add(draft->table, (void *)&pair->key);
	for (uint32_t i = 0; i < pair->value->list.n; i++) {
		const struct nb_node *node = pair->value->list.item[i];

		if (nb_node_get(node, NB_S("共同")) == NULL)
			read_entry(draft, node, &common);
		else
			common = read_common(draft, node, pair->key);
	}
}

void
nb_lexicon_read(
    struct nb_lexicon_draft *draft, const struct nb_node *root, bool own)
{
	if (root->kind != NB_NODE_MAP) {
		misshapen(draft, root, "若干张词表，如 T20: [按装 → 安装]");
		return;
	}
	for (uint32_t i = 0; i < root->map.n; i++) {
		const struct nb_pair *pair = &root->map.pair[i];

		if (nb_str_eq(pair->key, NB_S("名称")))
			draft->name = read_text(draft, pair->value);
		else if (nb_str_eq(pair->key, NB_S("标题")))
			draft->title = read_text(draft, pair->value);
		else if (nb_str_eq(pair->key, NB_S("状语")))
			draft->adverbs = read_words(draft, pair->value);
		else
			read_table(draft, pair, own);
	}
}
