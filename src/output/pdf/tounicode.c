/*
 * Codes that follow each other are one range with a list of texts, which is
 * half as long as naming each.  A range ends where the high byte changes (ISO
 * 32000-1, 9.10.3); a block has at most a hundred of them.
 */
#include "output/pdf/tounicode.h"

#include "output/pdf/put.h"

enum { BLOCK = 100 };

/* Behind the range that begins at from. */
static size_t
range_end(const struct nb_tounicode *entry, size_t n, size_t from)
{
	size_t to = from + 1;

	while (to < n && entry[to].code == entry[to - 1].code + 1 &&
	    entry[to].code >> 8 == entry[from].code >> 8)
		to++;
	return to;
}

/* What PDF/A lets a code stand for (ISO 19005-2, 6.2.11.7.2). */
static bool
is_allowed(struct nb_str text)
{
	for (size_t at = 0; at < text.n;) {
		const uint32_t c = nb_utf8_next(text, &at);

		if (c == 0 || c == 0xFEFF || c == 0xFFFE)
			return false;
	}
	return text.n != 0;
}

static void
put_text(GString *to, struct nb_str text)
{
	g_string_append_c(to, '<');
	nb_put_utf16(to, is_allowed(text) ? text : NB_S("\u200B"));
	g_string_append_c(to, '>');
}

static void
put_range(GString *to, const struct nb_tounicode *entry, size_t n)
{
	g_string_append_printf(
	    to, "<%04X><%04X>", entry[0].code, entry[n - 1].code);
	if (n > 1)
		g_string_append_c(to, '[');
	for (size_t i = 0; i < n; i++)
		put_text(to, entry[i].text);
	g_string_append(to, n > 1 ? "]\n" : "\n");
}

static size_t
count_ranges(const struct nb_tounicode *entry, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i = range_end(entry, n, i))
		count++;
	return count;
}

void
nb_tounicode_put(GString *to, const struct nb_tounicode *entry, size_t n)
{
	const size_t ranges = count_ranges(entry, n);
	size_t at = 0;

	g_string_append(to,
	    "/CIDInit/ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
	    "def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (size_t i = 0; i < ranges; i++) {
		const size_t end = range_end(entry, n, at);

		if (i % BLOCK == 0)
			g_string_append_printf(
			    to, "%zu beginbfrange\n", MIN(ranges - i, BLOCK));
		put_range(to, entry + at, end - at);
		if (i % BLOCK == BLOCK - 1 || i + 1 == ranges)
			g_string_append(to, "endbfrange\n");
		at = end;
	}
	g_string_append(to,
	    "endcmap\nCMapName currentdict/CMap defineresource pop\n"
	    "end\nend\n");
}
