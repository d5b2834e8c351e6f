#include "import/series.h"

#include "import/heading.h"

enum { LEAST = 3 }; /* lines that tell */

enum nb_series
nb_series_read(const struct nb_vocabulary *words, const struct nb_line *line,
    const struct nb_line *end)
{
	const enum nb_ordinal_form form = line->ordinal.form;
	unsigned next = line->ordinal.n, n = 0, titled = 0;
	bool under = false;

	for (; line < end; line++) {
		const struct nb_ordinal *o = &line->ordinal;
		struct nb_heading h;

		if (o->form == NB_ORDINAL_NONE || o->odd)
			continue;
		if (o->form < form || (o->form == form && o->n != next))
			break;
		if (o->form > form) {
			under = true;
			continue;
		}
		h = nb_heading_read(words, nb_str_from(line->text, o->len),
		    line->raw->level > 0);
		if (h.listed)
			return NB_SERIES_MIXED;
		titled += h.kind != NB_HEADING_NONE;
		next++;
		n++;
	}
	if (n < LEAST)
		return NB_SERIES_MIXED;
	if (titled * 3 >= n * 2)
		return NB_SERIES_HEADINGS;
	return !under && titled * 2 < n ? NB_SERIES_TEXT : NB_SERIES_MIXED;
}
