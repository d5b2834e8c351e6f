/*
 * check/ours.h - which tasks of a superior's plan are this organ's.
 */
#pragma once

#include "model/report.h"
#include "style/wording.h"

/*
 * Whether 牵头 or 责任 names the organ of r (柳溪街道), or all of its kind by
 * one of the words (各街道).  of is the report that the task stands in.
 */
bool nb_task_is_ours(struct nb_arena *a, const struct nb_report *r,
    const struct nb_report *of, const struct nb_task *task,
    const struct nb_everyone_words *words);
