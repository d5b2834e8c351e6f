#include "output/boxes.h"

#include "base/base.h"

#include <glib.h>
#include <string.h>

#define CFF HB_TAG('C', 'F', 'F', ' ')
#define HEAD HB_TAG('h', 'e', 'a', 'd')

enum { BOX = 36, HEAD_LOCA_FORMAT = 51 }; /* [byte] */

static void
put16(uint8_t *p, int x)
{
	p[0] = (uint8_t)(x >> 8);
	p[1] = (uint8_t)x;
}

static void
put32(uint8_t *p, uint32_t x)
{
	put16(p, (int)(x >> 16));
	put16(p + 2, (int)(x & 0xFFFF));
}

/* One contour around the em: from corner to corner by 16-bit steps. */
static void
put_box(uint8_t *p, int em)
{
	put16(p, 1);          /* contours */
	put16(p + 6, em);     /* xMax; xMin and yMin are 0 */
	put16(p + 8, em);     /* yMax */
	put16(p + 10, 3);     /* last point of the contour */
	memset(p + 14, 1, 4); /* four points on the curve */
	put16(p + 20, em);    /* dx: 0, em, 0, -em */
	put16(p + 24, -em);
	put16(p + 30, em); /* dy: 0, 0, em, 0 */
}

static void
add_table(hb_face_t *to, hb_tag_t tag, uint8_t *bytes, size_t n)
{
	hb_blob_t *blob = hb_blob_create((const char *)bytes, (unsigned)n,
	    HB_MEMORY_MODE_WRITABLE, bytes, g_free);

	hb_face_builder_add_table(to, tag, blob);
	hb_blob_destroy(blob);
}

static void
add_boxes(hb_face_t *to, unsigned n, int em)
{
	uint8_t *glyf = g_malloc0_n(n, BOX);
	uint8_t *loca = g_malloc0_n(n + 1, 4);

	for (unsigned i = 0; i < n; i++) {
		put_box(glyf + i * BOX, em);
		put32(loca + (i + 1) * 4, (i + 1) * BOX);
	}
	add_table(to, HB_TAG('g', 'l', 'y', 'f'), glyf, n * BOX);
	add_table(to, HB_TAG('l', 'o', 'c', 'a'), loca, (n + 1) * 4);
}

/* 'head' says that offsets in 'loca' have 32 bits. */
static void
add_head(hb_face_t *to, hb_blob_t *from)
{
	unsigned n;
	const char *p = hb_blob_get_data(from, &n);
	uint8_t *head = g_memdup2(p, n);

	if (n > HEAD_LOCA_FORMAT)
		head[HEAD_LOCA_FORMAT] = 1;
	add_table(to, HEAD, head, n);
}

static void
copy_tables(hb_face_t *to, hb_face_t *face)
{
	static const hb_tag_t tag[] = { CFF, HB_TAG('O', 'S', '/', '2'),
		HB_TAG('c', 'm', 'a', 'p'), HEAD, HB_TAG('h', 'h', 'e', 'a'),
		HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
		HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't') };

	for (unsigned i = 0; i < NB_COUNT(tag); i++) {
		hb_blob_t *blob = hb_face_reference_table(face, tag[i]);

		if (tag[i] == HEAD)
			add_head(to, blob);
		else
			hb_face_builder_add_table(to, tag[i], blob);
		hb_blob_destroy(blob);
	}
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
