#include "raw_dump.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/log.h"

#include <glib.h>
#include <string.h>

static void
add_inline(GString *out, struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			g_string_append(out, "⏎");
		else if (s.p[i] == '\t')
			g_string_append(out, "⇥");
		else
			g_string_append_c(out, s.p[i]);
}

static void
add_table(GString *out, const struct nb_raw_table *t)
{
	for (uint32_t r = 0; r < t->n; r++) {
		g_string_append(out, "    |");
		for (uint32_t c = 0; c < t->row[r].n; c++) {
			const struct nb_raw_cell *cell = &t->row[r].cell[c];

			g_string_append_c(out, ' ');
			add_inline(out, cell->text);
			if (cell->rows > 1 || cell->cols > 1)
				g_string_append_printf(
				    out, " <%u×%u>", cell->rows, cell->cols);
			g_string_append(out, " |");
		}
		g_string_append_c(out, '\n');
	}
}

static void
add_line(GString *out, const struct nb_raw_line *l)
{
	static const char *const align[] = { "", "=", ">" };

	g_string_append_printf(out, "%u%s", l->row, l->gap ? "+" : "");
	if (l->level > 0)
		g_string_append_printf(out, "#%u", l->level);
	g_string_append(out, align[l->align]);
	g_string_append_c(out, ' ');
	if (l->label.n > 0)
		g_string_append_printf(out, "【" NB_FMT "】", NB_ARG(l->label));
	if (l->table == NULL)
		add_inline(out, l->text);
	else
		g_string_append_printf(out, "表 %u 行", l->table->n);
	g_string_append_c(out, '\n');
	if (l->table != NULL)
		add_table(out, l->table);
}

static void
add_log(GString *out, const struct nb_log_entry *e)
{
	g_string_append_printf(out,
	    "%c %u %s: ", e->what == NB_LOG_DOUBT ? '?' : '-', e->row, e->rule);
	add_inline(out, e->was);
	g_string_append_c(out, '\n');
}

char *
raw_dump(
    const struct nb_reader *reader, struct nb_str name, struct nb_str bytes)
{
	GString *out = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_import_log log;
	struct nb_diags d;
	struct nb_raw raw;
	enum nb_status status;

	nb_diags_init(&d, a);
	nb_log_init(&log, a);
	status = reader->read(a, name, bytes, &log, &d, &raw);
	g_assert_cmpint(status == NB_OK, ==, d.n[NB_ERROR] == 0);
	if (raw.title.n > 0)
		g_string_append_printf(
		    out, "《" NB_FMT "》\n", NB_ARG(raw.title));
	for (uint32_t i = 0; i < raw.n; i++)
		add_line(out, &raw.line[i]);
	for (uint32_t i = 0; i < log.n; i++)
		add_log(out, &log.entry[i]);
	for (const struct nb_diag *g = d.first; g != NULL; g = g->next)
		if (!g_str_equal(g->code->id, "G01"))
			g_string_append_printf(out, "! %s " NB_FMT "\n",
			    g->code->id, NB_ARG(g->message));
	nb_arena_free(a);
	return g_string_free(out, FALSE);
}

/* The first line that differs says more than both texts whole. */
static void
compare(const char *path, const char *got, const char *expected)
{
	g_auto(GStrv) a = g_strsplit(got, "\n", -1);
	g_auto(GStrv) b = g_strsplit(expected, "\n", -1);

	for (guint i = 0; a[i] != NULL || b[i] != NULL; i++) {
		if (g_strcmp0(a[i], b[i]) == 0)
			continue;
		g_test_message("%s:%u: got “%s”, expected “%s”", path, i + 1,
		    a[i] == NULL ? "" : a[i], b[i] == NULL ? "" : b[i]);
		g_test_fail();
		return;
	}
}

void
raw_expect(const char *path, const char *dump)
{
	g_autofree char *expected = NULL;

	if (g_getenv("NIANBAO_UPDATE") != NULL)
		g_assert_true(g_file_set_contents(path, dump, -1, NULL));
	g_file_get_contents(path, &expected, NULL, NULL);
	compare(path, dump, expected == NULL ? "" : expected);
}
