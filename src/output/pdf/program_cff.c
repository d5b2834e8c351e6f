/*
 * A CFF font is made in the order that its parts stand in:
 *
 *     header, name, Top DICT, strings, no subroutines, charset, FDSelect,
 *     glyphs, Private DICTs, FDArray
 *
 * The Top DICT, which says where the others are, is written twice: its
 * offsets have a fixed width, so its length is known before they are.
 */
#include "output/pdf/cff.h"
#include "output/pdf/plain.h"
#include "output/pdf/program_own.h"
#include "output/pdf/type2.h"

#include <string.h>

enum { FONTS = 255 };

enum { AHEAD = 4 /* glyphs */, LINE = 64 /* of a cache [byte] */ };

/* What the numbers of the glyphs' INDEX can tell. */
enum { OFFSET = 3, MOST = (1 << 24) - 1 };

/* Strings that stand first in the new table, as ids. */
enum { ADOBE = 391, IDENTITY, FIRST_NAME };

/* An INDEX in the making. */
struct list {
	GByteArray *data;
	GArray *end; /* of each piece, in data: uint32_t */
};

/* Where the parts are in the new table. */
struct places {
	uint32_t charset, fd_select, glyphs, fonts;
};

struct work {
	struct nb_cff cff;
	struct nb_plain *kept; /* of the face; may be NULL */
	uint32_t n;
	struct nb_cff_font font[FONTS]; /* in use, in the new order */
	uint8_t order[FONTS];           /* of the old fonts; from 1 */
	unsigned n_fonts;
	uint8_t *font_of; /* each glyph's, in the new order */
	size_t weight;    /* of the glyphs as they are [byte] */
	size_t head;      /* of the new table, before the glyphs' data */
	GByteArray *out;
	struct nb_bits packed; /* what is behind that head */
};

static struct list
list_new(void)
{
	return (struct list){ g_byte_array_new(),
		g_array_new(FALSE, FALSE, sizeof(uint32_t)) };
}

static void
list_free(struct list *l)
{
	g_byte_array_unref(l->data);
	g_array_unref(l->end);
}

/* What was appended to the data since the last one is a piece. */
static void
end_piece(struct list *l)
{
	const uint32_t end = l->data->len;

	g_array_append_val(l->end, end);
}

static void
add_piece(struct list *l, struct nb_bytes b)
{
	nb_bytes_copy(l->data, b);
	end_piece(l);
}

static struct nb_bytes
bytes_of(const GByteArray *b)
{
	return (struct nb_bytes){ b->data, b->len };
}

static unsigned
width_of(uint32_t x)
{
	return x < 1u << 8 ? 1 : x < 1u << 16 ? 2 : x < 1u << 24 ? 3 : 4;
}

static void
write_index(GByteArray *to, const struct list *l)
{
	const unsigned size = width_of(l->data->len + 1);

	nb_bytes_add(to, l->end->len, 2);
	if (l->end->len == 0)
		return;
	nb_bytes_add(to, size, 1);
	nb_bytes_add(to, 1, size);
	for (guint i = 0; i < l->end->len; i++)
		nb_bytes_add(to, g_array_index(l->end, uint32_t, i) + 1, size);
	nb_bytes_copy(to, bytes_of(l->data));
}

/* An INDEX of one piece. */
static void
write_single(GByteArray *to, struct nb_bytes b)
{
	struct list l = list_new();

	add_piece(&l, b);
	write_index(to, &l);
	list_free(&l);
}

static void
write_key(GByteArray *to, enum nb_cff_key key)
{
	nb_bytes_add(to, key, key >> 8 == NB_CFF_ESCAPE ? 2 : 1);
}

/* Always five bytes. */
static void
write_value(GByteArray *to, uint32_t x)
{
	nb_bytes_add(to, 29, 1);
	nb_bytes_add(to, x, 4);
}

static void
write_entry(GByteArray *to, enum nb_cff_key key, uint32_t x)
{
	write_value(to, x);
	write_key(to, key);
}

/* The same entry as in another DICT, if it is there. */
static void
copy_entry(GByteArray *to, struct nb_bytes dict, enum nb_cff_key key)
{
	struct nb_cff_entry e;

	if (nb_cff_dict_find(dict, key, &e))
		nb_bytes_copy(to, e.raw);
}

/* What a font's place is among those in use; it may be the first use. */
static bool
use_font(struct work *w, uint32_t old, uint8_t *ret)
{
	if (old >= MIN(w->cff.n_fonts, FONTS))
		return false;
	if (w->order[old] == 0) {
		if (!nb_cff_font_read(&w->cff, old, &w->font[w->n_fonts]))
			return false;
		w->order[old] = (uint8_t)++w->n_fonts;
	}
	*ret = w->order[old] - 1;
	return true;
}

static bool
take_glyph(struct work *w, uint32_t gid, uint8_t *font)
{
	const struct nb_plain_glyph *kept = nb_plain_find(w->kept, gid);
	struct nb_bytes charstring;

	if (kept != NULL) {
		w->weight += kept->weight;
		return use_font(w, kept->font, font);
	}
	if (!nb_cff_index_get(&w->cff.glyphs, gid, &charstring))
		return false;
	w->weight += charstring.n;
	return use_font(w, nb_cff_font_of(&w->cff, gid), font);
}

/* Of all glyphs: which font they are of, and what they weigh. */
static bool
take_glyphs(struct work *w, const uint32_t *gid)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (!take_glyph(w, gid[i], &w->font_of[i]))
			return false;
	return true;
}

static void
write_top(const struct work *w, const struct places *places, GByteArray *to)
{
	GByteArray *top = g_byte_array_new();

	write_value(top, ADOBE);
	write_value(top, IDENTITY);
	write_entry(top, NB_CFF_ROS, 0);
	copy_entry(top, w->cff.top, NB_CFF_FONT_MATRIX);
	copy_entry(top, w->cff.top, NB_CFF_FONT_BBOX);
	write_entry(top, NB_CFF_CID_COUNT, w->n);
	write_entry(top, NB_CFF_CHARSET, places->charset);
	write_entry(top, NB_CFF_FD_SELECT, places->fd_select);
	write_entry(top, NB_CFF_CHARSTRINGS, places->glyphs);
	write_entry(top, NB_CFF_FD_ARRAY, places->fonts);
	write_single(to, bytes_of(top));
	g_byte_array_unref(top);
}

static void
write_strings(struct work *w)
{
	struct list l = list_new();

	add_piece(&l, (struct nb_bytes){ (const uint8_t *)"Adobe", 5 });
	add_piece(&l, (struct nb_bytes){ (const uint8_t *)"Identity", 8 });
	for (unsigned i = 0; i < w->n_fonts; i++)
		add_piece(&l, w->font[i].name);
	write_index(w->out, &l);
	list_free(&l);
}

/* Format 2, one range: every glyph but the first has its number as its CID. */
static void
write_charset(struct work *w)
{
	if (w->n == 1) {
		nb_bytes_add(w->out, 0, 1);
		return;
	}
	nb_bytes_add(w->out, 2, 1);
	nb_bytes_add(w->out, 1, 2);
	nb_bytes_add(w->out, w->n - 2, 2);
}

/* Format 3: ranges of glyphs of the same font. */
static void
write_ranges(struct work *w, uint32_t n_ranges)
{
	nb_bytes_add(w->out, 3, 1);
	nb_bytes_add(w->out, n_ranges, 2);
	for (uint32_t i = 0; i < w->n; i++) {
		if (i > 0 && w->font_of[i] == w->font_of[i - 1])
			continue;
		nb_bytes_add(w->out, i, 2);
		nb_bytes_add(w->out, w->font_of[i], 1);
	}
	nb_bytes_add(w->out, w->n, 2);
}

static void
write_fd_select(struct work *w)
{
	uint32_t n_ranges = 1;

	for (uint32_t i = 1; i < w->n; i++)
		n_ranges += w->font_of[i] != w->font_of[i - 1];
	if (5 + 3 * n_ranges < 1 + w->n) {
		write_ranges(w, n_ranges);
		return;
	}
	nb_bytes_add(w->out, 0, 1);
	nb_bytes_copy(w->out, (struct nb_bytes){ w->font_of, w->n });
}

/* A Private DICT: of glyphs without hints only what their widths are by. */
static void
write_widths(GByteArray *to, struct nb_bytes dict)
{
	copy_entry(to, dict, NB_CFF_DEFAULT_WIDTH);
	copy_entry(to, dict, NB_CFF_NOMINAL_WIDTH);
}

/* The Private DICTs, and then the fonts that they are of. */
static void
write_fonts(struct work *w, struct places *places)
{
	struct list l = list_new();

	for (unsigned i = 0; i < w->n_fonts; i++) {
		const uint32_t from = w->out->len;

		write_widths(w->out, w->font[i].own);
		if (w->font[i].name.n > 0)
			write_entry(l.data, NB_CFF_FONT_NAME, FIRST_NAME + i);
		copy_entry(l.data, w->font[i].dict, NB_CFF_FONT_MATRIX);
		write_value(l.data, w->out->len - from);
		write_entry(l.data, NB_CFF_PRIVATE, from);
		end_piece(&l);
	}
	places->fonts = w->out->len;
	write_index(w->out, &l);
	list_free(&l);
}

/* Glyphs lie far apart in a large file: memory is told what will be read. */
static void
fetch(const struct work *w, uint32_t gid)
{
	struct nb_bytes charstring;

	if (nb_plain_find(w->kept, gid) != NULL ||
	    !nb_cff_index_get(&w->cff.glyphs, gid, &charstring))
		return;
	for (size_t at = 0; at < charstring.n; at += LINE)
		__builtin_prefetch(charstring.p + at);
}

static bool
make_glyph(struct work *w, uint32_t gid, uint8_t font)
{
	const uint32_t from = w->out->len;
	struct nb_bytes charstring, plain;

	if (!nb_cff_index_get(&w->cff.glyphs, gid, &charstring) ||
	    !nb_type2_plain(charstring, &w->font[font].subrs, &w->cff.subrs,
		w->cff.is_cid, w->out))
		return false;
	plain = (struct nb_bytes){ w->out->data + from, w->out->len - from };
	nb_bits_code(&w->packed, plain);
	if (w->kept != NULL)
		nb_plain_keep(w->kept, gid, plain, (uint32_t)charstring.n,
		    (uint8_t)nb_cff_font_of(&w->cff, gid));
	return true;
}

static bool
write_glyph(struct work *w, uint32_t gid, uint8_t font)
{
	const struct nb_plain_glyph *kept = nb_plain_find(w->kept, gid);

	if (kept == NULL)
		return make_glyph(w, gid, font);
	nb_plain_add(w->kept, kept, w->out, &w->packed);
	return true;
}

/* The INDEX of the glyphs, which are written where they will be. */
static bool
write_glyphs(struct work *w, const uint32_t *gid)
{
	const size_t from = w->out->len + 2 + 1;

	nb_bytes_add(w->out, w->n, 2);
	nb_bytes_add(w->out, OFFSET, 1);
	w->head = from + ((size_t)w->n + 1) * OFFSET;
	g_byte_array_set_size(w->out, (guint)(w->head + w->weight));
	g_byte_array_set_size(w->out, (guint)w->head);
	nb_bytes_set(w->out, from, 1, OFFSET);
	for (uint32_t i = 0; i < w->n; i++) {
		if (i + AHEAD < w->n)
			fetch(w, gid[i + AHEAD]);
		if (!write_glyph(w, gid[i], w->font_of[i]) ||
		    w->out->len - w->head >= MOST)
			return false;
		nb_bytes_set(w->out, from + ((size_t)i + 1) * OFFSET,
		    (uint32_t)(w->out->len - w->head + 1), OFFSET);
	}
	return true;
}

static bool
write_all(struct work *w, const uint32_t *gid)
{
	struct places places = { 0 };
	GByteArray *top;
	uint32_t top_at, behind;

	nb_bytes_add(w->out, 0x01000404, 4);
	write_single(w->out, w->cff.name);
	top_at = w->out->len;
	write_top(w, &places, w->out);
	write_strings(w);
	nb_bytes_add(w->out, 0, 2);
	places.charset = w->out->len;
	write_charset(w);
	places.fd_select = w->out->len;
	write_fd_select(w);
	places.glyphs = w->out->len;
	if (!write_glyphs(w, gid))
		return false;
	behind = w->out->len;
	write_fonts(w, &places);
	nb_bits_code(&w->packed,
	    (struct nb_bytes){ w->out->data + behind, w->out->len - behind });
	top = g_byte_array_new();
	write_top(w, &places, top);
	memcpy(w->out->data + top_at, top->data, top->len);
	g_byte_array_unref(top);
	return true;
}

static bool
make(
    struct work *w, hb_face_t *face, struct nb_bytes table, const uint32_t *gid)
{
	return nb_cff_read(table, &w->cff) &&
	    w->cff.glyphs.n == hb_face_get_glyph_count(face) &&
	    take_glyphs(w, gid) && w->weight < MOST && write_all(w, gid);
}

static void
set_packed(struct work *w, struct nb_program *program)
{
	GByteArray *stream = nb_huffman_end(&w->packed,
	    (struct nb_bytes){ program->bytes, program->n }, w->head);

	program->n_packed = stream->len;
	program->packed = g_byte_array_free(stream, FALSE);
}

enum nb_program_try
nb_program_cff(
    hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret)
{
	hb_blob_t *blob =
	    hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
	struct work *w = g_new0(struct work, 1);
	unsigned length;
	const char *p = hb_blob_get_data(blob, &length);
	enum nb_program_try tried;
	bool good;

	nb_assert(n > 0 && gid[0] == 0);
	w->n = n;
	w->kept = nb_plain_borrow(face);
	w->font_of = g_malloc0(n);
	w->out = g_byte_array_new();
	w->packed = nb_huffman_begin();
	good = n <= UINT16_MAX &&
	    make(w, face, (struct nb_bytes){ (const uint8_t *)p, length }, gid);
	nb_plain_return(w->kept);
	tried = nb_program_end(w->out, good, NB_PROGRAM_CFF, n, ret);
	if (good)
		set_packed(w, ret);
	nb_bits_free(&w->packed);
	g_free(w->font_of);
	g_free(w);
	hb_blob_destroy(blob);
	return tried;
}
