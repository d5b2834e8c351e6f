/*
 * source/line.h - one line of YAML as a clerk typed it: its indentation, and
 * the key in front of it.
 *
 * No YAML parser: it only tells what a line looks like.  Places are bytes of
 * the file; columns are counted from 0, a tab as wide as the file's own step,
 * a full-width space as two.
 */
#pragma once

#include "base/text.h"

enum nb_indent {
	NB_INDENT_SPACES,
	NB_INDENT_TAB,  /* at least one */
	NB_INDENT_WIDE, /* U+3000, U+00A0, no tab */
};

struct nb_line {
	uint32_t begin, text, end; /* line; first letter; behind the last */
	uint32_t spaces;           /* plain spaces at its very beginning */
	uint32_t col;              /* of the first letter */
	enum nb_indent indent;
};

enum nb_colon {
	NB_COLON_NONE,
	NB_COLON_GOOD,  /* 标题: … */
	NB_COLON_TIGHT, /* 标题:… */
	NB_COLON_FULL,  /* 标题：… */
};

enum nb_key_kind {
	NB_KEY_STRICT,  /* 1-12 letters, for places where prose may stand */
	NB_KEY_LIBERAL, /* 1-20, for places where only a key may stand */
};

struct nb_key {
	enum nb_colon colon;
	bool short_word;     /* looks like a key to a reader, too */
	uint32_t begin, end; /* of the key, without quotes' outside */
	uint32_t at;         /* of the colon */
	uint32_t value;      /* behind the colon and blanks */
};

/* no counts from 1.  Trailing blanks are not part of the line. */
struct nb_line nb_line_read(const struct nb_text *t, uint32_t no, uint32_t tab);

/* How many columns one level takes in this file. */
uint32_t nb_line_step(const struct nb_text *t);

/* "- …" or "-" alone. */
bool nb_is_dash(struct nb_str bytes, uint32_t at, uint32_t end);

struct nb_key nb_key_read(
    struct nb_str bytes, uint32_t begin, uint32_t end, enum nb_key_kind kind);

/* Where the " #" of a comment begins in [at, end), or end. */
uint32_t nb_comment_at(struct nb_str bytes, uint32_t at, uint32_t end);

/* Over blanks: ASCII only, and the full-width ones, too. */
uint32_t nb_skip_blanks(struct nb_str bytes, uint32_t at, uint32_t end);
uint32_t nb_skip_wide(struct nb_str bytes, uint32_t at, uint32_t end);

/* Without ASCII blanks at the end. */
uint32_t nb_trim_end(struct nb_str bytes, uint32_t begin, uint32_t end);

/*
 * Behind the quote that closes the one at `at`, or 0 when it does not close
 * before end.
 */
uint32_t nb_quote_end(struct nb_str bytes, uint32_t at, uint32_t end);

/* The same, when the opening quote stands on an earlier line. */
uint32_t
nb_quote_close(struct nb_str bytes, char quote, uint32_t at, uint32_t end);
