/*
 * The lines of web pages: tests/cases/import/NAME.html with what must come of
 * it in NAME.lines (raw_dump.h), and rows on the small matters.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "import/log.h"
#include "import/raw.h"

#include <glib.h>
#include <string.h>

#include "raw_dump.h"

static struct nb_str
text_of(const GString *s)
{
	return (struct nb_str){ s->str, s->len };
}

static const struct {
	const char *name, *html, *lines;
} rows[] = {
	{ "paragraphs", "<p>甲。</p><p>乙。</p>", "1 甲。\n1 乙。\n" },
	{ "break", "<p>甲<br>乙<br/><br/>丙</p>", "1 甲\n1 乙\n1+ 丙\n" },
	{ "empty-paragraph", "<p>甲</p><p>&nbsp;</p><p>乙</p>",
	    "1 甲\n1+ 乙\n" },
	{ "torn-han", "<p>法治\n  政府</p>", "1 法治政府\n" },
	{ "torn-latin", "<p>the\nrule</p>", "1 the rule\n" },
	{ "blanks", "<p>　　 甲  乙&nbsp;</p>", "1 甲 乙\n" },
	{ "row", "<p>\n\n甲</p>\n<p>乙</p>", "3 甲\n4 乙\n" },
	{ "inline", "<p><span>一</span><b>、甲</b></p>", "1 一、甲\n" },
	{ "entities", "<p>&lt;甲&gt; &#20057;&hellip;</p>", "1 <甲> 乙…\n" },
	{ "headings", "<h1>甲</h1><h3>乙</h3>", "1#1 甲\n1#3 乙\n" },
	{ "align",
	    "<center>甲</center><p style='Text-Align: right'>乙</p>"
	    "<div align=center><p>丙<p style='text-align:left'>丁</div>",
	    "1= 甲\n1> 乙\n1= 丙\n1 丁\n" },
	{ "ordered", "<ol><li>甲<li>乙</ol>", "1 【1.】甲\n1 【2.】乙\n" },
	{ "ordered-start",
	    "<ol start=3 style='list-style-type: cjk-ideographic'>"
	    "<li>甲<li value=10>乙<li>丙</ol>",
	    "1 【三、】甲\n1 【十、】乙\n1 【十一、】丙\n" },
	{ "ordered-nested",
	    "<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol><ul><li>丁</ul>",
	    "1 【1.】甲\n1 【a.】乙\n1 【2.】丙\n1 丁\n" },
	{ "ordered-typed", "<ol><li>（一）甲<li>（二）乙</ol>",
	    "1 （一）甲\n1 （二）乙\n" },
	{ "pre", "<pre>甲\n乙\n\n丙</pre>", "1 甲\n2 乙\n4+ 丙\n" },
	{ "spans",
	    "<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>丙<td>丁"
	    "</table>",
	    "1 表 2 行\n    | 甲 <2×1> | 乙 <1×2> |\n    | 丙 | 丁 |\n" },
	{ "spans-wild",
	    "<table><tr><td rowspan=999>甲<td colspan=99999>乙"
	    "<td rowspan=0>丙<tr><td>丁</table>",
	    "1 表 2 行\n    | 甲 <2×1> | 乙 | 丙 <2×1> |\n    | 丁 |\n" },
	{ "cell-paragraphs",
	    "<table><tr><td><p>甲</p><p>乙</p><td>丙<br>丁</table>",
	    "1 表 1 行\n    | 甲⏎乙 | 丙⏎丁 |\n" },
	{ "caption", "<table><caption>甲</caption><tr><td>乙<td>丙</table>",
	    "1 甲\n1 表 1 行\n    | 乙 | 丙 |\n" },
	{ "layout", "<table><tr><td><p>甲</p><p>乙</p></table>",
	    "1 甲\n1 乙\n" },
	{ "hidden",
	    "<p>甲<span style='display:none'>乙</span></p><p hidden>丙</p>",
	    "1 甲\n- 1 hidden: 乙\n- 1 hidden: 丙\n" },
	{ "code",
	    "<p>甲</p><script>var a = '乙';</script><script>b()</script>"
	    "<style>/* 丙 */</style><!-- 丁 --><!-- x -->",
	    "1 甲\n- 1 code: var a = '乙';\n- 1 code: /* 丙 */\n"
	    "- 1 comment: 丁\n" },
	{ "control", "<p>甲</p><button>打印</button>",
	    "1 甲\n- 1 control: 打印\n" },
	{ "picture", "<p>甲<img alt='专题会现场' src=a.jpg></p>",
	    "1 甲\n- 1 picture: 专题会现场\n" },
	{ "article-hidden-copy",
	    "<div style='display:none'><div class=article>甲，乙。</div></div>"
	    "<p>丙，丁。</p>",
	    "1 丙，丁。\n- 1 hidden: 甲，乙。\n" },
	{ "article-signature",
	    "<div class=article><p>甲，乙。</p><p class=footer>丙</p>"
	    "<p class=share>丁<a href=x>戊</a></p></div>",
	    "1 甲，乙。\n1 丙\n- 1 site-furniture: 丁戊\n" },
	{ "article-attachment",
	    "<h1>甲</h1><div><p>乙，丙。</p></div>"
	    "<div><a href='x/1.docx'>附件</a></div>"
	    "<div><a href='2.html'>下一篇</a></div>",
	    "1#1 甲\n1 乙，丙。\n1 附件\n- 1 site-furniture: 下一篇\n" },
	{ "title",
	    "<html><head><title>乙_某网</title>"
	    "<meta name='ArticleTitle' content='乙'></head><p>甲</html>",
	    "《乙》\n1 甲\n" },
	{ "empty", "", "! A67 “t.html”里没有可以读的文字\n" },
	{ "no-words", "<html><script>load()</script></html>",
	    "! A67 “t.html”里没有可以读的文字\n" },
	{ "mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related;\n\n=E4",
	    "! A62 “t.html”是单个文件网页（mht、mhtml），不能直接读\n" },
	{ "entity-bomb",
	    "<!DOCTYPE html [<!ENTITY a \"哈哈\"><!ENTITY b "
	    "\"&a;&a;&a;\">]><p>&b;</p>",
	    "! A65 “t.html”里定义了会自己展开的实体（<!ENTITY），没有读\n" },
};

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got =
	    raw_dump(&nb_reader_html, NB_S("t.html"), nb_str_z(rows[i].html));

	g_assert_cmpstr(got, ==, rows[i].lines);
}

static void
test_too_large(void)
{
	g_autoptr(GString) s = g_string_sized_new(21 << 20);
	g_autofree char *got = NULL;

	while (s->len <= 20 << 20)
		g_string_append(s, "<p>法治政府建设年度报告，法治政府。</p>\n");
	got = raw_dump(&nb_reader_html, NB_S("t.html"), text_of(s));
	g_assert_cmpstr(got, ==, "! A02 “t.html”超过 16 MB，没有读\n");
}

static void
test_too_deep(void)
{
	g_autoptr(GString) s = g_string_new("甲");
	g_autofree char *got = NULL;

	for (unsigned i = 0; i < 100000; i++)
		g_string_append(s, "<div>");
	got = raw_dump(&nb_reader_html, NB_S("t.html"), text_of(s));
	g_assert_cmpstr(
	    got, ==, "! A66 “t.html”的标记套了 1000 层以上，没有读\n");
}

enum { ATTRIBUTES = 300000 };

/* A tag whose attributes libxml2 would compare for hours. */
static void
add_attributes(GString *s, const char *before)
{
	g_string_append(s, before);
	for (unsigned i = 0; i < ATTRIBUTES; i++)
		g_string_append_printf(s, " a%u=%u\n", i, i);
	g_string_append(s, ">丙，丁。</p>");
}

/* Whatever hides that tag from us and not from libxml2. */
static const struct {
	const char *name, *before;
} bombs[] = {
	{ "plain", "<p" },
	{ "quoted-end", "<p x='>' y=\">\"" },
	{ "odd-names", "<p \" = '2' 3=4 / \"" },
	{ "script", "<script>if (a <b c=\"</script><p" },
	{ "script-empty", "<script/><p" },
	{ "script-close-inside", "<script>'</p>'</SCRIPT ><p" },
	{ "comment", "<!-- <b c=\" --><p" },
	{ "comment-dashes", "<!----><p" },
	{ "comment-script", "<!-- <script> --><p" },
	{ "comment-bang", "<!-- <b c=\" --!><p" },
	{ "end-tag", "</b <b c=\"><p" },
	{ "instruction", "<?b <b c=\"><p" },
	{ "doctype", "<!DOCTYPE html PUBLIC \"> <b x=\" ><p" },
};

static void
test_attributes(gconstpointer data)
{
	g_autoptr(GString) s = g_string_new("<p>甲，乙。</p>\n");
	g_autofree char *got = NULL;
	const gint64 begin = g_get_monotonic_time();

	add_attributes(s, data);
	got = raw_dump(&nb_reader_html, NB_S("t.html"), text_of(s));
	g_assert_true(g_str_has_prefix(got, "1 甲，乙。\n"));
	g_assert_cmpint(
	    g_get_monotonic_time() - begin, <, 20 * G_TIME_SPAN_SECOND);
}

/* What is covered is no word, and the rows after it count on. */
static void
test_attributes_rows(void)
{
	g_autoptr(GString) s = g_string_new(NULL);
	g_autofree char *got = NULL;

	add_attributes(s, "<p");
	g_string_append(s, "<p id=z align=center>戊。</p>");
	got = raw_dump(&nb_reader_html, NB_S("t.html"), text_of(s));
	g_assert_cmpstr(got, ==, "300001 丙，丁。\n300001= 戊。\n");
}

/* Much that is no link and no sentence stands around an article. */
static void
test_outside(void)
{
	g_autoptr(GString) s = g_string_new("<div>甲，乙。</div><ul>");
	g_autofree char *got = NULL, *begin = NULL;

	for (unsigned i = 0; i < 500; i++)
		g_string_append(s, "<li>丙");
	got = raw_dump(&nb_reader_html, NB_S("t.html"), text_of(s));
	begin =
	    g_strndup(got, strlen("1 甲，乙。\n- 1 outside-article: 丙⏎丙"));
	g_assert_cmpstr(begin, ==, "1 甲，乙。\n- 1 outside-article: 丙⏎丙");
}

/* The same page in every encoding. */
static void
test_encoding(gconstpointer encoding)
{
	static const char page[] =
	    "<html><head><meta charset=\"%s\"></head><body>\r\n"
	    "<p>法治政府建設年度報告，受理七十一件。</p></body></html>";
	const bool utf16 = g_str_has_prefix(encoding, "UTF-16");
	g_autofree char *utf8 = g_strdup_printf(page, (const char *)encoding);
	g_autofree char *marked =
	    g_strconcat(utf16 ? "\uFEFF" : "", utf8, NULL);
	g_autofree char *got = NULL, *bytes = NULL;
	gsize n;

	bytes = g_convert(marked, -1, encoding, "UTF-8", NULL, &n, NULL);
	g_assert_nonnull(bytes);
	got = raw_dump(
	    &nb_reader_html, NB_S("t.html"), (struct nb_str){ bytes, n });
	g_assert_cmpstr(got, ==, "2 法治政府建設年度報告，受理七十一件。\n");
}

static void
test_knows(void)
{
	static const struct {
		const char *name, *bytes;
		bool known;
	} file[] = { { "a.html", "<p>甲", true }, { "a.html", "甲", false },
		{ "a.doc", "  <HTML xmlns:w=\"\"><body>", true },
		{ "a.txt", "<!DOCTYPE html><p>", true },
		{ "a.txt", "<甲>和<html>", true }, { "a.txt", "甲", false },
		{ "a.txt", "", false } };

	for (size_t i = 0; i < NB_COUNT(file); i++)
		g_assert_cmpint(nb_reader_html.knows(nb_str_z(file[i].name),
				    nb_str_z(file[i].bytes)),
		    ==, file[i].known);
}

static void
test_case(gconstpointer data)
{
	const char *path = data;
	g_autofree char *name = g_path_get_basename(path), *bytes = NULL,
			*dump = NULL;
	g_autoptr(GString) expected = g_string_new(path);
	gsize n;

	g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
	dump = raw_dump(
	    &nb_reader_html, nb_str_z(name), (struct nb_str){ bytes, n });
	g_string_truncate(expected, expected->len - strlen("html"));
	g_string_append(expected, "lines");
	raw_expect(expected->str, dump);
}

/* The bytes of a case as UTF-8: its name tells when they are not. */
static char *
read_utf8(const char *path)
{
	const char *charset = strstr(path, "-big5.") != NULL ? "BIG5"
	    : strstr(path, "-gb2312.") != NULL               ? "GB18030"
							     : "UTF-8";
	g_autofree char *bytes = NULL;
	char *utf8;
	gsize n;

	g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
	utf8 = g_convert(bytes, (gssize)n, "UTF-8", charset, NULL, NULL, NULL);
	g_assert_nonnull(utf8);
	return utf8;
}

/* Takes each `begin … end` out of s. */
static void
cut(GString *s, const char *begin, const char *end)
{
	const char *from, *to;

	while ((from = strstr(s->str, begin)) != NULL) {
		to = strstr(from, end);
		g_assert_nonnull(to);
		g_string_erase(
		    s, from - s->str, to - from + (gssize)strlen(end));
	}
}

static size_t
han_of(const struct nb_raw *raw, const struct nb_import_log *log)
{
	static const char *const unseen[] = { "code", "comment", "picture",
		NULL };
	size_t n = 0;

	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_raw_table *t = raw->line[i].table;

		n += nb_str_han(raw->line[i].text);
		for (uint32_t r = 0; t != NULL && r < t->n; r++)
			for (uint32_t c = 0; c < t->row[r].n; c++)
				n += nb_str_han(t->row[r].cell[c].text);
	}
	for (uint32_t i = 0; i < log->n; i++)
		if (!g_strv_contains(unseen, log->entry[i].rule))
			n += nb_str_han(log->entry[i].was);
	return n;
}

/* Every character between the tags is in a line or in the log. */
static void
test_nothing_lost(gconstpointer path)
{
	g_autofree char *bytes = read_utf8(path);
	struct nb_arena *a = nb_arena_new();
	struct nb_import_log log;
	struct nb_diags d;
	struct nb_raw raw;
	GString *s;

	nb_log_init(&log, a);
	nb_diags_init(&d, a);
	g_assert_cmpint(nb_reader_html.read(
			    a, NB_S("t.html"), nb_str_z(bytes), &log, &d, &raw),
	    ==, NB_OK);
	s = g_string_new(bytes);
	cut(s, "<style", "</style>");
	cut(s, "<script", "</script>");
	cut(s, "<SCRIPT", "</SCRIPT>");
	cut(s, "<title", "</title>");
	cut(s, "<TITLE", "</TITLE>");
	cut(s, "<!--", "-->");
	cut(s, "<", ">");
	g_assert_cmpuint(han_of(&raw, &log), ==, nb_str_han(text_of(s)));
	g_string_free(s, TRUE);
	nb_arena_free(a);
}

static void
add_case(const char *folder, const char *name)
{
	g_autofree char *lines = g_strconcat("/case/", name, NULL);
	g_autofree char *lost = g_strconcat("/nothing-lost/", name, NULL);

	g_test_add_data_func_full(
	    lines, g_build_filename(folder, name, NULL), test_case, g_free);
	g_test_add_data_func_full(lost, g_build_filename(folder, name, NULL),
	    test_nothing_lost, g_free);
}

static void
add_cases(void)
{
	g_autofree char *folder = g_build_filename(
	    g_getenv("NIANBAO_ROOT"), "tests", "cases", "import", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	g_assert_nonnull(dir);
	while ((name = g_dir_read_name(dir)) != NULL)
		if (g_str_has_suffix(name, ".html"))
			add_case(folder, name);
}

int
main(int argc, char **argv)
{
	static const char *const encodings[] = { "UTF-8", "GB18030", "Big5",
		"UTF-16LE", "UTF-16BE" };

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strconcat("/row/", rows[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_row);
	}
	for (size_t i = 0; i < NB_COUNT(encodings); i++) {
		g_autofree char *name =
		    g_strconcat("/encoding/", encodings[i], NULL);

		g_test_add_data_func(name, encodings[i], test_encoding);
	}
	for (size_t i = 0; i < NB_COUNT(bombs); i++) {
		g_autofree char *name =
		    g_strconcat("/attributes/", bombs[i].name, NULL);

		g_test_add_data_func(name, bombs[i].before, test_attributes);
	}
	g_test_add_func("/attributes-rows", test_attributes_rows);
	g_test_add_func("/outside", test_outside);
	g_test_add_func("/too-large", test_too_large);
	g_test_add_func("/too-deep", test_too_deep);
	g_test_add_func("/knows", test_knows);
	add_cases();
	return g_test_run();
}
