/*
 * N03 measure-missing - a count without what it counts: “其他方式处理21，”.
 */
#include "check/figure_scan.h"
#include "check/near.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "N03",
	.name = "measure-missing",
	.severity = NB_WARNING,
	.title = "数字后面缺量词",
	.basis = "GB/T 15835—2011；公文写作惯例",
	.help = "在数字后面补上件、次、人等量词",
	.why =
	    "“处理21”说的是21件还是21次，读的人只能猜，别的数字也没法与它相加。"
	    "序号、年份、文号、电话号码、版本号本来不带量词，不报。\n"
	    "误：受理50件，其他方式处理21，已全部办结\n"
	    "正：受理50件，其他方式处理21件，已全部办结",
};

enum { MOST_DIGITS = 4, SHOWN_BEFORE = 4, NEAR = 18 /* [byte] */ };

static bool
is_plain_count(struct nb_str digits)
{
	const bool year = digits.n == MOST_DIGITS &&
	    (nb_str_starts(digits, NB_S("19")) ||
		nb_str_starts(digits, NB_S("20")));

	for (size_t i = 0; i < digits.n; i++)
		if (!nb_is_digit((unsigned char)digits.p[i]))
			return false;
	return digits.n <= MOST_DIGITS && !year;
}

/* The mark that ends a clause, and no list of numbers goes on behind it. */
static bool
ends_clause(struct nb_str s, size_t at)
{
	uint32_t mark;

	if (at >= s.n)
		return false;
	mark = nb_utf8_next(s, &at);
	if (mark == U'、')
		return at < s.n && nb_is_han(nb_str_first(nb_str_from(s, at)));
	return nb_mark_in(U"，。；", mark);
}

/* “得分为98”: a word just before, or one of several characters close by. */
static bool
needs_none(const struct nb_words *words, struct nb_str before)
{
	const struct nb_str near =
	    nb_str_from(before, before.n - MIN(before.n, NEAR));

	for (uint32_t i = 0; i < words->n; i++)
		if (nb_str_ends(before, words->word[i]) ||
		    (nb_str_chars(words->word[i]) > 1 &&
			nb_str_has(near, words->word[i])))
			return true;
	return false;
}

static bool
is_missing(const struct nb_number_words *words, struct nb_str s,
    const struct nb_found_figure *f)
{
	const struct nb_str before = nb_str_sub(s, 0, f->begin);

	return f->end == f->unit && f->q.power == 0 &&
	    is_plain_count(nb_str_sub(s, f->begin, f->end - f->begin)) &&
	    nb_is_han(nb_str_last(before)) && ends_clause(s, f->end) &&
	    !needs_none(&words->no_unit, before);
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_number_words *words = ck->outline->number;
	const struct nb_prose *prose = p->is.prose;
	struct nb_found_figure f;

	if (!nb_passage_runs(p))
		return;
	for (size_t at = 0; nb_figure_next(p->text, &words->unit, &at, &f);) {
		size_t begin;

		if (!is_missing(words, p->text, &f))
			continue;
		begin =
		    f.begin - nb_han_before(p->text, f.begin, SHOWN_BEFORE).n;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, f.begin, f.end),
		    "数字后缺量词：“" NB_FMT "”",
		    NB_ARG(nb_str_sub(prose->text, begin, f.end - begin)));
	}
}

const struct nb_rule nb_rule_measure_missing = { .code = &code,
	.passage = look };
