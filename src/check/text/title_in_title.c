/*
 * T11 title-in-title - a document named inside of 《》 with 《》 or “”.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T11",
	.name = "title-in-title",
	.severity = NB_NOTE,
	.title = "书名号里又用了书名号",
	.basis = "GB/T 15834—2011 4.15.3.5",
	.help = "里面的一层改用单书名号“〈〉”",
	.why = "书名号里面还有文件名时，里面一层用单书名号“〈〉”。里面的引号括"
	       "的不是文件名，仍用引号。\n"
	       "误：《关于印发《柳溪街道执法公示办法》的通知》\n"
	       "正：《关于印发〈柳溪街道执法公示办法〉的通知》",
};

/* The end of the name that the mark at open opens inside of 《》, or 0. */
static size_t
inner_end(
    const struct nb_check *ck, struct nb_str s, size_t open, uint32_t mark)
{
	const struct nb_str close = mark == U'《' ? NB_S("》") : NB_S("”");
	enum { FAR = 300 }; /* of a name [byte] */
	const size_t end =
	    nb_str_find(nb_str_sub(s, 0, open + FAR), close, open);
	struct nb_str name;

	if (end == SIZE_MAX)
		return 0;
	name = nb_str_sub(s, open + 3, end - open - 3);
	if (nb_str_ends(name, NB_S("）")))
		name = nb_str_sub(name, 0, nb_str_find(name, NB_S("（"), 0));
	return nb_words_ending(&ck->outline->wording.document, name) > 0
	    ? end + close.n
	    : 0;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = p->text;
	bool inside = false;

	for (size_t at = nb_str_find(s, NB_S("《"), 0); at < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);
		size_t end = 0;

		if (inside && (c == U'《' || c == U'“'))
			end = inner_end(ck, s, here, c);
		if (end > 0) {
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(prose, here, end),
			    "书名号里的文件名用单书名号：“" NB_FMT "”",
			    NB_ARG(nb_str_sub(s, here, end - here)));
			at = end;
		} else if (c == U'《' || c == U'》') {
			inside = c == U'《';
		}
	}
}

const struct nb_rule nb_rule_title_in_title = { .code = &code,
	.passage = look };
