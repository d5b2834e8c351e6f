/*
 * source/clean.h - decoded text as YAML and everyone else takes it: LF line
 * ends, no byte order mark, no control characters.
 */
#pragma once

#include "base/str.h"

typedef struct _GString GString;
typedef struct _GArray GArray;

/* A character that is a space or U+FFFD now. */
struct nb_replaced {
	size_t at; /* in the clean text [byte] */
	uint32_t c;
};

struct nb_clean {
	GString *text;
	GArray *replaced; /* of struct nb_replaced */
	bool crlf, cr;
};

/* UTF-8 that nothing needs to be done to, as most files are. */
bool nb_is_clean(struct nb_str bytes);

/*
 * from is valid UTF-8.  damage (of struct nb_damage) is moved along with the
 * text.  Owns heap memory until nb_clean_free.
 */
struct nb_clean nb_clean(struct nb_str from, GArray *damage);
void nb_clean_free(struct nb_clean *c);

/*
 * Ends a line for libyaml and in no editor (U+0085, U+2028, U+2029), or is the
 * soft line break of a word processor: a space is put in its place.
 */
bool nb_is_separator(uint32_t c);
