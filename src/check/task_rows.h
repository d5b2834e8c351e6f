/*
 * check/task_rows.h - 任务表 beside the prose that it sums up (C06 C07 C12).
 */
#pragma once

#include "check/rule.h"

#include <glib.h>

/* A clause of a row or of 章节. */
struct nb_clause {
	const struct nb_prose *prose;
	struct nb_str text;               /* plain */
	size_t begin, end;                /* [byte] in the prose */
	uint32_t row;                     /* of the table, from 1; or 0 */
	const struct nb_section *section; /* or NULL */
};

/*
 * Arrays of struct nb_clause in reading order: of all rows; of the headings
 * and paragraphs of 章节.  The caller frees.
 */
GArray *nb_row_clauses(const struct nb_check *ck);
GArray *nb_section_clauses(const struct nb_check *ck);

/*
 * Headings, by their index, that have the very words of a group of the table.
 * In the arena.
 */
const bool *nb_grouped_headings(const struct nb_check *ck);
