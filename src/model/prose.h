/*
 * model/prose.h - text as its author means it, with a way back to the file.
 *
 * The lines of a block scalar are joined, {指标} is replaced by its value.
 * Every byte can be traced to the file through the segments.  Where lines are
 * joined a space is put only between two words that are set with spaces:
 * Chinese text takes none, not even beside a figure or a Latin word.
 */
#pragma once

#include "base/text.h"
#include "source/node.h"

struct nb_arena;
struct nb_diags;
struct nb_figures;

/* A piece of the text and what stands for it in the file. */
struct nb_prose_seg {
	uint32_t at, n;      /* in the text [byte] */
	uint32_t src, src_n; /* in the file [byte] */
	bool replaced;       /* a {指标} or words of the program: no letter of
				the text is a letter of the file */
};

struct nb_prose {
	struct nb_str text; /* UTF-8, no LF, no blanks at the ends */
	const struct nb_text *source;
	const struct nb_prose_seg *seg; /* in order, may have gaps */
	uint32_t n_seg;
};

/* Paragraphs of a block scalar: an empty line starts a new one. */
struct nb_paras {
	const struct nb_prose *para;
	uint32_t n;
};

/*
 * Where text[begin, end) stands in the file.  A part of a replaced piece is
 * the whole {指标}; a joining space is the line end it stands for.
 */
struct nb_span
nb_prose_span(const struct nb_prose *p, size_t begin, size_t end);

/*
 * Whether text[begin, end) stands in the file letter by letter, so that it can
 * be written anew there: nothing in it is replaced, joined or escaped.
 */
bool nb_prose_is_verbatim(const struct nb_prose *p, size_t begin, size_t end);

/* The whole of it. */
struct nb_span nb_prose_all(const struct nb_prose *p);

/* text[begin, end) without blanks at its ends, as a prose of its own. */
struct nb_prose nb_prose_sub(
    struct nb_arena *a, const struct nb_prose *p, size_t begin, size_t end);

/* Words of the program in place of what stands at span. */
struct nb_prose
nb_prose_made(struct nb_arena *a, struct nb_str text, struct nb_span span);

/* Their texts in a row, with words between them. */
struct nb_str nb_prose_join(struct nb_arena *a, const struct nb_prose *p,
    uint32_t n, const char *between);

/*
 * Reads a scalar.  With figures each {名} becomes the value of that 指标 (N07
 * when there is none); with NULL a brace is a letter.  One prose: paragraphs
 * are joined like lines.
 */
struct nb_prose nb_prose_read(struct nb_arena *a, const struct nb_node *scalar,
    struct nb_figures *figures, struct nb_diags *d);
struct nb_paras nb_paras_read(struct nb_arena *a, const struct nb_node *scalar,
    struct nb_figures *figures, struct nb_diags *d);
