/*
 * T28 bracket-nested - brackets within brackets of the same form.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T28",
	.name = "bracket-nested",
	.severity = NB_NOTE,
	.title = "圆括号套用",
	.basis = "GB/T 15834—2011 4.9",
	.help = "里面一层改用方括号或六角括号，或者改写成两句",
	.why = "圆括号里面再套圆括号，读的人分不清哪里结束。内层改用别的括号，"
	       "或者把内容拿到括号外面。\n"
	       "误：（牵头单位：党政办（综合科）、司法所）\n"
	       "正：（牵头单位：党政办〔综合科〕、司法所）",

};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->text;
	size_t outer = 0;
	bool open = false, nested = false;

	for (size_t at = nb_str_find(s, NB_S("（"), 0); at < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (c == U'（' && open && !nested) {
			nested = true;
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, outer, at),
			    "圆括号里又套了圆括号");
		} else if (c == U'（' && !open) {
			open = true;
			outer = here;
		} else if (c == U'）') {
			open = nested;
			nested = false;
		}
	}
}

const struct nb_rule nb_rule_bracket_nested = { .code = &code,
	.passage = look };
