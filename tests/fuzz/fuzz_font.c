/*
 * fuzz_font.c - any bytes as a font: its program is not ours to make, or
 * draws the same, and becomes the same again when it is taken apart itself.
 */
#include "fuzz.h"

#include "../unit/outlines.h"
#include "output/pdf/program_own.h"

#include <glib.h>
#include <string.h>

enum { GLYPHS = 64 };

typedef enum nb_program_try (*make_fn)(
    hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret);

static void
judge(make_fn make, hb_face_t *from, const struct nb_program *program,
    const uint32_t *gid, uint32_t n)
{
	hb_face_t *face = outlines_face(program, n, hb_face_get_upem(from));
	hb_font_t *whole = outlines_font(from), *font = outlines_font(face);
	struct nb_program again;

	for (uint32_t i = 0; i < n; i++) {
		nb_assert(program->code[i] == i);
		nb_assert(!outlines_any(whole, gid[i]) ||
		    outlines_same(whole, gid[i], font, i));
	}
	nb_assert(make(face, gid, n, &again) == NB_PROGRAM_MADE);
	nb_assert(again.n == program->n);
	nb_assert(memcmp(again.bytes, program->bytes, again.n) == 0);
	nb_program_clear(&again);
	hb_font_destroy(font);
	hb_font_destroy(whole);
	hb_face_destroy(face);
}

static void
try_way(make_fn make, hb_face_t *face, const uint32_t *gid, uint32_t n)
{
	struct nb_program program;

	if (make(face, gid, n, &program) == NB_PROGRAM_MADE)
		judge(make, face, &program, gid, n);
	nb_program_clear(&program);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	hb_blob_t *blob = hb_blob_create((const char *)bytes, (unsigned)size,
	    HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);
	const unsigned n = MIN(hb_face_get_glyph_count(face), GLYPHS);
	uint32_t gid[GLYPHS];

	for (uint32_t i = 0; i < GLYPHS; i++)
		gid[i] = i;
	try_way(nb_program_cff, face, gid, MAX(n, 1));
	try_way(nb_program_glyf, face, gid, MAX(n, 1));
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return 0;
}
