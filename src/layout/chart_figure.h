/*
 * layout/chart_figure.h - the 指标 of a 图 as they were written: in this report
 * or in those of earlier years.
 */
#pragma once

#include "model/figures.h"
#include "model/quantity.h"
#include "model/report.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

/* A 指标 of the chart: n quantities of one unit, some of them not given. */
struct nb_chart_figure {
	const struct nb_prose *name;
	struct nb_quantity *value;
	bool *given;
	uint32_t n;
	struct nb_str unit;
};

/* A chart and what is needed to read it. */
struct nb_chart_source {
	struct nb_arena *arena;
	const struct nb_chart *chart;
	const struct nb_report *report;
	const struct nb_figures *figures; /* of the report */
	const struct nb_chart_style *style;
	struct nb_diags *diags;
};

/*
 * The first year to draw: of those of the earlier files, and the one before
 * them for which they write 上年, the first that has a value.  The report's own
 * year when its lines do not go over years.
 */
int nb_chart_first_year(const struct nb_chart_source *s);

/* One value for each series: 上年, 本年, 目标.  false: nothing to draw. */
bool nb_chart_read_series(const struct nb_chart_source *s,
    const struct nb_prose *name, const struct nb_indicator *in,
    struct nb_chart_figure *ret);

/* From the first year to the report's own: values, then targets. */
bool nb_chart_read_years(const struct nb_chart_source *s,
    const struct nb_prose *name, int first_year, struct nb_chart_figure *ret);

/* Says once which values the lines lack. */
void nb_chart_tell_gaps(const struct nb_chart_source *s,
    const struct nb_chart_figure *f, uint32_t n, int first_year);
