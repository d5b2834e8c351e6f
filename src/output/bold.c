/*
 * Outlines are read and grown by FreeType.  A cubic curve becomes one or two
 * quadratic ones, less than half a unit off.
 */
#include "output/bold.h"

#include "base/base.h"
#include "output/sfnt.h"

#include <ft2build.h>
#include <glib.h>
#include <stdlib.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

/* Of a simple glyph: its header, and the flags of a point. */
enum {
	HEADER = 10, /* [byte] */
	ON_CURVE = 1,
	SHORT_X = 2,
	SHORT_Y = 4,
	SAME_X = 16, /* or, when short, > 0 */
	SAME_Y = 32,
};

/* Sizes of records, and where a number stands in one. [byte] */
enum {
	MAXP = 32,
	MAXP_POINTS = 6,
	MAXP_CONTOURS = 8,
	MAXP_ZONES = 14,
	HHEA_METRICS = 34,
	METRIC = 4,
};

struct point {
	FT_Pos x, y;
	bool on;
};

/* The tables while glyph after glyph is added. */
struct font {
	GByteArray *glyf;
	uint8_t *loca, *hmtx;
	GArray *point; /* of the glyph being written: struct point */
	GArray *end;   /* where its contours end: guint */
	guint most_points, most_contours;
};

static void
add_point(struct font *f, FT_Pos x, FT_Pos y, bool on)
{
	const struct point p = { x, y, on };

	g_array_append_val(f->point, p);
}

static const struct point *
point_at(const struct font *f, guint i)
{
	return &g_array_index(f->point, struct point, i);
}

/* A contour comes back to where it began: that point is there already. */
static void
end_contour(struct font *f)
{
	const guint n = f->end->len;
	const guint begin = n == 0 ? 0 : g_array_index(f->end, guint, n - 1);
	const struct point *first, *last;

	if (f->point->len == begin)
		return;
	first = point_at(f, begin);
	last = point_at(f, f->point->len - 1);
	if (first != last && first->x == last->x && first->y == last->y)
		g_array_set_size(f->point, f->point->len - 1);
	g_array_append_val(f->end, f->point->len);
}

static int
move_to(const FT_Vector *to, void *data)
{
	end_contour(data);
	add_point(data, to->x, to->y, true);
	return 0;
}

static int
line_to(const FT_Vector *to, void *data)
{
	add_point(data, to->x, to->y, true);
	return 0;
}

static int
conic_to(const FT_Vector *control, const FT_Vector *to, void *data)
{
	add_point(data, control->x, control->y, false);
	add_point(data, to->x, to->y, true);
	return 0;
}

static FT_Pos
quarter(FT_Pos x)
{
	return (x + (x < 0 ? -2 : 2)) / 4;
}

static FT_Vector
middle(const FT_Vector *a, const FT_Vector *b)
{
	return (FT_Vector){ (a->x + b->x) / 2, (a->y + b->y) / 2 };
}

/* Curves of scaled units, so that halving loses nothing. */
static void
add_quadratic(struct font *f, const FT_Vector *p)
{
	const FT_Pos x = quarter(3 * (p[1].x + p[2].x) - p[0].x - p[3].x);
	const FT_Pos y = quarter(3 * (p[1].y + p[2].y) - p[0].y - p[3].y);

	add_point(f, (x + 4) >> 3, (y + 4) >> 3, false);
	add_point(f, (p[3].x + 4) >> 3, (p[3].y + 4) >> 3, true);
}

/* Whether one quadratic curve is as good, in eighths of a unit. */
static bool
is_nearly_quadratic(const FT_Vector *p)
{
	const FT_Pos x = p[0].x - 3 * p[1].x + 3 * p[2].x - p[3].x;
	const FT_Pos y = p[0].y - 3 * p[1].y + 3 * p[2].y - p[3].y;

	return labs(x) < 80 && labs(y) < 80;
}

static int
cubic_to(const FT_Vector *control_1, const FT_Vector *control_2,
    const FT_Vector *to, void *data)
{
	struct font *f = data;
	const struct point *from = point_at(f, f->point->len - 1);
	const FT_Vector p[] = { { from->x * 8, from->y * 8 },
		{ control_1->x * 8, control_1->y * 8 },
		{ control_2->x * 8, control_2->y * 8 },
		{ to->x * 8, to->y * 8 } };
	const FT_Vector a = middle(&p[0], &p[1]), m = middle(&p[1], &p[2]),
			b = middle(&p[2], &p[3]);
	const FT_Vector am = middle(&a, &m), mb = middle(&m, &b);
	const FT_Vector half = middle(&am, &mb);

	if (is_nearly_quadratic(p)) {
		add_quadratic(f, p);
		return 0;
	}
	add_quadratic(f, (const FT_Vector[]){ p[0], a, am, half });
	add_quadratic(f, (const FT_Vector[]){ half, mb, b, p[3] });
	return 0;
}

/* The outline becomes points and ends of contours. */
static bool
take_outline(struct font *f, FT_Outline *outline, int line)
{
	static const FT_Outline_Funcs funcs = { move_to, line_to, conic_to,
		cubic_to, 0, 0 };

	g_array_set_size(f->point, 0);
	g_array_set_size(f->end, 0);
	if (outline->n_points == 0)
		return true;
	if (FT_Outline_Embolden(outline, line) != 0)
		return false;
	/* it is grown to the right and upwards */
	FT_Outline_Translate(outline, -line / 2, -line / 2);
	if (FT_Outline_Decompose(outline, &funcs, f) != 0)
		return false;
	end_contour(f);
	return true;
}

static void
append16(GByteArray *to, FT_Pos x)
{
	uint8_t bytes[2];

	nb_put16(bytes, (int)x);
	g_byte_array_append(to, bytes, sizeof(bytes));
}

static uint8_t
flags_of(FT_Pos d, uint8_t is_short, uint8_t same)
{
	if (d == 0)
		return same;
	if (labs(d) > 255)
		return 0;
	return d > 0 ? is_short | same : is_short;
}

static void
append_step(GByteArray *to, FT_Pos d)
{
	const uint8_t one = (uint8_t)labs(d);

	if (labs(d) > 255)
		append16(to, d);
	else if (d != 0)
		g_byte_array_append(to, &one, 1);
}

/* Flags, then steps along x, then along y. */
static void
append_points(const struct font *f)
{
	struct point last = { 0, 0, false };

	for (guint i = 0; i < f->point->len; i++) {
		const struct point *p = point_at(f, i);
		const uint8_t flags = (p->on ? ON_CURVE : 0) |
		    flags_of(p->x - last.x, SHORT_X, SAME_X) |
		    flags_of(p->y - last.y, SHORT_Y, SAME_Y);

		g_byte_array_append(f->glyf, &flags, 1);
		last = *p;
	}
	for (guint i = 0; i < f->point->len; i++)
		append_step(f->glyf,
		    point_at(f, i)->x - (i > 0 ? point_at(f, i - 1)->x : 0));
	for (guint i = 0; i < f->point->len; i++)
		append_step(f->glyf,
		    point_at(f, i)->y - (i > 0 ? point_at(f, i - 1)->y : 0));
}

/* Returns the left side bearing, which is the left edge of its box. */
static FT_Pos
append_glyph(struct font *f)
{
	FT_Pos x_min = INT16_MAX, y_min = INT16_MAX;
	FT_Pos x_max = INT16_MIN, y_max = INT16_MIN;

	if (f->point->len == 0)
		return 0;
	for (guint i = 0; i < f->point->len; i++) {
		const struct point *p = point_at(f, i);

		x_min = MIN(x_min, p->x);
		y_min = MIN(y_min, p->y);
		x_max = MAX(x_max, p->x);
		y_max = MAX(y_max, p->y);
	}
	append16(f->glyf, (FT_Pos)f->end->len);
	append16(f->glyf, x_min);
	append16(f->glyf, y_min);
	append16(f->glyf, x_max);
	append16(f->glyf, y_max);
	for (guint i = 0; i < f->end->len; i++)
		append16(f->glyf, g_array_index(f->end, guint, i) - 1);
	append16(f->glyf, 0); /* instructions */
	append_points(f);
	while (f->glyf->len % 4 != 0)
		g_byte_array_append(f->glyf, (const uint8_t *)"", 1);
	f->most_points = MAX(f->most_points, f->point->len);
	f->most_contours = MAX(f->most_contours, f->end->len);
	return x_min;
}

static bool
add_glyphs(struct font *f, FT_Face face, int line)
{
	const int load = FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP;

	for (FT_Long i = 0; i < face->num_glyphs; i++) {
		uint8_t *metric = f->hmtx + i * METRIC;

		if (FT_Load_Glyph(face, (FT_UInt)i, load) != 0 ||
		    !take_outline(f, &face->glyph->outline, line))
			return false;
		nb_put16(metric, (int)face->glyph->metrics.horiAdvance);
		nb_put16(metric + 2, (int)append_glyph(f));
		nb_put32(f->loca + (i + 1) * 4, f->glyf->len);
	}
	return true;
}

static void
add_maxp(hb_face_t *to, const struct font *f, unsigned n)
{
	uint8_t *maxp = g_malloc0(MAXP);

	nb_put32(maxp, 0x00010000);
	nb_put16(maxp + 4, (int)n);
	nb_put16(maxp + MAXP_POINTS, (int)f->most_points);
	nb_put16(maxp + MAXP_CONTOURS, (int)f->most_contours);
	nb_put16(maxp + MAXP_ZONES, 1);
	nb_sfnt_add(to, HB_TAG('m', 'a', 'x', 'p'), maxp, MAXP);
}

/* Every glyph has a metric of its own. */
static void
add_hhea(hb_face_t *to, hb_face_t *from, unsigned n)
{
	const hb_tag_t tag = HB_TAG('h', 'h', 'e', 'a');
	size_t length;
	uint8_t *hhea = nb_sfnt_bytes(from, tag, &length);

	if (length >= HHEA_METRICS + 2)
		nb_put16(hhea + HHEA_METRICS, (int)n);
	nb_sfnt_add(to, tag, hhea, length);
}

/* Takes the tables that were made over. */
static hb_blob_t *
assemble(struct font *f, hb_face_t *from, unsigned n)
{
	static const hb_tag_t same[] = { HB_TAG('O', 'S', '/', '2'),
		HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'),
		HB_TAG('p', 'o', 's', 't') };
	hb_face_t *to = hb_face_builder_create();
	const size_t glyf_n = f->glyf->len;
	hb_blob_t *blob;

	for (size_t i = 0; i < NB_COUNT(same); i++)
		nb_sfnt_copy(to, from, same[i]);
	nb_sfnt_add_head(to, from);
	add_hhea(to, from, n);
	add_maxp(to, f, n);
	nb_sfnt_add(to, HB_TAG('h', 'm', 't', 'x'), g_steal_pointer(&f->hmtx),
	    (size_t)n * METRIC);
	nb_sfnt_add(to, HB_TAG('l', 'o', 'c', 'a'), g_steal_pointer(&f->loca),
	    ((size_t)n + 1) * 4);
	nb_sfnt_add(to, HB_TAG('g', 'l', 'y', 'f'),
	    g_byte_array_free(g_steal_pointer(&f->glyf), FALSE), glyf_n);
	blob = hb_face_reference_blob(to);
	hb_face_destroy(to);
	return blob;
}

static hb_blob_t *
make_bold(hb_face_t *from, FT_Face face, int line)
{
	const unsigned n = (unsigned)face->num_glyphs;
	struct font f = {
		.glyf = g_byte_array_new(),
		.loca = g_malloc0_n(n + 1, 4),
		.hmtx = g_malloc0_n(n, METRIC),
		.point = g_array_new(FALSE, FALSE, sizeof(struct point)),
		.end = g_array_new(FALSE, FALSE, sizeof(guint)),
	};
	hb_blob_t *blob = NULL;

	if (add_glyphs(&f, face, line))
		blob = assemble(&f, from, n);
	g_clear_pointer(&f.glyf, g_byte_array_unref);
	g_free(f.loca);
	g_free(f.hmtx);
	g_array_unref(f.point);
	g_array_unref(f.end);
	return blob;
}

hb_blob_t *
nb_bold_blob(hb_face_t *face, int line)
{
	hb_blob_t *bytes = hb_face_reference_blob(face);
	hb_blob_t *blob = NULL;
	unsigned n;
	const char *p = hb_blob_get_data(bytes, &n);
	FT_Library library;
	FT_Face ft;

	if (FT_Init_FreeType(&library) != 0)
		nb_out_of_memory();
	if (FT_New_Memory_Face(
		library, (const FT_Byte *)p, (FT_Long)n, 0, &ft) == 0) {
		blob = make_bold(face, ft, line);
		FT_Done_Face(ft);
	}
	FT_Done_FreeType(library);
	hb_blob_destroy(bytes);
	return blob;
}
