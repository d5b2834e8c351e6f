/*
 * output/pdf/program.h - the part of a face that a PDF brings along: a font
 * program with the glyphs in use and no others.
 */
#pragma once

#include "base/base.h"

struct nb_diags;
struct nb_face;

enum nb_program_form {
	NB_PROGRAM_CFF,      /* FontFile3 of subtype CIDFontType0C */
	NB_PROGRAM_TRUETYPE, /* FontFile2; CID is glyph */
};

struct nb_program {
	enum nb_program_form form;
	uint8_t *bytes; /* g_free */
	size_t n;
	uint8_t *packed; /* the same as a zlib stream, if that is known; g_free
			  */
	size_t n_packed;
	uint16_t *code; /* the CID of each glyph asked for; g_free */
};

/*
 * A program of the glyphs gid[0 .. n), which ascend from 0 (.notdef).  line:
 * of 加粗, in units of the font; 0: as it is.  NB_FAILED with a finding when
 * the face cannot be taken apart.
 */
NB_MUST_USE enum nb_status
nb_program_make(const struct nb_face *face, int line, const uint32_t *gid,
    uint32_t n, struct nb_diags *d, struct nb_program *ret);
void nb_program_clear(struct nb_program *program);
