/*
 * T07 word-doubled - a word of two to six characters written twice in a row.
 */
#include "base/beside.h"
#include "check/rule.h"

#include <string.h>

static const struct nb_code code = {
	.id = "T07",
	.name = "word-doubled",
	.severity = NB_WARNING,
	.title = "词语重叠",
	.basis = "公文校对惯例",
	.help = "删去重复的一个",
	.why = "复制、改稿时容易把一个词写两遍。只查二到六个汉字紧挨着重复的；“"
	       "一件一件”这样本来就重叠的话不算。\n"
	       "误：推进法治政府建设建设工作\n"
	       "正：推进法治政府建设工作",

};

enum { LEAST = 2, MOST = 6 }; /* characters of a word */

/* Words that begin with what ends the word before: 执法、执法人员. */
static bool
goes_on(uint32_t c)
{
	return nb_mark_in(U"人员者证权队机法性化力", c);
}

enum { HAN = 3 }; /* bytes of a Han character in UTF-8, but for rare ones */

/* Length of a word at a place that stands there twice, or 0. [byte] */
static size_t
doubled_at(struct nb_str s, size_t at)
{
	size_t best = 0;

	for (size_t n = LEAST; n <= MOST && at + 2 * HAN * n <= s.n; n++) {
		const size_t len = HAN * n, second = at + len;

		if (s.p[at + HAN - 1] != s.p[second + HAN - 1] ||
		    memcmp(s.p + at, s.p + second, len) != 0 ||
		    nb_str_han(nb_str_sub(s, at, len)) != n)
			continue;
		if (n > LEAST || !goes_on(nb_char_after(s, second + len)))
			best = len;
	}
	return best;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const size_t len = nb_is_han(c) ? doubled_at(s, begin) : 0;

		if (len == 0 || nb_mark_in(U"一逐每", c) ||
		    nb_char_after(s, at) == c)
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, begin, begin + 2 * len),
		    "“" NB_FMT "”写了两遍", NB_ARG(nb_str_sub(s, begin, len)));
		at = begin + 2 * len;
	}
}

const struct nb_rule nb_rule_word_doubled = { .code = &code, .passage = look };
