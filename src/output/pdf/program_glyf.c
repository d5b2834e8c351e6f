/*
 * An outline of TrueType is copied as it is, with its instructions: some faces
 * put strokes in their places by them.  One made of others has their numbers
 * changed.
 */
#include "output/pdf/bytes.h"
#include "output/pdf/program_own.h"
#include "output/pdf/sfnt_file.h"

#include <hb-ot.h>
#include <stdlib.h>

/* Sizes of tables, and where a number stands in one. [byte] */
enum {
	HEAD_SIZE = 54,
	HEAD_EM = 18,
	HEAD_LOCA_FORMAT = 50,
	HHEA_SIZE = 36,
	HHEA_METRICS = 34,
	MAXP_SIZE = 32,
	MAXP_GLYPHS = 4,
	METRIC = 4,
	OUTLINE_HEAD = 10,
};

/* Of a part of an outline: where its glyph is, and flags. */
enum {
	PART_GLYPH = 2,
	WORDS = 1,
	SCALE = 8,
	MORE = 32,
	SCALE_X_Y = 64,
	SCALE_2_BY_2 = 128,
};

enum {
	DEEPEST = 8,             /* parts of parts of ... */
	MOST = 1 << 28,          /* bytes of all outlines */
	LOCA_SHORT = 2 * 0xFFFF, /* bytes that the short 'loca' reaches */
};

/* In the order of their tags. */
enum table { CVT, FPGM, GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, PREP, TABLES };

static const hb_tag_t tag_of[TABLES] = {
	[CVT] = HB_TAG('c', 'v', 't', ' '),
	[FPGM] = HB_TAG('f', 'p', 'g', 'm'),
	[GLYF] = HB_TAG('g', 'l', 'y', 'f'),
	[HEAD] = HB_TAG('h', 'e', 'a', 'd'),
	[HHEA] = HB_TAG('h', 'h', 'e', 'a'),
	[HMTX] = HB_TAG('h', 'm', 't', 'x'),
	[LOCA] = HB_TAG('l', 'o', 'c', 'a'),
	[MAXP] = HB_TAG('m', 'a', 'x', 'p'),
	[PREP] = HB_TAG('p', 'r', 'e', 'p'),
};

enum state { UNSEEN, OPEN, DONE };

/* A glyph of the program. */
struct glyph {
	uint32_t gid; /* in the face */
	enum state state;
};

struct work {
	struct nb_bytes table[TABLES]; /* of the face */
	uint32_t n_face, n_metrics;
	unsigned loca_size; /* bytes of a number */
	uint32_t em;
	const uint32_t *gid; /* asked for */
	uint32_t n;
	GArray *glyph;     /* struct glyph: those asked for, then parts */
	GHashTable *parts; /* gid of these parts -> place in glyph */
	GArray *place;     /* of each outline, and the end: uint32_t */
	struct nb_sfnt_file file;
};

static bool
read_tables(struct work *w)
{
	const struct nb_bytes *t = w->table;
	const uint32_t format = nb_bytes_get(t[HEAD], HEAD_LOCA_FORMAT, 2);
	uint32_t n_bearings;

	w->n_face = nb_bytes_get(t[MAXP], MAXP_GLYPHS, 2);
	w->n_metrics = nb_bytes_get(t[HHEA], HHEA_METRICS, 2);
	w->loca_size = format == 0 ? 2 : 4;
	n_bearings = w->n_face - MIN(w->n_face, w->n_metrics);
	return t[GLYF].n > 0 && t[HEAD].n >= HEAD_SIZE && format <= 1 &&
	    t[HHEA].n >= HHEA_SIZE && t[MAXP].n >= MAXP_SIZE &&
	    w->n_metrics > 0 &&
	    t[LOCA].n >= ((size_t)w->n_face + 1) * w->loca_size &&
	    t[HMTX].n >= (size_t)w->n_metrics * METRIC + n_bearings * 2;
}

static bool
outline_of(const struct work *w, uint32_t gid, struct nb_bytes *ret)
{
	const struct nb_bytes loca = w->table[LOCA];
	const unsigned size = w->loca_size, unit = size == 2 ? 2 : 1;
	const size_t at = (size_t)gid * size;
	const size_t from = (size_t)nb_bytes_get(loca, at, size) * unit;
	const size_t to = (size_t)nb_bytes_get(loca, at + size, size) * unit;

	return gid < w->n_face && to >= from &&
	    nb_bytes_sub(w->table[GLYF], from, to - from, ret) &&
	    (ret->n == 0 || ret->n >= OUTLINE_HEAD);
}

static bool
has_parts(struct nb_bytes outline)
{
	return (int16_t)nb_bytes_get(outline, 0, 2) < 0;
}

/* Steps over a part; *ret_more: another one follows. */
static bool
skip_part(struct nb_bytes outline, size_t *at, bool *ret_more)
{
	const uint32_t flags = nb_bytes_get(outline, *at, 2);
	const unsigned scale = (flags & SCALE) != 0 ? 2
	    : (flags & SCALE_X_Y) != 0              ? 4
	    : (flags & SCALE_2_BY_2) != 0           ? 8
						    : 0;
	const size_t n = 4u + ((flags & WORDS) != 0 ? 4u : 2u) + scale;
	struct nb_bytes part;

	if (!nb_bytes_sub(outline, *at, n, &part))
		return false;
	*at += n;
	*ret_more = (flags & MORE) != 0;
	return true;
}

static int
compare(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* What a glyph is in the program; it becomes the last if it is not there. */
static uint32_t
place_of(struct work *w, uint32_t gid)
{
	const struct glyph glyph = { gid, UNSEEN };
	const uint32_t *asked =
	    bsearch(&gid, w->gid, w->n, sizeof(gid), compare);
	void *place;

	if (asked != NULL)
		return (uint32_t)(asked - w->gid);
	if (!g_hash_table_lookup_extended(
		w->parts, GUINT_TO_POINTER(gid), NULL, &place)) {
		place = GUINT_TO_POINTER(w->glyph->len);
		g_array_append_val(w->glyph, glyph);
		g_hash_table_insert(w->parts, GUINT_TO_POINTER(gid), place);
	}
	return GPOINTER_TO_UINT(place);
}

/* Adds the parts of a glyph, and theirs; false: it is a part of itself. */
static bool
add_parts(struct work *w, uint32_t place, unsigned depth)
{
	const struct glyph g = g_array_index(w->glyph, struct glyph, place);
	struct nb_bytes outline;
	size_t at = OUTLINE_HEAD;
	bool more;

	if (g.state != UNSEEN)
		return g.state == DONE;
	if (depth > DEEPEST || !outline_of(w, g.gid, &outline))
		return false;
	g_array_index(w->glyph, struct glyph, place).state = OPEN;
	more = has_parts(outline);
	while (more) {
		const uint32_t part =
		    place_of(w, nb_bytes_get(outline, at + PART_GLYPH, 2));

		if (!skip_part(outline, &at, &more) ||
		    !add_parts(w, part, depth + 1))
			return false;
	}
	g_array_index(w->glyph, struct glyph, place).state = DONE;
	return true;
}

static bool
add_glyphs(struct work *w)
{
	for (uint32_t i = 0; i < w->n; i++) {
		const struct glyph glyph = { w->gid[i], UNSEEN };

		g_array_append_val(w->glyph, glyph);
	}
	for (uint32_t i = 0; i < w->n; i++)
		if (!add_parts(w, i, 0))
			return false;
	return w->glyph->len <= UINT16_MAX;
}

static uint32_t
gid_at(const struct work *w, guint place)
{
	return g_array_index(w->glyph, struct glyph, place).gid;
}

/* add_parts has seen that nothing is cut short. */
static void
write_outline(struct work *w, struct nb_bytes outline)
{
	GByteArray *out = w->file.out;
	const size_t from = out->len;
	size_t at = OUTLINE_HEAD;
	bool more = has_parts(outline);

	nb_bytes_copy(out, outline);
	while (more) {
		const size_t number = at + PART_GLYPH;

		nb_bytes_set(out, from + number,
		    place_of(w, nb_bytes_get(outline, number, 2)), 2);
		if (!skip_part(outline, &at, &more))
			NB_UNREACHABLE();
	}
	nb_bytes_pad(out, 2);
}

static bool
write_glyf(struct work *w)
{
	const uint32_t from = w->file.out->len;
	uint32_t place = 0;

	g_array_append_val(w->place, place);
	for (guint i = 0; i < w->glyph->len && place < MOST; i++) {
		struct nb_bytes outline;

		if (!outline_of(w, gid_at(w, i), &outline))
			NB_UNREACHABLE();
		write_outline(w, outline);
		place = w->file.out->len - from;
		g_array_append_val(w->place, place);
	}
	if (place == 0) /* readers take an empty table for a missing one */
		nb_bytes_add(w->file.out, 0, 2);
	return place < MOST;
}

static uint32_t
loca_format(const struct work *w)
{
	const guint n = w->glyph->len;

	return g_array_index(w->place, uint32_t, n) <= LOCA_SHORT ? 0 : 1;
}

static void
write_loca(struct work *w)
{
	const uint32_t format = loca_format(w);

	for (guint i = 0; i < w->place->len; i++) {
		const uint32_t at = g_array_index(w->place, uint32_t, i);

		nb_bytes_add(w->file.out, format == 0 ? at / 2 : at,
		    format == 0 ? 2 : 4);
	}
}

/* Glyphs after the last metric have its width, and a bearing of their own. */
static void
write_hmtx(struct work *w)
{
	const struct nb_bytes hmtx = w->table[HMTX];
	const size_t end = (size_t)w->n_metrics * METRIC;

	for (guint i = 0; i < w->glyph->len; i++) {
		const uint32_t gid = gid_at(w, i);
		const size_t at = (size_t)MIN(gid, w->n_metrics - 1) * METRIC;
		const size_t bearing = gid < w->n_metrics
		    ? at + 2
		    : end + 2 * (size_t)(gid - w->n_metrics);

		nb_bytes_add(w->file.out, nb_bytes_get(hmtx, at, 2), 2);
		nb_bytes_add(w->file.out, nb_bytes_get(hmtx, bearing, 2), 2);
	}
}

/* A table of the face with one number, of two bytes, changed. */
static void
write_changed(struct work *w, enum table table, size_t at, uint32_t x)
{
	const size_t from = w->file.out->len;

	nb_bytes_copy(w->file.out, w->table[table]);
	nb_bytes_set(w->file.out, from + at, x, 2);
}

static bool
write_table(struct work *w, enum table table)
{
	const size_t from = w->file.out->len;

	switch (table) {
	case GLYF:
		return write_glyf(w);
	case HEAD:
		write_changed(w, HEAD, HEAD_LOCA_FORMAT, loca_format(w));
		nb_bytes_set(w->file.out, from + HEAD_EM, w->em, 2);
		return true;
	case HHEA:
		write_changed(w, HHEA, HHEA_METRICS, w->glyph->len);
		return true;
	case HMTX:
		write_hmtx(w);
		return true;
	case LOCA:
		write_loca(w);
		return true;
	case MAXP:
		write_changed(w, MAXP, MAXP_GLYPHS, w->glyph->len);
		return true;
	case CVT:
	case FPGM:
	case PREP:
		nb_bytes_copy(w->file.out, w->table[table]);
		return true;
	case TABLES:
		break;
	}
	NB_UNREACHABLE();
}

static bool
make(struct work *w)
{
	unsigned n = 0;

	if (!read_tables(w) || !add_glyphs(w))
		return false;
	for (enum table i = 0; i < TABLES; i++)
		n += w->table[i].n > 0;
	nb_sfnt_file_begin(&w->file, n);
	for (enum table i = 0; i < TABLES; i++) {
		if (w->table[i].n == 0)
			continue;
		nb_sfnt_file_table(&w->file, tag_of[i]);
		if (!write_table(w, i))
			return false;
	}
	nb_sfnt_file_end(&w->file);
	return true;
}

static bool
make_of(struct work *w, hb_face_t *face)
{
	hb_blob_t *blob[TABLES];
	bool good;

	for (enum table i = 0; i < TABLES; i++) {
		unsigned n;
		const char *p;

		blob[i] = hb_face_reference_table(face, tag_of[i]);
		p = hb_blob_get_data(blob[i], &n);
		w->table[i] = (struct nb_bytes){ (const uint8_t *)p, n };
	}
	good = make(w);
	for (enum table i = 0; i < TABLES; i++)
		hb_blob_destroy(blob[i]);
	return good;
}

enum nb_program_try
nb_program_glyf(
    hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret)
{
	GByteArray *out = g_byte_array_new();
	struct work w = { .em = hb_face_get_upem(face),
		.gid = gid,
		.n = n,
		.glyph = g_array_new(FALSE, FALSE, sizeof(struct glyph)),
		.parts = g_hash_table_new(NULL, NULL),
		.place = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
		.file = { .out = out } };
	bool good;

	nb_assert(n > 0 && gid[0] == 0);
	good =
	    n <= UINT16_MAX && !hb_ot_var_has_data(face) && make_of(&w, face);
	g_array_unref(w.glyph);
	g_hash_table_unref(w.parts);
	g_array_unref(w.place);
	return nb_program_end(out, good, NB_PROGRAM_TRUETYPE, n, ret);
}
