/*
 * cli/sink.h - standard output and standard error.
 *
 * A reader that goes away (head, a pager that was quit) is no mistake: the
 * rest is dropped without a word, and the work goes on.  Any other failure
 * is kept in .error for the exit status.
 */
#pragma once

#include "base/base.h"

#include <glib.h>
#include <stdarg.h>

struct nb_sink {
	int fd;
	bool colour; /* a terminal, and NO_COLOR is not set */
	bool closed; /* the reader went away */
	int error;   /* errno of the first failed write, or 0 */
};

void nb_sink_init(struct nb_sink *s, int fd);

/* Cells of a line: of the terminal, within reason, else 80. */
unsigned nb_sink_cells(const struct nb_sink *s);

void nb_sink_string(struct nb_sink *s, const GString *text);
void nb_sink_printf(struct nb_sink *s, const char *fmt, ...) NB_PRINTF(2, 3);

/*
 * One line, its end added.  Names of files may be in it: control characters
 * become spaces, damaged bytes U+FFFD (nb_render_text).
 */
void nb_sink_line(struct nb_sink *s, const char *fmt, ...) NB_PRINTF(2, 3);
void nb_sink_line_v(struct nb_sink *s, const char *before, const char *fmt,
    va_list ap) NB_PRINTF(3, 0);

/* “【path】”, with an empty line before it or not. */
void nb_sink_name(struct nb_sink *s, bool apart, const char *path);
