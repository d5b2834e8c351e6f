/*
 * source/decode.h - bytes of any encoding as UTF-8.
 *
 * The result owns heap memory until nb_decoded_free.  What could not be read
 * is U+FFFD there and a nb_damage here.
 */
#pragma once

#include "base/str.h"

typedef struct _GString GString;
typedef struct _GArray GArray;

enum nb_encoding {
	NB_UTF8,
	NB_UTF8_BOM,
	NB_UTF16LE,
	NB_UTF16BE,
	NB_GB18030,
	NB_BIG5,
};

/* A run of bytes that are no character. */
struct nb_damage {
	size_t at;   /* of its U+FFFD in the decoded text [byte] */
	size_t from; /* in the input [byte] */
	size_t n;    /* [byte] */
	unsigned char first;
};

struct nb_decoded {
	enum nb_encoding encoding;
	GString *text;
	GArray *damage; /* of struct nb_damage */
};

/* UTF-16, with its byte order mark or plain to see without. */
bool nb_is_utf16(struct nb_str bytes);

struct nb_decoded nb_decode(struct nb_str bytes);

/*
 * How many of a hundred hanzi at the beginning are among the most used ones:
 * more than half of any text that was read rightly, next to none of one that
 * was not.
 */
unsigned nb_commonness(struct nb_str text);
void nb_decoded_free(struct nb_decoded *d);
