/*
 * 加粗: outlines grown by the width of a line, of either kind of font; what
 * stands where does not change.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "font/font.h"
#include "output/bold.h"

#include <glib.h>
#include <hb-ot.h>
#include <stdlib.h>

enum { LINE = 30 }; /* [units of the font] */

static const struct {
	const char *name;
	enum nb_font_role role;
	const char *character;
	int near; /* the box may be off by this: a point's corner */
} faces[] = {
	{ "cubic-hanzi", NB_FONT_KAI, "法", 10 },
	{ "cubic-digit", NB_FONT_BODY, "8", 2 },
	{ "cubic-straight", NB_FONT_HEI, "口", 2 },
	{ "quadratic-hanzi", NB_FONT_BODY, "堃", 30 },
	{ "blank", NB_FONT_BODY, " ", 0 },
};

/* The bold face that the bytes are, and the glyph's box in it. */
static hb_glyph_extents_t
box_of(hb_face_t *face, uint32_t gid, hb_position_t *ret_advance)
{
	hb_font_t *font = hb_font_create(face);
	hb_glyph_extents_t box;

	hb_ot_font_set_funcs(font);
	g_assert_true(hb_font_get_glyph_extents(font, gid, &box));
	*ret_advance = hb_font_get_glyph_h_advance(font, gid);
	hb_font_destroy(font);
	return box;
}

static void
assert_near(int is, int want, int near)
{
	g_assert_cmpint(abs(is - want), <=, near);
}

/* The box grows by half the line on every side. */
static void
check_glyph(hb_face_t *thin, hb_face_t *bold, uint32_t gid, int near)
{
	hb_position_t thin_advance, bold_advance;
	const hb_glyph_extents_t a = box_of(thin, gid, &thin_advance);
	const hb_glyph_extents_t b = box_of(bold, gid, &bold_advance);
	const int grown = a.width == 0 ? 0 : LINE;

	g_assert_cmpint(bold_advance, ==, thin_advance);
	assert_near(b.width, a.width + grown, near);
	assert_near(b.height, a.height - grown, near);
	assert_near(b.x_bearing, a.x_bearing - grown / 2, near);
	assert_near(b.y_bearing, a.y_bearing + grown / 2, near);
}

static void
test_face(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *dir =
	    g_build_filename(root != NULL ? root : ".", "fonts", NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;
	struct nb_fonts *fonts;
	struct nb_char_glyph g;
	hb_blob_t *blob;
	hb_face_t *thin, *bold;

	nb_diags_init(&d, a);
	if (nb_fonts_load(dir, &d, &fonts) != NB_OK) {
		g_test_skip("没有字体：先运行 ./setup.sh");
		nb_arena_free(a);
		return;
	}
	g = nb_fonts_char(
	    fonts, faces[i].role, nb_str_first(nb_str_z(faces[i].character)));
	g_assert_nonnull(g.face);
	thin = nb_face_hb(g.face);
	blob = nb_bold_blob(thin, LINE);
	g_assert_nonnull(blob);
	bold = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	g_assert_cmpuint(
	    hb_face_get_glyph_count(bold), ==, hb_face_get_glyph_count(thin));
	check_glyph(thin, bold, g.gid, faces[i].near);
	hb_face_destroy(bold);
	nb_fonts_free(fonts);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(faces); i++) {
		g_autofree char *name =
		    g_strdup_printf("/bold/%s", faces[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_face);
	}
	return g_test_run();
}
