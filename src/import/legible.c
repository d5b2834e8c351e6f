#include "import/legible.h"

#include "base/arena.h"
#include "source/decode.h"

#include <glib.h>

enum {
	LOOK = 16 * 1024, /* so much of a document tells [byte] */
	LEAST_LOST = 3,   /* characters that are none … */
	MOST_LOST = 15,   /* … and their share in words [percent] */
	LEAST_HAN = 60,   /* so many hanzi are not all rare by chance … */
	LEAST_COMMON = 4, /* … so many of a hundred are not [percent] */
};

/* The first words on one line. */
static struct nb_str
beginning(struct nb_arena *a, const struct nb_raw *raw)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (uint32_t i = 0; i < raw->n && out->len < LOOK; i++)
		g_string_append_len(out, raw->line[i].text.p,
		    (gssize)MIN(raw->line[i].text.n, LOOK));
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

/* No character, or one that only some font knows. */
static bool
is_lost(uint32_t c)
{
	return c == 0xFFFD || (c >= 0xE000 && c < 0xF900);
}

bool
nb_legible(struct nb_arena *a, const struct nb_raw *raw)
{
	const struct nb_str text = beginning(a, raw);
	size_t n = 0, han = 0, lost = 0;

	for (size_t at = 0; at < text.n;) {
		const uint32_t c = nb_utf8_next(text, &at);

		n += !nb_is_blank(c);
		han += nb_is_han(c);
		lost += is_lost(c);
	}
	if (lost >= LEAST_LOST && lost * 100 > n * MOST_LOST)
		return false;
	return han < LEAST_HAN || nb_commonness(text) >= LEAST_COMMON;
}
