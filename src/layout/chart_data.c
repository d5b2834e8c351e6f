#include "layout/chart_data.h"

#include "base/arena.h"
#include "base/clip.h"
#include "diag/diag.h"
#include "layout/chart_figure.h"
#include "layout/codes.h"
#include "model/quantity.h"

struct reader {
	struct nb_chart_source source;
	struct nb_arena *arena;
	const struct nb_chart_style *style;
	struct nb_chart_figure *figure;
	uint32_t n;
	int first_year;   /* of lines over years */
	uint32_t n_years; /* 0: side by side */
	struct nb_chart_panel *panel;
	uint32_t n_panels;
};

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
find_scale(const struct nb_chart_figure *const *f, uint32_t n, unsigned *power,
    unsigned *places)
{
	*power = UINT32_MAX;
	*places = 0;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t s = 0; s < f[i]->n; s++)
			if (f[i]->given[s])
				*power = MIN(*power, f[i]->value[s].power);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t s = 0; s < f[i]->n; s++)
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

/* The lowest and the highest of all points so far. */
static void
extend(struct nb_chart_panel *p, int64_t n, bool first)
{
	p->low = first ? n : MIN(p->low, n);
	p->high = first ? n : MAX(p->high, n);
}

/* *n counts the points of the panel. */
static void
scale_figure(const struct reader *r, const struct nb_chart_figure *f,
    unsigned power, struct nb_chart_panel *p, struct nb_chart_group *group,
    uint32_t *n)
{
	struct nb_chart_point *point =
	    nb_new_n(r->arena, struct nb_chart_point, f->n);

	*group = (struct nb_chart_group){ f->name, point };
	for (uint32_t i = 0; i < f->n; i++) {
		if (!f->given[i])
			continue;
		if (!nb_quantity_scale(
			&f->value[i], power, p->places, &point[i].n)) {
			nb_diag_add(r->source.diags, &nb_code_L11,
			    nb_prose_all(f->name),
			    "“" NB_FMT "”的数值位数太多，没有画进图里",
			    NB_ARG(nb_clip(r->arena, f->name->text)));
			continue;
		}
		point[i].given = true;
		point[i].text = point_text(r, &f->value[i], power);
		extend(p, point[i].n, (*n)++ == 0);
		if (r->n_years == 0)
			p->series[i] = true;
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
add_panel(struct reader *r, const struct nb_chart_figure *const *f, uint32_t n)
{
	struct nb_chart_panel *p = &r->panel[r->n_panels];
	struct nb_chart_group *group =
	    nb_new_n(r->arena, struct nb_chart_group, n);
	uint32_t points = 0;
	unsigned power;

	*p = (struct nb_chart_panel){
		.n = n,
		.first_year = r->first_year,
		.n_years = r->n_years,
	};
	find_scale(f, n, &power, &p->places);
	p->unit = nb_arena_printf(r->arena, NB_FMT NB_FMT,
	    NB_ARG(nb_power_word(power)), NB_ARG(f[0]->unit));
	for (uint32_t i = 0; i < n; i++)
		scale_figure(r, f[i], power, p, &group[i], &points);
	p->group = group;
	if (points > 0)
		r->n_panels++;
	return p;
}

/* Even parts of as many figures as fit in a panel. */
static void
add_panels(struct reader *r, const struct nb_chart_figure *const *f, uint32_t n,
    bool units_differ)
{
	const uint32_t most =
	    r->n_years > 0 ? NB_CHART_LINES : (uint32_t)r->style->groups;
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
		nb_diag_add(r->source.diags, &nb_code_L10,
		    r->source.chart->span,
		    "图里的指标单位不同（%s），分作 %u 幅图", list->str, n);
}

/* Figures of one unit together, in the order of first appearance. */
static void
split(struct reader *r)
{
	const struct nb_chart_figure **same =
	    nb_new_n(r->arena, const struct nb_chart_figure *, r->n);
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
	const struct nb_names *names = &r->source.chart->indicator;

	if (names->n > most)
		nb_diag_add(r->source.diags, &nb_code_L11,
		    nb_prose_all(&names->name[most]),
		    "一幅图的指标太多，从第 %u 项起没有画", most + 1);
	return MIN(names->n, most);
}

static void
read_figures(struct reader *r, uint32_t n)
{
	const struct nb_chart_source *s = &r->source;

	for (uint32_t i = 0; i < n; i++) {
		const struct nb_prose *name = &s->chart->indicator.name[i];
		const struct nb_indicator *in =
		    nb_figures_find(s->figures, name->text);
		struct nb_chart_figure *f = &r->figure[r->n];

		if (in == NULL) /* the model has said so (N07) */
			continue;
		r->n += r->n_years > 0
		    ? nb_chart_read_years(s, name, r->first_year, f)
		    : nb_chart_read_series(s, name, in, f);
	}
	if (r->n_years > 0)
		nb_chart_tell_gaps(s, r->figure, r->n, r->first_year);
}

struct nb_chart_panels
nb_chart_read(struct nb_arena *a, const struct nb_chart *chart,
    const struct nb_report *report, const struct nb_figures *figures,
    const struct nb_chart_style *style, struct nb_diags *d)
{
	struct reader r = {
		.source = { a, chart, report, figures, style, d },
		.arena = a,
		.style = style,
	};
	const uint32_t n = count_names(&r);

	r.first_year = nb_chart_first_year(&r.source);
	if (r.first_year < report->year)
		r.n_years = (uint32_t)(report->year - r.first_year) + 1;
	r.figure = nb_new_n(a, struct nb_chart_figure, n);
	r.panel = nb_new_n(a, struct nb_chart_panel, n);
	read_figures(&r, n);
	report_units(&r);
	split(&r);
	return (struct nb_chart_panels){ r.panel, r.n_panels };
}
