/*
 * source/write.h - writes YAML as a person would: a key a line, two blanks
 * deeper a level, one sentence a line in a block, quotes only where YAML
 * needs them, comments and empty lines where they help.
 *
 * Keys and items come in the order of the calls.  What is written, read again
 * by nb_source_yaml, gives the same strings.
 */
#pragma once

#include "base/str.h"

typedef struct _GString GString;

struct nb_writer {
	GString *out; /* the caller's */
	unsigned depth;
	bool item; /* “- ” is written, its first key follows on the line */
};

/* key: value.  An empty value writes the bare key. */
void nb_write_text(struct nb_writer *w, struct nb_str key, struct nb_str value);

/*
 * key: | and the paragraphs below, one sentence a line, an empty line between
 * two of them.  One short sentence stands on the key's line.
 */
void nb_write_paras(struct nb_writer *w, struct nb_str key,
    const struct nb_str *para, uint32_t n);

/* key: [a, b], or a list of lines when it would be long. */
void nb_write_names(struct nb_writer *w, struct nb_str key,
    const struct nb_str *name, uint32_t n);

/* key: and what follows is inside of it, until nb_write_close. */
void nb_write_open(struct nb_writer *w, struct nb_str key);
void nb_write_close(struct nb_writer *w);

/* The next key begins an item of the list that is open. */
void nb_write_item(struct nb_writer *w);

/* “# …”, each line of it; an empty line. */
void nb_write_comment(struct nb_writer *w, struct nb_str text);
void nb_write_gap(struct nb_writer *w);
