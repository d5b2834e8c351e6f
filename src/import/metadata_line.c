/*
 * import/metadata_line.c - 发布时间：2024-03-26 来源：柳溪街道办事处 字号：大:
 * labels with their values, several on a line, with blanks between them or
 * without.
 */
#include "import/metadata.h"

#include "import/vocabulary.h"
#include "import/words.h"

enum {
	LABEL_MOST = 12,  /* with blanks in it [char] */
	LABEL_LONG = 4,   /* a longer one may follow its neighbour at once */
	LINE_MOST = 600,  /* [char] */
	OPENING_MOST = 4, /* brackets and bars before a label */
};

static const char *const opening[] = { "【", "[", "（", "(", "|", "｜", NULL };

/* Where a colon stands at or after from; *ret_len is its length. [byte] */
static size_t
find_colon(struct nb_str s, size_t from, size_t *ret_len)
{
	const size_t half = nb_str_find(s, NB_S(":"), from);
	const size_t full = nb_str_find(s, NB_S("："), from);

	*ret_len = full < half ? NB_S("：").n : 1;
	return full < half ? full : half;
}

/*
 * Whether a label may begin at `at`: nothing, a blank, a bracket before it; or
 * it is long, or what stands before it is a whole value.  公示时间 is no 时间.
 */
static bool
may_begin(
    const struct nb_field_place *p, struct nb_str s, size_t at, size_t colon)
{
	const struct nb_str label = nb_str_sub(s, at, colon - at);
	static const char *const before[] = { "【", "】", "[", "]", "（", "）",
		"(", ")", "|", "｜", "；", ";", NULL };
	const struct nb_str value = nb_str_sub(s, 0, at);
	const uint32_t last = nb_str_last(value);

	return at == 0 || nb_is_blank(last) || nb_is_digit(last) ||
	    nb_word_ends(before, value) > 0 ||
	    nb_str_chars(label) >= LABEL_LONG ||
	    nb_words_ending(&p->words->organ.end, nb_plain(p->a, value)) > 0 ||
	    nb_field_of(p, label) != NB_FIELD_PUBLISHED;
}

/* The longest label of s that ends at a colon, not before from; or NONE. */
static enum nb_field
find_label(const struct nb_field_place *p, struct nb_str s, size_t from,
    size_t colon, size_t *ret_begin)
{
	enum nb_field best = NB_FIELD_NONE;
	size_t at = colon;

	for (unsigned i = 0; at > from && i < LABEL_MOST; i++) {
		const uint32_t c = nb_utf8_prev(s, &at);
		const struct nb_str label = nb_str_sub(s, at, colon - at);
		enum nb_field field;

		if (nb_is_blank(c) || label.n < NB_S("日期").n)
			continue;
		field = nb_field_of(p, label);
		if (field == NB_FIELD_NONE ||
		    !may_begin(
			p, nb_str_from(s, from), at - from, colon - from))
			continue;
		best = field;
		*ret_begin = at;
	}
	return best;
}

/* Before the brackets and bars that open a label. */
static size_t
with_opening(struct nb_str s, size_t at)
{
	size_t n;

	while ((n = nb_word_ends(opening, nb_str_sub(s, 0, at))) > 0)
		at -= n;
	return at;
}

/* Where the value that begins at from ends: where another label begins. */
static size_t
end_of_value(const struct nb_field_place *p, struct nb_str s, size_t from)
{
	size_t len, colon = find_colon(s, from, &len), begin;

	for (; colon != SIZE_MAX; colon = find_colon(s, colon + len, &len))
		if (find_label(p, s, from, colon, &begin) != NB_FIELD_NONE)
			return with_opening(s, begin);
	return s.n;
}

/* The label at the beginning of s, and where its colon ends. */
static enum nb_field
first_label(const struct nb_field_place *p, struct nb_str s, size_t *ret_end)
{
	size_t len, begin, colon = find_colon(s, 0, &len);
	enum nb_field field;

	if (colon > (LABEL_MOST + OPENING_MOST) * 4)
		return NB_FIELD_NONE;
	field = find_label(p, s, 0, colon, &begin);
	*ret_end = colon + len;
	return field != NB_FIELD_NONE &&
		nb_str_trim(nb_str_sub(s, 0, with_opening(s, begin))).n == 0
	    ? field
	    : NB_FIELD_NONE;
}

bool
nb_metadata_is_line(const struct nb_field_place *p, struct nb_str s)
{
	size_t end;

	return nb_str_chars(nb_str_sub(s, 0, LINE_MOST * 4)) <= LINE_MOST &&
	    first_label(p, s, &end) != NB_FIELD_NONE;
}

size_t
nb_metadata_take_line(
    const struct nb_field_place *p, struct nb_str s, enum nb_field *ret_last)
{
	size_t from = 0;

	while (from < s.n) {
		const struct nb_str rest = nb_str_from(s, from);
		size_t value, end;

		*ret_last = first_label(p, rest, &value);
		if (*ret_last == NB_FIELD_NONE)
			return from;
		end = end_of_value(p, rest, value);
		if (end == rest.n &&
		    nb_str_trim(nb_str_from(rest, value)).n == 0)
			return from;
		nb_field_keep(p, *ret_last, nb_str_sub(rest, 0, end), value);
		from += end;
	}
	return s.n;
}
