/*
 * layout/chart.c - what surrounds the marks of a chart, from the top down:
 * unit and legend, the axes with their values, the names of the 指标, the
 * caption.  The axes get the height that is left of the block's rows.
 */
#include "layout/chart.h"

#include "base/arena.h"
#include "base/clip.h"
#include "layout/chart_data.h"
#include "layout/chart_marks.h"
#include "layout/codes.h"
#include "layout/sentence.h"
#include "model/number.h"
#include "model/quantity.h"

#include <string.h>

/* One panel being set. */
struct figure {
	struct nb_plot plot;
	const struct nb_report *r;
	struct nb_diags *diags;
	const struct nb_galley *g;
	const struct nb_template *t;
	const struct nb_chart_style *style;
	struct nb_plot_lines caption;
	struct nb_plot_lines *name; /* of each group */
	nb_len name_lines;          /* of the longest */
	struct nb_str unit;         /* “单位：件” */
	nb_len legend_w, head_h, values_h, bar_w;
	nb_len names_y, caption_y; /* of their first baselines */
	uint32_t rows;
};

struct nb_charts
nb_charts_new(
    struct nb_galley *g, const struct nb_report *r, struct nb_diags *d)
{
	struct nb_charts charts = { .g = g, .r = r, .diags = d };

	nb_figures_init(&charts.figures);
	nb_figures_set(&charts.figures, r->indicator, r->n_indicators);
	return charts;
}

void
nb_charts_release(struct nb_charts *charts)
{
	nb_figures_finish(&charts->figures);
}

/* From a baseline up to the top of the character box; negative. */
static nb_len
box_top(nb_len size, const struct nb_template *t)
{
	return -(size * t->baseline / 1000);
}

static nb_len
caption_line(const struct figure *f)
{
	return f->style->caption.size * f->style->line_gap / 1000;
}

static nb_len
text_line(const struct figure *f)
{
	return f->style->text.size * f->style->line_gap / 1000;
}

/* text is what the lines are about. */
static struct nb_plot_lines
break_lines(const struct figure *f, const struct nb_sentence *s,
    const struct nb_prose *text, nb_len size, nb_len measure)
{
	const uint32_t most = (uint32_t)f->style->text_lines;
	struct nb_plot_lines lines = nb_plot_break(&f->plot, s, size, measure);

	if (lines.line.n > most) {
		lines.line.n = most;
		nb_diag_add(f->diags, &nb_code_L12, nb_prose_all(text),
		    "“" NB_FMT "”太长，图里印不完",
		    NB_ARG(nb_clip(f->g->arena, text->text)));
	}
	return lines;
}

/* “图1　标题（件）”, without a mark at its end. */
static void
break_caption(struct figure *f, const struct nb_chart *chart, uint32_t number)
{
	struct nb_sentence s = nb_sentence_new(
	    f->g->arena, nb_galley_hand(f->g, &f->style->caption));
	struct nb_str mark =
	    nb_number_mark(f->g->arena, f->style->number, number);

	if (chart->title.text.n == 0)
		mark = nb_str_trim(mark);
	nb_sentence_words(&s, mark);
	nb_sentence_clause(&s, &chart->title);
	nb_sentence_words(&s, f->plot.panel->suffix);
	f->caption = break_lines(
	    f, &s, &chart->title, f->style->caption.size, f->g->shape->body_w);
}

/* “2024年” where the year is known. */
static struct nb_str
series_name(const struct figure *f, enum nb_chart_series series)
{
	const int year = f->r->year - (series == NB_CHART_LAST ? 1 : 0);

	if (series == NB_CHART_TARGET || f->r->year == 0 ||
	    f->r->year != f->r->last_year)
		return f->style->series.word[series];
	return nb_arena_printf(
	    f->g->arena, "%d" NB_FMT, year, NB_ARG(f->style->year));
}

static nb_len
key_width(const struct figure *f)
{
	return f->style->text.size * 2;
}

/* The legend is left out where there is nothing to tell apart. */
static void
measure_legend(struct figure *f)
{
	unsigned n = 0;

	for (int s = 0; s < NB_CHART_SERIES; s++) {
		if (!f->plot.panel->series[s])
			continue;
		f->legend_w += (n++ > 0 ? f->style->legend_gap : 0) +
		    key_width(f) + f->style->gap +
		    nb_plot_text_width(
			&f->plot, series_name(f, (enum nb_chart_series)s));
	}
	if (n < 2)
		f->legend_w = 0;
}

/* The mark at step i of the axis, without idle zeros behind the point. */
static struct nb_str
tick_text(const struct figure *f, uint32_t i)
{
	const struct nb_ticks *t = &f->plot.ticks;
	struct nb_decimal d = { t->first + t->step * i, f->plot.panel->places };

	for (int64_t step = t->step; d.places > 0 && step % 10 == 0;
	     step /= 10) {
		d.n /= 10;
		d.places--;
	}
	return nb_decimal_text(f->g->arena, d);
}

static nb_len
widest_tick(const struct figure *f)
{
	nb_len w = 0;

	for (uint32_t i = 0; i < f->plot.ticks.n; i++)
		w = MAX(w, nb_plot_text_width(&f->plot, tick_text(f, i)));
	return w;
}

static nb_len
widest_value(const struct figure *f)
{
	const struct nb_chart_panel *panel = f->plot.panel;
	nb_len w = 0;

	for (uint32_t i = 0; i < panel->n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++)
			if (panel->group[i].point[s].given)
				w = MAX(w,
				    nb_plot_text_width(&f->plot,
					panel->group[i].point[s].text));
	return w;
}

/* Across: the axes in the middle of the 版心, no wider than they need be. */
static void
measure_across(struct figure *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len all = f->g->shape->body_w;
	const nb_len margin = widest_tick(f) + f->style->gap + f->style->tick;
	const nb_len wish =
	    MAX(f->style->least_w, f->style->group_w * (nb_len)p->panel->n);
	const nb_len w = MIN(wish, all - margin);

	p->left = (all - margin - w) / 2 + margin;
	p->right = p->left + w;
}

/* Values that would touch their neighbours stand on end. */
static void
measure_values(struct figure *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len w = widest_value(f), gap = f->style->gap;
	nb_len room = nb_plot_slot(p);

	f->bar_w = nb_chart_bar_width(p, w);
	if (p->kind == NB_CHART_BAR && f->legend_w > 0)
		room = f->bar_w;
	else if (p->kind == NB_CHART_LINE && p->panel->series[NB_CHART_TARGET])
		room = nb_plot_slot(p) / 2 - f->style->point;
	p->turned = w + gap / 2 > room;
	f->values_h = gap + (p->turned ? w : f->style->text.size);
	if (p->kind == NB_CHART_LINE)
		f->values_h += f->style->point / 2;
}

static void
break_names(struct figure *f)
{
	const struct nb_chart_panel *panel = f->plot.panel;
	const nb_len size = f->style->text.size;
	const nb_len measure =
	    MAX(nb_plot_slot(&f->plot) - f->style->gap, size);

	f->name = nb_new_n(f->g->arena, struct nb_plot_lines, panel->n);
	for (uint32_t i = 0; i < panel->n; i++) {
		struct nb_sentence s =
		    nb_sentence_new(f->g->arena, f->plot.hand);

		nb_sentence_prose(&s, panel->group[i].name);
		f->name[i] =
		    break_lines(f, &s, panel->group[i].name, size, measure);
		f->name_lines = MAX(f->name_lines, (nb_len)f->name[i].line.n);
	}
}

/* Has a value near the foot its text below it? */
static bool
reaches_foot(const struct figure *f)
{
	const struct nb_ticks *t = &f->plot.ticks;
	const struct nb_chart_panel *panel = f->plot.panel;
	const int64_t near =
	    (nb_ticks_last(t) - t->first) / (f->plot.turned ? 3 : 6);
	bool any = false;

	for (uint32_t i = 0; i < panel->n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++) {
			const struct nb_chart_point *point =
			    &panel->group[i].point[s];
			const bool under = f->plot.kind == NB_CHART_LINE
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
measure_head(struct figure *f)
{
	const struct nb_plot *p = &f->plot;
	const nb_len both =
	    nb_plot_text_width(p, f->unit) + f->style->legend_gap + f->legend_w;
	const int lines = both <= p->right - p->left ? 1 : 2;

	if (f->unit.n != 0 || f->legend_w != 0)
		f->head_h = text_line(f) * lines + f->style->gap;
}

/* Down: whole rows; the axes get no less than half of 行数. */
static void
measure_down(struct figure *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len pitch = f->t->pitch, least = pitch * f->style->lines / 2;
	const nb_len names = f->style->gap + text_line(f) * f->name_lines;
	const nb_len below = reaches_foot(f) ? f->values_h : 0;
	const nb_len caption =
	    caption_line(f) * ((nb_len)f->caption.line.n - 1);

	p->top = box_top(f->t->cell, f->t) + f->head_h + f->values_h;
	f->rows = (uint32_t)f->style->lines;
	do {
		f->rows++;
		f->caption_y = pitch * ((nb_len)f->rows - 1) - caption;
		f->names_y = f->caption_y +
		    box_top(f->style->caption.size, f->t) -
		    f->style->caption_gap - names + f->style->gap;
		p->bottom = f->names_y - f->style->gap - below;
	} while (p->bottom - p->top < least);
	f->names_y -= box_top(f->style->text.size, f->t);
}

/* The axis of values with its marks, and the line at zero. */
static void
set_axes(struct figure *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len stroke = f->style->axis, half = stroke / 2;
	const nb_len zero = nb_plot_y(p, 0), size = f->style->text.size;

	nb_plot_rule(p, p->left - half, p->top, stroke, p->bottom - p->top, 0);
	nb_plot_rule(p, p->left - half, zero - half,
	    p->right - p->left + stroke, stroke, 0);
	for (uint32_t i = 0; i < p->ticks.n; i++) {
		const nb_len y =
		    nb_plot_y(p, p->ticks.first + p->ticks.step * i);
		const nb_len x = p->left - f->style->tick;

		nb_plot_rule(p, x, y - half, f->style->tick, stroke, 0);
		nb_plot_text(p, tick_text(f, i), NB_PLOT_RIGHT,
		    x - f->style->gap, y + size * f->t->centre / 1000);
	}
}

static void
set_key(struct figure *f, enum nb_chart_series series, nb_len x, nb_len y)
{
	const nb_len w = key_width(f), h = f->style->text.size * 3 / 4;

	if (f->plot.kind == NB_CHART_LINE)
		nb_chart_line_key(&f->plot, series, x, y, w);
	else
		nb_plot_box(&f->plot, series, x, y - h / 2, w, h);
}

/* Unit at the left, legend at the right, above it where both do not fit. */
static void
set_head(struct figure *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len size = f->style->text.size;
	const nb_len first = box_top(f->t->cell, f->t) - box_top(size, f->t);
	nb_len x = p->right - f->legend_w;

	if (f->unit.n != 0)
		nb_plot_text(p, f->unit, NB_PLOT_LEFT, p->left,
		    first + f->head_h - f->style->gap - text_line(f));
	for (int s = 0; s < NB_CHART_SERIES && f->legend_w != 0; s++) {
		const enum nb_chart_series series = (enum nb_chart_series)s;
		const struct nb_str name = series_name(f, series);

		if (!p->panel->series[s])
			continue;
		set_key(f, series, x, first - size * f->t->centre / 1000);
		x += key_width(f) + f->style->gap;
		nb_plot_text(p, name, NB_PLOT_LEFT, x, first);
		x += nb_plot_text_width(p, name) + f->style->legend_gap;
	}
}

/* In the order of reading: each name, then its values. */
static void
set_marks(struct figure *f)
{
	struct nb_plot *p = &f->plot;

	if (p->kind == NB_CHART_LINE)
		nb_chart_lines(p);
	for (uint32_t i = 0; i < p->panel->n; i++) {
		nb_plot_set_lines(p, &f->name[i], NB_ROLE_FIGURE,
		    nb_plot_x(p, i), f->names_y, text_line(f));
		if (p->kind == NB_CHART_LINE)
			nb_chart_line_values(p, i);
		else
			nb_chart_bars(p, i, f->bar_w);
	}
	if (p->kind == NB_CHART_LINE)
		nb_chart_points(p);
}

/* The items become a block. */
static void
add_block(struct figure *f)
{
	GArray *list = f->plot.item;
	struct nb_item *item = nb_new_n(f->g->arena, struct nb_item, list->len);

	memcpy(item, list->data, list->len * sizeof(*item));
	nb_galley_block(
	    f->plot.g, item, list->len, nb_galley_text_rows(f->g, f->rows));
	g_array_unref(list);
}

static void
set_figure(struct figure *f)
{
	measure_legend(f);
	measure_across(f);
	measure_values(f);
	break_names(f);
	measure_head(f);
	measure_down(f);
	set_head(f);
	set_axes(f);
	set_marks(f);
	nb_plot_set_lines(&f->plot, &f->caption, NB_ROLE_FIGURE_CAPTION,
	    f->g->shape->body_w / 2, f->caption_y, caption_line(f));
	add_block(f);
}

static struct nb_plot
plot_new(const struct nb_charts *charts, const struct nb_chart *chart,
    const struct nb_chart_panel *panel)
{
	const struct nb_chart_style *style = &charts->g->t->chart;

	return (struct nb_plot){
		.g = charts->g,
		.style = style,
		.panel = panel,
		.kind = chart->kind,
		.span = chart->span,
		.hand = nb_galley_hand(charts->g, &style->text),
		.ticks = nb_ticks_find(
		    panel->low, panel->high, (unsigned)style->steps),
		.item = g_array_new(FALSE, TRUE, sizeof(struct nb_item)),
	};
}

void
nb_charts_set(struct nb_charts *charts, const struct nb_chart *chart)
{
	const struct nb_template *t = charts->g->t;
	const struct nb_chart_panels panels = nb_chart_read(charts->g->arena,
	    chart, &charts->figures, &t->chart, charts->diags);

	for (uint32_t i = 0; i < panels.n; i++) {
		const struct nb_chart_panel *panel = &panels.panel[i];
		struct figure f = {
			.plot = plot_new(charts, chart, panel),
			.r = charts->r,
			.diags = charts->diags,
			.g = charts->g,
			.t = t,
			.style = &t->chart,
		};

		if (panel->unit.n != 0)
			f.unit =
			    nb_arena_printf(charts->g->arena, NB_FMT NB_FMT,
				NB_ARG(t->chart.unit), NB_ARG(panel->unit));
		break_caption(&f, chart, ++charts->number);
		set_figure(&f);
	}
}
