/*
 * T05 space-needless - a space between Chinese characters, or between one and
 * a figure or a Latin word.
 */
#include "check/near.h"
#include "check/piece.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T05",
	.name = "space-needless",
	.severity = NB_WARNING,
	.title = "多余空格",
	.basis = "公文写作惯例：汉字与数字、字母之间不空格，间隔由排版决定",
	.help = "删去空格；nianbao fix 可以一次改完",
	.why =
	    "空格是粘贴留下的痕迹，排出来就是一个缺口，检索时也会把一个词拆成"
	    "两个。两字姓名中间的空格、英文词之间的空格不算。\n"
	    "误：全年受理 11 件， 办结10件\n"
	    "正：全年受理11件，办结10件",
	.fixable = true,
};

/* The hundred most common surnames of one character. */
#define SURNAMES \
	NB_S("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹" \
	     "彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖" \
	     "石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵" \
	     "万覃武钱戴严莫孔向常汤")

/* 王 伟: two characters of a name set apart to fill three. */
static bool
is_short_name(struct nb_str s, size_t begin, size_t end)
{
	size_t left = begin, right = end;
	const uint32_t family = left > 0 ? nb_utf8_prev(s, &left) : 0;
	const uint32_t given = right < s.n ? nb_utf8_next(s, &right) : 0;

	return nb_mark_in(SURNAMES, family) && nb_is_han(given) &&
	    (!nb_is_word_char(nb_char_before(s, left)) ||
		!nb_is_word_char(nb_char_after(s, right)));
}

/* An address, or words of Latin letters, takes a space on both sides. */
static bool
is_foreign(struct nb_str s, size_t begin, size_t end)
{
	const bool latin = nb_is_latin(nb_char_before(s, begin)) ||
	    nb_is_latin(nb_char_after(s, end));
	size_t from = begin, to = end;

	while (from > 0 && !nb_is_cjk(nb_char_before(s, from)))
		nb_utf8_prev(s, &from);
	while (to < s.n && !nb_is_cjk(nb_char_after(s, to)))
		nb_utf8_next(s, &to);
	s = nb_str_trim(nb_str_sub(s, from, to - from));
	for (size_t at = 0; at < s.n; at++)
		if (s.p[at] == '/' || s.p[at] == '@' ||
		    (s.p[at] == ' ' && latin))
			return true;
	return false;
}

static bool
is_needless(struct nb_str s, size_t begin, size_t end)
{
	const uint32_t before = nb_char_before(s, begin);
	const uint32_t after = nb_char_after(s, end);

	if (!nb_is_cjk(before) && !nb_is_cjk(after))
		return false;
	if (!nb_is_cjk(before) && !nb_is_word_char(before) && before != '%')
		return false;
	if (!nb_is_cjk(after) && !nb_is_word_char(after))
		return false;
	return !is_short_name(s, begin, end) && !is_foreign(s, begin, end);
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;
	size_t end;

	if (p->is.role == NB_PROSE_FIGURE || p->is.role == NB_PROSE_NAME ||
	    p->is.role == NB_PROSE_TITLE)
		return;
	for (size_t at = nb_str_find(s, NB_S(" "), 0); at != SIZE_MAX;
	     at = nb_str_find(s, NB_S(" "), end)) {
		struct nb_diag *g;

		for (end = at + 1; end < s.n && s.p[end] == ' ';)
			end++;
		if (!is_needless(s, at, end) ||
		    !nb_prose_is_verbatim(prose, at, end))
			continue;
		g = nb_diag_add(ck->diags, &code, nb_prose_span(prose, at, end),
		    "多余空格：“" NB_FMT "”",
		    NB_ARG(nb_str_around(s, at, end)));
		g->fix = NB_S("");
	}
}

const struct nb_rule nb_rule_space_needless = { .code = &code,
	.passage = look };
