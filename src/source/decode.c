#include "source/decode.h"

#include <glib.h>
#include <string.h>

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

static void
decode_utf16(struct nb_decoded *d, struct nb_str s)
{
	size_t at = 2;

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
decode_gb18030(struct nb_decoded *d, struct nb_str s)
{
	GIConv cd = g_iconv_open("UTF-8", "GB18030");
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
	const struct nb_str text = { d->text->str, d->text->len };
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

struct nb_decoded
nb_decode(struct nb_str bytes)
{
	struct nb_decoded d = start(read_mark(bytes), bytes.n), gb;

	if (d.encoding == NB_UTF16LE || d.encoding == NB_UTF16BE) {
		decode_utf16(&d, bytes);
		return d;
	}
	decode_utf8(&d, bytes);
	if (d.encoding == NB_UTF8_BOM || d.damage->len == 0 ||
	    is_mostly_utf8(&d))
		return d;
	gb = start(NB_GB18030, bytes.n);
	decode_gb18030(&gb, bytes);
	if (damaged_bytes(&gb) < damaged_bytes(&d)) {
		nb_decoded_free(&d);
		return gb;
	}
	nb_decoded_free(&gb);
	return d;
}

void
nb_decoded_free(struct nb_decoded *d)
{
	g_string_free(d->text, TRUE);
	g_array_unref(d->damage);
}
