/*
 * layout/plot.h - a pair of axes, and how to put marks and words on it.
 *
 * Places are relative to the left of the 版心 and the baseline of the chart's
 * first row, as in any block of a galley.  Only while a chart is drawn.
 */
#pragma once

#include "layout/breaks.h"
#include "layout/chart_data.h"
#include "layout/galley.h"
#include "layout/sentence.h"
#include "layout/ticks.h"

struct nb_plot {
	struct nb_galley *g;
	const struct nb_chart_style *style;
	const struct nb_chart_panel *panel;
	uint32_t n; /* places along the axis: groups or years */
	enum nb_chart_kind kind;
	struct nb_span span; /* of the chart in the file */
	uint32_t figure;     /* paragraph of its marks */
	struct nb_hand hand;
	struct nb_ticks ticks;
	GArray *item;                    /* of struct nb_item */
	nb_len left, right, top, bottom; /* of the axes */
	bool turned;                     /* values stand upright on end */
};

enum nb_plot_align { NB_PLOT_LEFT, NB_PLOT_CENTRE, NB_PLOT_RIGHT };

/* Height of a value on the page; middle of a place; its width. */
nb_len nb_plot_y(const struct nb_plot *p, int64_t value);
nb_len nb_plot_x(const struct nb_plot *p, uint32_t place);
nb_len nb_plot_slot(const struct nb_plot *p);

void nb_plot_rule(
    struct nb_plot *p, nb_len x, nb_len y, nb_len w, nb_len h, uint32_t rgb);

/* The points are copied; stroke 0 fills. */
struct nb_path_look {
	nb_len stroke, dash;
	uint32_t rgb;
};

void nb_plot_path(struct nb_plot *p, const struct nb_point *point, uint32_t n,
    const struct nb_path_look *look);

nb_len nb_plot_text_width(const struct nb_plot *p, struct nb_str text);

/* One line on the baseline y; x is its left, middle or right. */
void nb_plot_text(struct nb_plot *p, struct nb_str text,
    enum nb_plot_align align, nb_len x, nb_len y);

/* Turned a quarter to the left: reads upwards from y, x is its middle. */
void
nb_plot_text_turned(struct nb_plot *p, struct nb_str text, nb_len x, nb_len y);

/* A filled rectangle with an outline: a bar. */
void nb_plot_box(
    struct nb_plot *p, uint32_t rgb, nb_len x, nb_len y, nb_len w, nb_len h);

/* Text in lines. */
struct nb_plot_lines {
	struct nb_atoms atoms;
	struct nb_lines line;
};

/* As few lines as will do, as even as half characters allow. */
struct nb_plot_lines nb_plot_break(const struct nb_plot *p,
    const struct nb_sentence *s, nb_len size, nb_len measure);

/* y is the first baseline, pitch from one to the next. */
void nb_plot_set_lines(struct nb_plot *p, const struct nb_plot_lines *lines,
    enum nb_item_role role, enum nb_plot_align align, nb_len x, nb_len y,
    nb_len pitch);
