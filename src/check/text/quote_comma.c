/*
 * T04 quote-comma - 、 between two quotations or two titles side by side.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T04",
	.name = "quote-comma",
	.severity = NB_NOTE,
	.title = "并列的引号（书名号）之间用了顿号",
	.basis = "GB/T 15834—2011 4.5.3.5",
	.help = "删去两个引号（书名号）之间的顿号",
	.why = "标有引号、书名号的并列成分之间通常不用顿号，引号本身已经把它们"
	       "分开。"
	       "中间还有别的话或括注时，顿号宜保留。\n"
	       "误：增强“四个意识”、“四个自信”\n"
	       "正：增强“四个意识”“四个自信”",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text, mark = NB_S("、");

	for (size_t at = nb_str_find(s, mark, 0); at != SIZE_MAX;
	     at = nb_str_find(s, mark, at + mark.n)) {
		const uint32_t before = nb_char_before(s, at);
		const uint32_t after = nb_char_after(s, at + mark.n);
		struct nb_diag *g;

		if (!(before == U'”' && after == U'“') &&
		    !(before == U'》' && after == U'《'))
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, at, at + mark.n),
		    "并列的%s之间不用顿号", before == U'”' ? "引号" : "书名号");
		nb_offer_fix(g, prose, at, at + mark.n, NB_S(""));
	}
}

const struct nb_rule nb_rule_quote_comma = { .code = &code, .passage = look };
