/*
 * N08 figure-vague - 20余人次, 率达80%以上: a year's report knows the number.
 */
#include "base/beside.h"
#include "base/word_list.h"
#include "check/figure_scan.h"
#include "check/per_line.h"
#include "check/piece.h"
#include "check/rule.h"

#include <glib.h>

enum { MOST_REACH = 30 }; /* from 累计 or 至少 to the number [byte] */

static const struct nb_code code = {
	.id = "N08",
	.name = "figure-vague",
	.severity = NB_NOTE,
	.title = "模糊数",
	.basis = "公文写作惯例：报告上一年的数据应当准确",
	.help = "查台账，写准确的数",
	.why = "年度报告写的是已经办完的事，数是查得到的。“20余人次”“80%以上”"
	       "让人看不出究竟多少，与目标、与往年也没法比。“2人以上执法”之类的"
	       "法定要求和下一年的目标不报；一行只提示一次。\n"
	       "误：邀请各类专家20余人次，出庭应诉率达80%以上\n"
	       "正：邀请各类专家23人次，出庭应诉率84.6%",
};

struct finder {
	const struct nb_check *ck;
	const struct nb_number_words *words;
	uint32_t line;
};

/* A few characters that are vague, in a clause. */
struct vague {
	size_t begin, end; /* [byte] */
};

/* “20余人次”, “3万多人”. */
static bool
is_odd(const struct finder *f, struct nb_str s,
    const struct nb_found_figure *found, struct vague *ret)
{
	size_t at = found->unit;

	if (found->end > found->unit ||
	    (!nb_str_skip(s, &at, NB_S("余")) &&
		!nb_str_skip(s, &at, NB_S("多"))))
		return false;
	if (nb_str_skip(s, &at, NB_S("年")))
		return false;
	nb_str_skip(s, &at, NB_S("万"));
	nb_str_skip(s, &at, NB_S("亿"));
	*ret = (struct vague){ found->begin,
		at + nb_words_starting(&f->words->unit, nb_str_from(s, at)) };
	return ret->end > at;
}

static bool
counts_time(struct nb_str unit)
{
	static const char *const units[] = { "年", "个月", "日", "天", "周",
		"季度", "期", "届", "小时", "分钟", NULL };

	return nb_word_is(units, unit);
}

/* “近300人”, and not 附近3个, 最近3次, 近3年. */
static bool
is_near(struct nb_str s, const struct nb_found_figure *found, struct vague *ret)
{
	const struct nb_str near = NB_S("近");
	const struct nb_str before = nb_str_sub(s, 0, found->begin);

	if (found->end == found->unit || !nb_str_ends(before, near) ||
	    counts_time(found->q.unit) ||
	    nb_mark_in(U"附靠最邻临就亲远相贴",
		nb_char_before(s, found->begin - near.n)))
		return false;
	*ret = (struct vague){ found->begin - near.n, found->end };
	return true;
}

/* “300人左右”. */
static bool
is_about(
    struct nb_str s, const struct nb_found_figure *found, struct vague *ret)
{
	size_t at = found->end;

	if (found->end == found->unit || !nb_str_skip(s, &at, NB_S("左右")))
		return false;
	*ret = (struct vague){ found->begin, at };
	return true;
}

/* “累计参加培训超过12天”. */
static bool
is_above(
    struct nb_str s, const struct nb_found_figure *found, struct vague *ret)
{
	const struct nb_str above = NB_S("超过");
	const struct nb_str before = nb_str_sub(s, 0, found->begin);
	size_t from, hit;

	if (found->end == found->unit || !nb_str_ends(before, above))
		return false;
	from = before.n - MIN(before.n, MOST_REACH + above.n);
	hit = nb_str_find(before, NB_S("累计"), from);
	if (hit == SIZE_MAX)
		return false;
	*ret = (struct vague){ found->begin - above.n, found->end };
	return true;
}

static bool
is_vague(const struct finder *f, struct nb_str s,
    const struct nb_found_figure *found, struct vague *ret)
{
	return is_odd(f, s, found, ret) || is_near(s, found, ret) ||
	    is_about(s, found, ret) || is_above(s, found, ret);
}

/* “二十多” begins at 二. */
static size_t
han_begin(struct nb_str s, size_t at)
{
	const char32_t *const digits = U"一二两三四五六七八九";
	size_t before = at;

	if (at > 0 && nb_mark_in(digits, nb_utf8_prev(s, &before)))
		return before;
	return at;
}

/* “十多名”, “数百件”. */
static bool
find_han(const struct finder *f, struct nb_str s, struct vague *ret)
{
	static const char *const words[] = { "十多", "十余", "百多", "百余",
		"千多", "千余", "数十", "数百", "数千", "几十", "几百" };

	for (size_t i = 0; i < NB_COUNT(words); i++) {
		const struct nb_str word = nb_str_z(words[i]);
		const size_t hit = nb_str_find(s, word, 0);
		size_t unit;

		if (hit == SIZE_MAX)
			continue;
		unit = nb_words_starting(
		    &f->words->unit, nb_str_from(s, hit + word.n));
		*ret = (struct vague){ han_begin(s, hit), hit + word.n + unit };
		if (unit > 0 && !counts_time(nb_str_sub(s, hit + word.n, unit)))
			return true;
	}
	return false;
}

/* “至少出庭应诉一次”. */
static bool
find_least(struct nb_str s, struct vague *ret)
{
	const size_t begin = nb_str_find(s, NB_S("至少"), 0);
	const size_t end =
	    begin == SIZE_MAX ? begin : nb_str_find(s, NB_S("次"), begin);
	const struct nb_str upto = nb_str_sub(s, 0, end);

	if (end == SIZE_MAX || end - begin > MOST_REACH)
		return false;
	*ret = (struct vague){ begin, end + NB_S("次").n };
	return nb_is_digit(nb_str_last(upto)) ||
	    nb_mark_in(U"一二两三四五六", nb_str_last(upto));
}

static bool
find_figure(const struct finder *f, struct nb_str s, struct vague *ret)
{
	struct nb_found_figure found;

	for (size_t at = 0; nb_figure_next(s, &f->words->unit, &at, &found);)
		if (is_vague(f, s, &found, ret))
			return true;
	return false;
}

/* “出庭应诉率达80%以上”. */
static bool
find_rate(const struct finder *f, struct nb_str s, struct vague *ret)
{
	struct nb_found_rate rate;

	for (size_t at = 0; nb_rate_next(s, f->words, &at, &rate);)
		if (rate.q.bound != NB_BOUND_EXACT) {
			*ret = (struct vague){ rate.name, rate.end };
			return true;
		}
	return false;
}

static void
report(struct finder *f, const struct nb_prose *p, size_t begin, size_t end)
{
	const struct nb_span place = nb_prose_span(p, begin, end);

	if (nb_per_line(&f->line, place))
		nb_diag_add(f->ck->diags, &code, place, "模糊数：“" NB_FMT "”",
		    NB_ARG(nb_str_sub(p->text, begin, end - begin)));
}

/* Whether one of the words of find_han may stand in s. */
static bool
has_han(struct nb_str s)
{
	return nb_str_has(s, NB_S("十")) || nb_str_has(s, NB_S("百")) ||
	    nb_str_has(s, NB_S("千"));
}

/* Of a clause that demands nothing. */
static void
look(struct finder *f, const struct nb_passage *p)
{
	const bool han = has_han(p->text);

	for (uint32_t i = 0; i < p->n_clauses; i++) {
		const struct nb_piece *piece = &p->clause[i];
		const struct nb_str s = piece->text;
		struct vague v;

		if ((find_rate(f, s, &v) || find_figure(f, s, &v) ||
			(han && find_han(f, s, &v)) || find_least(s, &v)) &&
		    !nb_words_in(&f->words->demand, s))
			report(f, p->is.prose, piece->begin + v.begin,
			    piece->begin + v.end);
	}
}

static void
run(const struct nb_check *ck)
{
	struct finder f = { ck, ck->outline->number, 0 };
	const struct nb_report *r = ck->report;
	struct nb_quantity q;

	if (r->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		const struct nb_prose *value = &r->indicator[i].value;

		if (nb_quantity_read(value->text, &q) &&
		    q.bound != NB_BOUND_EXACT)
			report(&f, value, 0, value->text.n);
	}
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.role == NB_PROSE_BODY && !p->ahead &&
		    (p->is.part == NB_PART_LEAD ||
			p->is.part == NB_PART_SECTIONS))
			look(&f, p);
	}
}

const struct nb_rule nb_rule_figure_vague = { .code = &code, .run = run };
