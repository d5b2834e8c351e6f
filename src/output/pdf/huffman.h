/*
 * output/pdf/huffman.h - zlib streams of CFF programs, in which every byte
 * stands for itself by one code for all (RFC 1950, 1951).
 *
 * Outlines hardly repeat themselves: to look for what does takes ten times as
 * long and makes 4 % less of them.  A code of each program's own makes 1 %
 * less; with one for all, the bits of a glyph are the same wherever it stands.
 */
#pragma once

#include "output/pdf/bytes.h"

/* A row of bits in the making; the first is the lowest of the first byte. */
struct nb_bits {
	GByteArray *bytes;
	uint64_t waiting; /* behind these */
	unsigned n_waiting;
};

struct nb_bits nb_bits_new(void);
void nb_bits_free(struct nb_bits *to);

/* Appends what bytes are coded as. */
void nb_bits_code(struct nb_bits *to, struct nb_bytes bytes);

/* Appends the first n bits of `from`. */
void nb_bits_append(struct nb_bits *to, const uint8_t *from, size_t n);

/* Fills the last byte up with zeros; how many bits there were. */
size_t nb_bits_end(struct nb_bits *to);

/*
 * What goes between the two is coded; the end makes a stream of it behind the
 * first `head` bytes of `whole`, which are not.  If that is longer than `whole`
 * there is no code in the stream.
 */
struct nb_bits nb_huffman_begin(void);
GByteArray *
nb_huffman_end(struct nb_bits *coded, struct nb_bytes whole, size_t head);
