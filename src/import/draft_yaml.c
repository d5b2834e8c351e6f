#include "import/draft_yaml.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/log.h"
#include "source/write.h"

#include <glib.h>
#include <stdlib.h>

/* A doubt of the log. */
struct doubt {
	const struct nb_log_entry *entry;
	bool said;
};

struct out {
	struct nb_writer w;
	struct nb_arena *a;
	const char *place;
	struct doubt *doubt; /* sorted by row; none when they are not marked */
	uint32_t n_doubts;
};

static int
compare(const void *a, const void *b)
{
	const struct nb_log_entry *x = ((const struct doubt *)a)->entry;
	const struct nb_log_entry *y = ((const struct doubt *)b)->entry;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x > y) - (x < y);
}

static void
gather(struct out *o, const struct nb_import_log *log)
{
	o->doubt = nb_new_n(o->a, struct doubt, log->n);
	for (uint32_t i = 0; i < log->n; i++)
		if (log->entry[i].what == NB_LOG_DOUBT)
			o->doubt[o->n_doubts++].entry = &log->entry[i];
	if (o->n_doubts > 0)
		qsort(o->doubt, o->n_doubts, sizeof(*o->doubt), compare);
}

/* The first doubt about this row, or a later one. */
static uint32_t
first_of(const struct out *o, uint32_t row)
{
	uint32_t low = 0, high = o->n_doubts;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (o->doubt[mid].entry->row < row)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Says doubt i, and none of the same kind and row after it. */
static void
say(struct out *o, uint32_t i)
{
	const struct nb_log_entry *e = o->doubt[i].entry;

	for (uint32_t k = i; k < o->n_doubts; k++) {
		if (o->doubt[k].entry->row != e->row)
			break;
		if (g_str_equal(o->doubt[k].entry->why, e->why))
			o->doubt[k].said = true;
	}
	nb_write_comment(&o->w,
	    e->row == 0 ? nb_arena_printf(o->a, "请看：%s", e->why)
			: nb_arena_printf(o->a, "请看（原文第 %u %s）：%s",
			      e->row, o->place, e->why));
}

/* The doubts about the row a text came from, once. */
static void
mark(struct out *o, uint32_t row)
{
	for (uint32_t i = row == 0 ? o->n_doubts : first_of(o, row);
	     i < o->n_doubts && o->doubt[i].entry->row == row; i++)
		if (!o->doubt[i].said)
			say(o, i);
}

static void
text(struct out *o, const char *key, struct nb_draft_text t)
{
	if (t.text.n == 0)
		return;
	mark(o, t.row);
	nb_write_text(&o->w, nb_str_z(key), t.text);
}

static const struct nb_str *
strings(struct out *o, const struct nb_draft_texts *t)
{
	struct nb_str *s = nb_new_n(o->a, struct nb_str, t->n);

	for (uint32_t i = 0; i < t->n; i++)
		s[i] = t->text[i].text;
	return s;
}

static void
paras(struct out *o, const char *key, const struct nb_draft_texts *t)
{
	if (t->n == 0)
		return;
	for (uint32_t i = 0; i < t->n; i++)
		mark(o, t->text[i].row);
	nb_write_paras(&o->w, nb_str_z(key), strings(o, t), t->n);
}

static void
names(struct out *o, const char *key, const struct nb_draft_texts *t)
{
	if (t->n == 0)
		return;
	for (uint32_t i = 0; i < t->n; i++)
		mark(o, t->text[i].row);
	nb_write_names(&o->w, nb_str_z(key), strings(o, t), t->n);
}

/* Cells below a span are not written. */
static void
row(struct out *o, const struct nb_draft_row *r)
{
	struct nb_write_cell *cell = nb_new_n(o->a, struct nb_write_cell, r->n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->n; i++) {
		const struct nb_draft_cell *c = &r->cell[i];
		struct nb_write_pair *pair;

		if (c->rows == 0)
			continue;
		cell[n++].text = c->text;
		if (c->rows == 1 && c->cols <= 1)
			continue;
		pair = nb_new_n(o->a, struct nb_write_pair, 3);
		cell[n - 1].pair = pair;
		pair[cell[n - 1].n++] =
		    (struct nb_write_pair){ NB_S("文字"), c->text };
		if (c->rows > 1)
			pair[cell[n - 1].n++] =
			    (struct nb_write_pair){ NB_S("跨行"),
				    nb_arena_printf(o->a, "%u", c->rows) };
		if (c->cols > 1)
			pair[cell[n - 1].n++] =
			    (struct nb_write_pair){ NB_S("跨列"),
				    nb_arena_printf(o->a, "%u", c->cols) };
	}
	nb_write_row(&o->w, cell, n);
}

/* 列 has names only: a head with merged cells is written as a row. */
static bool
has_plain_head(const struct nb_draft_table *t)
{
	for (uint32_t i = 0; t->n > 0 && i < t->row[0].n; i++)
		if (t->row[0].cell[i].rows != 1 || t->row[0].cell[i].cols > 1)
			return false;
	return t->n > 1;
}

static void
lies(struct out *o, bool it_does)
{
	if (it_does)
		nb_write_text(&o->w, NB_S("横排"), NB_S("是"));
}

static void
table(struct out *o, const struct nb_draft_table *t)
{
	const bool columns = has_plain_head(t);

	for (uint32_t i = 0; i < t->n; i++)
		mark(o, t->row[i].row);
	nb_write_open(&o->w, NB_S("表"));
	text(o, "标题", t->title);
	lies(o, t->lies);
	if (columns) {
		struct nb_str *name =
		    nb_new_n(o->a, struct nb_str, t->row[0].n);

		for (uint32_t i = 0; i < t->row[0].n; i++)
			name[i] = t->row[0].cell[i].text;
		nb_write_names(&o->w, NB_S("列"), name, t->row[0].n);
	}
	nb_write_open(&o->w, NB_S("行"));
	for (uint32_t i = columns; i < t->n; i++)
		row(o, &t->row[i]);
	nb_write_close(&o->w);
	nb_write_close(&o->w);
}

static void
sections(struct out *o, const char *key, const struct nb_draft_section *s,
    uint32_t n, bool gaps)
{
	nb_write_open(&o->w, nb_str_z(key));
	for (uint32_t i = 0; i < n; i++) {
		if (gaps && i > 0)
			nb_write_gap(&o->w);
		nb_write_item(&o->w);
		text(o, "标题", s[i].title);
		text(o, "牵头", s[i].lead_unit);
		text(o, "责任", s[i].units);
		paras(o, "正文", &s[i].body);
		if (s[i].table != NULL)
			table(o, s[i].table);
		if (s[i].n > 0)
			sections(o, "条目", s[i].child, s[i].n, false);
	}
	nb_write_close(&o->w);
}

static void
list(struct out *o, const char *key, const char *what,
    const struct nb_draft_list *l)
{
	if (l == NULL)
		return;
	nb_write_gap(&o->w);
	nb_write_open(&o->w, nb_str_z(key));
	text(o, "标题", l->title);
	text(o, "导语", l->lead);
	nb_write_open(&o->w, NB_S("清单"));
	for (uint32_t i = 0; i < l->n; i++) {
		nb_write_item(&o->w);
		text(o, what, l->item[i].text);
		text(o, "原因", l->item[i].cause);
		paras(o, "正文", &l->item[i].body);
		text(o, "目标", l->item[i].target);
		text(o, "时限", l->item[i].due);
		text(o, "牵头", l->item[i].lead_unit);
		text(o, "责任", l->item[i].units);
	}
	nb_write_close(&o->w);
	nb_write_close(&o->w);
}

/* What stands under the words of a task. */
static void
task(struct out *o, const struct nb_draft_task *t)
{
	text(o, "目标", t->target);
	text(o, "牵头", t->lead_unit);
	text(o, "责任", t->units);
	text(o, "时限", t->due);
	if (t->progress != NULL)
		nb_write_text(&o->w, NB_S("进展"), nb_str_z(t->progress));
	text(o, "依据", t->evidence);
	text(o, "原因", t->cause);
}

/* 上年任务: what the chapter tells of it is printed, this is not. */
static void
last_year(struct out *o, const struct nb_draft_tasks *t)
{
	nb_write_gap(&o->w);
	nb_write_open(&o->w, NB_S("上年任务"));
	for (uint32_t i = 0; i < t->n; i++) {
		nb_write_item(&o->w);
		text(o, "任务", t->task[i].text);
		paras(o, "正文", &t->task[i].body);
		task(o, &t->task[i]);
	}
	nb_write_close(&o->w);
}

static void
tasks(struct out *o, const struct nb_draft_tasks *t)
{
	nb_write_gap(&o->w);
	nb_write_open(&o->w, NB_S("任务表"));
	text(o, "标题", t->title);
	lies(o, t->lies);
	nb_write_open(&o->w, NB_S("分组"));
	for (uint32_t i = 0; i < t->n;) {
		const struct nb_str group = t->task[i].group.text;

		nb_write_item(&o->w);
		nb_write_text(&o->w, NB_S("工作任务"), group);
		nb_write_open(&o->w, NB_S("任务"));
		for (; i < t->n && nb_str_eq(t->task[i].group.text, group);
		     i++) {
			nb_write_item(&o->w);
			text(o, "内容", t->task[i].text);
			task(o, &t->task[i]);
		}
		nb_write_close(&o->w);
	}
	nb_write_close(&o->w);
	nb_write_close(&o->w);
}

static void
notice(struct out *o, const struct nb_draft_notice *n)
{
	nb_write_open(&o->w, NB_S("印发"));
	text(o, "标题", n->title);
	text(o, "主送", n->addressee);
	paras(o, "正文", &n->body);
	text(o, "机关", n->organ);
	text(o, "日期", n->date);
	nb_write_close(&o->w);
}

static void
head(struct out *o, const struct nb_draft *d)
{
	const struct nb_draft_head *h = d->head;

	nb_write_open(&o->w, NB_S("版头"));
	if (h->letter)
		nb_write_text(&o->w, NB_S("样式"), NB_S("信函"));
	text(o, "份号", h->copy_number);
	text(o, "密级", h->secrecy);
	text(o, "紧急程度", h->urgency);
	names(o, "发文机关标志", &h->mark);
	if (h->numbered)
		text(o, "文号", d->number);
	names(o, "签发人", &h->signer);
	nb_write_close(&o->w);
}

static void
foot(struct out *o, const struct nb_draft_foot *f)
{
	nb_write_gap(&o->w);
	nb_write_open(&o->w, NB_S("版记"));
	text(o, "抄送", f->copies);
	text(o, "印发机关", f->printer);
	text(o, "印发日期", f->printed);
	nb_write_close(&o->w);
}

static void
disclosure(struct out *o, const struct nb_draft *d)
{
	const struct nb_draft_texts keywords =
	    nb_texts_split(o->a, d->keywords);

	if (d->index.text.n + d->topic.text.n + d->keywords.text.n +
		d->access.text.n + d->summary.text.n ==
	    0)
		return;
	nb_write_open(&o->w, NB_S("公开"));
	text(o, "索引号", d->index);
	text(o, "主题分类", d->topic);
	names(o, "主题词", &keywords);
	text(o, "公开方式", d->access);
	text(o, "内容概述", d->summary);
	nb_write_close(&o->w);
}

static void
numbering(struct out *o, const struct nb_draft *d)
{
	if (d->levels.n + d->through.text.n == 0)
		return;
	nb_write_open(&o->w, NB_S("编号"));
	names(o, "层次", &d->levels);
	text(o, "连续", d->through);
	nb_write_close(&o->w);
}

static void
facts(struct out *o, const struct nb_draft *d)
{
	struct nb_draft_text year = { NB_S(""), 0 };

	if (d->year != d->last_year)
		year.text =
		    nb_arena_printf(o->a, "%d—%d", d->year, d->last_year);
	else if (d->year > 0)
		year.text = nb_arena_printf(o->a, "%d", d->year);
	nb_write_text(&o->w, NB_S("文种"), nb_str_z(d->kind));
	if (d->traditional)
		nb_write_text(&o->w, NB_S("字形"), NB_S("繁体"));
	if (d->level != NULL)
		nb_write_text(&o->w, NB_S("级别"), nb_str_z(d->level));
	nb_write_text(&o->w, NB_S("年度"), year.text);
	mark(o, d->organ.row);
	nb_write_text(&o->w, NB_S("机关"), d->organ.text);
	names(o, "联合机关", &d->joint);
	text(o, "标题", d->title);
	if (d->head == NULL || !d->head->numbered)
		text(o, "文号", d->number);
	text(o, "主送", d->addressee);
	text(o, "成文日期", d->issued);
	text(o, "公开日期", d->published);
	disclosure(o, d);
	numbering(o, d);
	if (d->head != NULL)
		head(o, d);
	if (d->notice != NULL)
		notice(o, d->notice);
}

static void
comments(struct out *o, const char *lead, const struct nb_draft_texts *t)
{
	if (t->n == 0)
		return;
	nb_write_gap(&o->w);
	nb_write_comment(&o->w, nb_str_z(lead));
	for (uint32_t i = 0; i < t->n; i++)
		nb_write_comment(&o->w,
		    nb_arena_printf(
			o->a, "  " NB_FMT, NB_ARG(t->text[i].text)));
}

/* Doubts whose place is not in the file. */
static void
rest(struct out *o)
{
	bool first = true;

	for (uint32_t i = 0; i < o->n_doubts; i++) {
		if (o->doubt[i].said)
			continue;
		if (first)
			nb_write_gap(&o->w);
		first = false;
		say(o, i);
	}
}

void
nb_draft_write(struct nb_arena *a, const struct nb_draft *d, struct nb_str name,
    const char *place, const struct nb_import_log *log, bool mark_doubts,
    GString *out)
{
	struct out o = {
		.w = { .out = out },
		.a = a,
		.place = place,
	};

	if (mark_doubts)
		gather(&o, log);
	nb_write_comment(
	    &o.w, nb_arena_printf(a, "由旧稿转来：" NB_FMT, NB_ARG(name)));
	facts(&o, d);
	if (d->lead.n > 0)
		nb_write_gap(&o.w);
	paras(&o, "导语", &d->lead);
	comments(&o, "正文里的数据，可以挑选写成 指标：", &d->figure);
	nb_write_gap(&o.w);
	sections(&o, "章节", d->section, d->n, true);
	list(&o, "存在问题", "问题", d->problems);
	list(&o, "下年任务", "任务", d->next);
	if (d->closing.n + d->attachment.n + d->remark.n > 0)
		nb_write_gap(&o.w);
	paras(&o, "结语", &d->closing);
	names(&o, "附件", &d->attachment);
	if (d->remark.n > 0)
		text(&o, "附注", d->remark.text[0]);
	if (d->last != NULL)
		last_year(&o, d->last);
	if (d->tasks != NULL)
		tasks(&o, d->tasks);
	if (d->foot != NULL)
		foot(&o, d->foot);
	comments(&o, "原文里没有放进来的话：", &d->aside);
	rest(&o);
}
