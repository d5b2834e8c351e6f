/*
 * compare/match_headings.c - a heading that was worded anew is known by what
 * stands under it, by its topic, by its words, by its neighbours.
 */
#include "base/arena.h"
#include "check/headings.h"
#include "check/kin.h"
#include "check/likeness.h"
#include "compare/matcher.h"

enum {
	LEAST_UNDER = 30,   /* of what stands under the shorter [percent] */
	LEAST_HOME = 50,    /* likeness of two headings under one [percent] */
	LEAST_AWAY = 75,    /* … under different ones */
	LEAST_BETWEEN = 20, /* … between neighbours that are paired */
};

static bool
is_left_heading(const struct nb_matched *s, uint32_t i)
{
	return s->row[i].kind == NB_DIFF_HEADING && nb_match_is_left(s, i);
}

/* Characters of the rows before each row. */
static uint64_t *
sums(const struct nb_matched *s)
{
	uint64_t *sum = g_new0(uint64_t, (size_t)s->n + 1);

	for (uint32_t i = 0; i < s->n; i++)
		sum[i + 1] = sum[i] + s->row[i].chars;
	return sum;
}

/* A paired row votes for the headings over it, depth by depth. */
static void
vote_upwards(const struct nb_matcher *m, uint32_t old, GArray *vote)
{
	const struct nb_diff_row *a = m->old.row, *b = m->now.row;
	uint32_t x = a[old].over, y = b[m->old.pair[old]].over;

	while (x != NB_DIFF_NONE && y != NB_DIFF_NONE) {
		const struct nb_vote v = { x, y, a[old].chars };
		const uint32_t deep_x = a[x].depth, deep_y = b[y].depth;

		if (deep_x == deep_y && is_left_heading(&m->old, x) &&
		    is_left_heading(&m->now, y))
			g_array_append_val(vote, v);
		if (deep_x >= deep_y)
			x = a[x].over;
		if (deep_y >= deep_x)
			y = b[y].over;
	}
}

static void
pair_by_content(struct nb_matcher *m)
{
	g_autoptr(GArray) vote =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_vote));
	g_autofree uint64_t *old = sums(&m->old);
	g_autofree uint64_t *now = sums(&m->now);

	for (uint32_t i = 0; i < m->old.n; i++)
		if (!nb_match_is_left(&m->old, i) &&
		    m->old.row[i].kind != NB_DIFF_HEADING)
			vote_upwards(m, i, vote);
	nb_votes_count(vote);
	for (guint i = 0; i < vote->len; i++) {
		const struct nb_vote v = g_array_index(vote, struct nb_vote, i);
		const uint64_t a = old[m->old.row[v.old].end] - old[v.old];
		const uint64_t b = now[m->now.row[v.now].end] - now[v.now];

		if (is_left_heading(&m->old, v.old) &&
		    is_left_heading(&m->now, v.now) &&
		    v.weight * 100 >= LEAST_UNDER * MIN(a, b))
			nb_match_take(m, v.old, v.now);
	}
}

static bool
is_chapter(const struct nb_matched *s, uint32_t i)
{
	return s->row[i].kind == NB_DIFF_HEADING && s->row[i].depth == 1;
}

/* By topic the only chapter left that speaks of it, from 1; 0: none, many. */
static uint32_t *
chapters_by_topic(const struct nb_matcher *m, const struct nb_matched *s,
    const struct nb_report *r)
{
	const struct nb_headings hs = nb_headings_map(m->arena, r, m->outline);
	const uint32_t n = m->outline->n_topics;
	uint32_t *by = g_new0(uint32_t, (size_t)n + 1);
	g_autofree uint32_t *count = g_new0(uint32_t, (size_t)n + 1);
	uint32_t h = 0;

	for (uint32_t i = 0; i < s->n && h < hs.n; i++) {
		const struct nb_topic *topic;

		if (s->row[i].kind != NB_DIFF_HEADING)
			continue;
		topic = hs.heading[h++].topic;
		if (topic == NULL || !is_chapter(s, i))
			continue;
		count[topic - m->outline->topic]++;
		if (nb_match_is_left(s, i))
			by[topic - m->outline->topic] = i + 1;
	}
	for (uint32_t i = 0; i < n; i++)
		if (count[i] != 1)
			by[i] = 0;
	return by;
}

static void
pair_by_topic(struct nb_matcher *m)
{
	g_autofree uint32_t *old = chapters_by_topic(m, &m->old, m->old_report);
	g_autofree uint32_t *now = chapters_by_topic(m, &m->now, m->now_report);

	for (uint32_t i = 0; i < m->outline->n_topics; i++)
		if (old[i] != 0 && now[i] != 0)
			nb_match_take(m, old[i] - 1, now[i] - 1);
}

/* Votes of the headings that are left for those most like them. */
static void
vote_by_words(const struct nb_matcher *m, GArray *vote)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_kin *kin = nb_kin_new();

	for (uint32_t i = 0; i < m->now.n; i++) {
		if (!is_left_heading(&m->now, i))
			continue;
		nb_kin_add(kin, nb_diff_main(&m->now.row[i]));
		g_array_append_val(left, i);
	}
	for (uint32_t i = 0; i < m->old.n && left->len > 0; i++) {
		struct nb_kin_match found;
		struct nb_vote v = { .old = i };

		if (!is_left_heading(&m->old, i))
			continue;
		found = nb_kin_find(kin, nb_diff_main(&m->old.row[i]));
		v.now = g_array_index(left, uint32_t, found.index);
		v.weight = found.likeness;
		if (found.likeness > 0)
			g_array_append_val(vote, v);
	}
	nb_kin_free(kin);
}

static void
pair_by_words(struct nb_matcher *m)
{
	g_autoptr(GArray) vote =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_vote));

	vote_by_words(m, vote);
	nb_votes_count(vote);
	for (guint i = 0; i < vote->len; i++) {
		const struct nb_vote v = g_array_index(vote, struct nb_vote, i);

		if (is_left_heading(&m->old, v.old) &&
		    is_left_heading(&m->now, v.now) &&
		    v.weight >= (nb_match_is_home(m, v.old, v.now)
					? LEAST_HOME
					: LEAST_AWAY))
			nb_match_take(m, v.old, v.now);
	}
}

/* The headings beside each, and the first under each row. */
struct order {
	uint32_t *before, *behind, *first; /* or NB_DIFF_NONE */
};

static struct order
order_of(const struct nb_matched *s)
{
	struct order o = { g_new(uint32_t, (size_t)s->n + 1),
		g_new(uint32_t, (size_t)s->n + 1),
		g_new(uint32_t, (size_t)s->n + 1) };

	for (uint32_t i = 0; i <= s->n; i++)
		o.before[i] = o.behind[i] = o.first[i] = NB_DIFF_NONE;
	for (uint32_t i = s->n; i-- > 0;) {
		/* What stands under nothing, stands under the end. */
		const uint32_t over = MIN(s->row[i].over, s->n);

		if (s->row[i].kind != NB_DIFF_HEADING)
			continue;
		o.behind[i] = o.first[over];
		if (o.first[over] != NB_DIFF_NONE)
			o.before[o.first[over]] = i;
		o.first[over] = i;
	}
	return o;
}

static void
order_clear(struct order *o)
{
	g_free(o->before);
	g_free(o->behind);
	g_free(o->first);
}

static bool
is_pair(const struct nb_matcher *m, uint32_t old, uint32_t now)
{
	return old == NB_DIFF_NONE || now == NB_DIFF_NONE
	    ? old == now
	    : m->old.pair[old] == now;
}

/* The old heading that stands where a new one does, or NB_DIFF_NONE. */
static uint32_t
opposite(const struct nb_matcher *m, const struct order *old,
    const struct order *now, uint32_t i)
{
	const uint32_t over = m->now.row[i].over, before = now->before[i];

	if (before != NB_DIFF_NONE)
		return nb_match_is_left(&m->now, before)
		    ? NB_DIFF_NONE
		    : old->behind[m->now.pair[before]];
	if (over == NB_DIFF_NONE)
		return old->first[m->old.n];
	return nb_match_is_left(&m->now, over) ? NB_DIFF_NONE
					       : old->first[m->now.pair[over]];
}

/* Both alone between neighbours that are paired, and not wholly unlike. */
static void
pair_between(struct nb_matcher *m)
{
	struct order old = order_of(&m->old), now = order_of(&m->now);

	for (uint32_t i = 0; i < m->now.n; i++) {
		uint32_t was;

		if (!is_left_heading(&m->now, i))
			continue;
		was = opposite(m, &old, &now, i);
		if (was != NB_DIFF_NONE && is_left_heading(&m->old, was) &&
		    is_pair(m, old.behind[was], now.behind[i]) &&
		    nb_likeness(nb_diff_main(&m->old.row[was]),
			nb_diff_main(&m->now.row[i])) >= LEAST_BETWEEN)
			nb_match_take(m, was, i);
	}
	order_clear(&old);
	order_clear(&now);
}

void
nb_match_headings(struct nb_matcher *m)
{
	pair_by_content(m);
	pair_by_topic(m);
	pair_by_words(m);
	pair_between(m);
}
