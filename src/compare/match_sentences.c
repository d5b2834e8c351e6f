/*
 * compare/match_sentences.c - rows are one when enough of their sentences are
 * the same or alike.
 */
#include "base/arena.h"
#include "check/kin.h"
#include "check/piece.h"
#include "compare/matcher.h"
#include "compare/words.h"

enum {
	LEAST_LIKE = 35, /* two sentences [percent] */
	LEAST_HOME = 30, /* in common, of the shorter row [percent] */
	LEAST_AWAY = 50, /* … under different headings, of a row of a table */
	LEAST_LETTERS = 12,
	LONG = 200, /* a sentence that is taken by its clauses [char] */
	TWICE = 8,  /* so often may a sentence stand that tells a pair */
};

/* A sentence of a row, or a clause of a long one. */
struct said {
	uint32_t id, row, weight;
	struct nb_str text;
	bool found; /* on the other side, too */
};

struct voting {
	struct nb_matcher *m;
	enum nb_diff_kind kind;
	GArray *old, *now; /* of struct said */
	GArray *vote;
	uint32_t *weight_old, *weight_now; /* by row */
};

static void
say(struct voting *v, GArray *to, uint32_t *weight, uint32_t row,
    struct nb_str text, uint32_t letters)
{
	const struct said s = { nb_ids_of(&v->m->ids, text), row, letters, text,
		false };

	if (letters == 0)
		return;
	weight[row] += letters;
	g_array_append_val(to, s);
}

static void
say_clauses(struct voting *v, GArray *to, uint32_t *weight, uint32_t row,
    struct nb_str text)
{
	struct nb_piece p;

	for (size_t at = 0; nb_piece_next(text, NB_CLAUSE_ENDS, &at, &p);)
		say(v, to, weight, row, p.text, (uint32_t)nb_str_chars(p.text));
}

static void
say_field(struct voting *v, GArray *to, uint32_t *weight, uint32_t row,
    struct nb_str text)
{
	g_autoptr(GArray) cut = nb_cut_sentences(&v->m->ids, text);

	for (guint i = 0; i < cut->len; i++) {
		const struct nb_cut *c = &g_array_index(cut, struct nb_cut, i);
		const struct nb_str s = nb_str_sub(text, c->at, c->n);

		if (c->weight > LONG)
			say_clauses(v, to, weight, row, s);
		else
			say(v, to, weight, row, s, c->weight);
	}
}

static bool
is_asked(const struct voting *v, const struct nb_matched *s, uint32_t i)
{
	const enum nb_diff_kind kind = nb_diff_is_paragraph(&s->row[i])
	    ? NB_DIFF_PARAGRAPH
	    : s->row[i].kind;

	return kind == v->kind && nb_match_is_left(s, i);
}

static gint
compare_said(gconstpointer pa, gconstpointer pb)
{
	const struct said *a = pa, *b = pb;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

/* Who does it until when is said of many: it tells no task from another. */
static bool
tells(const struct nb_diff_row *row, uint32_t field)
{
	const struct nb_str name = row->field[field].name;

	return field == 0 || row->kind == NB_DIFF_CELLS ||
	    nb_str_eq(name, NB_S("正文")) || nb_str_eq(name, NB_S("算式")) ||
	    (row->kind == NB_DIFF_PROBLEM && nb_str_eq(name, NB_S("原因")));
}

/* What the rows say that are left, sorted. */
static GArray *
all_said(struct voting *v, const struct nb_matched *s, uint32_t *weight)
{
	GArray *said = g_array_new(FALSE, FALSE, sizeof(struct said));

	for (uint32_t i = 0; i < s->n; i++) {
		if (!is_asked(v, s, i))
			continue;
		for (uint32_t k = 0; k < s->row[i].n; k++)
			if (tells(&s->row[i], k))
				say_field(
				    v, said, weight, i, s->row[i].field[k].key);
	}
	g_array_sort(said, compare_said);
	return said;
}

static void
vote(struct voting *v, uint32_t old, uint32_t now, uint32_t weight)
{
	const struct nb_vote one = { old, now, weight };

	g_array_append_val(v->vote, one);
}

static guint
n_equal(const GArray *said, guint i)
{
	const struct said *s = (const void *)said->data;
	guint n = 1;

	while (i + n < said->len && s[i + n].id == s[i].id)
		n++;
	return n;
}

/* n rows say what l rows of the other side say. */
static void
vote_equal(struct voting *v, struct said *a, guint n, struct said *b, guint l)
{
	for (guint i = 0; i < n; i++)
		a[i].found = true;
	for (guint k = 0; k < l; k++)
		b[k].found = true;
	for (guint i = 0; i < MIN(n, TWICE); i++)
		for (guint k = 0; k < MIN(l, TWICE); k++)
			vote(v, a[i].row, b[k].row, a[i].weight);
}

static void
vote_equals(struct voting *v)
{
	guint i = 0, k = 0;

	while (i < v->old->len && k < v->now->len) {
		struct said *a = &g_array_index(v->old, struct said, i);
		struct said *b = &g_array_index(v->now, struct said, k);
		const guint n = n_equal(v->old, i), l = n_equal(v->now, k);

		if (a->id == b->id)
			vote_equal(v, a, n, b, l);
		i += a->id <= b->id ? n : 0;
		k += b->id <= a->id ? l : 0;
	}
}

static void
vote_alike(struct voting *v)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(guint));
	struct nb_kin *kin = nb_kin_new();

	for (guint i = 0; i < v->now->len; i++) {
		const struct said *s = &g_array_index(v->now, struct said, i);

		if (s->found)
			continue;
		nb_kin_add(kin, s->text);
		g_array_append_val(left, i);
	}
	for (guint i = 0; i < v->old->len && left->len > 0; i++) {
		const struct said *s = &g_array_index(v->old, struct said, i);
		struct nb_kin_match found;

		if (s->found)
			continue;
		found = nb_kin_find(kin, s->text);
		if (found.likeness >= LEAST_LIKE)
			vote(v, s->row,
			    g_array_index(v->now, struct said,
				g_array_index(left, guint, found.index))
				.row,
			    s->weight * found.likeness / 100);
	}
	nb_kin_free(kin);
}

static bool
is_enough(const struct voting *v, const struct nb_vote *one)
{
	const uint64_t shorter =
	    MIN(v->weight_old[one->old], v->weight_now[one->now]);
	const bool home = nb_match_is_home(v->m, one->old, one->now);

	if (!nb_match_is_left(&v->m->old, one->old) ||
	    !nb_match_is_left(&v->m->now, one->now))
		return false;
	if (home)
		return one->weight * 100 >= 2 * shorter *
		    (v->kind == NB_DIFF_CELLS ? LEAST_AWAY : LEAST_HOME);
	return v->kind != NB_DIFF_CELLS && one->weight >= LEAST_LETTERS &&
	    one->weight * 100 >= LEAST_AWAY * shorter;
}

static void
take_votes(struct voting *v)
{
	struct nb_vote *one = (void *)v->vote->data;

	for (guint i = 0; i < v->vote->len; i++)
		if (nb_match_is_home(v->m, one[i].old, one[i].now))
			one[i].weight *= 2;
	nb_votes_count(v->vote);
	for (guint i = 0; i < v->vote->len; i++)
		if (is_enough(v, &one[i]))
			nb_match_take(v->m, one[i].old, one[i].now);
}

static void
pair_kind(struct nb_matcher *m, enum nb_diff_kind kind)
{
	g_autofree uint32_t *old = g_new0(uint32_t, (size_t)m->old.n + 1);
	g_autofree uint32_t *now = g_new0(uint32_t, (size_t)m->now.n + 1);
	struct voting v = {
		.m = m,
		.kind = kind,
		.vote = g_array_new(FALSE, FALSE, sizeof(struct nb_vote)),
		.weight_old = old,
		.weight_now = now,
	};

	v.old = all_said(&v, &m->old, old);
	v.now = all_said(&v, &m->now, now);
	vote_equals(&v);
	vote_alike(&v);
	take_votes(&v);
	g_array_unref(v.old);
	g_array_unref(v.now);
	g_array_unref(v.vote);
}

void
nb_match_sentences(struct nb_matcher *m)
{
	static const enum nb_diff_kind kinds[] = { NB_DIFF_INDICATOR,
		NB_DIFF_PARAGRAPH, NB_DIFF_CELLS, NB_DIFF_PROBLEM,
		NB_DIFF_NEXT_TASK, NB_DIFF_LAST_TASK, NB_DIFF_TASK_GROUP,
		NB_DIFF_TASK_ROW };

	for (size_t i = 0; i < NB_COUNT(kinds); i++)
		pair_kind(m, kinds[i]);
}
