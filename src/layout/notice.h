/*
 * layout/notice.h - 印发: the notice that a plan goes out with.
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

/*
 * 版头, title, 主送, text, 署名 and 附注 of a report whose notice is there; day
 * is as in sign.h.  false: 主送 goes to the 版记.
 */
bool nb_notice_set(
    struct nb_galley *g, const struct nb_report *r, const struct nb_prose *day);
