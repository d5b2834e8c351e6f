#include "cli/batch/key.h"

#include "base/arena.h"
#include "base/sha256.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/folder.h"
#include "cli/past.h"
#include "cli/sheet.h"
#include "font/font.h"

#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FONT_HEAD = 64 * 1024 }; /* the table directory is in it [byte] */

/* With its length before it, so that no two lists are one. */
static void
add_bytes(struct nb_sha256 *sum, const char *bytes, gsize n)
{
	g_autofree char *length = g_strdup_printf("%zu:", n);

	nb_sha256_add(sum, length, strlen(length));
	if (n > 0)
		nb_sha256_add(sum, bytes, n);
}

static void
add_word(struct nb_sha256 *sum, const char *word)
{
	if (word == NULL)
		nb_sha256_add(sum, "-", 1);
	else
		add_bytes(sum, word, strlen(word));
}

static void
add_words(struct nb_sha256 *sum, char *const *word)
{
	for (; word != NULL && *word != NULL; word++)
		add_word(sum, *word);
	add_word(sum, NULL);
}

/* A file that cannot be read is as none. */
static void
add_file(struct nb_sha256 *sum, const char *path)
{
	g_autofree char *bytes = NULL;
	gsize n = 0;

	if (path != NULL && g_file_get_contents(path, &bytes, &n, NULL))
		add_bytes(sum, bytes, n);
	else
		add_word(sum, NULL);
}

static void
add_font(struct nb_sha256 *sum, const char *path)
{
	g_autofree char *head = g_malloc(FONT_HEAD);
	const int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	ssize_t n;

	if (fd < 0)
		return;
	n = read(fd, head, FONT_HEAD);
	add_bytes(sum, head, n > 0 ? (gsize)n : 0);
	if (fstat(fd, &st) == 0) {
		const uint64_t size = (uint64_t)st.st_size;

		add_bytes(sum, (const char *)&size, sizeof(size));
	}
	close(fd);
}

static void
add_fonts(struct nb_sha256 *sum, const struct nb_data *data)
{
	g_autofree char *table =
	    g_build_filename(data->dir, "fonts", "roles.yaml", NULL);

	add_file(sum, table);
	for (unsigned role = 0; role < NB_FONT_STACKS; role++) {
		const struct nb_face *face;

		for (unsigned i = 0; (face = nb_fonts_role_face(data->fonts,
					  (enum nb_font_role)role, i)) != NULL;
		     i++)
			add_font(sum, nb_face_file(face).p);
	}
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every file below templates/: one may be based on another. */
static void
add_templates(struct nb_sha256 *sum, const struct nb_data *data)
{
	g_autofree char *top = g_build_filename(data->dir, "templates", NULL);
	g_autoptr(GPtrArray) folder = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) file = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(folder, g_strdup(top));
	for (guint i = 0; i < folder->len; i++) {
		g_autoptr(GDir) dir = g_dir_open(folder->pdata[i], 0, NULL);
		const char *name;

		while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
			char *path =
			    g_build_filename(folder->pdata[i], name, NULL);

			g_ptr_array_add(
			    nb_folder_is(path) ? folder : file, path);
		}
	}
	g_ptr_array_sort(file, compare);
	for (guint i = 0; i < file->len; i++) {
		add_word(sum, (char *)file->pdata[i] + strlen(top));
		add_file(sum, file->pdata[i]);
	}
}

static void
add_options(struct nb_sha256 *sum, const struct nb_args *args)
{
	const gboolean flag[] = { args->strict, args->conform, args->review,
		args->review && args->notes, args->import, args->simplify,
		args->mark };

	add_bytes(sum, (const char *)flag, sizeof(flag));
	add_word(sum, args->to);
	add_word(sum, args->pdfa);
	add_word(sum, args->review ? args->level : NULL);
	add_word(sum, args->name);
	add_word(sum, args->template);
	add_word(sum, args->outline);
	add_words(sum, args->select);
	add_words(sum, args->ignore);
	add_file(sum, args->template);
	add_file(sum, args->outline);
	add_file(sum, args->words);
}

char *
nb_key_run(const struct nb_data *data, const struct nb_args *args)
{
	struct nb_sha256 sum;

	nb_sha256_begin(&sum);
	add_word(&sum, NB_VERSION);
	add_file(&sum, "/proc/self/exe");
	add_options(&sum, args);
	add_templates(&sum, data);
	add_fonts(&sum, data);
	return nb_sha256_end(&sum);
}

char *
nb_key_document(const char *run, const char *name, struct nb_str bytes)
{
	struct nb_sha256 sum;

	nb_sha256_begin(&sum);
	add_word(&sum, run);
	add_word(&sum, name);
	add_bytes(&sum, bytes.p, bytes.n);
	return nb_sha256_end(&sum);
}

static void
see(void *to, const char *path, const struct nb_str *bytes)
{
	(void)path;
	add_bytes(to, bytes->p, bytes->n);
}

char *
nb_key_with_past(const char *key, struct nb_arena *a, const char *path,
    const struct nb_node *root)
{
	g_autofree char *sheet = nb_sheet_path(path, NULL);
	struct nb_sha256 sum;

	nb_sha256_begin(&sum);
	add_word(&sum, key);
	nb_past_each(a, path, root, see, &sum);
	add_file(&sum, sheet);
	return nb_sha256_end(&sum);
}
