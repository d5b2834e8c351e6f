/*
 * base/pinyin.c - knows the sounds of Mandarin.
 */
#include "base/pinyin.h"

#include "base/beside.h"

enum { MOST_LETTERS = 6 };

static const char *const initials[] = { "zh", "ch", "sh", "b", "p", "m", "f",
	"d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
	"y", "w" };

static const char *const finals[] = { "a", "o", "e", "i", "u", "v", "ai", "ei",
	"ui", "ao", "ou", "iu", "ie", "ue", "ve", "er", "an", "en", "in", "un",
	"ang", "eng", "ing", "ong", "ia", "ian", "iang", "iao", "iong", "ua",
	"uai", "uan", "uang", "uo" };

static const char *const neutral[] = { "de", "le", "zi", "men", "zhe", "me",
	"ma", "ba", "ne", "tou", "guo", "shang", "xia", "li", "di" };

/* Vowels with a tone, and without: v is ü. */
static const struct {
	const char *toned;
	char plain;
} vowels[] = {
	{ "āáǎàɑ", 'a' },
	{ "ēéěè", 'e' },
	{ "īíǐì", 'i' },
	{ "ōóǒò", 'o' },
	{ "ūúǔù", 'u' },
	{ "ǖǘǚǜü", 'v' },
};

/* The plain letter of c; 0: no letter of pinyin. */
static char
plain_letter(uint32_t c, bool *toned)
{
	if (c >= 'a' && c <= 'z')
		return (char)c;
	for (size_t i = 0; i < NB_COUNT(vowels); i++) {
		const struct nb_str set = nb_str_z(vowels[i].toned);

		for (size_t at = 0; at < set.n;)
			if (nb_utf8_next(set, &at) == c) {
				*toned = *toned || c != U'ü';
				return vowels[i].plain;
			}
	}
	return 0;
}

static bool
is_one_of(struct nb_str s, const char *const *word, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (nb_str_eq(s, nb_str_z(word[i])))
			return true;
	return false;
}

static bool
is_syllable(struct nb_str s)
{
	if (is_one_of(s, finals, NB_COUNT(finals)))
		return true;
	for (size_t i = 0; i < NB_COUNT(initials); i++) {
		size_t at = 0;

		if (nb_str_skip(s, &at, nb_str_z(initials[i])) &&
		    is_one_of(nb_str_from(s, at), finals, NB_COUNT(finals)))
			return true;
	}
	return false;
}

bool
nb_is_pinyin(struct nb_str s)
{
	char plain[MOST_LETTERS];
	struct nb_str syllable = { plain, 0 };
	bool toned = false;

	for (size_t at = 0; at < s.n;) {
		const char c = plain_letter(nb_utf8_next(s, &at), &toned);

		if (c == 0 || syllable.n == MOST_LETTERS)
			return false;
		plain[syllable.n++] = c;
	}
	if (!toned)
		return is_one_of(syllable, neutral, NB_COUNT(neutral));
	return is_syllable(syllable);
}

size_t
nb_pinyin_note_end(struct nb_str s, size_t at)
{
	const uint32_t mark = nb_utf8_next(s, &at);
	const size_t begin = at;

	if (mark != '(' && mark != U'（')
		return 0;
	while (at < s.n && nb_is_latin(nb_char_after(s, at)))
		nb_utf8_next(s, &at);
	if (!nb_is_pinyin(nb_str_sub(s, begin, at - begin)))
		return 0;
	return nb_str_skip(s, &at, mark == '(' ? NB_S(")") : NB_S("）")) ? at
									 : 0;
}
