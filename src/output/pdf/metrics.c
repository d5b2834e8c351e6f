#include "output/pdf/metrics.h"

#include "font/font.h"

#include <glib.h>
#include <hb-ot.h>
#include <math.h>

/* ISO 32000-1, table 123 */
enum {
	FIXED_PITCH = 1 << 0,
	SERIF = 1 << 1,
	SYMBOLIC = 1 << 2, /* it has more than the Latin letters */
	ITALIC = 1 << 6,
};

/* Where numbers stand in tables of the face. [byte] */
enum {
	HEAD_BOX = 36,
	POST_FIXED = 12,
	OS2_PANOSE = 32, /* its family, kind of serif … */
};

/* PANOSE: Latin text; serifs are from cove to flared. */
enum { TEXT_FAMILY = 2, FIRST_SERIF = 2, LAST_SERIF = 10 };

enum { BOLD = 700, EM = 1000 };

static int
to_mille(double units, unsigned em)
{
	return (int)lround(units * EM / em);
}

static unsigned
byte_at(hb_face_t *face, hb_tag_t tag, unsigned at)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	unsigned n;
	const uint8_t *p = (const void *)hb_blob_get_data(table, &n);
	const unsigned byte = at < n ? p[at] : 0;

	hb_blob_destroy(table);
	return byte;
}

static int16_t
int16_at(hb_face_t *face, hb_tag_t tag, unsigned at)
{
	return (
	    int16_t)(byte_at(face, tag, at) << 8 | byte_at(face, tag, at + 1));
}

static unsigned
flags_of(hb_face_t *face, double italic)
{
	const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2');
	const unsigned family = byte_at(face, os2, OS2_PANOSE);
	const unsigned serif = byte_at(face, os2, OS2_PANOSE + 1);
	unsigned flags = SYMBOLIC;

	for (unsigned i = 0; i < 4; i++)
		if (byte_at(face, HB_TAG('p', 'o', 's', 't'), POST_FIXED + i) !=
		    0)
			flags |= FIXED_PITCH;
	if (family == TEXT_FAMILY && serif >= FIRST_SERIF &&
	    serif <= LAST_SERIF)
		flags |= SERIF;
	if (italic != 0)
		flags |= ITALIC;
	return flags;
}

static int
position(hb_font_t *font, hb_ot_metrics_tag_t tag, unsigned em, int usual)
{
	hb_position_t x;

	return hb_ot_metrics_get_position(font, tag, &x) && x != 0
	    ? to_mille(x, em)
	    : usual;
}

/* Faces do not tell how thick their stems are; their weight does roughly. */
static int
stem_of(hb_font_t *font, bool bold)
{
	const double weight =
	    bold ? BOLD : hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);

	return (int)lround(50 + weight * weight / (65.0 * 65.0));
}

static void
set_name(struct nb_metrics *m, hb_face_t *face, unsigned id)
{
	unsigned n = sizeof(m->name);

	if (hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
		HB_LANGUAGE_INVALID, &n, m->name) == 0)
		g_snprintf(m->name, sizeof(m->name), "Font%u", id);
}

struct nb_metrics
nb_metrics_of(const struct nb_face *face, bool bold)
{
	hb_face_t *hb = nb_face_hb(face);
	hb_font_t *font = hb_font_create(hb);
	const unsigned em = hb_face_get_upem(hb);
	const double italic =
	    hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE);
	struct nb_metrics m = {
		.flags = flags_of(hb, italic),
		.ascent = position(
		    font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em, 880),
		.descent = position(
		    font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, em, -120),
		.cap = position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, em, 700),
		.stem = stem_of(font, bold),
		.italic = (int)lround(italic * 1000),
	};

	for (unsigned i = 0; i < 4; i++)
		m.box[i] = to_mille(
		    int16_at(hb, HB_TAG('h', 'e', 'a', 'd'), HEAD_BOX + 2 * i),
		    em);
	set_name(&m, hb, nb_face_id(face));
	hb_font_destroy(font);
	return m;
}
