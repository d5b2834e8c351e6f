/*
 * conform/survey.h - pages as a reader sees them: lines of upright text with
 * their character boxes, found once for all measurements.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "style/template.h"

struct nb_arena;

/* Runs of one role on one baseline. */
struct nb_text_line {
	const struct nb_page *page;
	const struct nb_item *first, *last; /* runs; all between are, too */
	enum nb_item_role role;
	nb_len left, right, top, bottom; /* of the character boxes */
	bool starts, ends;               /* its paragraph, as far as set */
	unsigned heading; /* level, by its ordinal, of the heading it begins */
	uint32_t heading_n; /* of its text [byte] */
};

struct nb_survey {
	struct nb_arena *arena;
	const struct nb_pages *pages;
	const struct nb_template *t; /* that they were set by */
	struct nb_fonts *fonts;
	const struct nb_text_line *line;
	uint32_t n_lines;
	nb_len left; /* where lines begin that begin no paragraph */
};

struct nb_survey nb_survey_new(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_template *t, struct nb_fonts *fonts);

/* The level (1..) whose form the ordinal has that text begins with, or 0. */
unsigned nb_ordinal_level(const struct nb_template *t, struct nb_str text);

/* The size a run was asked in: faces are scaled to look alike. */
nb_len nb_run_em(const struct nb_item *run);

/* Text of the body's flow: title, 主送, headings, paragraphs, signature. */
bool nb_line_is_flow(const struct nb_text_line *line);

/* A paragraph's or heading's line: it stands on the grid at the text's size. */
bool nb_line_is_text(const struct nb_text_line *line);

/* First and last character of a line. */
uint32_t nb_line_first(const struct nb_text_line *line);
uint32_t nb_line_last(const struct nb_text_line *line);

/* Whether c is a character of the set; 0 is of none. */
bool nb_is_one_of(struct nb_str set, uint32_t c);
