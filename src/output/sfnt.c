#include "output/sfnt.h"

#include <glib.h>

enum { HEAD_LOCA_FORMAT = 51 }; /* [byte] */

void
nb_put16(uint8_t *p, int x)
{
	p[0] = (uint8_t)(x >> 8);
	p[1] = (uint8_t)x;
}

void
nb_put32(uint8_t *p, uint32_t x)
{
	nb_put16(p, (int)(x >> 16));
	nb_put16(p + 2, (int)(x & 0xFFFF));
}

void
nb_sfnt_add(hb_face_t *to, hb_tag_t tag, uint8_t *bytes, size_t n)
{
	hb_blob_t *blob = hb_blob_create((const char *)bytes, (unsigned)n,
	    HB_MEMORY_MODE_WRITABLE, bytes, g_free);

	hb_face_builder_add_table(to, tag, blob);
	hb_blob_destroy(blob);
}

void
nb_sfnt_copy(hb_face_t *to, hb_face_t *from, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(from, tag);

	hb_face_builder_add_table(to, tag, blob);
	hb_blob_destroy(blob);
}

uint8_t *
nb_sfnt_bytes(hb_face_t *from, hb_tag_t tag, size_t *n)
{
	hb_blob_t *blob = hb_face_reference_table(from, tag);
	unsigned length;
	const char *p = hb_blob_get_data(blob, &length);
	uint8_t *copy = g_memdup2(p, length);

	hb_blob_destroy(blob);
	*n = length;
	return copy;
}

void
nb_sfnt_add_head(hb_face_t *to, hb_face_t *from)
{
	const hb_tag_t tag = HB_TAG('h', 'e', 'a', 'd');
	size_t n;
	uint8_t *head = nb_sfnt_bytes(from, tag, &n);

	if (n > HEAD_LOCA_FORMAT)
		head[HEAD_LOCA_FORMAT] = 1;
	nb_sfnt_add(to, tag, head, n);
}
