/*
 * import/draft_yaml.h - a draft as YAML, in the order a person would write it.
 */
#pragma once

#include "import/draft.h"

struct nb_arena;
struct nb_import_log;

typedef struct _GString GString;

/*
 * The doubts of the log stand as comments beside their places when mark is
 * set; those of no place, at the end.  What has no key is a comment there, too.
 */
void nb_draft_write(struct nb_arena *a, const struct nb_draft *d,
    struct nb_str name, const char *place, const struct nb_import_log *log,
    bool mark, GString *out);
