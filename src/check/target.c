#include "check/target.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/piece.h"
#include "check/script.h"

/* Whether larger is better, smaller is, or nobody knows: 1, -1, 0. */
static int
direction(const struct nb_quantity *q)
{
	switch (q->bound) {
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		return 1;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		return -1;
	case NB_BOUND_EXACT:
		return nb_str_eq(q->unit, NB_S("%")) ? 1 : 0;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return 0;
	}
	NB_UNREACHABLE();
}

/* -1, 0, 1; false when the numbers are too large to be compared. */
static bool
compare(const struct nb_quantity *a, const struct nb_quantity *b, int *ret)
{
	const unsigned power = MIN(a->power, b->power);
	const unsigned places =
	    MAX(nb_quantity_places(a, power), nb_quantity_places(b, power));
	int64_t x, y;

	if (!nb_str_eq(a->unit, b->unit) ||
	    !nb_quantity_scale(a, power, places, &x) ||
	    !nb_quantity_scale(b, power, places, &y))
		return false;
	*ret = (x > y) - (x < y);
	return true;
}

bool
nb_target_is_lower(
    const struct nb_quantity *now, const struct nb_quantity *before)
{
	const int way = direction(now);
	int order;

	return way != 0 && way == direction(before) &&
	    compare(now, before, &order) && order == -way;
}

bool
nb_target_is_missed(
    const struct nb_quantity *value, const struct nb_quantity *goal, bool small)
{
	int order;

	if (!compare(value, goal, &order))
		return false;
	switch (goal->bound) {
	case NB_BOUND_EXACT:
		return order < 0 && !small;
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		return order < 0;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		return order > 0;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return false;
	}
	NB_UNREACHABLE();
}

/* s without the words that it starts and ends with. */
static struct nb_str
bare(struct nb_str s, const struct nb_target_words *words)
{
	bool changed = true;

	while (changed) {
		const size_t head = nb_words_starting(&words->head, s);

		s = nb_str_trim(nb_str_from(s, head));
		changed = head > 0;
		for (uint32_t i = 0; i < words->tail.n; i++)
			if (nb_str_ends(s, words->tail.word[i])) {
				s.n -= words->tail.word[i].n;
				s = nb_str_trim(s);
				changed = true;
			}
	}
	return s;
}

/* The last clause of s; false: it has other numbers, that may be goals too. */
static bool
last_clause(struct nb_str s, struct nb_str *ret)
{
	size_t begin = 0;

	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (nb_is_digit(c))
			return false;
		if (nb_mark_in(NB_CLAUSE_ENDS, c))
			begin = at;
	}
	*ret = nb_str_from(s, begin);
	return true;
}

bool
nb_target_read(
    struct nb_str s, const struct nb_target_words *words, struct nb_target *ret)
{
	enum { MOST = 90 }; /* of the quantity [byte] */
	size_t at = 0;

	s = nb_str_trim(s);
	while (at < s.n) {
		if (s.n - at <= MOST &&
		    nb_quantity_read(nb_str_from(s, at), &ret->q)) {
			if (!last_clause(nb_str_sub(s, 0, at), &ret->name))
				return false;
			ret->name = bare(ret->name, words);
			return true;
		}
		nb_utf8_next(s, &at);
	}
	return false;
}

bool
nb_target_of_task(const struct nb_check *ck, const struct nb_report *of,
    const struct nb_task *task, struct nb_target *ret)
{
	const struct nb_target_words *words = &ck->outline->wording.target;
	const struct nb_str text =
	    nb_script_plain(ck->arena, of, task->text.text);

	if (task->target.text.n == 0)
		return nb_target_read(text, words, ret);
	if (!nb_target_read(
		nb_script_plain(ck->arena, of, task->target.text), words, ret))
		return false;
	if (ret->name.n == 0)
		ret->name = bare(text, words);
	return true;
}

/*
 * What holds of a part holds of the whole when there are to be many of it: no
 * 20 lectures at schools without 20 lectures.  Of shares and limits it does
 * not.
 */
bool
nb_target_is_for(const struct nb_target *t, struct nb_str name,
    const struct nb_quantity *value)
{
	const bool share = nb_str_eq(t->q.unit, NB_S("%"));

	if (name.n == 0 || !nb_str_eq(t->q.unit, value->unit))
		return false;
	if (nb_str_eq(t->name, name))
		return true;
	return !share && direction(&t->q) >= 0 && nb_str_ends(t->name, name) &&
	    !nb_str_has(t->name, NB_S("每"));
}

GHashTable *
nb_target_figures(const struct nb_check *ck)
{
	GHashTable *by_name = nb_str_table();

	for (uint32_t i = 0; i < ck->report->n_indicators; i++) {
		struct nb_str *name = nb_new(ck->arena, struct nb_str);

		*name = nb_check_plain(ck, ck->report->indicator[i].name);
		g_hash_table_insert(
		    by_name, name, (void *)&ck->report->indicator[i]);
	}
	return by_name;
}
