/*
 * diag/mend.h - what findings say to write instead, as edits of one text.
 *
 * The mends of one finding are taken together or not at all.  Of findings
 * whose mends meet, the first to be added is taken; the others may ask again
 * once the text is mended.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

struct nb_mend {
	uint32_t begin, end; /* in the text [byte] */
	struct nb_str with;
	guint of; /* index of its finding */
};

struct nb_mends {
	const struct nb_text *text;
	GPtrArray *diag; /* const struct nb_diag *, as added */
	GArray *mend;    /* of struct nb_mend; sorted once settled */
};

void nb_mends_init(struct nb_mends *m, const struct nb_text *text);
void nb_mends_clear(struct nb_mends *m);

/* False: the finding says nothing, or it is about another text. */
bool nb_mends_add(struct nb_mends *m, const struct nb_diag *g);

/* Sorts, and leaves out the findings whose mends meet an earlier one's. */
void nb_mends_settle(struct nb_mends *m);

/* Appends the bytes [begin, end) of the text as mended. */
void nb_mends_apply(
    const struct nb_mends *m, uint32_t begin, uint32_t end, GString *out);

/* The mends that touch [begin, end]: index of the first, and of the next. */
void nb_mends_touching(const struct nb_mends *m, uint32_t begin, uint32_t end,
    guint *ret_first, guint *ret_next);
