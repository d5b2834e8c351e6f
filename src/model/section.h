/*
 * model/section.h - 章节: nodes of one type at every depth, with the tables and
 * charts they carry.  See report.h for what holds of every field.
 */
#pragma once

#include "model/keys.h"
#include "model/prose.h"

/* A list of short texts. */
struct nb_names {
	const struct nb_prose *name;
	uint32_t n;
};

/* 表: rows of cells. */
struct nb_cell {
	struct nb_prose text;
	uint32_t rows, cols; /* span, >= 1 */
};

struct nb_row {
	const struct nb_cell *cell;
	uint32_t n;
};

struct nb_table {
	struct nb_span span;
	struct nb_prose title;
	struct nb_names column;
	const struct nb_row *row;
	uint32_t n_rows;
	bool landscape; /* 横排 */
};

enum nb_chart_kind { NB_CHART_BAR, NB_CHART_LINE };

/* 图: drawn from 指标. */
struct nb_chart {
	struct nb_span span;
	enum nb_chart_kind kind;
	struct nb_prose title;
	struct nb_names indicator;
};

/* 章节 / 条目: one node type at every depth. */
struct nb_section {
	struct nb_span span; /* of the heading, or of the whole node */
	struct nb_prose title;
	struct nb_paras body;
	struct nb_prose item;             /* 大纲 */
	struct nb_prose lead_unit, units; /* 牵头, 责任 */
	const struct nb_table *table;
	const struct nb_chart *chart;
	const struct nb_section *child;
	uint32_t n_children;
	nb_faults faults;
};
