#include "cli/past.h"

#include "diag/diag.h"
#include "model/report.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>

enum { MOST_YEARS = 10 }; /* of the chain of 上年 */

static void load(struct nb_arena *a, const char *path,
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

/* The report that key names; its own past goes back so many years. */
static const struct nb_report *
read_named(struct nb_arena *a, const char *from, const struct nb_node *root,
    const char *key, unsigned years)
{
	const struct nb_str name = nb_past_name(root, key);
	g_autofree char *path = NULL;
	const struct nb_node *own;
	const struct nb_text *text;
	struct nb_diags unheard;
	struct nb_past past;

	if (name.n == 0)
		return NULL;
	path = path_of(from, name);
	nb_diags_init(&unheard, a);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    nb_source_open(a, path, &unheard, &text) != NB_OK)
		return NULL;
	own = nb_source_yaml(a, text, &unheard);
	load(a, path, own, years, &past);
	return nb_report_build(a, own, &past, &unheard);
}

static void
load(struct nb_arena *a, const char *path, const struct nb_node *root,
    unsigned years, struct nb_past *ret)
{
	*ret = (struct nb_past){ 0 };
	if (years == 0)
		return;
	ret->last.report = read_named(a, path, root, "上年", years - 1);
	ret->plan.report = read_named(a, path, root, "方案", 0);
}

void
nb_past_load(struct nb_arena *a, const char *path, const struct nb_node *root,
    struct nb_past *ret)
{
	load(a, path, root, MOST_YEARS, ret);
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
	struct nb_str bytes = NB_S("");
	g_autofree char *path = NULL;
	struct nb_diags unheard;
	const struct nb_text *text;

	if (name.n == 0)
		return;
	path = path_of(from, name);
	nb_diags_init(&unheard, l->arena);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    nb_source_read(l->arena, path, NB_SOURCE_MAX, &unheard, &bytes) !=
		NB_OK)
		bytes.n = 0;
	l->see(l->to, bytes);
	if (years > 0 &&
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
