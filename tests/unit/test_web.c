/*
 * Web pages: what is text and what is a link, and what a web template may not
 * say.  Whole pages are cases of tests/cases/web/.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "output/web/parts.h"
#include "style/web.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LINK(a) "<a href=\"" a "\">" a "</a>"

static const struct {
	const char *name, *prose, *want;
} cases[] = {
	{ "plain", "依法行政", "依法行政" },
	{ "escaped", "a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c'" },
	{ "no-markup", "<script>1</script>", "&lt;script&gt;1&lt;/script&gt;" },
	{ "control",
	    "a\x01\xE2\x80\xAE"
	    "b\xC2\x85",
	    "ab" },
	{ "address", "见https://a.cn/b，另见",
	    "见" LINK("https://a.cn/b") "，另见" },
	{ "two", "http://a.cn http://b.cn",
	    LINK("http://a.cn") " " LINK("http://b.cn") },
	{ "alone", "http://a.cn", LINK("http://a.cn") },
	{ "end-mark", "http://a.cn/b.", LINK("http://a.cn/b") "." },
	{ "brackets", "(http://a.cn)", "(" LINK("http://a.cn") ")" },
	{ "query", "http://a.cn/?x=1&y=2", LINK("http://a.cn/?x=1&amp;y=2") },
	{ "quote-ends-it", "http://a.cn/\"onclick=\"x",
	    LINK("http://a.cn/") "&quot;onclick=&quot;x" },
	{ "other-scheme", "javascript:http ftp://a.cn",
	    "javascript:http ftp://a.cn" },
	{ "no-host", "http:// https://。", "http:// https://。" },
	{ "http-alone", "http协议", "http协议" },
};

static void
test_prose(const void *data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) got = g_string_new(NULL);

	nb_web_prose(got, nb_str_z(cases[i].prose));
	g_assert_cmpstr(got->str, ==, cases[i].want);
}

/* A slip in one of the files of an otherwise good folder. */
static const struct {
	const char *name, *file, *from, *to;
	bool good;
} slips[] = {
	{ "as-it-is", "web.yaml", "标题: 名称", "标题: 名称", true },
	{ "no-word", "web.yaml", "机关: 发布机构", "", false },
	{ "empty-word", "web.yaml", "无题: 无标题", "无题: ''", false },
	{ "no-access-word", "web.yaml", "不予公开: 不予公开", "", false },
	{ "no-number", "web.yaml", "目录至少: 3", "目录至少: 三", false },
	{ "pair-of-three", "web.yaml", "[发發,", "[发發發,", false },
	{ "nothing-closed", "web.yaml", "不上网:", "上网:", false },
	{ "closed-misspelt", "web.yaml", "密级除外: [", "密级以外: [", false },
	{ "style-ends", "style.css", "main{", "</style>main{", false },
};

static void
write_slip(const char *folder, const char *file, size_t i)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *from = g_build_filename(
	    root != NULL ? root : ".", "templates", "web-page", file, NULL);
	g_autofree char *to = g_build_filename(folder, file, NULL);
	g_autofree char *text = NULL;
	g_autoptr(GString) made = NULL;

	g_assert_true(g_file_get_contents(from, &text, NULL, NULL));
	made = g_string_new(text);
	if (strcmp(file, slips[i].file) == 0)
		g_assert_cmpuint(
		    g_string_replace(made, slips[i].from, slips[i].to, 1), ==,
		    1);
	g_assert_true(g_file_set_contents(to, made->str, -1, NULL));
}

static void
remove_file(const char *folder, const char *file)
{
	g_autofree char *path = g_build_filename(folder, file, NULL);

	g_assert_cmpint(g_unlink(path), ==, 0);
}

static void
test_slip(const void *data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *folder = g_dir_make_tmp("nianbao-XXXXXX", NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;
	const struct nb_web *web;

	nb_diags_init(&d, a);
	write_slip(folder, "web.yaml", i);
	write_slip(folder, "style.css", i);
	web = nb_web_load(a, folder, &d);
	g_assert_true((web != NULL) == slips[i].good);
	g_assert_true((d.n[NB_ERROR] == 0) == slips[i].good);
	remove_file(folder, "web.yaml");
	remove_file(folder, "style.css");
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(cases); i++) {
		g_autofree char *path =
		    g_strdup_printf("/web/prose/%s", cases[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_prose);
	}
	for (size_t i = 0; i < NB_COUNT(slips); i++) {
		g_autofree char *path =
		    g_strdup_printf("/web/template/%s", slips[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_slip);
	}
	return g_test_run();
}
