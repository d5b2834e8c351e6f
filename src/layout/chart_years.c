/*
 * layout/chart_years.c - 指标 as lines over years.  Below the axis stands a
 * table: under each year its values, a row for each line behind the key to it,
 * so that many lines need neither a legend nor numbers among the marks; and a
 * row for its 目标.  A 目标 that never changed is a dashed level, too.
 */
#include "base/arena.h"
#include "layout/chart_frame.h"
#include "layout/chart_marks.h"

enum { WHITE = 0xFFFFFF };

struct years {
	struct nb_chart_frame *f;
	struct nb_plot_lines *name; /* of each line */
	nb_len left;                /* of the table */
	nb_len name_w, value_w;     /* of a name with its key; of a value */
	nb_len head_h;
	bool turned; /* values stand upright on end */
};

static const struct nb_chart_point *
values_of(const struct years *y, uint32_t line)
{
	return y->f->plot.panel->group[line].point;
}

static const struct nb_chart_point *
targets_of(const struct years *y, uint32_t line)
{
	return values_of(y, line) + y->f->plot.n;
}

static bool
any_given(const struct nb_chart_point *point, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (point[i].given)
			return true;
	return false;
}

/* The first target when all that are given are the same, else NULL. */
static const struct nb_chart_point *
level_of(const struct years *y, uint32_t line)
{
	const struct nb_chart_point *target = targets_of(y, line);
	const struct nb_chart_point *level = NULL;

	for (uint32_t i = 0; i < y->f->plot.n; i++) {
		if (!target[i].given)
			continue;
		if (level != NULL && level->n != target[i].n)
			return NULL;
		level = level == NULL ? &target[i] : level;
	}
	return level;
}

static struct nb_str
year_text(const struct years *y, uint32_t i)
{
	return nb_arena_printf(y->f->g->arena, "%d" NB_FMT,
	    y->f->plot.panel->first_year + (int)i, NB_ARG(y->f->style->year));
}

static nb_len
key_width(const struct years *y)
{
	return y->f->style->text.size * 2 + y->f->style->gap;
}

static nb_len
widest_value(const struct years *y)
{
	const struct nb_plot *p = &y->f->plot;
	nb_len w = nb_plot_text_width(p, y->f->style->none);

	for (uint32_t k = 0; k < p->panel->n; k++)
		for (uint32_t i = 0; i < 2 * p->n; i++)
			if (values_of(y, k)[i].given)
				w = MAX(w,
				    nb_plot_text_width(
					p, values_of(y, k)[i].text));
	return w;
}

static nb_len
widest_name(const struct years *y)
{
	const struct nb_plot *p = &y->f->plot;
	nb_len w =
	    nb_plot_text_width(p, y->f->style->series.word[NB_CHART_TARGET]);

	for (uint32_t k = 0; k < p->panel->n; k++)
		w = MAX(
		    w, nb_plot_text_width(p, p->panel->group[k].name->text));
	return w;
}

/* Across: names give way to many years; the whole in the middle. */
static void
measure_across(struct years *y)
{
	const struct nb_chart_style *style = y->f->style;
	struct nb_plot *p = &y->f->plot;
	const nb_len all = y->f->g->shape->body_w, n = (nb_len)p->n;
	const nb_len ticks =
	    nb_chart_widest_tick(y->f) + style->gap + 2 * style->tick;
	const nb_len least = MAX(style->name_least, ticks);
	const nb_len wish = widest_name(y) + key_width(y) + style->gap;
	nb_len slot;

	y->value_w = widest_value(y);
	slot = MAX(y->value_w, nb_plot_text_width(p, year_text(y, 0))) +
	    style->gap;
	y->name_w = CLAMP(wish, least, MAX(style->name_w, least));
	if (y->name_w + slot * n > all)
		y->name_w = MAX(least, all - slot * n);
	slot = MIN(style->year_w, (all - y->name_w) / n);
	y->turned = y->value_w + style->gap / 2 > slot;
	y->left = (all - y->name_w - slot * n) / 2;
	p->left = y->left + y->name_w;
	p->right = p->left + slot * n;
}

static void
break_names(struct years *y)
{
	y->name = nb_chart_break_names(
	    y->f, y->name_w - key_width(y) - y->f->style->gap);
}

static nb_len
row_height(const struct years *y, uint32_t lines)
{
	const nb_len h = nb_chart_text_line(y->f) * (nb_len)MAX(lines, 1);

	return y->turned ? MAX(h, y->value_w + y->f->style->gap) : h;
}

/* The years, the rows, and a rule above and below them. */
static nb_len
table_height(const struct years *y)
{
	const struct nb_plot *p = &y->f->plot;
	nb_len h = 3 * y->f->style->gap + y->f->style->point / 2 +
	    nb_chart_text_line(y->f);

	for (uint32_t k = 0; k < p->panel->n; k++) {
		h += row_height(y, y->name[k].line.n);
		if (any_given(targets_of(y, k), p->n))
			h += row_height(y, 1);
	}
	return h;
}

static void
measure_down(struct years *y)
{
	struct nb_plot *p = &y->f->plot;

	if (y->f->unit.n != 0)
		y->head_h = nb_chart_text_line(y->f) + y->f->style->gap;
	p->top = nb_chart_box_top(y->f->t->cell, y->f->t) + y->head_h +
	    y->f->style->point;
	nb_chart_measure_down(y->f, table_height(y));
}

static void
set_unit(struct years *y)
{
	struct nb_plot *p = &y->f->plot;

	if (y->f->unit.n != 0)
		nb_plot_text(p, y->f->unit, NB_PLOT_LEFT, y->left,
		    nb_chart_box_top(y->f->t->cell, y->f->t) -
			nb_chart_box_top(y->f->style->text.size, y->f->t));
}

static struct nb_path_look
line_look(const struct years *y, uint32_t line)
{
	return (struct nb_path_look){
		.stroke = y->f->style->line,
		.rgb = y->f->style->line_rgb[line],
	};
}

static struct nb_path_look
level_look(const struct years *y)
{
	return (struct nb_path_look){
		.stroke = y->f->style->line,
		.dash = y->f->style->dash,
	};
}

/* The mark of a level is that of its line, hollow; no two in one place. */
static void
set_level(struct years *y, uint32_t line)
{
	struct nb_plot *p = &y->f->plot;
	const struct nb_chart_point *level = level_of(y, line);
	const struct nb_path_look look = level_look(y);
	const nb_len at = level == NULL ? 0 : nb_plot_y(p, level->n);
	const struct nb_point ends[] = { { p->left, at }, { p->right, at } };

	if (level == NULL)
		return;
	nb_plot_path(p, ends, NB_COUNT(ends), &look);
	nb_chart_mark(p, (enum nb_chart_mark)line, WHITE,
	    p->right - p->style->point * 2 * (nb_len)line, at);
}

static void
set_line(struct years *y, uint32_t line)
{
	struct nb_plot *p = &y->f->plot;
	const struct nb_path_look look = line_look(y, line);
	g_autofree const struct nb_chart_point **point =
	    g_new(const struct nb_chart_point *, p->n);

	for (uint32_t i = 0; i < p->n; i++)
		point[i] = &values_of(y, line)[i];
	nb_chart_join(p, point, &look);
}

static void
set_marks(struct years *y)
{
	struct nb_plot *p = &y->f->plot;

	for (uint32_t k = 0; k < p->panel->n; k++)
		set_level(y, k);
	for (uint32_t k = 0; k < p->panel->n; k++)
		set_line(y, k);
	for (uint32_t k = 0; k < p->panel->n; k++)
		for (uint32_t i = 0; i < p->n; i++)
			if (values_of(y, k)[i].given)
				nb_chart_mark(p, (enum nb_chart_mark)k,
				    p->style->line_rgb[k], nb_plot_x(p, i),
				    nb_plot_y(p, values_of(y, k)[i].n));
}

/* top is that of a row. */
static void
set_key(struct years *y, nb_len top, const struct nb_path_look *look,
    enum nb_chart_mark mark, uint32_t rgb)
{
	struct nb_plot *p = &y->f->plot;
	const nb_len w = key_width(y) - y->f->style->gap;
	const nb_len at = top + y->f->style->text.size / 2;
	const struct nb_point line[] = { { y->left, at }, { y->left + w, at } };

	nb_plot_path(p, line, NB_COUNT(line), look);
	nb_chart_mark(p, mark, rgb, y->left + w / 2, at);
}

static void
set_values(struct years *y, const struct nb_chart_point *point, nb_len top)
{
	struct nb_plot *p = &y->f->plot;
	const nb_len base =
	    top - nb_chart_box_top(y->f->style->text.size, y->f->t);

	for (uint32_t i = 0; i < p->n; i++) {
		const struct nb_str text =
		    point[i].given ? point[i].text : y->f->style->none;

		if (y->turned)
			nb_plot_text_turned(
			    p, text, nb_plot_x(p, i), top + y->value_w);
		else
			nb_plot_text(
			    p, text, NB_PLOT_CENTRE, nb_plot_x(p, i), base);
	}
}

static nb_len
set_value_row(struct years *y, uint32_t line, nb_len top)
{
	struct nb_plot *p = &y->f->plot;
	const struct nb_path_look look = line_look(y, line);

	set_key(y, top, &look, (enum nb_chart_mark)line,
	    y->f->style->line_rgb[line]);
	nb_plot_set_lines(p, &y->name[line], NB_ROLE_FIGURE, NB_PLOT_LEFT,
	    y->left + key_width(y),
	    top - nb_chart_box_top(y->f->style->text.size, y->f->t),
	    nb_chart_text_line(y->f));
	set_values(y, values_of(y, line), top);
	return top + row_height(y, y->name[line].line.n);
}

static nb_len
set_target_row(struct years *y, uint32_t line, nb_len top)
{
	const struct nb_path_look look = level_look(y);

	if (!any_given(targets_of(y, line), y->f->plot.n))
		return top;
	if (level_of(y, line) != NULL)
		set_key(y, top, &look, (enum nb_chart_mark)line, WHITE);
	nb_plot_text(&y->f->plot, y->f->style->series.word[NB_CHART_TARGET],
	    NB_PLOT_LEFT, y->left + key_width(y),
	    top - nb_chart_box_top(y->f->style->text.size, y->f->t));
	set_values(y, targets_of(y, line), top);
	return top + row_height(y, 1);
}

static nb_len
set_rule(struct years *y, nb_len top)
{
	struct nb_plot *p = &y->f->plot;

	nb_plot_rule(p, y->left, top, p->right - y->left, y->f->style->axis, 0);
	return top + y->f->style->gap;
}

static void
set_table(struct years *y)
{
	struct nb_plot *p = &y->f->plot;
	nb_len top = p->bottom + y->f->style->point / 2 + y->f->style->gap;

	for (uint32_t i = 0; i < p->n; i++)
		nb_plot_text(p, year_text(y, i), NB_PLOT_CENTRE,
		    nb_plot_x(p, i),
		    top - nb_chart_box_top(y->f->style->text.size, y->f->t));
	top = set_rule(y, top + nb_chart_text_line(y->f));
	for (uint32_t k = 0; k < p->panel->n; k++) {
		top = set_value_row(y, k, top);
		top = set_target_row(y, k, top);
	}
	set_rule(y, top);
}

/* A point of a line is a value, or behind all of them a target. */
static void
speak(const struct years *y)
{
	const uint32_t n = y->f->plot.n;
	const struct nb_str target = y->f->style->series.word[NB_CHART_TARGET];
	struct nb_str *of = nb_new_n(y->f->g->arena, struct nb_str, 2 * n);

	for (uint32_t i = 0; i < n; i++) {
		of[i] = year_text(y, i);
		of[n + i] = nb_arena_printf(y->f->g->arena, NB_FMT NB_FMT,
		    NB_ARG(of[i]), NB_ARG(target));
	}
	nb_chart_speak(&y->f->plot, of, 2 * n);
}

void
nb_chart_set_years(struct nb_chart_frame *frame)
{
	struct years y = { .f = frame };

	speak(&y);
	measure_across(&y);
	break_names(&y);
	measure_down(&y);
	set_unit(&y);
	nb_chart_axes(frame);
	set_marks(&y);
	set_table(&y);
}
