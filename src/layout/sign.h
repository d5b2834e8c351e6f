/*
 * layout/sign.h - 署名, 成文日期, 附注 (GB/T 9704-2012 7.3.5.2, 7.3.6).
 */
#pragma once

#include "layout/galley.h"
#include "model/report.h"

/*
 * A report without 成文日期 is not signed.  The block is kept together and
 * takes lines of text with it, so that it never stands alone on a page.
 */
void nb_sign_set(struct nb_galley *g, const struct nb_report *r);
