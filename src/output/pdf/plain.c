#include "output/pdf/plain.h"

/* Of a face: the glyphs of a thousand reports, not all that it has. */
enum { MOST = 1 << 20 /* [byte] */ };

struct nb_plain {
	GMutex borrowed;
	uint32_t n_slots;
	uint16_t *slot; /* of a glyph: 1 + its place below, or 0; NULL before
			   the second program */
	GArray *glyph;  /* struct nb_plain_glyph */
	GByteArray *bytes;
	struct nb_bits packed;
};

/* Whose address says what of a face's data is ours. */
static const hb_user_data_key_t key;

static void
free_plain(void *data)
{
	struct nb_plain *p = data;

	g_mutex_clear(&p->borrowed);
	g_free(p->slot);
	g_array_unref(p->glyph);
	g_byte_array_unref(p->bytes);
	nb_bits_free(&p->packed);
	g_free(p);
}

static void
attach(hb_face_t *face)
{
	struct nb_plain *p = g_new0(struct nb_plain, 1);

	g_mutex_init(&p->borrowed);
	p->n_slots = hb_face_get_glyph_count(face);
	p->glyph = g_array_new(FALSE, FALSE, sizeof(struct nb_plain_glyph));
	p->bytes = g_byte_array_new();
	p->packed = nb_bits_new();
	if (!hb_face_set_user_data(
		face, (hb_user_data_key_t *)&key, p, free_plain, false))
		free_plain(p);
}

struct nb_plain *
nb_plain_borrow(hb_face_t *face)
{
	struct nb_plain *p =
	    hb_face_get_user_data(face, (hb_user_data_key_t *)&key);

	if (p == NULL) {
		attach(face);
		return NULL;
	}
	if (!g_mutex_trylock(&p->borrowed))
		return NULL;
	if (p->slot == NULL)
		p->slot = g_new0(uint16_t, p->n_slots);
	return p;
}

void
nb_plain_return(struct nb_plain *p)
{
	if (p != NULL)
		g_mutex_unlock(&p->borrowed);
}

const struct nb_plain_glyph *
nb_plain_find(const struct nb_plain *p, uint32_t gid)
{
	if (p == NULL || gid >= p->n_slots || p->slot[gid] == 0)
		return NULL;
	return &g_array_index(
	    p->glyph, struct nb_plain_glyph, p->slot[gid] - 1U);
}

void
nb_plain_add(const struct nb_plain *p, const struct nb_plain_glyph *g,
    GByteArray *bytes, struct nb_bits *packed)
{
	nb_bytes_copy(bytes, (struct nb_bytes){ p->bytes->data + g->at, g->n });
	nb_bits_append(packed, p->packed.bytes->data + g->bits, g->n_bits);
}

void
nb_plain_keep(struct nb_plain *p, uint32_t gid, struct nb_bytes plain,
    uint32_t weight, uint8_t font)
{
	struct nb_plain_glyph g = {
		.at = p->bytes->len,
		.n = (uint32_t)plain.n,
		.bits = p->packed.bytes->len,
		.weight = weight,
		.font = font,
	};

	if (gid >= p->n_slots || p->glyph->len == UINT16_MAX ||
	    plain.n > MOST - p->bytes->len)
		return;
	nb_bytes_copy(p->bytes, plain);
	nb_bits_code(&p->packed, plain);
	g.n_bits = (uint32_t)(nb_bits_end(&p->packed) - g.bits * 8U);
	g_array_append_val(p->glyph, g);
	p->slot[gid] = (uint16_t)p->glyph->len;
}
