/*
 * T27 source-note - a note in brackets behind the last sentence.
 */
#include "base/beside.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T27",
	.name = "source-note",
	.severity = NB_WARNING,
	.title = "段末夹来源括注",
	.basis = "公文写作惯例",
	.help = "删去括注，或者把来源写进句子里",
	.why = "句号后面又跟一个括号，多半是写稿时记下的材料来源，定稿时忘了删"
	       "。“（此件公开发布）”不算。\n"
	       "误：全年办结71件。（法制办提供）\n"
	       "正：全年办结71件。",

};

enum { LEAST = 4, MOST = 60 }; /* characters of a note */

/* Where the bracket that ends the paragraph opens; SIZE_MAX: none. */
static size_t
last_bracket(struct nb_str s)
{
	size_t at = s.n, depth = 0;

	if (nb_str_last(s) != U'）')
		return SIZE_MAX;
	while (at > 0) {
		const uint32_t c = nb_utf8_prev(s, &at);

		if (c == U'）')
			depth++;
		else if (c == U'（' && --depth == 0)
			return at;
	}
	return SIZE_MAX;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->text;
	const size_t open = last_bracket(s);
	struct nb_str note;

	if (!nb_passage_runs(p) || p->is.part == NB_PART_BACK ||
	    open == SIZE_MAX || open == 0 ||
	    !nb_mark_in(U"。！？；", nb_char_before(s, open)))
		return;
	note = nb_str_sub(s, open + 3, s.n - open - 6);
	/* A sentence of its own may stand in brackets. */
	if (nb_mark_in(U"。！？", nb_str_last(note)) ||
	    nb_str_chars(note) < LEAST || nb_str_chars(note) > MOST ||
	    nb_str_has(note, NB_S("此件")) || nb_str_has(note, NB_S("单位：")))
		return;
	nb_diag_add(ck->diags, &code, nb_prose_span(p->is.prose, open, s.n),
	    "段末夹来源括注：“" NB_FMT "”", NB_ARG(nb_str_from(s, open)));
}

const struct nb_rule nb_rule_source_note = { .code = &code, .passage = look };
