/*
 * Text that no role can set: shaped with the faces of named folders, in the
 * right direction, broken where it may be, every character kept.
 */
#include "base/arena.h"
#include "font/font.h"
#include "pages.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define DEJAVU "/usr/share/fonts/truetype/dejavu"
#define NOTO "/usr/share/fonts/truetype/noto"
#define HEAD \
	"年度: 2024\n机关: 柳溪街道办事处\n标题: 题\n章节:\n" \
	"- 标题: 总\n  正文: |\n    "
#define UYGHUR "ئۇيغۇر ئاپتونوم رايونى"

/* A folder of fonts whose table says where else to look; or NULL: skipped. */
static char *
fonts_folder(const char *system, const char *needs)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *from =
	    g_canonicalize_filename(root != NULL ? root : ".", NULL);
	g_autofree char *table =
	    g_build_filename(from, "fonts", "roles.yaml", NULL);
	g_autofree char *files = g_build_filename(from, "fonts", "files", NULL);
	g_autofree char *text = NULL, *copy = NULL, *link = NULL;
	g_autoptr(GString) yaml = NULL;
	char *dir;

	if (!pages_ready())
		return NULL;
	if (needs != NULL && !g_file_test(needs, G_FILE_TEST_EXISTS)) {
		g_test_skip("没有这种文字的字体：fonts-noto-core");
		return NULL;
	}
	dir = g_dir_make_tmp("nianbao-XXXXXX", NULL);
	g_assert_true(g_file_get_contents(table, &text, NULL, NULL));
	yaml = g_string_new(text);
	g_assert_cmpuint(
	    g_string_replace(yaml, "\n系统字体: 否", "", 1), ==, 1);
	g_string_append_printf(yaml, "\n系统字体: %s\n", system);
	copy = g_build_filename(dir, "roles.yaml", NULL);
	link = g_build_filename(dir, "files", NULL);
	g_assert_true(g_file_set_contents(copy, yaml->str, -1, NULL));
	g_assert_cmpint(symlink(files, link), ==, 0);
	return dir;
}

static void
remove_folder(char *dir)
{
	g_autofree char *copy = g_build_filename(dir, "roles.yaml", NULL);
	g_autofree char *link = g_build_filename(dir, "files", NULL);

	g_remove(copy);
	g_remove(link);
	g_remove(dir);
	g_free(dir);
}

/* Each glyph's characters are there, and all of them. */
static void
check_clusters(const struct pages *p)
{
	for (uint32_t i = 0; i < p->pages->n_pages; i++) {
		const struct nb_page *page = &p->pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++) {
			const struct nb_item *it = &page->item[k];
			size_t n = 0;

			if (it->kind != NB_ITEM_RUN)
				continue;
			for (uint32_t g = 0; g < it->run.n; g++)
				n += it->run.glyph[g].text_n;
			g_assert_cmpuint(n, ==, it->run.text.n);
		}
	}
}

static const struct nb_item *
find_run(const struct pages *p, const char *text)
{
	for (uint32_t i = 0; i < p->pages->n_pages; i++) {
		const struct nb_page *page = &p->pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++)
			if (page->item[k].kind == NB_ITEM_RUN &&
			    nb_str_eq(page->item[k].run.text, nb_str_z(text)))
				return &page->item[k];
	}
	return NULL;
}

static void
test_right_to_left(void)
{
	char *dir = fonts_folder("[" DEJAVU "]", DEJAVU "/DejaVuSans.ttf");
	const struct nb_item *first, *last;
	struct pages p;

	if (dir == NULL)
		return;
	p = pages_make_with(dir, HEAD "文字" UYGHUR "宣传。\n", -1);
	check_clusters(&p);
	first = find_run(&p, "ئۇيغۇر");
	last = find_run(&p, "رايونى");
	g_assert_nonnull(first);
	g_assert_nonnull(last);
	g_assert_true(first->run.backward);
	g_assert_true(nb_face_is_system(first->run.face));
	/* the words follow each other to the left, glyphs to the right */
	g_assert_cmpint(last->x + last->run.width, <, first->x);
	for (uint32_t g = 1; g < first->run.n; g++)
		g_assert_cmpint(
		    first->run.glyph[g - 1].x, <=, first->run.glyph[g].x);
	/* joined letters are other glyphs than lone ones */
	g_assert_cmpuint(first->run.glyph[0].gid, !=, 0);
	pages_release(&p);
	remove_folder(dir);
}

/* Read from the right: قانۇن, 2024, -, يىل; the digits from the left. */
static void
test_number_among(void)
{
	char *dir = fonts_folder("[" DEJAVU "]", DEJAVU "/DejaVuSans.ttf");
	static const char *const text[] = { "قانۇن", "2024", "-", "يىل" };
	nb_len left = INT32_MAX - 1;
	struct pages p;

	if (dir == NULL)
		return;
	p = pages_make_with(dir, HEAD "文字قانۇن 2024-يىل宣传2025年。\n", -1);
	check_clusters(&p);
	for (size_t i = 0; i < NB_COUNT(text); i++) {
		const struct nb_item *run = find_run(&p, text[i]);

		g_assert_nonnull(run);
		g_assert_cmpint(run->x + run->run.width, <=, left + 1);
		left = run->x;
	}
	pages_release(&p);
	remove_folder(dir);
}

/* Wherever the words fall on the lines, they stay inside and in order. */
static void
test_sliding(void)
{
	char *dir = fonts_folder("[" DEJAVU "]", DEJAVU "/DejaVuSans.ttf");

	if (dir == NULL)
		return;
	for (int k = 0; k <= 30; k++) {
		g_autoptr(GString) yaml = g_string_new(HEAD);
		struct pages p;
		GArray *lines;

		for (int i = 0; i < k; i++)
			g_string_append(yaml, "永");
		g_string_append(yaml, UYGHUR " " UYGHUR "，完毕。\n");
		p = pages_make_with(dir, yaml->str, -1);
		check_clusters(&p);
		lines = pages_lines(&p, false);
		for (guint i = 0; i < lines->len; i++) {
			const struct line *l =
			    &g_array_index(lines, struct line, i);
			for (const struct nb_item *it = l->first; it <= l->last;
			     it++) {
				g_assert_cmpint(it->x, >=, p.pages->body_x - 1);
				g_assert_cmpint(it->x + it->run.width, <=,
				    p.pages->body_x + p.pages->body_w +
					p.t->cell);
			}
			g_assert_false(g_str_has_prefix(l->text, "，"));
		}
		lines_free(lines);
		pages_release(&p);
	}
	remove_folder(dir);
}

/* A mark and the letter it stands on are one, and nothing comes between. */
static void
test_combining(void)
{
	char *dir = fonts_folder("[" DEJAVU "]", DEJAVU "/DejaVuSans.ttf");
	const struct nb_item *run;
	struct pages p;

	if (dir == NULL)
		return;
	p = pages_make_with(dir,
	    HEAD "乐队Spin\xcc\x88"
		 "al到场。\n",
	    -1);
	check_clusters(&p);
	run = find_run(&p, "n\xcc\x88");
	g_assert_nonnull(run);
	g_assert_cmpuint(run->run.n, ==, 2);
	pages_release(&p);
	remove_folder(dir);
}

static const struct {
	const char *name, *needs, *text, *part;
} scripts[] = {
	{ "mongolian", NOTO "/NotoSansMongolian-Regular.ttf", "ᠮᠣᠩᠭᠣᠯ",
	    "ᠮᠣᠩᠭᠣᠯ" },
	{ "tibetan", NOTO "/NotoSerifTibetan-Regular.ttf", "བོད་ཡིག", "བོད་" },
	{ "uyghur", NOTO "/NotoNaskhArabic-Regular.ttf", "ئۇيغۇرچە",
	    "ئۇيغۇرچە" },
};

static void
test_script(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *yaml =
	    g_strconcat(HEAD "文字", scripts[i].text, "宣传。\n", NULL);
	char *dir = fonts_folder("[" NOTO "]", scripts[i].needs);
	struct pages p;

	if (dir == NULL)
		return;
	p = pages_make_with(dir, yaml, -1);
	check_clusters(&p);
	g_assert_nonnull(find_run(&p, scripts[i].part));
	pages_release(&p);
	remove_folder(dir);
}

/* Where there is no face, or none may be looked for: 〓, and no crash. */
static void
test_nothing_found(gconstpointer data)
{
	char *dir = fonts_folder(data, NULL);
	struct pages p;

	if (dir == NULL)
		return;
	p = pages_make_with(dir, HEAD "文字" UYGHUR "宣传。\n", -1);
	check_clusters(&p);
	for (uint32_t k = 0; k < p.pages->page[0].n_items; k++)
		g_assert_false(
		    nb_face_is_system(p.pages->page[0].item[k].run.face));
	pages_release(&p);
	remove_folder(dir);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/foreign/right-to-left", test_right_to_left);
	g_test_add_func("/foreign/number-among", test_number_among);
	g_test_add_func("/foreign/sliding", test_sliding);
	g_test_add_func("/foreign/combining", test_combining);
	g_test_add_data_func("/foreign/off", "否", test_nothing_found);
	g_test_add_data_func(
	    "/foreign/no-folder", "[/nonexistent]", test_nothing_found);
	for (size_t i = 0; i < NB_COUNT(scripts); i++) {
		g_autofree char *name =
		    g_strconcat("/foreign/script/", scripts[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_script);
	}
	return g_test_run();
}
