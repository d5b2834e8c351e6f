/*
 * import/: real documents give the tree that a person made of them, nothing
 * is lost on the way, any encoding gives the same, and so does what was
 * printed.
 */
#include "base/arena.h"
#include "check/check.h"
#include "cli/data.h"
#include "import/import.h"
#include "import/vocabulary.h"
#include "layout/layout.h"
#include "model/report.h"
#include "output/output.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

/* One document on its way. */
struct journey {
	struct nb_arena *a;
	struct nb_diags d;
	struct nb_imported im;
	GString *yaml;
	const struct nb_node *root;
	const struct nb_report *report;
};

static void
parse(struct journey *j, struct nb_str yaml)
{
	const struct nb_text *t =
	    nb_source_text(j->a, NB_S("imported"), yaml, &j->d);

	j->root = nb_source_yaml(j->a, t, &j->d);
	j->report = nb_report_build(j->a, j->root, NULL, &j->d);
}

static struct nb_str
str_of(const GString *s)
{
	return (struct nb_str){ s->str, s->len };
}

static void
begin(struct journey *j)
{
	*j = (struct journey){ .a = nb_arena_new() };
	nb_diags_init(&j->d, j->a);
	j->yaml = g_string_new(NULL);
}

static const char vocabulary[] =
    NB_SOURCE_ROOT "/templates/import-annual/import.yaml";

static void
import(struct journey *j, struct nb_str bytes, bool simplify)
{
	struct nb_import_options o = { .simplify = simplify };
	struct nb_diags reading;

	nb_diags_init(&reading, j->a);
	o.words = nb_vocabulary_load(j->a, vocabulary, &reading);
	g_assert_nonnull(o.words);
	g_assert_cmpint(nb_import(j->a, NB_S("a.txt"), bytes, &o, &reading,
			    &j->im, j->yaml),
	    ==, NB_OK);
	parse(j, str_of(j->yaml));
}

static void
end(struct journey *j)
{
	g_string_free(j->yaml, TRUE);
	nb_arena_free(j->a);
}

/* Without blanks, which a person may have kept. */
static void
add_words(GString *out, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (!nb_is_blank(c))
			g_string_append_unichar(out, c);
	}
}

static void
add_headings(
    GString *out, const struct nb_section *s, uint32_t n, unsigned depth)
{
	for (uint32_t i = 0; i < n; i++) {
		for (unsigned k = 0; k < depth; k++)
			g_string_append(out, "  ");
		add_words(out, s[i].title.text);
		g_string_append(out, s[i].lead_unit.text.n > 0 ? " 牵头 " : "");
		add_words(out, s[i].lead_unit.text);
		g_string_append_c(out, '\n');
		add_headings(out, s[i].child, s[i].n_children, depth + 1);
	}
}

/* The tree: headings, problems, tasks and the table of tasks. */
static char *
outline(const struct nb_report *r)
{
	GString *out = g_string_new(NULL);

	add_headings(out, r->section, r->n_sections, 0);
	for (uint32_t i = 0; r->problems != NULL && i < r->problems->n; i++) {
		g_string_append(out, "问题 ");
		add_words(out, r->problems->problem[i].text.text);
		g_string_append_c(out, '\n');
	}
	for (uint32_t i = 0; r->next_tasks != NULL && i < r->next_tasks->n;
	     i++) {
		g_string_append(out, "任务 ");
		add_words(out, r->next_tasks->task[i].text.text);
		g_string_append_c(out, '\n');
	}
	for (uint32_t i = 0; r->task_table != NULL && i < r->task_table->n;
	     i++) {
		g_string_append(out, "任务表 ");
		add_words(out, r->task_table->group[i].text.text);
		g_string_append_printf(out, " %u\n", r->task_table->group[i].n);
	}
	return g_string_free(out, FALSE);
}

static bool
read_seed(const char *name, const char *suffix, char **bytes, gsize *n)
{
	const char *dir = g_getenv("NIANBAO_SEEDS");
	g_autofree char *file = g_strconcat(name, suffix, NULL);
	g_autofree char *path =
	    g_build_filename(dir != NULL ? dir : ".", file, NULL);

	return g_file_get_contents(path, bytes, n, NULL);
}

/* A person wrote the YAML of each. */
static const struct seed {
	const char *text, *yaml;
	bool simplify; /* the YAML beside it is in Simplified characters */
} seeds[] = {
	{ "hanyang-2023-plan", "hanyang-2023", false },
	{ "haojiang-2021-report", "haojiang-2021", true },
	{ "hedong-2021-2025-outline", "hedong-2021-2025", false },
	{ "hongshan-2017-report", "hongshan-2017", false },
	{ "jinhu-2023-report", "jinhu-2023", false },
};

/* But for letters that were lost before, which are only reported (G02). */
static void
assert_no_reading_errors(const struct journey *j)
{
	for (const struct nb_diag *g = j->d.first; g != NULL; g = g->next) {
		const char group = g->code->id[0];

		if (g->severity == NB_ERROR && (group == 'Y' || group == 'G') &&
		    !g_str_equal(g->code->id, "G02"))
			g_error("%s: " NB_FMT, g->code->id, NB_ARG(g->message));
	}
}

/* The first line that differs is told. */
static void
assert_same_lines(const char *a, const char *b)
{
	g_auto(GStrv) line_a = g_strsplit(a, "\n", -1);
	g_auto(GStrv) line_b = g_strsplit(b, "\n", -1);

	for (guint i = 0; line_a[i] != NULL && line_b[i] != NULL; i++)
		g_assert_cmpstr(line_a[i], ==, line_b[i]);
	g_assert_cmpuint(g_strv_length(line_a), ==, g_strv_length(line_b));
}

static void
assert_same_outline(const struct nb_report *got, const struct nb_report *want)
{
	g_autofree char *a = outline(got), *b = outline(want);

	assert_same_lines(a, b);
}

static void
test_seed(gconstpointer data)
{
	const struct seed *seed = data;
	g_autofree char *text = NULL, *yaml = NULL;
	gsize n_text, n_yaml;
	struct journey j, by_hand;
	struct nb_data program;

	if (!read_seed(seed->text, ".txt", &text, &n_text) ||
	    !read_seed(seed->yaml, ".yaml", &yaml, &n_yaml)) {
		g_test_skip("the real documents are not at hand");
		return;
	}
	begin(&j);
	begin(&by_hand);
	nb_data_init(&program);
	g_assert_cmpint(nb_data_outline(&program, NULL), ==, NB_OK);
	import(&j, (struct nb_str){ text, n_text }, seed->simplify);
	parse(&by_hand, (struct nb_str){ yaml, n_yaml });
	assert_same_outline(j.report, by_hand.report);
	g_assert_cmpint(j.report->kind, ==, by_hand.report->kind);
	g_assert_cmpint(j.report->level, ==, by_hand.report->level);
	g_assert_cmpint(j.report->year, ==, by_hand.report->year);
	g_assert_cmpint(j.report->last_year, ==, by_hand.report->last_year);
	g_assert_cmpint(j.report->issued.day, ==, by_hand.report->issued.day);
	g_assert_true(
	    nb_str_eq(j.report->organ.text, by_hand.report->organ.text));
	nb_check_report(j.a, j.report, program.outline, NULL, &j.d);
	assert_no_reading_errors(&j);
	nb_data_clear(&program);
	end(&by_hand);
	end(&j);
}

/* How often every character stands somewhere. */
static void
count(GHashTable *of, struct nb_str s, int sign)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);
		gpointer key = GUINT_TO_POINTER(c);
		const int n = GPOINTER_TO_INT(g_hash_table_lookup(of, key));

		if (!nb_is_blank(c))
			g_hash_table_insert(of, key, GINT_TO_POINTER(n + sign));
	}
}

static void
count_raw(GHashTable *of, const struct nb_raw *raw)
{
	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_raw_table *t = raw->line[i].table;

		count(of, raw->line[i].text, 1);
		count(of, raw->line[i].label, 1);
		for (uint32_t k = 0; t != NULL && k < t->n; k++)
			for (uint32_t c = 0; c < t->row[k].n; c++)
				count(of, t->row[k].cell[c].text, 1);
	}
}

static void
count_log(GHashTable *of, const struct nb_import_log *log)
{
	for (uint32_t i = 0; i < log->n; i++) {
		if (log->entry[i].what == NB_LOG_DOUBT)
			continue;
		count(of, log->entry[i].was, -1);
		if (log->entry[i].what == NB_LOG_REPAIRED)
			count(of, log->entry[i].now, 1);
	}
}

static void
count_values(GHashTable *of, const struct nb_node *node)
{
	switch (node->kind) {
	case NB_NODE_SCALAR:
		count(of, node->scalar.value, -1);
		return;
	case NB_NODE_MAP:
		for (uint32_t i = 0; i < node->map.n; i++)
			count_values(of, node->map.pair[i].value);
		return;
	case NB_NODE_LIST:
		for (uint32_t i = 0; i < node->list.n; i++)
			count_values(of, node->list.item[i]);
		return;
	}
}

/* What the source has and neither the log nor the values: nothing. */
static void
assert_nothing_lost(const struct journey *j, const char *name)
{
	g_autoptr(GHashTable) left = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer c, n;

	count_raw(left, &j->im.raw);
	count_log(left, &j->im.log);
	count_values(left, j->root);
	g_hash_table_iter_init(&iter, left);
	while (g_hash_table_iter_next(&iter, &c, &n)) {
		char utf8[8] = { 0 };

		g_unichar_to_utf8(GPOINTER_TO_UINT(c), utf8);
		if (GPOINTER_TO_INT(n) > 0)
			g_error("%s: lost %d of “%s”", name, GPOINTER_TO_INT(n),
			    utf8);
	}
}

static void
subtract(const char *name, struct nb_str bytes)
{
	struct journey j;

	for (unsigned simplify = 0; simplify < 2; simplify++) {
		begin(&j);
		import(&j, bytes, simplify > 0);
		assert_nothing_lost(&j, name);
		end(&j);
	}
}

static void
test_seed_lost(gconstpointer data)
{
	const struct seed *seed = data;
	g_autofree char *text = NULL;
	gsize n;

	if (read_seed(seed->text, ".txt", &text, &n))
		subtract(seed->text, (struct nb_str){ text, n });
	else
		g_test_skip("the real documents are not at hand");
}

static const char cases[] = NB_SOURCE_ROOT "/tests/cases/import";

static void
test_cases_lost(void)
{
	g_autoptr(GDir) dir = g_dir_open(cases, 0, NULL);
	const char *name;
	unsigned n_cases = 0;

	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(cases, name, NULL);
		g_autofree char *text = NULL;
		gsize n;

		if (!g_str_has_suffix(name, ".txt") &&
		    !g_str_has_suffix(name, ".html"))
			continue;
		g_assert_true(g_file_get_contents(path, &text, &n, NULL));
		subtract(name, (struct nb_str){ text, n });
		n_cases++;
	}
	g_assert_cmpuint(n_cases, >, 20);
}

static const struct encoded {
	const char *file, *charset, *mark;
} encoded[] = {
	{ "levels-usual.txt", "GB18030", "" },
	{ "table-tasks.txt", "GB18030", "" },
	{ "traditional.txt", "GB18030", "" },
	{ "traditional.txt", "BIG5", "" },
	{ "levels-usual.txt", "UTF-16LE", "\xFF\xFE" },
	{ "levels-usual.txt", "UTF-16BE", "\xFE\xFF" },
	{ "levels-usual.txt", "UTF-16LE", "" },
	{ "levels-usual.txt", "UTF-16BE", "" },
	{ "levels-usual.txt", "UTF-8", "\xEF\xBB\xBF" },
};

static void
assert_same_yaml(struct nb_str a, struct nb_str b)
{
	struct journey one, other;

	begin(&one);
	begin(&other);
	import(&one, a, false);
	import(&other, b, false);
	g_assert_cmpstr(other.yaml->str, ==, one.yaml->str);
	end(&one);
	end(&other);
}

static void
test_encoding(gconstpointer data)
{
	const struct encoded *e = data;
	g_autofree char *path = g_build_filename(cases, e->file, NULL);
	g_autofree char *text = NULL, *other = NULL;
	g_autoptr(GString) bytes = g_string_new(e->mark);
	gsize n, n_other;

	g_assert_true(g_file_get_contents(path, &text, &n, NULL));
	other = g_convert(
	    text, (gssize)n, e->charset, "UTF-8", NULL, &n_other, NULL);
	g_assert_nonnull(other);
	g_string_append_len(bytes, other, (gssize)n_other);
	assert_same_yaml((struct nb_str){ text, n }, str_of(bytes));
}

static void
test_line_ends(void)
{
	g_autofree char *path = g_build_filename(cases, "torn-lines.txt", NULL);
	g_autofree char *text = NULL;
	g_autoptr(GString) crlf = NULL;
	gsize n;

	g_assert_true(g_file_get_contents(path, &text, &n, NULL));
	crlf = g_string_new(text);
	g_string_replace(crlf, "\n", "\r\n", 0);
	assert_same_yaml((struct nb_str){ text, n }, str_of(crlf));
}

/* What was printed, imported, prints the same. */
static void
print(struct journey *j, const struct nb_data *program, GString *out)
{
	const struct nb_pages *pages = nb_layout(
	    j->a, j->report, program->template, program->fonts, &j->d);

	g_assert_cmpint(
	    nb_output_find("txt")->write(pages, 0, out, &j->d), ==, NB_OK);
}

static void
print_twice(const struct nb_data *program, struct nb_str yaml)
{
	g_autoptr(GString) once = g_string_new(NULL);
	g_autoptr(GString) twice = g_string_new(NULL);
	struct journey by_hand, j;

	begin(&by_hand);
	begin(&j);
	parse(&by_hand, yaml);
	print(&by_hand, program, once);
	import(&j, str_of(once), false);
	assert_same_outline(j.report, by_hand.report);
	print(&j, program, twice);
	g_string_replace(once, " ", "", 0); /* needless ones are repaired */
	g_string_replace(twice, " ", "", 0);
	assert_same_lines(twice->str, once->str);
	end(&by_hand);
	end(&j);
}

static void
test_printed(gconstpointer data)
{
	const struct seed *seed = data;
	g_autofree char *yaml = NULL;
	struct nb_data program;
	gsize n;

	nb_data_init(&program);
	g_assert_cmpint(nb_data_template(&program, NULL), ==, NB_OK);
	if (!read_seed(seed->yaml, ".yaml", &yaml, &n))
		g_test_skip("the real documents are not at hand");
	else if (nb_data_fonts(&program) != NB_OK)
		g_test_skip("no fonts: run ./setup.sh");
	else
		print_twice(&program, (struct nb_str){ yaml, n });
	nb_data_clear(&program);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(seeds); i++) {
		g_autofree char *tree =
		    g_strdup_printf("/import/tree/%s", seeds[i].text);
		g_autofree char *lost =
		    g_strdup_printf("/import/nothing-lost/%s", seeds[i].text);
		g_autofree char *printed =
		    g_strdup_printf("/import/printed/%s", seeds[i].yaml);

		g_test_add_data_func(tree, &seeds[i], test_seed);
		g_test_add_data_func(lost, &seeds[i], test_seed_lost);
		g_test_add_data_func(printed, &seeds[i], test_printed);
	}
	for (size_t i = 0; i < NB_COUNT(encoded); i++) {
		g_autofree char *name = g_strdup_printf(
		    "/import/encoding/%zu-%s", i + 1, encoded[i].charset);

		g_test_add_data_func(name, &encoded[i], test_encoding);
	}
	g_test_add_func("/import/nothing-lost/cases", test_cases_lost);
	g_test_add_func("/import/line-ends", test_line_ends);
	return g_test_run();
}
