#include "model/formula.h"

#include "base/arena.h"
#include "base/hant.h"
#include "base/word_list.h"

#include <glib.h>

enum { MOST_TERMS = 64, MOST_UNIT = 3, MOST_BOUND = 4 };

enum sign { NONE, PLUS, SLASH };

static enum sign
sign_of(uint32_t c)
{
	if (c == '+' || c == U'＋')
		return PLUS;
	return c == '/' || c == U'／' ? SLASH : NONE;
}

/* How a mark changes the depth of brackets and quotation marks. */
static int
nesting(uint32_t c)
{
	if (c == U'“' || c == U'《' || c == U'（' || c == '(')
		return 1;
	return c == U'”' || c == U'》' || c == U'）' || c == ')' ? -1 : 0;
}

static bool
is_figure(uint32_t c)
{
	return nb_is_digit(c) || (c >= U'０' && c <= U'９');
}

/* Begin and end of the last run of digits, points and commas. */
static bool
last_figure(struct nb_str s, size_t *ret_begin, size_t *ret_end)
{
	size_t at = s.n;

	*ret_begin = *ret_end = 0;
	while (at > 0) {
		const size_t end = at;
		const uint32_t c = nb_utf8_prev(s, &at);
		const bool figure = is_figure(c);

		if (figure && *ret_end == 0)
			*ret_end = end;
		if (*ret_end == 0)
			continue;
		if (!figure && c != '.' && c != ',' && c != U'．' && c != U'，')
			break;
		if (figure)
			*ret_begin = at;
	}
	return *ret_end > 0;
}

/* “第3”, “2023年”: a number that counts nothing. */
static bool
is_ordinal(struct nb_str before, struct nb_str unit)
{
	static const char *const calendar[] = { "年", "月", "日", "号", "季",
		"届" };

	for (size_t i = 0; i < NB_COUNT(calendar); i++)
		if (nb_hant_skip(unit, &(size_t){ 0 }, nb_str_z(calendar[i])))
			return true;
	return nb_str_ends(before, NB_S("第"));
}

/* “撤销3（含部分撤销1）”: without what explains it. */
static struct nb_str
without_remark(struct nb_str s)
{
	size_t at = s.n;
	int depth = 0;

	if (nesting(nb_str_last(s)) != -1 || nb_str_ends(s, NB_S("”")) ||
	    nb_str_ends(s, NB_S("》")))
		return s;
	do
		depth += nesting(nb_utf8_prev(s, &at));
	while (depth != 0 && at > 0);
	return at > 0 ? nb_str_trim(nb_str_sub(s, 0, at)) : s;
}

/* Reads the number that s ends with, its bound before it. */
static bool
read_number(struct nb_str s, struct nb_addend *term)
{
	size_t begin, end, at;

	if (!last_figure(s, &begin, &end))
		return false;
	at = begin;
	for (int i = 0; i < MOST_BOUND && at > 0; i++)
		nb_utf8_prev(s, &at);
	for (;;) {
		struct nb_quantity *q = &term->number;
		const struct nb_str name = nb_str_trim(nb_str_sub(s, 0, at));

		if (nb_quantity_read(nb_str_from(s, at), q) &&
		    nb_str_chars(q->unit) <= MOST_UNIT &&
		    !is_ordinal(nb_str_sub(s, 0, begin), q->unit) &&
		    !is_figure(nb_str_last(name))) {
			term->name = name;
			return true;
		}
		if (at >= begin)
			return false;
		nb_utf8_next(s, &at);
	}
}

/* Whether a sign that is neither + nor / stands in it. */
static bool
has_other_sign(struct nb_str s)
{
	static const char *const signs[] = { "=", "＝", "×", "*", "÷", " - ",
		"−", "－", NULL };

	return nb_word_in(signs, s) > 0;
}

static bool
read_term(struct nb_str s, struct nb_addend *ret)
{
	*ret = (struct nb_addend){ .text = nb_str_trim(s) };
	if (ret->text.n == 0)
		return false;
	ret->name = ret->text;
	ret->given = read_number(without_remark(ret->text), ret);
	return !has_other_sign(ret->name);
}

/* The next sign outside of brackets and quotation marks. */
static enum sign
next_sign(struct nb_str s, size_t *at, size_t *ret_begin)
{
	int depth = 0;

	while (*at < s.n) {
		uint32_t c;

		*ret_begin = *at;
		c = nb_utf8_next(s, at);
		depth = MAX(depth + nesting(c), 0);
		if (depth == 0 && sign_of(c) != NONE)
			return sign_of(c);
	}
	*ret_begin = s.n;
	return NONE;
}

bool
nb_formula_read(struct nb_arena *a, struct nb_str s, struct nb_formula *ret)
{
	struct nb_addend term[MOST_TERMS], *copy;
	enum sign first = NONE, sign;
	size_t at = 0, begin = 0, end;
	uint32_t n = 0;

	do {
		begin = at;
		sign = next_sign(s, &at, &end);
		if (n == MOST_TERMS ||
		    (sign != NONE && first != NONE && sign != first) ||
		    !read_term(nb_str_sub(s, begin, end - begin), &term[n]))
			return false;
		n++;
		first = first == NONE ? sign : first;
	} while (sign != NONE);
	if (n < 2 || (first == SLASH && n > 2))
		return false;
	copy = nb_new_n(a, struct nb_addend, n);
	for (uint32_t i = 0; i < n; i++)
		copy[i] = term[i];
	*ret = (struct nb_formula){ first == SLASH, copy, n };
	return true;
}
