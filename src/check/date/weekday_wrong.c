/*
 * D08 weekday-wrong - a date and a day of the week that do not go together.
 */
#include "base/word_list.h"
#include "check/date_scan.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D08",
	.name = "weekday-wrong",
	.severity = NB_WARNING,
	.title = "日期与星期不符",
	.basis = "公历",
	.help = "查日历，改日期或者星期",
	.why =
	    "日期和星期对不上，总有一个错了，多半是日期抄错了一位，或者沿用了"
	    "上年的通知没有改。只查年月日齐全、后面紧跟着星期几的。\n"
	    "误：2019年12月4日星期二\n"
	    "正：2019年12月4日星期三",
};

static const char *const days[] = { "日", "一", "二", "三", "四", "五", "六" };

/* “星期二”, “（周二）”, at at; 7: none. */
static int
read_weekday(struct nb_str s, size_t *at)
{
	static const char *const words[] = { "星期", "周", "礼拜", NULL };
	bool said;

	if (!nb_str_skip(s, at, NB_S("（")))
		nb_str_skip(s, at, NB_S("，"));
	said = nb_word_skip(words, s, at);
	for (int i = 0; said && i < (int)NB_COUNT(days); i++)
		if (nb_str_skip(s, at, nb_str_z(days[i])))
			return i;
	return said && nb_str_skip(s, at, NB_S("天")) ? 0 : (int)NB_COUNT(days);
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->text;
	size_t begin;
	struct nb_date d;

	for (size_t at = 0; nb_date_next(s, &at, &begin, &d);) {
		size_t end = at;
		const int said = read_weekday(s, &end);

		if (d.day == 0 || said == (int)NB_COUNT(days) ||
		    said == nb_date_weekday(&d))
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(p->is.prose, begin, end),
		    NB_FMT "是星期%s，不是星期%s",
		    NB_ARG(nb_date_text(ck->arena, &d)),
		    days[nb_date_weekday(&d)], days[said]);
	}
}

const struct nb_rule nb_rule_weekday_wrong = { .code = &code, .passage = look };
