/*
 * Font programs of our own: each glyph is drawn as in its face and as wide,
 * and a second reader, FreeType, says so too.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "font/font.h"
#include "outlines.h"
#include "output/pdf/program_own.h"

#include <ft2build.h>
#include <glib.h>
#include <string.h>
#include FT_FREETYPE_H

/* Every n-th glyph of a face; how many of them make a program. */
enum { EVERY = 61, SLICE = 2048 };

/* The program of a face: both ways are tried, as one is for each kind. */
static enum nb_program_try
make(hb_face_t *face, const GArray *gid, struct nb_program *ret)
{
	const uint32_t *p = &g_array_index(gid, uint32_t, 0);

	if (nb_program_cff(face, p, gid->len, ret) == NB_PROGRAM_MADE)
		return NB_PROGRAM_MADE;
	return nb_program_glyf(face, p, gid->len, ret);
}

/* The bytes alone, without what HarfBuzz was given beside them. */
static void
check_widths(
    const struct nb_program *program, hb_font_t *from, const GArray *gid)
{
	FT_Library library;
	FT_Face face;

	g_assert_cmpint(FT_Init_FreeType(&library), ==, 0);
	g_assert_cmpint(FT_New_Memory_Face(library, program->bytes,
			    (FT_Long)program->n, 0, &face),
	    ==, 0);
	for (guint i = 0; i < gid->len; i++) {
		const int want = hb_font_get_glyph_h_advance(
		    from, g_array_index(gid, uint32_t, i));

		g_assert_cmpint(FT_Load_Glyph(face, program->code[i],
				    FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING),
		    ==, 0);
		g_assert_cmpint(face->glyph->metrics.horiAdvance, ==, want);
	}
	FT_Done_Face(face);
	FT_Done_FreeType(library);
}

static void
check_outlines(
    const struct nb_program *program, hb_font_t *from, const GArray *gid)
{
	const unsigned em = hb_face_get_upem(hb_font_get_face(from));
	hb_face_t *face = outlines_face(program, gid->len, em);
	hb_font_t *font = outlines_font(face);
	unsigned differ = 0;

	g_assert_cmpuint(hb_face_get_upem(face), ==, em);
	for (guint i = 0; i < gid->len; i++)
		differ += !outlines_same(from, g_array_index(gid, uint32_t, i),
		    font, program->code[i]);
	g_assert_cmpuint(differ, ==, 0);
	hb_font_destroy(font);
	hb_face_destroy(face);
}

/* gid begins with 0 and ascends. */
static void
check_glyphs(hb_face_t *face, const GArray *gid)
{
	hb_font_t *from = outlines_font(face);
	struct nb_program program, again;

	g_assert_cmpint(make(face, gid, &program), ==, NB_PROGRAM_MADE);
	g_assert_cmpint(make(face, gid, &again), ==, NB_PROGRAM_MADE);
	g_assert_cmpuint(program.n, ==, again.n);
	g_assert_true(memcmp(program.bytes, again.bytes, again.n) == 0);
	check_outlines(&program, from, gid);
	check_widths(&program, from, gid);
	nb_program_clear(&program);
	nb_program_clear(&again);
	hb_font_destroy(from);
}

static void
add_gid(GArray *to, uint32_t gid)
{
	g_array_append_val(to, gid);
}

static int
compare(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static GArray *
sorted(GArray *gid)
{
	GArray *ret = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	g_array_sort(gid, compare);
	for (guint i = 0; i < gid->len; i++) {
		const uint32_t x = g_array_index(gid, uint32_t, i);

		if (i == 0 || x != g_array_index(gid, uint32_t, i - 1))
			add_gid(ret, x);
	}
	g_array_unref(gid);
	return ret;
}

/* What documents are made of, and some of everything else. */
static GArray *
glyphs_of(hb_face_t *face)
{
	const struct nb_str text =
	    NB_S(" 0123456789%．，。、；：！？“”‘’《》（）〔〕【】—…·～×℃㎡㎏"
		 "ABCXYZabcxyz.,()-/〇一二三四五六七八九十百千万亿年月日"
		 "政府信息公开工作年度报告主动依申请行政机关");
	GArray *gid = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	hb_font_t *font = outlines_font(face);
	hb_codepoint_t g;

	add_gid(gid, 0);
	for (size_t at = 0; at < text.n;)
		if (hb_font_get_nominal_glyph(
			font, nb_utf8_next(text, &at), &g))
			add_gid(gid, g);
	for (uint32_t i = 1; i < hb_face_get_glyph_count(face); i += EVERY)
		add_gid(gid, i);
	hb_font_destroy(font);
	return sorted(gid);
}

static void
test_face(gconstpointer data)
{
	hb_face_t *face = (hb_face_t *)data;
	g_autoptr(GArray) gid = glyphs_of(face);

	check_glyphs(face, gid);
}

/* Programs that have all glyphs of a face between them. */
static void
test_whole_face(gconstpointer data)
{
	hb_face_t *face = (hb_face_t *)data;
	const uint32_t n = hb_face_get_glyph_count(face);

	for (uint32_t from = 1; from < n; from += SLICE) {
		g_autoptr(GArray) gid =
		    g_array_new(FALSE, FALSE, sizeof(uint32_t));

		add_gid(gid, 0);
		for (uint32_t i = from; i < MIN(n, from + SLICE); i++)
			add_gid(gid, i);
		check_glyphs(face, gid);
	}
}

/* The same file, of which no program has been made. */
static hb_face_t *
fresh_face(hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	hb_face_t *fresh = hb_face_create(blob, hb_face_get_index(face));

	hb_face_set_upem(fresh, hb_face_get_upem(face));
	hb_blob_destroy(blob);
	return fresh;
}

static void
check_same(hb_face_t *face, const GArray *gid, const struct nb_program *want)
{
	struct nb_program program;

	g_assert_cmpint(make(face, gid, &program), ==, NB_PROGRAM_MADE);
	g_assert_cmpuint(program.n, ==, want->n);
	g_assert_true(memcmp(program.bytes, want->bytes, program.n) == 0);
	nb_program_clear(&program);
}

/* What a face keeps of earlier programs is not seen in later ones. */
static void
test_kept(gconstpointer data)
{
	hb_face_t *face = fresh_face((hb_face_t *)data);
	g_autoptr(GArray) all = glyphs_of(face);
	g_autoptr(GArray) some = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_program first, few;

	for (guint i = 0; i < all->len; i += 2)
		add_gid(some, g_array_index(all, uint32_t, i));
	g_assert_cmpint(make(face, all, &first), ==, NB_PROGRAM_MADE);
	g_assert_cmpint(make(face, some, &few), ==, NB_PROGRAM_MADE);
	for (int i = 0; i < 2; i++) {
		check_same(face, all, &first);
		check_same(face, some, &few);
	}
	nb_program_clear(&first);
	nb_program_clear(&few);
	hb_face_destroy(face);
}

struct job {
	hb_face_t *face;
	struct nb_program program;
};

static void *
work(void *data)
{
	struct job *job = data;
	const uint32_t gid[] = { 0, 1, 2, 4 };
	g_autoptr(GArray) a = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	g_array_append_vals(a, gid, NB_COUNT(gid));
	g_assert_cmpint(make(job->face, a, &job->program), ==, NB_PROGRAM_MADE);
	return NULL;
}

/* Threads that share a face make the same of it. */
static void
test_threads(gconstpointer data)
{
	enum { THREADS = 8 };
	struct job job[THREADS];
	GThread *thread[THREADS];

	for (unsigned i = 0; i < THREADS; i++) {
		job[i].face = (hb_face_t *)data;
		thread[i] = g_thread_new("program", work, &job[i]);
	}
	for (unsigned i = 0; i < THREADS; i++)
		g_thread_join(thread[i]);
	for (unsigned i = 0; i < THREADS; i++) {
		const struct nb_program *p = &job[i].program,
					*first = &job[0].program;

		g_assert_cmpuint(p->n, ==, first->n);
		g_assert_true(memcmp(p->bytes, first->bytes, p->n) == 0);
	}
	for (unsigned i = 0; i < THREADS; i++)
		nb_program_clear(&job[i].program);
}

/* A program of nothing but .notdef. */
static void
test_empty(gconstpointer data)
{
	hb_face_t *face = (hb_face_t *)data;
	g_autoptr(GArray) gid = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	add_gid(gid, 0);
	check_glyphs(face, gid);
}

/* No such glyph: not ours, and nothing is left behind. */
static void
test_beyond(gconstpointer data)
{
	hb_face_t *face = (hb_face_t *)data;
	g_autoptr(GArray) gid = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_program program;

	add_gid(gid, 0);
	add_gid(gid, hb_face_get_glyph_count(face));
	g_assert_cmpint(make(face, gid, &program), ==, NB_PROGRAM_NOT_MINE);
	g_assert_null(program.bytes);
	g_assert_null(program.code);
}

static void
add_case(const char *what, const char *path, unsigned id, hb_face_t *face,
    GTestDataFunc run)
{
	g_autofree char *file = g_path_get_basename(path);
	g_autofree char *name =
	    g_strdup_printf("/program/%s/%s-%u", what, file, id);

	g_test_add_data_func(name, face, run);
}

static bool
is_whole_case(const struct nb_face *face)
{
	return nb_str_ends(nb_face_file(face), NB_S("FandolKai-Regular.otf")) ||
	    nb_str_ends(nb_face_file(face), NB_S("cwfs.ttf"));
}

static void
add_face(const struct nb_face *face)
{
	const char *file = nb_face_file(face).p;
	const unsigned id = nb_face_id(face);
	hb_face_t *hb = nb_face_hb(face);

	add_case("text", file, id, hb, test_face);
	add_case("kept", file, id, hb, test_kept);
	add_case("empty", file, id, hb, test_empty);
	add_case("beyond", file, id, hb, test_beyond);
	if (is_whole_case(face))
		add_case("whole", file, id, hb, test_whole_face);
}

/* Each face of the roles once. */
static void
add_faces(struct nb_fonts *fonts)
{
	enum { DEEP = 8 }; /* faces of a role that are looked at */
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	for (unsigned i = 0; i < NB_FONT_STACKS * (unsigned)DEEP; i++) {
		const struct nb_face *face = nb_fonts_role_face(
		    fonts, (enum nb_font_role)(i / DEEP), i % DEEP);

		if (face != NULL && nb_face_usable(face) &&
		    g_hash_table_add(seen, (void *)face))
			add_face(face);
	}
}

/* Small fonts that have what the faces have not (fuzz/font/README.md). */
static void
add_small(const char *root, GPtrArray *faces)
{
	static const char *const small[] = { "boxes.ttf", "names.otf",
		"noto-serif.otf" };

	for (size_t i = 0; i < NB_COUNT(small); i++) {
		g_autofree char *path = g_build_filename(
		    root, "tests", "fuzz", "font", "corpus", small[i], NULL);
		hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
		hb_face_t *face = hb_face_create(blob, 0);

		g_assert_nonnull(blob);
		hb_blob_destroy(blob);
		g_ptr_array_add(faces, face);
		add_case("small", path, 0, face, test_whole_face);
		add_case("kept", path, 0, face, test_kept);
		add_case("threads", path, 0, face, test_threads);
	}
}

static void
destroy_face(void *face)
{
	hb_face_destroy(face);
}

static void
test_no_fonts(void)
{
	g_test_skip("没有字体：先运行 ./setup.sh");
}

int
main(int argc, char **argv)
{
	const char *env = g_getenv("NIANBAO_ROOT");
	const char *root = env != NULL ? env : ".";
	g_autofree char *dir = g_build_filename(root, "fonts", NULL);
	g_autoptr(GPtrArray) small =
	    g_ptr_array_new_with_free_func(destroy_face);
	struct nb_arena *a = nb_arena_new();
	struct nb_fonts *fonts;
	struct nb_diags d;
	int status;

	g_test_init(&argc, &argv, NULL);
	nb_diags_init(&d, a);
	add_small(root, small);
	if (nb_fonts_load(dir, &d, &fonts) == NB_OK)
		add_faces(fonts);
	else
		g_test_add_func("/program/faces", test_no_fonts);
	status = g_test_run();
	nb_fonts_free(fonts);
	nb_arena_free(a);
	return status;
}
