/*
 * layout/chart.h - 图: bar and line charts of 指标, each one block of whole
 * rows with its caption below, numbered through the document.
 */
#pragma once

#include "layout/galley.h"
#include "model/figures.h"
#include "model/report.h"

struct nb_diags;

/* The charts of one document. */
struct nb_charts {
	struct nb_galley *g;
	const struct nb_report *r;
	struct nb_diags *diags;
	struct nb_figures figures;
	uint32_t number; /* of the last one set */
};

struct nb_charts nb_charts_new(
    struct nb_galley *g, const struct nb_report *r, struct nb_diags *d);
void nb_charts_release(struct nb_charts *charts);

/* Adds the chart, or its parts, to the galley; none if it has no value. */
void nb_charts_set(struct nb_charts *charts, const struct nb_chart *chart);
