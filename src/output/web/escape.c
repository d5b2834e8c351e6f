#include "output/web/parts.h"

static bool
is_dropped(uint32_t c)
{
	const GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
	    type == G_UNICODE_LINE_SEPARATOR ||
	    type == G_UNICODE_PARAGRAPH_SEPARATOR || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xFDD0 && c <= 0xFDEF);
}

static const char *
entity_of(uint32_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

void
nb_web_text(GString *to, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const char *entity = entity_of(c);

		if (entity != NULL)
			g_string_append(to, entity);
		else if (!is_dropped(c))
			g_string_append_len(
			    to, s.p + begin, (gssize)(at - begin));
	}
}

/* Of an address (RFC 3986, 2); quotes and brackets are the text's. */
static bool
is_of_address(uint32_t c)
{
	return c > ' ' && c < 0x7F &&
	    strchr("\"'<>\\^`{|}()[]", (int)c) == NULL;
}

/* Where the address at `at` ends, or `at` when none is there. */
static size_t
address_end(struct nb_str s, size_t at)
{
	size_t end = at, host;

	if (!nb_str_skip(s, &end, NB_S("https://")) &&
	    !nb_str_skip(s, &end, NB_S("http://")))
		return at;
	host = end;
	while (end < s.n && is_of_address((unsigned char)s.p[end]))
		end++;
	while (end > host && strchr(".,;:!?", s.p[end - 1]) != NULL)
		end--;
	return end > host && g_ascii_isalnum(s.p[host]) ? end : at;
}

void
nb_web_prose(GString *to, struct nb_str s)
{
	const struct nb_str mark = NB_S("http");
	size_t done = 0;

	for (size_t at = nb_str_find(s, mark, 0); at != SIZE_MAX;) {
		const size_t end = address_end(s, at);
		const struct nb_str address = nb_str_sub(s, at, end - at);

		if (address.n > 0) {
			nb_web_text(to, nb_str_sub(s, done, at - done));
			g_string_append(to, "<a href=\"");
			nb_web_text(to, address);
			g_string_append(to, "\">");
			nb_web_text(to, address);
			g_string_append(to, "</a>");
			done = end;
		}
		at = nb_str_find(s, mark, MAX(end, at + mark.n));
	}
	nb_web_text(to, nb_str_from(s, done));
}
