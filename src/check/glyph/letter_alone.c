/*
 * G08 letter-alone - a capital letter where a character with pinyin was lost.
 */
#include "base/pinyin.h"
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G08",
	.name = "letter-alone",
	.severity = NB_WARNING,
	.title = "孤立的拉丁字母",
	.basis = "公文校对惯例",
	.help = "对照原稿，补回丢失的字，或删去字母",
	.why = "一个汉字后面孤零零一个大写字母，接着是注音的括号，是网页上的字"
	       "丢了、只剩下残迹。“APP”“3+N”不算。\n"
	       "误：排P（chá）化解\n"
	       "正：排查化解",

};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = 1; at < s.n; at++) {
		size_t open = at + 1, end;
		uint32_t bracket;

		if (s.p[at] < 'A' || s.p[at] > 'Z' ||
		    !nb_is_han(nb_char_before(s, at)) || open >= s.n)
			continue;
		bracket = nb_utf8_next(s, &open);
		if (bracket != '(' && bracket != U'（')
			continue;
		end = open;
		while (end < s.n && nb_is_latin(nb_char_after(s, end)))
			nb_utf8_next(s, &end);
		if (nb_is_pinyin(nb_str_sub(s, open, end - open)))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(prose, at, at + 1),
			    "孤立的字母“%c”：“" NB_FMT "”", s.p[at],
			    NB_ARG(nb_str_around(s, at, at + 1)));
	}
}

const struct nb_rule nb_rule_letter_alone = { .code = &code, .passage = look };
