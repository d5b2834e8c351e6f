#include "style/entry.h"

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
	if (item->kind != NB_NODE_MAP || item->map.n == 0)
		return NB_S("");
	return nb_entry_value(item->map.pair[0].value);
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
	if (node == NULL || node->kind != NB_NODE_SCALAR)
		return NB_S("");
	return node->scalar.value;
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
