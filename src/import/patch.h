/*
 * import/patch.h - a line while it is repaired, and where each of its
 * characters came from.  For repair*.c only.
 *
 * A pass looks at text, lists its edits from left to right and applies them;
 * at the end the log gets what differs, in places of the line as it was read.
 */
#pragma once

#include "base/str.h"

typedef struct _GString GString;
typedef struct _GArray GArray;

struct nb_arena;
struct nb_import_log;

/* Short and stable; one line of Chinese. */
struct nb_repair_rule {
	const char *name, *why;
};

struct nb_patch {
	struct nb_str was; /* as read */
	GString *text;     /* as it is now */
	GArray *origin;    /* for each byte of text the character of was */
	GArray *rule;      /* for each character of was who touched it last */
	GArray *edit;      /* of the pass */
	GArray *doubt;
};

void nb_patch_init(struct nb_patch *p, struct nb_str line);
void nb_patch_clear(struct nb_patch *p);

struct nb_str nb_patch_text(const struct nb_patch *p);

/* text[begin, end) becomes now, which lives until nb_patch_apply. */
void nb_patch_edit(struct nb_patch *p, size_t begin, size_t end,
    struct nb_str now, const struct nb_repair_rule *rule);
void nb_patch_apply(struct nb_patch *p);

/* Nothing is done, but a person should look at text[begin, end). */
void nb_patch_doubt(struct nb_patch *p, size_t begin, size_t end,
    const struct nb_repair_rule *rule);

/* Tells the log, gives the line as it is now, without blanks at its ends. */
struct nb_str nb_patch_finish(struct nb_patch *p, struct nb_arena *a,
    uint32_t row, struct nb_import_log *log);
