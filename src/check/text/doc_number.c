/*
 * check/text/doc_number.c - finds 发文字号.
 */
#include "check/text/doc_number.h"

#include "check/near.h"

enum { CODE_CHARS = 8 }; /* of 代字, at most */

/* The Han characters before a place. */
static struct nb_str
code_before(struct nb_str s, size_t open)
{
	size_t begin = open;

	for (unsigned n = 0; n < CODE_CHARS && begin > 0; n++) {
		size_t at = begin;

		const uint32_t c = nb_utf8_prev(s, &at);

		if (!nb_is_han(c) ||
		    nb_mark_in(U"按照据以的和及与由在经依见", c))
			break;
		begin = at;
	}
	return nb_str_sub(s, begin, open - begin);
}

/* The serial and 号, from behind the closing bracket on. */
static bool
read_serial(struct nb_str s, struct nb_doc_number *d)
{
	size_t at = d->close, end;

	d->di = nb_str_skip(s, &at, NB_S("第"));
	end = nb_digits_end(s, at);
	d->serial = nb_str_sub(s, at, end - at);
	d->hao = nb_str_skip(s, &end, NB_S("号")) ||
	    nb_str_skip(s, &end, NB_S("號"));
	d->end = end;
	return d->serial.n > 0 && d->serial.n <= 5;
}

/* Whether a number stands around the opening mark at open. */
static bool
read_number(struct nb_str s, size_t open, struct nb_doc_number *d)
{
	size_t at = open, end;
	const uint32_t mark = nb_utf8_next(s, &at);
	const bool square = mark == U'〔' || mark == U'[' || mark == U'［';

	end = nb_digits_end(s, at);
	*d = (struct nb_doc_number){ .open = open };
	d->year = nb_str_sub(s, at, end - at);
	d->code = code_before(s, open);
	if (d->code.n == 0 || end >= s.n ||
	    !nb_mark_in(U"〕]］)）】", nb_utf8_next(s, &end)))
		return false;
	d->close = end;
	d->begin = open - d->code.n;
	if (!read_serial(s, d))
		return false;
	if (d->year.n == 4)
		return (nb_str_starts(d->year, NB_S("19")) ||
			   nb_str_starts(d->year, NB_S("20"))) &&
		    (d->hao || square);
	return d->year.n == 2 && square && d->hao;
}

bool
nb_doc_number_next(struct nb_str s, size_t *at, struct nb_doc_number *ret)
{
	while ((*at = nb_skip_han(s, *at)) < s.n) {
		const size_t open = *at;
		const uint32_t c = nb_utf8_next(s, at);

		if (!nb_mark_in(U"〔[［(（【", c) || !read_number(s, open, ret))
			continue;
		*at = ret->end;
		return true;
	}
	return false;
}
