/*
 * layout/opening.h - what stands before the text: 版头, 标题, 主送.
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

/*
 * The first blocks of the galley; a report with a notice (notice.h) has its
 * 版头 and 主送 there.  false: 主送 goes to the 版记.
 */
bool nb_opening_set(struct nb_galley *g, const struct nb_report *r);
