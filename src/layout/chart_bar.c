#include "layout/chart_marks.h"

static unsigned
count_series(const struct nb_plot *p)
{
	unsigned n = 0;

	for (int s = 0; s < NB_CHART_SERIES; s++)
		n += p->panel->series[s];
	return n;
}

nb_len
nb_chart_bar_width(const struct nb_plot *p, nb_len widest_value)
{
	const nb_len room = nb_plot_slot(p) * p->style->group_share / 1000;
	const nb_len wish = MAX(p->style->bar_w, widest_value + p->style->gap);

	return MIN(wish, room / (nb_len)count_series(p));
}

/* Above the bar, below it where the value is less than zero. */
static void
set_value(
    struct nb_plot *p, const struct nb_chart_point *point, nb_len x, nb_len y)
{
	const nb_len size = p->style->text.size, gap = p->style->gap;

	if (p->turned && point->n < 0)
		y += gap + nb_plot_text_width(p, point->text);
	else if (point->n < 0)
		y += gap + size * p->g->t->baseline / 1000;
	else
		y -= gap;
	if (p->turned)
		nb_plot_text_turned(p, point->text, x, y);
	else
		nb_plot_text(p, point->text, NB_PLOT_CENTRE, x, y);
}

static void
set_bar(struct nb_plot *p, const struct nb_chart_point *point,
    enum nb_chart_series series, nb_len x, nb_len w)
{
	const nb_len zero = nb_plot_y(p, 0), y = nb_plot_y(p, point->n);

	if (y != zero)
		nb_plot_box(p, p->style->rgb[series], x, MIN(y, zero), w,
		    ABS(y - zero));
	set_value(p, point, x + w / 2, y);
}

/* A bar that is missing leaves its place empty. */
void
nb_chart_bars(struct nb_plot *p, uint32_t group, nb_len width)
{
	const struct nb_chart_point *point = p->panel->group[group].point;
	nb_len x = nb_plot_x(p, group) - width * (nb_len)count_series(p) / 2;

	for (int s = 0; s < NB_CHART_SERIES; s++) {
		if (point[s].given)
			set_bar(
			    p, &point[s], (enum nb_chart_series)s, x, width);
		if (p->panel->series[s])
			x += width;
	}
}
