#include "model/empty.h"

#include "base/arena.h"
#include "model/decode.h"
#include "model/keys.h"
#include "model/report.h"
#include "source/node.h"

const struct nb_empty *
nb_empty_gather(struct nb_arena *a, const struct nb_node *root)
{
	struct nb_empty *ret = nb_new(a, struct nb_empty);
	struct nb_empty_key *key;

	if (root->kind != NB_NODE_MAP)
		return ret;
	key = nb_new_n(a, struct nb_empty_key, root->map.n);
	ret->key = key;
	for (uint32_t i = 0; i < root->map.n; i++) {
		const struct nb_pair *p = &root->map.pair[i];

		if (nb_decode_is_empty(p->value))
			key[ret->n++] =
			    (struct nb_empty_key){ p->key, p->key_span };
	}
	return ret;
}

struct nb_span
nb_empty_find(const struct nb_report *r, const char *key)
{
	const struct nb_key *want =
	    nb_key_find(&nb_object_report, nb_str_z(key));

	for (uint32_t i = 0; i < r->empty->n; i++)
		if (nb_key_find(&nb_object_report, r->empty->key[i].key) ==
		    want)
			return r->empty->key[i].span;
	return (struct nb_span){ NULL, 0, 0 };
}
