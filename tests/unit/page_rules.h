/*
 * tests/unit/page_rules.h - what pages must hold whatever the text is: nothing
 * outside the 版心 or over another line, no forbidden mark at a line's edge,
 * 22 lines a page, no widow, no heading or signature alone.
 */
#pragma once

#include "pages.h"

/* Aborts with a message at the first rule that is broken. */
void page_rules_check(const struct pages *p);

/* Rows that the last page has been filled to. */
int page_rules_last_rows(const struct pages *p);

/* Characters of the pages without blanks, folios left out. Free it. */
char *page_rules_text(const struct pages *p);
