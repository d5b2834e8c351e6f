#include "source/decode.h"

#include <glib.h>
#include <string.h>

/* So much of a file tells its encoding. [byte] */
enum { LOOK = 16 * 1024 };

/* Consecutive damaged bytes are one U+FFFD and one damage. */
static void
add_damage(struct nb_decoded *d, struct nb_str bytes, size_t from, size_t n)
{
	struct nb_damage damage = { d->text->len, from, n,
		(unsigned char)bytes.p[from] };

	if (d->damage->len > 0) {
		struct nb_damage *last = &g_array_index(
		    d->damage, struct nb_damage, d->damage->len - 1);

		if (last->from + last->n == from) {
			last->n += n;
			return;
		}
	}
	g_string_append(d->text, "\xEF\xBF\xBD");
	g_array_append_val(d->damage, damage);
}

/* Length of the valid UTF-8, with NULs, from `at` on. */
static size_t
valid_run(struct nb_str s, size_t at)
{
	const char *end, *p = s.p + at, *stop = s.p + s.n;

	while (p < stop) {
		g_utf8_validate(p, stop - p, &end);
		if (end == stop || *end != '\0')
			return (size_t)(end - s.p) - at;
		p = end + 1;
	}
	return s.n - at;
}

static void
decode_utf8(struct nb_decoded *d, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const size_t n = valid_run(s, at);

		g_string_append_len(d->text, s.p + at, (gssize)n);
		at += n;
		if (at < s.n)
			add_damage(d, s, at++, 1);
	}
}

static uint32_t
utf16_unit(const struct nb_decoded *d, struct nb_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return d->encoding == NB_UTF16LE ? (uint32_t)(p[0] | p[1] << 8)
					 : (uint32_t)(p[0] << 8 | p[1]);
}

/* From a byte order mark on, or where there is none. */
static void
decode_utf16(struct nb_decoded *d, struct nb_str s, size_t at)
{

	while (at + 1 < s.n) {
		uint32_t c = utf16_unit(d, s, at), low = 0;

		if (c >= 0xD800 && c < 0xDC00 && at + 3 < s.n)
			low = utf16_unit(d, s, at + 2);
		if (low >= 0xDC00 && low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			at += 2;
		}
		if (c >= 0xD800 && c < 0xE000)
			add_damage(d, s, at, 2);
		else
			g_string_append_unichar(d->text, c);
		at += 2;
	}
	if (at < s.n)
		add_damage(d, s, at, 1);
}

static void
decode_by_name(struct nb_decoded *d, struct nb_str s, const char *name)
{
	GIConv cd = g_iconv_open("UTF-8", name);
	char *in = (char *)s.p;
	gsize left = s.n;

	if (cd == (GIConv)-1) {
		decode_utf8(d, s);
		return;
	}
	while (left > 0) {
		char buf[4096], *out = buf;
		gsize room = sizeof(buf);
		const gsize r = g_iconv(cd, &in, &left, &out, &room);

		g_string_append_len(d->text, buf, out - buf);
		if (r == (gsize)-1 && room > 16 && left > 0) {
			add_damage(d, s, s.n - left, 1);
			in++;
			left--;
		}
	}
	g_iconv_close(cd);
}

static struct nb_str
text_of(const struct nb_decoded *d)
{
	return (struct nb_str){ d->text->str, d->text->len };
}

static size_t
damaged_bytes(const struct nb_decoded *d)
{
	size_t n = 0;

	for (guint i = 0; i < d->damage->len; i++)
		n += g_array_index(d->damage, struct nb_damage, i).n;
	return n;
}

/*
 * UTF-8 with a few damaged bytes, rather than another encoding?  In a GBK text
 * most bytes beyond ASCII are damaged UTF-8.
 */
static bool
is_mostly_utf8(const struct nb_decoded *d)
{
	const struct nb_str text = text_of(d);
	size_t wide = 0;

	for (size_t i = 0; i < text.n; i++)
		wide += (unsigned char)text.p[i] >= 0xC2;
	wide -= d->damage->len; /* U+FFFD is wide, too */
	return damaged_bytes(d) * 2 <= wide;
}

static struct nb_decoded
start(enum nb_encoding encoding, size_t n)
{
	return (struct nb_decoded){ encoding, g_string_sized_new(n + n / 2),
		g_array_new(FALSE, FALSE, sizeof(struct nb_damage)) };
}

static enum nb_encoding
read_mark(struct nb_str s)
{
	if (nb_str_starts(s, NB_S("\xFF\xFE")))
		return NB_UTF16LE;
	if (nb_str_starts(s, NB_S("\xFE\xFF")))
		return NB_UTF16BE;
	if (nb_str_starts(s, NB_S("\xEF\xBB\xBF")))
		return NB_UTF8_BOM;
	return NB_UTF8;
}

/* A line end or a digit but 0, whose code reversed is the wide blank. */
static bool
is_sign(char high, char low)
{
	return high == '\0' &&
	    (low == '\n' || low == '\r' || (low >= '1' && low <= '9'));
}

/*
 * UTF-16 without its mark: line ends and digits have a zero for their high
 * byte, on one side.
 */
static enum nb_encoding
guess_utf16(struct nb_str s)
{
	const size_t look = MIN(s.n, LOOK) & ~(size_t)1;
	size_t little = 0, big = 0;

	if (memchr(s.p, '\0', look) == NULL)
		return NB_UTF8;
	for (size_t i = 0; i < look; i += 2) {
		little += is_sign(s.p[i + 1], s.p[i]);
		big += is_sign(s.p[i], s.p[i + 1]);
	}
	if (s.n % 2 != 0 || MAX(little, big) * 200 < look ||
	    MAX(little, big) < 4 * MIN(little, big) + 4)
		return NB_UTF8;
	return little > big ? NB_UTF16LE : NB_UTF16BE;
}

static bool
is_utf16(enum nb_encoding encoding)
{
	return encoding == NB_UTF16LE || encoding == NB_UTF16BE;
}

bool
nb_is_utf16(struct nb_str bytes)
{
	return is_utf16(read_mark(bytes)) || is_utf16(guess_utf16(bytes));
}

unsigned
nb_commonness(struct nb_str s)
{
	static const char common[] =
	    "的一是不在有人和大为为中上国國工作法治政府建设設行依制度务務公"
	    "部门門区區市县縣街道社会會年度全面推进進加强強和领領导導组組织織"
	    "规規范範文件执執监監督决決策实實施发發展习習落机機关關民众眾与與"
	    "及对對要了以员員性化体體系信息开開责責任主学學问題题问問务";
	size_t han = 0, hits = 0;

	for (size_t at = 0; at < MIN(s.n, LOOK);) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (!nb_is_han(c))
			continue;
		han++;
		hits += memmem(common, sizeof(common) - 1, s.p + from,
			    at - from) != NULL;
	}
	return han == 0 ? 0 : (unsigned)(hits * 100 / han);
}

static struct nb_decoded
decode_as(enum nb_encoding encoding, const char *name, struct nb_str bytes)
{
	struct nb_decoded d = start(encoding, bytes.n);

	decode_by_name(&d, bytes, name);
	return d;
}

/* The better one of two readings; the other is freed. */
static struct nb_decoded
choose(struct nb_decoded a, struct nb_decoded b, bool take_b)
{
	nb_decoded_free(take_b ? &a : &b);
	return take_b ? b : a;
}

/* Most bytes of GB18030 are some text in Big5 as well, and the reverse. */
static struct nb_decoded
decode_chinese(struct nb_str bytes)
{
	struct nb_decoded gb = decode_as(NB_GB18030, "GB18030", bytes);
	struct nb_decoded big5 = decode_as(NB_BIG5, "BIG5-HKSCS", bytes);

	return choose(gb, big5,
	    damaged_bytes(&big5) * 100 <= bytes.n &&
		nb_commonness(text_of(&big5)) > nb_commonness(text_of(&gb)));
}

struct nb_decoded
nb_decode(struct nb_str bytes)
{
	enum nb_encoding encoding = read_mark(bytes);
	const size_t mark = encoding == NB_UTF8 ? 0 : 2;
	struct nb_decoded d, other;

	if (encoding == NB_UTF8)
		encoding = guess_utf16(bytes);
	d = start(encoding, bytes.n);
	if (is_utf16(encoding)) {
		decode_utf16(&d, bytes, mark);
		return d;
	}
	decode_utf8(&d, bytes);
	if (d.encoding == NB_UTF8_BOM || d.damage->len == 0 ||
	    is_mostly_utf8(&d))
		return d;
	other = decode_chinese(bytes);
	return choose(d, other, damaged_bytes(&other) < damaged_bytes(&d));
}

void
nb_decoded_free(struct nb_decoded *d)
{
	g_string_free(d->text, TRUE);
	g_array_unref(d->damage);
}
