#include "source/same.h"

#include <string.h>

struct same {
	const struct nb_mends *mends;
	GString *scratch;
	struct nb_span at;
};

/* Where a place of the file stands in the value of a scalar. */
static size_t
place_in_value(const struct nb_node *scalar, uint32_t src)
{
	const struct nb_seg *seg = scalar->scalar.seg;
	uint32_t low = 0, high = scalar->scalar.n_seg;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (seg[mid].src + seg[mid].n < src)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == scalar->scalar.n_seg)
		return scalar->scalar.value.n;
	if (src < seg[low].src)
		return seg[low].at;
	return seg[low].at + (src - seg[low].src);
}

/* The colon in front of a value, or the indentation of its next line. */
static bool
is_outside(const struct nb_mend *m, size_t begin, size_t end)
{
	return m->begin < m->end && begin == end;
}

/* The value with the mends [first, next) that stand in it. */
static void
mend_value(
    struct same *s, const struct nb_node *scalar, guint first, guint next)
{
	const struct nb_str value = scalar->scalar.value;
	size_t at = 0;

	g_string_truncate(s->scratch, 0);
	for (guint i = first; i < next; i++) {
		const struct nb_mend *m =
		    &g_array_index(s->mends->mend, struct nb_mend, i);
		const size_t begin = place_in_value(scalar, m->begin);
		const size_t end = place_in_value(scalar, m->end);

		if (is_outside(m, begin, end))
			continue;
		if (begin > at)
			g_string_append_len(
			    s->scratch, value.p + at, (gssize)(begin - at));
		g_string_append_len(s->scratch, m->with.p, (gssize)m->with.n);
		at = MAX(at, end);
	}
	if (value.n > at)
		g_string_append_len(
		    s->scratch, value.p + at, (gssize)(value.n - at));
}

static bool
is_scratch(const struct same *s, struct nb_str now)
{
	return nb_str_eq(
	    (struct nb_str){ s->scratch->str, s->scratch->len }, now);
}

static bool
is_same_scalar(struct same *s, const struct nb_node *old, struct nb_str now)
{
	guint first, next;

	if (nb_str_eq(old->scalar.value, now))
		return true;
	nb_mends_touching(
	    s->mends, old->span.begin, old->span.end, &first, &next);
	mend_value(s, old, first, next);
	return first < next && is_scratch(s, now);
}

static bool
is_same_key(struct same *s, const struct nb_pair *old, struct nb_str now)
{
	if (nb_str_eq(old->key, now))
		return true;
	g_string_truncate(s->scratch, 0);
	nb_mends_apply(
	    s->mends, old->key_span.begin, old->key_span.end, s->scratch);
	return is_scratch(s, now);
}

static bool
is_same(struct same *s, const struct nb_node *old, const struct nb_node *now);

static bool
is_same_map(
    struct same *s, const struct nb_node *old, const struct nb_node *now)
{
	for (uint32_t i = 0; i < old->map.n && i < now->map.n; i++) {
		const struct nb_pair *a = &old->map.pair[i];
		const struct nb_pair *b = &now->map.pair[i];

		if (!is_same_key(s, a, b->key)) {
			s->at = a->key_span;
			return false;
		}
		if (!is_same(s, a->value, b->value))
			return false;
	}
	return old->map.n == now->map.n;
}

static bool
is_same_list(
    struct same *s, const struct nb_node *old, const struct nb_node *now)
{
	for (uint32_t i = 0; i < old->list.n && i < now->list.n; i++)
		if (!is_same(s, old->list.item[i], now->list.item[i]))
			return false;
	return old->list.n == now->list.n;
}

/* Trees are at most NB_DEPTH_MAX deep. */
static bool
is_same(struct same *s, const struct nb_node *old, const struct nb_node *now)
{
	bool same = false;

	s->at = old->span;
	if (old->kind != now->kind)
		return false;
	switch (old->kind) {
	case NB_NODE_SCALAR:
		return is_same_scalar(s, old, now->scalar.value);
	case NB_NODE_MAP:
		same = is_same_map(s, old, now);
		break;
	case NB_NODE_LIST:
		same = is_same_list(s, old, now);
		break;
	}
	return same;
}

bool
nb_node_is_same(const struct nb_node *old, const struct nb_node *now,
    const struct nb_mends *m, struct nb_span *ret_at)
{
	struct same s = { .mends = m, .scratch = g_string_new(NULL) };
	const bool same = is_same(&s, old, now);

	g_string_free(s.scratch, TRUE);
	*ret_at = s.at;
	return same;
}
