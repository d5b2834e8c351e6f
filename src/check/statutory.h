/*
 * check/statutory.h - the contents that a rule of the state asks of a yearly
 * report: measures and results, shortcomings and their causes, the principals'
 * duty, next year's arrangements (法定内容 of the outline).
 */
#pragma once

#include "check/rule.h"

/*
 * Whether the treatment of an item tells of a cause, where the outline asks
 * for one (原因).
 */
bool nb_cause_told(const struct nb_check *ck, const struct nb_treatment *t);

/* Adds the contents to the matrix; none when the document is no report. */
void nb_statutory_add(const struct nb_check *ck, struct nb_coverage *c);
