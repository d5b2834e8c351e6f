/*
 * output/pdf/program_own.h - font programs without a library: glyphs are found
 * in the mapped file and copied, which costs what the glyphs in use weigh,
 * however large the face is.  Only for program.c.
 *
 * These functions change nothing that is seen, so any number of threads may
 * ask for programs of one face.
 */
#pragma once

#include "output/pdf/program.h"

#include <glib.h>
#include <hb.h>

/* What is rare or damaged is not ours: ret is then empty. */
enum nb_program_try { NB_PROGRAM_MADE, NB_PROGRAM_NOT_MINE };

/*
 * Of the glyphs gid[0 .. n), which ascend from 0; n > 0.  The CID of a glyph
 * is its place in gid.
 *
 * cff: a CID-keyed font without subroutines, of any font of version 1.
 * glyf: the tables that PDF asks for; the face's em is the program's.  The
 * parts of glyphs come behind those asked for.
 */
NB_MUST_USE enum nb_program_try nb_program_cff(
    hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret);
NB_MUST_USE enum nb_program_try nb_program_glyf(
    hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret);

/*
 * The end of both: takes out over, as what was made if it is good.  The CIDs
 * are 0 .. n - 1.
 */
NB_MUST_USE enum nb_program_try nb_program_end(GByteArray *out, bool good,
    enum nb_program_form form, uint32_t n, struct nb_program *ret);
