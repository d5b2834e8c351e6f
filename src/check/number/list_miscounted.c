/*
 * N12 list-miscounted - “甲局、乙局、丙局两个部门”: more or fewer names than
 * are said.
 *
 * Only a list whose names all end alike, in the thing that is counted or in
 * one of its kinds, is counted; 和 and 与 may join two names or stand in one.
 */
#include "check/piece.h"
#include "check/rule.h"
#include "model/number.h"

#include <glib.h>

enum { MOST_LIST = 600, MOST_COUNT = 30 }; /* the former in bytes */

static const struct nb_code code = {
	.id = "N12",
	.name = "list-miscounted",
	.severity = NB_WARNING,
	.title = "列举的名称与所说的个数不符",
	.basis = "公文写作惯例：列举与统称的数目一致",
	.help = "数一数列举的名称，改个数，或者补上漏写的名称",
	.why =
	    "列了四个社区却说“三个社区”，不是数错了，就是漏改。只查名称整齐、"
	    "数得清楚的列举；末尾有“等”的不查。\n"
	    "误：选取城管局、教育局、民政局、卫健局三个单位开展评议\n"
	    "正：选取城管局、教育局、民政局、卫健局四个单位开展评议",
};

/* What is counted, and how names of such things end. */
static const struct noun {
	const char *word;
	const char *ending[12];
} nouns[] = {
	{ "单位",
	    { "局", "委", "办", "院", "所", "站", "队", "中心", "公司", "支队",
		"部" } },
	{ "部门", { "局", "委", "办", "院", "所", "站", "队", "中心", "部" } },
	{ "公司", { "公司" } },
	{ "街道", { "街道" } },
	{ "社区", { "社区" } },
};

/* “三个社区”: number, measure word, noun. */
struct count {
	size_t begin, end; /* [byte] */
	unsigned n;
	const struct noun *noun;
};

/* The number that ends at at, Han or Arabic. */
static bool
number_before(struct nb_str s, size_t at, size_t *ret_begin, unsigned *ret)
{
	const struct nb_str digits = NB_S("0123456789一二两三四五六七八九十");
	size_t begin = at, end;

	while (begin > 0) {
		size_t before = begin;

		nb_utf8_prev(s, &before);
		if (!nb_str_has(digits, nb_str_sub(s, before, begin - before)))
			break;
		begin = before;
	}
	*ret_begin = begin;
	if (nb_str_eq(nb_str_sub(s, begin, at - begin), NB_S("两"))) {
		*ret = 2;
		return true;
	}
	end = begin;
	return begin < at && nb_number_read(s, &end, ret) && end == at &&
	    *ret > 1 && *ret <= MOST_COUNT;
}

static bool
read_count(struct nb_str s, size_t measure, size_t behind, struct count *ret)
{
	for (size_t i = 0; i < NB_COUNT(nouns); i++) {
		ret->end = behind;
		ret->noun = &nouns[i];
		if (nb_str_skip(s, &ret->end, nb_str_z(nouns[i].word)))
			return number_before(s, measure, &ret->begin, &ret->n);
	}
	return false;
}

/* The next “…个社区” or “…家公司”. */
static bool
next_count(struct nb_str s, size_t *at, struct count *ret)
{
	while (*at < s.n) {
		const size_t begin = *at;
		const uint32_t c = nb_utf8_next(s, at);

		if ((c == U'个' || c == U'家') &&
		    read_count(s, begin, *at, ret))
			return true;
	}
	return false;
}

static bool
is_kind(const struct noun *noun, struct nb_str name)
{
	for (size_t i = 0; noun->ending[i] != NULL; i++)
		if (nb_str_ends(name, nb_str_z(noun->ending[i])))
			return true;
	return false;
}

/* Marks of a word in s. */
static unsigned
n_times(struct nb_str s, struct nb_str word)
{
	unsigned n = 0;

	for (size_t at = nb_str_find(s, word, 0); at != SIZE_MAX;
	     at = nb_str_find(s, word, at + word.n))
		n++;
	return n;
}

/*
 * The fewest and the most names that s can list.  false unless all of them
 * end alike and are of the noun's kind.
 */
static bool
count_names(struct nb_str s, const struct noun *noun, unsigned *ret_least,
    unsigned *ret_most)
{
	struct nb_piece name;
	uint32_t last = 0;

	*ret_least = 0;
	for (size_t at = 0; nb_piece_next(s, U"、", &at, &name);) {
		if (!is_kind(noun, name.text) ||
		    (last != 0 && nb_str_last(name.text) != last))
			return false;
		last = nb_str_last(name.text);
		++*ret_least;
	}
	*ret_most = *ret_least + n_times(s, NB_S("和")) +
	    n_times(s, NB_S("与")) + n_times(s, NB_S("及"));
	return *ret_least > 1;
}

static void
look_at_count(const struct nb_check *ck, const struct nb_passage *p,
    const struct nb_piece *clause, const struct count *c)
{
	const struct nb_str list = nb_str_sub(clause->text, 0, c->begin);
	const size_t begin = clause->begin + c->begin;
	unsigned least, most;

	if (list.n > MOST_LIST || nb_str_has(list, NB_S("）")) ||
	    !count_names(list, c->noun, &least, &most) ||
	    (c->n >= least && c->n <= most))
		return;
	nb_diag_add(ck->diags, &code,
	    nb_prose_span(p->is.prose, begin, clause->begin + c->end),
	    "列举的是%u个，这里说“" NB_FMT "”", c->n < least ? least : most,
	    NB_ARG(nb_str_sub(p->is.prose->text, begin, c->end - c->begin)));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	if (!nb_passage_runs(p))
		return;
	for (uint32_t i = 0; i < p->n_clauses; i++) {
		const struct nb_piece *clause = &p->clause[i];
		struct count c;
		size_t k = 0;

		if (next_count(clause->text, &k, &c))
			look_at_count(ck, p, clause, &c);
	}
}

const struct nb_rule nb_rule_list_miscounted = { .code = &code,
	.passage = look };
