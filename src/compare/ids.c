#include "compare/ids.h"

#include "base/arena.h"
#include "base/str_table.h"

void
nb_ids_init(struct nb_ids *ids, struct nb_arena *a)
{
	*ids = (struct nb_ids){ a, nb_str_table() };
}

void
nb_ids_clear(struct nb_ids *ids)
{
	g_hash_table_destroy(ids->table);
}

uint32_t
nb_ids_of(struct nb_ids *ids, struct nb_str text)
{
	guint id = GPOINTER_TO_UINT(g_hash_table_lookup(ids->table, &text));
	struct nb_str *key;

	if (id != 0)
		return id;
	id = g_hash_table_size(ids->table) + 1;
	key = nb_new(ids->arena, struct nb_str);
	*key = text;
	g_hash_table_insert(ids->table, key, GUINT_TO_POINTER(id));
	return id;
}
