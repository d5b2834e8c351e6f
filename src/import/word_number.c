#include "import/word_number.h"

#include "base/arena.h"
#include "model/number.h"

#include <glib.h>

static const char *const han[] = { "〇", "一", "二", "三", "四", "五", "六",
	"七", "八", "九" };

/* Digit by digit: 10 → 一〇. */
static struct nb_str
by_digit(struct nb_arena *a, unsigned n)
{
	g_autofree char *decimal = g_strdup_printf("%u", n);
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = decimal; *p != '\0'; p++)
		g_string_append(out, han[*p - '0']);
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

/* 九十九, but 一〇〇. */
static struct nb_str
counting(struct nb_arena *a, unsigned n)
{
	return n > 0 && n < 100 ? nb_number_han(a, n) : by_digit(a, n);
}

static struct nb_str
thousand(struct nb_arena *a, unsigned n)
{
	return n == 0 ? nb_str_z("零") : nb_number_han(a, n);
}

static struct nb_str
legal(struct nb_arena *a, unsigned n)
{
	static const struct {
		const char *from, *to;
	} kin[] = { { "一", "壹" }, { "二", "贰" }, { "三", "叁" },
		{ "四", "肆" }, { "五", "伍" }, { "六", "陆" }, { "七", "柒" },
		{ "八", "捌" }, { "九", "玖" }, { "十", "拾" }, { "百", "佰" },
		{ "千", "仟" } };
	g_autoptr(GString) out = g_string_new(thousand(a, n).p);

	for (size_t i = 0; i < NB_COUNT(kin); i++)
		g_string_replace(out, kin[i].from, kin[i].to, 0);
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

static struct nb_str
decimal(struct nb_arena *a, unsigned n)
{
	return nb_arena_printf(a, "%u", n);
}

static struct nb_str
decimal_zero(struct nb_arena *a, unsigned n)
{
	return nb_arena_printf(a, "%02u", n);
}

static struct nb_str
full_width(struct nb_arena *a, unsigned n)
{
	g_autofree char *narrow = g_strdup_printf("%u", n);
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = narrow; *p != '\0'; p++)
		g_string_append_unichar(out, 0xFF10 + (gunichar)(*p - '0'));
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

static struct nb_str
in_dashes(struct nb_arena *a, unsigned n)
{
	return nb_arena_printf(a, "- %u -", n);
}

/* The n-th of a row of characters from first on, which has so many. */
static struct nb_str
in_row(struct nb_arena *a, unsigned n, gunichar first, unsigned most)
{
	char utf8[6];

	if (n == 0 || n > most)
		return decimal(a, n);
	return nb_arena_str(a,
	    (struct nb_str){
		utf8, (size_t)g_unichar_to_utf8(first + n - 1, utf8) });
}

static struct nb_str
circled(struct nb_arena *a, unsigned n)
{
	if (n > 20 && n <= 35)
		return in_row(a, n - 20, 0x3251, 15);
	if (n > 35 && n <= 50)
		return in_row(a, n - 35, 0x32B1, 15);
	return in_row(a, n, 0x2460, 20);
}

static struct nb_str
full_stop(struct nb_arena *a, unsigned n)
{
	return in_row(a, n, 0x2488, 20);
}

static struct nb_str
parenthesized(struct nb_arena *a, unsigned n)
{
	return in_row(a, n, 0x2474, 20);
}

static struct nb_str
circled_han(struct nb_arena *a, unsigned n)
{
	return in_row(a, n, 0x3280, 10);
}

/* a … z, then aa … zz (Word) */
static struct nb_str
letters(struct nb_arena *a, unsigned n, char first)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const unsigned times = (n - 1) / 26 + 1;

	if (n == 0 || times > 30)
		return decimal(a, n);
	for (unsigned i = 0; i < times; i++)
		g_string_append_c(out, (char)(first + (char)((n - 1) % 26)));
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

static struct nb_str
lower_letter(struct nb_arena *a, unsigned n)
{
	return letters(a, n, 'a');
}

static struct nb_str
upper_letter(struct nb_arena *a, unsigned n)
{
	return letters(a, n, 'A');
}

static struct nb_str
upper_roman(struct nb_arena *a, unsigned n)
{
	static const struct {
		unsigned value;
		const char *word;
	} part[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" },
		{ 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" },
		{ 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
	g_autoptr(GString) out = g_string_new(NULL);

	if (n == 0 || n > 3999)
		return decimal(a, n);
	for (size_t i = 0; n > 0; i++)
		for (; n >= part[i].value; n -= part[i].value)
			g_string_append(out, part[i].word);
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

static struct nb_str
lower_roman(struct nb_arena *a, unsigned n)
{
	g_autofree char *lower = g_ascii_strdown(upper_roman(a, n).p, -1);

	return nb_arena_str(a, nb_str_z(lower));
}

static struct nb_str
one_of(
    struct nb_arena *a, unsigned n, const char *const *word, unsigned n_words)
{
	return n == 0 || n > n_words ? decimal(a, n) : nb_str_z(word[n - 1]);
}

static struct nb_str
stems(struct nb_arena *a, unsigned n)
{
	static const char *const word[] = { "甲", "乙", "丙", "丁", "戊", "己",
		"庚", "辛", "壬", "癸" };

	return one_of(a, n, word, NB_COUNT(word));
}

static struct nb_str
branches(struct nb_arena *a, unsigned n)
{
	static const char *const word[] = { "子", "丑", "寅", "卯", "辰", "巳",
		"午", "未", "申", "酉", "戌", "亥" };

	return one_of(a, n, word, NB_COUNT(word));
}

static struct nb_str
nothing(struct nb_arena *a, unsigned n)
{
	(void)a;
	(void)n;
	return NB_S("");
}

static const struct {
	const char *format;
	struct nb_str (*write)(struct nb_arena *a, unsigned n);
} formats[] = {
	{ "bullet", nothing },
	{ "chineseCounting", counting },
	{ "chineseCountingThousand", thousand },
	{ "chineseLegalSimplified", legal },
	{ "decimalEnclosedCircle", circled },
	{ "decimalEnclosedCircleChinese", circled },
	{ "decimalEnclosedFullstop", full_stop },
	{ "decimalEnclosedParen", parenthesized },
	{ "decimalFullWidth", full_width },
	{ "decimalFullWidth2", full_width },
	{ "decimalZero", decimal_zero },
	{ "ideographDigital", by_digit },
	{ "ideographEnclosedCircle", circled_han },
	{ "ideographTraditional", stems },
	{ "ideographZodiac", branches },
	{ "japaneseCounting", thousand },
	{ "japaneseDigitalTenThousand", by_digit },
	{ "lowerLetter", lower_letter },
	{ "lowerRoman", lower_roman },
	{ "none", nothing },
	{ "numberInDash", in_dashes },
	{ "taiwaneseCounting", counting },
	{ "taiwaneseCountingThousand", thousand },
	{ "taiwaneseDigital", by_digit },
	{ "upperLetter", upper_letter },
	{ "upperRoman", upper_roman },
};

struct nb_str
nb_word_number(struct nb_arena *a, struct nb_str format, unsigned n)
{
	for (size_t i = 0; i < NB_COUNT(formats); i++)
		if (nb_str_eq(format, nb_str_z(formats[i].format)))
			return formats[i].write(a, n);
	return decimal(a, n);
}
