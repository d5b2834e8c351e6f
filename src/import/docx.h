/*
 * import/docx.h - a Word document while it is read.
 */
#pragma once

#include "import/docx_numbering.h"
#include "import/lines.h"

struct nb_import_log;

struct nb_docx {
	struct nb_arena *arena;
	struct nb_import_log *log;
	struct nb_docx_styles styles;
	struct nb_docx_numbering *numbering;
	/* Roots of the parts that stand beside the text, or NULL. */
	const struct nb_markup *footnotes, *endnotes, *comments;
	uint32_t row; /* paragraphs so far */
};

/* What blocks are in e: paragraphs and tables, as lines. */
void nb_docx_blocks(
    struct nb_docx *x, const struct nb_markup *e, struct nb_lines *to);

void nb_docx_table(
    struct nb_docx *x, const struct nb_markup *tbl, struct nb_lines *to);

/* All words in e, deleted ones too, an LF between two paragraphs. */
struct nb_str nb_docx_words(struct nb_arena *a, const struct nb_markup *e);

/* Puts the words of the block e in the log as left out, and counts on. */
void nb_docx_leave_out(struct nb_docx *x, const struct nb_markup *e,
    const char *rule, const char *why);
