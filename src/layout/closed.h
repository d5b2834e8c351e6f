/*
 * layout/closed.h - what is not for the web: a page there is published
 * (《政府信息公开条例》第十三条 to 第十六条).
 */
#pragma once

#include "model/report.h"

struct nb_diags;
struct nb_web;

/*
 * True, with a finding (H02), of a report that must not be published, by its
 * 密级, its 附注 or its 公开方式.
 */
bool nb_closed_find(
    const struct nb_report *r, const struct nb_web *web, struct nb_diags *d);
