/*
 * check/walk.h - visits every prose of a report, in the order of reading,
 * with what it is.  Absent prose is not visited.
 */
#pragma once

#include "model/report.h"

enum nb_prose_role {
	NB_PROSE_TITLE,   /* of the document */
	NB_PROSE_HEADING, /* of a chapter, an item, a table … */
	NB_PROSE_BODY,    /* a paragraph */
	NB_PROSE_ITEM,    /* a 问题 or a 任务 */
	NB_PROSE_DETAIL,  /* what is said about it: 原因, 目标 … */
	NB_PROSE_CELL,
	NB_PROSE_FIGURE, /* of 指标 */
	NB_PROSE_NAME,   /* organs, units, attachments */
};

typedef void
nb_walk_fn(void *to, const struct nb_prose *p, enum nb_prose_role role);

void nb_walk_report(const struct nb_report *r, nb_walk_fn *visit, void *to);

/* A section with all that stands under it. */
void nb_walk_section(const struct nb_section *s, nb_walk_fn *visit, void *to);
void nb_walk_problems(const struct nb_problems *p, nb_walk_fn *visit, void *to);
void nb_walk_tasks(const struct nb_tasks *t, nb_walk_fn *visit, void *to);
