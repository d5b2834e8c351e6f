/*
 * base/beside.c - looks beside a place.
 */
#include "base/beside.h"

#include "base/word_list.h"

#define CLAUSE_ENDS U"，。；：！？"

bool
nb_has_digit(struct nb_str s)
{
	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n; at++)
		if (nb_is_digit((unsigned char)s.p[at]))
			return true;
	return false;
}

uint32_t
nb_char_before(struct nb_str s, size_t at)
{
	return at == 0 ? 0 : nb_utf8_prev(s, &at);
}

uint32_t
nb_char_after(struct nb_str s, size_t at)
{
	return at >= s.n ? 0 : nb_utf8_next(s, &at);
}

bool
nb_is_word_char(uint32_t c)
{
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

struct nb_str
nb_full_width_mark(char half)
{
	static const struct {
		char half;
		const char *full;
	} marks[] = {
		{ ',', "，" },
		{ ':', "：" },
		{ ';', "；" },
		{ '?', "？" },
		{ '!', "！" },
		{ '(', "（" },
		{ ')', "）" },
	};

	for (size_t i = 0; i < NB_COUNT(marks); i++)
		if (marks[i].half == half)
			return nb_str_z(marks[i].full);
	return NB_S("");
}

bool
nb_is_private_use(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool
nb_is_compatibility(uint32_t c)
{
	return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) ||
	    (c >= 0x2F800 && c <= 0x2FA1F);
}

bool
nb_asks_before(struct nb_str s, size_t at)
{
	static const char *const words[] = { "谁", "什么", "怎", "哪", "何",
		"吗", "呢", "几", "多少", "是否", "么", "能否", "可否", "吧",
		NULL };
	enum { FAR = 30 }; /* characters of a question, at most */
	size_t begin = at;

	for (unsigned n = 0; n < FAR && begin > 0; n++) {
		size_t here = begin;

		if (nb_mark_in(CLAUSE_ENDS, nb_utf8_prev(s, &here)))
			break;
		begin = here;
	}
	return nb_word_in(words, nb_str_sub(s, begin, at - begin)) > 0;
}

/* The hundred most common surnames of one character. */
#define SURNAMES \
	U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹" \
	"彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖" \
	"石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵" \
	"万覃武钱戴严莫孔向常汤"

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

bool
nb_blank_is_needless(struct nb_str s, size_t begin, size_t end)
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

static const struct {
	uint32_t c;
	const char *name;
} odd[] = {
	{ 0x00A0, "不换行空格" },
	{ 0x2002, "半字宽空格" },
	{ 0x2003, "一字宽空格" },
	{ 0x2009, "窄空格" },
	{ 0x200B, "零宽空格" },
	{ 0x200C, "零宽不连字" },
	{ 0x200D, "零宽连字" },
	{ 0xFEFF, "零宽空格" },
	{ '\t', "制表符" },
};

static const char *
name_of(uint32_t c)
{
	if (nb_is_han(c))
		return NULL;
	for (size_t i = 0; i < NB_COUNT(odd); i++)
		if (odd[i].c == c)
			return odd[i].name;
	return NULL;
}

/* Between two Western words it is a space; elsewhere it is nothing. */
static struct nb_str
instead_of(struct nb_str s, size_t begin, size_t end, uint32_t c)
{
	const bool wide =
	    c != 0x200B && c != 0x200C && c != 0x200D && c != 0xFEFF;
	const uint32_t before = nb_char_before(s, begin);
	const uint32_t after = nb_char_after(s, end);

	return wide && !nb_is_cjk(before) && !nb_is_cjk(after) ? NB_S(" ")
							       : NB_S("");
}

/* Joiners spell words of other scripts. */
static bool
is_joiner(uint32_t c)
{
	return c == 0x200C || c == 0x200D;
}

bool
nb_blank_is_odd(struct nb_str s, size_t begin, size_t end, uint32_t c,
    struct nb_str *instead, const char **name)
{
	*name = name_of(c);
	if (*name == NULL ||
	    (is_joiner(c) && !nb_is_cjk(nb_char_before(s, begin)) &&
		!nb_is_cjk(nb_char_after(s, end))))
		return false;
	*instead = instead_of(s, begin, end, c);
	return true;
}
