/*
 * output/pdf/put.h - numbers, names and strings as PDF writes them (ISO
 * 32000-1, 7.3).
 */
#pragma once

#include "base/len.h"
#include "base/str.h"

#include <glib.h>

/* Lengths in a file are whole thousandths of a point. */
typedef int64_t nb_milli;

static inline nb_milli
nb_milli_of(nb_len x)
{
	const int64_t scaled = (int64_t)x * 1000;

	return (scaled < 0 ? scaled - NB_LEN_PT / 2 : scaled + NB_LEN_PT / 2) /
	    NB_LEN_PT;
}

/* x / 1000, as short as it can be, and a blank. */
void nb_put_milli(GString *to, nb_milli x);

/* A whole number, without a blank. */
void nb_put_int(GString *to, int64_t x);

/* A reference to an object, and a blank. */
void nb_put_ref(GString *to, uint32_t ref);

/* A literal string of any bytes; cut to the 32,767 that PDF/A allows. */
void nb_put_bytes(GString *to, const void *bytes, size_t n);

/* The bytes of a literal string without its brackets. */
void nb_put_escaped(GString *to, const void *bytes, size_t n);

/* A text string: ASCII as it is, else UTF-16. */
void nb_put_text(GString *to, struct nb_str text);

/* The hexadecimal UTF-16BE of text, without brackets. */
void nb_put_utf16(GString *to, struct nb_str text);

/* “/NAME”; what a name must not have in it is escaped. */
void nb_put_name(GString *to, struct nb_str name);
