/*
 * model/report.c - a tree becomes a report: decoded by the tables of keys.h,
 * then completed with what may be left out.
 */
#include "model/report.h"

#include "base/arena.h"
#include "model/codes.h"
#include "model/decode.h"
#include "model/empty.h"
#include "model/number.h"
#include "model/script.h"

#include <string.h>

enum { MOST_GUESSES = 200 };

int
nb_report_next_year(const struct nb_report *r)
{
	return r->last_year == 0 ? 0 : r->last_year + 1;
}

/* A default that stands for nothing in the file. */
static struct nb_prose
made(struct nb_arena *a, const struct nb_report *r, struct nb_str text)
{
	return nb_prose_made(a, text, r->span);
}

/* “2024年”, “2021—2025年”, or nothing. */
static struct nb_str
years_text(struct nb_arena *a, const struct nb_report *r)
{
	if (r->year == 0)
		return NB_S("");
	if (r->year == r->last_year)
		return nb_arena_printf(a, "%d年", r->year);
	return nb_arena_printf(a, "%d—%d年", r->year, r->last_year);
}

/* Words of the titles that the file leaves to us, in either script. */
static const struct {
	const char *what[NB_KIND_OUTLINE + 1], *next, *next_unknown, *issue;
} words[] = {
	[NB_SCRIPT_SIMPLIFIED] = {
		.what = { "法治政府建设年度报告", "法治政府建设工作方案",
		    "法治政府建设实施纲要" },
		.next = "年度法治政府建设主要任务",
		.next_unknown = "下一年度法治政府建设主要任务",
		.issue = "关于印发",
	},
	[NB_SCRIPT_TRADITIONAL] = {
		.what = { "法治政府建設年度報告", "法治政府建設工作方案",
		    "法治政府建設實施綱要" },
		.next = "年度法治政府建設主要任務",
		.next_unknown = "下一年度法治政府建設主要任務",
		.issue = "關於印發",
	},
};

static struct nb_str
title_text(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_str organ = r->organ.text;
	const struct nb_str years = years_text(a, r);
	const char *what = words[r->script].what[r->kind];

	if (r->kind != NB_KIND_OUTLINE)
		return nb_arena_printf(
		    a, NB_FMT NB_FMT "%s", NB_ARG(organ), NB_ARG(years), what);
	return nb_arena_printf(a, NB_FMT "%s%s" NB_FMT "%s", NB_ARG(organ),
	    what, years.n > 0 ? "（" : "", NB_ARG(years),
	    years.n > 0 ? "）" : "");
}

static void
complete_title(struct nb_arena *a, struct nb_report *r)
{
	const struct nb_span at =
	    r->year_span.text != NULL ? r->year_span : r->span;

	r->title_given = r->title.text.n > 0;
	if (!r->title_given)
		r->title = nb_prose_made(a, title_text(a, r), at);
}

static void
complete_next_tasks(struct nb_arena *a, struct nb_report *r)
{
	const int year = nb_report_next_year(r);
	struct nb_tasks *tasks;
	struct nb_str title;

	if (r->next_tasks == NULL || r->next_tasks->title.text.n > 0)
		return;
	title = year == 0
	    ? nb_str_z(words[r->script].next_unknown)
	    : nb_arena_printf(a, "%d%s", year, words[r->script].next);
	tasks = nb_new(a, struct nb_tasks);
	*tasks = *r->next_tasks;
	tasks->title = nb_prose_made(a, title, tasks->span);
	r->next_tasks = tasks;
}

/* The plan's own addressee, organ and date are those of the notice. */
static void
complete_notice(struct nb_arena *a, struct nb_report *r)
{
	struct nb_notice *notice;

	if (r->notice == NULL)
		return;
	notice = nb_new(a, struct nb_notice);
	*notice = *r->notice;
	if (notice->organ.text.n == 0)
		notice->organ = r->organ;
	if (notice->addressee.text.n == 0)
		notice->addressee = r->addressee;
	if (notice->title.text.n == 0)
		notice->title = nb_prose_made(a,
		    nb_arena_printf(a, NB_FMT "%s《" NB_FMT "》的通知",
			NB_ARG(notice->organ.text), words[r->script].issue,
			NB_ARG(r->title.text)),
		    notice->span);
	if (notice->date.span.text == NULL)
		notice->date = r->issued;
	r->notice = notice;
}

/* 机关 and 联合机关, “文件” behind the last: 7.2.4; a letter names one. */
static struct nb_names
default_mark(
    struct nb_arena *a, const struct nb_report *r, const struct nb_head *head)
{
	const bool letter = head->form == NB_HEAD_LETTER;
	const uint32_t n = letter ? 1 : 1 + r->joint.n;
	struct nb_prose *mark = nb_new_n(a, struct nb_prose, n);

	for (uint32_t i = 0; i < n; i++) {
		const struct nb_prose *organ =
		    i == 0 ? &r->organ : &r->joint.name[i - 1];
		const char *end = letter || i + 1 < n ? "" : "文件";

		mark[i] = nb_prose_made(a,
		    nb_arena_printf(a, NB_FMT "%s", NB_ARG(organ->text), end),
		    head->span);
	}
	return (struct nb_names){ mark, n };
}

/* A head without 发文机关标志 goes on paper that has one. */
static void
complete_head(struct nb_arena *a, struct nb_report *r)
{
	struct nb_head *head;

	if (r->head == NULL)
		return;
	head = nb_new(a, struct nb_head);
	*head = *r->head;
	if (head->form == NB_HEAD_UNSAID)
		head->form =
		    head->mark.n > 0 ? NB_HEAD_RED : NB_HEAD_PREPRINTED;
	if (head->mark.n == 0)
		head->mark = default_mark(a, r, head);
	r->head = head;
}

/* 文号 may stand in 版头 or outside; it is the same one. */
static void
complete_doc_number(struct nb_arena *a, struct nb_report *r, struct nb_diags *d)
{
	struct nb_head *head;

	if (r->head == NULL)
		return;
	if (r->doc_number.text.n == 0) {
		r->doc_number = r->head->doc_number;
	} else if (r->head->doc_number.text.n == 0) {
		head = nb_new(a, struct nb_head);
		*head = *r->head;
		head->doc_number = r->doc_number;
		r->head = head;
	} else if (!nb_str_eq(r->doc_number.text, r->head->doc_number.text)) {
		nb_diag_add(d, &nb_code_Y35, nb_prose_all(&r->head->doc_number),
		    "版头的文号与最外层的文号“" NB_FMT "”不一致",
		    NB_ARG(r->doc_number.text));
	}
}

/* So may 公开日期, in 公开. */
static void
complete_published(struct nb_arena *a, struct nb_report *r, struct nb_diags *d)
{
	const struct nb_disclosure *own = r->disclosure;

	if (own == NULL || own->published.year == 0)
		return;
	if (r->published.year == 0)
		r->published = own->published;
	else if (nb_date_cmp(&own->published, &r->published) != 0)
		nb_diag_add(d, &nb_code_Y35, own->published.span,
		    "“公开”里的公开日期与最外层的公开日期 " NB_FMT " 不一致",
		    NB_ARG(nb_date_text(a, &r->published)));
}

static void
check_pattern(const struct nb_prose *pattern, struct nb_diags *d)
{
	if (pattern->text.n > 0 && !nb_number_is_pattern(pattern->text))
		nb_diag_add(d, &nb_code_Y39, nb_prose_all(pattern),
		    "序号的样式“" NB_FMT "”里没有“一”或“1”",
		    NB_ARG(pattern->text));
}

/* GB/T 9704-2012 7.3.3: 一、 （一） 1. （1） */
static void
complete_numbering(struct nb_arena *a, struct nb_report *r, struct nb_diags *d)
{
	static const char *const patterns[] = { "一、", "（一）", "1.",
		"（1）" };
	struct nb_numbering *numbering = &r->numbering;
	struct nb_prose *level;

	check_pattern(&numbering->through, d);
	for (uint32_t i = 0; i < numbering->level.n; i++)
		check_pattern(&numbering->level.name[i], d);
	if (numbering->level.n > 0)
		return;
	level = nb_new_n(a, struct nb_prose, NB_COUNT(patterns));
	for (size_t i = 0; i < NB_COUNT(patterns); i++)
		level[i] = made(a, r, nb_str_z(patterns[i]));
	numbering->level = (struct nb_names){ level, NB_COUNT(patterns) };
}

/* A title broken over lines has blanks that the list has not. */
static bool
has_name(const struct nb_names *names, struct nb_str name)
{
	for (uint32_t i = 0; i < names->n; i++)
		if (nb_str_eq_solid(names->name[i].text, name))
			return true;
	return false;
}

/* 任务表 is the last 附件, unless the author has put it among them. */
static void
complete_attachments(struct nb_arena *a, struct nb_report *r)
{
	const struct nb_names given = r->attachment;
	struct nb_prose *name;

	if (r->task_table == NULL || r->task_table->title.text.n == 0 ||
	    has_name(&given, r->task_table->title.text))
		return;
	name = nb_new_n(a, struct nb_prose, given.n + 1);
	if (given.n > 0)
		memcpy(name, given.name, given.n * sizeof(*name));
	name[given.n] = r->task_table->title;
	r->attachment = (struct nb_names){ name, given.n + 1 };
}

static void
complete(struct nb_arena *a, struct nb_report *r, struct nb_diags *d)
{
	if (r->self.text.n == 0 && r->level == NB_LEVEL_STREET)
		r->self = made(a, r, NB_S("我街道"));
	complete_title(a, r);
	complete_next_tasks(a, r);
	complete_notice(a, r);
	complete_attachments(a, r);
	complete_head(a, r);
	complete_doc_number(a, r, d);
	complete_published(a, r, d);
	complete_numbering(a, r, d);
}

static void
check_version(
    const struct nb_report *r, const struct nb_node *root, struct nb_diags *d)
{
	const struct nb_node *version = nb_node_get(root, NB_S("版本"));

	if (version != NULL && r->version > NB_SCHEMA_VERSION)
		nb_diag_add(d, &nb_code_Y34, version->span,
		    "文件的版本是%d，本程序只认到%d", r->version,
		    NB_SCHEMA_VERSION);
}

/* With a root that holds no key. */
static const char *
what_is_wrong(const struct nb_node *root)
{
	switch (root->kind) {
	case NB_NODE_MAP:
		return "文件里没有内容";
	case NB_NODE_LIST:
		return "文件的最外层是列表，要写成“键: 值”";
	case NB_NODE_SCALAR:
		return "文件的最外层是文字，要写成“键: 值”";
	}
	NB_UNREACHABLE();
}

/* A text may be an old report. */
static void
report_blank(const struct nb_node *root, struct nb_diags *d)
{
	struct nb_diag *g =
	    nb_diag_add(d, &nb_code_Y30, root->span, "%s", what_is_wrong(root));

	if (root->kind == NB_NODE_SCALAR)
		g->hint = NB_S("旧稿先转成 YAML：nianbao import 旧稿 -o "
			       "新稿.yaml；新写的，第一层是“年度: 2024”"
			       "“机关: …”这样的行，每行一个键");
}

const struct nb_report *
nb_report_build(struct nb_arena *a, const struct nb_node *root,
    const struct nb_past *past, struct nb_diags *d)
{
	struct nb_report *r = nb_new(a, struct nb_report);
	struct nb_decoder dec = {
		.arena = a, .diags = d, .guesses = MOST_GUESSES
	};
	const struct nb_node *map = root->kind == NB_NODE_MAP ? root : NULL;

	r->source = root->span.text;
	r->span.text = r->source;
	r->blank = map == NULL || map->map.n == 0;
	if (r->blank)
		report_blank(root, d);
	r->empty = nb_empty_gather(a, root);
	if (nb_node_get(root, NB_S("字形")) == NULL)
		r->script = nb_script_guess(root);
	nb_figures_init(&dec.figures);
	dec.figures.report = r;
	nb_decode_map(&dec, &nb_object_report, map, r);
	nb_figures_finish(&dec.figures);
	check_version(r, root, d);
	complete(a, r, d);
	if (past != NULL)
		r->past = *past;
	nb_past_judge(a, r);
	return r;
}

bool
nb_report_is_meant(const struct nb_report *r)
{
	static const char *const keys[] = { "年度", "机关", "章节" };

	for (size_t i = 0; i < NB_COUNT(keys); i++)
		if (nb_key_is_faulty(&nb_object_report, r->faults, keys[i]))
			return true;
	return r->year != 0 || r->organ.text.n > 0 || r->n_sections > 0;
}
