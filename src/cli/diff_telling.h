/*
 * cli/diff_telling.h - the lines of a comparison: diff_text.c says under which
 * headings, diff_lines.c what is in them.
 */
#pragma once

#include "cli/diff_show.h"

struct nb_telling {
	GString *out;
	struct nb_arena *arena;
	const struct nb_diff *d;
	const struct nb_diff_look *look;
	struct nb_str part, item; /* headings that were written last */
	GHashTable *figure;       /* changes that 指标 tells */
	unsigned n_changed, n_inserted, n_deleted, n_moved, n_script;
};

/* A copy fit for a terminal, on one line. */
struct nb_str nb_telling_clean(struct nb_telling *t, struct nb_str s);

/* What stands before its line: “+” new, “-” gone, “~” changed. */
char nb_telling_sign(const struct nb_diff_text *x);

/* The lines of a row that is new or gone, has moved, is changed. */
void nb_telling_whole(struct nb_telling *t, const struct nb_diff_change *c);
void nb_telling_moved(struct nb_telling *t, const struct nb_diff_change *c);
void nb_telling_changed(struct nb_telling *t, const struct nb_diff_change *c);
