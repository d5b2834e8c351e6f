/*
 * layout/chart_marks.h - the marks of a chart in its axes: bars or lines, with
 * their values; and the key to them in the legend.
 */
#pragma once

#include "layout/plot.h"

/* 念法 of the template: what stands behind the two kinds, a name, a value. */
enum nb_spoken {
	NB_BEHIND_KIND = 2,
	NB_BEHIND_NAME,
	NB_BEHIND_VALUE,
	NB_BEHIND_GROUP,
};

/*
 * chart_alt.c: what the chart is to who cannot see it; of: what each of the n
 * points of a 指标 is of.
 */
void
nb_chart_speak(const struct nb_plot *p, const struct nb_str *of, uint32_t n);

/* chart_bar.c */

/* Width of the room a bar has beside its neighbours. */
nb_len nb_chart_bar_width(const struct nb_plot *p, nb_len widest_value);

/* The bars of one group and their values. */
void nb_chart_bars(struct nb_plot *p, uint32_t group, nb_len width);

/* chart_line.c */
/* In this order: the lines, the values of each group, the points on top. */
void nb_chart_lines(struct nb_plot *p);
void nb_chart_line_values(struct nb_plot *p, uint32_t group);
void nb_chart_points(struct nb_plot *p);

/* Lines through the points of one name, of which there are plot.n. */
void nb_chart_join(struct nb_plot *p, const struct nb_chart_point *const *point,
    const struct nb_path_look *look);

enum nb_chart_mark {
	NB_CHART_DIAMOND,
	NB_CHART_SQUARE,
	NB_CHART_TRIANGLE,
	NB_CHART_CIRCLE,
	NB_CHART_INVERTED,
};

void nb_chart_mark(struct nb_plot *p, enum nb_chart_mark mark, uint32_t rgb,
    nb_len x, nb_len y);

/* A line with its point, w wide, in the middle of y. */
void nb_chart_line_key(struct nb_plot *p, enum nb_chart_series series, nb_len x,
    nb_len y, nb_len w);
