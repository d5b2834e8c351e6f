/*
 * cli/ledger_csv.c - a ledger for a spreadsheet: one row a promise, one a
 * figure and year, one a problem.
 */
#include "cli/ledger_show.h"

#include "base/arena.h"
#include "cli/ledger_words.h"
#include "diag/render.h"

enum column {
	KIND,
	ORGAN,
	NAME,
	STATE,
	SINCE,
	AGE,
	CARRIED,
	YEAR,
	VALUE,
	CHANGE,
	TARGET,
	DUE,
	UNITS,
	EVIDENCE,
	CAUSE,
	FILE_NAME,
	LINE,
	COURSE,
	COLUMNS,
};

static const char *const head[COLUMNS] = {
	[KIND] = "类别",
	[ORGAN] = "机关",
	[NAME] = "名称",
	[STATE] = "结论",
	[SINCE] = "起始年度",
	[AGE] = "已有几年",
	[CARRIED] = "结转次数",
	[YEAR] = "年度",
	[VALUE] = "进展或数值",
	[CHANGE] = "较前次",
	[TARGET] = "目标",
	[DUE] = "时限",
	[UNITS] = "责任",
	[EVIDENCE] = "依据",
	[CAUSE] = "原因或说明",
	[FILE_NAME] = "文件",
	[LINE] = "行",
	[COURSE] = "经过",
};

struct row {
	struct nb_str cell[COLUMNS];
};

static void
write_row(GString *out, const struct row *row)
{
	for (int i = 0; i < COLUMNS; i++)
		nb_render_csv_cell(
		    out, row->cell[i], i + 1 < COLUMNS ? "," : "\r\n");
}

static struct nb_str
digits(struct nb_arena *a, long n)
{
	return nb_arena_printf(a, "%ld", n);
}

static void
set_place(struct nb_arena *a, struct row *row,
    const struct nb_ledger_file *file, uint32_t line)
{
	row->cell[FILE_NAME] = file->text->name;
	row->cell[LINE] = digits(a, (long)line);
}

/* “2021提出（2021.yaml:31）；2022没有交代” */
static struct nb_str
course_of(struct nb_arena *a, const struct nb_ledger_promise *p)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (uint32_t i = 0; i < p->n; i++) {
		const struct nb_ledger_step *step = &p->step[i];
		const struct nb_str doubt = nb_ledger_doubt(a, step);

		g_string_append_printf(s, "%s%d" NB_FMT "%s" NB_FMT,
		    i > 0 ? "；" : "", step->year,
		    NB_ARG(nb_ledger_step_word(a, p, i)),
		    doubt.n > 0 ? "，" : "", NB_ARG(doubt));
		if (step->entry != NULL)
			g_string_append_printf(s, "（" NB_FMT "）",
			    NB_ARG(nb_ledger_place(a, step->entry)));
	}
	if (p->split)
		g_string_append(s, "；两处进展不一");
	return nb_arena_str(a, (struct nb_str){ s->str, s->len });
}

/* The terms of the latest promise, the grounds of the latest answer. */
static void
set_words(struct row *row, const struct nb_ledger_promise *p)
{
	for (uint32_t i = 0; i < p->n; i++) {
		const struct nb_ledger_entry *e = p->step[i].entry;

		if (p->step[i].event == NB_LEDGER_PROMISED) {
			row->cell[TARGET] = e->target;
			row->cell[DUE] = e->due;
			row->cell[UNITS] = e->units;
		} else if (p->step[i].event == NB_LEDGER_ANSWERED) {
			row->cell[EVIDENCE] = e->evidence;
			row->cell[CAUSE] = e->cause;
		}
	}
}

static void
write_promise(GString *out, struct nb_arena *a, const struct nb_ledger_organ *o,
    const struct nb_ledger_promise *p)
{
	const struct nb_ledger_entry *e = p->step[0].entry;
	struct row row = { {
	    [KIND] = NB_S("承诺"),
	    [ORGAN] = o->name,
	    [NAME] = e->text,
	    [STATE] = nb_str_z(nb_ledger_state_word(p->state)),
	    [SINCE] = digits(a, p->since),
	    [CARRIED] = digits(a, (long)p->carried),
	    [YEAR] = digits(a, p->step[p->n - 1].year),
	    [VALUE] = nb_ledger_step_word(a, p, p->n - 1),
	    [COURSE] = course_of(a, p),
	} };

	if (nb_ledger_is_open(p->state))
		row.cell[AGE] = digits(a, (long)p->age);
	set_words(&row, p);
	set_place(a, &row, e->file, e->line);
	write_row(out, &row);
}

static struct nb_str
join_remarks(
    struct nb_arena *a, const struct nb_ledger_figure *f, uint32_t point)
{
	struct nb_str remark[NB_LEDGER_REMARKS];
	const uint32_t n = nb_ledger_remarks(a, f, point, remark);
	struct nb_str all = NB_S("");

	for (uint32_t i = 0; i < n; i++)
		all = nb_arena_printf(a, NB_FMT "%s" NB_FMT, NB_ARG(all),
		    i > 0 ? "；" : "", NB_ARG(remark[i]));
	return all;
}

static void
write_point(GString *out, struct nb_arena *a, const struct nb_ledger_organ *o,
    const struct nb_ledger_figure *f, uint32_t i)
{
	static const char *const met[] = {
		[NB_LEDGER_NO_GOAL] = "",
		[NB_LEDGER_MET] = "达到目标",
		[NB_LEDGER_MISSED] = "没有达到目标",
	};
	const struct nb_ledger_point *p = &f->point[i];
	const struct nb_ledger_value *v = p->value != NULL ? p->value : p->goal;
	struct row row = { {
	    [KIND] = NB_S("指标"),
	    [ORGAN] = o->name,
	    [NAME] = f->name,
	    [STATE] = nb_str_z(met[p->met]),
	    [YEAR] = digits(a, p->year),
	    [CHANGE] = p->change,
	    [CAUSE] = v->remark,
	    [COURSE] = join_remarks(a, f, i),
	} };

	if (p->value != NULL)
		row.cell[VALUE] = p->value->value;
	if (p->goal != NULL)
		row.cell[TARGET] = p->goal->target;
	set_place(a, &row, v->file, v->line);
	write_row(out, &row);
}

static void
write_problem(GString *out, struct nb_arena *a, const struct nb_ledger_organ *o,
    const struct nb_ledger_problem *p)
{
	const struct nb_ledger_step *last = &p->step[p->n - 1];
	struct row row = { {
	    [KIND] = NB_S("问题"),
	    [ORGAN] = o->name,
	    [NAME] = last->entry->text,
	    [SINCE] = digits(a, p->step[0].year),
	    [YEAR] = digits(a, last->year),
	    [CAUSE] = last->entry->cause,
	    [COURSE] = nb_ledger_years(a, p),
	} };

	if (p->years > 1)
		row.cell[STATE] = nb_ledger_running(a, p);
	set_place(a, &row, last->entry->file, last->entry->line);
	write_row(out, &row);
}

static void
write_organ(GString *out, struct nb_arena *a, const struct nb_ledger_organ *o)
{
	for (uint32_t i = 0; i < o->n_promises; i++)
		write_promise(out, a, o, &o->promise[i]);
	for (uint32_t i = 0; i < o->n_figures; i++)
		for (uint32_t k = 0; k < o->figure[i].n; k++)
			write_point(out, a, o, &o->figure[i], k);
	for (uint32_t i = 0; i < o->n_problems; i++)
		write_problem(out, a, o, &o->problem[i]);
}

enum nb_status
nb_ledger_csv(GString *out, struct nb_arena *a, const struct nb_ledger *l,
    const struct nb_ledger_form *form)
{
	struct row row = { { { NULL, 0 } } };

	(void)form;
	g_string_append(out, "\xEF\xBB\xBF");
	for (int i = 0; i < COLUMNS; i++)
		row.cell[i] = nb_str_z(head[i]);
	write_row(out, &row);
	for (uint32_t i = 0; i < l->n; i++)
		write_organ(out, a, &l->organ[i]);
	return NB_OK;
}
