/*
 * conform/seen.h - lines of a finished PDF before anybody knows what they
 * are.  Only for recognise.c and its helpers.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "pdfin/pdfin.h"

#include <glib.h>

struct nb_arena;
struct nb_template;

/* Upright characters on one baseline, from left to right, no wide gap. */
struct nb_seen_line {
	uint32_t page;
	struct nb_pdf_char *glyph; /* without blanks; y is the line's own */
	uint32_t n;
	nb_len left, right, y, size; /* y, size: what most of them have */
	struct nb_str text;
	enum nb_item_role role;
	bool known;      /* its role has been found */
	bool starts;     /* a paragraph */
	bool is_heading; /* its paragraph begins with one, or is one */
	uint32_t level;
	uint32_t heading; /* of its characters belong to a heading */
};

/* Everything that is seen of a PDF. */
struct nb_seen {
	struct nb_arena *arena;
	const struct nb_pdf *pdf;
	const struct nb_template *t;
	const struct nb_face **face; /* of each font of the PDF */
	GArray *line;                /* of struct nb_seen_line, as read */
	uint32_t n_pages;            /* pages behind are not the report's */
	nb_len size;                 /* of most of the text */
	nb_len left, right;          /* edges of its lines */
};

/* seen.c: the lines of all pages, and what most of them are like. */
void nb_seen_read(struct nb_seen *s);

/* Whether an upright rule stands beside a line: in a table or a chart. */
bool
nb_seen_is_in_grid(const struct nb_seen *s, const struct nb_seen_line *line);

/* seen_role.c: role of every line but paragraphs and headings. */
void nb_seen_find_roles(struct nb_seen *s);

/* seen_text.c: paragraphs and headings of what is left. */
void nb_seen_find_paragraphs(struct nb_seen *s);

/* Lines, in the order in which they are read. */
static inline struct nb_seen_line *
nb_seen_line(const struct nb_seen *s, uint32_t i)
{
	return &g_array_index(s->line, struct nb_seen_line, i);
}

/* Ratio of the text's size. */
static inline nb_len
nb_seen_em(const struct nb_seen *s, double ratio)
{
	return nb_len_round(s->size * ratio);
}

static inline bool
nb_seen_is_red(uint32_t rgb)
{
	return (rgb >> 16) > 0x90 && (rgb >> 8 & 0xff) < 0x70 &&
	    (rgb & 0xff) < 0x70;
}

/* Whether a rule of a page is level, and at least `least` long. */
static inline bool
nb_seen_is_level(const struct nb_pdf_rule *r, nb_len least)
{
	return r->w > r->h && r->w >= least;
}
