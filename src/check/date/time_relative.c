/*
 * D09 time-relative - 今年, 去年, 过去一年: which year will be asked later.
 */
#include "check/per_line.h"
#include "check/rule.h"
#include "style/number_words.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "D09",
	.name = "time-relative",
	.severity = NB_NOTE,
	.title = "相对时间，归档后难解",
	.basis = "GB/T 9704—2012；归档文件应能独立读懂",
	.help = "改成年份，如“2023年”“2022年”“2021年以来”",
	.why = "报告当年写、次年发、往后几十年都有人查，“今年”“去年”“过去一年”"
	       "说的是哪一年，离开发文的时间就要猜。写“本年度”“当年”、前面有"
	       "年份、在《》里的不查；一行只提示一次。\n"
	       "误：过去一年，我街道……\n"
	       "正：2023年，我街道……",
};

struct finder {
	const struct nb_check *ck;
	uint32_t line;
};

/* The first of the words at at; 0: none. [byte] */
static size_t
word_at(const struct nb_words *w, struct nb_str s, size_t at)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_starts(nb_str_from(s, at), w->word[i]))
			return w->word[i].n;
	return 0;
}

/* “2023年上半年” says which. */
static bool
has_year_before(struct nb_str s, size_t at)
{
	struct nb_str before = nb_str_sub(s, 0, at);

	if (!nb_str_ends(before, NB_S("年")))
		return false;
	before.n -= NB_S("年").n;
	return nb_is_digit(nb_str_last(before)) ||
	    nb_str_ends(before, NB_S("当")) || nb_str_ends(before, NB_S("该"));
}

static void
report(struct finder *f, const struct nb_prose *p, size_t begin, size_t n)
{
	const struct nb_span place = nb_prose_span(p, begin, begin + n);

	if (nb_per_line(&f->line, place))
		nb_diag_add(f->ck->diags, &code, place,
		    "相对时间“" NB_FMT "”，归档后难解",
		    NB_ARG(nb_str_sub(p->text, begin, n)));
}

static void
look(struct finder *f, const struct nb_passage *p)
{
	const struct nb_words *words = &f->ck->outline->number->relative;
	const struct nb_str s = p->text;
	unsigned depth = 0; /* of 《》 and “” */

	if (!nb_words_in(words, s))
		return;
	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);
		size_t n;

		depth += c == U'《' || c == U'“';
		depth -= depth > 0 && (c == U'》' || c == U'”');
		n = depth > 0 ? 0 : word_at(words, s, begin);
		if (n == 0)
			continue;
		if (!has_year_before(s, begin))
			report(f, p->is.prose, begin, n);
		at = begin + n;
	}
}

static void
run(const struct nb_check *ck)
{
	struct finder f = { ck, 0 };

	if (ck->report->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.role == NB_PROSE_BODY && !p->ahead)
			look(&f, p);
	}
}

const struct nb_rule nb_rule_time_relative = { .code = &code, .run = run };
