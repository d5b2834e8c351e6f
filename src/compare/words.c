/*
 * compare/words.c - sentences by piece.h, figures by figure_scan.h, Chinese by
 * han.h.
 */
#include "compare/words.h"

#include "base/beside.h"
#include "base/hant.h"
#include "check/figure_scan.h"
#include "check/near.h"
#include "check/piece.h"
#include "compare/han.h"

enum {
	NAME_MOST = 80,  /* of a name in 《》 [char] */
	DASHES_MOST = 2, /* between two years */
};

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

/* Words under way: of s, which is Simplified and of the same bytes. */
struct words {
	const struct nb_word_cutter *cutter;
	struct nb_str s;
	uint32_t begin; /* of s in the field's text */
	const struct nb_prose *prose;
	uint32_t seg; /* of the prose */
	size_t scan;
	struct nb_found_figure figure; /* the next */
	bool found;
	GArray *cut, *ends;
	struct nb_str text; /* of the field */
};

/* 2024年6月30日, 2021—2025年, 12月底: behind it, or at. */
static size_t
date_end(struct nb_str s, size_t at)
{
	size_t end = at, next = nb_digits_end(s, at);
	unsigned dashes = 0;

	while (next > end && next < s.n) {
		const uint32_t c = nb_utf8_next(s, &next);

		if (nb_mark_in(U"年月日号时", c))
			end = next;
		else if (end > at || ++dashes > DASHES_MOST ||
		    !nb_mark_in(U"—-～~", c))
			break;
		next = nb_digits_end(s, next);
	}
	next = end;
	if (end > at && end < s.n &&
	    nb_mark_in(U"底初末", nb_utf8_next(s, &next)))
		end = next;
	return end;
}

/* 〔2024〕12号: behind it, or at. */
static size_t
number_end(struct nb_str s, size_t at)
{
	size_t end = at, digits;

	if (!nb_str_skip(s, &end, NB_S("〔")))
		return at;
	end = nb_digits_end(s, end);
	if (!nb_str_skip(s, &end, NB_S("〕")))
		return at;
	digits = end;
	end = nb_digits_end(s, end);
	return end > digits && nb_str_skip(s, &end, NB_S("号")) ? end : at;
}

/* 《…》: behind it, or at. */
static size_t
name_end(struct nb_str s, size_t at)
{
	size_t end = at;

	if (!nb_str_skip(s, &end, NB_S("《")))
		return at;
	for (uint32_t n = 0; end < s.n && n < NAME_MOST; n++) {
		const uint32_t c = nb_utf8_next(s, &end);

		if (c == U'》')
			return end;
		if (c == U'《' || c == '\n')
			break;
	}
	return at;
}

/* Behind a Western word, or at. */
static size_t
western_end(struct nb_str s, size_t at)
{
	for (size_t next = at; next < s.n; at = next) {
		const uint32_t c = nb_utf8_next(s, &next);

		if (!nb_is_latin(c) && !nb_is_digit(c))
			break;
	}
	return at;
}

/* Behind the figure at a place, 20余人次 too, or at. */
static size_t
figure_end(struct words *w, size_t at)
{
	size_t end, unit;

	while (w->found && w->figure.begin < at)
		w->found =
		    nb_figure_next(w->s, w->cutter->unit, &w->scan, &w->figure);
	if (!w->found || w->figure.begin != at)
		return at;
	end = unit = w->figure.end;
	if (w->figure.unit == end && end < w->s.n &&
	    nb_mark_in(U"余多", nb_utf8_next(w->s, &unit)))
		end = unit +
		    nb_words_starting(w->cutter->unit, nb_str_from(w->s, unit));
	return end;
}

/* The first {指标} that is not before a place of s, or NULL. */
static const struct nb_prose_seg *
reference(struct words *w, size_t at)
{
	const struct nb_prose *p = w->prose;

	for (; p != NULL && w->seg < p->n_seg; w->seg++) {
		const struct nb_prose_seg *seg = &p->seg[w->seg];

		if (seg->replaced && seg->at >= w->begin + at &&
		    seg->at + seg->n <= w->begin + w->s.n &&
		    p->source->bytes.p[seg->src] == '{')
			return seg;
	}
	return NULL;
}

/* Behind what is one whatever is in it, or at. */
static size_t
whole_end(struct words *w, size_t at)
{
	const struct nb_prose_seg *seg = reference(w, at);
	size_t end;

	if (seg != NULL && seg->at == w->begin + at)
		return at + seg->n;
	end = MAX(number_end(w->s, at), name_end(w->s, at));
	end = MAX(end, MAX(date_end(w->s, at), figure_end(w, at)));
	return end > at ? end : western_end(w->s, at);
}

static void
add_word(struct words *w, size_t at, size_t end)
{
	const struct nb_str s = nb_str_sub(w->s, at, end - at);
	const uint32_t letters = count_letters(s);

	append(w->cut, w->cutter->ids, w->text, w->begin + at, w->begin + end,
	    nb_has_digit(s) || nb_is_latin(nb_str_first(s)) ? MIN(letters, 1)
							    : letters);
}

/* The words of the Han characters at a place; returns their end. */
static size_t
add_han(struct words *w, size_t at)
{
	const struct nb_prose_seg *seg = reference(w, at);
	const size_t most = seg != NULL ? seg->at - w->begin : w->s.n;
	size_t end = at;

	for (size_t next = at; next < most; end = next)
		if (!nb_is_han(nb_utf8_next(w->s, &next)))
			break;
	g_array_set_size(w->ends, 0);
	nb_han_cut(w->cutter->han, w->cutter->unit,
	    nb_str_sub(w->s, at, end - at), w->ends);
	for (guint i = 0, from = 0; i < w->ends->len; i++) {
		const uint32_t to = g_array_index(w->ends, uint32_t, i);

		add_word(w, at + from, at + to);
		from = to;
	}
	return end;
}

static void
cut_words(struct words *w)
{
	for (size_t at = 0, next; at < w->s.n; at = next) {
		size_t peek = at;
		const uint32_t c = nb_utf8_next(w->s, &peek);

		next = whole_end(w, at);
		if (next == at && nb_is_han(c)) {
			next = add_han(w, at);
			continue;
		}
		next = MAX(next, peek);
		add_word(w, at, next);
	}
}

GArray *
nb_cut_words(const struct nb_word_cutter *cutter, enum nb_script script,
    const struct nb_diff_field *f, uint32_t begin, uint32_t end)
{
	const struct nb_str s = nb_str_sub(f->key, begin, end - begin);
	struct words w = {
		.cutter = cutter,
		.s = script == NB_SCRIPT_TRADITIONAL
		    ? nb_hant_fold(cutter->ids->arena, s)
		    : s,
		.begin = begin,
		.prose = f->prose,
		.cut = g_array_new(FALSE, FALSE, sizeof(struct nb_cut)),
		.ends = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
		.text = f->key,
	};

	w.found = nb_figure_next(w.s, cutter->unit, &w.scan, &w.figure);
	cut_words(&w);
	g_array_unref(w.ends);
	return w.cut;
}
