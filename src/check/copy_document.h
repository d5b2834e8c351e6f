/*
 * check/copy_document.h - what is kept of a document to compare it: its
 * letters, and the way back from them to the text and the lines of the file.
 */
#pragma once

#include "model/report.h"
#include "style/outline.h"

#include <glib.h>

struct nb_arena;

/* From a byte of the text on it is the line. */
struct nb_copy_line {
	uint32_t at, line;
};

struct nb_copy_document {
	struct nb_str name;
	struct nb_str text; /* its paragraphs, an LF behind each */
	bool traditional;
	struct nb_words own;
	uint16_t *letter; /* owned */
	uint32_t n;
	uint32_t han; /* among the letters */
	const struct nb_copy_line *line;
	uint32_t n_lines;
};

/* Everything but the letters lives in a. */
void nb_copy_document_read(struct nb_arena *a, struct nb_str name,
    const struct nb_report *r, const struct nb_outline *o,
    struct nb_copy_document *ret);

/* The text and the lines of letters, for printing; the text in a. */
struct nb_str nb_copy_document_text(const struct nb_copy_document *d,
    const struct nb_outline *o, struct nb_arena *a, uint32_t begin,
    uint32_t end, uint32_t *ret_first_line, uint32_t *ret_last_line);
