/*
 * cli/diff_show.h - how the changes from one report to another are told.
 */
#pragma once

#include "compare/diff.h"

#include <glib.h>

struct nb_diff_look {
	unsigned width; /* of a line [cell] */
	bool colour;
};

/* Appends nothing when nothing has changed. */
void nb_diff_show_text(GString *out, struct nb_arena *a,
    const struct nb_diff *d, const struct nb_diff_look *look);

/* One object; nb_cmd_diff.about says what is in it. */
void
nb_diff_show_json(GString *out, struct nb_arena *a, const struct nb_diff *d);

/* “heading”, for programs. */
const char *nb_diff_kind_name(enum nb_diff_kind kind);

/* “三、规范执法”, “指标”: what a row and those under it are called. */
struct nb_str nb_diff_title(struct nb_arena *a, const struct nb_diff_row *row);

/* “三、（二）第1段”: where a row stands. */
struct nb_str
nb_diff_place(struct nb_arena *a, const struct nb_diff_side *s, uint32_t row);

/* “原在“规范执法”之后”: where a heading stood. */
struct nb_str nb_diff_neighbour(
    struct nb_arena *a, const struct nb_diff_side *s, uint32_t row);

/*
 * A text with its changes marked: 〔－旧〕〔＋新〕.  What has stayed is left
 * out but for a few words beside a change; where a sentence went to or came
 * from is said.
 */
struct nb_str nb_diff_marked(struct nb_arena *a, const struct nb_diff *d,
    const struct nb_diff_text *text);

/* Appends a marked text, its marks in colour. */
void nb_diff_colour(GString *out, struct nb_str marked);

/* Nothing of the old text is left in the new one. */
bool nb_diff_is_replaced(const struct nb_diff_text *text);
