/*
 * HarfBuzz maps the file; nothing is read before a glyph is asked for.
 */
#include "font/face.h"

#include "base/arena.h"
#include "base/gb2312.h"

#include <glib.h>
#include <hb-ot.h>
#include <math.h>

/* The big-endian number at p[at], n bytes long; 0 outside. */
static uint64_t
number_at(const uint8_t *p, size_t size, uint64_t at, unsigned n)
{
	uint64_t x = 0;

	if (at > size || n > size - at)
		return 0;
	for (unsigned i = 0; i < n; i++)
		x = x << 8 | p[at + i];
	return x;
}

/*
 * Whether all tables of the directory lie within the file.  HarfBuzz takes a
 * file that was cut off for one that merely lacks characters.
 */
static bool
is_whole(hb_blob_t *blob, unsigned index)
{
	unsigned size;
	const uint8_t *p = (const void *)hb_blob_get_data(blob, &size);
	const bool collection =
	    number_at(p, size, 0, 4) == HB_TAG('t', 't', 'c', 'f');
	const uint64_t start =
	    collection ? number_at(p, size, 12 + 4 * (uint64_t)index, 4) : 0;
	const uint64_t n = number_at(p, size, start + 4, 2);

	for (uint64_t i = 0; i < n; i++) {
		const uint64_t row = start + 12 + 16 * i;

		if (row + 16 > size ||
		    number_at(p, size, row + 8, 4) +
			    number_at(p, size, row + 12, 4) >
			size)
			return false;
	}
	return n != 0;
}

/* CFF outlines have a scale of their own, which the em would not change. */
static bool
set_em(struct nb_face *face)
{
	hb_blob_t *glyf =
	    hb_face_reference_table(face->hb, HB_TAG('g', 'l', 'y', 'f'));
	const bool can = hb_blob_get_length(glyf) != 0;

	hb_blob_destroy(glyf);
	if (can)
		hb_face_set_upem(face->hb, face->em);
	return can;
}

enum nb_face_state
nb_face_open(struct nb_face *face)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(face->file.p);

	if (blob == NULL)
		return NB_FACE_MISSING;
	if (face->index < hb_face_count(blob) && is_whole(blob, face->index))
		face->hb = hb_face_create(blob, face->index);
	hb_blob_destroy(blob);
	if (face->hb == NULL)
		return NB_FACE_DAMAGED;
	if (hb_face_get_glyph_count(face->hb) != 0 &&
	    (face->em == 0 || set_em(face))) {
		face->font = hb_font_create(face->hb);
		return NB_FACE_GOOD;
	}
	nb_face_close(face);
	return NB_FACE_DAMAGED;
}

void
nb_face_close(struct nb_face *face)
{
	hb_font_destroy(face->font);
	hb_face_destroy(face->hb);
	face->font = NULL;
	face->hb = NULL;
}

static bool
has_char(struct nb_str s, uint32_t c)
{
	for (size_t at = 0; at < s.n;)
		if (nb_utf8_next(s, &at) == c)
			return true;
	return false;
}

bool
nb_face_is_han(uint32_t c)
{
	return nb_is_han(c) && c != 0x3007;
}

static bool
trusts(const struct nb_face *face, uint32_t c)
{
	if (!nb_face_is_han(c))
		return !face->only_han;
	return (!face->gb2312 || nb_gb2312_has(c)) &&
	    !has_char(face->except, c);
}

static int32_t
to_mille(const struct nb_face *face, hb_position_t units)
{
	const double em = hb_face_get_upem(face->hb);

	return (int32_t)lround(units * 1000.0 * face->scale / em);
}

bool
nb_face_shape_fwid(
    const struct nb_face *face, struct nb_str text, struct nb_char_glyph *ret)
{
	const hb_feature_t fwid = { HB_TAG('f', 'w', 'i', 'd'), 1,
		HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
	hb_buffer_t *buffer = hb_buffer_create();
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *pos;
	unsigned n;

	hb_buffer_add_utf8(buffer, text.p, (int)text.n, 0, (int)text.n);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
	hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
	hb_shape(face->font, buffer, &fwid, 1);
	info = hb_buffer_get_glyph_infos(buffer, &n);
	pos = hb_buffer_get_glyph_positions(buffer, NULL);
	if (n == 1)
		*ret = (struct nb_char_glyph){ face, info->codepoint,
			to_mille(face, pos->x_advance) };
	hb_buffer_destroy(buffer);
	return n == 1;
}

struct nb_ink
nb_face_ink(const struct nb_face *face, uint32_t gid)
{
	hb_glyph_extents_t e;

	if (face->hb == NULL || !hb_font_get_glyph_extents(face->font, gid, &e))
		return (struct nb_ink){ 0 };
	return (struct nb_ink){
		.left = to_mille(face, e.x_bearing),
		.right = to_mille(face, e.x_bearing + e.width),
		.height = to_mille(face, -e.height),
	};
}

/* Code point to UTF-8 and through the shaper; false if it makes no sense. */
static bool
full_width(const struct nb_face *face, uint32_t c, struct nb_char_glyph *ret)
{
	char text[6];
	const int n = g_unichar_to_utf8(c, text);

	return nb_face_shape_fwid(
	    face, (struct nb_str){ text, (size_t)n }, ret);
}

struct nb_char_glyph
nb_face_char(const struct nb_face *face, uint32_t c)
{
	struct nb_char_glyph g = { 0 };

	if (face->hb == NULL || !trusts(face, c) ||
	    !hb_font_get_nominal_glyph(face->font, c, &g.gid))
		return (struct nb_char_glyph){ 0 };
	if (nb_face_fwid(face, c) && full_width(face, c, &g))
		return g;
	g.face = face;
	g.advance =
	    to_mille(face, hb_font_get_glyph_h_advance(face->font, g.gid));
	return g;
}

struct nb_str
nb_face_name(const struct nb_face *face)
{
	return face->name;
}

struct nb_str
nb_face_file(const struct nb_face *face)
{
	return face->file;
}

struct nb_str
nb_face_licence(const struct nb_face *face)
{
	return face->licence;
}

double
nb_face_scale(const struct nb_face *face)
{
	return face->scale;
}

double
nb_face_shift(const struct nb_face *face)
{
	return face->shift;
}

unsigned
nb_face_id(const struct nb_face *face)
{
	return face->id;
}

bool
nb_face_fwid(const struct nb_face *face, uint32_t c)
{
	return has_char(face->fwid, c);
}

bool
nb_face_usable(const struct nb_face *face)
{
	return face->hb != NULL;
}

bool
nb_face_is_system(const struct nb_face *face)
{
	return face->system;
}

hb_face_t *
nb_face_hb(const struct nb_face *face)
{
	return face->hb;
}

struct nb_str
nb_face_postscript(struct nb_arena *a, const struct nb_face *face)
{
	char name[128];
	unsigned n = sizeof(name);

	if (face->hb == NULL)
		return NB_S("");
	hb_ot_name_get_utf8(face->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &n, name);
	return nb_arena_str(a, nb_str_z(name));
}
