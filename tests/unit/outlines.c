#include "outlines.h"

#include "output/pdf/program.h"

#include <glib.h>
#include <hb-ot.h>
#include <string.h>

enum { HEAD = 54, HEAD_EM = 18, MAXP = 6 };

static void
add_table(hb_face_t *face, const char *tag, const void *bytes, size_t n)
{
	hb_blob_t *blob = hb_blob_create(
	    bytes, (unsigned)n, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);

	hb_face_builder_add_table(face, hb_tag_from_string(tag, 4), blob);
	hb_blob_destroy(blob);
}

static hb_face_t *
wrap(const struct nb_program *program, unsigned n, unsigned em)
{
	uint8_t head[HEAD] = { 0, 1, [12] = 0x5F, 0x0F, 0x3C, 0xF5 };
	const uint8_t maxp[MAXP] = { 0, 0, 0x50, 0, (uint8_t)(n >> 8),
		(uint8_t)n };
	hb_face_t *face = hb_face_builder_create();

	head[HEAD_EM] = (uint8_t)(em >> 8);
	head[HEAD_EM + 1] = (uint8_t)em;
	add_table(face, "head", head, sizeof(head));
	add_table(face, "maxp", maxp, sizeof(maxp));
	add_table(face, "CFF ", program->bytes, program->n);
	return face;
}

hb_face_t *
outlines_face(const struct nb_program *program, unsigned n, unsigned em)
{
	hb_blob_t *blob;
	hb_face_t *face;

	if (program->form == NB_PROGRAM_CFF)
		return wrap(program, n, em);
	blob = hb_blob_create((const char *)program->bytes,
	    (unsigned)program->n, HB_MEMORY_MODE_READONLY, NULL, NULL);
	face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	return face;
}

hb_font_t *
outlines_font(hb_face_t *face)
{
	hb_font_t *font = hb_font_create(face);

	hb_ot_font_set_funcs(font);
	return font;
}

static void
add(void *data, char kind, const float *p, unsigned n)
{
	g_byte_array_append(data, (const uint8_t *)&kind, 1);
	g_byte_array_append(data, (const uint8_t *)p, (guint)(n * sizeof(*p)));
}

static void
move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
    float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	add(data, 'm', (const float[]){ x, y }, 2);
}

static void
line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
    float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	add(data, 'l', (const float[]){ x, y }, 2);
}

static void
quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
    float x1, float y1, float x, float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	add(data, 'q', (const float[]){ x1, y1, x, y }, 4);
}

static void
cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
    float y1, float x2, float y2, float x, float y, void *user)
{
	(void)funcs, (void)state, (void)user;
	add(data, 'c', (const float[]){ x1, y1, x2, y2, x, y }, 6);
}

static GByteArray *
draw(hb_font_t *font, unsigned gid)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	GByteArray *path = g_byte_array_new();

	hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
	hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
	hb_font_get_glyph_shape(font, gid, funcs, path);
	hb_draw_funcs_destroy(funcs);
	return path;
}

bool
outlines_same(hb_font_t *a, unsigned gid_a, hb_font_t *b, unsigned gid_b)
{
	g_autoptr(GByteArray) x = draw(a, gid_a);
	g_autoptr(GByteArray) y = draw(b, gid_b);

	return x->len == y->len &&
	    (x->len == 0 || memcmp(x->data, y->data, x->len) == 0);
}

bool
outlines_any(hb_font_t *font, unsigned gid)
{
	g_autoptr(GByteArray) path = draw(font, gid);

	return path->len > 0;
}
