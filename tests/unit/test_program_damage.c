/*
 * Fonts that are damaged in a certain place: what is still good of them is
 * made, what is not is not ours, and nothing is read beyond what is there.
 */
#include "outlines.h"
#include "output/pdf/cff.h"
#include "output/pdf/program_own.h"

#include <glib.h>
#include <string.h>

/* Of boxes.ttf. */
enum { BOX = 1, DOT, BLANK, BOTH, TURNED, DEEP, BARE, GLYPHS };

/* Where parts of an outline name their glyphs. [byte] */
enum { FIRST_PART = 12 };

static hb_face_t *
small_face(const char *name)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *path = g_build_filename(root != NULL ? root : ".",
	    "tests", "fuzz", "font", "corpus", name, NULL);
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	hb_face_t *face = hb_face_create(blob, 0);

	g_assert_nonnull(blob);
	hb_blob_destroy(blob);
	return face;
}

/* A copy, in memory of exactly its length. */
static uint8_t *
table_of(hb_face_t *face, const char *tag, unsigned *n)
{
	hb_blob_t *blob =
	    hb_face_reference_table(face, hb_tag_from_string(tag, 4));
	const char *p = hb_blob_get_data(blob, n);
	uint8_t *copy = g_memdup2(p, *n);

	hb_blob_destroy(blob);
	return copy;
}

/* The same face with one table replaced by n bytes of p, which are copied. */
static hb_face_t *
with_table(hb_face_t *face, const char *tag, const uint8_t *p, unsigned n)
{
	hb_face_t *ret = hb_face_builder_create();
	hb_tag_t tags[16];
	unsigned n_tags = NB_COUNT(tags);
	const hb_tag_t changed = hb_tag_from_string(tag, 4);
	hb_blob_t *blob;
	uint8_t *copy;

	hb_face_get_table_tags(face, 0, &n_tags, tags);
	for (unsigned i = 0; i < n_tags; i++) {
		if (tags[i] == changed)
			continue;
		blob = hb_face_reference_table(face, tags[i]);
		hb_face_builder_add_table(ret, tags[i], blob);
		hb_blob_destroy(blob);
	}
	copy = g_memdup2(p, n);
	blob = hb_blob_create(
	    (const char *)copy, n, HB_MEMORY_MODE_READONLY, copy, g_free);
	hb_face_builder_add_table(ret, changed, blob);
	hb_blob_destroy(blob);
	return ret;
}

static enum nb_program_try
make(hb_face_t *face, const uint32_t *gid, uint32_t n, struct nb_program *ret)
{
	if (nb_program_cff(face, gid, n, ret) == NB_PROGRAM_MADE)
		return NB_PROGRAM_MADE;
	return nb_program_glyf(face, gid, n, ret);
}

static bool
can_make(hb_face_t *face, const uint32_t *gid, uint32_t n)
{
	struct nb_program program;
	const bool can = make(face, gid, n, &program) == NB_PROGRAM_MADE;

	nb_program_clear(&program);
	return can;
}

static bool
can_make_all(hb_face_t *face)
{
	static const uint32_t all[GLYPHS] = { 0, BOX, DOT, BLANK, BOTH, TURNED,
		DEEP, BARE };

	return can_make(face, all, GLYPHS);
}

/* An outline of boxes.ttf has its first part from another glyph. */
static const struct {
	const char *name;
	uint32_t gid, part;
	uint32_t asked;
	bool made;
} parts[] = {
	{ "same", DEEP, BOX, DEEP, true },
	{ "itself", DEEP, DEEP, DEEP, false },
	{ "in-turn", BOTH, DEEP, DEEP, false },
	{ "in-turn-begun-there", BOTH, DEEP, BOTH, false },
	{ "no-such-glyph", BOTH, GLYPHS, DEEP, false },
	{ "last-of-all", BOTH, UINT16_MAX, DEEP, false },
	{ "not-asked-for", DEEP, DEEP, TURNED, true },
};

static void
test_part(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const uint32_t gid[] = { 0, parts[i].asked };
	hb_face_t *face = small_face("boxes.ttf"), *damaged;
	unsigned n, n_loca;
	g_autofree uint8_t *glyf = table_of(face, "glyf", &n);
	g_autofree uint8_t *loca = table_of(face, "loca", &n_loca);
	const size_t at = FIRST_PART +
	    2 *
		nb_bytes_get(
		    (struct nb_bytes){ loca, n_loca }, 2 * parts[i].gid, 2);

	g_assert_cmpuint(n_loca, ==, 2 * (GLYPHS + 1));
	glyf[at] = (uint8_t)(parts[i].part >> 8);
	glyf[at + 1] = (uint8_t)parts[i].part;
	damaged = with_table(face, "glyf", glyf, n);
	g_assert_cmpint(can_make(damaged, gid, 2), ==, parts[i].made);
	hb_face_destroy(damaged);
	hb_face_destroy(face);
}

/* A table that is not all there: half of it, or none. */
static const struct {
	const char *tag;
	bool made;
} tables[] = {
	{ "cvt ", true },
	{ "fpgm", true },
	{ "glyf", false },
	{ "head", false },
	{ "hhea", false },
	{ "hmtx", false },
	{ "loca", false },
	{ "maxp", false },
	{ "prep", true },
};

static void
test_table(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	hb_face_t *face = small_face("boxes.ttf");
	unsigned n;
	g_autofree uint8_t *table = table_of(face, tables[i].tag, &n);

	for (unsigned length = 0; length <= n; length += n / 2) {
		hb_face_t *cut = with_table(face, tables[i].tag, table, length);

		g_assert_cmpint(
		    can_make_all(cut), ==, tables[i].made || length + 1 >= n);
		hb_face_destroy(cut);
	}
	hb_face_destroy(face);
}

static void
check_same(hb_face_t *face, const struct nb_program *program,
    const uint32_t *gid, uint32_t n)
{
	hb_face_t *small = outlines_face(program, n, hb_face_get_upem(face));
	hb_font_t *a = outlines_font(face), *b = outlines_font(small);

	for (uint32_t i = 0; i < n; i++)
		g_assert_true(outlines_same(a, gid[i], b, program->code[i]));
	hb_font_destroy(b);
	hb_font_destroy(a);
	hb_face_destroy(small);
}

/* Cut anywhere: what can be made has not missed what was cut off. */
static void
test_cff_cut(gconstpointer data)
{
	static const uint32_t gid[] = { 0, 1, 4 };
	hb_face_t *face = small_face(data);
	unsigned n;
	g_autofree uint8_t *cff = table_of(face, "CFF ", &n);

	for (unsigned length = 0; length <= n; length++) {
		hb_face_t *cut = with_table(face, "CFF ", cff, length);
		struct nb_program program;

		if (make(cut, gid, NB_COUNT(gid), &program) == NB_PROGRAM_MADE)
			check_same(face, &program, gid, NB_COUNT(gid));
		else
			g_assert_cmpuint(length, <, n);
		nb_program_clear(&program);
		hb_face_destroy(cut);
	}
	hb_face_destroy(face);
}

/* A glyph brings its parts, and theirs, behind those that were asked for. */
static void
test_brings_parts(void)
{
	const uint32_t gid[] = { 0, DEEP };
	hb_face_t *face = small_face("boxes.ttf"), *small;
	struct nb_program program;

	g_assert_cmpint(make(face, gid, 2, &program), ==, NB_PROGRAM_MADE);
	g_assert_cmpuint(program.code[1], ==, 1);
	check_same(face, &program, gid, 2);
	small = outlines_face(&program, 2, 0);
	g_assert_cmpuint(hb_face_get_glyph_count(small), ==, 6);
	hb_face_destroy(small);
	nb_program_clear(&program);
	hb_face_destroy(face);
}

/* Of the fonts in a CFF only those in use stay, and no subroutines. */
static void
test_fonts_in_use(void)
{
	static const char ideographs[] = "NotoSerifCJKjp-Regular-Ideographs";
	const uint32_t gid[] = { 0, 6, 7, 8 };
	hb_face_t *face = small_face("noto-serif.otf");
	struct nb_program program;
	struct nb_cff cff;
	struct nb_cff_font font;

	g_assert_cmpint(
	    make(face, gid, NB_COUNT(gid), &program), ==, NB_PROGRAM_MADE);
	g_assert_true(
	    nb_cff_read((struct nb_bytes){ program.bytes, program.n }, &cff));
	g_assert_true(cff.is_cid);
	g_assert_cmpuint(cff.glyphs.n, ==, NB_COUNT(gid));
	g_assert_cmpuint(cff.n_fonts, ==, 2);
	g_assert_cmpuint(nb_cff_font_of(&cff, 0), ==, 0);
	g_assert_cmpuint(nb_cff_font_of(&cff, 3), ==, 1);
	g_assert_cmpuint(cff.subrs.n, ==, 0);
	g_assert_true(nb_cff_font_read(&cff, 1, &font));
	g_assert_cmpuint(font.subrs.n, ==, 0);
	g_assert_cmpuint(font.name.n, ==, strlen(ideographs));
	g_assert_true(memcmp(font.name.p, ideographs, font.name.n) == 0);
	nb_program_clear(&program);
	hb_face_destroy(face);
}

static void
test_varies(void)
{
	hb_face_t *face = small_face("varies.ttf");

	g_assert_false(can_make_all(face));
	hb_face_destroy(face);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(parts); i++) {
		g_autofree char *name =
		    g_strdup_printf("/program-damage/part/%s", parts[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_part);
	}
	for (size_t i = 0; i < NB_COUNT(tables); i++) {
		g_autofree char *name = g_strdup_printf(
		    "/program-damage/table/%.3s", tables[i].tag);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_table);
	}
	g_test_add_data_func(
	    "/program-damage/cut/names", "names.otf", test_cff_cut);
	g_test_add_data_func(
	    "/program-damage/cut/fonts", "noto-serif.otf", test_cff_cut);
	g_test_add_func("/program-damage/brings-parts", test_brings_parts);
	g_test_add_func("/program-damage/fonts-in-use", test_fonts_in_use);
	g_test_add_func("/program-damage/varies", test_varies);
	return g_test_run();
}
