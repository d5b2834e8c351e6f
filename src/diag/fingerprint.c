#include "diag/fingerprint.h"

#include <glib.h>

enum {
	AROUND = 12, /* on each side of the place [char] */
	MOST = 200,  /* of the place itself [char] */
};

/* At most `most` characters of s without blanks. */
static void
add_words(GChecksum *sum, struct nb_str s, unsigned most)
{
	for (size_t at = 0; at < s.n && most > 0;) {
		const size_t begin = at;

		if (nb_is_blank(nb_utf8_next(s, &at)))
			continue;
		g_checksum_update(
		    sum, (const guchar *)s.p + begin, (gssize)(at - begin));
		most--;
	}
}

/* Where `most` characters that are no blanks begin before the end of s. */
static size_t
step_back(struct nb_str s, unsigned most)
{
	size_t at = s.n;

	while (at > 0 && most > 0)
		most -= !nb_is_blank(nb_utf8_prev(s, &at));
	return at;
}

static void
add_place(GChecksum *sum, struct nb_span span)
{
	const struct nb_text *t = span.text;
	const struct nb_str first =
	    nb_text_line(t, nb_text_pos(t, span.begin).line);
	const struct nb_str last =
	    nb_text_line(t, nb_text_pos(t, span.end).line);
	const size_t begin = span.begin - (size_t)(first.p - t->bytes.p);
	const size_t end = span.end - (size_t)(last.p - t->bytes.p);
	const struct nb_str before = nb_str_sub(first, 0, begin);

	add_words(sum, nb_str_from(before, step_back(before, AROUND)), AROUND);
	g_checksum_update(sum, (const guchar *)"|", 1);
	add_words(sum, nb_span_str(span), MOST);
	g_checksum_update(sum, (const guchar *)"|", 1);
	add_words(sum, nb_str_from(last, end), AROUND);
}

static void
add_message(GChecksum *sum, struct nb_str message)
{
	for (size_t i = 0; i < message.n; i++)
		if (!nb_is_digit((unsigned char)message.p[i]))
			g_checksum_update(
			    sum, (const guchar *)&message.p[i], 1);
}

void
nb_diag_fingerprint(const struct nb_diag *g, char ret[NB_FINGERPRINT + 1])
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	if (nb_diag_is_whole(g))
		add_message(sum, g->message);
	else
		add_place(sum, g->span);
	g_strlcpy(ret, g_checksum_get_string(sum), NB_FINGERPRINT + 1);
}
