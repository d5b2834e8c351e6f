#include "style/entry.h"

#include "base/arena.h"
#include "source/node.h"

#include <glib.h>
#include <string.h>

/* Beyond these a length is a slip, and sums of it would not fit. */
enum {
	MOST_LENGTH = 2000, /* [mm] or [pt] */
	MOST_CELLS = 100,   /* [字] */
};

/* A map of a list goes by its first value: {序数: 一、, …}. */
static const struct nb_node *
item_named(const struct nb_node *list, struct nb_str name)
{
	for (uint32_t i = 0; i < list->list.n; i++) {
		const struct nb_node *item = list->list.item[i];

		if (nb_str_eq(nb_entry_name(item), name))
			return item;
	}
	return NULL;
}

struct nb_str
nb_entry_name(const struct nb_node *item)
{
	if (item->kind == NB_NODE_MAP && item->map.n > 0)
		return nb_entry_value(item->map.pair[0].value);
	return nb_entry_value(item);
}

static uint32_t
count_children(const struct nb_node *node)
{
	switch (node->kind) {
	case NB_NODE_MAP:
		return node->map.n;
	case NB_NODE_LIST:
		return node->list.n;
	case NB_NODE_SCALAR:
		return 0;
	}
	NB_UNREACHABLE();
}

size_t
nb_entry_child(
    const struct nb_node *node, struct nb_str name, struct nb_str *near)
{
	const unsigned most =
	    nb_str_chars(name) < 2 ? 1 : 2; /* wrong letters */
	unsigned least = most + 1;

	*near = NB_S("");
	for (uint32_t i = 0; i < count_children(node); i++) {
		const struct nb_str own = node->kind == NB_NODE_MAP
		    ? node->map.pair[i].key
		    : nb_entry_name(node->list.item[i]);
		const unsigned far = nb_str_distance(name, own, most + 1);

		if (far == 0)
			return i;
		if (far < least && nb_str_chars(own) > far) {
			least = far;
			*near = own;
		}
	}
	return SIZE_MAX;
}

const struct nb_node *
nb_entry_find(const struct nb_node *root, const char *path)
{
	while (root != NULL && *path != '\0') {
		const size_t n = strcspn(path, "/");
		const struct nb_str key = { path, n };

		root = root->kind == NB_NODE_LIST ? item_named(root, key)
						  : nb_node_get(root, key);
		path += n + (path[n] == '/');
	}
	return root;
}

struct nb_str
nb_entry_value(const struct nb_node *node)
{
	if (node != NULL && node->kind == NB_NODE_MAP)
		node = nb_node_get(node, NB_S("值"));
	return nb_node_text(node);
}

struct nb_str
nb_entry_clause(const struct nb_node *node)
{
	const struct nb_str clause =
	    nb_entry_value(nb_node_get(node, NB_S("条")));

	return clause.n != 0 ? clause
			     : nb_entry_value(nb_node_get(node, NB_S("出处")));
}

bool
nb_entry_number(struct nb_str s, double *ret, struct nb_str *rest)
{
	g_autofree char *z = g_strndup(s.p == NULL ? "" : s.p, s.n);
	char *end;

	*ret = g_ascii_strtod(z, &end);
	*rest = nb_str_from(s, (size_t)(end - z));
	return end != z;
}

bool
nb_entry_length(struct nb_str s, nb_len cell, nb_len *ret)
{
	struct nb_str unit;
	double x;

	if (!nb_entry_number(s, &x, &unit) || !(x >= 0 && x <= MOST_LENGTH))
		return false;
	if (nb_str_eq(unit, NB_S("mm")))
		*ret = NB_MM(x);
	else if (nb_str_eq(unit, NB_S("pt")))
		*ret = NB_PT(x);
	else if (nb_str_eq(unit, NB_S("字")) && x <= MOST_CELLS)
		*ret = nb_len_round(x * cell);
	else
		return false;
	return true;
}

struct nb_str
nb_entry_in_unit(struct nb_arena *a, struct nb_str s)
{
	static const char *const said[][2] = { { "磅", "pt" }, { "毫米", "mm" },
		{ "字符", "字" } };
	struct nb_str unit;
	double x;

	if (!nb_entry_number(s, &x, &unit))
		return NB_S("");
	unit = nb_str_trim(unit);
	for (size_t i = 0; i < NB_COUNT(said); i++)
		if (nb_str_eq(unit, nb_str_z(said[i][0])))
			return nb_arena_printf(a, "%g%s", x, said[i][1]);
	return NB_S("");
}
