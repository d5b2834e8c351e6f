/*
 * T25 sentence-long - more than 200 characters without a full stop.
 */
#include "check/piece.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T25",
	.name = "sentence-long",
	.severity = NB_NOTE,
	.title = "长句",
	.basis = "公文写作惯例",
	.help = "在意思告一段落的地方改用句号或分号",
	.why = "一句话超过二百个汉字还没有句号、分号，读的人记不住前面说了什么"
	       "，也容易出现主语丢失。牵头单位、责任单位的括注不计在内。\n"
	       "误：一个自然段只有末尾一个句号\n"
	       "正：一件事一句话",

};

enum { MOST_HAN = 200 };

/* Han characters of a sentence without notes on who does it. */
static size_t
han_of(struct nb_str s)
{
	size_t n = nb_str_han(s), end = 0;

	for (size_t at = nb_str_find(s, NB_S("（"), 0); at != SIZE_MAX;
	     at = nb_str_find(s, NB_S("（"), end)) {
		struct nb_str note;

		end = nb_str_find(s, NB_S("）"), at);
		if (end == SIZE_MAX)
			break;
		note = nb_str_sub(s, at, end - at);
		if (nb_str_has(note, NB_S("单位")))
			n -= nb_str_han(note);
	}
	return n;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_piece piece;

	if (!nb_passage_runs(p) || p->text.n <= 3 * MOST_HAN)
		return;
	for (size_t at = 0;
	     nb_piece_next(p->text, NB_SENTENCE_ENDS, &at, &piece);) {
		const size_t n =
		    piece.text.n > 3 * MOST_HAN ? han_of(piece.text) : 0;

		if (n > MOST_HAN)
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, piece.begin, piece.end),
			    "这一句%zu个字，中间没有句号、分号", n);
	}
}

const struct nb_rule nb_rule_sentence_long = { .code = &code, .passage = look };
