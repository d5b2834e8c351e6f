/*
 * style/outline_match.c - recognises what a heading or a paragraph speaks of
 * (checks.md 2.1).
 */
#include "style/outline.h"

#include "style/year_scan.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_ROOM = 128 }; /* [byte] of a word with its year put in */

static const struct nb_str year_mark = { "{Y1}", 4 };

/* A word with {Y1} replaced; empty when the year is not known. */
static struct nb_str
with_year(struct nb_str word, int next_year, char room[WORD_ROOM])
{
	const size_t at = nb_str_find(word, year_mark, 0);
	const struct nb_str before = nb_str_sub(word, 0, at);
	struct nb_str after;
	int n;

	if (at == SIZE_MAX)
		return word;
	if (next_year <= 0)
		return NB_S("");
	after = nb_str_from(word, at + year_mark.n);
	n = g_snprintf(room, WORD_ROOM, NB_FMT "%d" NB_FMT, NB_ARG(before),
	    next_year, NB_ARG(after));
	return n < WORD_ROOM ? nb_str_sub(nb_str_z(room), 0, (size_t)n)
			     : NB_S("");
}

/* Whether s speaks of that year at that place, not of a range or a document. */
static bool
year_stands_at(struct nb_str s, int year, size_t place)
{
	size_t at = 0, begin = 0;

	for (;;) {
		const int found = nb_year_next(s, &at, &begin);

		if (found == 0)
			return false;
		if (found == year && begin == place)
			return true;
	}
}

static bool
has_word(struct nb_str s, struct nb_str word, int next_year)
{
	char room[WORD_ROOM];
	const size_t year_at = nb_str_find(word, year_mark, 0);
	struct nb_str text;
	size_t hit = 0;

	if (year_at == SIZE_MAX)
		return nb_str_has(s, word);
	text = with_year(word, next_year, room);
	if (text.n == 0)
		return false;
	while ((hit = nb_str_find(s, text, hit)) != SIZE_MAX)
		if (year_stands_at(s, next_year, hit++ + year_at))
			return true;
	return false;
}

/* Index of the first word that stands in s, or n. */
static uint32_t
find_word(const struct nb_words *w, struct nb_str s, int next_year)
{
	uint32_t i;

	for (i = 0; i < w->n; i++)
		if (has_word(s, w->word[i], next_year))
			break;
	return i;
}

static bool
any_word(const struct nb_words *w, struct nb_str s, int next_year)
{
	return find_word(w, s, next_year) < w->n;
}

/* Whether a heading speaks of this topic, whatever else it speaks of. */
static bool
speaks_of(const struct nb_topic *t, struct nb_str heading, int next_year)
{
	return heading.n > 0 && any_word(&t->word, heading, next_year) &&
	    !any_word(&t->veto, heading, next_year);
}

const struct nb_topic *
nb_outline_topic(
    const struct nb_outline *o, struct nb_str heading, int next_year)
{
	for (uint32_t i = 0; i < o->n_topics; i++)
		if (speaks_of(&o->topic[i], heading, next_year))
			return &o->topic[i];
	return NULL;
}

struct nb_str
nb_topic_word(const struct nb_topic *t, struct nb_str heading, int next_year)
{
	const uint32_t i = find_word(&t->word, heading, next_year);

	return i < t->word.n ? t->word.word[i] : NB_S("");
}

const struct nb_topic *
nb_outline_topic_beside(const struct nb_outline *o,
    const struct nb_topic *first, const struct nb_topic *behind,
    struct nb_str heading, int next_year)
{
	const struct nb_topic *end = o->topic + o->n_topics;

	if (first->weight == 0)
		return NULL;
	for (const struct nb_topic *t = behind + 1; t < end; t++)
		if (t->weight >= first->weight &&
		    speaks_of(t, heading, next_year))
			return t;
	return NULL;
}

const struct nb_topic *
nb_outline_topic_named(const struct nb_outline *o, struct nb_str name)
{
	for (uint32_t i = 0; i < o->n_topics; i++)
		if (nb_str_eq(o->topic[i].name, name))
			return &o->topic[i];
	return NULL;
}

bool
nb_outline_asks(
    const struct nb_outline_item *item, enum nb_kind kind, enum nb_level level)
{
	return (item->kind >> kind & item->level >> level & 1) != 0;
}

bool
nb_item_is_wanted(const struct nb_outline_item *item)
{
	return item->need == NB_NEED_MUST || item->need == NB_NEED_SHOULD;
}

const struct nb_outline_item *
nb_outline_item_named(const struct nb_outline *o, struct nb_str name,
    enum nb_kind kind, enum nb_level level)
{
	const struct nb_outline_item *found = NULL;

	for (uint32_t i = 0; i < o->n_items; i++) {
		const struct nb_outline_item *item = &o->item[i];

		if (!nb_str_eq(item->name, name) &&
		    !nb_words_have(&item->alias, name))
			continue;
		if (nb_outline_asks(item, kind, level))
			return item;
		if (found == NULL)
			found = item;
	}
	return found;
}

/* The next piece of a pattern that ends at mark; *at moves behind it. */
static struct nb_str
next_piece(struct nb_str pattern, size_t *at, struct nb_str mark)
{
	const size_t end = nb_str_find(pattern, mark, *at);
	const struct nb_str piece = end == SIZE_MAX
	    ? nb_str_from(pattern, *at)
	    : nb_str_sub(pattern, *at, end - *at);

	*at += piece.n + (end == SIZE_MAX ? 0 : mark.n);
	return piece;
}

static bool
has_sentence_end(struct nb_str s)
{
	return nb_str_has(s, NB_S("。")) || nb_str_has(s, NB_S("！")) ||
	    nb_str_has(s, NB_S("？")) || nb_str_has(s, NB_S("；"));
}

/* Where the pieces of one part stand within one sentence: the end, or no. */
static size_t
match_from(struct nb_str part, struct nb_str s, size_t from)
{
	const struct nb_str gap = NB_S("…");
	size_t end = from;

	for (size_t at = 0; at < part.n;) {
		const struct nb_str piece = next_piece(part, &at, gap);
		const size_t hit = nb_str_find(s, piece, end);

		if (hit == SIZE_MAX)
			return SIZE_MAX;
		if (has_sentence_end(nb_str_sub(s, end, hit - end)))
			return SIZE_MAX;
		end = hit + piece.n;
	}
	return end;
}

/* The end of the first place at or after from where a part matches. */
static size_t
match_part(struct nb_str part, struct nb_str s, size_t from)
{
	size_t gap = 0;
	const struct nb_str first = next_piece(part, &gap, NB_S("…"));

	for (;;) {
		const size_t hit = nb_str_find(s, first, from);
		size_t end;

		if (hit == SIZE_MAX)
			return SIZE_MAX;
		end = match_from(part, s, hit);
		if (end != SIZE_MAX)
			return end;
		from = hit + MAX(first.n, 1);
	}
}

static bool
match(struct nb_str pattern, struct nb_str s)
{
	size_t end = 0;

	for (size_t at = 0; at < pattern.n;) {
		const struct nb_str part = next_piece(pattern, &at, NB_S(" "));

		end = match_part(part, s, end);
		if (end == SIZE_MAX)
			return false;
	}
	return pattern.n > 0;
}

bool
nb_outline_evident(
    const struct nb_outline_item *item, struct nb_str paragraph, int next_year)
{
	char room[WORD_ROOM];

	for (uint32_t i = 0; i < item->evidence.n; i++)
		if (match(with_year(item->evidence.word[i], next_year, room),
			paragraph))
			return true;
	return false;
}
