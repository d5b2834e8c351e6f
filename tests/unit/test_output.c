/*
 * Hand-made pages through every output.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "font/font.h"
#include "output/output.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

struct fixture {
	struct nb_arena *arena;
	struct nb_diags diags;
	struct nb_fonts *fonts;
	struct nb_pages pages;
};

static char *
root_path(const char *under)
{
	const char *root = g_getenv("NIANBAO_ROOT");

	return g_build_filename(root != NULL ? root : ".", under, NULL);
}

/* What a test writes about a run; lengths in mm and pt. */
struct line {
	enum nb_item_role role;
	uint8_t level;
	uint32_t paragraph;
	enum nb_font_role font;
	double x, y, size;
	const char *text;
	uint32_t rgb;
};

static struct nb_item
set(struct nb_arena *a, struct nb_fonts *fonts, const struct line *l)
{
	const struct nb_str text = nb_str_z(l->text);
	struct nb_glyph *glyph =
	    nb_new_n(a, struct nb_glyph, nb_str_chars(text));
	struct nb_item it = {
		.kind = NB_ITEM_RUN,
		.role = l->role,
		.level = l->level,
		.paragraph = l->paragraph,
		.x = NB_MM(l->x),
		.y = NB_MM(l->y),
		.rgb = l->rgb,
		.run = { .size = NB_PT(l->size), .text = text, .glyph = glyph },
	};

	for (size_t at = 0; at < text.n;) {
		const size_t begin = at;
		const struct nb_char_glyph g =
		    nb_fonts_char(fonts, l->font, nb_utf8_next(text, &at));

		g_assert_nonnull(g.face);
		g_assert_true(it.run.face == NULL || it.run.face == g.face);
		it.run.face = g.face;
		glyph[it.run.n++] = (struct nb_glyph){ g.gid, it.run.width,
			(uint32_t)(at - begin), 0 };
		it.run.width += it.run.size * g.advance / 1000;
	}
	it.run.shift = nb_len_round(it.run.size * nb_face_shift(it.run.face));
	return it;
}

static const struct line page1[] = {
	{ NB_ROLE_TITLE, 0, 1, NB_FONT_TITLE, 60, 60, 22, "法治政府——年度报告",
	    0 },
	{ NB_ROLE_HEADING, 1, 2, NB_FONT_HEI, 39, 80, 16, "一、组织领导", 0 },
	{ NB_ROLE_BODY, 0, 3, NB_FONT_BODY, 39, 90, 16, "依“法”行政〔2020〕",
	    0 },
	{ NB_ROLE_BODY, 0, 3, NB_FONT_BODY, 95.44, 90, 16, "1号，姓", 0 },
	{ NB_ROLE_BODY, 0, 3, NB_FONT_BODY, 115.2, 90, 16, "𠅤", 0xCC0000 },
	{ NB_ROLE_FOLIO, 0, 0, NB_FONT_SONG, 150, 270, 14, "—1—", 0 },
};

static const struct line page2[] = {
	{ NB_ROLE_BODY, 0, 3, NB_FONT_BODY, 28, 45, 16, "行一长金。", 0 },
	{ NB_ROLE_SIGNATURE, 0, 4, NB_FONT_BODY, 120, 60, 16, "2024年3月20日",
	    0 },
	{ NB_ROLE_FOLIO, 0, 0, NB_FONT_SONG, 34, 270, 14, "—2—", 0 },
};

static void
add_page(struct fixture *x, struct nb_page *page, uint32_t number,
    const struct line *line, uint32_t n)
{
	struct nb_item *item = nb_new_n(x->arena, struct nb_item, n + 1);

	for (uint32_t i = 0; i < n; i++)
		item[i] = set(x->arena, x->fonts, &line[i]);
	item[n] = (struct nb_item){ .kind = NB_ITEM_RULE,
		.x = NB_MM(28),
		.y = NB_MM(265),
		.rgb = 0xFF0000,
		.rule = { NB_MM(156), NB_PT(1) } };
	*page = (struct nb_page){ NB_MM(210), NB_MM(297), number, item, n + 1,
		NULL, 0 };
}

static void
add_bookmarks(struct fixture *x)
{
	const struct nb_bookmark list[] = {
		{ NB_S("一、组织领导"), 1, 0, NB_MM(28), NB_MM(75) },
		{ NB_S("（三）跳了一层"), 3, 1, NB_MM(28), NB_MM(40) },
		{ NB_S("二、依法决策"), 1, 1, NB_MM(28), NB_MM(50) },
	};
	struct nb_bookmark *copy =
	    nb_new_n(x->arena, struct nb_bookmark, NB_COUNT(list));

	memcpy(copy, list, sizeof(list));
	x->pages.bookmark = copy;
	x->pages.n_bookmarks = NB_COUNT(list);
}

/* False (and the test skipped) where the fonts are not set up. */
static bool
fixture_init(struct fixture *x)
{
	g_autofree char *dir = root_path("fonts");
	g_autofree char *face = root_path("fonts/files/FandolFang-Regular.otf");
	struct nb_page *page;

	if (!g_file_test(face, G_FILE_TEST_EXISTS)) {
		g_test_skip("没有字体：先运行 ./setup.sh");
		return false;
	}
	x->arena = nb_arena_new();
	nb_diags_init(&x->diags, x->arena);
	g_assert_cmpint(nb_fonts_load(dir, &x->diags, &x->fonts), ==, NB_OK);
	page = nb_new_n(x->arena, struct nb_page, 2);
	add_page(x, &page[0], 1, page1, NB_COUNT(page1));
	add_page(x, &page[1], 2, page2, NB_COUNT(page2));
	x->pages = (struct nb_pages){
		.title = NB_S("法治政府建设年度报告"),
		.organ = NB_S("甲街道办事处"),
		.date = NB_S("2024-03-20"),
		.page = page,
		.n_pages = 2,
	};
	add_bookmarks(x);
	return true;
}

static void
fixture_clear(struct fixture *x)
{
	nb_fonts_free(x->fonts);
	nb_arena_free(x->arena);
}

static GString *
output(struct fixture *x, const char *name, uint32_t page)
{
	const struct nb_output *o = nb_output_find(name);
	GString *out = g_string_new(NULL);

	g_assert_nonnull(o);
	g_assert_cmpint(o->write(&x->pages, page, out, &x->diags), ==, NB_OK);
	g_assert_null(x->diags.first);
	return out;
}

static bool
contains(const GString *s, const char *part)
{
	return memmem(s->str, s->len, part, strlen(part)) != NULL;
}

static void
test_names(void)
{
	for (const struct nb_output *o = nb_outputs;
	     o < nb_outputs + nb_n_outputs; o++) {
		g_assert_true(nb_output_find(o->name) == o);
		g_assert_true(!o->write != !o->write_words && *o->title != 0);
	}
	g_assert_null(nb_output_find("doc"));
}

static void
test_text(void)
{
	static const char txt[] = "法治政府——年度报告\n"
				  "一、组织领导\n"
				  "依“法”行政〔2020〕1号，姓𠅤行一长金。\n"
				  "2024年3月20日\n";
	static const char dump[] =
	    "page 1 210.00x297.00mm\n"
	    "  title 1 60.00-137.61 60.00 22.00pt Noto Serif SC Bold "
	    "\"法治政府——年度报告\"\n"
	    "  heading1 2 39.00-72.87 80.00 16.00pt Noto Sans SC Medium "
	    "\"一、组织领导\"\n"
	    "  body 3 39.00-115.20 90.00 16.00pt FandolFang "
	    "\"依“法”行政〔2020〕1号，姓\"\n"
	    "  body 3 115.20-120.73 90.00 16.00pt 霞鹜文楷 Light \"𠅤\" "
	    "#cc0000\n"
	    "  folio 0 150.00-162.20 270.00 14.00pt Noto Serif SC \"—1—\"\n"
	    "  rule 28.00 265.00 156.00x0.35 #ff0000\n"
	    "page 2 210.00x297.00mm\n"
	    "  body 3 28.00-56.22 45.00 16.00pt FandolFang \"行一长金。\"\n"
	    "  signature 4 120.00-156.69 60.00 16.00pt FandolFang "
	    "\"2024年3月20日\"\n"
	    "  folio 0 34.00-46.63 270.00 14.00pt Noto Serif SC \"—2—\"\n"
	    "  rule 28.00 265.00 156.00x0.35 #ff0000\n";
	struct fixture x;
	g_autoptr(GString) out = NULL;
	g_autoptr(GString) plain = NULL;

	if (!fixture_init(&x))
		return;
	out = output(&x, "dump", 0);
	g_assert_cmpstr(out->str, ==, dump);
	plain = output(&x, "txt", 0);
	g_assert_cmpstr(plain->str, ==, txt);
	fixture_clear(&x);
}

/* Neither an earlier document nor the surroundings change a byte. */
static void
test_same_bytes(gconstpointer name)
{
	struct fixture x;
	g_autoptr(GString) first = NULL;
	g_autoptr(GString) again = NULL;

	if (!fixture_init(&x))
		return;
	first = output(&x, name, 0);
	g_assert_cmpuint(first->len, >, 0);
	g_setenv("TZ", "Asia/Shanghai", TRUE);
	g_setenv("LC_ALL", "de_DE.UTF-8", TRUE);
	again = output(&x, name, 0);
	g_setenv("LC_ALL", "C", TRUE);
	g_unsetenv("TZ");
	g_assert_true(g_string_equal(first, again));
	fixture_clear(&x);
}

static void
test_pdf_dates(void)
{
	struct fixture x;
	g_autoptr(GString) dated = NULL;
	g_autoptr(GString) undated = NULL;

	if (!fixture_init(&x))
		return;
	dated = output(&x, "pdf", 0);
	g_assert_true(contains(dated, ">2024-03-20</xmp:CreateDate>"));
	g_assert_true(contains(dated, ">2024-03-20</xmp:ModifyDate>"));
	x.pages.date = NB_S("2024-03");
	undated = output(&x, "pdf", 0);
	g_assert_false(contains(undated, "Date"));
	fixture_clear(&x);
}

/* What a program says about the bytes; NULL where it is not installed. */
static char *
ask(const GString *bytes, const char *const *argv)
{
	g_autofree char *program = g_find_program_in_path(argv[0]);
	g_autofree char *file = NULL;
	const char *all[8] = { NULL };
	char *said = NULL;
	int fd, n = 0;

	if (program == NULL) {
		g_test_skip("没有查看 PDF 的程序");
		return NULL;
	}
	fd = g_file_open_tmp("nianbao-XXXXXX.pdf", &file, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(
	    g_file_set_contents(file, bytes->str, (gssize)bytes->len, NULL));
	for (; argv[n] != NULL; n++)
		all[n] = strcmp(argv[n], "FILE") == 0 ? file : argv[n];
	g_assert_true(g_spawn_sync(NULL, (char **)all, NULL,
	    G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, NULL));
	g_remove(file);
	return said;
}

/* What programs that know nothing of ours find in the PDF. */
static const struct {
	const char *name, *argv[6], *want[5];
} questions[] = {
	{ "text", { "pdftotext", "-raw", "FILE", "-" },
	    { "法治政府——年度报告\n一、组织领导\n"
	      "依“法”行政〔2020〕1号，姓𠅤\n—1—\n\f"
	      "行一长金。\n2024年3月20日\n—2—\n\f" } },
	{ "info", { "pdfinfo", "FILE" },
	    { "法治政府建设年度报告", "甲街道办事处", "nianbao " NB_VERSION,
		"(A4)" } },
	{ "bookmarks", { "mutool", "show", "FILE", "outline" },
	    { "一、组织领导", "（三）跳了一层", "二、依法决策" } },
	{ "fonts", { "pdffonts", "FILE" },
	    { "+FandolFang-Regular            CID Type 0C       "
	      "Identity-H       yes yes yes",
		"+LXGWWenKai-Light              CID TrueType      "
		"Identity-H       yes yes yes" } },
};

static void
test_question(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct fixture x;
	g_autoptr(GString) out = NULL;
	g_autofree char *said = NULL;

	if (!fixture_init(&x))
		return;
	out = output(&x, "pdf", 0);
	said = ask(out, questions[i].argv);
	for (size_t k = 0; said != NULL && questions[i].want[k] != NULL; k++)
		if (strstr(said, questions[i].want[k]) == NULL)
			g_error("%s is not in: %s", questions[i].want[k], said);
	fixture_clear(&x);
}

/* A glyph that stands for another character than its own, and for that. */
static void
test_stand_in(void)
{
	static const char *const argv[][7] = { { "pdftotext", "FILE", "-" },
		{ "mutool", "draw", "-q", "-F", "txt", "FILE" } };
	struct fixture x;
	struct nb_item *item;
	g_autoptr(GString) out = NULL;

	if (!fixture_init(&x))
		return;
	item = (struct nb_item *)x.pages.page[1].item;
	item[1].run = item->run;
	item->run.text = NB_S("行\xe1\xa0\xae长金。");
	out = output(&x, "pdf", 0);
	for (size_t i = 0; i < NB_COUNT(argv); i++) {
		g_autofree char *said = ask(out, argv[i]);

		g_assert_true(said == NULL ||
		    (strstr(said, item->run.text.p) != NULL &&
			strstr(said, item[1].run.text.p) != NULL));
	}
	fixture_clear(&x);
}

static void
test_pictures(void)
{
	static const unsigned char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
					    "\0\0\x04\xd8\0\0\x06\xda";
	struct fixture x;
	g_autoptr(GString) png = NULL;
	g_autoptr(GString) svg = NULL;

	if (!fixture_init(&x))
		return;
	png = output(&x, "png", 1);
	g_assert_cmpuint(png->len, >, sizeof(head));
	g_assert_true(memcmp(png->str, head, sizeof(head) - 1) == 0);
	svg = output(&x, "svg", 1);
	g_assert_true(g_str_has_prefix(svg->str, "<?xml"));
	g_assert_true(g_str_has_suffix(svg->str, "</svg>\n"));
	fixture_clear(&x);
}

/* Nothing but paper is a document too. */
static void
test_empty(gconstpointer name)
{
	struct fixture x;
	g_autoptr(GString) out = NULL;
	const struct nb_page paper = { .w = NB_MM(210), .h = NB_MM(297) };

	if (!fixture_init(&x))
		return;
	x.pages = (struct nb_pages){ .page = &paper, .n_pages = 1 };
	out = output(&x, name, 0);
	fixture_clear(&x);
}

/* Paper that no surface is large enough for. */
static void
test_too_large(void)
{
	const struct nb_page paper = { .w = INT32_MAX, .h = INT32_MAX };
	struct fixture x;
	g_autoptr(GString) out = g_string_new(NULL);

	if (!fixture_init(&x))
		return;
	x.pages.page = &paper;
	g_assert_cmpint(
	    nb_output_find("png")->write(&x.pages, 0, out, &x.diags), ==,
	    NB_FAILED);
	g_assert_cmpstr(x.diags.first->code->id, ==, "A21");
	fixture_clear(&x);
}

/* A scratched font gives a finding or odd shapes, never a crash. */
static void
test_damaged_font(gconstpointer data)
{
	const gsize from = GPOINTER_TO_SIZE(data) * 1024;
	g_autofree char *dir = NULL, *table = NULL, *font = NULL, *bytes = NULL;
	g_autofree char *whole =
	    root_path("fonts/files/FandolFang-Regular.otf");
	g_autoptr(GString) yaml = g_string_new(NULL);
	g_autoptr(GString) out = g_string_new(NULL);
	struct fixture x;
	struct nb_fonts *cut = NULL;
	gsize n;

	if (!fixture_init(&x))
		return;
	dir = g_dir_make_tmp("nianbao-XXXXXX", NULL);
	table = g_build_filename(dir, "roles.yaml", NULL);
	font = g_build_filename(dir, "scratched.otf", NULL);
	g_assert_true(g_file_get_contents(whole, &bytes, &n, NULL));
	for (gsize i = from; i < n && i < from + 65536; i += 7)
		bytes[i] = (char)~bytes[i];
	g_assert_true(g_file_set_contents(font, bytes, (gssize)n, NULL));
	for (unsigned i = 0; i < NB_FONT_ROLES; i++)
		g_string_append_printf(yaml, "%s: [{文件: %s}]\n",
		    nb_font_role_name((enum nb_font_role)i).p, font);
	g_assert_true(g_file_set_contents(table, yaml->str, -1, NULL));
	if (nb_fonts_load(dir, &x.diags, &cut) == NB_OK) {
		struct nb_item *item =
		    (struct nb_item *)&x.pages.page[1].item[0];

		item->run.face = nb_fonts_role_face(cut, NB_FONT_BODY, 0);
		x.pages.page++;
		x.pages.n_pages = 1;
		x.pages.n_bookmarks = 0;
		for (const struct nb_output *o = nb_outputs;
		     o < nb_outputs + nb_n_outputs; o++)
			if (o->write != NULL &&
			    o->write(&x.pages, 0, out, &x.diags) != NB_OK)
				g_assert_nonnull(x.diags.first);
	}
	nb_fonts_free(cut);
	fixture_clear(&x);
	g_remove(table);
	g_remove(font);
	g_rmdir(dir);
}

static void
add_test(const struct nb_output *o, const char *of, GTestDataFunc test)
{
	g_autofree char *path = g_strconcat("/output/", of, o->name, NULL);

	if (o->write != NULL)
		g_test_add_data_func(path, o->name, test);
}

int
main(int argc, char **argv)
{
	static const unsigned scratched[] = { 0, 1, 4, 64, 300, 1024, 6000,
		6790 };

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/output/names", test_names);
	g_test_add_func("/output/text", test_text);
	g_test_add_func("/output/pdf/dates", test_pdf_dates);
	g_test_add_func("/output/pdf/stand-in", test_stand_in);
	g_test_add_func("/output/pictures", test_pictures);
	g_test_add_func("/output/too-large", test_too_large);
	for (size_t i = 0; i < NB_COUNT(questions); i++) {
		g_autofree char *name =
		    g_strconcat("/output/pdf/", questions[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_question);
	}
	for (size_t i = 0; i < nb_n_outputs; i++) {
		add_test(&nb_outputs[i], "same-bytes/", test_same_bytes);
		add_test(&nb_outputs[i], "empty/", test_empty);
	}
	for (size_t i = 0; i < NB_COUNT(scratched); i++) {
		g_autofree char *name = g_strdup_printf(
		    "/output/damaged-font/from-%u-KiB", scratched[i]);

		g_test_add_data_func(
		    name, GSIZE_TO_POINTER(scratched[i]), test_damaged_font);
	}
	return g_test_run();
}
