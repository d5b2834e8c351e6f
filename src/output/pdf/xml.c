#include "output/pdf/xml.h"

/* XML 1.0, 2.2: Char */
static bool
is_char(uint32_t c)
{
	return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF
			 : c == '\t' || c == '\n' || c == '\r';
}

void
nb_xml_put(GString *to, struct nb_str text)
{
	g_autoptr(GString) fit = g_string_sized_new(text.n);
	g_autofree char *escaped = NULL;

	for (size_t at = 0; at < text.n;) {
		const uint32_t c = nb_utf8_next(text, &at);

		g_string_append_unichar(fit, is_char(c) ? c : ' ');
	}
	escaped = g_markup_escape_text(fit->str, (gssize)fit->len);
	g_string_append(to, escaped);
}
