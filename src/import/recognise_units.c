/*
 * import/recognise_units.c - （牵头单位：甲、乙；责任单位：丙） at the end of a
 * section.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/vocabulary.h"
#include "import/words.h"

/* Where the bracket that ends s begins, or SIZE_MAX. [byte] */
static size_t
open_bracket(struct nb_str s)
{
	unsigned depth = 0;

	for (size_t at = s.n; at > 0;) {
		const uint32_t c = nb_utf8_prev(s, &at);

		if (c == 0xFF09)
			depth++;
		else if (c == 0xFF08 && --depth == 0)
			return at;
		if (depth == 0)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* Where the value of a part ends: before a mark and a label. [byte] */
static size_t
end_of_part(const struct nb_vocabulary *words, struct nb_str plain)
{
	for (size_t at = 0; at < plain.n;) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(plain, &at);
		const struct nb_str rest = nb_str_from(plain, at);

		if ((c == 0xFF1B || c == 0xFF0C || c == 0x3002 || c == ';' ||
			c == ',') &&
		    (nb_label_starts(&words->unit.lead, rest) > 0 ||
			nb_label_starts(&words->unit.units, rest) > 0))
			return from;
	}
	return plain.n;
}

/* true when all of it is labels and their units. */
static bool
read_parts(const struct nb_vocabulary *words, struct nb_str text,
    struct nb_str plain, struct nb_str *lead, struct nb_str *units)
{
	while (plain.n > 0) {
		size_t n = nb_label_starts(&words->unit.lead, plain), end;
		struct nb_str *to = n > 0 ? lead : units;

		if (n == 0)
			n = nb_label_starts(&words->unit.units, plain);
		if (n == 0 || to->n > 0)
			return false;
		end = end_of_part(words, nb_str_from(plain, n));
		*to = nb_str_trim(nb_str_sub(text, n, end));
		n += end;
		if (n < plain.n)
			nb_utf8_next(plain, &n);
		text = nb_str_from(text, n);
		plain = nb_str_from(plain, n);
	}
	return lead->n + units->n > 0;
}

void
nb_recognise_units(struct nb_recogniser *r, struct nb_draft_section *s)
{
	struct nb_draft_text *last =
	    s->body.n > 0 ? &s->body.text[s->body.n - 1] : NULL;
	struct nb_str text, inside, lead = NB_S(""), units = NB_S("");
	const size_t n = NB_S("（").n;
	bool stop;
	size_t at;

	if (last == NULL)
		return;
	stop = nb_str_ends(last->text, NB_S("）。"));
	text = stop ? nb_str_sub(last->text, 0, last->text.n - n) : last->text;
	at = open_bracket(text);
	if (at == SIZE_MAX)
		return;
	inside = nb_str_sub(text, at + n, text.n - at - 2 * n);
	if (!read_parts(
		r->words, inside, nb_plain(r->a, inside), &lead, &units))
		return;
	nb_recognise_moved(r, last->row, nb_str_from(text, at), "牵头、责任");
	s->lead_unit = (struct nb_draft_text){ lead, last->row };
	s->units = (struct nb_draft_text){ units, last->row };
	last->text = nb_str_trim(nb_str_sub(text, 0, at));
	if (stop && !nb_str_ends(last->text, NB_S("。")))
		last->text =
		    nb_arena_printf(r->a, NB_FMT "。", NB_ARG(last->text));
	else if (stop)
		nb_recognise_moved(r, last->row, NB_S("。"), "牵头、责任");
	if (last->text.n == 0)
		s->body.n--;
}
