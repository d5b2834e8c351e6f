/*
 * layout/chart_groups.c - 指标 side by side: the legend above, the names below
 * the axis, bars or lines between.
 */
#include "base/arena.h"
#include "layout/chart_frame.h"
#include "layout/chart_marks.h"

/* What is measured before it is set. */
struct groups {
	struct nb_chart_frame *f;
	struct nb_plot_lines *name; /* of each group */
	nb_len name_lines;          /* of the longest */
	nb_len legend_w, head_h, values_h, bar_w;
	nb_len names_y; /* of their first baselines */
};

/* “2024年” where the year is known. */
static struct nb_str
series_name(const struct groups *f, enum nb_chart_series series)
{
	const int year = f->f->r->year - (series == NB_CHART_LAST ? 1 : 0);

	if (series == NB_CHART_TARGET || f->f->r->year == 0 ||
	    f->f->r->year != f->f->r->last_year)
		return f->f->style->series.word[series];
	return nb_arena_printf(
	    f->f->g->arena, "%d" NB_FMT, year, NB_ARG(f->f->style->year));
}

static nb_len
key_width(const struct groups *f)
{
	return f->f->style->text.size * 2;
}

/* The legend is left out where there is nothing to tell apart. */
static void
measure_legend(struct groups *f)
{
	unsigned n = 0;

	for (int s = 0; s < NB_CHART_SERIES; s++) {
		if (!f->f->plot.panel->series[s])
			continue;
		f->legend_w += (n++ > 0 ? f->f->style->legend_gap : 0) +
		    key_width(f) + f->f->style->gap +
		    nb_plot_text_width(
			&f->f->plot, series_name(f, (enum nb_chart_series)s));
	}
	if (n < 2)
		f->legend_w = 0;
}

static nb_len
widest_value(const struct groups *f)
{
	const struct nb_chart_panel *panel = f->f->plot.panel;
	nb_len w = 0;

	for (uint32_t i = 0; i < panel->n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++)
			if (panel->group[i].point[s].given)
				w = MAX(w,
				    nb_plot_text_width(&f->f->plot,
					panel->group[i].point[s].text));
	return w;
}

/* Across: the axes in the middle of the 版心, no wider than they need be. */
static void
measure_across(struct groups *f)
{
	struct nb_plot *p = &f->f->plot;
	const nb_len all = f->f->g->shape->body_w;
	const nb_len margin =
	    nb_chart_widest_tick(f->f) + f->f->style->gap + f->f->style->tick;
	const nb_len wish = MAX(
	    f->f->style->least_w, f->f->style->group_w * (nb_len)p->panel->n);
	const nb_len w = MIN(wish, all - margin);

	p->left = (all - margin - w) / 2 + margin;
	p->right = p->left + w;
}

/* Values that would touch their neighbours stand on end. */
static void
measure_values(struct groups *f)
{
	struct nb_plot *p = &f->f->plot;
	const nb_len w = widest_value(f), gap = f->f->style->gap;
	nb_len room = nb_plot_slot(p);

	f->bar_w = nb_chart_bar_width(p, w);
	if (p->kind == NB_CHART_BAR && f->legend_w > 0)
		room = f->bar_w;
	else if (p->kind == NB_CHART_LINE && p->panel->series[NB_CHART_TARGET])
		room = nb_plot_slot(p) / 2 - f->f->style->point;
	p->turned = w + gap / 2 > room;
	f->values_h = gap + (p->turned ? w : f->f->style->text.size);
	if (p->kind == NB_CHART_LINE)
		f->values_h += f->f->style->point / 2;
}

static void
break_names(struct groups *f)
{
	const struct nb_chart_frame *frame = f->f;

	f->name = nb_chart_break_names(
	    frame, nb_plot_slot(&frame->plot) - frame->style->gap);
	for (uint32_t i = 0; i < frame->plot.panel->n; i++)
		f->name_lines = MAX(f->name_lines, (nb_len)f->name[i].line.n);
}

/* Has a value near the foot its text below it? */
static bool
reaches_foot(const struct groups *f)
{
	const struct nb_ticks *t = &f->f->plot.ticks;
	const struct nb_chart_panel *panel = f->f->plot.panel;
	const int64_t near =
	    (nb_ticks_last(t) - t->first) / (f->f->plot.turned ? 3 : 6);
	bool any = false;

	for (uint32_t i = 0; i < panel->n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++) {
			const struct nb_chart_point *point =
			    &panel->group[i].point[s];
			const bool under = f->f->plot.kind == NB_CHART_LINE
			    ? f->legend_w != 0
			    : point->n < 0;

			any = any ||
			    (point->given && under &&
				point->n - t->first < near);
		}
	return any;
}

/* Unit and legend stand side by side where the axes are wide enough. */
static void
measure_head(struct groups *f)
{
	const struct nb_plot *p = &f->f->plot;
	const nb_len both = nb_plot_text_width(p, f->f->unit) +
	    f->f->style->legend_gap + f->legend_w;
	const int lines = both <= p->right - p->left ? 1 : 2;

	if (f->f->unit.n != 0 || f->legend_w != 0)
		f->head_h = nb_chart_text_line(f->f) * lines + f->f->style->gap;
}

static void
measure_down(struct groups *f)
{
	struct nb_plot *p = &f->f->plot;
	const nb_len names =
	    f->f->style->gap + nb_chart_text_line(f->f) * f->name_lines;
	const nb_len below = reaches_foot(f) ? f->values_h : 0;

	p->top =
	    nb_chart_box_top(f->f->t->cell, f->f->t) + f->head_h + f->values_h;
	nb_chart_measure_down(f->f, below + names);
	f->names_y = p->bottom + below + f->f->style->gap -
	    nb_chart_box_top(f->f->style->text.size, f->f->t);
}

static void
set_key(struct groups *f, enum nb_chart_series series, nb_len x, nb_len y)
{
	const nb_len w = key_width(f), h = f->f->style->text.size * 3 / 4;

	if (f->f->plot.kind == NB_CHART_LINE)
		nb_chart_line_key(&f->f->plot, series, x, y, w);
	else
		nb_plot_box(
		    &f->f->plot, f->f->style->rgb[series], x, y - h / 2, w, h);
}

/* Unit at the left, legend at the right, above it where both do not fit. */
static void
set_head(struct groups *f)
{
	struct nb_plot *p = &f->f->plot;
	const nb_len size = f->f->style->text.size;
	const nb_len first = nb_chart_box_top(f->f->t->cell, f->f->t) -
	    nb_chart_box_top(size, f->f->t);
	nb_len x = p->right - f->legend_w;

	if (f->f->unit.n != 0)
		nb_plot_text(p, f->f->unit, NB_PLOT_LEFT, p->left,
		    first + f->head_h - f->f->style->gap -
			nb_chart_text_line(f->f));
	for (int s = 0; s < NB_CHART_SERIES && f->legend_w != 0; s++) {
		const enum nb_chart_series series = (enum nb_chart_series)s;
		const struct nb_str name = series_name(f, series);

		if (!p->panel->series[s])
			continue;
		set_key(f, series, x, first - size * f->f->t->centre / 1000);
		x += key_width(f) + f->f->style->gap;
		nb_plot_text(p, name, NB_PLOT_LEFT, x, first);
		x += nb_plot_text_width(p, name) + f->f->style->legend_gap;
	}
}

/* In the order of reading: each name, then its values. */
static void
set_marks(struct groups *f)
{
	struct nb_plot *p = &f->f->plot;

	if (p->kind == NB_CHART_LINE)
		nb_chart_lines(p);
	for (uint32_t i = 0; i < p->panel->n; i++) {
		nb_plot_set_lines(p, &f->name[i], NB_ROLE_FIGURE,
		    NB_PLOT_CENTRE, nb_plot_x(p, i), f->names_y,
		    nb_chart_text_line(f->f));
		if (p->kind == NB_CHART_LINE)
			nb_chart_line_values(p, i);
		else
			nb_chart_bars(p, i, f->bar_w);
	}
	if (p->kind == NB_CHART_LINE)
		nb_chart_points(p);
}

static void
speak(const struct groups *f)
{
	struct nb_str of[NB_CHART_SERIES];

	for (int s = 0; s < NB_CHART_SERIES; s++)
		of[s] = series_name(f, (enum nb_chart_series)s);
	nb_chart_speak(&f->f->plot, of, NB_CHART_SERIES);
}

void
nb_chart_set_groups(struct nb_chart_frame *frame)
{
	struct groups f = { .f = frame };

	speak(&f);
	measure_legend(&f);
	measure_across(&f);
	measure_values(&f);
	break_names(&f);
	measure_head(&f);
	measure_down(&f);
	set_head(&f);
	nb_chart_axes(frame);
	set_marks(&f);
}
