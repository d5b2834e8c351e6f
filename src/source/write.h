/*
 * source/write.h - writes YAML as a person would: a key a line, two blanks
 * deeper a level, one sentence a line in a block, quotes only where YAML (or
 * its mercy) needs them, comments and empty lines where they help.
 *
 * Keys and items come in the order of the calls.  What is written, read again
 * by nb_source_yaml, gives the same strings, letter for letter.  Strings are
 * valid UTF-8 of any characters.
 */
#pragma once

#include "base/str.h"

typedef struct _GString GString;

struct nb_writer {
	GString *out; /* the caller's */
	unsigned depth;
	bool item; /* “- ” waits for the first key, which follows it */
};

/*
 * key: value.  An empty value writes the bare key.  With an empty key the
 * value alone is the item that nb_write_item began.
 */
void nb_write_text(struct nb_writer *w, struct nb_str key, struct nb_str value);

/*
 * key: | and the paragraphs below, one sentence a line, an empty line between
 * two of them.  One short sentence stands on the key's line.  Blanks at the
 * ends of a paragraph are not written, nor one that is nothing else; an LF in
 * it ends the paragraph.
 */
void nb_write_paras(struct nb_writer *w, struct nb_str key,
    const struct nb_str *para, uint32_t n);

/*
 * key: [a, b], or a list of lines when it would be long; a single one stands
 * alone.
 */
void nb_write_names(struct nb_writer *w, struct nb_str key,
    const struct nb_str *name, uint32_t n);

/* key: and what follows is inside of it, until nb_write_close. */
void nb_write_open(struct nb_writer *w, struct nb_str key);
void nb_write_close(struct nb_writer *w);

/* The next key begins an item of the list that is open. */
void nb_write_item(struct nb_writer *w);

/* A cell of a row: its text, or a map when it has pairs. */
struct nb_write_pair {
	struct nb_str key, value;
};

struct nb_write_cell {
	struct nb_str text;
	const struct nb_write_pair *pair;
	uint32_t n;
};

/* An item of the open list: - [a, {文字: b, 跨列: 2}]. */
void
nb_write_row(struct nb_writer *w, const struct nb_write_cell *cell, uint32_t n);

/* A value that may stand anywhere, also in brackets. */
void nb_write_value(GString *out, struct nb_str s);

/* “# …”, each line of it; an empty line, never two. */
void nb_write_comment(struct nb_writer *w, struct nb_str text);
void nb_write_gap(struct nb_writer *w);
