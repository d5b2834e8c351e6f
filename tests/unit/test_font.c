/*
 * Roles and faces: which face draws a character, how wide, and what is said
 * when fonts or their table are not as they should be.
 */
#include "base/arena.h"
#include "base/gb2312.h"
#include "diag/diag.h"
#include "font/check.h"
#include "font/font.h"
#include "model/report.h"
#include "source/reader.h"
#include "style/template.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

struct fixture {
	struct nb_arena *arena;
	struct nb_diags diags;
	struct nb_fonts *fonts;
};

static char *
root_path(const char *under)
{
	const char *root = g_getenv("NIANBAO_ROOT");

	return g_build_filename(root != NULL ? root : ".", under, NULL);
}

/* False (and the test skipped) where the fonts are not set up. */
static bool
fixture_init(struct fixture *x)
{
	g_autofree char *dir = root_path("fonts");
	g_autofree char *face = root_path("fonts/files/FandolFang-Regular.otf");

	if (!g_file_test(face, G_FILE_TEST_EXISTS)) {
		g_test_skip("没有字体：先运行 ./setup.sh");
		return false;
	}
	x->arena = nb_arena_new();
	nb_diags_init(&x->diags, x->arena);
	g_assert_cmpint(nb_fonts_load(dir, &x->diags, &x->fonts), ==, NB_OK);
	return true;
}

static void
fixture_clear(struct fixture *x)
{
	nb_fonts_free(x->fonts);
	nb_arena_free(x->arena);
}

/* want is the face's name; NULL: no face has it. */
static const struct {
	const char *name;
	enum nb_font_role role;
	const char *c, *want;
} faces[] = {
	{ "plain", NB_FONT_BODY, "法", "FandolFang" },
	{ "latin", NB_FONT_BODY, "A", "FandolFang" },
	{ "zero-is-a-symbol", NB_FONT_BODY, "〇", "FandolFang" },
	{ "drawn-as-another", NB_FONT_BODY, "準", "霞鹜文楷 Light" },
	{ "simplified-by-mistake", NB_FONT_BODY, "餘", "霞鹜文楷 Light" },
	{ "swapped", NB_FONT_KAI, "稱", "AR PL UKai CN" },
	{ "excepted", NB_FONT_KAI, "仓", "AR PL UKai CN" },
	{ "excepted-too", NB_FONT_KAI, "锺", "AR PL UKai CN" },
	{ "excepted-only-there", NB_FONT_BODY, "仓", "FandolFang" },
	{ "beyond-bmp", NB_FONT_BODY, "𬒈", "霞鹜文楷 Light" },
	{ "name-character", NB_FONT_KAI, "喆", "AR PL UKai CN" },
	{ "title", NB_FONT_TITLE, "年", "Noto Serif SC Bold" },
	{ "hei", NB_FONT_HEI, "年", "Noto Sans SC Medium" },
	{ "song", NB_FONT_SONG, "年", "Noto Serif SC" },
	{ "none", NB_FONT_BODY, "ᠮ", NULL },
};

static void
test_face(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const uint32_t c = nb_str_first(nb_str_z(faces[i].c));
	struct fixture x;
	struct nb_char_glyph g, again;

	if (!fixture_init(&x))
		return;
	g = nb_fonts_char(x.fonts, faces[i].role, c);
	again = nb_fonts_char(x.fonts, faces[i].role, c);
	g_assert_true(g.face == again.face && g.gid == again.gid);
	g_assert_cmpstr(
	    g.face == NULL ? NULL : nb_face_name(g.face).p, ==, faces[i].want);
	fixture_clear(&x);
}

/* The same in a report in Traditional characters. */
static const struct {
	const char *name;
	enum nb_font_role role;
	const char *c, *want;
	bool fallback;
} traditional[] = {
	{ "hanzi", NB_FONT_BODY, "準", "cwTeX 仿宋", false },
	{ "hanzi-of-both", NB_FONT_BODY, "法", "cwTeX 仿宋", false },
	{ "mark", NB_FONT_BODY, "，", "FandolFang", false },
	{ "quote", NB_FONT_BODY, "“", "FandolFang", false },
	{ "digit", NB_FONT_BODY, "1", "FandolFang", false },
	{ "zero", NB_FONT_BODY, "〇", "FandolFang", false },
	{ "simplified", NB_FONT_BODY, "发", "FandolFang", true },
	{ "name", NB_FONT_BODY, "祎", "霞鹜文楷 Light", true },
	{ "symbol", NB_FONT_BODY, "㎡", "霞鹜文楷 Light", true },
	{ "kai", NB_FONT_KAI, "誠", "AR PL UKai TW", false },
	{ "kai-mark", NB_FONT_KAI, "（", "FandolKai", false },
	{ "the-same-hei", NB_FONT_HEI, "準", "Noto Sans SC Medium", false },
};

static void
test_traditional(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const uint32_t c = nb_str_first(nb_str_z(traditional[i].c));
	struct fixture x;
	struct nb_char_glyph g;

	if (!fixture_init(&x))
		return;
	g = nb_fonts_char(x.fonts,
	    nb_font_role_in(traditional[i].role, NB_SCRIPT_TRADITIONAL), c);
	g_assert_nonnull(g.face);
	g_assert_cmpstr(nb_face_name(g.face).p, ==, traditional[i].want);
	g_assert_true(nb_fonts_is_fallback(x.fonts, NB_SCRIPT_TRADITIONAL,
			  g.face, c) == traditional[i].fallback);
	fixture_clear(&x);
}

/* cwTeX's hanzi are 920 units wide; that is its em. */
static void
test_em(void)
{
	struct fixture x;
	struct nb_char_glyph g;

	if (!fixture_init(&x))
		return;
	g = nb_fonts_char(x.fonts,
	    nb_font_role_in(NB_FONT_BODY, NB_SCRIPT_TRADITIONAL), 0x6E96);
	g_assert_cmpint(g.advance, ==, 1000);
	g_assert_cmpfloat(nb_face_scale(g.face), ==, 1);
	g_assert_cmpuint(hb_face_get_upem(nb_face_hb(g.face)), ==, 920);
	fixture_clear(&x);
}

/* Least and most of the shifts of a role's faces. */
static void
widen(
    struct nb_fonts *fonts, enum nb_font_role role, double *least, double *most)
{
	const struct nb_face *face;

	for (unsigned i = 0;
	     (face = nb_fonts_role_face(fonts, role, i)) != NULL; i++) {
		*least = MIN(*least, nb_face_shift(face));
		*most = MAX(*most, nb_face_shift(face));
	}
}

/*
 * A line has text of 仿宋 and 楷体: their faces are never so far apart, 1 pt
 * at 三号, that they look like two lines.
 */
static void
test_shifts(void)
{
	struct fixture x;

	if (!fixture_init(&x))
		return;
	for (unsigned s = 0; s < 2; s++) {
		const enum nb_script script = (enum nb_script)s;
		double least = 1, most = -1;

		widen(x.fonts, nb_font_role_in(NB_FONT_BODY, script), &least,
		    &most);
		widen(x.fonts, nb_font_role_in(NB_FONT_KAI, script), &least,
		    &most);
		g_assert_cmpfloat(most - least, <, 0.0625);
	}
	fixture_clear(&x);
}

/* Everything a document may need is in the first face, whole em or half. */
static void
test_symbols(void)
{
	const struct nb_str symbols =
	    NB_S("〔〕「」『』《》〈〉“”‘’—…·、。，；：？！（）【】×￥〇①⑩");
	struct fixture x;

	if (!fixture_init(&x))
		return;
	for (size_t at = 0; at < symbols.n;) {
		const uint32_t c = nb_utf8_next(symbols, &at);

		for (unsigned i = 0; i < NB_FONT_ROLES; i++) {
			const enum nb_font_role role = (enum nb_font_role)i;
			const struct nb_char_glyph g =
			    nb_fonts_char(x.fonts, role, c);

			g_assert_true(
			    g.face == nb_fonts_role_face(x.fonts, role, 0));
			if (c != 0xD7 && c != 0xFFE5)
				g_assert_cmpint(g.advance, ==, 1000);
		}
	}
	fixture_clear(&x);
}

static void
test_gb2312(void)
{
	struct fixture x;
	unsigned n = 0;

	if (!fixture_init(&x))
		return;
	g_assert_true(nb_gb2312_has(0x554A));  /* 啊, 16-01 */
	g_assert_true(nb_gb2312_has(0x9F44));  /* 齄, 87-94 */
	g_assert_false(nb_gb2312_has(0x6E96)); /* 準 */
	g_assert_false(nb_gb2312_has(0x3007)); /* 〇 */
	g_assert_false(nb_gb2312_has(0x2C488));
	for (uint32_t c = 0; c < 0x110000; c++) {
		if (!nb_gb2312_has(c))
			continue;
		n++;
		g_assert_true(nb_fonts_char(x.fonts, NB_FONT_BODY, c).face ==
		    nb_fonts_role_face(x.fonts, NB_FONT_BODY, 0));
	}
	g_assert_cmpuint(n, ==, 6763);
	fixture_clear(&x);
}

/* A dash is an em and a pair two, at hanzi height. */
static void
test_full_width(void)
{
	struct fixture x;
	const struct nb_face *song, *body;
	struct nb_char_glyph g;

	if (!fixture_init(&x))
		return;
	song = nb_fonts_role_face(x.fonts, NB_FONT_SONG, 0);
	body = nb_fonts_role_face(x.fonts, NB_FONT_BODY, 0);
	g_assert_true(nb_face_fwid(song, 0x2014));
	g_assert_false(nb_face_fwid(song, '1'));
	g_assert_false(nb_face_fwid(body, 0x2014));
	g_assert_true(nb_face_shape_fwid(song, NB_S("——"), &g));
	g_assert_cmpint(g.advance, ==, 2000);
	g_assert_false(nb_face_shape_fwid(body, NB_S("——"), &g));
	g = nb_fonts_char(x.fonts, NB_FONT_SONG, '1');
	g_assert_cmpint(g.advance, <, 1000);
	fixture_clear(&x);
}

static void
test_scale(void)
{
	struct fixture x;
	struct nb_char_glyph g;

	if (!fixture_init(&x))
		return;
	g = nb_fonts_char(x.fonts, NB_FONT_BODY, 0x5586); /* 喆 */
	g_assert_cmpfloat(nb_face_scale(g.face), ==, 0.98);
	g_assert_cmpint(g.advance, ==, 980);
	fixture_clear(&x);
}

static void
test_role_names(void)
{
	for (unsigned i = 0; i < NB_FONT_ROLES; i++)
		g_assert_cmpuint(
		    nb_font_role_find(nb_font_role_name((enum nb_font_role)i)),
		    ==, i);
	g_assert_cmpuint(nb_font_role_find(NB_S("隶书")), ==, NB_FONT_ROLES);
	g_assert_cmpuint(nb_font_role_find(NB_S("")), ==, NB_FONT_ROLES);
}

/* Tables that are wrong; want is the first finding's code. */
#define OTHERS \
	"黑体: [{文件: good}]\n楷体: [{文件: good}]\n宋体: [{文件: good}]\n" \
	"小标宋: [{文件: good}]\n"

static const struct {
	const char *name, *yaml, *want;
	enum nb_severity severity;
	enum nb_status status;
} tables[] = {
	{ "first-missing", OTHERS "仿宋: [{文件: nowhere.otf}]\n", "G20",
	    NB_ERROR, NB_FAILED },
	{ "fallback-missing",
	    OTHERS "仿宋: [{文件: good}, {文件: nowhere.otf}]\n", "G20",
	    NB_NOTE, NB_OK },
	{ "empty-file", OTHERS "仿宋: [{文件: empty}]\n", "G21", NB_ERROR,
	    NB_FAILED },
	{ "no-font", OTHERS "仿宋: [{文件: text}]\n", "G21", NB_ERROR,
	    NB_FAILED },
	{ "cut-off", OTHERS "仿宋: [{文件: cut}]\n", "G21", NB_ERROR,
	    NB_FAILED },
	{ "no-such-index", OTHERS "仿宋: [{文件: good, 序号: 7}]\n", "G21",
	    NB_ERROR, NB_FAILED },
	{ "a-directory", OTHERS "仿宋: [{文件: .}]\n", "G20", NB_ERROR,
	    NB_FAILED },
	{ "role-missing", OTHERS, "G22", NB_ERROR, NB_FAILED },
	{ "role-no-list", OTHERS "仿宋: good\n", "G22", NB_ERROR, NB_FAILED },
	{ "row-no-map", OTHERS "仿宋: [good]\n", "G22", NB_ERROR, NB_FAILED },
	{ "unknown-key", OTHERS "仿宋: [{文件: good, 字号: 3}]\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "no-number", OTHERS "仿宋: [{文件: good, 缩放: 大}]\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "out-of-range", OTHERS "仿宋: [{文件: good, 缩放: 0}]\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "unknown-set", OTHERS "仿宋: [{文件: good, 汉字: GBK}]\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "only-what", OTHERS "仿宋: [{文件: good, 只取: 标点}]\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "em-of-cff", OTHERS "仿宋: [{文件: good, 字身: 920}]\n", "G21",
	    NB_ERROR, NB_FAILED },
	{ "traditional-no-list",
	    OTHERS "仿宋: [{文件: good}]\n繁体:\n  仿宋: good\n", "G22",
	    NB_ERROR, NB_FAILED },
	{ "good", OTHERS "仿宋: [{文件: good, 缩放: 1.03, 汉字: GB2312}]\n",
	    NULL, NB_NOTE, NB_OK },
};

static void
put(const char *dir, const char *name, const char *bytes, gssize n)
{
	g_autofree char *path = g_build_filename(dir, name, NULL);

	g_assert_true(g_file_set_contents(path, bytes, n, NULL));
}

static void
remove_all(const char *dir)
{
	static const char *const name[] = { "files/good", "files/empty",
		"files/text", "files/cut", "files", "roles.yaml", "" };

	for (size_t i = 0; i < NB_COUNT(name); i++) {
		g_autofree char *path = g_build_filename(dir, name[i], NULL);

		g_remove(path);
	}
}

static void
test_table(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *dir = g_dir_make_tmp("nianbao-XXXXXX", NULL);
	g_autofree char *files = g_build_filename(dir, "files", NULL);
	g_autofree char *font = root_path("fonts/files/FandolFang-Regular.otf");
	g_autofree char *bytes = NULL;
	struct nb_arena *a = nb_arena_new();
	struct nb_fonts *fonts = NULL;
	struct nb_diags d;
	gsize n;

	nb_diags_init(&d, a);
	if (!g_file_get_contents(font, &bytes, &n, NULL)) {
		g_test_skip("没有字体：先运行 ./setup.sh");
	} else {
		g_assert_cmpint(g_mkdir(files, 0700), ==, 0);
		put(dir, "roles.yaml", tables[i].yaml, -1);
		put(files, "good", bytes, (gssize)n);
		put(files, "cut", bytes, (gssize)n - 1);
		put(files, "empty", "", 0);
		put(files, "text", "这不是字体", -1);
		g_assert_cmpint(
		    nb_fonts_load(dir, &d, &fonts), ==, tables[i].status);
		g_assert_cmpstr(d.first == NULL ? NULL : d.first->code->id, ==,
		    tables[i].want);
		if (d.first != NULL)
			g_assert_cmpint(
			    d.first->severity, ==, tables[i].severity);
	}
	g_assert_true(
	    (fonts != NULL) == (tables[i].status == NB_OK) || bytes == NULL);
	nb_fonts_free(fonts);
	nb_arena_free(a);
	remove_all(dir);
}

static void
test_no_table(void)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_fonts *fonts = NULL;
	struct nb_diags d;

	nb_diags_init(&d, a);
	g_assert_cmpint(
	    nb_fonts_load("/nonexistent", &d, &fonts), ==, NB_FAILED);
	g_assert_null(fonts);
	g_assert_nonnull(d.first);
	nb_arena_free(a);
}

/* G05: the first place and the number of places, in any role. */
static void
test_check(void)
{
	static const char yaml[] = "年度: 2024\n"
				   "机关: 甲街道办事处\n"
				   "章节:\n"
				   "- 标题: 组织ᠮ领导\n"
				   "  正文: |\n"
				   "    一ᠣ二。\n"
				   "    三ᠣ四\xc2\xa0。\n";
	g_autofree char *path =
	    root_path("templates/gbt9704-2012/template.yaml");
	struct fixture x;
	const struct nb_template *t;
	const struct nb_report *r;
	const struct nb_text *text;
	struct nb_diags d;
	struct nb_pos pos;

	if (!fixture_init(&x))
		return;
	nb_diags_init(&d, x.arena);
	t = nb_template_load(x.arena, path, NULL, &x.diags);
	text = nb_source_text(x.arena, NB_S("t"), nb_str_z(yaml), &x.diags);
	r = nb_report_build(
	    x.arena, nb_source_yaml(x.arena, text, &x.diags), NULL, &x.diags);
	nb_fonts_check(x.fonts, t, r, &d);
	g_assert_cmpuint(d.n[NB_ERROR], ==, 2);
	g_assert_cmpstr(d.first->message.p, ==, "字体缺字：“ᠮ” U+182E");
	pos = nb_text_pos(text, d.first->span.begin);
	g_assert_cmpuint(pos.line, ==, 4);
	g_assert_cmpuint(pos.col, ==, 9);
	g_assert_cmpstr(
	    d.first->next->message.p, ==, "字体缺字：“ᠣ” U+1823，共 2 处");
	pos = nb_text_pos(text, d.first->next->span.begin);
	g_assert_cmpuint(pos.line, ==, 6);
	g_assert_cmpuint(pos.col, ==, 6);
	fixture_clear(&x);
}

#define ADD_ROWS(path, rows, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *name = g_strconcat(path, rows[i].name, NULL); \
		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD_ROWS("/font/face/", faces, test_face);
	ADD_ROWS("/font/traditional/", traditional, test_traditional);
	ADD_ROWS("/font/table/", tables, test_table);
	g_test_add_func("/font/table/none", test_no_table);
	g_test_add_func("/font/symbols", test_symbols);
	g_test_add_func("/font/em", test_em);
	g_test_add_func("/font/shifts", test_shifts);
	g_test_add_func("/base/gb2312", test_gb2312);
	g_test_add_func("/font/full-width", test_full_width);
	g_test_add_func("/font/scale", test_scale);
	g_test_add_func("/font/role-names", test_role_names);
	g_test_add_func("/font/check", test_check);
	return g_test_run();
}
