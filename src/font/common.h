/*
 * font/common.h - the characters that every role has.
 *
 * A report is nearly always made of these alone, and then nobody has to open a
 * font to know that none is missing.  tests/unit/test_font.c holds the roles to
 * it.
 */
#pragma once

#include "base/str.h"

/* Of ASCII what is printed, of GB 2312 the hanzi, and the marks of documents.
 */
bool nb_font_is_common(uint32_t c);

/*
 * Whether all of a YAML file is common: then all it says is, escapes (\u7910)
 * being made with a letter that is not.
 */
bool nb_font_all_common(struct nb_str file);
