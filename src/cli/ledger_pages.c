/*
 * cli/ledger_pages.c - a ledger on paper: an overview when there are several
 * organs, then a chapter for each.
 */
#include "cli/ledger_show.h"

#include "base/arena.h"
#include "cli/data.h"
#include "cli/ledger_words.h"
#include "layout/booklet.h"
#include "output/output.h"

#include <string.h>

enum {
	YEARS = 5, /* side by side */
	MOST_COLUMNS = YEARS + 2,
	MOST_CURVE_YEARS = 12,
};

struct writing {
	struct nb_arena *arena;
	GArray *leaf; /* of struct nb_leaf */
};

static struct nb_prose
words(const struct writing *w, struct nb_str text)
{
	return nb_prose_made(w->arena, text, (struct nb_span){ NULL, 0, 0 });
}

static void
add_text(const struct writing *w, enum nb_leaf_kind kind, struct nb_str text)
{
	const struct nb_leaf leaf = { .kind = kind, .text = words(w, text) };

	g_array_append_val(w->leaf, leaf);
}

/* A table on its way: rows of struct nb_row. */
struct sheet {
	const struct writing *w;
	GArray *row;
	struct nb_prose *column;
	uint32_t n_columns;
};

static struct sheet
sheet_new(const struct writing *w, const char *const *column, uint32_t n)
{
	struct sheet s = {
		.w = w,
		.row = g_array_new(FALSE, FALSE, sizeof(struct nb_row)),
		.column = nb_new_n(w->arena, struct nb_prose, n),
		.n_columns = n,
	};

	for (uint32_t i = 0; i < n; i++)
		s.column[i] = words(w, nb_str_z(column[i]));
	return s;
}

/* The cells of a row; the first ones reach down over `rows` rows. */
static void
add_row(struct sheet *s, const struct nb_str *text, uint32_t n, uint32_t merged,
    uint32_t rows)
{
	struct nb_cell *cell = nb_new_n(s->w->arena, struct nb_cell, n);
	const struct nb_row row = { cell, n };

	for (uint32_t i = 0; i < n; i++)
		cell[i] = (struct nb_cell){ words(s->w, text[i]),
			i < merged ? rows : 1, 1 };
	g_array_append_val(s->row, row);
}

/* The table becomes a leaf. */
static void
add_sheet(struct sheet *s)
{
	struct nb_arena *a = s->w->arena;
	const guint n = s->row->len;
	struct nb_table *table = nb_new(a, struct nb_table);
	const struct nb_leaf leaf = { .kind = NB_LEAF_TABLE, .table = table };

	*table = (struct nb_table){
		.column = { s->column, s->n_columns },
		.row = nb_arena_take(a, s->row),
		.n_rows = n,
	};
	g_array_append_val(s->w->leaf, leaf);
}

/* “3:31”: the number of the file, the line; a name leaves no room. */
static struct nb_str
place_of(const struct writing *w, const struct nb_ledger_organ *o,
    const struct nb_ledger_entry *e)
{
	uint32_t i = 0;

	if (e == NULL)
		return NB_S("");
	while (o->file[i] != e->file)
		i++;
	return nb_arena_printf(w->arena, "%u:%u", i + 1, e->line);
}

/* What the numbers before the colons mean; the folder is not for paper. */
static struct nb_str
list_files(const struct writing *w, const struct nb_ledger_organ *o)
{
	g_autoptr(GString) out =
	    g_string_new("出处冒号前是文件的编号，后是行：");

	for (uint32_t i = 0; i < o->n_files; i++) {
		const struct nb_str name = o->file[i]->text->name;
		const char *slash = memrchr(name.p, '/', name.n);
		const size_t at =
		    slash != NULL ? (size_t)(slash + 1 - name.p) : 0;
		const struct nb_str file = nb_str_from(name, at);

		g_string_append_printf(out, "%s%u为" NB_FMT, i > 0 ? "，" : "",
		    i + 1, NB_ARG(file));
	}
	g_string_append(out, "。");
	return nb_arena_str(w->arena, (struct nb_str){ out->str, out->len });
}

/* What happened, and what was said of it. */
static struct nb_str
told(const struct writing *w, const struct nb_ledger_promise *p, uint32_t i)
{
	const struct nb_ledger_step *s = &p->step[i];
	const struct nb_str word = nb_ledger_step_word(w->arena, p, i);
	const struct nb_str doubt = nb_ledger_doubt(w->arena, s);
	struct nb_str more = NB_S("");

	if (s->entry != NULL)
		more = s->event == NB_LEDGER_PROMISED
		    ? nb_ledger_terms(w->arena, s->entry)
		    : nb_ledger_grounds(w->arena, s->entry);
	return nb_arena_printf(w->arena,
	    NB_FMT "%s" NB_FMT "%s" NB_FMT "%s%s" NB_FMT, NB_ARG(word),
	    doubt.n > 0 ? "，" : "", NB_ARG(doubt), doubt.n > 0 ? "：“" : "",
	    NB_ARG(doubt.n > 0 ? s->entry->text : NB_S("")),
	    doubt.n > 0 ? "”" : "", more.n > 0 ? "。" : "", NB_ARG(more));
}

static void
add_promise(struct sheet *s, const struct nb_ledger_organ *o, uint32_t at)
{
	const struct nb_ledger_promise *p = &o->promise[at];
	const struct writing *w = s->w;
	const struct nb_str age = nb_ledger_age(w->arena, p);
	struct nb_str text[] = {
		nb_arena_printf(w->arena, "%u", at + 1),
		p->step[0].entry->text,
		nb_arena_printf(w->arena, "%s%s" NB_FMT,
		    nb_ledger_state_word(p->state), age.n > 0 ? "，" : "",
		    NB_ARG(age)),
		NB_S(""),
		NB_S(""),
		NB_S(""),
	};

	for (uint32_t i = 0; i < p->n; i++) {
		text[3] = nb_arena_printf(w->arena, "%d", p->step[i].year);
		text[4] = told(w, p, i);
		text[5] = place_of(w, o, p->step[i].entry);
		if (i == 0)
			add_row(s, text, NB_COUNT(text), 3, p->n);
		else
			add_row(s, text + 3, NB_COUNT(text) - 3, 0, 1);
	}
}

/* Those in [from, to), under a heading of their own. */
static void
add_promises(const struct writing *w, const struct nb_ledger_organ *o,
    const char *title, uint32_t from, uint32_t to)
{
	static const char *const column[] = { "序号", "承诺", "结论", "年度",
		"办理情况", "出处" };
	struct sheet s;

	if (from == to)
		return;
	add_text(w, NB_LEAF_HEADING, nb_str_z(title));
	s = sheet_new(w, column, NB_COUNT(column));
	for (uint32_t i = from; i < to; i++)
		add_promise(&s, o, i);
	add_sheet(&s);
}

static void
add_values(const struct writing *w, const struct nb_ledger_organ *o,
    const int *year, uint32_t n)
{
	const char *column[MOST_COLUMNS] = { "指标" };
	struct sheet s;

	for (uint32_t k = 0; k < n; k++)
		column[k + 1] = nb_arena_printf(w->arena, "%d", year[k]).p;
	column[n + 1] = "较前次";
	s = sheet_new(w, column, n + 2);
	for (uint32_t i = 0; i < o->n_figures; i++) {
		const struct nb_ledger_figure *f = &o->figure[i];
		struct nb_str text[MOST_COLUMNS] = { f->name };

		for (uint32_t k = 0; k < n; k++)
			text[k + 1] = nb_ledger_value_in(f, year[k]);
		text[n + 1] = nb_ledger_change(f);
		add_row(&s, text, n + 2, 0, 1);
	}
	add_sheet(&s);
}

/* What there is to say of the figures, a row each. */
static void
add_remarks(const struct writing *w, const struct nb_ledger_organ *o)
{
	static const char *const column[] = { "指标", "说明" };
	struct sheet s = sheet_new(w, column, NB_COUNT(column));
	struct nb_str remark[NB_LEDGER_REMARKS];

	for (uint32_t i = 0; i < o->n_figures; i++) {
		const struct nb_ledger_figure *f = &o->figure[i];

		for (uint32_t k = 0; k < f->n; k++) {
			const uint32_t n =
			    nb_ledger_remarks(w->arena, f, k, remark);

			for (uint32_t m = 0; m < n; m++) {
				const struct nb_str text[] = { f->name,
					remark[m] };

				add_row(&s, text, NB_COUNT(text), 0, 1);
			}
		}
	}
	if (s.row->len > 0)
		add_sheet(&s);
	else
		g_array_unref(s.row);
}

/* A number of the figure's scale without idle zeros. */
static struct nb_str
number_text(struct nb_arena *a, const struct nb_ledger_figure *f, int64_t n)
{
	struct nb_decimal d = { n, f->places };

	for (; d.places > 0 && d.n % 10 == 0; d.n /= 10)
		d.places--;
	return nb_decimal_text(a, d);
}

static struct nb_curve
make_curve(const struct writing *w, const struct nb_ledger_figure *f,
    const int *year, uint32_t n)
{
	struct nb_curve_point *point =
	    nb_new_n(w->arena, struct nb_curve_point, n);

	for (uint32_t k = 0; k < n; k++) {
		const struct nb_ledger_point *p =
		    nb_ledger_point_in(f, year[k]);

		point[k].year = nb_arena_printf(w->arena, "%d", year[k]);
		point[k].given = p != NULL && p->drawn;
		if (!point[k].given)
			continue;
		point[k].n = p->n;
		point[k].text = number_text(w->arena, f, p->n);
	}
	return (struct nb_curve){
		.name = nb_arena_printf(w->arena, NB_FMT "%s" NB_FMT "%s",
		    NB_ARG(f->name), f->unit.n > 0 ? "（" : "", NB_ARG(f->unit),
		    f->unit.n > 0 ? "）" : ""),
		.point = point,
		.n = n,
	};
}

/* All years between, unless they are too many to be drawn. */
static const int *
fill_years(const struct writing *w, const int *year, uint32_t *n)
{
	const int first = year[0], last = year[*n - 1];
	int *all;

	if (last - first >= MOST_CURVE_YEARS)
		return year;
	*n = (uint32_t)(last - first + 1);
	all = nb_new_n(w->arena, int, *n);
	for (uint32_t k = 0; k < *n; k++)
		all[k] = first + (int)k;
	return all;
}

/* Of the figures that have two numbers at least in these years. */
static void
add_curves(const struct writing *w, const struct nb_ledger_organ *o,
    const int *year, uint32_t n)
{
	struct nb_curve *curve =
	    nb_new_n(w->arena, struct nb_curve, o->n_figures);
	struct nb_leaf leaf = { .kind = NB_LEAF_CURVES, .curve = curve };

	year = fill_years(w, year, &n);
	for (uint32_t i = 0; i < o->n_figures; i++)
		if (o->figure[i].n_drawn > 1)
			curve[leaf.n_curves++] =
			    make_curve(w, &o->figure[i], year, n);
	if (leaf.n_curves > 0)
		g_array_append_val(w->leaf, leaf);
}

static void
add_figures(const struct writing *w, const struct nb_ledger_organ *o)
{
	uint32_t n;
	const int *year = nb_ledger_figure_years(w->arena, o, &n);

	if (o->n_figures == 0)
		return;
	add_text(w, NB_LEAF_HEADING, NB_S("历年指标"));
	for (uint32_t i = 0; i < n; i += YEARS)
		add_values(w, o, &year[i], MIN(YEARS, n - i));
	add_remarks(w, o);
	add_curves(w, o, year, n);
}

static void
add_problems(const struct writing *w, const struct nb_ledger_organ *o)
{
	static const char *const column[] = { "序号", "问题", "年度",
		"出现情况" };
	struct sheet s;

	if (o->n_problems == 0 || o->problem[0].years == 1)
		return;
	add_text(w, NB_LEAF_HEADING, NB_S("反复出现的问题"));
	s = sheet_new(w, column, NB_COUNT(column));
	for (uint32_t i = 0; i < o->n_problems && o->problem[i].years > 1;
	     i++) {
		const struct nb_ledger_problem *p = &o->problem[i];
		const struct nb_str text[] = {
			nb_arena_printf(w->arena, "%u", i + 1),
			p->step[p->n - 1].entry->text,
			nb_ledger_years(w->arena, p),
			nb_ledger_running(w->arena, p),
		};

		add_row(&s, text, NB_COUNT(text), 0, 1);
	}
	add_sheet(&s);
}

static void
add_organ(const struct writing *w, const struct nb_ledger_organ *o)
{
	add_text(w, NB_LEAF_CHAPTER, o->name);
	add_text(w, NB_LEAF_PARAGRAPH,
	    nb_arena_printf(w->arena, NB_FMT "。" NB_FMT "。",
		NB_ARG(nb_ledger_extent(w->arena, o)),
		NB_ARG(nb_ledger_tally(w->arena, o))));
	if (o->n_promises > 0)
		add_text(w, NB_LEAF_PARAGRAPH, list_files(w, o));
	add_promises(w, o, "未了的承诺", 0, o->n_open);
	add_promises(w, o, "已了的承诺", o->n_open, o->n_promises);
	add_figures(w, o);
	add_problems(w, o);
}

static void
add_overview(const struct writing *w, const struct nb_ledger *l)
{
	static const char *const column[] = { "序号", "机关", "承诺", "未了",
		"没有交代", "最久" };
	struct sheet s = sheet_new(w, column, NB_COUNT(column));

	for (uint32_t i = 0; i < l->n; i++) {
		const struct nb_ledger_organ *o = &l->organ[i];
		const unsigned age = o->n_open > 0 ? o->promise[0].age : 0;
		const struct nb_str text[] = {
			nb_arena_printf(w->arena, "%u", i + 1),
			o->name,
			nb_arena_printf(w->arena, "%u", o->n_promises),
			nb_arena_printf(w->arena, "%u", o->n_open),
			nb_arena_printf(
			    w->arena, "%u", o->tally[NB_LEDGER_UNANSWERED]),
			age > 0 ? nb_arena_printf(w->arena, "%u年", age)
				: NB_S(""),
		};

		add_row(&s, text, NB_COUNT(text), 0, 1);
	}
	add_sheet(&s);
}

enum nb_status
nb_ledger_pages(GString *out, struct nb_arena *a, const struct nb_ledger *l,
    const struct nb_ledger_form *form)
{
	const struct nb_data *data = form->data;
	const struct writing w = { a,
		g_array_new(FALSE, FALSE, sizeof(struct nb_leaf)) };
	struct nb_booklet booklet = {
		.title = words(&w, NB_S("法治政府建设承诺台账")),
	};
	const struct nb_pages *pages;
	enum nb_status status;

	if (l->n > 1)
		add_overview(&w, l);
	for (uint32_t i = 0; i < l->n; i++)
		add_organ(&w, &l->organ[i]);
	booklet.leaf = (const struct nb_leaf *)w.leaf->data;
	booklet.n = w.leaf->len;
	pages = nb_layout_booklet(
	    a, &booklet, data->template, data->fonts, form->diags);
	status = form->output->write(pages, 0, out, form->diags);
	g_array_unref(w.leaf);
	return status;
}
