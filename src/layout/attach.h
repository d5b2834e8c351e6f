/*
 * layout/attach.h - 附件 (GB/T 9704-2012 7.3.7): “附件” and its number in
 * 三号黑体 on the first line, the title on the third, then what it is.
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

/* The mark and the title of 任务表; the pages it stands on. */
void nb_attach_begin(struct nb_galley *g, const struct nb_report *r,
    const struct nb_prose *title);
const struct nb_page_shape *
nb_attach_shape(const struct nb_template *t, const struct nb_report *r);

/* 任务表 in a galley of its own. */
void nb_attach_tasks(
    struct nb_galley *g, const struct nb_report *r, struct nb_diags *d);

/* “附件”, or “附件2”, of 任务表. */
struct nb_str
nb_attach_mark(const struct nb_galley *g, const struct nb_report *r);
