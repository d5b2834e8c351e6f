#include "cli/target.h"

#include "cli/args.h"
#include "cli/nearest.h"
#include "output/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usual_output[] = "pdf";
static const char stdin_stem[] = "年报"; /* what "-" is called in a folder */

size_t
nb_target_stem(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;
	const char *dot = strrchr(base, '.');

	return dot != NULL && dot > base ? (size_t)(dot - path) : strlen(path);
}

const char *
nb_target_suffix(const char *path, const char *otherwise)
{
	const char *dot = path + nb_target_stem(path);

	return dot[0] != '\0' && dot[1] != '\0' ? dot + 1 : otherwise;
}

static bool
is_folder(const char *path)
{
	return g_str_has_suffix(path, "/") ||
	    g_file_test(path, G_FILE_TEST_IS_DIR);
}

bool
nb_target_is_stdout(const char *path)
{
	return g_str_equal(path, "-");
}

char *
nb_target_page_path(const char *path, unsigned page)
{
	size_t at = nb_target_stem(path);

	return g_strdup_printf("%.*s-%u%s", (int)at, path, page + 1, path + at);
}

const struct nb_output *
nb_target_output(struct nb_cli *cli, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct nb_output *output = nb_output_find(name);

	if (output != NULL)
		return output;
	for (size_t i = 0; i < nb_n_outputs; i++)
		if (!nb_outputs[i].unlisted)
			g_ptr_array_add(names, (void *)nb_outputs[i].name);
	nb_nearest_complain(cli, "这种输出", name, names);
	return NULL;
}

/* By --to, else by the suffix of -o, else the usual one. */
static const struct nb_output *
find_output(struct nb_cli *cli, const struct nb_args *args)
{
	const char *name = usual_output;

	if (args->to != NULL)
		name = args->to;
	else if (args->out != NULL && !is_folder(args->out))
		name = nb_target_suffix(args->out, usual_output);
	return nb_target_output(cli, name);
}

/* The name of an input with the suffix of the output, in folder or beside. */
static char *
derive_path(const char *input, const char *folder, const char *suffix)
{
	g_autofree char *name = g_path_get_basename(input);
	g_autofree char *beside = g_path_get_dirname(input);
	g_autofree char *file = NULL;

	if (nb_target_is_stdout(input)) {
		if (folder == NULL)
			return g_strdup("-");
		file = g_strconcat(stdin_stem, ".", suffix, NULL);
		return g_build_filename(folder, file, NULL);
	}
	name[nb_target_stem(name)] = '\0';
	file = g_strconcat(name, ".", suffix, NULL);
	if (folder == NULL && strchr(input, '/') == NULL)
		return g_steal_pointer(&file);
	return g_build_filename(folder != NULL ? folder : beside, file, NULL);
}

/* A draft for review does not take the place of the finished document. */
static char *
path_for(const struct nb_target *target, const struct nb_args *args,
    const char *input)
{
	g_autofree char *suffix =
	    g_strconcat(args->review ? "送审." : "", target->suffix, NULL);

	if (args->out != NULL && !is_folder(args->out))
		return g_strdup(args->out);
	return derive_path(input, args->out, suffix);
}

char *
nb_target_canonical(const char *path)
{
	g_autofree char *real = realpath(path, NULL);

	return real != NULL ? g_steal_pointer(&real)
			    : g_canonicalize_filename(path, NULL);
}

bool
nb_target_is_same(const char *a, const char *b)
{
	g_autofree char *real_a = nb_target_canonical(a),
			*real_b = nb_target_canonical(b);

	return g_str_equal(real_a, real_b);
}

/* No two outputs are one file, and none of them is an input. */
static bool
is_collision_free(struct nb_cli *cli, const struct nb_target *target,
    const struct nb_args *args)
{
	g_autoptr(GHashTable) taken =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (unsigned i = 0; i < args->n_operands; i++)
		g_hash_table_insert(taken,
		    nb_target_canonical(args->operand[i]), args->operand[i]);
	for (guint i = 0; i < target->path->len; i++) {
		char *path = target->path->pdata[i];
		g_autofree char *key = nb_target_canonical(path);

		if (nb_target_is_stdout(path))
			continue;
		if (g_hash_table_contains(taken, key)) {
			nb_cli_complain(cli,
			    "“%s”已是输入文件，或另一份的输出，不能写成它",
			    path);
			return false;
		}
		g_hash_table_insert(taken, g_steal_pointer(&key), path);
	}
	return true;
}

/* Standard output takes one document, and pictures of pages not at all. */
static bool
is_fit_for_stdout(struct nb_cli *cli, const struct nb_target *target)
{
	bool used = false;

	for (guint i = 0; i < target->path->len; i++)
		used |= nb_target_is_stdout(target->path->pdata[i]);
	if (!used)
		return true;
	if (target->path->len > 1)
		nb_cli_complain(cli, "多份文件不能都写到标准输出");
	else if (target->output == NULL)
		return true;
	else if (target->output->per_page)
		nb_cli_complain(cli,
		    "%s 每页一个文件，不能写到标准输出，请用 -o 写明文件名",
		    target->output->name);
	else if (isatty(cli->out.fd) &&
	    g_str_equal(target->output->name, usual_output))
		nb_cli_complain(cli, "不把 PDF 写到终端上，请用 -o 写明文件名");
	else
		return true;
	return false;
}

/* “-o 送审/” makes the folder when it is not there. */
static bool
make_folder(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->out == NULL || !g_str_has_suffix(args->out, "/") ||
	    g_mkdir_with_parents(args->out, 0777) == 0)
		return true;
	nb_cli_complain(cli, "建不成文件夹“%s”：%s", args->out,
	    errno == ENOTDIR || errno == EEXIST ? "那里已经有一个文件"
						: "没有权限，或磁盘不能写");
	return false;
}

/* Output and suffix are known. */
static bool
plan_paths(
    struct nb_target *target, struct nb_cli *cli, const struct nb_args *args)
{
	if (args->n_operands > 1 && args->out != NULL &&
	    !is_folder(args->out) && !nb_target_is_stdout(args->out)) {
		nb_cli_complain(cli,
		    "有多份文件时，-o 要写文件夹；“%s”还没有，新建就写成“%s/”",
		    args->out, args->out);
		return false;
	}
	for (unsigned i = 0; i < args->n_operands; i++)
		g_ptr_array_add(
		    target->path, path_for(target, args, args->operand[i]));
	return is_fit_for_stdout(cli, target) &&
	    is_collision_free(cli, target, args) && make_folder(cli, args);
}

bool
nb_target_plan(
    struct nb_target *target, struct nb_cli *cli, const struct nb_args *args)
{
	*target = (struct nb_target){
		.output = find_output(cli, args),
		.path = g_ptr_array_new_with_free_func(g_free),
	};
	if (target->output == NULL)
		return false;
	target->suffix = target->output->name;
	return plan_paths(target, cli, args);
}

bool
nb_target_plan_yaml(
    struct nb_target *target, struct nb_cli *cli, const struct nb_args *args)
{
	*target = (struct nb_target){
		.suffix = "yaml",
		.path = g_ptr_array_new_with_free_func(g_free),
	};
	if (args->out != NULL)
		return plan_paths(target, cli, args);
	if (args->n_operands > 1) {
		nb_cli_complain(
		    cli, "有多份文件时，要用 -o 写明放在哪个文件夹");
		return false;
	}
	g_ptr_array_add(target->path, g_strdup("-"));
	return true;
}

void
nb_target_clear(struct nb_target *target)
{
	g_ptr_array_unref(target->path);
}
