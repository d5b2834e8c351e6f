#include "cli/batch/input.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/folder.h"
#include "cli/sheet.h"
#include "cli/show.h"
#include "source/reader.h"

#include <string.h>

enum { LIST_MOST = 256 * 1024 * 1024 }; /* [byte] */

static const char *const yaml_suffix[] = { ".yaml", ".yml", NULL };
static const char *const old_suffix[] = { ".txt", ".html", ".htm", ".docx",
	NULL };
static const char *const any_suffix[] = { ".yaml", ".yml", ".txt", ".html",
	".htm", ".docx", NULL };

/* Reading them all. */
struct reading {
	struct nb_inputs *in;
	struct nb_cli *cli;
	const struct nb_args *args;
	GHashTable *seen; /* canonical paths, owned */
	char *left_out;   /* the output folder, canonical, with a slash */
};

static enum nb_input_kind
kind_of(const char *path)
{
	return nb_folder_has_suffix(path, old_suffix) ? NB_INPUT_OLD
						      : NB_INPUT_YAML;
}

static void
add(struct reading *r, const char *path, const char *name, bool found)
{
	struct nb_input input = {
		.path = g_strdup(path),
		.name = g_strdup(name),
		.kind = kind_of(path),
		.number = r->in->input->len + 1,
		.found = found,
	};

	if (!g_str_has_suffix(path, NB_SHEET_SUFFIX) &&
	    g_hash_table_add(r->seen, g_canonicalize_filename(path, NULL))) {
		g_array_append_val(r->in->input, input);
		return;
	}
	g_free(input.path);
	g_free(input.name);
}

/* What an earlier run wrote below the folder that is read. */
static bool
is_left_out(const struct reading *r, const char *path, const char *folder)
{
	g_autofree char *full = g_canonicalize_filename(path, NULL);
	g_autofree char *top = g_canonicalize_filename(folder, NULL);
	g_autofree char *below = g_strconcat(top, "/", NULL);

	return g_str_has_prefix(full, r->left_out) &&
	    !g_str_has_prefix(below, r->left_out);
}

static bool
add_folder(struct reading *r, const char *folder)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	const bool ok = nb_folder_files_of(
	    r->cli, folder, r->args->import ? any_suffix : yaml_suffix, files);
	const size_t skip = strlen(folder);

	for (guint i = 0; i < files->len; i++) {
		const char *path = files->pdata[i];
		const char *name = path + skip;

		if (!is_left_out(r, path, folder))
			add(r, path, name + strspn(name, "/"), true);
	}
	return ok;
}

/* A file or a folder, however it was named. */
static bool
add_path(struct reading *r, const char *path)
{
	const char *name = path;

	if (nb_folder_is(path))
		return add_folder(r, path);
	while (g_str_has_prefix(name, "./"))
		name += 2;
	add(r, path, name, false);
	return true;
}

GPtrArray *
nb_inputs_lines(const char *bytes, gsize n)
{
	const char end = memchr(bytes, '\0', n) != NULL ? '\0' : '\n';
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	gsize at = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (at < n) {
		const char *from = bytes + at;
		const char *stop = memchr(from, end, n - at);
		gsize length = stop != NULL ? (gsize)(stop - from) : n - at;

		at += length + 1;
		if (end == '\n' && length > 0 && from[length - 1] == '\r')
			length--;
		if (length > 0)
			g_ptr_array_add(lines, g_strndup(from, length));
	}
	return lines;
}

/* A list; “-” is on standard input. */
static bool
add_list(struct reading *r, const char *path)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;
	struct nb_str bytes;
	bool ok;

	nb_diags_init(&d, a);
	ok = nb_source_read(a, path, LIST_MOST, &d, &bytes) == NB_OK;
	nb_show_trouble(r->cli, &d);
	if (ok) {
		g_autoptr(GPtrArray) line = nb_inputs_lines(bytes.p, bytes.n);

		for (guint i = 0; i < line->len; i++)
			ok &= add_path(r, line->pdata[i]);
	}
	nb_arena_free(a);
	return ok;
}

static bool
add_operand(struct reading *r, const char *operand)
{
	if (*operand == '@')
		return add_list(r, operand + 1);
	return g_str_equal(operand, "-") ? add_list(r, operand)
					 : add_path(r, operand);
}

bool
nb_inputs_read(
    struct nb_inputs *ret, struct nb_cli *cli, const struct nb_args *args)
{
	struct reading r = { .in = ret, .cli = cli, .args = args };
	g_autofree char *out = g_canonicalize_filename(args->out, NULL);
	bool ok = true;

	ret->input = g_array_new(FALSE, TRUE, sizeof(struct nb_input));
	r.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	r.left_out = g_strconcat(out, "/", NULL);
	if (args->from != NULL)
		ok = add_list(&r, args->from);
	for (unsigned i = 0; i < args->n_operands; i++)
		ok &= add_operand(&r, args->operand[i]);
	g_hash_table_unref(r.seen);
	g_free(r.left_out);
	if (ok && ret->input->len == 0) {
		nb_cli_complain(cli, "没有找到要做的文件");
		ok = false;
	}
	return ok;
}

void
nb_inputs_clear(struct nb_inputs *in)
{
	for (guint i = 0; i < in->input->len; i++) {
		struct nb_input *input =
		    &g_array_index(in->input, struct nb_input, i);

		g_free(input->path);
		g_free(input->name);
	}
	g_array_unref(in->input);
}

const struct nb_input *
nb_inputs_at(const struct nb_inputs *in, uint32_t i)
{
	return &g_array_index(in->input, struct nb_input, i);
}

char *
nb_inputs_hash(const struct nb_inputs *in)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	for (guint i = 0; i < in->input->len; i++) {
		const char *name = nb_inputs_at(in, i)->name;

		g_checksum_update(
		    sum, (const guchar *)name, (gssize)strlen(name) + 1);
	}
	return g_strdup(g_checksum_get_string(sum));
}
