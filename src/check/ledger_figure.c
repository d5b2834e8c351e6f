/*
 * check/ledger_figure.c - the figures of one name over the years of an organ.
 *
 * Worked out exactly, in integers.  Numbers are compared in one unit only;
 * 万 and 亿 are no other unit.
 */
#include "check/ledger_part.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "style/outline_match.h"

struct series {
	struct nb_str name, plain;
	GArray *point; /* of struct nb_ledger_point, newest first */
};

/* Two numbers of one unit in one scale: unit is of 10^power. */
struct scaled {
	int64_t a, b;
	unsigned power, places;
};

static bool
read_value(const struct nb_ledger_value *v, struct nb_quantity *ret)
{
	return v != NULL && nb_quantity_read(v->plain.value, ret);
}

static bool
scale(const struct nb_quantity *a, const struct nb_quantity *b,
    struct scaled *ret)
{
	ret->power = MIN(a->power, b->power);
	ret->places = MAX(nb_quantity_places(a, ret->power),
	    nb_quantity_places(b, ret->power));
	return nb_str_eq(a->unit, b->unit) &&
	    nb_quantity_scale(a, ret->power, ret->places, &ret->a) &&
	    nb_quantity_scale(b, ret->power, ret->places, &ret->b);
}

/* “（12.5%）”, rounded to one place; nothing where there is nothing to say. */
static struct nb_str
share_text(struct nb_arena *a, int64_t by, int64_t from)
{
	int64_t mille;

	if (from <= 0 || from > INT64_MAX / 4 ||
	    __builtin_mul_overflow(ABS(by), 2000, &mille))
		return NB_S("");
	mille = (mille / from + 1) / 2;
	return nb_arena_printf(a, "（" NB_FMT "%%）",
	    NB_ARG(nb_decimal_text(a, (struct nb_decimal){ mille, 1 })));
}

/* “增3件（12.5%）”; of a rate “升1.5个百分点”. */
static struct nb_str
change_text(struct nb_arena *a, const struct nb_quantity *before,
    const struct nb_quantity *now)
{
	const bool rate = nb_str_eq(now->unit, NB_S("%"));
	const char *const word[] = { "减", "增", "降", "升" };
	struct scaled s;
	int64_t by;

	if (before->bound != NB_BOUND_EXACT || now->bound != NB_BOUND_EXACT ||
	    !scale(before, now, &s) || __builtin_sub_overflow(s.b, s.a, &by))
		return NB_S("");
	if (by == 0)
		return NB_S("持平");
	return nb_arena_printf(a, "%s" NB_FMT NB_FMT NB_FMT NB_FMT,
	    word[2 * rate + (by > 0)],
	    NB_ARG(
		nb_decimal_text(a, (struct nb_decimal){ ABS(by), s.places })),
	    NB_ARG(nb_power_word(s.power)),
	    NB_ARG(rate ? NB_S("个百分点") : now->unit),
	    NB_ARG(rate ? NB_S("") : share_text(a, by, s.a)));
}

static bool
is_same_value(struct nb_str a, struct nb_str b)
{
	struct nb_quantity x, y;
	struct scaled s;

	if (nb_str_eq_solid(a, b))
		return true;
	return nb_quantity_read(a, &x) && nb_quantity_read(b, &y) &&
	    x.bound == y.bound && scale(&x, &y, &s) && s.a == s.b;
}

/* As N04 judges. */
static bool
is_missed(const struct scaled *s, enum nb_bound goal, bool small_is_good)
{
	switch (goal) {
	case NB_BOUND_EXACT:
		return small_is_good ? s->a > s->b : s->a < s->b;
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		return s->a < s->b;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		return s->a > s->b;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return false;
	}
	NB_UNREACHABLE();
}

/* A goal without a unit is in the value's. */
static enum nb_ledger_goal
judge(const struct nb_quantity *value, const struct nb_quantity *goal,
    bool small_is_good)
{
	struct nb_quantity target = *goal;
	struct scaled s;

	if (target.unit.n == 0)
		target.unit = value->unit;
	if (goal->bound == NB_BOUND_ABOUT || !scale(value, &target, &s))
		return NB_LEDGER_NO_GOAL;
	return is_missed(&s, goal->bound, small_is_good) ? NB_LEDGER_MISSED
							 : NB_LEDGER_MET;
}

/* Sets what is known of a point by itself. */
static void
judge_point(struct nb_ledger_point *p, const struct nb_words *small_is_good,
    struct nb_str plain)
{
	struct nb_quantity value, goal;

	if (p->goal != NULL && read_value(p->value, &value) &&
	    nb_quantity_read(p->goal->plain.target, &goal))
		p->met = judge(&value, &goal,
		    small_is_good != NULL && nb_words_in(small_is_good, plain));
}

/* before is the last point that has a value, or NULL. */
static void
compare_points(struct nb_arena *a, const struct nb_ledger_point *before,
    struct nb_ledger_point *p)
{
	struct nb_quantity x, y;

	if (before == NULL || p->value == NULL)
		return;
	p->gap = before->year + 1 < p->year;
	p->last_differs = !p->gap && p->value->last.n > 0 &&
	    !is_same_value(p->value->plain.last, before->value->plain.value);
	if (!read_value(before->value, &x) || !read_value(p->value, &y))
		return;
	p->rescaled = !nb_str_eq(x.unit, y.unit);
	if (!p->rescaled)
		p->change = change_text(a, &x, &y);
}

/* Puts the points that have the newest one's unit on one scale. */
static void
draw(struct nb_ledger_figure *f, struct nb_ledger_point *point)
{
	struct nb_quantity q;

	for (uint32_t i = f->n; i-- > 0;) {
		if (!read_value(point[i].value, &q))
			continue;
		if (f->unit.n == 0)
			f->unit = q.unit;
		if (!nb_str_eq(q.unit, f->unit))
			continue;
		point[i].drawn = true;
		f->places = MAX(f->places, nb_quantity_places(&q, 0));
	}
	for (uint32_t i = 0; i < f->n; i++) {
		if (point[i].drawn)
			point[i].drawn = read_value(point[i].value, &q) &&
			    nb_quantity_scale(&q, 0, f->places, &point[i].n);
		f->n_drawn += point[i].drawn;
	}
}

static struct nb_ledger_figure
finish(
    struct nb_arena *a, struct series *s, const struct nb_words *small_is_good)
{
	const uint32_t n = s->point->len;
	struct nb_ledger_point *point = nb_new_n(a, struct nb_ledger_point, n);
	const struct nb_ledger_point *before = NULL;
	struct nb_ledger_figure f = { .name = s->name, .point = point, .n = n };

	for (uint32_t i = 0; i < n; i++) {
		point[i] =
		    g_array_index(s->point, struct nb_ledger_point, n - 1 - i);
		judge_point(&point[i], small_is_good, s->plain);
		compare_points(a, before, &point[i]);
		if (point[i].value != NULL)
			before = &point[i];
	}
	draw(&f, point);
	g_array_unref(s->point);
	return f;
}

static struct series *
find_series(GHashTable *by_name, GPtrArray *all, struct nb_arena *scratch,
    const struct nb_ledger_value *v)
{
	struct series *s = g_hash_table_lookup(by_name, &v->plain.name);

	if (s != NULL)
		return s;
	s = nb_new(scratch, struct series);
	s->name = v->name;
	s->plain = v->plain.name;
	s->point = g_array_new(FALSE, TRUE, sizeof(struct nb_ledger_point));
	g_hash_table_insert(by_name, &s->plain, s);
	g_ptr_array_add(all, s);
	return s;
}

/* Of a year the report comes first, then the plan adds what is missing. */
static void
add_value(struct series *s, const struct nb_ledger_value *v)
{
	const int year = v->file->last_year;
	struct nb_ledger_point fresh = { .year = year };
	struct nb_ledger_point *p = s->point->len == 0
	    ? NULL
	    : &g_array_index(
		  s->point, struct nb_ledger_point, s->point->len - 1);

	if (p == NULL || p->year != year) {
		g_array_append_val(s->point, fresh);
		p = &g_array_index(
		    s->point, struct nb_ledger_point, s->point->len - 1);
	}
	if (p->value == NULL && v->value.n > 0)
		p->value = v;
	if (p->goal == NULL && v->target.n > 0)
		p->goal = v;
}

void
nb_ledger_figures(struct nb_arena *a, struct nb_ledger_organ *o,
    const struct nb_words *small_is_good)
{
	struct nb_arena *scratch = nb_arena_new();
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GHashTable *by_name = nb_str_table();
	struct nb_ledger_figure *figure;

	for (uint32_t i = o->n_files; i-- > 0;)
		for (uint32_t k = 0; k < o->file[i]->n_values; k++) {
			const struct nb_ledger_value *v = &o->file[i]->value[k];

			if (v->value.n > 0 || v->target.n > 0)
				add_value(
				    find_series(by_name, all, scratch, v), v);
		}
	figure = nb_new_n(a, struct nb_ledger_figure, all->len);
	for (guint i = 0; i < all->len; i++)
		figure[i] = finish(a, all->pdata[i], small_is_good);
	o->figure = figure;
	o->n_figures = all->len;
	g_hash_table_destroy(by_name);
	nb_arena_free(scratch);
}
