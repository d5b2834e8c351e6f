#include "output/pdf/put.h"

/* ISO 19005-2, 6.1.13 */
enum { LONGEST_STRING = 32767, LONGEST_NAME = 127 };

static const char hex[] = "0123456789ABCDEF";

void
nb_put_int(GString *to, int64_t x)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = x < 0 ? -(uint64_t)x : (uint64_t)x;

	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest != 0);
	if (x < 0)
		digits[--at] = '-';
	g_string_append_len(to, digits + at, (gssize)(sizeof(digits) - at));
}

void
nb_put_milli(GString *to, nb_milli x)
{
	int64_t part = (x < 0 ? -x : x) % 1000;

	if (x < 0)
		g_string_append_c(to, '-');
	if (x <= -1000 || x >= 1000 || part == 0)
		nb_put_int(to, (x < 0 ? -x : x) / 1000);
	if (part != 0)
		g_string_append_c(to, '.');
	for (int64_t unit = 100; part != 0; unit /= 10) {
		g_string_append_c(to, (char)('0' + part / unit));
		part %= unit;
	}
	g_string_append_c(to, ' ');
}

void
nb_put_ref(GString *to, uint32_t ref)
{
	nb_put_int(to, ref);
	g_string_append(to, " 0 R ");
}

void
nb_put_escaped(GString *to, const void *bytes, size_t n)
{
	const char *p = bytes;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == '(' || p[i] == ')' || p[i] == '\\')
			g_string_append_c(to, '\\');
		if (p[i] == '\r')
			g_string_append(to, "\\r");
		else
			g_string_append_c(to, p[i]);
	}
}

void
nb_put_bytes(GString *to, const void *bytes, size_t n)
{
	g_string_append_c(to, '(');
	nb_put_escaped(to, bytes, MIN(n, LONGEST_STRING));
	g_string_append_c(to, ')');
}

/* The bytes of one unit or two; how many. */
static unsigned
utf16_of(uint32_t c, uint8_t ret[4])
{
	const uint32_t rest = c - 0x10000;
	const bool two = c >= 0x10000;
	const uint32_t first = two ? 0xD800 + (rest >> 10) : c;
	const uint32_t second = 0xDC00 + (rest & 0x3FF);

	ret[0] = (uint8_t)(first >> 8);
	ret[1] = (uint8_t)first;
	ret[2] = (uint8_t)(second >> 8);
	ret[3] = (uint8_t)second;
	return two ? 4 : 2;
}

static bool
is_ascii(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~')
			return false;
	return true;
}

/* A character is cut off whole. */
void
nb_put_text(GString *to, struct nb_str text)
{
	static const uint8_t bom[] = { 0xFE, 0xFF };
	g_autoptr(GByteArray) units = NULL;
	uint8_t unit[4];

	if (is_ascii(text)) {
		nb_put_bytes(to, text.p, text.n);
		return;
	}
	units = g_byte_array_new();
	g_byte_array_append(units, bom, sizeof(bom));
	for (size_t at = 0; at < text.n && units->len + 4 <= LONGEST_STRING;) {
		const unsigned n = utf16_of(nb_utf8_next(text, &at), unit);

		g_byte_array_append(units, unit, n);
	}
	nb_put_bytes(to, units->data, units->len);
}

static void
put_hex(GString *to, const uint8_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_string_append_c(to, hex[p[i] >> 4]);
		g_string_append_c(to, hex[p[i] & 0xF]);
	}
}

void
nb_put_utf16(GString *to, struct nb_str text)
{
	uint8_t unit[4];

	for (size_t at = 0; at < text.n;)
		put_hex(to, unit, utf16_of(nb_utf8_next(text, &at), unit));
}

static bool
is_plain_in_name(char c)
{
	return c > ' ' && c <= '~' && strchr("#()<>[]{}/%", c) == NULL;
}

void
nb_put_name(GString *to, struct nb_str name)
{
	g_string_append_c(to, '/');
	for (size_t i = 0; i < MIN(name.n, LONGEST_NAME); i++) {
		if (is_plain_in_name(name.p[i])) {
			g_string_append_c(to, name.p[i]);
			continue;
		}
		g_string_append_c(to, '#');
		put_hex(to, (const uint8_t *)&name.p[i], 1);
	}
}
