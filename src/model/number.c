#include "model/number.h"

#include "base/arena.h"
#include "base/word_list.h"

#include <glib.h>

enum { MOST = 9999, MOST_TYPED = 99 };

static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六",
	"七", "八", "九" };

struct nb_str
nb_number_han(struct nb_arena *a, unsigned n)
{
	static const char *const units[] = { "千", "百", "十", "" };
	g_autoptr(GString) s = NULL;
	bool skipped = false;

	if (n == 0 || n > MOST)
		return nb_arena_printf(a, "%u", n);
	s = g_string_new(NULL);
	for (unsigned i = 0, unit = 1000; unit > 0; i++, unit /= 10) {
		const unsigned digit = n / unit % 10;

		if (digit == 0) {
			skipped = true;
			continue;
		}
		if (skipped && s->len > 0)
			g_string_append(s, digits[0]);
		/* 十二, but 一百一十二. */
		if (unit != 10 || digit != 1 || n >= 100)
			g_string_append(s, digits[digit]);
		g_string_append(s, units[i]);
		skipped = false;
	}
	return nb_arena_str(a, (struct nb_str){ s->str, s->len });
}

/* The value of a Han digit, or of 十, 百, 千; -1 of any other character. */
static int
han_value(uint32_t c)
{
	static const struct {
		uint32_t c;
		int value;
	} numerals[] = { { U'零', 0 }, { U'一', 1 }, { U'二', 2 }, { U'三', 3 },
		{ U'四', 4 }, { U'五', 5 }, { U'六', 6 }, { U'七', 7 },
		{ U'八', 8 }, { U'九', 9 }, { U'十', 10 }, { U'百', 100 },
		{ U'千', 1000 } };

	for (size_t i = 0; i < NB_COUNT(numerals); i++)
		if (numerals[i].c == c)
			return numerals[i].value;
	return -1;
}

static bool
read_han(struct nb_str s, size_t *at, unsigned *ret)
{
	unsigned total = 0, pending = 0;
	const size_t begin = *at;

	while (*at < s.n && total <= MOST) {
		size_t next = *at;
		const int value = han_value(nb_utf8_next(s, &next));

		if (value < 0)
			break;
		*at = next;
		if (value >= 10) {
			total += (pending == 0 ? 1 : pending) * (unsigned)value;
			pending = 0;
		} else if (pending != 0) {
			return false;
		} else {
			pending = (unsigned)value;
		}
	}
	*ret = total + pending;
	return *at > begin;
}

static bool
read_arabic(struct nb_str s, size_t *at, unsigned *ret)
{
	const size_t begin = *at;
	unsigned n = 0;

	for (; *at < s.n && nb_is_digit((unsigned char)s.p[*at]); ++*at)
		n = n > MOST ? n : n * 10 + (unsigned)(s.p[*at] - '0');
	*ret = n;
	return *at > begin;
}

bool
nb_number_digits(struct nb_str s, size_t *at, unsigned most, unsigned *ret)
{
	const size_t from = *at;
	unsigned n = 0;

	while (*at < s.n && n <= most) {
		size_t next = *at;
		uint32_t c = nb_utf8_next(s, &next);

		if (c >= 0xFF10 && c <= 0xFF19)
			c -= 0xFF10 - '0';
		if (!nb_is_digit(c))
			break;
		n = n * 10 + (c - '0');
		*at = next;
	}
	*ret = n;
	return *at > from && n > 0 && n <= most;
}

bool
nb_number_read(struct nb_str s, size_t *at, unsigned *ret)
{
	size_t end = *at;

	if ((!read_arabic(s, &end, ret) && !read_han(s, &end, ret)) ||
	    *ret > MOST)
		return false;
	*at = end;
	return true;
}

/* Where the 一 or 1 of a pattern stands. */
static size_t
placeholder(struct nb_str pattern, size_t *n)
{
	const size_t han = nb_str_find(pattern, NB_S("一"), 0);
	const size_t arabic = nb_str_find(pattern, NB_S("1"), 0);

	*n = han < arabic ? NB_S("一").n : 1;
	return MIN(han, arabic);
}

bool
nb_number_is_pattern(struct nb_str pattern)
{
	size_t n;

	return placeholder(pattern, &n) != SIZE_MAX;
}

struct nb_str
nb_number_mark(struct nb_arena *a, struct nb_str pattern, unsigned n)
{
	size_t width;
	const size_t at = placeholder(pattern, &width);

	if (at == SIZE_MAX)
		return pattern;
	return nb_arena_printf(a, NB_FMT NB_FMT NB_FMT,
	    NB_ARG(nb_str_sub(pattern, 0, at)),
	    NB_ARG(
		width == 1 ? nb_arena_printf(a, "%u", n) : nb_number_han(a, n)),
	    NB_ARG(nb_str_from(pattern, at + width)));
}

/* ① ⑴ ⒈ ㈠: one character that is an ordinal with its mark. */
static bool
skip_enclosed(struct nb_str s, size_t *at)
{
	size_t end = *at;
	uint32_t c;

	if (end >= s.n)
		return false;
	c = nb_utf8_next(s, &end);
	if (!(c >= 0x2460 && c <= 0x249B) && !(c >= 0x3220 && c <= 0x3229))
		return false;
	*at = end;
	return true;
}

/* “3.0版”, “三、四级联动”: the number goes on behind the mark. */
static bool
goes_on(struct nb_str s, size_t at, unsigned n)
{
	unsigned next;

	if (at >= s.n)
		return false;
	if (nb_is_digit((unsigned char)s.p[at]))
		return true;
	return read_han(s, &at, &next) && next == n + 1;
}

static bool
skip_ordinal(struct nb_str s, size_t *at)
{
	static const char *const open[] = { "（", "(", "〔", NULL };
	static const char *const close[] = { "）", ")", "〕", NULL };
	static const char *const mark[] = { "、", ".", "．", NULL };
	const bool opened = nb_word_skip(open, s, at);
	unsigned n;

	if (!nb_number_read(s, at, &n) || n == 0 || n > MOST_TYPED)
		return false;
	if (nb_word_skip(close, s, at)) {
		nb_word_skip(mark, s, at);
		return true;
	}
	return !opened && nb_word_skip(mark, s, at) && !goes_on(s, *at, n);
}

size_t
nb_number_typed(struct nb_str heading)
{
	size_t at = 0;

	if (!skip_enclosed(heading, &at) && !skip_ordinal(heading, &at))
		return 0;
	return (size_t)(nb_str_trim(nb_str_from(heading, at)).p - heading.p);
}
