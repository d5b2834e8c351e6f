/*
 * import/list.h - “一是…；二是…。” taken apart.
 */
#pragma once

#include "import/draft.h"

struct nb_recogniser;

/*
 * The first `n` paragraphs as what leads to a list and the list.  Returns how
 * many of them it is; 0 when there is none of two parts at least.
 */
uint32_t nb_list_read(struct nb_recogniser *r, const struct nb_draft_text *para,
    uint32_t n, struct nb_draft_list *ret);

/* A sentence without the mark at its end, which goes to the log. */
struct nb_str
nb_list_unmarked(struct nb_recogniser *r, struct nb_draft_text sentence);

void nb_list_add(struct nb_recogniser *r, struct nb_draft_list *list,
    struct nb_draft_item item);
