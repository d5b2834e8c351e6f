/*
 * layout/chart_frame.h - a chart being set, and what all charts have: a head
 * with the unit, the axis of values, a caption below.
 */
#pragma once

#include "layout/plot.h"
#include "model/report.h"

struct nb_diags;

/* One panel; y as in plot.h. */
struct nb_chart_frame {
	struct nb_plot plot;
	const struct nb_report *r;
	struct nb_diags *diags;
	const struct nb_galley *g;
	const struct nb_template *t;
	const struct nb_chart_style *style;
	struct nb_plot_lines caption;
	struct nb_str unit; /* “单位：件” */
	nb_len caption_y;   /* of its first baseline */
	uint32_t rows;
};

/* From a baseline up to the top of the character box; negative. */
nb_len nb_chart_box_top(nb_len size, const struct nb_template *t);

/* From a line of the chart's text to the next; of the caption's. */
nb_len nb_chart_text_line(const struct nb_chart_frame *f);
nb_len nb_chart_caption_line(const struct nb_chart_frame *f);

/* text is what the lines are about. */
struct nb_plot_lines
nb_chart_break(const struct nb_chart_frame *f, const struct nb_sentence *s,
    const struct nb_prose *text, nb_len size, nb_len measure);

/* The name of each group, broken at that measure or at one character. */
struct nb_plot_lines *
nb_chart_break_names(const struct nb_chart_frame *f, nb_len measure);

/*
 * Down: whole rows; the axes begin at plot.top, get no less than half of 行数
 * and leave so much room between them and the caption.
 */
void nb_chart_measure_down(struct nb_chart_frame *f, nb_len room);

nb_len nb_chart_widest_tick(const struct nb_chart_frame *f);

/* The axis of values with its marks, and the line at zero. */
void nb_chart_axes(struct nb_chart_frame *f);

/* The inside of a frame that has its caption and unit: chart_groups.c,
 * chart_years.c. */
void nb_chart_set_groups(struct nb_chart_frame *f);
void nb_chart_set_years(struct nb_chart_frame *f);
