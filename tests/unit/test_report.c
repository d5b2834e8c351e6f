/*
 * Reports: what may be left out is filled in, what does not fit is a finding,
 * and the real documents decode without one.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "model/keys.h"
#include "model/report.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

struct fixture {
	struct nb_arena *arena;
	struct nb_diags diags;
	const struct nb_report *report;
};

static void
build(struct fixture *f, struct nb_str name, struct nb_str bytes)
{
	const struct nb_text *t;

	f->arena = nb_arena_new();
	nb_diags_init(&f->diags, f->arena);
	t = nb_source_text(f->arena, name, bytes, &f->diags);
	f->report = nb_report_build(
	    f->arena, nb_source_yaml(f->arena, t, &f->diags), NULL, &f->diags);
	nb_diags_sort(&f->diags);
}

#define BASE "年度: 2024\n机关: 柳溪街道办事处\n"

/* What the report shows for a file: one row, one thing. */
static struct nb_str
show_title(struct nb_arena *a, const struct nb_report *r)
{
	(void)a;
	return r->title.text;
}

static struct nb_str
show_years(struct nb_arena *a, const struct nb_report *r)
{
	return nb_arena_printf(
	    a, "%d %d %d", r->year, r->last_year, nb_report_next_year(r));
}

static struct nb_str
show_next(struct nb_arena *a, const struct nb_report *r)
{
	return nb_arena_printf(a, NB_FMT ":%u",
	    NB_ARG(r->next_tasks->title.text), r->next_tasks->n);
}

static struct nb_str
show_problems(struct nb_arena *a, const struct nb_report *r)
{
	return nb_arena_printf(a, NB_FMT ":%u:" NB_FMT,
	    NB_ARG(r->problems->title.text), r->problems->n,
	    NB_ARG(r->problems->problem[0].text.text));
}

static struct nb_str
show_numbering(struct nb_arena *a, const struct nb_report *r)
{
	struct nb_str s = NB_S("");

	for (uint32_t i = 0; i < r->numbering.level.n; i++)
		s = nb_arena_printf(a, NB_FMT NB_FMT " ", NB_ARG(s),
		    NB_ARG(r->numbering.level.name[i].text));
	return nb_arena_printf(
	    a, NB_FMT "|" NB_FMT, NB_ARG(s), NB_ARG(r->numbering.through.text));
}

static struct nb_str
show_notice(struct nb_arena *a, const struct nb_report *r)
{
	return nb_arena_printf(a, NB_FMT " " NB_FMT,
	    NB_ARG(r->notice->organ.text),
	    NB_ARG(nb_date_text(a, &r->notice->date)));
}

static struct nb_str
show_doc_number(struct nb_arena *a, const struct nb_report *r)
{
	return nb_arena_printf(a, NB_FMT " " NB_FMT, NB_ARG(r->doc_number.text),
	    NB_ARG(r->head->doc_number.text));
}

static struct nb_str
show_disclosure(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_disclosure *d = r->disclosure;

	return nb_arena_printf(a, NB_FMT "|" NB_FMT "|" NB_FMT "|" NB_FMT,
	    NB_ARG(d->index.text), NB_ARG(nb_disclosure_keywords(a, d)),
	    NB_ARG(nb_access_word(d->access)),
	    NB_ARG(nb_date_text(a, &r->published)));
}

static struct nb_str
show_self(struct nb_arena *a, const struct nb_report *r)
{
	(void)a;
	return r->self.text;
}

static struct nb_str
show_indicator(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_indicator *i = &r->indicator[0];

	return nb_arena_printf(a,
	    NB_FMT "|" NB_FMT "|" NB_FMT "|" NB_FMT "|" NB_FMT, NB_ARG(i->name),
	    NB_ARG(i->value.text), NB_ARG(i->formula.text),
	    NB_ARG(i->last.text), NB_ARG(i->target.text));
}

static struct nb_str
show_cells(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_table *t = r->section[0].table;
	struct nb_str s = NB_S("");

	for (uint32_t i = 0; i < t->n_rows; i++)
		for (uint32_t j = 0; j < t->row[i].n; j++)
			s = nb_arena_printf(a, NB_FMT NB_FMT "/%u/%u ",
			    NB_ARG(s), NB_ARG(t->row[i].cell[j].text.text),
			    t->row[i].cell[j].rows, t->row[i].cell[j].cols);
	return s;
}

static struct nb_str
show_task_rows(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_task_group *g = &r->task_table->group[0];
	struct nb_str s = g->text.text;

	for (uint32_t i = 0; i < g->n; i++)
		s = nb_arena_printf(a,
		    NB_FMT " " NB_FMT "/" NB_FMT "/" NB_FMT "/%d", NB_ARG(s),
		    NB_ARG(g->task[i].text.text), NB_ARG(g->task[i].units.text),
		    NB_ARG(g->task[i].due.text), (int)g->task[i].progress);
	return s;
}

static struct nb_str
show_ignore(struct nb_arena *a, const struct nb_report *r)
{
	struct nb_str s = NB_S("");

	for (uint32_t i = 0; i < r->n_ignores; i++)
		s = nb_arena_printf(a, NB_FMT NB_FMT "=" NB_FMT " ", NB_ARG(s),
		    NB_ARG(r->ignore[i].code),
		    NB_ARG(r->ignore[i].reason.text));
	return s;
}

static const struct {
	const char *name, *yaml;
	struct nb_str (*show)(struct nb_arena *a, const struct nb_report *r);
	const char *want;
} rows[] = {
	{ "title-given", BASE "标题: 报告\n", show_title, "报告" },
	{ "title-report", BASE, show_title,
	    "柳溪街道办事处2024年法治政府建设年度报告" },
	{ "title-plan", BASE "文种: 工作方案\n", show_title,
	    "柳溪街道办事处2024年法治政府建设工作方案" },
	{ "title-outline", "年度: 2021-2025\n机关: 甲区\n文种: 实施纲要\n",
	    show_title, "甲区法治政府建设实施纲要（2021—2025年）" },
	{ "title-of-nothing", "", show_title, "法治政府建设年度报告" },
	{ "title-traditional", BASE "字形: 繁体\n", show_title,
	    "柳溪街道办事处2024年法治政府建設年度報告" },
	{ "traditional-unsaid",
	    "年度: 2024\n机关: 濠江區\n导语: 堅習時國義為導貫徹實論\n",
	    show_title, "濠江區2024年法治政府建設年度報告" },
	{ "simplified-said",
	    "年度: 2024\n机关: 濠江區\n导语: 堅習時國義為導貫徹實論\n"
	    "字形: 简体\n",
	    show_title, "濠江區2024年法治政府建设年度报告" },
	{ "names-are-not-traditional",
	    "年度: 2024\n机关: 甲\n导语: 堃堃堃喆喆喆祎祎祎珺珺珺\n",
	    show_title, "甲2024年法治政府建设年度报告" },
	{ "year", BASE, show_years, "2024 2024 2025" },
	{ "year-word", "年度: 2023年度\n", show_years, "2023 2023 2024" },
	{ "years", "年度: 2021—2025\n", show_years, "2021 2025 2026" },
	{ "years-hyphen", "年度: 2021-2025\n", show_years, "2021 2025 2026" },
	{ "years-words", "年度: 2021年～2025年\n", show_years,
	    "2021 2025 2026" },
	{ "years-to", "年度: 2021 至 2025 年\n", show_years, "2021 2025 2026" },
	{ "year-bad", "年度: 20240\n", show_years, "0 0 0" },
	{ "year-none", "机关: 甲\n", show_years, "0 0 0" },
	{ "next-title", BASE "下年任务: [甲, 乙]\n", show_next,
	    "2025年度法治政府建设主要任务:2" },
	{ "next-title-given", BASE "下年任务: {标题: 打算, 清单: [甲]}\n",
	    show_next, "打算:1" },
	{ "next-title-without-year", "下年任务: [甲]\n", show_next,
	    "下一年度法治政府建设主要任务:1" },
	{ "problems-without-title", BASE "存在问题: [甲]\n", show_problems,
	    ":1:甲" },
	{ "numbering", BASE, show_numbering, "一、 （一） 1. （1） |" },
	{ "numbering-given", "编号: {层次: [一、, 1.], 连续: 1.}\n",
	    show_numbering, "一、 1. |1." },
	{ "numbering-through", "编号: {连续: 1.}\n", show_numbering,
	    "一、 （一） 1. （1） |1." },
	{ "notice", BASE "成文日期: 2024-8-1\n印发: {正文: 甲}\n", show_notice,
	    "柳溪街道办事处 2024年8月1日" },
	{ "notice-given", BASE "印发: {正文: 甲, 机关: 乙, 日期: 2024/1/2}\n",
	    show_notice, "乙 2024年1月2日" },
	{ "doc-number-outside", "文号: 甲\n版头: {密级: 秘密}\n",
	    show_doc_number, "甲 甲" },
	{ "doc-number-in-head", "版头: {文号: 甲}\n", show_doc_number,
	    "甲 甲" },
	{ "disclosure",
	    "公开: {信息索引号: QH-1, 关键词: [甲, 乙], "
	    "公开属性: 主动公开, 发布日期: 2025-03-18}\n",
	    show_disclosure, "QH-1|甲, 乙|主动公开|2025年3月18日" },
	{ "disclosure-empty", "公开:\n  索引号:\n发布日期: 2025-03-18\n",
	    show_disclosure, "|||2025年3月18日" },
	{ "self-of-street", BASE, show_self, "我街道" },
	{ "self-of-district", "级别: 区县\n", show_self, "" },
	{ "figure", "指标: {甲: 8次}\n", show_indicator, "甲|8次|||" },
	{ "figure-sum", "指标: {甲: 71件 = 乙50 + 丙21}\n", show_indicator,
	    "甲|71件|乙50 + 丙21||" },
	{ "figure-sum-wide", "指标: {甲: 71件＝乙50＋丙21}\n", show_indicator,
	    "甲|71件|乙50＋丙21||" },
	{ "figure-full", "指标: {甲: {值: 8次, 上年: 6次, 目标: ≥8次}}\n",
	    show_indicator, "甲|8次||6次|≥8次" },
	{ "figure-empty", "指标: {甲: }\n", show_indicator, "甲||||" },
	{ "cells",
	    "章节: [{标题: 甲, 表: {行: [[1, {文字: 2, 跨列: 3}], ['', "
	    "4]]}}]\n",
	    show_cells, "1/1/1 2/1/3 /1/1 4/1/1 " },
	{ "task-rows",
	    "任务表: {分组: [{工作任务: 甲, 任务: [{内容: 乙, 责任单位: 丙, "
	    "完成时限: 年底, 进展: 部分完成}]}]}\n",
	    show_task_rows, "甲 乙/丙/年底/2" },
	{ "ignore", "忽略: {T04: 引用, D09: }\n", show_ignore,
	    "T04=引用 D09= " },
	{ "root-list", "[年度]\n", show_title, "法治政府建设年度报告" },
	{ "root-text", "年度\n", show_title, "法治政府建设年度报告" },
};

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got = NULL;
	struct fixture f;
	struct nb_str s;

	build(&f, NB_S("row.yaml"), nb_str_z(rows[i].yaml));
	s = rows[i].show(f.arena, f.report);
	got = g_strndup(s.n == 0 ? "" : s.p, s.n);
	g_assert_cmpstr(got, ==, rows[i].want);
	nb_arena_free(f.arena);
}

/* Places: a default points at what it comes from, a task at its words. */
static void
test_spans(void)
{
	static const char yaml[] =
	    BASE "下年任务:\n  清单:\n  - 时限: 年底\n    任务: 甲乙\n"
		 "成文日期: 2024-13-01\n";
	struct fixture f;

	build(&f, NB_S("spans.yaml"), nb_str_z(yaml));
	g_assert_true(nb_str_eq(
	    nb_span_str(nb_prose_all(&f.report->title)), NB_S("2024")));
	g_assert_true(nb_str_eq(
	    nb_span_str(f.report->next_tasks->span), NB_S("下年任务")));
	g_assert_true(nb_str_eq(
	    nb_span_str(f.report->next_tasks->task[0].span), NB_S("甲乙")));
	g_assert_cmpint(f.report->issued.year, ==, 0);
	g_assert_true(
	    nb_str_eq(nb_span_str(f.report->issued.span), NB_S("2024-13-01")));
	nb_arena_free(f.arena);
}

/* Every prose of an object, found by way of the tables. */
static void visit_object(const struct nb_object *object, const char *owner);

static void
visit_prose(const struct nb_prose *p)
{
	uint32_t at = 0;

	if (p->text.n > 0)
		g_assert_true(g_utf8_validate_len(p->text.p, p->text.n, NULL));
	for (uint32_t i = 0; i < p->n_seg; i++) {
		const struct nb_prose_seg *s = &p->seg[i];

		g_assert_cmpuint(s->at, >=, at);
		at = s->at + s->n;
		g_assert_cmpuint(at, <=, p->text.n);
		g_assert_cmpuint(s->src + s->src_n, <=, p->source->bytes.n);
		if (!s->replaced)
			g_assert_true(
			    memcmp(p->text.p + s->at,
				p->source->bytes.p + s->src, s->n) == 0);
	}
	for (size_t b = 0; b <= p->text.n; b++) {
		struct nb_span span = nb_prose_span(p, b, p->text.n);

		g_assert_cmpuint(span.begin, <=, span.end);
	}
}

static void
visit_array(
    const struct nb_object *object, const struct nb_key *key, const char *owner)
{
	const char *array;
	uint32_t n;

	(void)object;
	memcpy(&array, owner + key->at, sizeof(array));
	memcpy(&n, owner + key->also, sizeof(n));
	for (uint32_t i = 0; i < n; i++)
		visit_object(key->object, array + i * key->object->size);
}

static void
visit_key(
    const struct nb_object *object, const struct nb_key *key, const char *owner)
{
	const void *field = owner + key->at;
	const struct nb_names *names = field;
	const struct nb_paras *paras = field;
	const char *one;

	switch (key->value) {
	case NB_VALUE_FORMULA:
		visit_prose((const void *)(owner + key->also));
		visit_prose(field);
		break;
	case NB_VALUE_TEXT:
	case NB_VALUE_PLAIN:
		visit_prose(field);
		break;
	case NB_VALUE_PARAS:
		for (uint32_t i = 0; i < paras->n; i++)
			visit_prose(&paras->para[i]);
		break;
	case NB_VALUE_NAMES:
	case NB_VALUE_FIGURES:
		for (uint32_t i = 0; i < names->n; i++)
			visit_prose(&names->name[i]);
		break;
	case NB_VALUE_INLINE:
		visit_object(key->object, field);
		break;
	case NB_VALUE_OBJECT:
		memcpy(&one, field, sizeof(one));
		if (one != NULL)
			visit_object(key->object, one);
		break;
	case NB_VALUE_LIST:
	case NB_VALUE_MAP:
		visit_array(object, key, owner);
		break;
	case NB_VALUE_DATE:
	case NB_VALUE_YEARS:
	case NB_VALUE_COUNT:
	case NB_VALUE_CHOICE:
	case NB_VALUE_FLAG:
		break;
	}
}

static void
visit_object(const struct nb_object *object, const char *owner)
{
	for (size_t i = 0; i < object->n_keys; i++)
		visit_key(object, &object->key[i], owner);
}

static void
check_places(const struct fixture *f)
{
	visit_object(&nb_object_report, (const char *)f->report);
	for (const struct nb_diag *g = f->diags.first; g != NULL; g = g->next)
		if (g->span.text != NULL) {
			g_assert_cmpuint(g->span.begin, <=, g->span.end);
			g_assert_cmpuint(
			    g->span.end, <=, g->span.text->bytes.n);
		}
}

/* The documents that everything else must hold for. */
static void
test_seed(gconstpointer data)
{
	const char *path = data;
	g_autofree char *bytes = NULL;
	size_t n;
	struct fixture f;

	g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
	build(&f, nb_str_z(path), (struct nb_str){ bytes, n });
	for (const struct nb_diag *g = f.diags.first; g != NULL; g = g->next)
		g_test_message("%s: " NB_FMT, g->code->id, NB_ARG(g->message));
	g_assert_null(f.diags.first);
	g_assert_cmpuint(f.report->n_sections, >, 2);
	check_places(&f);
	nb_arena_free(f.arena);
}

/* Whatever is cut, doubled or put elsewhere, there is a report. */
static void
test_damaged(gconstpointer data)
{
	g_autofree char *bytes = NULL;
	size_t n;

	g_assert_true(g_file_get_contents(data, &bytes, &n, NULL));
	for (int round = 0; round < 40; round++) {
		const size_t at = (size_t)g_test_rand_int_range(0, (int)n);
		const size_t to = (size_t)g_test_rand_int_range(0, (int)n);
		const size_t size = MIN(n - MAX(at, to), 64);
		g_autofree char *copy = g_memdup2(bytes, n);
		struct fixture f;

		memmove(copy + at, bytes + to, size);
		build(&f, NB_S("damaged"), (struct nb_str){ copy, n });
		check_places(&f);
		nb_arena_free(f.arena);
	}
}

static void
test_no_seeds(void)
{
	g_test_skip("the seeds are not there: set NIANBAO_SEEDS");
}

static char *
seeds_folder(void)
{
	const char *seeds = g_getenv("NIANBAO_SEEDS");
	const char *root = g_getenv("NIANBAO_ROOT");

	if (seeds != NULL)
		return g_strdup(seeds);
	return g_build_filename(
	    root == NULL ? "." : root, "..", "shared", "seeds", NULL);
}

/* The paths live as long as the tests: *paths keeps them. */
static void
add_seeds(GPtrArray *paths)
{
	g_autofree char *folder = seeds_folder();
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *test =
		    g_strdup_printf("/report/seed/%s", name);
		g_autofree char *harm =
		    g_strdup_printf("/report/damaged/%s", name);
		char *path;

		if (!g_str_has_suffix(name, ".yaml"))
			continue;
		path = g_build_filename(folder, name, NULL);
		g_ptr_array_add(paths, path);
		g_test_add_data_func(test, path, test_seed);
		g_test_add_data_func(harm, path, test_damaged);
	}
	if (paths->len == 0)
		g_test_add_func("/report/seed", test_no_seeds);
}

int
main(int argc, char **argv)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strdup_printf("/report/row/%s", rows[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
	}
	g_test_add_func("/report/spans", test_spans);
	add_seeds(paths);
	return g_test_run();
}
