#include "import/formal.h"

#include "import/metadata.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/number.h"

enum {
	DATE_MOST = 24,      /* [char] */
	ORGAN_MOST = 36,     /* [char] */
	NUMBER_MOST = 25,    /* [char] */
	ADDRESSEE_MOST = 80, /* [char] */
	TITLE_MOST = 60,     /* [char] */
};

/* Without one pair of brackets around all of it. */
static struct nb_str
unbracketed(struct nb_str s)
{
	s = nb_str_trim(s);
	if (nb_str_starts(s, NB_S("（")) && nb_str_ends(s, NB_S("）")))
		return nb_str_sub(
		    s, NB_S("（").n, s.n - NB_S("（").n - NB_S("）").n);
	if (nb_str_starts(s, NB_S("(")) && nb_str_ends(s, NB_S(")")))
		return nb_str_sub(s, 1, s.n - 2);
	return s;
}

enum nb_formal_date
nb_formal_date(struct nb_arena *a, const struct nb_vocabulary *words,
    struct nb_str plain, struct nb_str *ret_iso)
{
	const struct nb_str s = unbracketed(plain);
	const size_t bracket = nb_str_find(s, NB_S("（"), 0);

	*ret_iso = NB_S("");
	if (nb_str_chars(plain) > DATE_MOST)
		return NB_FORMAL_NO_DATE;
	*ret_iso = nb_iso_date(a, s);
	if (ret_iso->n == 0 && bracket != SIZE_MAX)
		*ret_iso = nb_iso_date(a, nb_str_sub(s, 0, bracket));
	if (ret_iso->n > 0)
		return NB_FORMAL_DATE;
	if (nb_words_in(&words->lunar, s) && nb_str_has(s, NB_S("年")))
		return NB_FORMAL_LUNAR;
	return nb_str_has(s, NB_S("年")) && nb_str_has(s, NB_S("月")) &&
		nb_str_ends(s, NB_S("日"))
	    ? NB_FORMAL_NO_DAY
	    : NB_FORMAL_NO_DATE;
}

static bool
is_sentence(struct nb_str s)
{
	static const char *const mark[] = { "。", "，", "；", "：", "、", "？",
		"《", "|", NULL };

	return nb_word_in(mark, s) > 0;
}

bool
nb_formal_is_organ(const struct nb_vocabulary *words, struct nb_str plain)
{
	return nb_str_chars(plain) <= ORGAN_MOST && !is_sentence(plain) &&
	    nb_words_ending(&words->organ.end, plain) > 0;
}

size_t
nb_formal_organ_and_date(struct nb_arena *a, const struct nb_vocabulary *words,
    struct nb_str plain, struct nb_str *ret_iso)
{
	if (nb_str_chars(plain) > ORGAN_MOST + DATE_MOST)
		return 0;
	for (size_t at = 0; at < plain.n; nb_utf8_next(plain, &at)) {
		const struct nb_str organ =
		    nb_str_trim(nb_str_sub(plain, 0, at));

		if (nb_formal_is_organ(words, organ) &&
		    nb_formal_date(a, words,
			nb_str_trim(nb_str_from(plain, at)),
			ret_iso) == NB_FORMAL_DATE)
			return organ.n;
	}
	return 0;
}

bool
nb_formal_is_number(struct nb_str plain)
{
	static const char *const open[] = { "〔", "[", "［", "【", NULL };

	return nb_str_chars(plain) <= NUMBER_MOST &&
	    nb_str_ends(plain, NB_S("号")) && nb_word_in(open, plain) > 0;
}

bool
nb_formal_is_addressee(const struct nb_vocabulary *words, struct nb_str plain)
{
	static const char *const colon[] = { "：", ":", NULL };

	const size_t n = nb_word_ends(colon, plain);

	return n > 0 && !nb_words_in(&words->form.told, plain) &&
	    nb_word_in(colon, nb_str_sub(plain, 0, plain.n - n)) == 0 &&
	    nb_str_chars(plain) <= ADDRESSEE_MOST;
}

bool
nb_formal_is_attachment(struct nb_str plain)
{
	static const char *const mark[] = { "：", ":", ".", "．", NULL };
	size_t at = 0;
	struct nb_str s;
	unsigned n;

	if (!nb_str_skip(plain, &at, NB_S("附件")))
		return false;
	s = nb_str_trim(nb_str_from(plain, at));
	at = 0;
	if (s.n == 0)
		return true;
	return nb_number_read(s, &at, &n) &&
	    (at == s.n || nb_word_is(mark, nb_str_from(s, at)));
}

bool
nb_formal_is_title_end(const struct nb_vocabulary *words, struct nb_str plain)
{
	static const char *const mark[] = { "。", "；", "，", "：", "|", NULL };
	const struct nb_str s = nb_str_trim(plain);
	const size_t bracket = nb_str_find(s, NB_S("（"), 1);
	const bool suffix = bracket != SIZE_MAX && nb_str_ends(s, NB_S("）"));

	return nb_str_chars(s) <= TITLE_MOST && nb_word_in(mark, s) == 0 &&
	    nb_words_ending(&words->title.document,
		suffix ? nb_str_trim(nb_str_sub(s, 0, bracket)) : s) > 0;
}
