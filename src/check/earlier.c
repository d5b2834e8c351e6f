#include "check/earlier.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/script.h"

const struct nb_figure_pair *
nb_figure_pairs(const struct nb_check *ck, uint32_t *ret_n)
{
	const struct nb_report *r = ck->report, *last = nb_past_last(r);
	struct nb_figure_pair *pair;
	struct nb_str *name;
	GHashTable *by_name;

	*ret_n = 0;
	if (last == NULL)
		return NULL;
	pair = nb_new_n(ck->arena, struct nb_figure_pair, r->n_indicators);
	name = nb_new_n(ck->arena, struct nb_str, last->n_indicators);
	by_name = nb_str_table();
	for (uint32_t i = last->n_indicators; i-- > 0;) {
		name[i] =
		    nb_script_plain(ck->arena, last, last->indicator[i].name);
		g_hash_table_replace(
		    by_name, &name[i], (void *)&last->indicator[i]);
	}
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		const struct nb_str plain =
		    nb_check_plain(ck, r->indicator[i].name);
		const struct nb_indicator *before =
		    g_hash_table_lookup(by_name, &plain);

		if (before != NULL)
			pair[(*ret_n)++] =
			    (struct nb_figure_pair){ &r->indicator[i], before };
	}
	g_hash_table_destroy(by_name);
	return pair;
}
