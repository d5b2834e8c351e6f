/*
 * layout/tell.h - 导语, 章节, 存在问题, 下年任务, 结语 in words: a report's
 * text as it is read, numbered, with what data adds to it (GB/T
 * 9704-2012 7.3.3).
 *
 * No glyph is measured here.  Words live in the galley's arena.
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

enum nb_told_kind {
	NB_TOLD_TEXT,
	NB_TOLD_HEADING,
	NB_TOLD_TABLE,
	NB_TOLD_CHART,
};

/* A paragraph, or what stands between two. */
struct nb_told {
	enum nb_told_kind kind;
	unsigned depth; /* of a heading: chapters are 1 */
	bool run_in;    /* its text follows on the same line */
	const struct nb_piece *piece;
	uint32_t n, n_heading; /* the first n_heading pieces are the heading */
	struct nb_str name;    /* of a heading: its ordinal and title */
	struct nb_str mark;    /* the ordinal, its first piece, is this */
	unsigned number;       /* pattern with this number */
	const struct nb_table *table;
	const struct nb_chart *chart;
};

/* Of struct nb_told; the caller frees the list. */
GArray *nb_tell_body(const struct nb_galley *g, const struct nb_report *r);

/* Paragraphs alone. */
GArray *nb_tell_paras(const struct nb_galley *g, const struct nb_paras *paras);
