#include "import/ordinal.h"

#include "base/word_list.h"
#include "model/date.h"
#include "model/number.h"

/* Headings are rarely more; “200、” is a figure. */
enum { MOST = 199, MOST_HAN = 99 };

static bool
skip_blanks(struct nb_str s, size_t *at)
{
	const size_t from = *at;

	while (*at < s.n) {
		size_t next = *at;

		if (!nb_is_blank(nb_utf8_next(s, &next)))
			break;
		*at = next;
	}
	return *at > from;
}

static bool
read_han(struct nb_str s, size_t *at, unsigned *ret)
{
	size_t next = *at;

	if (next >= s.n || !nb_is_han(nb_str_first(nb_str_from(s, next))) ||
	    !nb_number_read(s, &next, ret) || *ret == 0 || *ret > MOST_HAN)
		return false;
	*at = next;
	return true;
}

/* ㈠ ⒈ ⑴ ①: characters that are ordinals by themselves. */
static bool
read_sign(struct nb_str s, size_t *at, struct nb_ordinal *o)
{
	static const struct {
		uint32_t first, n;
		enum nb_ordinal_form form;
	} signs[] = {
		{ 0x3220, 10, NB_ORDINAL_HAN_PAREN },
		{ 0x2488, 20, NB_ORDINAL_ARABIC },
		{ 0x2474, 20, NB_ORDINAL_ARABIC_PAREN },
		{ 0x2460, 20, NB_ORDINAL_CIRCLED },
	};
	size_t next = *at;
	const uint32_t c = next < s.n ? nb_utf8_next(s, &next) : 0;

	for (size_t i = 0; i < NB_COUNT(signs); i++) {
		if (c < signs[i].first || c >= signs[i].first + signs[i].n)
			continue;
		o->form = signs[i].form;
		o->n = c - signs[i].first + 1;
		*at = next;
		return true;
	}
	return false;
}

/* （一） （1）, one bracket of which may be missing. */
static bool
read_bracketed(struct nb_str s, size_t *at, struct nb_ordinal *o)
{
	static const char *const open[] = { "（", "(", "〔", "﹙", NULL };
	static const char *const close[] = { "）", ")", "〕", "﹚", NULL };
	static const char *const mark[] = { "、", "．", ".", NULL };
	size_t next = *at;
	const bool opened = nb_word_skip(open, s, &next);
	bool closed;

	skip_blanks(s, &next);
	if (read_han(s, &next, &o->n))
		o->form = NB_ORDINAL_HAN_PAREN;
	else if (nb_number_digits(s, &next, MOST, &o->n))
		o->form = NB_ORDINAL_ARABIC_PAREN;
	else
		return false;
	skip_blanks(s, &next);
	closed = nb_word_skip(close, s, &next);
	if (!opened && !closed)
		return false;
	/* “（一季度…” is no ordinal: the bracket is closed further on. */
	if (!closed && !nb_word_skip(mark, s, &next) &&
	    nb_str_find(nb_str_sub(s, next, 90), NB_S("）"), 0) != SIZE_MAX)
		return false;
	o->odd =
	    !opened != !closed && (o->form == NB_ORDINAL_HAN_PAREN || !closed);
	if (closed)
		nb_word_skip(mark, s, &next);
	*at = next;
	return true;
}

/* “一、二季度”, “三、四线”: a list of numbers and no ordinal. */
static bool
goes_on_counting(struct nb_str rest)
{
	static const char *const more[] = { "、", "季", "月", "级", "线", "批",
		"期", "是", "年", NULL };
	size_t at = 0;
	unsigned n;

	return read_han(rest, &at, &n) && nb_word_skip(more, rest, &at);
}

static bool
read_plain_han(struct nb_str s, size_t *at, struct nb_ordinal *o)
{
	static const char *const mark[] = { "、", "．", ".", "，", ",", "：",
		":", "﹑", NULL };
	static const char *const sure[] = { "、", "．", "﹑", NULL };
	size_t next = *at, behind;

	if (!read_han(s, &next, &o->n))
		return false;
	behind = next;
	skip_blanks(s, &behind);
	o->form = NB_ORDINAL_HAN;
	o->odd = !nb_word_skip(sure, s, &(size_t){ behind });
	if (!nb_word_skip(mark, s, &behind) && behind == next && behind < s.n)
		return false;
	if (goes_on_counting(nb_str_trim(nb_str_from(s, behind))))
		return false;
	*at = behind;
	return true;
}

/* “1.2024年工作情况”: a heading that a year begins. */
static bool
is_year(struct nb_str s, size_t at)
{
	int year;

	return nb_year_read(s, &at, &year) &&
	    nb_str_starts(nb_str_from(s, at), NB_S("年"));
}

static bool
read_plain_arabic(struct nb_str s, size_t *at, struct nb_ordinal *o)
{
	static const char *const mark[] = { ".", "．", "、", "，", ",", NULL };
	static const char *const sure[] = { ".", "．", "、", NULL };
	size_t next = *at;

	if (!nb_number_digits(s, &next, MOST, &o->n))
		return false;
	o->form = NB_ORDINAL_ARABIC;
	skip_blanks(s, &next);
	o->odd = !nb_word_skip(sure, s, &(size_t){ next });
	if (!nb_word_skip(mark, s, &next))
		return false;
	if (next < s.n && nb_is_digit((unsigned char)s.p[next]) &&
	    (unsigned char)s.p[next - 1] < 0x80 && !is_year(s, next))
		return false; /* 3.5, 1,000 */
	*at = next;
	return true;
}

/* 第一章 第一部分 第一， */
static bool
read_nth(struct nb_str s, size_t *at, struct nb_ordinal *o)
{
	static const char *const part[] = { "章", "部分", "篇", NULL };
	static const char *const mark[] = { "，", "、", "：", ",", ":", NULL };
	size_t next = *at;

	if (!nb_str_skip(s, &next, NB_S("第")) || !read_han(s, &next, &o->n))
		return false;
	o->form = NB_ORDINAL_NTH;
	if (nb_word_skip(part, s, &next)) {
		o->form = NB_ORDINAL_CHAPTER;
		nb_word_skip(mark, s, &next);
	} else if (!nb_word_skip(mark, s, &next)) {
		return false;
	}
	*at = next;
	return true;
}

bool
nb_ordinal_read(struct nb_str line, struct nb_ordinal *ret)
{
	static bool (*const read[])(
	    struct nb_str s, size_t * at, struct nb_ordinal * o) = { read_sign,
		read_bracketed, read_plain_han, read_plain_arabic, read_nth };

	for (size_t i = 0; i < NB_COUNT(read); i++) {
		struct nb_ordinal o = { .form = NB_ORDINAL_NONE };
		size_t at = 0;

		skip_blanks(line, &at);
		if (!read[i](line, &at, &o))
			continue;
		skip_blanks(line, &at);
		o.len = at;
		*ret = o;
		return true;
	}
	*ret = (struct nb_ordinal){ .form = NB_ORDINAL_NONE };
	return false;
}

bool
nb_ordinal_inside(struct nb_str s, size_t *at, unsigned *ret)
{
	static const char *const verb[] = { "是", "要", NULL };
	static const char *const mark[] = { "，", "、", "：", NULL };
	size_t next = *at;

	if (nb_str_skip(s, &next, NB_S("第"))) {
		if (!read_han(s, &next, ret) || !nb_word_skip(mark, s, &next))
			return false;
	} else if (!read_han(s, &next, ret) || !nb_word_skip(verb, s, &next)) {
		return false;
	}
	*at = next;
	return true;
}

struct nb_str
nb_ordinal_pattern(enum nb_ordinal_form form)
{
	switch (form) {
	case NB_ORDINAL_NONE:
	case NB_ORDINAL_FORMS:
		return NB_S("");
	case NB_ORDINAL_CHAPTER:
	case NB_ORDINAL_HAN:
		return NB_S("一、");
	case NB_ORDINAL_HAN_PAREN:
		return NB_S("（一）");
	case NB_ORDINAL_NTH:
		return NB_S("第一，");
	case NB_ORDINAL_ARABIC:
		return NB_S("1.");
	case NB_ORDINAL_ARABIC_PAREN:
		return NB_S("（1）");
	case NB_ORDINAL_CIRCLED:
		return NB_S("①");
	}
	NB_UNREACHABLE();
}
