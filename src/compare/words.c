/*
 * compare/words.c - sentences by piece.h, figures by figure_scan.h; no
 * dictionary.
 */
#include "compare/words.h"

#include "base/beside.h"
#include "base/hant.h"
#include "check/figure_scan.h"
#include "check/piece.h"

#define CLOSING U"。；！？”’）》」』〉】"

static bool
is_letter(uint32_t c)
{
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

static void
append(GArray *list, struct nb_ids *ids, struct nb_str text, size_t at,
    size_t end, uint32_t weight)
{
	const struct nb_str s = nb_str_sub(text, at, end - at);
	const struct nb_cut cut = {
		.id = nb_ids_of(ids, s),
		.at = (uint32_t)at,
		.n = (uint32_t)s.n,
		.weight = weight,
		.mark = nb_mark_in(NB_CLAUSE_ENDS, nb_str_last(s)) ||
		    nb_str_last(s) == '\n',
	};

	g_array_append_val(list, cut);
}

static uint32_t
count_letters(struct nb_str s)
{
	uint32_t n = 0;

	for (size_t at = 0; at < s.n;)
		n += is_letter(nb_utf8_next(s, &at));
	return n;
}

/* Behind the quotes and marks that belong to the sentence ending at at. */
static size_t
closed(struct nb_str text, size_t at)
{
	while (at < text.n) {
		size_t next = at;

		if (!nb_mark_in(CLOSING, nb_utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

static void
append_sentences(
    GArray *list, struct nb_ids *ids, struct nb_str text, size_t from, size_t n)
{
	const struct nb_str line = nb_str_sub(text, 0, from + n);
	struct nb_piece p;

	for (size_t at = from, begin = from;
	     nb_piece_next(line, NB_SENTENCE_ENDS, &at, &p); begin = at) {
		if (p.mark != 0)
			at = closed(line, at);
		append(list, ids, text, begin, at,
		    count_letters(nb_str_sub(text, begin, at - begin)));
	}
}

GArray *
nb_cut_sentences(struct nb_ids *ids, struct nb_str text)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct nb_cut));

	for (size_t at = 0; at < text.n;) {
		const size_t lf = nb_str_find(text, NB_S("\n"), at);
		const size_t end = lf == SIZE_MAX ? text.n : lf;

		append_sentences(list, ids, text, at, end - at);
		if (lf != SIZE_MAX)
			append(list, ids, text, lf, lf + 1, 0);
		at = end + (lf != SIZE_MAX);
	}
	return list;
}

/* Behind the Western word, or the character, at at. */
static size_t
word_end(struct nb_str s, size_t at)
{
	size_t end = at;
	uint32_t c = nb_utf8_next(s, &end);

	if (!nb_is_latin(c) && !nb_is_digit(c))
		return end;
	for (size_t next = end; next < s.n; end = next) {
		c = nb_utf8_next(s, &next);
		if (!nb_is_latin(c) && !nb_is_digit(c))
			break;
	}
	return end;
}

/* 2024年, 6月: with what counts, if not as a figure. */
static size_t
figure_end(struct nb_str s, const struct nb_found_figure *f)
{
	size_t end = f->end;

	if (f->unit == f->end && end < s.n &&
	    !nb_mark_in(U"年月日号時时", nb_utf8_next(s, &end)))
		end = f->end;
	return end;
}

GArray *
nb_cut_words(struct nb_ids *ids, const struct nb_words *unit,
    enum nb_script script, struct nb_str text, uint32_t begin, uint32_t end)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct nb_cut));
	const struct nb_str s = nb_str_sub(text, begin, end - begin);
	const struct nb_str plain =
	    script == NB_SCRIPT_TRADITIONAL ? nb_hant_fold(ids->arena, s) : s;
	struct nb_found_figure f;
	size_t scan = 0;
	bool found = nb_figure_next(plain, unit, &scan, &f);

	for (size_t at = 0, next; at < s.n; at = next) {
		size_t peek = at;

		while (found && f.begin < at)
			found = nb_figure_next(plain, unit, &scan, &f);
		next = found && f.begin == at ? figure_end(s, &f)
					      : word_end(s, at);
		if (found && next > f.begin && at < f.begin)
			next = f.begin;
		append(list, ids, text, begin + at, begin + next,
		    is_letter(nb_utf8_next(s, &peek)));
	}
	return list;
}
