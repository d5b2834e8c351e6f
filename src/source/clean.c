#include "source/clean.h"

#include "base/beside.h"
#include "source/decode.h"

#include <glib.h>

bool
nb_is_separator(uint32_t c)
{
	return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
	    c == 0x2029;
}

/* Where a character that cannot stay begins, or the end. */
static size_t
find_suspect(struct nb_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p;

	for (; (at = nb_skip_han(s, at)) < s.n; at++) {
		const unsigned char c = p[at];

		if (c < 0x20 ? c != '\t' && c != '\n' : c == 0x7F)
			break;
		if (c == 0xC2 && p[at + 1] < 0xA0) /* U+0080-9F */
			break;
		if (c == 0xE2 && p[at + 1] == 0x80 &&
		    (p[at + 2] == 0xA8 || p[at + 2] == 0xA9))
			break;
		if (c == 0xEF && p[at + 1] == 0xBF && p[at + 2] >= 0xBE)
			break; /* U+FFFE, U+FFFF */
	}
	return at;
}

bool
nb_is_clean(struct nb_str bytes)
{
	return g_utf8_validate_len(bytes.p, bytes.n, NULL) &&
	    !nb_str_starts(bytes, NB_S("\xEF\xBB\xBF")) &&
	    find_suspect(bytes, 0) == bytes.n;
}

static void
replace(struct nb_clean *to, uint32_t c)
{
	const struct nb_replaced replaced = { to->text->len, c };

	g_string_append(to->text, nb_is_separator(c) ? " " : "\xEF\xBF\xBD");
	g_array_append_val(to->replaced, replaced);
}

static void
end_line(struct nb_clean *to, struct nb_str from, size_t *at)
{
	if (nb_str_skip(from, at, NB_S("\n")))
		to->crlf = true;
	else
		to->cr = true;
	g_string_append_c(to->text, '\n');
}

/* Copies from[at, stop) and moves the damages in it along. */
static void
copy(struct nb_clean *to, struct nb_str from, size_t at, size_t stop,
    GArray *damage, guint *next)
{
	for (; *next < damage->len; ++*next) {
		struct nb_damage *one =
		    &g_array_index(damage, struct nb_damage, *next);

		if (one->at >= stop)
			break;
		one->at += to->text->len - at;
	}
	g_string_append_len(to->text, from.p + at, (gssize)(stop - at));
}

struct nb_clean
nb_clean(struct nb_str from, GArray *damage)
{
	struct nb_clean to = { .text = g_string_sized_new(from.n),
		.replaced =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_replaced)) };
	size_t at = 0;
	guint next = 0;

	while (nb_str_skip(from, &at, NB_S("\xEF\xBB\xBF")))
		continue;
	while (at < from.n) {
		const size_t stop = find_suspect(from, at);
		uint32_t c;

		copy(&to, from, at, stop, damage, &next);
		at = stop;
		if (at == from.n)
			break;
		c = nb_utf8_next(from, &at);
		if (c == '\r')
			end_line(&to, from, &at);
		else
			replace(&to, c);
	}
	return to;
}

void
nb_clean_free(struct nb_clean *c)
{
	g_string_free(c->text, TRUE);
	g_array_unref(c->replaced);
}
