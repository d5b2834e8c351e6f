/*
 * import/repair_characters.c - single characters that converters spoilt,
 * blanks, pinyin, and what is beyond repair.
 */
#include "import/passes.h"

#include "base/beside.h"
#include "base/pinyin.h"
#include "import/patch.h"

#include <glib.h>

static const struct nb_repair_rule odd_character = {
	"character-odd",
	"兼容字、部首换成通用的字",
};
static const struct nb_repair_rule full_width = {
	"full-width-letter",
	"全角的字母、数字改成半角",
};
static const struct nb_repair_rule odd_blank = {
	"space-odd",
	"异常的空白删去，或换成普通空格",
};
static const struct nb_repair_rule needless_blank = {
	"space-needless",
	"汉字之间、汉字与数字字母之间不空格",
};
static const struct nb_repair_rule pinyin_note = {
	"pinyin-note",
	"夹注的拼音删去",
};
static const struct nb_repair_rule lost_character = {
	"mojibake",
	"疑似乱码：有字在转换编码时丢了，要对照原件补上",
};
static const struct nb_repair_rule private_character = {
	"character-private",
	"私用区的字，别的机器上显示不出来，要对照原件",
};
static const struct nb_repair_rule year_zero = {
	"year-zero",
	"汉字年份里的零写成了字母或数字，改成〇",
};
static const struct nb_repair_rule brace = {
	"brace",
	"正文里的花括号会当作引用指标，要改成别的括号",
};

/* Digits, letters and the percent sign; other marks belong to Chinese. */
static bool
is_full_width(uint32_t c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
	    (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF05;
}

/* A character's plain form goes through GLib, so it is kept until applied. */
static void
make_plain(struct nb_patch *p, size_t begin, size_t end,
    const struct nb_repair_rule *rule, GStringChunk *kept)
{
	const struct nb_str s = nb_patch_text(p);
	g_autofree char *plain = g_utf8_normalize(
	    s.p + begin, (gssize)(end - begin), G_NORMALIZE_NFKC);
	struct nb_str now;

	if (plain == NULL)
		return;
	now = nb_str_z(g_string_chunk_insert(kept, plain));
	if (!nb_str_eq(now, nb_str_sub(s, begin, end - begin)))
		nb_patch_edit(p, begin, end, now, rule);
}

/* A blank beside another makes a gap, which the pass over blanks judges. */
static struct nb_str
plain_blank(struct nb_str s, size_t begin, size_t end, uint32_t c,
    struct nb_str instead)
{
	const uint32_t before = nb_char_before(s, begin);
	const uint32_t after = nb_char_after(s, end);

	if (c >= 0x200B)
		return instead;
	return c == '\t' || nb_is_blank(before) || nb_is_blank(after)
	    ? NB_S(" ")
	    : instead;
}

/* O, 0, ○: what stands for 〇 in a year that is spelt out. */
static bool
is_zero_like(uint32_t c)
{
	return c == 'O' || c == 'o' || c == '0' || c == 0x25CB || c == 0x25EF ||
	    c == 0x3007 || c == 0x039F || c == 0x041E;
}

/* 二O二四年: four signs from `at` on, some of them such; where they end, or 0.
 */
static size_t
spelt_year_end(struct nb_str s, size_t at)
{
	unsigned zeros = 0;

	for (unsigned i = 0; i < 4; i++) {
		const uint32_t c = at < s.n ? nb_utf8_next(s, &at) : 0;

		if (is_zero_like(c))
			zeros++;
		else if (!nb_mark_in(U"一二三四五六七八九零", c))
			return 0;
	}
	return zeros > 0 && zeros < 4 &&
		nb_str_starts(nb_str_from(s, at), NB_S("年"))
	    ? at
	    : 0;
}

static void
mend_years(struct nb_patch *p)
{
	const struct nb_str s = nb_patch_text(p);

	for (size_t at = 0; at < s.n; nb_utf8_next(s, &at)) {
		const size_t end = spelt_year_end(s, at);

		for (size_t i = at; i < end;) {
			const size_t from = i;
			const uint32_t c = nb_utf8_next(s, &i);

			if (is_zero_like(c) && c != 0x3007)
				nb_patch_edit(
				    p, from, i, NB_S("〇"), &year_zero);
		}
		if (end > 0)
			at = end;
	}
	nb_patch_apply(p);
}

void
nb_repair_characters(struct nb_patch *p)
{
	const struct nb_str whole = nb_patch_text(p);
	const struct nb_str inner = nb_str_trim(whole);
	const size_t first = inner.n == 0 ? 0 : (size_t)(inner.p - whole.p);
	const struct nb_str s = { whole.p, first + inner.n };
	GStringChunk *kept = g_string_chunk_new(64);

	for (size_t at = first, begin; at < s.n;) {
		const char *name;
		struct nb_str now;
		uint32_t c;

		begin = at;
		c = nb_utf8_next(s, &at);
		if (nb_is_compatibility(c))
			make_plain(p, begin, at, &odd_character, kept);
		else if (is_full_width(c))
			make_plain(p, begin, at, &full_width, kept);
		else if (nb_blank_is_odd(s, begin, at, c, &now, &name))
			nb_patch_edit(p, begin, at,
			    plain_blank(s, begin, at, c, now), &odd_blank);
	}
	nb_patch_apply(p);
	g_string_chunk_free(kept);
	mend_years(p);
}

void
nb_repair_pinyin(struct nb_patch *p)
{
	const struct nb_str s = nb_patch_text(p);
	uint32_t before = 0;
	size_t last = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t end =
		    nb_is_word_char(before) ? nb_pinyin_note_end(s, at) : 0;

		if (end == 0) {
			last = at;
			before = nb_utf8_next(s, &at);
			continue;
		}
		/* 废嚓P(guān)从: no letter is read so. */
		if (nb_is_latin(before) && nb_is_han(nb_char_after(s, end)) &&
		    nb_is_han(nb_char_before(s, last)))
			nb_patch_doubt(p, last, at, &lost_character);
		nb_patch_edit(p, at, end, NB_S(""), &pinyin_note);
		at = end;
		before = 0;
	}
	nb_patch_apply(p);
}

static bool
is_gap(uint32_t c)
{
	return c == ' ' || c == 0x3000;
}

static size_t
gap_end(struct nb_str s, size_t at)
{
	while (at < s.n && is_gap(nb_char_after(s, at)))
		nb_utf8_next(s, &at);
	return at;
}

enum blanks {
	BLANKS_OF_TEXT,
	BLANKS_OF_COLUMNS, /* 名    称, 序号 任务 时限: set apart on purpose */
	BLANKS_OF_SPREAD, /* 关 于 印 发: one word */
};

/* Nearly every character of the line stands alone between blanks. */
static bool
is_spread(unsigned gaps, unsigned single)
{
	return gaps > 2 && single * 4 >= gaps * 3;
}

/* What the blanks of a line are for; nobody writes sentences in columns. */
static enum blanks
guess_blanks(struct nb_str s)
{
	unsigned gaps = 0, chars = 0, most = 0, single = 0;
	bool wide = false, sentence = false;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);

		sentence |= nb_mark_in(U"，。；！？", c);
		if (!is_gap(c)) {
			chars++;
			most = MAX(most, chars);
			continue;
		}
		at = gap_end(s, at);
		wide |= at - begin > 1;
		single += chars == 1;
		gaps++;
		chars = 0;
	}
	if (is_spread(gaps, single) && (sentence || !wide))
		return BLANKS_OF_SPREAD;
	if (!sentence && (wide || (gaps > 1 && most > 1)))
		return BLANKS_OF_COLUMNS;
	return gaps > 1 && !sentence ? BLANKS_OF_SPREAD : BLANKS_OF_TEXT;
}

void
nb_repair_blanks(struct nb_patch *p)
{
	const struct nb_str whole = nb_patch_text(p), s = nb_str_trim(whole);
	const size_t begin = s.n == 0 ? 0 : (size_t)(s.p - whole.p);

	const enum blanks blanks = guess_blanks(s);

	if (blanks == BLANKS_OF_COLUMNS)
		return;
	for (size_t at = 0; at < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (!is_gap(c))
			continue;
		at = gap_end(s, at);
		if ((blanks == BLANKS_OF_SPREAD &&
			!nb_is_latin(nb_char_after(s, at))) ||
		    nb_blank_is_needless(s, here, at))
			nb_patch_edit(p, begin + here, begin + at, NB_S(""),
			    &needless_blank);
	}
	nb_patch_apply(p);
}

/*
 * Letters of Armenian to Arabic beside a hanzi: two bytes of a hanzi in GBK
 * that happen to be UTF-8, as D6 B4 are 执 and U+05B4.
 */
static bool
is_misread(uint32_t before, uint32_t after, uint32_t c)
{
	return c >= 0x530 && c < 0x800 &&
	    (nb_is_han(before) || nb_is_han(after));
}

/* 矛盾?查, and a whole run of what GBK makes of UTF-8's U+FFFD. */
static bool
is_damaged(struct nb_str s, size_t begin, size_t end, uint32_t c)
{
	const uint32_t before = nb_char_before(s, begin);
	const uint32_t after = nb_char_after(s, end);

	if (c == 0xFFFD || is_misread(before, after, c))
		return true;
	if (c == '?')
		return nb_is_han(before) && !nb_asks_before(s, begin) &&
		    (nb_is_han(after) || (after >= 'a' && after <= 'z') ||
			after == '?');
	return c == U'锟' && after == U'斤';
}

void
nb_repair_doubts(struct nb_patch *p)
{
	const struct nb_str s = nb_patch_text(p);

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (is_damaged(s, begin, at, c))
			nb_patch_doubt(p, begin, at, &lost_character);
		else if (nb_is_private_use(c))
			nb_patch_doubt(p, begin, at, &private_character);
		else if (nb_mark_in(U"{}｛｝", c))
			nb_patch_doubt(p, begin, at, &brace);
	}
}
