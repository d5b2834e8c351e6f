/*
 * G02 mojibake - a question mark where a character was lost.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G02",
	.name = "mojibake",
	.severity = NB_ERROR,
	.title = "疑似乱码",
	.basis = "公文校对惯例",
	.help = "对照原稿，把问号处的字补回来",
	.why = "问号夹在两个汉字中间，后面不是句子的开头，多半是转换编码时丢了"
	       "字。排出来就是一个莫名其妙的问号，必须补上。\n"
	       "误：开展矛盾?查化解\n"
	       "正：开展矛盾排查化解",

};

/* ? between Han characters, or before a small letter. */
static bool
is_lost_char(struct nb_str s, size_t at)
{
	const uint32_t before = nb_char_before(s, at);
	const uint32_t after = nb_char_after(s, at + 1);

	return nb_is_han(before) && !nb_asks_before(s, at) &&
	    (nb_is_han(after) || (after >= 'a' && after <= 'z') ||
		after == '?');
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = nb_str_find(s, NB_S("?"), 0); at != SIZE_MAX;
	     at = nb_str_find(s, NB_S("?"), at + 1))
		if (is_lost_char(s, at))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(prose, at, at + 1),
			    "疑似乱码：“" NB_FMT "”",
			    NB_ARG(nb_str_around(s, at, at + 1)));
}

const struct nb_rule nb_rule_mojibake = { .code = &code, .passage = look };
