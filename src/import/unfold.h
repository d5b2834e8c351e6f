/*
 * import/unfold.h - paragraphs that were torn into lines, put together again:
 * by a mail program at a fixed width, by copying out of a PDF, by a line end
 * behind an ordinal.
 */
#pragma once

#include "import/raw.h"

struct nb_import_log;
struct nb_vocabulary;

/*
 * A paragraph stands where its first line stood.  Nothing but line ends and
 * the blanks around them is lost; what might have been two paragraphs is a
 * doubt in the log.
 */
struct nb_raw nb_unfold(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log);
