/*
 * layout/body.h - 导语, 章节, 存在问题, 下年任务, 结语: the text of a report in
 * a galley (GB/T 9704-2012 7.3.3).
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

/* Paragraphs alone. */
void nb_body_paras(struct nb_galley *g, const struct nb_paras *paras);

void
nb_body_set(struct nb_galley *g, const struct nb_report *r, struct nb_diags *d);
