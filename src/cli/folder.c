#include "cli/folder.h"

#include <string.h>

bool
nb_folder_is(const char *path)
{
	return !g_str_equal(path, "-") && g_file_test(path, G_FILE_TEST_IS_DIR);
}

static bool
is_yaml(const char *name)
{
	return g_str_has_suffix(name, ".yaml") ||
	    g_str_has_suffix(name, ".yml");
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* One folder: its files go to files, its folders to more. */
static bool
read_folder(
    struct nb_cli *cli, const char *folder, GPtrArray *files, GPtrArray *more)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	if (dir == NULL) {
		nb_cli_complain(cli, "读不了文件夹“%s”", folder);
		return false;
	}
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (*name == '.')
			continue;
		if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
			if (is_yaml(name))
				g_ptr_array_add(files, g_steal_pointer(&path));
		} else if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
			g_ptr_array_add(more, g_steal_pointer(&path));
		}
	}
	return true;
}

bool
nb_folder_files(struct nb_cli *cli, const char *folder, GPtrArray *files)
{
	g_autoptr(GPtrArray) todo = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	bool ok = true;

	g_ptr_array_add(todo, g_strdup(folder));
	for (guint i = 0; i < todo->len; i++)
		ok &= read_folder(cli, todo->pdata[i], found, todo);
	g_ptr_array_sort(found, compare);
	for (guint i = 0; i < found->len; i++)
		g_ptr_array_add(files, found->pdata[i]);
	return ok;
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
