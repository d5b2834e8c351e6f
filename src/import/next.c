/*
 * import/next.c - carries the old file over, key by key.
 */
#include "import/next.h"

#include "base/arena.h"
#include "import/next_parts.h"
#include "model/keys.h"
#include "source/write.h"

#include <glib.h>

/* Keys of the report, and of a map under one, that begin empty. */
static const struct {
	const char *outer, *key;
} blanks[] = {
	{ NULL, "成文日期" },
	{ NULL, "公开日期" },
	{ NULL, "文号" },
	{ NULL, "导语" },
	{ "版头", "文号" },
	{ "版头", "份号" },
	{ "版记", "印发日期" },
	{ "印发", "日期" },
	{ "档案", "件号" },
};

static const struct {
	const char *outer, *key;
	enum nb_years years;
} moved[] = {
	{ NULL, "年度", NB_YEARS_ALL },
	{ NULL, "数据截至", NB_YEARS_ALL },
	{ NULL, "标题", NB_YEARS_OF_TITLE },
	{ NULL, "附件", NB_YEARS_OF_TITLE },
	{ "印发", "标题", NB_YEARS_ALL },
	{ "印发", "正文", NB_YEARS_ALL },
};

static const struct nb_pair *
find(const struct nb_node *root, const char *outer, const char *key)
{
	const struct nb_key *holder;
	const struct nb_pair *pair;

	if (outer == NULL)
		return nb_carry_pair(root, &nb_object_report, key);
	holder = nb_key_find(&nb_object_report, nb_str_z(outer));
	pair = nb_carry_pair(root, &nb_object_report, outer);
	return pair == NULL ? NULL
			    : nb_carry_pair(pair->value, holder->object, key);
}

/* Four digits and no more, or 0; *at moves behind the digits. */
static int
read_year(struct nb_str s, size_t *at)
{
	const size_t begin = *at;
	int n = 0;

	for (; *at < s.n && nb_is_digit((unsigned char)s.p[*at]); ++*at)
		if (*at - begin < 4)
			n = n * 10 + (s.p[*at] - '0');
	return *at - begin == 4 ? n : 0;
}

/* The years that stand in 年度. */
static bool
read_years(struct nb_carry *c, const struct nb_pair *pair)
{
	struct nb_str s;

	if (pair == NULL || pair->value->kind != NB_NODE_SCALAR)
		return false;
	s = pair->value->scalar.value;
	for (size_t at = 0; at < s.n;) {
		const int year = read_year(s, &at);

		if (year == 0) {
			at += at < s.n;
			continue;
		}
		c->first = c->first == 0 ? year : c->first;
		c->last = year;
	}
	return c->first > 0 && c->last >= c->first;
}

static void
carry_sections(struct nb_carry *c, const struct nb_pair *sections)
{
	const struct nb_object *object = &nb_object_section;

	if (sections == NULL || sections->value->kind != NB_NODE_LIST)
		return;
	for (uint32_t i = 0; i < sections->value->list.n; i++) {
		const struct nb_node *s = sections->value->list.item[i];
		const struct nb_pair *table = nb_carry_pair(s, object, "表");

		nb_carry_years(
		    c, nb_carry_pair(s, object, "标题"), NB_YEARS_OF_TITLE);
		nb_carry_blank(c, nb_carry_pair(s, object, "正文"));
		carry_sections(c, nb_carry_pair(s, object, "条目"));
		if (table != NULL)
			nb_carry_blank(c,
			    nb_carry_pair(
				table->value, &nb_object_table, "行"));
	}
}

/* “特此报告。” is said every year; what is longer speaks of the old one. */
static void
carry_closing(struct nb_carry *c, const struct nb_pair *closing)
{
	const size_t most = 20; /* [char] */

	if (closing != NULL && closing->value->kind == NB_NODE_SCALAR &&
	    nb_str_chars(closing->value->scalar.value) > most)
		nb_carry_blank(c, closing);
}

/* 上年 names the old file, below 年度 when it is new. */
static void
name_last(struct nb_carry *c, const struct nb_node *root, struct nb_str name)
{
	const struct nb_pair *last = find(root, NULL, "上年");
	g_autoptr(GString) out = g_string_new(NULL);

	if (last != NULL && !nb_carry_is_empty(last->value)) {
		nb_write_value(out, name);
		nb_carry_put(c, last->value->span.begin, last->value->span.end,
		    nb_arena_str(
			c->arena, (struct nb_str){ out->str, out->len }));
		return;
	}
	if (last != NULL) {
		g_string_append_c(out, ' ');
		nb_write_value(out, name);
		nb_carry_put(c, last->key_span.end + 1, last->key_span.end + 1,
		    nb_arena_str(
			c->arena, (struct nb_str){ out->str, out->len }));
		return;
	}
	g_string_append(out, "\n上年: ");
	nb_write_value(out, name);
	nb_carry_add_lines(c, find(root, NULL, "年度")->value, 0, out->str);
}

static void
carry_all(struct nb_carry *c, const struct nb_node *root, struct nb_str name)
{
	for (size_t i = 0; i < NB_COUNT(blanks); i++)
		nb_carry_blank(c, find(root, blanks[i].outer, blanks[i].key));
	for (size_t i = 0; i < NB_COUNT(moved); i++)
		nb_carry_years(c, find(root, moved[i].outer, moved[i].key),
		    moved[i].years);
	name_last(c, root, name);
	nb_next_figures(c, find(root, NULL, "指标"));
	carry_sections(c, find(root, NULL, "章节"));
	carry_closing(c, find(root, NULL, "结语"));
	nb_next_problems(c, find(root, NULL, "存在问题"));
	nb_carry_drop(c, root, find(root, NULL, "上年任务"));
	nb_next_tasks(c, find(root, NULL, "下年任务"));
	nb_next_table(c, find(root, NULL, "任务表"));
	nb_carry_drop(c, root, find(root, NULL, "忽略"));
}

struct nb_str
nb_next(struct nb_arena *a, const struct nb_text *text,
    const struct nb_node *root, struct nb_str name)
{
	struct nb_carry c = { .arena = a, .text = text };
	struct nb_str ret = NB_S("");

	if (root->kind != NB_NODE_MAP || nb_carry_is_flow(&c, root) ||
	    !read_years(&c, find(root, NULL, "年度")))
		return ret;
	carry_all(&c, root, name);
	ret = nb_edits_apply(&c.edits, a, text).bytes;
	nb_edits_free(&c.edits);
	return ret;
}
