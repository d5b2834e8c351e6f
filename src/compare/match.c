/*
 * compare/match.c - equal rows, then the other steps.
 */
#include "compare/match.h"

#include "base/arena.h"
#include "compare/matcher.h"

void
nb_match_take(struct nb_matcher *m, uint32_t old, uint32_t now)
{
	nb_assert(nb_match_is_left(&m->old, old));
	nb_assert(nb_match_is_left(&m->now, now));
	m->old.pair[old] = now;
	m->now.pair[now] = old;
}

bool
nb_match_is_left(const struct nb_matched *s, uint32_t i)
{
	return s->pair[i] == NB_DIFF_NONE;
}

bool
nb_match_is_home(const struct nb_matcher *m, uint32_t old, uint32_t now)
{
	const uint32_t a = m->old.row[old].over, b = m->now.row[now].over;

	return a == NB_DIFF_NONE || b == NB_DIFF_NONE ? a == b
						      : m->old.pair[a] == b;
}

static gint
compare_votes(gconstpointer pa, gconstpointer pb)
{
	const struct nb_vote *a = pa, *b = pb;

	if (a->old != b->old)
		return a->old < b->old ? -1 : 1;
	return (a->now > b->now) - (a->now < b->now);
}

static gint
compare_weights(gconstpointer pa, gconstpointer pb)
{
	const struct nb_vote *a = pa, *b = pb;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return compare_votes(pa, pb);
}

void
nb_votes_count(GArray *vote)
{
	struct nb_vote *v = (void *)vote->data;
	guint n = 0;

	g_array_sort(vote, compare_votes);
	for (guint i = 0; i < vote->len; i++) {
		if (n > 0 && compare_votes(&v[n - 1], &v[i]) == 0)
			v[n - 1].weight += v[i].weight;
		else
			v[n++] = v[i];
	}
	g_array_set_size(vote, n);
	g_array_sort(vote, compare_weights);
}

/* Two paragraphs are one kind, wherever they stand. */
static uint32_t
whole_id(struct nb_matcher *m, const struct nb_diff_row *row)
{
	g_autoptr(GString) s = g_string_new(NULL);

	g_string_append_printf(s, "%d",
	    nb_diff_is_paragraph(row) ? (int)NB_DIFF_PARAGRAPH
				      : (int)row->kind);
	for (uint32_t i = 0; i < row->n; i++) {
		g_string_append_c(s, '\0');
		g_string_append_len(
		    s, row->field[i].name.p, (gssize)row->field[i].name.n);
		g_string_append_c(s, '\0');
		g_string_append_len(
		    s, row->field[i].key.p, (gssize)row->field[i].key.n);
	}
	return nb_ids_of(
	    &m->ids, nb_arena_str(m->arena, (struct nb_str){ s->str, s->len }));
}

/* What a row is called by, if that is enough to know it by; 0: it is not. */
static uint32_t
name_id(struct nb_matcher *m, const struct nb_diff_row *row)
{
	const struct nb_str name = row->n > 0 ? row->field[0].key : NB_S("");
	uint32_t number = 0;

	for (size_t at = 0; at < name.n && number == 0;)
		number = nb_is_han(nb_utf8_next(name, &at));
	if (number == 0 || nb_diff_is_paragraph(row))
		return 0;
	return nb_ids_of(&m->ids,
	    nb_arena_printf(m->arena, "%d:" NB_FMT, row->kind, NB_ARG(name)));
}

/* Rows of a side by a number; several are told apart by their order. */
struct keyed {
	uint32_t id, over, row;
};

static gint
compare_keyed(gconstpointer pa, gconstpointer pb)
{
	const struct keyed *a = pa, *b = pb;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->over != b->over)
		return a->over < b->over ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static bool
is_same_key(const struct keyed *a, const struct keyed *b)
{
	return a->id == b->id && a->over == b->over;
}

enum pairing {
	PAIR_ONCE,     /* what stands once on either side */
	PAIR_IN_ORDER, /* the first with the first, the second with … */
};

static guint
n_of_key(const GArray *list, guint i)
{
	const struct keyed *k = (const void *)list->data;
	guint n = 1;

	while (i + n < list->len && is_same_key(&k[i], &k[i + n]))
		n++;
	return n;
}

static void
pair_keyed(struct nb_matcher *m, GArray *old, GArray *now, enum pairing pairing)
{
	guint i = 0, k = 0;

	g_array_sort(old, compare_keyed);
	g_array_sort(now, compare_keyed);
	while (i < old->len && k < now->len) {
		const struct keyed *a = &g_array_index(old, struct keyed, i);
		const struct keyed *b = &g_array_index(now, struct keyed, k);
		const guint n = n_of_key(old, i), l = n_of_key(now, k);

		if (is_same_key(a, b)) {
			for (guint x = 0; x < MIN(n, l); x++)
				if (pairing == PAIR_IN_ORDER || n + l == 2)
					nb_match_take(m, a[x].row, b[x].row);
			i += n;
			k += l;
		} else if (a->id < b->id ||
		    (a->id == b->id && a->over < b->over)) {
			i += n;
		} else {
			k += l;
		}
	}
}

/* What an id of a row is made of. */
typedef uint32_t
id_fn(struct nb_matcher *m, const struct nb_matched *s, uint32_t i);

static uint32_t
id_whole(struct nb_matcher *m, const struct nb_matched *s, uint32_t i)
{
	(void)m;
	return s->whole[i];
}

static uint32_t
id_name(struct nb_matcher *m, const struct nb_matched *s, uint32_t i)
{
	return name_id(m, &s->row[i]);
}

/* There is one of them under what it stands under. */
static uint32_t
id_kind(struct nb_matcher *m, const struct nb_matched *s, uint32_t i)
{
	const enum nb_diff_kind kind = s->row[i].kind;

	(void)m;
	return kind == NB_DIFF_METADATA || kind == NB_DIFF_TABLE ||
		kind == NB_DIFF_CHART || kind == NB_DIFF_PROBLEMS ||
		kind == NB_DIFF_NEXT || kind == NB_DIFF_LAST ||
		kind == NB_DIFF_TASK_TABLE
	    ? (uint32_t)kind + 1
	    : 0;
}

enum where { ANYWHERE, AT_HOME };

/* A row of a table is found again in that table only. */
static bool
is_asked(const struct nb_matched *s, uint32_t i, enum where where)
{
	return nb_match_is_left(s, i) &&
	    (where == AT_HOME || s->row[i].kind != NB_DIFF_CELLS);
}

/* Under what it stands, as a row of the new side, from 1; 0: unknown. */
static uint32_t
home(const struct nb_matcher *m, const struct nb_matched *s, uint32_t i)
{
	const uint32_t over = s->row[i].over;

	if (over == NB_DIFF_NONE)
		return UINT32_MAX;
	return s == &m->now                     ? over + 1
	    : m->old.pair[over] == NB_DIFF_NONE ? 0
						: m->old.pair[over] + 1;
}

static GArray *
keyed_rows(struct nb_matcher *m, const struct nb_matched *s, id_fn *id,
    enum where where)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct keyed));

	for (uint32_t i = 0; i < s->n; i++) {
		struct keyed k = { 0, 0, i };

		if (!is_asked(s, i, where))
			continue;
		k.id = id(m, s, i);
		k.over = where == AT_HOME ? home(m, s, i) : UINT32_MAX;
		if (k.id != 0 && k.over != 0)
			g_array_append_val(list, k);
	}
	return list;
}

static void
pair_by(struct nb_matcher *m, id_fn *id, enum where where, enum pairing pairing)
{
	g_autoptr(GArray) old = keyed_rows(m, &m->old, id, where);
	g_autoptr(GArray) now = keyed_rows(m, &m->now, id, where);

	pair_keyed(m, old, now, pairing);
}

/* What follows from headings that are paired. */
static void
pair_at_home(struct nb_matcher *m)
{
	pair_by(m, id_kind, AT_HOME, PAIR_ONCE);
	pair_by(m, id_whole, AT_HOME, PAIR_IN_ORDER);
	pair_by(m, id_name, AT_HOME, PAIR_ONCE);
}

static struct nb_matched
matched(struct nb_matcher *m, const struct nb_diff_side *side)
{
	struct nb_matched s = {
		.row = side->row,
		.n = side->n,
		.pair = nb_new_n(m->arena, uint32_t, side->n),
		.whole = nb_new_n(m->arena, uint32_t, side->n),
	};

	for (uint32_t i = 0; i < s.n; i++) {
		s.pair[i] = NB_DIFF_NONE;
		s.whole[i] = whole_id(m, &s.row[i]);
	}
	return s;
}

void
nb_match_rows(struct nb_arena *a, const struct nb_outline *outline,
    struct nb_diff_side *old, struct nb_diff_side *now)
{
	struct nb_matcher m = {
		.arena = a,
		.outline = outline,
		.old_report = old->report,
		.now_report = now->report,
	};

	nb_ids_init(&m.ids, a);
	m.old = matched(&m, old);
	m.now = matched(&m, now);
	pair_at_home(&m);
	pair_by(&m, id_whole, ANYWHERE, PAIR_ONCE);
	pair_by(&m, id_name, ANYWHERE, PAIR_ONCE);
	nb_match_headings(&m);
	pair_at_home(&m);
	nb_match_sentences(&m);
	nb_match_headings(&m);
	pair_at_home(&m);
	pair_by(&m, id_whole, ANYWHERE, PAIR_IN_ORDER);
	nb_match_sentences(&m);
	nb_ids_clear(&m.ids);
	old->pair = m.old.pair;
	now->pair = m.now.pair;
}
