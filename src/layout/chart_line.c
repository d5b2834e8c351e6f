#include "layout/chart_marks.h"

enum { WHITE = 0xFFFFFF };

/* A point of one group, and how the text of its value is placed. */
struct spot {
	const struct nb_chart_point *point;
	nb_len x, y;
};

static struct nb_path_look
line_look(const struct nb_plot *p, enum nb_chart_series series)
{
	const bool dashed = series == NB_CHART_TARGET;

	return (struct nb_path_look){
		.stroke = p->style->line,
		.dash = dashed ? p->style->dash : 0,
		.rgb = dashed ? 0 : p->style->rgb[series],
	};
}

static void
set_polygon(
    struct nb_plot *p, uint32_t rgb, const struct nb_point *point, uint32_t n)
{
	const struct nb_path_look fill = { .rgb = rgb };
	const struct nb_path_look outline = { .stroke = p->style->outline };

	nb_plot_path(p, point, n, &fill);
	nb_plot_path(p, point, n, &outline);
}

static void
set_circle(struct nb_plot *p, uint32_t rgb, nb_len x, nb_len y, nb_len r)
{
	/* A polygon of sixteen corners, in thousandths of the radius. */
	static const int unit[] = { 1000, 924, 707, 383, 0, -383, -707, -924,
		-1000, -924, -707, -383, 0, 383, 707, 924 };
	struct nb_point point[NB_COUNT(unit) + 2];

	for (size_t i = 0; i < NB_COUNT(point); i++)
		point[i] = (struct nb_point){
			x + r * unit[i % NB_COUNT(unit)] / 1000,
			y + r * unit[(i + 12) % NB_COUNT(unit)] / 1000,
		};
	set_polygon(p, rgb, point, NB_COUNT(point));
}

void
nb_chart_mark(struct nb_plot *p, enum nb_chart_mark mark, uint32_t rgb,
    nb_len x, nb_len y)
{
	const nb_len r = p->style->point / 2, d = r * 13 / 10;
	const struct nb_point diamond[] = { { x, y - d }, { x + d, y },
		{ x, y + d }, { x - d, y }, { x, y - d }, { x + d, y } };
	const struct nb_point triangle[] = { { x, y - d }, { x + d, y + r },
		{ x - d, y + r }, { x, y - d }, { x + d, y + r } };
	const struct nb_point inverted[] = { { x, y + d }, { x + d, y - r },
		{ x - d, y - r }, { x, y + d }, { x + d, y - r } };

	switch (mark) {
	case NB_CHART_DIAMOND:
		set_polygon(p, rgb, diamond, NB_COUNT(diamond));
		break;
	case NB_CHART_SQUARE:
		nb_plot_box(p, rgb, x - r, y - r, 2 * r, 2 * r);
		break;
	case NB_CHART_TRIANGLE:
		set_polygon(p, rgb, triangle, NB_COUNT(triangle));
		break;
	case NB_CHART_CIRCLE:
		set_circle(p, rgb, x, y, r);
		break;
	case NB_CHART_INVERTED:
		set_polygon(p, rgb, inverted, NB_COUNT(inverted));
		break;
	}
}

/* 上年 a square, 本年 a diamond, 目标 a triangle. */
static void
set_point(struct nb_plot *p, enum nb_chart_series series, nb_len x, nb_len y)
{
	static const enum nb_chart_mark mark[NB_CHART_SERIES] = {
		[NB_CHART_LAST] = NB_CHART_SQUARE,
		[NB_CHART_THIS] = NB_CHART_DIAMOND,
		[NB_CHART_TARGET] = NB_CHART_TRIANGLE,
	};

	nb_chart_mark(p, mark[series], p->style->rgb[series], x, y);
}

/* Lines between neighbours; a value that is missing leaves a gap. */
void
nb_chart_join(struct nb_plot *p, const struct nb_chart_point *const *point,
    const struct nb_path_look *look)
{
	g_autofree struct nb_point *joined = g_new(struct nb_point, p->n);
	uint32_t n = 0;

	for (uint32_t i = 0; i <= p->n; i++) {
		if (i < p->n && point[i]->given) {
			joined[n++] = (struct nb_point){ nb_plot_x(p, i),
				nb_plot_y(p, point[i]->n) };
			continue;
		}
		if (n > 1)
			nb_plot_path(p, joined, n, look);
		n = 0;
	}
}

static void
join_points(struct nb_plot *p, enum nb_chart_series series)
{
	const struct nb_path_look look = line_look(p, series);
	g_autofree const struct nb_chart_point **point =
	    g_new(const struct nb_chart_point *, p->n);

	for (uint32_t i = 0; i < p->n; i++)
		point[i] = &p->panel->group[i].point[series];
	nb_chart_join(p, point, &look);
}

enum side { ABOVE, BELOW, BESIDE };

/* Moves a text off the line at zero. */
static nb_len
clear_zero(const struct nb_plot *p, enum side side, nb_len y, nb_len h)
{
	const nb_len zero = nb_plot_y(p, 0);

	if (y >= zero || y + h <= zero)
		return y;
	return side == BELOW ? zero + p->style->gap
			     : zero - p->style->gap / 2 - h;
}

/* A value on white, so that no line runs through it. */
static void
set_value(struct nb_plot *p, const struct spot *s, enum side side)
{
	const nb_len size = p->style->text.size;
	const nb_len away = p->style->point / 2 + p->style->gap;
	const nb_len length = nb_plot_text_width(p, s->point->text);
	const nb_len w = p->turned ? size : length;
	const nb_len h = p->turned ? length : size;
	const nb_len pad = p->style->gap / 2;
	nb_len x = s->x - w / 2, y = s->y - h / 2;

	if (side == ABOVE)
		y = s->y - away - h;
	else if (side == BELOW)
		y = s->y + away;
	else
		x = s->x + away + pad;
	y = clear_zero(p, side, y, h);
	nb_plot_rule(p, x - pad, y, w + 2 * pad, h, WHITE);
	if (p->turned)
		nb_plot_text_turned(p, s->point->text, x + w / 2, y + h);
	else
		nb_plot_text(p, s->point->text, NB_PLOT_LEFT, x,
		    y + size * p->g->t->baseline / 1000);
}

/* The given points of a group from the top down. */
static unsigned
sort_spots(const struct nb_plot *p, uint32_t group, struct spot *spot)
{
	unsigned n = 0;

	for (int s = 0; s < NB_CHART_SERIES; s++) {
		const struct nb_chart_point *point =
		    &p->panel->group[group].point[s];
		unsigned at = n;
		nb_len y;

		if (!point->given)
			continue;
		y = nb_plot_y(p, point->n);
		for (; at > 0 && spot[at - 1].y > y; at--)
			spot[at] = spot[at - 1];
		spot[at] = (struct spot){ point, nb_plot_x(p, group), y };
		n++;
	}
	return n;
}

/* The highest above, the lowest below, one between them at the right. */
void
nb_chart_line_values(struct nb_plot *p, uint32_t group)
{
	struct spot spot[NB_CHART_SERIES];
	const unsigned n = sort_spots(p, group, spot);

	for (unsigned i = 0; i < n; i++)
		set_value(p, &spot[i],
		    i == 0           ? ABOVE
			: i + 1 == n ? BELOW
				     : BESIDE);
}

void
nb_chart_lines(struct nb_plot *p)
{
	for (int s = 0; s < NB_CHART_SERIES; s++)
		if (p->panel->series[s])
			join_points(p, (enum nb_chart_series)s);
}

void
nb_chart_points(struct nb_plot *p)
{
	for (uint32_t i = 0; i < p->panel->n; i++)
		for (int s = 0; s < NB_CHART_SERIES; s++) {
			const struct nb_chart_point *point =
			    &p->panel->group[i].point[s];

			if (point->given)
				set_point(p, (enum nb_chart_series)s,
				    nb_plot_x(p, i), nb_plot_y(p, point->n));
		}
}

void
nb_chart_line_key(struct nb_plot *p, enum nb_chart_series series, nb_len x,
    nb_len y, nb_len w)
{
	const struct nb_point line[] = { { x, y }, { x + w, y } };
	const struct nb_path_look look = line_look(p, series);

	nb_plot_path(p, line, NB_COUNT(line), &look);
	set_point(p, series, x + w / 2, y);
}
