#include "layout/title_words.h"

#include "base/arena.h"

enum {
	MOST_BYTES = 4,   /* of a character in UTF-8 */
	MOST_ORGAN = 100, /* of the organ's name that counts [char] */
};

/* Length of the longest known word at the start of s. [byte] */
static size_t
known_word(struct nb_str s, const struct nb_words *words)
{
	size_t n = 0;

	for (uint32_t i = 0; i < words->n; i++)
		if (words->word[i].n > n && nb_str_starts(s, words->word[i]))
			n = words->word[i].n;
	return n;
}

/* 2023年度, 2021—2025年: digits, what joins them, 年 or 年度. */
static size_t
year_word(struct nb_str s)
{
	size_t n = 0;

	while (n < s.n) {
		size_t next = n;
		const uint32_t c = nb_utf8_next(s, &next);

		if (!nb_is_digit(c) && (n == 0 || (c != 0x2014 && c != '-')))
			break;
		n = next;
	}
	if (n > 0 && nb_str_skip(s, &n, NB_S("年")))
		nb_str_skip(s, &n, NB_S("度"));
	return n;
}

/* A name in marks is whole, marks included, if it fits a line. */
static size_t
marked_word(struct nb_str s)
{
	static const char *const mark[][2] = { { "《", "》" }, { "〔", "〕" },
		{ "“", "”" }, { "（", "）" } };

	for (size_t i = 0; i < NB_COUNT(mark); i++) {
		const struct nb_str close = nb_str_z(mark[i][1]);
		size_t end;

		if (!nb_str_starts(s, nb_str_z(mark[i][0])))
			continue;
		end = nb_str_find(s, close, 0);
		return end == SIZE_MAX ? 0 : end + close.n;
	}
	return 0;
}

/*
 * The tail of the organ's name: titles leave out the 上级区划 in front
 * (大冶市金湖街道办事处 → 金湖街道办事处).  [byte] of organ that s begins with,
 * counted from any character of it, at least three characters.
 */
static size_t
organ_tail(struct nb_str s, struct nb_str organ)
{
	size_t n = 0, at = organ.n;

	for (size_t chars = 1; at > 0 && chars <= MOST_ORGAN; chars++) {
		nb_utf8_prev(organ, &at);
		if (chars >= 3 && nb_str_starts(s, nb_str_from(organ, at)))
			n = organ.n - at;
	}
	return n;
}

static size_t
word_at(struct nb_str s, const struct nb_template *t, struct nb_str organ)
{
	const size_t line = (size_t)(t->body_w / t->title.size);
	size_t n = marked_word(nb_str_sub(s, 0, line * MOST_BYTES));

	if (nb_str_chars(nb_str_sub(s, 0, n)) > line)
		n = 0;
	if (n == 0)
		n = year_word(s);
	if (n == 0)
		n = organ_tail(s, organ);
	if (n == 0)
		n = known_word(s, &t->title_word);
	return n;
}

/* “…2023年”, “…2023年度” */
static bool
ends_with_year(struct nb_str s)
{
	const struct nb_str end[] = { NB_S("年度"), NB_S("年") };

	for (size_t i = 0; i < NB_COUNT(end); i++)
		if (nb_str_ends(s, end[i]))
			return nb_is_digit(
			    nb_str_last(nb_str_sub(s, 0, s.n - end[i].n)));
	return false;
}

/* Where sense wants a break: behind the organ, before 关于. */
static int
sense_cost(struct nb_str title, size_t at, const struct nb_template *t,
    struct nb_str organ)
{
	const struct nb_str before = nb_str_sub(title, 0, at);
	const struct nb_str after = nb_str_from(title, at);

	for (uint32_t i = 0; i < t->title_lead.n; i++) {
		if (nb_str_starts(after, t->title_lead.word[i]))
			return 0;
		if (nb_str_ends(before, t->title_lead.word[i]))
			return t->title_style.cost_lead_end;
	}
	if (before.n > 0 && nb_str_ends(organ, before))
		return 0;
	return ends_with_year(before) ? t->title_style.cost_year
				      : t->title_style.cost_elsewhere;
}

/* Cost of a break before each atom: 0 between words, dear inside one. */
int *
nb_title_words(struct nb_arena *a, const struct nb_atoms *atoms,
    struct nb_str title, const struct nb_template *t, struct nb_str organ)
{
	int *cost = nb_new_n(a, int, atoms->n + 1);
	size_t word_end = 0;
	bool known = true; /* the word before was a known one */

	for (uint32_t i = 0; i < atoms->n; i++) {
		const struct nb_atom *x = &atoms->atom[i];

		const bool fresh = i > 0 && x[-1].class == NB_ATOM_SPACE;

		if (fresh) {
			word_end = x->at;
			known = true;
		}
		if (x->at < word_end) {
			cost[i] = t->title_style.cost_word;
		} else {
			const size_t n =
			    word_at(nb_str_from(title, x->at), t, organ);

			cost[i] = fresh ? 0
			    : known || n > 0
			    ? sense_cost(title, x->at, t, organ)
			    : t->title_style.cost_unknown;
			known = n > 0;
			word_end = x->at + (n > 0 ? n : x->n);
		}
		if (i > 0 && x[-1].cost >= t->breaking.cost_word)
			cost[i] = NB_COST_NEVER;
		if (nb_str_has(
			t->title_no_start, nb_str_sub(title, x->at, x->n)))
			cost[i] += t->title_style.cost_bad_start;
	}
	return cost;
}
