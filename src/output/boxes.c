#include "output/boxes.h"

#include "base/base.h"
#include "output/sfnt.h"

#include <glib.h>
#include <string.h>

#define CFF HB_TAG('C', 'F', 'F', ' ')

enum { BOX = 36 }; /* [byte] */

/* One contour around the em: from corner to corner by 16-bit steps. */
static void
put_box(uint8_t *p, int em)
{
	nb_put16(p, 1);       /* contours */
	nb_put16(p + 6, em);  /* xMax; xMin and yMin are 0 */
	nb_put16(p + 8, em);  /* yMax */
	nb_put16(p + 10, 3);  /* last point of the contour */
	memset(p + 14, 1, 4); /* four points on the curve */
	nb_put16(p + 20, em); /* dx: 0, em, 0, -em */
	nb_put16(p + 24, -em);
	nb_put16(p + 30, em); /* dy: 0, 0, em, 0 */
}

static void
add_boxes(hb_face_t *to, unsigned n, int em)
{
	uint8_t *glyf = g_malloc0_n(n, BOX);
	uint8_t *loca = g_malloc0_n(n + 1, 4);

	for (unsigned i = 0; i < n; i++) {
		put_box(glyf + i * BOX, em);
		nb_put32(loca + (i + 1) * 4, (i + 1) * BOX);
	}
	nb_sfnt_add(to, HB_TAG('g', 'l', 'y', 'f'), glyf, n * BOX);
	nb_sfnt_add(to, HB_TAG('l', 'o', 'c', 'a'), loca, (n + 1) * 4);
}

static void
copy_tables(hb_face_t *to, hb_face_t *face)
{
	static const hb_tag_t tag[] = { CFF, HB_TAG('O', 'S', '/', '2'),
		HB_TAG('c', 'm', 'a', 'p'), HB_TAG('h', 'h', 'e', 'a'),
		HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
		HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't') };

	for (unsigned i = 0; i < NB_COUNT(tag); i++)
		nb_sfnt_copy(to, face, tag[i]);
	nb_sfnt_add_head(to, face);
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	const bool has = hb_blob_get_length(blob) != 0;

	hb_blob_destroy(blob);
	return has;
}

hb_blob_t *
nb_boxes_blob(hb_face_t *face)
{
	hb_face_t *to;
	hb_blob_t *blob;
	char *version;
	unsigned n;

	if (!has_table(face, CFF))
		return hb_face_reference_blob(face);
	to = hb_face_builder_create();
	copy_tables(to, face);
	add_boxes(
	    to, hb_face_get_glyph_count(face), (int)hb_face_get_upem(face));
	blob = hb_face_reference_blob(to);
	hb_face_destroy(to);
	/* HarfBuzz calls it OTTO; FreeType must take it for TrueType. */
	version = hb_blob_get_data_writable(blob, &n);
	if (n >= 4)
		memcpy(version, "\0\1\0\0", 4);
	return blob;
}
