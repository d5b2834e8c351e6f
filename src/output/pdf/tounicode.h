/*
 * output/pdf/tounicode.h - which text the codes of a font stand for, as the
 * stream that readers take text from a PDF by.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_tounicode {
	uint16_t code;
	struct nb_str text; /* empty, or not allowed: U+200B, for it must be
			       something */
};

/* The CMap of n codes, which ascend. */
void nb_tounicode_put(GString *to, const struct nb_tounicode *entry, size_t n);
