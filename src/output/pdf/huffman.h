/*
 * output/pdf/huffman.h - zlib streams in which every byte stands for itself,
 * by a code that is the shorter the more there are of it (RFC 1950, 1951).
 *
 * Outlines of CFF hardly repeat themselves: to look for what does takes ten
 * times as long and makes 4 % less of them.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

/*
 * Appends the stream of n bytes.  The first `head` of them, which may be none
 * or all, have a code of their own: they are of another kind.
 */
void nb_huffman_put(GString *to, const uint8_t *bytes, size_t n, size_t head);
