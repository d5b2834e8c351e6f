/*
 * review/review.h - 送审稿: the pages of a draft with what is to be said of it
 * at the very words, and a list of all that behind them.
 *
 * The text stays where it is.  Beside it stand numbers of lines, numbers of the
 * remarks and the word of the draft; over it, highlights.  A number leads to
 * its row of the list, the row back to the place.
 */
#pragma once

#include "diag/diag.h"
#include "font/font.h"
#include "layout/frame.h"
#include "style/template.h"

struct nb_arena;
struct nb_node;

struct nb_review {
	const struct nb_pages *pages;
	const struct nb_node *root; /* of the file they were made of */
	const struct nb_diags *findings;
	enum nb_severity least; /* those below it are left out */
	const struct nb_template *t;
	enum nb_script script;
	struct nb_fonts *fonts;
};

/* The pages with all that; it lives in a, which what r points to outlives. */
const struct nb_pages *
nb_review_pages(struct nb_arena *a, const struct nb_review *r);
