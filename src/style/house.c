/*
 * style/house.c - opens a template: a style of its own, or a house style laid
 * over the one it names.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"
#include "style/entry.h"
#include "style/overlay.h"
#include "style/template_read.h"

#include <glib.h>

static const char template_file[] = "template.yaml";

/* What one opening works with. */
struct house {
	struct nb_arena *arena;
	struct nb_diags *diags;
	const char *dir; /* of the styles that 依照 may name, or NULL */
	const struct nb_text *text;
	const struct nb_node *own;
};

/* The map without the keys that speak of the style itself. */
static const struct nb_node *
values_of(const struct house *h)
{
	struct nb_node *made = nb_new(h->arena, struct nb_node);
	struct nb_pair *pair =
	    nb_new_n(h->arena, struct nb_pair, h->own->map.n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < h->own->map.n; i++) {
		const struct nb_str key = h->own->map.pair[i].key;

		if (!nb_str_eq(key, NB_S("依照")) &&
		    !nb_str_eq(key, NB_S("名称")))
			pair[n++] = h->own->map.pair[i];
	}
	*made = *h->own;
	made->map.pair = pair;
	made->map.n = n;
	return made;
}

/* Reads the file at path; NULL with findings. */
static const struct nb_node *
read_file(struct house *h, const char *path)
{
	if (nb_source_open(h->arena, path, h->diags, &h->text) != NB_OK)
		return NULL;
	h->own = nb_source_yaml(h->arena, h->text, h->diags);
	return h->own;
}

static const struct nb_node *
base_named(const struct house *h)
{
	return nb_node_get(h->own, NB_S("依照"));
}

/* The style that 依照 names; NULL with findings. */
static const struct nb_template *
open_base(const struct house *h, const struct nb_node *said)
{
	const struct nb_str name = nb_entry_value(said);
	struct house below = { .arena = h->arena, .diags = h->diags };
	g_autofree char *folder = g_strndup(name.p, name.n);
	g_autofree char *path = g_build_filename(
	    h->dir != NULL ? h->dir : "", folder, template_file, NULL);
	const struct nb_template *base = NULL;

	if (h->dir == NULL || name.n == 0 ||
	    !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		nb_diag_add(h->diags, &nb_code_L33, said->span,
		    "没有“" NB_FMT "”这份版式", NB_ARG(name));
		return NULL;
	}
	if (read_file(&below, path) != NULL && base_named(&below) != NULL) {
		nb_diag_add(h->diags, &nb_code_L33, said->span,
		    "“" NB_FMT "”自己也依照别的版式，不能再作依照",
		    NB_ARG(name));
		return NULL;
	}
	if (below.own != NULL)
		base =
		    nb_template_read(h->arena, below.text, below.own, h->diags);
	if (base == NULL)
		nb_diag_add(h->diags, &nb_code_L33, said->span,
		    "所依照的“" NB_FMT "”不能用", NB_ARG(name));
	return base;
}

static const struct nb_template *
lay_over(const struct house *h, const struct nb_node *said)
{
	const struct nb_template *base = open_base(h, said);
	const struct nb_str name =
	    nb_entry_value(nb_node_get(h->own, NB_S("名称")));
	struct nb_overlay overlay;
	struct nb_template *t;
	bool good;

	if (base == NULL)
		return NULL;
	good = nb_overlay_apply(
	    h->arena, base->tree, values_of(h), h->diags, &overlay);
	/* wrong keys or not: what is wrong with the values is said, too */
	t = nb_template_read(h->arena, h->text, overlay.node, h->diags);
	if (t == NULL || !good)
		return NULL;
	t->name = name.n != 0
	    ? name
	    : nb_arena_printf(h->arena, "依照 " NB_FMT, NB_ARG(base->name));
	t->base = base;
	t->departure = overlay.departure;
	t->n_departures = overlay.n;
	return t;
}

const struct nb_template *
nb_template_load(
    struct nb_arena *a, const char *path, const char *dir, struct nb_diags *d)
{
	struct house h = { .arena = a, .diags = d, .dir = dir };
	const struct nb_node *said;

	if (read_file(&h, path) == NULL)
		return NULL;
	said = base_named(&h);
	if (said != NULL)
		return lay_over(&h, said);
	return nb_template_read(a, h.text, h.own, d);
}
