/*
 * check/copies.c - a table of sentences by their hash, a list of the places
 * where each is used.
 */
#include "check/copies.h"

#include "base/arena.h"
#include "check/piece.h"
#include "check/script.h"
#include "check/walk.h"

#include <glib.h>

/* To find the nearest document so many that have a sentence are looked at. */
enum { KIN_MAX = 64 };

static const uint32_t none = UINT32_MAX;

struct sentence {
	gint64 hash;        /* of its letters */
	struct nb_str text; /* empty as long as one document has it */
	uint32_t n_documents;
	uint32_t last; /* its latest use */
};

/* A sentence in a document. */
struct use {
	struct sentence *sentence;
	uint32_t han; /* [char] */
	uint32_t document;
	uint32_t
	    before; /* the sentence's use in an earlier document, or none */
};

struct document {
	uint32_t han;    /* [char] */
	uint32_t use, n; /* in uses */
};

struct nb_copies {
	const struct nb_copy_words *words;
	struct nb_arena *arena;
	uint64_t starts; /* bit x: a phrase's third byte ends in x */
	GHashTable *sentence;
	GArray *use, *document;
	uint32_t *common; /* by document, while one is compared [char] */
};

/* What the third byte of a Han character tells phrases apart by. */
static unsigned
start_bit(const char *p)
{
	return (unsigned char)p[2] & 63;
}

struct nb_copies *
nb_copies_new(const struct nb_copy_words *words)
{
	struct nb_copies *c = g_new0(struct nb_copies, 1);

	c->words = words;
	c->arena = nb_arena_new();
	c->sentence = g_hash_table_new(g_int64_hash, g_int64_equal);
	c->use = g_array_new(FALSE, FALSE, sizeof(struct use));
	c->document = g_array_new(FALSE, FALSE, sizeof(struct document));
	for (uint32_t i = 0; i < words->phrase.n; i++)
		if (words->phrase.word[i].n >= 3)
			c->starts |= 1ull << start_bit(words->phrase.word[i].p);
	return c;
}

void
nb_copies_free(struct nb_copies *c)
{
	if (c == NULL)
		return;
	g_hash_table_unref(c->sentence);
	g_array_unref(c->use);
	g_array_unref(c->document);
	g_free(c->common);
	nb_arena_free(c->arena);
	g_free(c);
}

/* The length of the prescribed wording that s starts with, or 0. [byte] */
static size_t
phrase_at(const struct nb_copies *c, struct nb_str s)
{
	size_t longest = 0;

	if (s.n < 3 || !(c->starts >> start_bit(s.p) & 1))
		return 0;
	for (uint32_t i = 0; i < c->words->phrase.n; i++) {
		const struct nb_str phrase = c->words->phrase.word[i];

		if (phrase.n > longest && nb_str_starts(s, phrase))
			longest = phrase.n;
	}
	return longest;
}

static uint64_t
mix(uint64_t h, uint32_t c)
{
	h = (h ^ c) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

/* The hash of a sentence's letters and figures, phrases and marks left out. */
static gint64
read_sentence(const struct nb_copies *c, struct nb_str s, uint32_t *ret_han)
{
	uint64_t h = 0x243F6A8885A308D3u;

	*ret_han = 0;
	for (size_t at = 0; at < s.n;) {
		const size_t phrase = phrase_at(c, nb_str_from(s, at));
		uint32_t letter;

		if (phrase > 0) {
			at += phrase;
			continue;
		}
		letter = nb_utf8_next(s, &at);
		if (nb_is_han(letter) || nb_is_digit(letter) ||
		    nb_is_latin(letter))
			h = mix(h, letter);
		*ret_han += nb_is_han(letter);
	}
	return (gint64)h;
}

static struct sentence *
find_sentence(struct nb_copies *c, gint64 hash)
{
	struct sentence *s = g_hash_table_lookup(c->sentence, &hash);

	if (s != NULL)
		return s;
	s = nb_new(c->arena, struct sentence);
	s->hash = hash;
	s->last = none;
	g_hash_table_add(c->sentence, s);
	return s;
}

static void
add_use(struct nb_copies *c, gint64 hash, uint32_t han, struct nb_str text)
{
	struct sentence *s = find_sentence(c, hash);
	struct use use = { s, han, c->document->len - 1, s->last };
	const struct use *last = s->last == none
	    ? NULL
	    : &g_array_index(c->use, struct use, s->last);

	if (last != NULL && last->document == use.document) {
		use.before = last->before;
	} else {
		s->n_documents++;
		if (last != NULL && s->text.n == 0)
			s->text = nb_arena_str(c->arena, nb_str_trim(text));
	}
	s->last = c->use->len;
	g_array_append_val(c->use, use);
}

/* One reading of a document. */
struct reading {
	struct nb_copies *copies;
	const struct nb_report *report;
	const struct nb_outline *outline;
	struct nb_arena *arena; /* for what is read only */
};

static void
read_prose(void *to, const struct nb_visit *v)
{
	const struct reading *rd = to;
	struct nb_copies *c = rd->copies;
	struct document *d =
	    &g_array_index(c->document, struct document, c->document->len - 1);
	struct nb_piece piece;
	struct nb_str text;

	if (v->role != NB_PROSE_BODY && v->role != NB_PROSE_ITEM &&
	    v->role != NB_PROSE_DETAIL)
		return;
	text = nb_script_plain(rd->arena, rd->report, v->prose->text);
	for (size_t at = 0;
	     nb_piece_next(text, NB_SENTENCE_ENDS, &at, &piece);) {
		uint32_t han;
		const gint64 hash = read_sentence(c, piece.text, &han);

		d->han += han;
		if (han >= c->words->least_han)
			add_use(c, hash, han, piece.text);
	}
}

void
nb_copies_add(
    struct nb_copies *c, const struct nb_report *r, const struct nb_outline *o)
{
	const struct document fresh = { .use = c->use->len };
	struct reading rd = { c, r, o, nb_arena_new() };

	g_array_append_val(c->document, fresh);
	nb_walk_report(r, read_prose, &rd);
	nb_arena_free(rd.arena);
	g_array_index(c->document, struct document, c->document->len - 1).n =
	    c->use->len - fresh.use;
}

/* Whether a sentence tells of copying. */
static bool
is_copied(const struct nb_copies *c, const struct sentence *s)
{
	return s->n_documents > 1 &&
	    (s->n_documents < c->words->common ||
		2 * s->n_documents <= c->document->len);
}

/* Adds a use to what the documents that have the sentence have in common. */
static void
add_kin(struct nb_copies *c, const struct use *use, GArray *kin)
{
	const uint32_t self = use->document;
	uint32_t left = KIN_MAX;

	for (uint32_t i = use->sentence->last; i != none && left > 0; left--) {
		const struct use *other = &g_array_index(c->use, struct use, i);
		const uint32_t document = other->document;

		i = other->before;
		if (document == self)
			continue;
		if (c->common[document] == 0)
			g_array_append_val(kin, document);
		c->common[document] += use->han;
	}
}

static const struct use *
use_of(const struct nb_copies *c, const struct document *d, uint32_t i)
{
	return &g_array_index(c->use, struct use, d->use + i);
}

struct nb_copy
nb_copies_of(struct nb_copies *c, uint32_t document)
{
	const struct document *d =
	    &g_array_index(c->document, struct document, document);
	g_autoptr(GArray) kin = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_copy copy = { d->han, 0, document };
	uint32_t most = 0;

	if (c->common == NULL)
		c->common = g_new0(uint32_t, c->document->len);
	for (uint32_t i = 0; i < d->n; i++) {
		const struct use *use = use_of(c, d, i);

		if (!is_copied(c, use->sentence))
			continue;
		copy.shared += use->han;
		add_kin(c, use, kin);
	}
	for (guint i = 0; i < kin->len; i++) {
		const uint32_t other = g_array_index(kin, uint32_t, i);
		const uint32_t han = c->common[other];

		if (han > most || (han == most && other < copy.nearest))
			copy.nearest = other;
		most = MAX(most, han);
		c->common[other] = 0;
	}
	return copy;
}

const struct nb_copied *
nb_copies_sentences(const struct nb_copies *c, uint32_t document,
    struct nb_arena *a, uint32_t *ret_n)
{
	const struct document *d =
	    &g_array_index(c->document, struct document, document);
	struct nb_copied *copied = nb_new_n(a, struct nb_copied, d->n);

	*ret_n = 0;
	for (uint32_t i = 0; i < d->n; i++) {
		const struct sentence *s = use_of(c, d, i)->sentence;

		if (is_copied(c, s))
			copied[(*ret_n)++] =
			    (struct nb_copied){ s->text, s->n_documents };
	}
	return copied;
}
