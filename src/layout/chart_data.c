#include "layout/chart_data.h"

#include "base/arena.h"
#include "base/clip.h"
#include "diag/diag.h"
#include "layout/codes.h"
#include "model/quantity.h"
#include "model/report.h"

/* A 指标 as it was written. */
struct figure {
	const struct nb_prose *name;
	struct nb_quantity value[NB_CHART_SERIES];
	bool given[NB_CHART_SERIES];
	struct nb_str unit;
};

struct reader {
	struct nb_arena *arena;
	const struct nb_chart *chart;
	const struct nb_chart_style *style;
	struct nb_diags *diags;
	struct figure *figure;
	uint32_t n;
	struct nb_chart_panel *panel;
	uint32_t n_panels;
};

static bool
read_value(const struct reader *r, const struct nb_prose *text,
    struct nb_quantity *ret)
{
	if (text->text.n == 0)
		return false;
	if (nb_quantity_read(text->text, ret))
		return true;
	nb_diag_add(r->diags, &nb_code_L11, nb_prose_all(text),
	    "数值“" NB_FMT "”看不出是多少，没有画进图里",
	    NB_ARG(nb_clip(r->arena, text->text)));
	return false;
}

/* 上年 or 目标 in another unit than 值 cannot stand beside it. */
static void
drop_other_units(const struct reader *r, struct figure *f,
    const struct nb_prose *const *text)
{
	for (int s = NB_CHART_SERIES; s-- > 0;)
		if (f->given[s])
			f->unit = f->value[s].unit;
	if (f->given[NB_CHART_THIS])
		f->unit = f->value[NB_CHART_THIS].unit;
	for (int s = 0; s < NB_CHART_SERIES; s++) {
		if (!f->given[s] || nb_str_eq(f->value[s].unit, f->unit))
			continue;
		f->given[s] = false;
		nb_diag_add(r->diags, &nb_code_L10, nb_prose_all(text[s]),
		    "“" NB_FMT "”的%s“" NB_FMT
		    "”与数值的单位不同，没有画进图里",
		    NB_ARG(nb_clip(r->arena, f->name->text)),
		    s == NB_CHART_TARGET ? "目标" : "上年",
		    NB_ARG(nb_clip(r->arena, text[s]->text)));
	}
}

static void
read_figure(struct reader *r, const struct nb_prose *name,
    const struct nb_indicator *in)
{
	const struct nb_prose *const text[NB_CHART_SERIES] = {
		[NB_CHART_LAST] = &in->last,
		[NB_CHART_THIS] = &in->value,
		[NB_CHART_TARGET] = &in->target,
	};
	struct figure *f = &r->figure[r->n];
	bool any = false, written = false;

	*f = (struct figure){ .name = name };
	for (int s = 0; s < NB_CHART_SERIES; s++) {
		f->given[s] = read_value(r, text[s], &f->value[s]);
		any = any || f->given[s];
		written = written || text[s]->text.n != 0;
	}
	if (!written)
		nb_diag_add(r->diags, &nb_code_L11, nb_prose_all(name),
		    "指标“" NB_FMT "”没有数值，没有画进图里",
		    NB_ARG(nb_clip(r->arena, name->text)));
	if (!any)
		return;
	drop_other_units(r, f, text);
	r->n++;
}

/* Does an earlier figure have the same unit? */
static bool
is_repeated(const struct reader *r, uint32_t i)
{
	for (uint32_t k = 0; k < i; k++)
		if (nb_str_eq(r->figure[k].unit, r->figure[i].unit))
			return true;
	return false;
}

/* The least power of ten that is written, and the places it needs. */
static void
find_scale(const struct figure *const *f, uint32_t n, unsigned *power,
    unsigned *places)
{
	*power = UINT32_MAX;
	*places = 0;
	for (uint32_t i = 0; i < n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++)
			if (f[i]->given[s])
				*power = MIN(*power, f[i]->value[s].power);
	for (uint32_t i = 0; i < n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++)
			if (f[i]->given[s])
				*places = MAX(*places,
				    nb_quantity_places(
					&f[i]->value[s], *power));
}

/* “≥80”: the unit stands at the axis. */
static struct nb_str
point_text(const struct reader *r, const struct nb_quantity *q, unsigned power)
{
	struct nb_decimal d = { .places = nb_quantity_places(q, power) };

	if (!nb_quantity_scale(q, power, d.places, &d.n))
		NB_UNREACHABLE();
	return nb_arena_printf(r->arena, NB_FMT NB_FMT,
	    NB_ARG(r->style->bound.word[q->bound]),
	    NB_ARG(nb_decimal_text(r->arena, d)));
}

static void
scale_figure(const struct reader *r, const struct figure *f, unsigned power,
    struct nb_chart_panel *p, struct nb_chart_group *group)
{
	group->name = f->name;
	for (int s = 0; s < NB_CHART_SERIES; s++) {
		struct nb_chart_point *point = &group->point[s];

		if (!f->given[s])
			continue;
		if (!nb_quantity_scale(
			&f->value[s], power, p->places, &point->n)) {
			nb_diag_add(r->diags, &nb_code_L11,
			    nb_prose_all(f->name),
			    "“" NB_FMT "”的数值位数太多，没有画进图里",
			    NB_ARG(nb_clip(r->arena, f->name->text)));
			continue;
		}
		point->given = true;
		point->text = point_text(r, &f->value[s], power);
		p->series[s] = true;
		p->low = MIN(p->low, point->n);
		p->high = MAX(p->high, point->n);
	}
}

/* “（件）”, “（续）”, or both, behind the title. */
static struct nb_str
suffix_of(
    const struct reader *r, struct nb_str unit, bool units_differ, bool more)
{
	const struct nb_str *word = r->style->suffix.word;
	const struct nb_str none = NB_S("");
	const bool shown = units_differ && unit.n != 0;

	return nb_arena_printf(r->arena, NB_FMT NB_FMT NB_FMT NB_FMT,
	    NB_ARG(shown ? word[0] : none), NB_ARG(shown ? unit : none),
	    NB_ARG(shown ? word[1] : none), NB_ARG(more ? word[2] : none));
}

/* The figures of one unit, or a part of them, become a panel. */
static struct nb_chart_panel *
add_panel(struct reader *r, const struct figure *const *f, uint32_t n)
{
	struct nb_chart_panel *p = &r->panel[r->n_panels];
	struct nb_chart_group *group =
	    nb_new_n(r->arena, struct nb_chart_group, n);
	unsigned power;

	*p = (struct nb_chart_panel){ .n = n };
	find_scale(f, n, &power, &p->places);
	p->unit = nb_arena_printf(r->arena, NB_FMT NB_FMT,
	    NB_ARG(nb_power_word(power)), NB_ARG(f[0]->unit));
	for (uint32_t i = 0; i < n; i++)
		scale_figure(r, f[i], power, p, &group[i]);
	p->group = group;
	if (p->series[NB_CHART_LAST] || p->series[NB_CHART_THIS] ||
	    p->series[NB_CHART_TARGET])
		r->n_panels++;
	return p;
}

/* Even parts of at most style->groups figures. */
static void
add_panels(struct reader *r, const struct figure *const *f, uint32_t n,
    bool units_differ)
{
	const uint32_t most = (uint32_t)r->style->groups;
	const uint32_t parts = (n + most - 1) / most;

	for (uint32_t i = 0; i < parts; i++) {
		const uint32_t begin = (uint32_t)((uint64_t)n * i / parts);
		const uint32_t end = (uint32_t)((uint64_t)n * (i + 1) / parts);
		struct nb_chart_panel *p = add_panel(r, f + begin, end - begin);

		p->suffix = suffix_of(r, p->unit, units_differ, i > 0);
	}
}

static void
report_units(const struct reader *r)
{
	g_autoptr(GString) list = g_string_new(NULL);
	unsigned n = 0;

	for (uint32_t i = 0; i < r->n; i++) {
		const struct nb_str unit = r->figure[i].unit;

		if (is_repeated(r, i))
			continue;
		g_string_append_printf(list, "%s" NB_FMT, n > 0 ? "、" : "",
		    NB_ARG(unit.n != 0 ? unit : NB_S("无单位")));
		n++;
	}
	if (n > 1)
		nb_diag_add(r->diags, &nb_code_L10, r->chart->span,
		    "图里的指标单位不同（%s），分作 %u 幅图", list->str, n);
}

/* Figures of one unit together, in the order of first appearance. */
static void
split(struct reader *r)
{
	const struct figure **same =
	    nb_new_n(r->arena, const struct figure *, r->n);
	uint32_t n;

	for (uint32_t i = 0; i < r->n; i++) {
		if (is_repeated(r, i))
			continue;
		n = 0;
		for (uint32_t k = i; k < r->n; k++)
			if (nb_str_eq(r->figure[k].unit, r->figure[i].unit))
				same[n++] = &r->figure[k];
		add_panels(r, same, n, n < r->n);
	}
}

/* More than any reader could take in: twelve full panels. */
static uint32_t
count_names(const struct reader *r)
{
	const uint32_t most =
	    (uint32_t)r->style->groups * (uint32_t)r->style->groups;
	const struct nb_names *names = &r->chart->indicator;

	if (names->n > most)
		nb_diag_add(r->diags, &nb_code_L11,
		    nb_prose_all(&names->name[most]),
		    "一幅图的指标太多，从第 %u 项起没有画", most + 1);
	return MIN(names->n, most);
}

struct nb_chart_panels
nb_chart_read(struct nb_arena *a, const struct nb_chart *chart,
    const struct nb_figures *figures, const struct nb_chart_style *style,
    struct nb_diags *d)
{
	struct reader r = {
		.arena = a, .chart = chart, .style = style, .diags = d
	};
	const uint32_t n = count_names(&r);

	r.figure = nb_new_n(a, struct figure, n);
	r.panel = nb_new_n(a, struct nb_chart_panel, n);
	for (uint32_t i = 0; i < n; i++) {
		const struct nb_prose *name = &chart->indicator.name[i];
		const struct nb_indicator *in =
		    nb_figures_find(figures, name->text);

		if (in != NULL) /* else the model has said so (N07) */
			read_figure(&r, name, in);
	}
	report_units(&r);
	split(&r);
	return (struct nb_chart_panels){ r.panel, r.n_panels };
}
