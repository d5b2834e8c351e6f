/*
 * output/pdf/plain.h - glyphs of a CFF face that were made plain (type2.h) and
 * packed (huffman.h), kept with the face for the programs to come.  What is
 * kept changes no byte of them.  Only for program_cff.c.
 *
 * One at a time has what a face keeps; whoever else asks goes without.
 */
#pragma once

#include "output/pdf/huffman.h"

#include <hb.h>

struct nb_plain;

struct nb_plain_glyph {
	uint32_t at, n; /* its bytes, among those that are kept */
	uint32_t bits;  /* the first byte of those that it is packed in */
	uint32_t n_bits;
	uint32_t weight; /* as it is in the face [byte] */
	uint8_t font;    /* in the face */
};

/* NULL while another has it, and for the first program: it is often the last.
 */
struct nb_plain *nb_plain_borrow(hb_face_t *face);
void nb_plain_return(struct nb_plain *p);

/* NULL when it is not kept; good until the next is. */
const struct nb_plain_glyph *
nb_plain_find(const struct nb_plain *p, uint32_t gid);

/* Appends its bytes to one, and what it is packed in to the other. */
void nb_plain_add(const struct nb_plain *p, const struct nb_plain_glyph *g,
    GByteArray *bytes, struct nb_bits *packed);

/* A glyph of the face that is not kept yet; it need not fit in. */
void nb_plain_keep(struct nb_plain *p, uint32_t gid, struct nb_bytes plain,
    uint32_t weight, uint8_t font);
