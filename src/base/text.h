/*
 * base/text.h - one input file as text, and places in it.
 *
 * The bytes are valid UTF-8 with LF line ends and no BOM: the reader
 * (source/reader.h) makes them so.  A nb_text lives in the document arena,
 * const once made, and outlives everything that points into it.
 */
#pragma once

#include "base/base.h"
#include "base/str.h"

struct nb_arena;

struct nb_text {
	struct nb_str name;         /* as the user wrote it, "-" for stdin */
	struct nb_str bytes;        /* [byte] < 16 MiB */
	const uint32_t *line_start; /* [byte] of each line */
	uint32_t n_lines;           /* >= 1 */
	const struct nb_milestone *milestone; /* text.c */
};

/* A half-open range; text is NULL for "the document as a whole". */
struct nb_span {
	const struct nb_text *text;
	uint32_t begin, end; /* [byte] */
};

/* Line from 1; col from 1 in characters; cell from 0 in terminal cells. */
struct nb_pos {
	uint32_t line, col, cell;
};

/* Makes the line table. */
struct nb_text *
nb_text_new(struct nb_arena *a, struct nb_str name, struct nb_str bytes);

struct nb_pos nb_text_pos(const struct nb_text *t, uint32_t offset);

/* Line number (from 1) without its LF; an empty slice past the end. */
struct nb_str nb_text_line(const struct nb_text *t, uint32_t line);

struct nb_str nb_span_str(struct nb_span s);
