/*
 * import/list.h - “一是…；二是…。” taken apart.
 */
#pragma once

#include "import/draft.h"

struct nb_recogniser;

/* A problem may tell its cause; a task is a sentence and what explains it. */
enum nb_list_of { NB_LIST_PROBLEMS, NB_LIST_TASKS };

/*
 * The first `n` paragraphs as what leads to a list and the list.  Returns how
 * many of them it is; 0 when there is none of two parts at least.
 */
uint32_t nb_list_read(struct nb_recogniser *r, enum nb_list_of of,
    const struct nb_draft_text *para, uint32_t n, struct nb_draft_list *ret);

/* The same for “1.…；” “2.…。”, every one a paragraph. */
uint32_t nb_list_read_lines(struct nb_recogniser *r, enum nb_list_of of,
    const struct nb_draft_text *para, uint32_t n, struct nb_draft_list *ret);

/* The same for “…有差距：甲；乙；丙。”, all of a paragraph. */
bool nb_list_read_clauses(struct nb_recogniser *r,
    const struct nb_draft_text *para, struct nb_draft_list *ret);

/* A sentence without the mark at its end, which goes to the log. */
struct nb_str
nb_list_unmarked(struct nb_recogniser *r, struct nb_draft_text sentence);

void nb_list_add(struct nb_recogniser *r, struct nb_draft_list *list,
    struct nb_draft_item item);
