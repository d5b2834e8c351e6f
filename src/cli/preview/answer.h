/*
 * cli/preview/answer.h - what the page asks for, as JSON.
 */
#pragma once

#include "cli/preview/desk.h"

/* A row of the list; the caller frees. */
char *nb_answer_row(const struct nb_desk_sheet *sheet);

/* All rows; of a document that waits only its name. */
void nb_answer_list(GString *out, const struct nb_desk *desk);

/*
 * Pages, findings with the places of their words [pt from the top left of the
 * page], the coverage matrix.
 */
void nb_answer_doc(GString *out, struct nb_desk_sheet *sheet);
