/*
 * import/html_lines.h - the lines of a page.
 */
#pragma once

#include "import/html.h"
#include "import/lines.h"

struct nb_import_log;

/* The lines of what is in; what is out goes to the log. */
void nb_html_lines(const struct nb_html_page *page, struct nb_lines *to,
    struct nb_import_log *log);
