/*
 * T09 list-mark-mixed - 、 and ， between parts of one list.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T09",
	.name = "list-mark-mixed",
	.severity = NB_WARNING,
	.title = "并列成分顿号、逗号混用",
	.basis = "GB/T 15834—2011 4.5",
	.help = "同一层次的并列成分一律用顿号",
	.why = "一串并列的词，前面用顿号，最后一个却用了逗号，读起来像是换了一"
	       "层意思。\n"
	       "误：发动社会组织、群众团体，志愿团体等参与\n"
	       "正：发动社会组织、群众团体、志愿团体等参与",
};

enum { WORD = 8 }; /* characters of a part of a list, at most */

static bool
is_kind(const struct nb_check *ck, struct nb_str word)
{
	return nb_str_chars(word) <= WORD &&
	    nb_words_ending(&ck->outline->wording.list.kind, word) > 0;
}

/* A part of a list has none: then it is a clause. */
static bool
has_verb(const struct nb_check *ck, struct nb_str word)
{
	return nb_str_starts(word, NB_S("组织")) ||
	    nb_words_in(&ck->outline->wording.list.verb, word);
}

/* The word from a place on that ends a list of its kind; or empty. */
static struct nb_str
word_after(const struct nb_check *ck, struct nb_str s, size_t begin)
{
	size_t at = begin;

	for (unsigned n = 0; n <= WORD && at < s.n; n++) {
		const struct nb_str word = nb_str_sub(s, begin, at - begin);

		if (word.n > 0 && is_kind(ck, word) &&
		    nb_mark_in(U"等中、的。", nb_char_after(s, at)))
			return word;
		if (!nb_is_han(nb_utf8_next(s, &at)))
			break;
	}
	return NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = p->text, comma = NB_S("，");

	for (size_t at = nb_str_find(s, comma, 0); at != SIZE_MAX;
	     at = nb_str_find(s, comma, at + comma.n)) {
		const struct nb_str x = nb_han_before(s, at, WORD + 1);
		struct nb_str y;

		if (nb_char_before(s, at - x.n) != U'、' || !is_kind(ck, x))
			continue;
		y = word_after(ck, s, at + comma.n);
		if (y.n == 0 || has_verb(ck, y))
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, at, at + comma.n),
		    "并列成分顿号、逗号混用：“" NB_FMT "，" NB_FMT "”",
		    NB_ARG(x), NB_ARG(y));
	}
}

const struct nb_rule nb_rule_list_mark_mixed = { .code = &code,
	.passage = look };
