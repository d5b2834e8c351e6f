/*
 * source/form.h - how a file keeps its text, to write it that way again:
 * encoding, byte order mark, line ends.
 */
#pragma once

#include "source/decode.h"

enum nb_line_end { NB_LINE_LF, NB_LINE_CRLF, NB_LINE_CR };

struct nb_form {
	enum nb_encoding encoding;
	enum nb_line_end end; /* of the first line */
};

struct nb_form nb_form_read(struct nb_str bytes);

/*
 * Appends text (UTF-8, LF) in that form.  false: it cannot be written so, and
 * what was appended is of no use.
 */
NB_MUST_USE bool
nb_form_write(const struct nb_form *form, struct nb_str text, GString *out);
