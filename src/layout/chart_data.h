/*
 * layout/chart_data.h - 图: from the names of 指标 to numbers on one scale.
 *
 * A panel is what stands in one pair of axes: 指标 of one unit, either side by
 * side, each with 上年, 本年 and 目标, or each as a line over years.  Lives in
 * the arena of the pages.
 */
#pragma once

#include "model/figures.h"
#include "model/report.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

/* As the template lists them. */
enum nb_chart_series { NB_CHART_LAST, NB_CHART_THIS, NB_CHART_TARGET };

/* A value that nobody wrote is not given and not drawn. */
struct nb_chart_point {
	bool given;
	int64_t n;          /* in the panel's scale */
	struct nb_str text; /* printed at the point */
};

/*
 * One 指标: a point for each series; over years a value for each year, then a
 * target for each year.
 */
struct nb_chart_group {
	const struct nb_prose *name;
	const struct nb_chart_point *point;
};

struct nb_chart_panel {
	const struct nb_chart_group *group;
	uint32_t n;                   /* >= 1 */
	int first_year;               /* over years: that at the left */
	uint32_t n_years;             /* >= 2; 0: side by side */
	bool series[NB_CHART_SERIES]; /* any point of it given */
	int64_t low, high;            /* of the points that are given */
	unsigned places;              /* a point is n / 10^places units */
	struct nb_str unit;           /* 件, %, 万元; may be empty */
	struct nb_str suffix;         /* of the title */
};

struct nb_chart_panels {
	const struct nb_chart_panel *panel;
	uint32_t n;
};

/*
 * Reads the values of the chart's 指标, figures being those of the report.  A
 * value of 上年 that is not written is taken from last year's file; lines go
 * over the years of all earlier files.  What cannot be drawn has a finding;
 * units that differ make panels, and so do more 指标 than fit in one.
 */
struct nb_chart_panels
nb_chart_read(struct nb_arena *a, const struct nb_chart *chart,
    const struct nb_report *r, const struct nb_figures *figures,
    const struct nb_chart_style *style, struct nb_diags *d);
