/*
 * Many headings: comparing them stays cheap, and none is missed.
 */
#include "base/arena.h"
#include "check/check.h"
#include "diag/diag.h"
#include "source/reader.h"

#include <glib.h>

enum { HEADINGS = 10000 };

static struct nb_arena *arena;
static const struct nb_outline *outline;

/* Each writes the i-th heading of a document. */
static void
write_same(GString *out, unsigned i)
{
	(void)i;
	g_string_append(out, "完善重大行政决策机制");
}

/* Two Han characters that hardly come again, ten times. */
static void
write_random(GString *out, unsigned i)
{
	uint32_t x = i + 1;

	for (unsigned k = 0; k < 10; k++) {
		x = x * 1664525u + 1013904223u;
		g_string_append_unichar(out, 0x4E00 + (x >> 12) % 0x5000);
	}
}

/* Half of each is the same; the rest is its own. */
static void
write_half(GString *out, unsigned i)
{
	g_string_append(out, "加强行政执法监督");
	write_random(out, i);
}

/* Every second one is the one before with a word more. */
static void
write_pairs(GString *out, unsigned i)
{
	write_random(out, i / 2);
	if (i % 2 == 1)
		g_string_append(out, "机制");
}

static const struct {
	const char *name;
	void (*write)(GString *out, unsigned i);
	unsigned found;
} rows[] = {
	{ "same", write_same, HEADINGS - 1 },
	{ "random", write_random, 0 },
	{ "half", write_half, 0 },
	{ "pairs", write_pairs, HEADINGS / 2 },
};

static unsigned
count(const struct nb_diags *d, const char *code)
{
	unsigned n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		n += g_str_equal(g->code->id, code);
	return n;
}

static void
test_alike(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) yaml =
	    g_string_new("文种: 工作方案\n年度: 2024\n机关: 甲\n章节:\n");
	const unsigned listed = MIN(rows[i].found, NB_DIAGS_EACH);
	const struct nb_text *text;
	const struct nb_report *r;
	struct nb_diags d;
	unsigned n;

	for (unsigned k = 0; k < HEADINGS; k++) {
		g_string_append(yaml, "- {标题: ");
		rows[i].write(yaml, k);
		g_string_append(yaml, ", 正文: 乙}\n");
	}
	nb_diags_init(&d, arena);
	text = nb_source_text(
	    arena, NB_S("t.yaml"), (struct nb_str){ yaml->str, yaml->len }, &d);
	r = nb_report_build(arena, nb_source_yaml(arena, text, &d), NULL, &d);
	nb_check_report(arena, r, outline, NULL, &d);
	nb_diags_sort(&d);
	n = count(&d, "S12");
	g_assert_cmpuint(n, >=, listed);
	g_assert_cmpuint(n, <=, listed + (rows[i].found > listed));
}

int
main(int argc, char **argv)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *path = g_build_filename(root != NULL ? root : ".",
	    "templates/outline-annual/outline.yaml", NULL);
	struct nb_diags d;
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	outline = nb_outline_load(arena, path, &d);
	g_assert_nonnull(outline);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strconcat("/headings/alike/", rows[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_alike);
	}
	status = g_test_run();
	nb_arena_free(arena);
	return status;
}
