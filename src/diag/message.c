/*
 * The marks of fmt are told from those of its arguments by taking their place
 * for the time of formatting.
 */
#include "diag/message.h"

#include "base/arena.h"

#include <glib.h>

enum { OPEN = '\1', CLOSE = '\2' }; /* “ and ” of fmt */

static char *
replace(const char *fmt, const char *mark, char by)
{
	const char stands[] = { by, '\0' };
	g_auto(GStrv) piece = g_strsplit(fmt, mark, -1);

	return g_strjoinv(stands, piece);
}

static bool
has_words(struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c))
			return true;
	}
	return false;
}

/* Words in “ ”, one level further in. */
static void
add_quoted(GString *out, struct nb_str s)
{
	bool within = false;

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (c == U'“' || c == U'”') {
			within = c == U'“';
			g_string_append(out, within ? "‘" : "’");
		} else if (within && (c == U'‘' || c == U'’')) {
			g_string_append(out, c == U'‘' ? "“" : "”");
		} else {
			g_string_append_len(
			    out, s.p + from, (gssize)(at - from));
		}
	}
}

static void
add_part(GString *out, struct nb_str s, bool quoted)
{
	if (quoted && has_words(s))
		add_quoted(out, s);
	else
		g_string_append_len(out, s.p, (gssize)s.n);
}

static struct nb_str
with_marks(struct nb_arena *a, struct nb_str s)
{
	g_autoptr(GString) out = g_string_new(NULL);
	bool quoted = false;
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != OPEN && s.p[i] != CLOSE)
			continue;
		add_part(out, nb_str_sub(s, from, i - from), quoted);
		quoted = s.p[i] == OPEN;
		g_string_append(out, quoted ? "“" : "”");
		from = i + 1;
	}
	add_part(out, nb_str_from(s, from), quoted);
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

struct nb_str
nb_message(struct nb_arena *a, const char *fmt, va_list ap)
{
	g_autofree char *opened = replace(fmt, "“", OPEN);
	g_autofree char *marked = replace(opened, "”", CLOSE);
	g_autofree char *z = NULL;

	/* It has the same arguments as fmt, which was checked. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	z = g_strdup_vprintf(marked, ap);
#pragma GCC diagnostic pop
	return with_marks(a, nb_str_z(z));
}
