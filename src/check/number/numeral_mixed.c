/*
 * N16 numeral-mixed - one unit counted in Han and in Arabic numerals (两次,
 * 2次); thousands set off by commas.
 *
 * Only a few measure words are looked at and only plain counts of two to
 * nineteen: 三个单位, 一件事, 第二次, 七八次 and 两次三番 are as they should
 * be.
 */
#include "base/beside.h"
#include "base/word_list.h"
#include "check/figure_scan.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "N16",
	.name = "numeral-mixed",
	.severity = NB_NOTE,
	.title = "数字写法不统一",
	.basis = "GB/T 15835—2011：同一文件中数字的形式应统一",
	.help = "统计数据一律用阿拉伯数字，不用千分撇",
	.why =
	    "同一篇里一处写“两次”，一处写“2次”，数据不显眼，也不整齐。公文里的"
	    "数一般不加千分撇，加了的容易与列举的逗号混淆。成语、概数、序数不查"
	    "，"
	    "每种只提示一次。\n"
	    "误：召开专题会议两次，开展检查2次，走访1,872户\n"
	    "正：召开专题会议2次，开展检查2次，走访1872户",
};

/* Measure words of what is counted in a report. */
static const char *const units[] = { "次", "件", "场", "期", "名", "份", "起",
	"宗", "户", "家" };

/* First places of a unit in Arabic and in Han. */
struct seen {
	bool arabic;
	struct nb_str text; /* in Han; empty: not seen */
	struct nb_span place;
};

struct finder {
	const struct nb_check *ck;
	struct seen seen[NB_COUNT(units)];
	struct nb_span comma; /* of the first thousands, of n_commas */
	struct nb_str comma_text;
	unsigned n_commas;
};

static size_t
unit_index(struct nb_str unit)
{
	size_t i;

	for (i = 0; i < NB_COUNT(units); i++)
		if (nb_str_eq(unit, nb_str_z(units[i])))
			break;
	return i;
}

/* The unit that s starts with, as a whole: not 家 of 家次; none of 次会议. */
static size_t
unit_at(const struct finder *f, struct nb_str s)
{
	const size_t n = nb_words_starting(&f->ck->outline->number->unit, s);
	const struct nb_str rest = nb_str_from(s, n);

	if (nb_str_starts(rest, NB_S("会议")) ||
	    nb_str_starts(rest, NB_S("全会")) ||
	    nb_str_starts(rest, NB_S("全体")))
		return NB_COUNT(units);
	return unit_index(nb_str_sub(s, 0, n));
}

static void
look_at_arabic(struct finder *f, const struct nb_passage *p)
{
	struct nb_found_figure found;
	const struct nb_str s = p->text;

	for (size_t at = 0;
	     nb_figure_next(s, &f->ck->outline->number->unit, &at, &found);) {
		const struct nb_str figure =
		    nb_str_sub(s, found.begin, found.unit - found.begin);
		const size_t unit = unit_index(found.q.unit);

		if (unit < NB_COUNT(units))
			f->seen[unit].arabic = true;
		if (!nb_str_has(figure, NB_S(",")))
			continue;
		if (f->n_commas++ == 0) {
			f->comma =
			    nb_prose_span(p->is.prose, found.begin, found.unit);
			f->comma_text = figure;
		}
	}
}

/* Whether what stands before a Han numeral makes it no count. */
static bool
is_bound_before(struct nb_str before)
{
	static const char *const words[] = { "第", "每", "逐", "再", "数", "几",
		"某", "这", "那", "上", "下", "前", "后", "首", "近", "好",
		"百", "千", "万", "零", "○", "〇", "“", "一", "二", "三", "四",
		"五", "六", "七", "八", "九", "分之", "点", "周", "初", NULL };

	return nb_word_ends(words, before) > 0;
}

/* A count of two to nineteen at *at, which moves behind it. */
static void
skip_han(struct nb_str s, size_t *at)
{
	nb_str_skip(s, at, NB_S("十"));
	if (nb_mark_in(U"两二三四五六七八九", nb_char_after(s, *at)))
		nb_utf8_next(s, at);
}

static void
look_at_han(struct finder *f, const struct nb_passage *p)
{
	const struct nb_str s = p->text;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		size_t unit, end;

		if (!nb_mark_in(U"两二三四五六七八九十", nb_utf8_next(s, &at)))
			continue;
		at = begin;
		skip_han(s, &at);
		unit = unit_at(f, nb_str_from(s, at));
		if (unit == NB_COUNT(units) || f->seen[unit].text.n > 0 ||
		    is_bound_before(nb_str_sub(s, 0, begin)))
			continue;
		end = at + nb_str_z(units[unit]).n;
		f->seen[unit].text =
		    nb_str_sub(p->is.prose->text, begin, end - begin);
		f->seen[unit].place = nb_prose_span(p->is.prose, begin, end);
	}
}

static void
report(const struct finder *f)
{
	for (size_t i = 0; i < NB_COUNT(units); i++)
		if (f->seen[i].arabic && f->seen[i].text.n > 0)
			nb_diag_add(f->ck->diags, &code, f->seen[i].place,
			    "数字写法不统一：这里写“" NB_FMT
			    "”，别处用阿拉伯数字加“%s”",
			    NB_ARG(f->seen[i].text), units[i]);
	if (f->n_commas > 0)
		nb_diag_add(f->ck->diags, &code, f->comma,
		    "数字用了千分撇：“" NB_FMT "”，共%u处",
		    NB_ARG(f->comma_text), f->n_commas);
}

static void
run(const struct nb_check *ck)
{
	struct finder f = { .ck = ck };

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.role != NB_PROSE_BODY)
			continue;
		look_at_arabic(&f, p);
		look_at_han(&f, p);
	}
	report(&f);
}

const struct nb_rule nb_rule_numeral_mixed = { .code = &code, .run = run };
