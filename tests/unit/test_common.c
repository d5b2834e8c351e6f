/*
 * The characters that no font has to be opened for are in every role.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "font/common.h"
#include "font/font.h"

#include <glib.h>

enum { MOST = 0x110000 };

static bool
is_blank_or_common(uint32_t c)
{
	return !nb_font_is_common(c) || nb_is_blank(c);
}

static void
test_roles(void)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *dir =
	    g_build_filename(root != NULL ? root : ".", "fonts", NULL);
	g_autofree char *face =
	    g_build_filename(dir, "files", "FandolFang-Regular.otf", NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_fonts *fonts = NULL;
	struct nb_diags d;

	if (!g_file_test(face, G_FILE_TEST_EXISTS)) {
		nb_arena_free(a);
		g_test_skip("没有字体：先运行 ./setup.sh");
		return;
	}
	nb_diags_init(&d, a);
	g_assert_cmpint(nb_fonts_load(dir, &d, &fonts), ==, NB_OK);
	for (uint32_t c = 0; c < MOST; c++) {
		if (is_blank_or_common(c))
			continue;
		for (unsigned role = 0; role < NB_FONT_STACKS; role++)
			if (nb_fonts_char(fonts, (enum nb_font_role)role, c)
				.face == NULL)
				g_error("U+%04X: role %u", c, role);
	}
	nb_fonts_free(fonts);
	nb_arena_free(a);
}

static void
test_files(void)
{
	g_assert_true(nb_font_all_common(NB_S("年度: 2024 # 注\n“甲”——\n")));
	g_assert_true(nb_font_all_common(NB_S("")));
	g_assert_false(nb_font_all_common(NB_S("法治\U00007910")));
	g_assert_false(nb_font_all_common(NB_S("\"\\u7910\"")));
	g_assert_false(nb_font_all_common(NB_S("a\tb")));
	g_assert_false(nb_font_all_common(NB_S("\uFFFD")));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/font/common/roles", test_roles);
	g_test_add_func("/font/common/files", test_files);
	return g_test_run();
}
