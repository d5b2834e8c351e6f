#include "import/parted.h"

#include "import/lines.h"
#include "import/vocabulary.h"

#include <glib.h>

/* Whether tabs part elements on a line of this style. */
static bool
is_parted(const struct nb_vocabulary *words, struct nb_str style)
{
	return nb_words_have(&words->style.head, style) ||
	    nb_words_have(&words->style.signature, style);
}

static void
add_parts(struct nb_lines *to, const struct nb_raw_line *from)
{
	struct nb_raw_line part = *from;

	for (size_t at = 0, end; at < from->text.n; at = end + 1) {
		end =
		    MIN(nb_str_find(from->text, NB_S("\t"), at), from->text.n);
		part.text = nb_str_trim(nb_str_sub(from->text, at, end - at));
		if (part.text.n == 0)
			continue;
		nb_lines_add(to, part);
		part.label = NB_S("");
		part.gap = part.turned = false;
	}
}

struct nb_raw
nb_parted(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words)
{
	struct nb_lines lines = { .arena = a };
	struct nb_raw ret = *raw;

	for (uint32_t i = 0; i < raw->n; i++)
		if (is_parted(words, raw->line[i].style))
			add_parts(&lines, &raw->line[i]);
		else
			nb_lines_add(&lines, raw->line[i]);
	ret.line = lines.line;
	ret.n = lines.n;
	return ret;
}
