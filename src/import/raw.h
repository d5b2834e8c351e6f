/*
 * import/raw.h - an old document as any reader gives it: its lines, in order,
 * and what its format says of them.
 *
 * A reader (read_text.c, read_html.c, read_docx.c) decodes and takes lines
 * apart, and judges nothing: furniture, headings and mistakes are for
 * furniture.c, recognise.c and repair.c.  What a reader itself leaves out
 * (scripts, hidden text, navigation outside of the article) it puts in the
 * log.  Lives in the import's arena.
 */
#pragma once

#include "base/str.h"
#include "base/text.h"

struct nb_arena;
struct nb_diags;
struct nb_import_log;

/* A cell of a table that its format knows as one. */
struct nb_raw_cell {
	struct nb_str text;  /* paragraphs joined by LF */
	uint32_t rows, cols; /* span, >= 1 */
};

struct nb_raw_row {
	const struct nb_raw_cell *cell; /* those that begin in this row */
	uint32_t n;
};

struct nb_raw_table {
	const struct nb_raw_row *row;
	uint32_t n;
};

enum nb_raw_align { NB_RAW_LEFT, NB_RAW_CENTRE, NB_RAW_RIGHT };

struct nb_raw_line {
	struct nb_str text;  /* one line, or one paragraph; no LF */
	struct nb_str label; /* an ordinal the format generates, not in text:
				“（一）”; or empty */
	uint32_t row;        /* where: line of a text or of an HTML file,
				paragraph of a Word file; from 1 */
	unsigned level;      /* of a heading by its format: 1 …; 0: none */
	struct nb_str style; /* what its format calls it, or empty */
	enum nb_raw_align align;
	bool gap;                         /* an empty line stands before it */
	bool joined;                      /* flat.c put its bars in */
	bool turned;                      /* a page began before it */
	bool lies;                        /* the paper lies: 横排 */
	const struct nb_raw_table *table; /* text is then empty; or NULL */
};

struct nb_raw {
	struct nb_str name; /* of the file, as the user wrote it */
	/* By the format's own metadata, or empty; a title may also name the
	 * site, and a date have a time. */
	struct nb_str title, source, published;
	const char *place; /* what row counts: “行” “段” */
	const struct nb_raw_line *line;
	uint32_t n;
};

/*
 * One reader, one row of readers.c.  NB_FAILED with a finding when the bytes
 * cannot be read as this format: a broken or bloated archive, XML that
 * expands without end.
 */
struct nb_reader {
	const char *name;  /* "text" "html" "docx" */
	const char *title; /* in Chinese */
	size_t most;       /* of bytes; 0: NB_SOURCE_MAX */
	bool (*knows)(struct nb_str name, struct nb_str bytes);
	enum nb_status (*read)(struct nb_arena *a, struct nb_str name,
	    struct nb_str bytes, struct nb_import_log *log, struct nb_diags *d,
	    struct nb_raw *ret);
};

/* The most particular first; the last knows everything. */
extern const struct nb_reader *const nb_readers[];

extern const struct nb_reader nb_reader_html;
extern const struct nb_reader nb_reader_docx;
extern const struct nb_reader nb_reader_markdown;
extern const struct nb_reader nb_reader_text;

/* NB_FAILED with A67: a text without words. */
enum nb_status nb_raw_refuse_empty(const struct nb_text *t, struct nb_diags *d);
