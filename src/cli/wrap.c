#include "cli/wrap.h"

#include "base/beside.h"

enum { LEAST = 8 }; /* of a line [cell] */

/* Whether a line may end before s[at]. */
static bool
may_break(struct nb_str s, size_t at)
{
	const uint32_t before = nb_char_before(s, at);
	const uint32_t after = nb_char_after(s, at);

	if (nb_mark_in(U"，。；：、！？）”’》〉】〕…%％", after) ||
	    nb_mark_in(U"（“‘《〈【〔－＋", before))
		return false;
	return nb_is_blank(before) || nb_is_cjk(before) || nb_is_cjk(after);
}

/* The end of the line that begins at `begin`. [byte] */
static size_t
line_end(struct nb_str s, size_t begin, unsigned room)
{
	size_t at = begin, fit = begin;
	unsigned cells = 0;

	while (at < s.n) {
		const size_t here = at;
		const unsigned w = nb_char_cells(nb_utf8_next(s, &at));

		if (cells > 0 && cells + w > room)
			return fit > begin ? fit : here;
		cells += w;
		if (at < s.n && may_break(s, at))
			fit = at;
	}
	return s.n;
}

void
nb_wrap(GString *out, struct nb_str s, unsigned indent, unsigned width)
{
	const unsigned room = width > indent + LEAST ? width - indent : LEAST;

	for (size_t begin = 0; begin < s.n;) {
		const size_t end = line_end(s, begin, room);
		const struct nb_str line =
		    nb_str_trim(nb_str_sub(s, begin, end - begin));

		if (begin > 0)
			g_string_append_printf(out, "\n%*s", (int)indent, "");
		g_string_append_len(out, line.p, (gssize)line.n);
		begin = end;
	}
}
