/*
 * replay.c - the corpus without libFuzzer: every file of the folders named,
 * whole, then cut short and scratched in places that are the same every time.
 * TAP; a crash is preceded by the name of its file.
 */
#include "fuzz.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Of a file written for this; of a case that other tests are about. */
enum { MUTATIONS = 24, MUTATIONS_OF_CASE = 4 };

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_input(const char *path)
{
	return g_str_has_suffix(path, ".yaml") ||
	    g_str_has_suffix(path, ".html") ||
	    strstr(path, "/corpus/") != NULL ||
	    strstr(path, "/import/") != NULL;
}

/* Adds the inputs under path. */
static void
collect(GPtrArray *files, const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	if (dir == NULL && is_input(path))
		g_ptr_array_add(files, g_strdup(path));
	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *sub = g_build_filename(path, name, NULL);

		collect(files, sub);
	}
}

/* A copy, so that a byte read behind its end is noticed. */
static void
feed(const char *bytes, size_t n)
{
	g_autofree uint8_t *copy = g_memdup2(bytes, n);

	LLVMFuzzerTestOneInput(copy, n);
}

static void
mutate(char *bytes, size_t n, unsigned times, GRand *rand)
{
	for (unsigned i = 0; n > 0 && i < times; i++) {
		size_t at = g_rand_int(rand) % n;
		char was = bytes[at];

		feed(bytes, at);
		bytes[at] = (char)g_rand_int_range(rand, 0, 256);
		feed(bytes, n);
		bytes[at] = was;
	}
}

static void
replay(const char *path, GRand *rand)
{
	g_autofree char *bytes = NULL;
	gsize n;

	g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
	feed(bytes, n);
	mutate(bytes, n,
	    strstr(path, "/corpus/") != NULL ? MUTATIONS : MUTATIONS_OF_CASE,
	    rand);
}

int
main(int argc, char **argv)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);

	for (int i = 1; i < argc; i++)
		collect(files, argv[i]);
	g_ptr_array_sort(files, compare);
	printf("1..%u\n", files->len);
	for (guint i = 0; i < files->len; i++) {
		const char *path = files->pdata[i];
		g_autoptr(GRand) rand = g_rand_new_with_seed(9704);

		printf("# %s\n", path);
		fflush(stdout);
		replay(path, rand);
		printf("ok %u - %s\n", i + 1, path);
	}
	return 0;
}
