/*
 * The ends of documents, all kinds with each other at every place of a page:
 * signatures with seals and without, of one organ and of many, 附件说明, 附注,
 * 版记 that no page holds; and heads of one to eight organs.  NIANBAO_SEED=n
 * tries other documents.
 */
#include "base/arena.h"
#include "page_rules.h"

#include <string.h>

enum { SEED = 735, DOCUMENTS = 500, ORGANS = 8 };

#define SHORT "字。"
#define LINE "永永永永永永永永永永永永永永永永永永永永永永永永，永"
#define THREE LINE LINE "永永永永永永永永永永永永永永永永永。"

static const char *const paragraph[] = { SHORT, LINE "永。", THREE,
	LINE LINE LINE LINE "永永永永。",
	LINE LINE "，永永永永永永永永永永永。" };

/* Organs that sign; more than one jointly. */
struct signing {
	int organs;
	bool seal, wide;
};

static const struct signing signing[] = { { 0, false, false },
	{ 1, false, false }, { 1, true, false }, { 1, true, true },
	{ 2, true, false }, { 3, true, true }, { 4, false, false },
	{ 5, true, false }, { 8, true, false }, { 8, true, true },
	{ 8, false, true } };

static const int attachments[] = { 0, 0, 0, 1, 2, 5, 25 };
static const int copies[] = { -1, -1, 0, 3, 50, 120, 300 };

#define ONE_OF(r, array) \
	(array)[g_rand_int_range(r, 0, (gint32)G_N_ELEMENTS(array))]

static const char *
number(int i)
{
	static const char *const han[] = { "零", "一", "二", "三", "四", "五",
		"六", "七", "八", "九" };

	return han[i % 10];
}

static void
add_organ(GString *s, int i, bool wide)
{
	g_string_append_printf(s, "云州市青荷区第%s%s局", number(i),
	    wide ? "自然资源和规划以及住房城乡建设管理" : "");
}

static void
add_organs(GString *s, int n, bool wide)
{
	g_string_append(s, "机关: ");
	add_organ(s, 1, wide);
	for (int i = 2; i <= n; i++) {
		g_string_append(s, i == 2 ? "\n联合机关: [" : ", ");
		add_organ(s, i, wide);
	}
	g_string_append(s, n > 1 ? "]\n" : "\n");
}

/* How many organs get a copy; < 0: there is no 版记. */
static void
add_foot(GString *s, int n, bool even)
{
	if (n < 0)
		return;
	g_string_append(s, "版记:\n");
	if (n > 0)
		g_string_append(s, "  抄送: ");
	for (int i = 0; i < n; i++)
		g_string_append_printf(s, "%s第%s%s%s街道办事处",
		    i > 0 ? "，" : "", number(i / 100), number(i / 10),
		    number(i));
	g_string_append_printf(s,
	    "%s  印发机关: 区司法局办公室\n  印发日期: 2025-02-28\n%s",
	    n > 0 ? "\n" : "", even ? "  双页: 是\n" : "");
}

static void
add_attachments(GString *s, int n)
{
	if (n > 0)
		g_string_append(s, "附件:\n");
	for (int i = 0; i < n; i++)
		g_string_append_printf(s, "- 第%s件附件的名称\n", number(i));
}

/* Returns how many organs get a copy. */
static int
add_ending(GRand *r, GString *s)
{
	const struct signing *sign = &ONE_OF(r, signing);
	const int n = ONE_OF(r, copies);

	g_string_assign(s, "年度: 2024\n标题: 题\n");
	add_organs(s, MAX(sign->organs, 1), sign->wide);
	if (sign->organs > 0)
		g_string_append(s, "成文日期: 2025-02-26\n");
	if (sign->seal)
		g_string_append(s, "印章: 是\n");
	if (g_rand_boolean(r))
		g_string_append(s, "附注: 此件公开发布\n");
	add_attachments(s, ONE_OF(r, attachments));
	add_foot(s, n, g_rand_boolean(r));
	return n;
}

static void
add_text(GRand *r, GString *s)
{
	g_string_append(s, "章节:\n- 标题: 总\n  正文: |\n");
	for (int i = g_rand_int_range(r, 1, 24); i > 0; i--)
		g_string_append_printf(
		    s, "    %s\n%s", ONE_OF(r, paragraph), i > 1 ? "\n" : "");
}

static int
count(const char *text, const char *word)
{
	int n = 0;

	for (; (text = strstr(text, word)) != NULL; text++)
		n++;
	return n;
}

/* Every organ of the 版记 is there, and its last rule at the very foot. */
static void
check_foot(const struct pages *p, int n)
{
	const struct nb_page *last = &p->pages->page[p->pages->n_pages - 1];
	g_autofree char *text = page_rules_text(p);
	nb_len bottom = 0;

	if (n < 0)
		return;
	g_assert_cmpint(count(text, "街道办事处"), ==, n);
	g_assert_cmpint(count(text, "区司法局办公室"), ==, 1);
	for (uint32_t i = 0; i < last->n_items; i++)
		if (last->item[i].role == NB_ROLE_FOOT &&
		    last->item[i].kind == NB_ITEM_RULE)
			bottom = last->item[i].y + last->item[i].rule.h;
	g_assert_cmpint(
	    ABS(bottom - p->pages->body_y - p->pages->body_h), <=, 8);
	if (p->report->foot->even)
		g_assert_cmpuint(p->pages->n_pages % 2, ==, 0);
}

static guint32
seed(void)
{
	const char *said = g_getenv("NIANBAO_SEED");

	return said != NULL ? (guint32)g_ascii_strtoull(said, NULL, 10) : SEED;
}

static void
test_all(void)
{
	g_autoptr(GRand) r = g_rand_new_with_seed(seed());
	g_autoptr(GString) yaml = g_string_new(NULL);

	if (!pages_ready())
		return;
	for (int i = 0; i < DOCUMENTS; i++) {
		struct pages p;
		int n = add_ending(r, yaml);

		add_text(r, yaml);
		p = pages_make(yaml->str, -1);
		page_rules_check(&p);
		check_foot(&p, n);
		pages_release(&p);
	}
}

/* 7.3.3: however many issue it, page 1 shows text, and the mark no less. */
static void
check_first_page(const struct pages *p, int organs)
{
	GArray *lines = pages_lines(p, false);
	bool text = false;
	int names = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (line->page != p->pages->page)
			break;
		text = text || line->first->role == NB_ROLE_BODY;
		names += line->first->role == NB_ROLE_HEAD &&
		    strstr(line->text, "云州市") != NULL;
	}
	g_assert_true(text);
	g_assert_cmpint(names, >=, organs);
	lines_free(lines);
}

static void
test_heads(gconstpointer data)
{
	const int organs = GPOINTER_TO_INT(data) / 2;
	const bool wide = GPOINTER_TO_INT(data) % 2;
	g_autoptr(GString) yaml = g_string_new("年度: 2024\n标题: 题\n");
	struct pages p;

	if (!pages_ready())
		return;
	add_organs(yaml, organs, wide);
	g_string_append(yaml,
	    "主送: 区人民政府\n成文日期: 2025-02-26\n"
	    "版头:\n  样式: 红头\n  文号: 云司〔2025〕3号\n"
	    "章节:\n- 标题: 总\n  正文: |\n    " THREE "\n\n    " THREE
	    "\n\n    " THREE "\n");
	p = pages_make(yaml->str, -1);
	page_rules_check(&p);
	check_first_page(&p, organs);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ends/all", test_all);
	for (int i = 2; i < 2 * (ORGANS + 1); i++) {
		g_autofree char *name = g_strdup_printf(
		    "/ends/head/%d%s", i / 2, i % 2 ? "-wide" : "");

		g_test_add_data_func(name, GINT_TO_POINTER(i), test_heads);
	}
	return g_test_run();
}
