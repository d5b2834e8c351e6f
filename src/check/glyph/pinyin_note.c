/*
 * G03 pinyin-note - pinyin in brackets behind characters, from web pages that
 * read aloud.
 */
#include "base/arena.h"
#include "base/pinyin.h"
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G03",
	.name = "pinyin-note",
	.severity = NB_ERROR,
	.title = "夹注拼音",
	.basis = "公文写作惯例；多为无障碍网页加注后粘贴所致",
	.help = "删去括号和拼音；nianbao fix 可以一次删完",
	.why =
	    "政府网站的“无障碍浏览”会给生字加注拼音，从网页粘贴时一起带了下来。"
	    "正式文件里一个也不能留。“（APP）”“（党组）”不是拼音，不算。\n"
	    "误：行政复（fù）议\n"
	    "正：行政复议",
	.fixable = true,
};

struct notes {
	const struct nb_check *ck;
	struct nb_diag *first;
	unsigned n;
	struct nb_str sample;
	struct nb_span place;
};

static void
count(struct notes *notes, const struct nb_prose *p)
{
	const struct nb_str s = p->text;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t here = at;
		const size_t end = nb_pinyin_note_end(s, here);

		nb_utf8_next(s, &at);
		if (end == 0 || !nb_is_word_char(nb_char_before(s, here)))
			continue;
		at = end;
		if (notes->n++ == 0) {
			notes->first = nb_diag_add(notes->ck->diags, &code,
			    nb_prose_span(p, here, end),
			    "夹注拼音：“" NB_FMT "”",
			    NB_ARG(nb_str_around(s, here, end)));
			nb_offer_fix(notes->first, p, here, end, NB_S(""));
		} else if (nb_prose_is_verbatim(p, here, end)) {
			nb_diag_add_edit(notes->ck->diags, notes->first,
			    nb_prose_span(p, here, end), NB_S(""));
		}
	}
}

static void
run(const struct nb_check *ck)
{
	struct notes notes = { .ck = ck };

	for (uint32_t i = 0; i < ck->passages.n; i++)
		count(&notes, ck->passages.passage[i].is.prose);
	if (notes.n > 1)
		notes.first->message = nb_arena_printf(ck->arena,
		    NB_FMT "等，共%u处", NB_ARG(notes.first->message), notes.n);
}

const struct nb_rule nb_rule_pinyin_note = { .code = &code, .run = run };
