#include "model/change.h"

#include "base/arena.h"
#include "base/hant.h"
#include "base/wide.h"
#include "model/quantity.h"

#include <glib.h>

enum {
	LEAST_BASE = 100, /* of which 1 is no more than 1% */
	PERCENT_PLACES = 2,
	HUNDRED_PERCENT = 10000, /* in 10^-PERCENT_PLACES % */
};

enum word { MORE, FEWER, GROWN, SHRUNK, RISEN, FALLEN, SAME, SAME_AS_LAST };

static const char *const words[][NB_SCRIPT_TRADITIONAL + 1] = {
	[MORE] = { "增加", "增加" },
	[FEWER] = { "减少", "減少" },
	[GROWN] = { "增长", "增長" },
	[SHRUNK] = { "下降", "下降" },
	[RISEN] = { "提高", "提高" },
	[FALLEN] = { "下降", "下降" },
	[SAME] = { "持平", "持平" },
	[SAME_AS_LAST] = { "与上年持平", "與上年持平" },
};

/* Behind a difference of rates. */
static const struct {
	const char *sign, *points[NB_SCRIPT_TRADITIONAL + 1];
} rates[] = {
	{ "%", { "个百分点", "個百分點" } },
	{ "‰", { "个千分点", "個千分點" } },
};

/* Both figures in 10^-places, and what they count. */
struct pair {
	struct nb_arena *arena;
	enum nb_script script;
	int64_t now, last;
	unsigned places;
	unsigned power; /* that this year's is written with */
	struct nb_str unit;
};

/* Reads a figure; what is wrong with it, or NB_CHANGE_TOLD. */
static enum nb_change
read_figure(struct nb_str s, enum nb_change missing, enum nb_change vague,
    struct nb_quantity *ret)
{
	if (s.n == 0)
		return missing;
	if (!nb_quantity_read(s, ret) || ret->bound != NB_BOUND_EXACT)
		return vague;
	return NB_CHANGE_TOLD;
}

static enum nb_change
read_pair(struct pair *p, struct nb_str from, struct nb_str to)
{
	struct nb_quantity now, last;
	enum nb_change fault =
	    read_figure(to, NB_CHANGE_NO_VALUE, NB_CHANGE_VAGUE, &now);

	if (fault == NB_CHANGE_TOLD)
		fault = read_figure(
		    from, NB_CHANGE_NO_LAST, NB_CHANGE_LAST_VAGUE, &last);
	if (fault != NB_CHANGE_TOLD)
		return fault;
	if (now.unit.n > 0 && last.unit.n > 0 &&
	    !nb_hant_eq(now.unit, last.unit))
		return NB_CHANGE_UNITS;
	p->unit = now.unit.n > 0 ? now.unit : last.unit;
	p->power = now.power;
	p->places =
	    MAX(nb_quantity_places(&now, 0), nb_quantity_places(&last, 0));
	if (!nb_quantity_scale(&now, 0, p->places, &p->now) ||
	    !nb_quantity_scale(&last, 0, p->places, &p->last))
		return NB_CHANGE_TOO_LARGE;
	return NB_CHANGE_TOLD;
}

static struct nb_str
word(const struct pair *p, enum word w)
{
	return nb_str_z(words[w][p->script]);
}

/* 98.10 as 98.1, 8.00 as 8. */
static struct nb_str
short_text(const struct pair *p, struct nb_decimal d)
{
	while (d.places > 0 && d.n % 10 == 0) {
		d.n /= 10;
		d.places--;
	}
	return nb_decimal_text(p->arena, d);
}

/* “6万” of 60000 when this year's figure is in 万. */
static struct nb_str
difference(const struct pair *p)
{
	const struct nb_decimal by = { ABS(p->now - p->last),
		p->places + p->power };

	return nb_arena_printf(p->arena, NB_FMT NB_FMT,
	    NB_ARG(short_text(p, by)), NB_ARG(nb_power_word(p->power)));
}

static struct nb_str
points_of(const struct pair *p)
{
	for (size_t i = 0; i < NB_COUNT(rates); i++)
		if (nb_str_eq(p->unit, nb_str_z(rates[i].sign)))
			return nb_str_z(rates[i].points[p->script]);
	return NB_S("");
}

/* The growth in 10^-PERCENT_PLACES %, of a number > 0; 0: none to be told. */
static int64_t
growth_of_any(const struct pair *p)
{
	nb_wide by = (nb_wide)ABS(p->now - p->last) * HUNDRED_PERCENT;

	by = by / p->last + (by % p->last >= p->last - by % p->last);
	return by > INT64_MAX ? 0 : (int64_t)by;
}

/* The same; 0 when it is no use. */
static int64_t
growth(const struct pair *p)
{
	const struct nb_quantity least = { .number = { LEAST_BASE, 0 } };
	int64_t base;

	if (!nb_quantity_scale(&least, 0, p->places, &base) || p->last < base)
		return 0;
	return growth_of_any(p);
}

/* 提高1.14个百分点 */
static struct nb_str
in_points(const struct pair *p, struct nb_str points)
{
	return nb_arena_printf(p->arena, NB_FMT NB_FMT NB_FMT,
	    NB_ARG(word(p, p->now > p->last ? RISEN : FALLEN)),
	    NB_ARG(difference(p)), NB_ARG(points));
}

/* 增加3件 */
static struct nb_str
in_units(const struct pair *p)
{
	return nb_arena_printf(p->arena, NB_FMT NB_FMT NB_FMT,
	    NB_ARG(word(p, p->now > p->last ? MORE : FEWER)),
	    NB_ARG(difference(p)), NB_ARG(p->unit));
}

static bool
begins_clause(struct nb_str before)
{
	const struct nb_str marks = NB_S("，。；：、！？（“,;:(");
	size_t at = before.n;

	if (before.n == 0)
		return true;
	nb_utf8_prev(before, &at);
	return nb_str_has(marks, nb_str_from(before, at));
}

enum nb_change
nb_change_text(struct nb_arena *a, const struct nb_indicator *in,
    enum nb_script script, struct nb_str before, struct nb_str *ret)
{
	struct pair p = { .arena = a, .script = script };
	const enum nb_change fault =
	    read_pair(&p, in->last.text, in->value.text);
	const bool up = p.now > p.last;
	struct nb_str points;
	int64_t percent;

	if (fault != NB_CHANGE_TOLD)
		return fault;
	points = points_of(&p);
	percent = growth(&p);
	if (p.now == p.last)
		*ret = word(&p, begins_clause(before) ? SAME_AS_LAST : SAME);
	else if (points.n > 0)
		*ret = in_points(&p, points);
	else if (percent > 0)
		*ret = nb_arena_printf(a, NB_FMT NB_FMT "%%",
		    NB_ARG(word(&p, up ? GROWN : SHRUNK)),
		    NB_ARG(short_text(
			&p, (struct nb_decimal){ percent, PERCENT_PLACES })));
	else
		*ret = in_units(&p);
	return NB_CHANGE_TOLD;
}

enum nb_change
nb_change_between(struct nb_arena *a, struct nb_str from, struct nb_str to,
    enum nb_script script, struct nb_str *ret)
{
	struct pair p = { .arena = a, .script = script };
	const enum nb_change fault = read_pair(&p, from, to);
	int64_t percent;

	if (fault != NB_CHANGE_TOLD)
		return fault;
	percent = p.last > 0 ? growth_of_any(&p) : 0;
	if (p.now == p.last)
		*ret = word(&p, SAME);
	else if (points_of(&p).n > 0)
		*ret = in_points(&p, points_of(&p));
	else if (percent == 0)
		*ret = in_units(&p);
	else
		*ret = nb_arena_printf(a, NB_FMT "，" NB_FMT "%%",
		    NB_ARG(in_units(&p)),
		    NB_ARG(short_text(
			&p, (struct nb_decimal){ percent, PERCENT_PLACES })));
	return NB_CHANGE_TOLD;
}
