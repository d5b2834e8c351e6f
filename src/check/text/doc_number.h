/*
 * check/text/doc_number.h - 发文字号 in running text: 云法〔2024〕2号.
 */
#pragma once

#include "base/str.h"

/* Places are in the text it was found in. [byte] */
struct nb_doc_number {
	size_t begin, end;  /* of the whole */
	size_t open, close; /* the brackets; close: behind the closing one */
	struct nb_str code; /* 代字: the Han characters before, at most 8 */
	struct nb_str year; /* 2 or 4 digits */
	struct nb_str serial;
	bool di, hao; /* 第 before the serial, 号 behind it */
};

/*
 * The next at or after *at, which moves behind it.  Brackets of any kind; a
 * year of two digits and a missing 号 only within 〔〕 or [].
 */
bool nb_doc_number_next(struct nb_str s, size_t *at, struct nb_doc_number *ret);
