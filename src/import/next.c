/*
 * import/next.c - carries the old file over, key by key.
 */
#include "import/next.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/next_parts.h"
#include "model/figures.h"
#include "model/keys.h"
#include "model/report.h"
#include "source/write.h"

#include <glib.h>

/* Keys of the report, and of a map under one, that begin empty. */
static const struct {
	const char *outer, *key;
} blanks[] = {
	{ NULL, "成文日期" },
	{ NULL, "公开日期" },
	{ NULL, "文号" },
	{ NULL, "方案" },
	{ NULL, "导语" },
	{ "版头", "文号" },
	{ "版头", "份号" },
	{ "版记", "印发日期" },
	{ "印发", "日期" },
	{ "档案", "件号" },
	{ "公开", "索引号" },
	{ "公开", "公开日期" },
	{ "公开", "内容概述" },
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
	{ "公开", "主题词", NB_YEARS_ALL },
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

/* The year that stands in 年度. */
static enum nb_next_fault
read_old_year(struct nb_carry *c, const struct nb_pair *pair)
{
	struct nb_str s;
	int last = 0;

	if (pair == NULL || pair->value->kind != NB_NODE_SCALAR)
		return NB_NEXT_NO_YEAR;
	s = pair->value->scalar.value;
	for (size_t at = 0; at < s.n;) {
		const int year = read_year(s, &at);

		if (year == 0) {
			at += at < s.n;
			continue;
		}
		c->year = c->year == 0 ? year : c->year;
		last = year;
	}
	if (c->year == 0)
		return NB_NEXT_NO_YEAR;
	if (c->year != last)
		return NB_NEXT_YEARS;
	return last < NB_LAST_YEAR ? NB_NEXT_FINE : NB_NEXT_TOO_LATE;
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

#define ALL_ROWS \
	"# 请看：上年的任务表没有写“进展”，不知道做完了哪些，" \
	"各行都留下了：做完的请删\n"

static bool
is_said(const struct nb_node *value, const char *word)
{
	return value->kind == NB_NODE_SCALAR &&
	    nb_str_eq(nb_str_trim(value->scalar.value), nb_str_z(word));
}

/* What was said on top of the old file is not said again, unless it is so. */
static void
say_rows(struct nb_carry *c, bool all_rows)
{
	const struct nb_str note = NB_S(ALL_ROWS);
	const bool said = nb_str_starts(c->text->bytes, note);

	if (said != all_rows)
		nb_carry_put(c, 0, said ? (uint32_t)note.n : 0,
		    all_rows ? note : NB_S(""));
}

static bool
carry_all(struct nb_carry *c, const struct nb_node *root, struct nb_str name)
{
	const struct nb_pair *kind = find(root, NULL, "文种");
	bool all_rows;

	for (size_t i = 0; i < NB_COUNT(blanks); i++)
		nb_carry_blank(c, find(root, blanks[i].outer, blanks[i].key));
	for (size_t i = 0; i < NB_COUNT(moved); i++)
		nb_carry_years(c, find(root, moved[i].outer, moved[i].key),
		    moved[i].years);
	name_last(c, root, name);
	nb_next_figures(c, find(root, NULL, "指标"));
	nb_next_sections(c, find(root, NULL, "章节"));
	carry_closing(c, find(root, NULL, "结语"));
	nb_next_problems(c, find(root, NULL, "存在问题"));
	nb_carry_drop(c, root, find(root, NULL, "上年任务"));
	nb_next_tasks(
	    c, find(root, NULL, "下年任务"), find(root, NULL, "上年任务"));
	all_rows = nb_next_table(c, find(root, NULL, "任务表"),
	    kind != NULL && is_said(kind->value, "工作方案"));
	nb_carry_drop(c, root, find(root, NULL, "忽略"));
	say_rows(c, all_rows);
	return all_rows;
}

/* 指标 of the old year, for its promises. */
static void
read_figures(struct nb_carry *c, const struct nb_node *root)
{
	const struct nb_report *r;

	nb_diags_init(c->unheard, c->arena);
	r = nb_report_build(c->arena, root, NULL, c->unheard);
	nb_figures_init(c->figures);
	c->figures->report = r;
	nb_figures_set(c->figures, r->indicator, r->n_indicators);
}

enum nb_next_fault
nb_next(struct nb_arena *a, const struct nb_text *text,
    const struct nb_node *root, struct nb_str name, struct nb_next *ret)
{
	struct nb_figures figures;
	struct nb_diags unheard;
	struct nb_carry c = {
		.arena = a,
		.text = text,
		.figures = &figures,
		.unheard = &unheard,
	};
	const struct nb_pair *kind = find(root, NULL, "文种");
	enum nb_next_fault fault;

	*ret = (struct nb_next){ NB_S(""), false };
	if (root->kind != NB_NODE_MAP)
		return NB_NEXT_NO_YEAR;
	if (nb_carry_is_flow(&c, root))
		return NB_NEXT_IN_BRACES;
	if (kind != NULL && is_said(kind->value, "实施纲要"))
		return NB_NEXT_OUTLINE; /* which no new year continues */
	fault = read_old_year(&c, find(root, NULL, "年度"));
	if (fault != NB_NEXT_FINE)
		return fault;
	read_figures(&c, root);
	ret->all_rows = carry_all(&c, root, name);
	nb_figures_finish(c.figures);
	ret->yaml = nb_edits_apply(&c.edits, a, text).bytes;
	nb_edits_free(&c.edits);
	return NB_NEXT_FINE;
}
