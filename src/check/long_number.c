/*
 * check/long_number.c - scans for long numbers.
 */
#include "check/long_number.h"

#include "base/arena.h"
#include "check/near.h"
#include "check/piece.h"

enum { ABOUT = 96 }; /* [byte], some thirty Han characters */

static bool
is_digit_at(struct nb_str s, size_t at)
{
	return at < s.n && nb_is_digit((unsigned char)s.p[at]);
}

/* A blank or hyphen between two digits. */
static bool
joins(struct nb_str s, size_t at)
{
	return at < s.n && (s.p[at] == ' ' || s.p[at] == '-') &&
	    is_digit_at(s, at + 1);
}

static bool
is_x_at(struct nb_str s, size_t at)
{
	return at < s.n && (s.p[at] == 'X' || s.p[at] == 'x');
}

static void
add_digit(struct nb_long_number *n, char digit)
{
	if (n->n < NB_LONG_MOST)
		n->digit[n->n] = digit;
	n->n++;
	if (n->n_groups <= NB_LONG_GROUPS)
		n->group[n->n_groups - 1]++;
}

/* Reads the run that starts at *at, which moves behind it. */
static void
read_run(struct nb_str s, size_t *at, struct nb_long_number *n)
{
	*n = (struct nb_long_number){ .begin = *at, .n_groups = 1 };
	for (;;) {
		if (is_digit_at(s, *at)) {
			add_digit(n, s.p[(*at)++]);
		} else if (joins(s, *at)) {
			n->n_groups++;
			++*at;
		} else {
			break;
		}
	}
	if (n->n == 17 && is_x_at(s, *at)) {
		add_digit(n, 'X');
		++*at;
	}
	n->end = *at;
}

static bool
stands_alone(const struct nb_long_number *n)
{
	const uint32_t before = n->before, behind = n->behind;

	return !nb_is_latin(before) && before != '.' && before != '-' &&
	    before != '_' && before != '/' && before != '*' &&
	    !nb_is_latin(behind) && behind != '.' && behind != '*' &&
	    behind != '_' && behind != '/';
}

bool
nb_long_number_next(struct nb_str text, size_t *at, struct nb_long_number *ret)
{
	while ((*at = nb_skip_han(text, *at)) < text.n) {
		size_t behind;

		if (!is_digit_at(text, *at)) {
			++*at;
			continue;
		}
		read_run(text, at, ret);
		if (ret->n < NB_LONG_LEAST || ret->n > NB_LONG_MOST)
			continue;
		behind = ret->end;
		ret->before = nb_str_last(nb_str_sub(text, 0, ret->begin));
		ret->behind = behind < text.n ? nb_utf8_next(text, &behind) : 0;
		if (!stands_alone(ret))
			continue;
		ret->about =
		    nb_since_mark(text, ret->begin, NB_SENTENCE_ENDS, ABOUT);
		ret->clause = nb_since_mark(
		    ret->about, ret->about.n, U"，、；。！？", ABOUT);
		return true;
	}
	return false;
}

bool
nb_long_number_in_groups(
    const struct nb_long_number *n, const unsigned *length, unsigned n_groups)
{
	if (n->n_groups == 1)
		return true;
	if (n->n_groups != n_groups)
		return false;
	for (unsigned i = 0; i < n_groups; i++)
		if (n->group[i] != length[i])
			return false;
	return true;
}

struct nb_str
nb_long_number_masked(struct nb_arena *a, const char *digit)
{
	return nb_arena_printf(
	    a, "%.3s…%s", digit, digit + nb_str_z(digit).n - 4);
}
