#include "cli/past.h"

#include "diag/diag.h"
#include "model/report.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>

enum { MOST_YEARS = 10 }; /* of the chain of 上年 */

/* Whoever asks for the files. */
struct loading {
	struct nb_arena *arena;
	struct nb_past_shelf *shelf; /* or NULL: they are on the disk */
};

static void load(const struct loading *l, const char *path,
    const struct nb_node *root, unsigned years, struct nb_past *ret);

/* Where a name leads from the folder of the file that says it. */
static char *
path_of(const char *from, struct nb_str name)
{
	g_autofree char *file = g_strndup(name.p, name.n);
	g_autofree char *folder = g_path_get_dirname(from);

	if (g_path_is_absolute(file))
		return g_steal_pointer(&file);
	return g_build_filename(folder, file, NULL);
}

/* False when it cannot be read. */
static bool
read_disk(struct nb_arena *a, const char *path, struct nb_str *ret)
{
	struct nb_diags unheard;

	nb_diags_init(&unheard, a);
	return g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
	    nb_source_read(a, path, NB_SOURCE_MAX, &unheard, ret) == NB_OK;
}

static bool
read_bytes(const struct loading *l, const char *path, struct nb_str *ret)
{
	struct nb_past_shelf *shelf = l->shelf;

	if (shelf == NULL)
		return read_disk(l->arena, path, ret);
	if (shelf->next >= shelf->n)
		return false;
	*ret = shelf->bytes[shelf->next++];
	return ret->p != NULL;
}

/* The report that key names; its own past goes back so many years. */
static const struct nb_report *
read_named(const struct loading *l, const char *from,
    const struct nb_node *root, const char *key, unsigned years)
{
	const struct nb_str name = nb_past_name(root, key);
	struct nb_arena *a = l->arena;
	g_autofree char *path = NULL;
	const struct nb_node *own;
	const struct nb_text *text;
	struct nb_diags unheard;
	struct nb_str bytes;
	struct nb_past past;

	if (name.n == 0)
		return NULL;
	path = path_of(from, name);
	nb_diags_init(&unheard, a);
	if (!read_bytes(l, path, &bytes) ||
	    nb_source_use(a, path, bytes, &unheard, &text) != NB_OK)
		return NULL;
	own = nb_source_yaml(a, text, &unheard);
	load(l, path, own, years, &past);
	return nb_report_build(a, own, &past, &unheard);
}

static void
load(const struct loading *l, const char *path, const struct nb_node *root,
    unsigned years, struct nb_past *ret)
{
	*ret = (struct nb_past){ 0 };
	if (years == 0)
		return;
	ret->last.report = read_named(l, path, root, "上年", years - 1);
	ret->plan.report = read_named(l, path, root, "方案", 0);
}

void
nb_past_load(struct nb_arena *a, const char *path, const struct nb_node *root,
    struct nb_past_shelf *shelf, struct nb_past *ret)
{
	const struct loading l = { a, shelf };

	load(&l, path, root, MOST_YEARS, ret);
}

/* Whoever looks at the bytes of the files. */
struct looking {
	struct nb_arena *arena;
	nb_past_see *see;
	void *to;
};

static void look(const struct looking *l, const char *path,
    const struct nb_node *root, unsigned years);

static void
look_at(const struct looking *l, const char *from, const struct nb_node *root,
    const char *key, unsigned years)
{
	const struct nb_str name = nb_past_name(root, key);
	struct nb_str bytes = { NULL, 0 };
	g_autofree char *path = NULL;
	struct nb_diags unheard;
	const struct nb_text *text;
	bool good;

	if (name.n == 0)
		return;
	path = path_of(from, name);
	nb_diags_init(&unheard, l->arena);
	good = read_disk(l->arena, path, &bytes);
	if (!good)
		bytes = (struct nb_str){ NULL, 0 };
	l->see(l->to, path, &bytes);
	if (good && years > 0 &&
	    nb_source_use(l->arena, path, bytes, &unheard, &text) == NB_OK)
		look(l, path, nb_source_yaml(l->arena, text, &unheard), years);
}

static void
look(const struct looking *l, const char *path, const struct nb_node *root,
    unsigned years)
{
	if (years == 0)
		return;
	look_at(l, path, root, "上年", years - 1);
	look_at(l, path, root, "方案", 0);
}

void
nb_past_each(struct nb_arena *a, const char *path, const struct nb_node *root,
    nb_past_see *see, void *to)
{
	const struct looking l = { a, see, to };

	look(&l, path, root, MOST_YEARS);
}
