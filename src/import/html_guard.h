/*
 * import/html_guard.h - what a page must not do to its parser.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/*
 * libxml2 compares every attribute of a tag with those before it, so that one
 * tag with a million of them takes hours.  What follows the first
 * NB_HTML_ATTRS of a tag is covered with blanks: attributes are no words of a
 * page.  Linear; a copy only if there are such tags.
 */
enum { NB_HTML_ATTRS = 256 };

struct nb_str nb_html_guard(struct nb_arena *a, struct nb_str bytes);
