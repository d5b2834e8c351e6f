#include "layout/chart_figure.h"

#include "base/arena.h"
#include "base/clip.h"
#include "base/hant.h"
#include "diag/diag.h"
#include "layout/chart_data.h"
#include "layout/codes.h"

enum { MOST_TOLD = 8 }; /* gaps that are named */

/* The indicator of that name in an earlier report, in either script. */
static const struct nb_indicator *
find_in(const struct nb_chart_source *s, const struct nb_report *r,
    struct nb_str name)
{
	const struct nb_str folded = nb_hant_fold(s->arena, name);

	for (uint32_t i = 0; i < r->n_indicators; i++)
		if (nb_str_eq(
			nb_hant_fold(s->arena, r->indicator[i].name), folded))
			return &r->indicator[i];
	return NULL;
}

/* A report of several years has no value for one of them. */
static bool
has_year(const struct nb_report *r)
{
	return r->year != 0 && r->year == r->last_year;
}

static bool
same_unit(const struct nb_chart_source *s, struct nb_str a, struct nb_str b)
{
	return nb_str_eq(nb_hant_fold(s->arena, a), nb_hant_fold(s->arena, b));
}

/* 一季度, 二季度: points of one year, whatever files there are. */
static bool
is_within_year(const struct nb_chart_source *s)
{
	const struct nb_names *names = &s->chart->indicator;

	for (uint32_t i = 0; i < names->n; i++)
		if (!nb_words_in(&s->style->part_of_year,
			nb_hant_fold(s->arena, names->name[i].text)))
			return false;
	return names->n > 1;
}

static int
first_year_of(const struct nb_chart_source *s, struct nb_str name)
{
	int first = s->report->year;

	for (const struct nb_report *r = s->report; r != NULL;
	     r = nb_past_last(r)) {
		const struct nb_indicator *in = find_in(s, r, name);

		if (in == NULL || !has_year(r))
			continue;
		if (in->last.text.n > 0)
			first = MIN(first, r->year - 1);
		else if (in->value.text.n > 0)
			first = MIN(first, r->year);
	}
	return first;
}

int
nb_chart_first_year(const struct nb_chart_source *s)
{
	const struct nb_names *names = &s->chart->indicator;
	int first = s->report->year;

	if (s->chart->kind != NB_CHART_LINE || !has_year(s->report) ||
	    nb_past_last(s->report) == NULL || is_within_year(s))
		return first;
	for (uint32_t i = 0; i < names->n; i++)
		first = MIN(first, first_year_of(s, names->name[i].text));
	return first;
}

/* year: of an earlier file that the text is in; 0: it is in this report. */
static bool
read_value(const struct nb_chart_source *s, const struct nb_prose *name,
    const struct nb_prose *text, int year, struct nb_quantity *ret)
{
	const struct nb_str clip = nb_clip(s->arena, text->text);

	if (text->text.n == 0)
		return false;
	if (nb_quantity_read(text->text, ret))
		return true;
	if (year == 0)
		nb_diag_add(s->diags, &nb_code_L11, nb_prose_all(text),
		    "数值“" NB_FMT "”看不出是多少，没有画进图里", NB_ARG(clip));
	else
		nb_diag_add(s->diags, &nb_code_L11, nb_prose_all(name),
		    "“" NB_FMT "”在%d年文件里的数值“" NB_FMT
		    "”看不出是多少，没有画进图里",
		    NB_ARG(nb_clip(s->arena, name->text)), year, NB_ARG(clip));
	return false;
}

static void
make_room(const struct nb_chart_source *s, const struct nb_prose *name,
    uint32_t n, struct nb_chart_figure *ret)
{
	*ret = (struct nb_chart_figure){
		.name = name,
		.value = nb_new_n(s->arena, struct nb_quantity, n),
		.given = nb_new_n(s->arena, bool, n),
		.n = n,
	};
}

static bool
any_given(const struct nb_chart_figure *f)
{
	for (uint32_t i = 0; i < f->n; i++)
		if (f->given[i])
			return true;
	return false;
}

/*
 * 上年 or 目标 in another unit than 值 cannot stand beside it.  from: the year
 * of the file that 上年 is taken from; 0: it is written here.
 */
static void
drop_other_units(const struct nb_chart_source *s, struct nb_chart_figure *f,
    const struct nb_prose *const *text, int from)
{
	for (uint32_t i = NB_CHART_SERIES; i-- > 0;)
		if (f->given[i])
			f->unit = f->value[i].unit;
	if (f->given[NB_CHART_THIS])
		f->unit = f->value[NB_CHART_THIS].unit;
	for (uint32_t i = 0; i < NB_CHART_SERIES; i++) {
		const bool filed = from != 0 && i == NB_CHART_LAST;

		if (!f->given[i] || same_unit(s, f->value[i].unit, f->unit))
			continue;
		f->given[i] = false;
		nb_diag_add(s->diags, &nb_code_L10,
		    nb_prose_all(filed ? f->name : text[i]),
		    "“" NB_FMT "”的%s“" NB_FMT
		    "”与数值的单位不同，没有画进图里",
		    NB_ARG(nb_clip(s->arena, f->name->text)),
		    i == NB_CHART_TARGET ? "目标" : "上年",
		    NB_ARG(nb_clip(s->arena, text[i]->text)));
	}
}

/* What last year's file says of its year, or NULL. */
static const struct nb_prose *
find_last(const struct nb_chart_source *s, struct nb_str name)
{
	const struct nb_report *last = nb_past_last(s->report);
	const struct nb_indicator *in =
	    last == NULL ? NULL : find_in(s, last, name);

	return in != NULL && has_year(last) ? &in->value : NULL;
}

bool
nb_chart_read_series(const struct nb_chart_source *s,
    const struct nb_prose *name, const struct nb_indicator *in,
    struct nb_chart_figure *ret)
{
	const struct nb_prose *text[NB_CHART_SERIES] = {
		[NB_CHART_LAST] = &in->last,
		[NB_CHART_THIS] = &in->value,
		[NB_CHART_TARGET] = &in->target,
	};
	const struct nb_prose *last = find_last(s, name->text);
	bool written = false;
	int from = 0;

	if (in->last.text.n == 0 && last != NULL) {
		text[NB_CHART_LAST] = last;
		from = s->report->year - 1;
	}
	make_room(s, name, NB_CHART_SERIES, ret);
	for (uint32_t i = 0; i < NB_CHART_SERIES; i++) {
		ret->given[i] = read_value(s, name, text[i],
		    i == NB_CHART_LAST ? from : 0, &ret->value[i]);
		written = written || text[i]->text.n != 0;
	}
	if (!written)
		nb_diag_add(s->diags, &nb_code_L11, nb_prose_all(name),
		    "指标“" NB_FMT "”没有数值，没有画进图里",
		    NB_ARG(nb_clip(s->arena, name->text)));
	if (!any_given(ret))
		return false;
	drop_other_units(s, ret, text, from);
	return true;
}

/* What one file says of its own year, and of the one before. */
static void
read_year(const struct nb_chart_source *s, const struct nb_report *r,
    int first_year, struct nb_chart_figure *f)
{
	const struct nb_indicator *in = find_in(s, r, f->name->text);
	const uint32_t at = (uint32_t)(r->year - first_year), n = f->n / 2;
	const int from = r == s->report ? 0 : r->year;

	if (in == NULL)
		return;
	if (in->value.text.n > 0)
		f->given[at] =
		    read_value(s, f->name, &in->value, from, &f->value[at]);
	f->given[n + at] =
	    read_value(s, f->name, &in->target, from, &f->value[n + at]);
	if (at > 0)
		f->given[at - 1] =
		    read_value(s, f->name, &in->last, from, &f->value[at - 1]);
}

/* The unit is that of the latest value, else target; others are left out. */
static void
drop_changed_units(
    const struct nb_chart_source *s, struct nb_chart_figure *f, int first_year)
{
	const uint32_t n = f->n / 2;

	for (uint32_t i = 0; i < f->n; i++) {
		const uint32_t at = (i + n) % f->n;

		if (f->given[at])
			f->unit = f->value[at].unit;
	}
	for (uint32_t i = 0; i < f->n; i++) {
		if (!f->given[i] || same_unit(s, f->value[i].unit, f->unit))
			continue;
		f->given[i] = false;
		nb_diag_add(s->diags, &nb_code_L10, nb_prose_all(f->name),
		    "“" NB_FMT "”%d年的%s与最近一年的单位不同，没有画进图里",
		    NB_ARG(nb_clip(s->arena, f->name->text)),
		    first_year + (int)(i % n), i < n ? "数值" : "目标");
	}
}

/* The later file first: what a year's own file says of it wins. */
bool
nb_chart_read_years(const struct nb_chart_source *s,
    const struct nb_prose *name, int first_year, struct nb_chart_figure *ret)
{
	const uint32_t n = (uint32_t)(s->report->year - first_year) + 1;

	make_room(s, name, 2 * n, ret);
	for (const struct nb_report *r = s->report;
	     r != NULL && r->last_year >= first_year; r = nb_past_last(r))
		if (has_year(r))
			read_year(s, r, first_year, ret);
	if (!any_given(ret)) {
		nb_diag_add(s->diags, &nb_code_L11, nb_prose_all(name),
		    "指标“" NB_FMT "”没有数值，没有画进图里",
		    NB_ARG(nb_clip(s->arena, name->text)));
		return false;
	}
	drop_changed_units(s, ret, first_year);
	return true;
}

/* “行政处罚”2021年、2022年 */
static bool
list_gaps(GString *list, const struct nb_chart_source *s,
    const struct nb_chart_figure *f, int first_year)
{
	bool any = false;

	for (uint32_t i = 0; i < f->n / 2; i++) {
		if (f->given[i])
			continue;
		if (!any)
			g_string_append_printf(list, "%s“" NB_FMT "”",
			    list->len > 0 ? "，" : "",
			    NB_ARG(nb_clip(s->arena, f->name->text)));
		g_string_append_printf(
		    list, "%s%d年", any ? "、" : "", first_year + (int)i);
		any = true;
	}
	return any;
}

void
nb_chart_tell_gaps(const struct nb_chart_source *s,
    const struct nb_chart_figure *f, uint32_t n, int first_year)
{
	g_autoptr(GString) list = g_string_new(NULL);
	unsigned told = 0;

	for (uint32_t i = 0; i < n && told < MOST_TOLD; i++)
		told += list_gaps(list, s, &f[i], first_year);
	if (told > 0)
		nb_diag_add(s->diags, &nb_code_L52, s->chart->span,
		    "图里有的年份没有数值，留作空白：%s%s", list->str,
		    told == MOST_TOLD ? "等" : "");
}
