#include "cli/data.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/nearest.h"
#include "cli/show.h"
#include "cli/sums.h"
#include "font/font.h"
#include "import/vocabulary.h"
#include "part/part.h"
#include "style/han_words.h"
#include "style/lexicon.h"
#include "style/outline.h"
#include "style/template.h"
#include "style/web.h"

#include <glib.h>
#include <string.h>

static const char usual_outline[] = "outline-annual";
static const char usual_import[] = "import-annual";
static const char usual_words[] = "words-annual";
static const char usual_han[] = "words-han";
static const char usual_web[] = "web-page";
static const char usual_template[] = "gbt9704-2012";

/* share/nianbao beside bin/, or NULL when the program is not installed. */
static char *
installed_dir(void)
{
	g_autofree char *bin = nb_part_program_folder();
	g_autofree char *prefix = NULL;
	g_autofree char *dir = NULL;

	if (bin == NULL)
		return NULL;
	prefix = g_path_get_dirname(bin);
	dir = g_build_filename(prefix, "share", "nianbao", NULL);
	if (!g_file_test(dir, G_FILE_TEST_IS_DIR))
		return NULL;
	return g_steal_pointer(&dir);
}

static char *
find_dir(void)
{
	const char *said = g_getenv("NIANBAO_DATADIR");
	char *dir;

	if (said != NULL && *said != '\0')
		return g_strdup(said);
	dir = installed_dir();
	return dir != NULL ? dir : g_strdup(NB_SOURCE_ROOT);
}

void
nb_data_init(struct nb_data *data)
{
	*data = (struct nb_data){ .arena = nb_arena_new(),
		.dir = find_dir(),
		.sums = nb_sums_new() };
	nb_diags_init(&data->diags, data->arena);
}

void
nb_data_clear(struct nb_data *data)
{
	nb_fonts_free(data->fonts);
	nb_arena_free(data->arena);
	nb_sums_free(data->sums);
	g_free(data->dir);
}

bool
nb_data_is_file(const char *word)
{
	return g_str_has_suffix(word, ".yaml") ||
	    g_str_has_suffix(word, ".yml") || strchr(word, '/') != NULL;
}

char *
nb_data_path(const struct nb_data *data, const char *word, const char *file)
{
	if (nb_data_is_file(word))
		return g_strdup(word);
	return g_build_filename(data->dir, "templates", word, file, NULL);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
nb_data_names(const struct nb_data *data, const char *file)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *top = g_build_filename(data->dir, "templates", NULL);
	g_autoptr(GDir) dir = g_dir_open(top, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(top, name, file, NULL);

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			g_ptr_array_add(names, g_strdup(name));
	}
	g_ptr_array_sort(names, compare);
	return names;
}

bool
nb_data_knows(const struct nb_data *data, struct nb_cli *cli, const char *file,
    const char *word)
{
	g_autoptr(GPtrArray) names = nb_data_names(data, file);

	if (word == NULL || nb_data_is_file(word) ||
	    g_ptr_array_find_with_equal_func(names, word, g_str_equal, NULL))
		return true;
	nb_nearest_complain(cli, "这份模板", word, names);
	return false;
}

static const char *
keep(struct nb_data *data, const char *word)
{
	return nb_arena_str(data->arena, nb_str_z(word)).p;
}

enum nb_status
nb_data_outline(struct nb_data *data, const char *word)
{
	const char *said = word != NULL ? word : usual_outline;
	g_autofree char *path = nb_data_path(data, said, NB_OUTLINE_FILE);
	g_autofree char *dir = g_build_filename(data->dir, "templates", NULL);

	data->outline_word = keep(data, said);
	data->outline =
	    nb_outline_load_own(data->arena, path, dir, &data->diags);
	return data->outline != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_lexicon(struct nb_data *data, const char *user)
{
	g_autofree char *path = nb_data_path(data, usual_words, NB_WORDS_FILE);

	data->words_file = user != NULL ? keep(data, user) : NULL;
	data->lexicon = nb_lexicon_load(data->arena, path, user, &data->diags);
	return data->lexicon != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_han_words(struct nb_data *data)
{
	g_autofree char *path = nb_data_path(data, usual_han, NB_HAN_FILE);

	data->han = nb_han_words_load(data->arena, path, &data->diags);
	return data->han != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_vocabulary(struct nb_data *data)
{
	g_autofree char *path =
	    nb_data_path(data, usual_import, NB_IMPORT_FILE);

	data->vocabulary = nb_vocabulary_load(data->arena, path, &data->diags);
	return data->vocabulary != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_template(struct nb_data *data, const char *word)
{
	const char *said = word != NULL ? word : usual_template;
	g_autofree char *path = nb_data_path(data, said, NB_TEMPLATE_FILE);
	g_autofree char *dir = g_build_filename(data->dir, "templates", NULL);

	data->template_word = keep(data, said);
	data->template = nb_template_load(data->arena, path, dir, &data->diags);
	return data->template != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_web(struct nb_data *data)
{
	g_autofree char *folder =
	    g_build_filename(data->dir, "templates", usual_web, NULL);

	data->web = nb_web_load(data->arena, folder, &data->diags);
	return data->web != NULL ? NB_OK : NB_FAILED;
}

enum nb_status
nb_data_fonts(struct nb_data *data)
{
	g_autofree char *dir = g_build_filename(data->dir, "fonts", NULL);

	return nb_fonts_load(dir, &data->diags, &data->fonts);
}

bool
nb_data_open(struct nb_data *data, struct nb_cli *cli,
    const struct nb_args *args, unsigned parts)
{
	bool ok;

	if (!nb_data_knows(data, cli, NB_OUTLINE_FILE, args->outline) ||
	    ((parts & NB_DATA_PAGES) != 0 &&
		!nb_data_knows(data, cli, NB_TEMPLATE_FILE, args->template)))
		return false;
	ok = nb_data_outline(data, args->outline) == NB_OK &&
	    ((parts & NB_DATA_WORDS) == 0 ||
		nb_data_lexicon(data, args->words) == NB_OK) &&
	    ((parts & NB_DATA_PAGES) == 0 ||
		(nb_data_template(data, args->template) == NB_OK &&
		    nb_data_fonts(data) == NB_OK)) &&
	    ((parts & NB_DATA_WEB) == 0 || nb_data_web(data) == NB_OK);
	nb_show_trouble(cli, &data->diags);
	return ok;
}
