/*
 * import/progress.h - what is told of a task at the end of its year, as 进展
 * with the words of the schema, 依据 and 原因.
 */
#pragma once

#include "import/draft.h"

struct nb_recogniser;
struct nb_vocabulary;

/*
 * Puts what the columns 进展, 依据/原因 and 备注 say into the task.  What is no
 * word of the schema is kept in 依据, or in 原因 of what was not done, and is a
 * doubt.
 */
void nb_progress_take(struct nb_recogniser *r, struct nb_draft_task *task,
    struct nb_draft_text progress, struct nb_draft_text why,
    struct nb_draft_text remark);

/* “41项：完成36、未完成5”, which the program prints below a table of tasks. */
bool nb_progress_is_tally(const struct nb_vocabulary *words, struct nb_str s);

/* Last year's tasks out of a list in prose, with what it tells of each. */
struct nb_draft_tasks *
nb_progress_of_list(struct nb_recogniser *r, const struct nb_draft_list *list);
