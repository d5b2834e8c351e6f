#include "cli/baseline.h"

#include "base/arena.h"
#include "cli/codes.h"
#include "cli/own_codes.h"
#include "cli/select.h"
#include "cli/show.h"
#include "diag/fingerprint.h"
#include "source/reader.h"

#include <string.h>

static const char head[] = "# 已知问题清单";

enum { FILE_NAME, CODE, PRINT, MESSAGE, FIELDS };

struct line {
	uint32_t no;
	char **field; /* FIELDS or one less */
	char *key;
};

struct nb_baseline {
	struct nb_arena *arena; /* of the text */
	const struct nb_text *text;
	char *path;
	GArray *lines;    /* of struct line */
	GHashTable *left; /* how many findings of a key are still known */
};

static char *
join_key(const char *name, const char *code, const char *print)
{
	return g_strdup_printf("%s\t%s\t%s", name, code, print);
}

/* A path as seen from the folder of the baseline, fit for a line. */
static char *
name_of(const char *baseline, const char *path)
{
	g_autofree char *list = g_canonicalize_filename(baseline, NULL);
	g_autofree char *folder = g_path_get_dirname(list);
	g_autofree char *full = g_canonicalize_filename(path, NULL);
	GString *name = g_string_new(NULL);
	const size_t n = strlen(folder);

	if (g_str_equal(path, "-"))
		nb_render_text(name, nb_str_z(path));
	else if (g_str_has_prefix(full, folder) && full[n] == '/')
		nb_render_text(name, nb_str_z(full + n + 1));
	else
		nb_render_text(name, nb_str_z(full));
	return g_string_free(name, FALSE);
}

static char *
key_of(const char *name, const struct nb_diags *d, const struct nb_diag *g)
{
	char print[NB_FINGERPRINT + 1] = "*"; /* of those not listed */

	if (!nb_diags_is_rest(d, g))
		nb_diag_fingerprint(g, print);
	return join_key(name, g->code->id, print);
}

/* One more, or one less, of a key that is still known. */
static void
count_key(struct nb_baseline *b, const char *key, int more)
{
	const int n = GPOINTER_TO_INT(g_hash_table_lookup(b->left, key)) + more;

	g_hash_table_insert(b->left, g_strdup(key), GINT_TO_POINTER(n));
}

static bool
is_left(const struct nb_baseline *b, const char *key)
{
	return g_hash_table_lookup(b->left, key) != NULL;
}

static struct nb_span
line_span(const struct nb_text *t, uint32_t no)
{
	const uint32_t begin = t->line_start[no - 1];

	return (struct nb_span){ t, begin,
		begin + (uint32_t)nb_text_line(t, no).n };
}

/* False: what follows need not be looked at. */
static bool
read_line(struct nb_baseline *b, uint32_t no, struct nb_diags *d)
{
	const struct nb_str s = nb_text_line(b->text, no);
	g_autofree char *z = g_strndup(s.p, s.n);
	struct line line = { .no = no };

	if (s.n == 0 || s.p[0] == '#')
		return true;
	line.field = g_strsplit(z, "\t", FIELDS);
	if (g_strv_length(line.field) < MESSAGE) {
		nb_diag_add(d, &nb_code_A51, line_span(b->text, no),
		    "这一行不是已知问题清单里的写法，缺了栏");
		g_strfreev(line.field);
		return false;
	}
	line.key = join_key(
	    line.field[FILE_NAME], line.field[CODE], line.field[PRINT]);
	count_key(b, line.key, 1);
	g_array_append_val(b->lines, line);
	return true;
}

static void
clear_line(gpointer p)
{
	struct line *line = p;

	g_strfreev(line->field);
	g_free(line->key);
}

struct nb_baseline *
nb_baseline_read(struct nb_cli *cli, const char *path)
{
	struct nb_baseline *b = g_new(struct nb_baseline, 1);
	struct nb_diags d;
	uint32_t no = 1;

	*b = (struct nb_baseline){
		.arena = nb_arena_new(),
		.path = g_strdup(path),
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
		.left = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, NULL),
	};
	g_array_set_clear_func(b->lines, clear_line);
	nb_diags_init(&d, b->arena);
	if (nb_source_open(b->arena, path, &d, &b->text) == NB_OK)
		while (no <= b->text->n_lines && read_line(b, no, &d))
			no++;
	nb_show_trouble(cli, &d);
	if (d.n[NB_ERROR] == 0)
		return b;
	nb_baseline_free(b);
	return NULL;
}

void
nb_baseline_free(struct nb_baseline *b)
{
	if (b == NULL)
		return;
	g_array_unref(b->lines);
	g_hash_table_unref(b->left);
	g_free(b->path);
	nb_arena_free(b->arena);
	g_free(b);
}

/* The findings of one file and the baseline. */
struct meeting {
	struct nb_baseline *baseline;
	const char *name; /* of the file */
	const struct nb_diags *diags;
};

static bool
is_known(void *to, const struct nb_diag *g)
{
	const struct meeting *m = to;
	g_autofree char *key = key_of(m->name, m->diags, g);
	const bool known = is_left(m->baseline, key);

	if (known)
		count_key(m->baseline, key, -1);
	return known;
}

/* Whether the user wants to hear that a finding of a code is gone. */
static bool
is_idle_wanted(const struct nb_selection *wanted, const char *id)
{
	g_autoptr(GPtrArray) all = nb_codes_all();
	const struct nb_code *code = nb_codes_find(all, id);

	return nb_selection_has(wanted, &nb_code_A50) &&
	    (code == NULL || nb_selection_has(wanted, code));
}

void
nb_baseline_apply(struct nb_baseline *b, const char *path,
    const struct nb_selection *wanted, struct nb_diags *d)
{
	g_autofree char *name = name_of(b->path, path);
	struct meeting m = { b, name, d };

	nb_diags_drop(d, is_known, &m);
	for (guint i = 0; i < b->lines->len; i++) {
		const struct line *line =
		    &g_array_index(b->lines, struct line, i);

		if (!g_str_equal(line->field[FILE_NAME], name) ||
		    !is_left(b, line->key) ||
		    !is_idle_wanted(wanted, line->field[CODE]))
			continue;
		count_key(b, line->key, -1);
		nb_diag_add(d, &nb_code_A50, line_span(b->text, line->no),
		    "“%s”里已经没有这一行所说的 %s", name, line->field[CODE]);
	}
}

bool
nb_baseline_may_write(struct nb_cli *cli, const char *path)
{
	g_autofree char *there = NULL;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    !g_file_get_contents(path, &there, NULL, NULL) || *there == '\0' ||
	    g_str_has_prefix(there, head))
		return true;
	nb_cli_complain(
	    cli, "“%s”里已有别的内容，不是已知问题清单，不能写成它", path);
	return false;
}

void
nb_baseline_begin(GString *out)
{
	g_string_append(out, head);
	g_string_append(out,
	    "：nianbao check --write-baseline 写成，--baseline 照它略过\n"
	    "# 各栏是文件、编号、特征、问题；删去一行，那个问题就重新列出\n");
}

void
nb_baseline_add(GString *out, const char *baseline, const char *path,
    const struct nb_diags *d)
{
	g_autofree char *name = name_of(baseline, path);

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		g_autofree char *key = key_of(name, d, g);

		g_string_append_printf(out, "%s\t", key);
		nb_render_text(out, g->message);
		g_string_append_c(out, '\n');
	}
}
