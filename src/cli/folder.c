#include "cli/folder.h"

#include "cli/args.h"
#include "cli/sheet.h"

#include <string.h>

static const char *const sheets[] = { NB_SHEET_SUFFIX, NULL };

bool
nb_folder_is(const char *path)
{
	return !g_str_equal(path, "-") && g_file_test(path, G_FILE_TEST_IS_DIR);
}

bool
nb_folder_has_suffix(const char *name, const char *const *suffix)
{
	const size_t n = strlen(name);

	for (; *suffix != NULL; suffix++) {
		const size_t k = strlen(*suffix);

		if (n > k && g_ascii_strcasecmp(name + n - k, *suffix) == 0)
			return true;
	}
	return false;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* One folder: its files go to files, its folders to more.  False: unread. */
static bool
read_folder(const char *folder, const char *const *suffix, GPtrArray *files,
    GPtrArray *more)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	if (dir == NULL)
		return false;
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (*name == '.' ||
		    (suffix != sheets &&
			g_str_has_suffix(name, NB_SHEET_SUFFIX)))
			continue;
		if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
			if (nb_folder_has_suffix(name, suffix))
				g_ptr_array_add(files, g_steal_pointer(&path));
		} else if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
			g_ptr_array_add(more, g_steal_pointer(&path));
		}
	}
	return true;
}

bool
nb_folder_files_of(struct nb_cli *cli, const char *folder,
    const char *const *suffix, GPtrArray *files)
{
	g_autoptr(GPtrArray) todo = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	bool ok = true;

	g_ptr_array_add(todo, g_strdup(folder));
	for (guint i = 0; i < todo->len; i++) {
		const char *path = todo->pdata[i];

		if (read_folder(path, suffix, found, todo))
			continue;
		nb_cli_complain(cli, "读不了文件夹“%s”", path);
		ok = false;
	}
	g_ptr_array_sort(found, compare);
	for (guint i = 0; i < found->len; i++)
		g_ptr_array_add(files, found->pdata[i]);
	return ok;
}

bool
nb_folder_files(struct nb_cli *cli, const char *folder, GPtrArray *files)
{
	static const char *const yaml[] = { ".yaml", ".yml", NULL };

	return nb_folder_files_of(cli, folder, yaml, files);
}

/* A sheet whose report is not there any more, or has another name. */
static void
tell_lonely(struct nb_cli *cli, const char *sheet)
{
	const size_t n = strlen(sheet) - strlen(NB_SHEET_SUFFIX);
	g_autofree char *yaml = g_strdup_printf("%.*s.yaml", (int)n, sheet);
	g_autofree char *yml = g_strdup_printf("%.*s.yml", (int)n, sheet);

	if (!g_file_test(yaml, G_FILE_TEST_EXISTS) &&
	    !g_file_test(yml, G_FILE_TEST_EXISTS))
		nb_cli_complain(cli,
		    "审核意见“%s”没有用上，旁边没有“%s”；报告改了名，它也要改",
		    sheet, yaml);
}

/* The reports of a folder, and what is said of none of them. */
static bool
add_folder(struct nb_cli *cli, const char *folder, GPtrArray *files)
{
	g_autoptr(GPtrArray) sheet = g_ptr_array_new_with_free_func(g_free);

	if (!nb_folder_files(cli, folder, files) ||
	    !nb_folder_files_of(cli, folder, sheets, sheet))
		return false;
	for (guint i = 0; i < sheet->len; i++)
		tell_lonely(cli, sheet->pdata[i]);
	return true;
}

enum nb_exit
nb_folder_operands(struct nb_cli *cli, const struct nb_args *args,
    GPtrArray *files, bool *folder)
{
	enum nb_exit status = NB_EXIT_OK;

	*folder = false;
	for (unsigned i = 0; i < args->n_operands; i++) {
		if (!nb_folder_is(args->operand[i])) {
			g_ptr_array_add(files, g_strdup(args->operand[i]));
			continue;
		}
		*folder = true;
		if (!add_folder(cli, args->operand[i], files))
			status = NB_EXIT_FAILED;
	}
	if (*folder)
		nb_folder_unique(files);
	if (files->len == 0 && status == NB_EXIT_OK) {
		nb_cli_complain(cli, "文件夹里没有 .yaml 文件，没有可查的");
		status = NB_EXIT_FAILED;
	}
	return status;
}

void
nb_folder_tree(const char *folder, GPtrArray *folders)
{
	static const char *const no_files[] = { NULL };
	const guint first = folders->len;

	g_ptr_array_add(folders, g_strdup(folder));
	for (guint i = first; i < folders->len; i++)
		(void)read_folder(folders->pdata[i], no_files, NULL, folders);
}

void
nb_folder_unique(GPtrArray *files)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < files->len;) {
		if (g_hash_table_add(
			seen, g_canonicalize_filename(files->pdata[i], NULL)))
			i++;
		else
			g_ptr_array_remove_index(files, i);
	}
}
