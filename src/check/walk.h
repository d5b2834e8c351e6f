/*
 * check/walk.h - visits every prose of a report, in the order of reading,
 * with what it is and where it stands.  Absent prose is not visited.
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
	NB_PROSE_NAME,   /* organs, units, attachments, what 公开 says */
};

/* The key of the report that it stands under. */
enum nb_part {
	NB_PART_FRONT, /* 标题, 主送, 指标 … */
	NB_PART_NOTICE,
	NB_PART_LEAD,
	NB_PART_SECTIONS,
	NB_PART_PROBLEMS,
	NB_PART_LAST_TASKS,
	NB_PART_NEXT_TASKS,
	NB_PART_CLOSING,
	NB_PART_TASK_TABLE,
	NB_PART_BACK, /* 附件, 附注 */
};

struct nb_visit {
	const struct nb_prose *prose;
	enum nb_prose_role role;
	enum nb_part part;
	const struct nb_section *section; /* the innermost, or NULL */
	uint32_t chapter; /* index in 章节, of NB_PART_SECTIONS only */
};

typedef void nb_walk_fn(void *to, const struct nb_visit *v);

void nb_walk_report(const struct nb_report *r, nb_walk_fn *visit, void *to);

/* A section with all that stands under it. */
void nb_walk_section(const struct nb_section *s, nb_walk_fn *visit, void *to);
void nb_walk_problems(const struct nb_problems *p, nb_walk_fn *visit, void *to);
void nb_walk_tasks(const struct nb_tasks *t, nb_walk_fn *visit, void *to);
