#include "style/overlay.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"
#include "style/entry.h"

#include <glib.h>

/* One merging. */
struct merge {
	struct nb_arena *arena;
	struct nb_diags *diags;
	GArray *departure; /* of struct nb_departure */
	bool failed;
};

/* Where in the file a merge is. */
struct place {
	struct nb_str path;
	struct nb_str clause; /* of the nearest map around that names one */
};

static const struct nb_node *merge(struct merge *m, struct place at,
    const struct nb_node *base, const struct nb_node *over);

static struct place
inside(const struct merge *m, struct place at, struct nb_str key,
    const struct nb_node *node)
{
	const struct nb_str clause = nb_entry_clause(node);

	if (clause.n != 0)
		at.clause = clause;
	if (nb_str_eq(key, NB_S("值")))
		return at;
	at.path = at.path.n == 0 ? key
				 : nb_arena_printf(m->arena, NB_FMT "/" NB_FMT,
				       NB_ARG(at.path), NB_ARG(key));
	return at;
}

/* A value for people: what a scalar says, or the items of a list. */
static struct nb_str
shown(const struct merge *m, const struct nb_node *node)
{
	struct nb_str s = NB_S("");

	if (node->kind != NB_NODE_LIST)
		return nb_entry_value(node);
	for (uint32_t i = 0; i < node->list.n; i++)
		s = nb_arena_printf(m->arena, NB_FMT "%s" NB_FMT, NB_ARG(s),
		    i > 0 ? "、" : "",
		    NB_ARG(nb_entry_value(node->list.item[i])));
	return s;
}

static const struct nb_node *
replace(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_node *over)
{
	const struct nb_departure new = { at.path, shown(m, base),
		shown(m, over), at.clause };

	static const char *const want[] = {
		[NB_NODE_SCALAR] = "应是一个值",
		[NB_NODE_LIST] = "应是列表",
		[NB_NODE_MAP] = "要写它下面的键，不能只写一个值",
	};

	if (over->kind != base->kind) {
		nb_diag_add(m->diags, &nb_code_L32, over->span,
		    "“" NB_FMT "”%s", NB_ARG(at.path), want[base->kind]);
		m->failed = true;
		return base;
	}
	if (!nb_str_eq(new.base, new.own))
		g_array_append_val(m->departure, new);
	return over;
}

/* The place of a key below, or SIZE_MAX with a finding. */
static size_t
find_key(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_pair *pair)
{
	struct nb_str near;
	const size_t found = nb_entry_child(base, pair->key, &near);
	struct nb_diag *g;

	if (found != SIZE_MAX)
		return found;
	g = nb_diag_add(m->diags, &nb_code_L31, pair->key_span,
	    "所依照的版式里没有“" NB_FMT "%s" NB_FMT "”", NB_ARG(at.path),
	    at.path.n != 0 ? "/" : "", NB_ARG(pair->key));
	if (near.n != 0)
		g->hint = nb_arena_printf(
		    m->arena, "是否想写“" NB_FMT "”", NB_ARG(near));
	m->failed = true;
	return SIZE_MAX;
}

static const struct nb_node *
merge_map(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_node *over)
{
	struct nb_node *made = nb_new(m->arena, struct nb_node);
	struct nb_pair *pair = nb_new_n(m->arena, struct nb_pair, base->map.n);

	for (uint32_t i = 0; i < base->map.n; i++)
		pair[i] = base->map.pair[i];
	for (uint32_t i = 0; i < over->map.n; i++) {
		const struct nb_pair *own = &over->map.pair[i];
		const size_t k = find_key(m, at, base, own);

		if (k != SIZE_MAX)
			pair[k].value =
			    merge(m, inside(m, at, own->key, pair[k].value),
				pair[k].value, own->value);
	}
	*made = *base;
	made->span = over->span;
	made->map.pair = pair;
	return made;
}

static const struct nb_node *
merge_list(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_node *over)
{
	struct nb_node *made = nb_new(m->arena, struct nb_node);
	const struct nb_node **item =
	    nb_new_n(m->arena, const struct nb_node *, base->list.n);

	for (uint32_t i = 0; i < base->list.n; i++)
		item[i] = base->list.item[i];
	for (uint32_t i = 0; i < over->map.n; i++) {
		const struct nb_pair *own = &over->map.pair[i];
		const size_t k = find_key(m, at, base, own);

		if (k != SIZE_MAX)
			item[k] = merge(m, inside(m, at, own->key, item[k]),
			    item[k], own->value);
	}
	*made = *base;
	made->span = over->span;
	made->list.item = item;
	return made;
}

/* {值: 7mm, 条: "7.5"} with a value of one's own: 28pt, or {值: 28pt}. */
static const struct nb_node *
merge_value(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_node *over)
{
	struct nb_node *bare = nb_new(m->arena, struct nb_node);
	struct nb_pair *pair = nb_new(m->arena, struct nb_pair);

	*pair = (struct nb_pair){ NB_S("值"), over->span, over };
	*bare = (struct nb_node){ .kind = NB_NODE_MAP, .span = over->span };
	bare->map.pair = pair;
	bare->map.n = 1;
	return merge_map(m, at, base, bare);
}

static const struct nb_node *
merge(struct merge *m, struct place at, const struct nb_node *base,
    const struct nb_node *over)
{
	const bool value = nb_node_get(base, NB_S("值")) != NULL;

	if (value && over->kind == NB_NODE_SCALAR)
		return merge_value(m, at, base, over);
	if (base->kind == NB_NODE_MAP && over->kind == NB_NODE_MAP)
		return merge_map(m, at, base, over);
	if (base->kind == NB_NODE_LIST && over->kind == NB_NODE_MAP)
		return merge_list(m, at, base, over);
	return replace(m, at, base, over);
}

bool
nb_overlay_apply(struct nb_arena *a, const struct nb_node *base,
    const struct nb_node *over, struct nb_diags *d, struct nb_overlay *ret)
{
	struct merge m = { a, d,
		g_array_new(FALSE, FALSE, sizeof(struct nb_departure)), false };
	struct nb_departure *departure;

	*ret = (struct nb_overlay){ .node = base };
	if (over->kind == NB_NODE_MAP)
		ret->node = merge_map(&m, (struct place){ 0 }, base, over);
	departure = nb_new_n(a, struct nb_departure, m.departure->len);
	for (guint i = 0; i < m.departure->len; i++)
		departure[i] =
		    g_array_index(m.departure, struct nb_departure, i);
	ret->departure = departure;
	ret->n = m.departure->len;
	g_array_unref(m.departure);
	return !m.failed;
}
