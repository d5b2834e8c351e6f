/*
 * The program finds its parts from where it is itself, so that a tree that was
 * moved, or installed under another root, still works; links to the program
 * are followed.  Parts are linked so that they lack nothing when they are
 * loaded; what they stand on is bound as it is called, which is faster.
 */
#include "part/part.h"

#include "diag/diag.h"
#include "part/codes.h"
#include "part/whole.h"

#include <dlfcn.h>
#include <glib.h>

char *
nb_part_program_folder(void)
{
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);

	return self != NULL ? g_path_get_dirname(self) : NULL;
}

/* In the build folder parts are beside the program. */
static char *
find(const char *file)
{
	g_autofree char *here = nb_part_program_folder();
	g_autofree char *folder = NULL;
	g_autofree char *beside = NULL;

	if (here == NULL)
		return NULL;
	beside = g_build_filename(here, file, NULL);
	if (g_file_test(beside, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&beside);
	folder = g_canonicalize_filename(NB_PART_FOLDER, here);
	return g_build_filename(folder, file, NULL);
}

/* Says why; to nobody if nobody listens. */
NB_PRINTF(2, 3)
static const void *
refuse(struct nb_diags *d, const char *fmt, ...)
{
	va_list args;

	if (d == NULL)
		return NULL;
	va_start(args, fmt);
	nb_diag_add_v(d, &nb_code_A40, (struct nb_span){ 0 }, fmt, args);
	va_end(args);
	return NULL;
}

const void *
nb_part_load(const char *file, const char *entry, struct nb_diags *d)
{
	g_autofree char *path = find(file);
	const struct nb_part *part;
	void *object;

	if (path == NULL || !g_file_test(path, G_FILE_TEST_EXISTS))
		return refuse(d, "程序缺少部件“%s”", file);
	if (!nb_part_is_whole(path))
		return refuse(d, "部件“%s”只有半截，已损坏", path);
	object = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
	if (object == NULL)
		return refuse(d, "部件“%s”装不上：%s", path, dlerror());
	part = dlsym(object, entry);
	if (part == NULL)
		return refuse(d, "“%s”不是本程序的部件", path);
	if (!g_str_equal(part->version, NB_VERSION))
		return refuse(d, "部件“%s”是 %s 版，程序是 %s 版", path,
		    part->version, NB_VERSION);
	return part;
}
