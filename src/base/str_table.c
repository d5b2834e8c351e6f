/*
 * base/str_table.c - hashes a text by its bytes.
 */
#include "base/str_table.h"

static guint
hash(gconstpointer key)
{
	const struct nb_str s = *(const struct nb_str *)key;
	guint h = 5381;

	for (size_t i = 0; i < s.n; i++)
		h = h * 33 + (unsigned char)s.p[i];
	return h;
}

static gboolean
same(gconstpointer a, gconstpointer b)
{
	return nb_str_eq(*(const struct nb_str *)a, *(const struct nb_str *)b);
}

GHashTable *
nb_str_table(void)
{
	return g_hash_table_new(hash, same);
}
