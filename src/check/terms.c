/*
 * check/terms.c - runs the automaton over the passages and sorts what it
 * finds by tables.
 */
#include "check/terms.h"

#include "base/arena.h"
#include "check/term_context.h"

#include <glib.h>

enum { MARK_BYTES = 3 }; /* of every mark that encloses */

/* Where the text is inside of a pair of marks. */
struct enclosure {
	size_t open;     /* a pair that is open, or SIZE_MAX */
	size_t from, to; /* the last that was closed */
};

/* A word that was found, before anything is known of its circumstances. */
struct sighting {
	uint32_t begin, end;
	uint32_t use, n_uses; /* of the lexicon */
	bool titled, quoted;
};

/* Whether a term fits a sentence: the last that it was found in. */
struct verdict {
	const struct nb_passage *passage;
	size_t from;
	bool fits;
};

struct finder {
	const struct nb_lexicon *lexicon;
	const struct nb_report *report;
	const struct nb_passage *passage; /* under way */
	struct enclosure title, quote;
	GArray **seen; /* by table: of struct sighting, of this passage */
	GArray **hits; /* by table: of struct nb_term_hit */
	struct nb_sentence sentence;
	struct verdict *verdict; /* by term */
};

static void
open_mark(struct enclosure *e, size_t at)
{
	if (e->open == SIZE_MAX)
		e->open = at;
}

static void
close_mark(struct enclosure *e, size_t at)
{
	if (e->open == SIZE_MAX)
		return;
	e->from = e->open;
	e->to = at;
	e->open = SIZE_MAX;
}

/* Whether what begins at at stands inside. */
static bool
encloses(const struct enclosure *e, size_t at)
{
	return (e->open != SIZE_MAX && e->open < at) ||
	    (e->from < at && at < e->to);
}

static void
read_mark(struct finder *f, enum nb_lexicon_mark mark, size_t at)
{
	switch (mark) {
	case NB_LEXICON_TITLE_OPEN:
		open_mark(&f->title, at);
		return;
	case NB_LEXICON_TITLE_CLOSE:
		close_mark(&f->title, at);
		return;
	case NB_LEXICON_QUOTE_OPEN:
		open_mark(&f->quote, at);
		return;
	case NB_LEXICON_QUOTE_CLOSE:
		close_mark(&f->quote, at);
		return;
	}
}

/* Words come by their ends, of the same end the longest first. */
static void
note(GArray *seen, const struct sighting *s)
{
	while (seen->len > 0) {
		const struct sighting *last =
		    &g_array_index(seen, struct sighting, seen->len - 1);

		if (last->begin < s->begin && last->end > s->begin)
			return;
		if (last->begin < s->begin)
			break;
		g_array_set_size(seen, seen->len - 1);
	}
	g_array_append_vals(seen, s, 1);
}

/* Notes a word for the table that use[0..n) are of. */
static void
note_use(struct finder *f, uint32_t first, uint32_t n, size_t end)
{
	const struct nb_term_word *use = &f->lexicon->use[first];
	const size_t bytes = use->term->word.word[use->nth].n;
	struct sighting s = { .begin = (uint32_t)(end - bytes),
		.end = (uint32_t)end,
		.use = first,
		.n_uses = n };
	bool elsewhere = f->passage->is.role != NB_PROSE_HEADING;

	for (uint32_t i = 0; i < n; i++)
		elsewhere = elsewhere && use[i].term->heading;
	if (elsewhere)
		return;
	s.titled = encloses(&f->title, s.begin);
	s.quoted = encloses(&f->quote, s.begin);
	note(f->seen[use->table], &s);
}

/* Notes the word once for each table that has it. */
static void
note_word(struct finder *f, uint32_t word, size_t end)
{
	const struct nb_lexicon *lx = f->lexicon;
	const uint32_t last = lx->first_use[word + 1];

	for (uint32_t i = lx->first_use[word], next; i < last; i = next) {
		const struct nb_term_word *use = &lx->use[i];

		for (next = i + 1; next < last; next++)
			if (lx->use[next].table != use->table)
				break;
		if (use->term != NULL)
			note_use(f, i, next - i, end);
		else
			read_mark(f, (enum nb_lexicon_mark)use->nth,
			    end - MARK_BYTES);
	}
}

static bool
fits_sentence(struct finder *f, const struct nb_term *t, size_t begin)
{
	struct verdict *v = &f->verdict[t->index];
	const struct nb_sentence *s = &f->sentence;

	if (t->with.n == 0 && t->without.n == 0)
		return true;
	nb_sentence_reach(&f->sentence, begin);
	if (v->passage != f->passage || v->from != s->from) {
		v->passage = f->passage;
		v->from = s->from;
		v->fits = nb_term_fits_sentence(
		    t, nb_str_sub(s->text, s->from, s->to - s->from));
	}
	return v->fits;
}

/* Whether the entry has something to say of the word in this place. */
static bool
applies(struct finder *f, const struct nb_term *t, const struct sighting *s)
{
	return (!s->titled || t->titled) &&
	    nb_term_time(t, f->report) != NB_TERM_OFF &&
	    fits_sentence(f, t, s->begin) &&
	    nb_term_fits_clause(t, f->passage->text, s->begin, s->end);
}

/* The end of a title when the word is only its beginning: 《纲要（. */
static uint32_t
whole_title(struct nb_str text, const struct sighting *s)
{
	enum { LONGEST = 150 }; /* [byte] */
	const struct nb_str rest = nb_str_sub(text, s->begin, LONGEST);
	const struct nb_str close = NB_S("》");
	size_t at;

	if (!nb_str_starts(rest, NB_S("《")))
		return s->end;
	at = nb_str_find(rest, close, 0);
	if (at == SIZE_MAX)
		return s->end;
	return MAX(s->end, s->begin + (uint32_t)(at + close.n));
}

/* Keeps the word for the first of its entries that applies. */
static void
judge(struct finder *f, const struct sighting *s, GArray *hits)
{
	for (uint32_t i = s->use; i < s->use + s->n_uses; i++) {
		const struct nb_term_word *use = &f->lexicon->use[i];
		struct nb_term_hit hit = { .term = use->term,
			.passage = f->passage,
			.nth = use->nth,
			.begin = s->begin,
			.quoted = s->quoted };

		if (!applies(f, use->term, s))
			continue;
		hit.end = whole_title(f->passage->text, s);
		hit.time = nb_term_time(use->term, f->report);
		g_array_append_val(hits, hit);
		return;
	}
}

static void
search(struct finder *f, const struct nb_passage *p)
{
	struct nb_automaton_search s = { .automaton = f->lexicon->automaton,
		.text = p->text };
	uint32_t word;

	f->passage = p;
	f->title = f->quote = (struct enclosure){ .open = SIZE_MAX };
	while (nb_automaton_next(&s, &word))
		note_word(f, word, s.at);
	for (uint32_t t = 0; t < f->lexicon->n_tables; t++) {
		f->sentence = (struct nb_sentence){ .text = p->text };
		for (guint i = 0; i < f->seen[t]->len; i++)
			judge(f, &g_array_index(f->seen[t], struct sighting, i),
			    f->hits[t]);
		g_array_set_size(f->seen[t], 0);
	}
}

static struct nb_term_hits
settle(struct nb_arena *a, GArray *hits)
{
	struct nb_term_hit *hit = nb_new_n(a, struct nb_term_hit, hits->len);

	for (guint i = 0; i < hits->len; i++)
		hit[i] = g_array_index(hits, struct nb_term_hit, i);
	return (struct nb_term_hits){ hit, hits->len };
}

struct nb_terms
nb_terms_collect(struct nb_arena *a, const struct nb_lexicon *lx,
    const struct nb_report *r, const struct nb_passages *p)
{
	const uint32_t n = lx != NULL ? lx->n_tables : 0;
	g_autofree GArray **seen = g_new(GArray *, n);
	g_autofree GArray **hits = g_new(GArray *, n);
	struct nb_term_hits *table = nb_new_n(a, struct nb_term_hits, n);
	g_autofree struct verdict *verdict =
	    g_new0(struct verdict, lx != NULL ? lx->n_terms : 0);
	struct finder f = { .lexicon = lx,
		.report = r,
		.seen = seen,
		.hits = hits,
		.verdict = verdict };

	for (uint32_t t = 0; t < n; t++) {
		seen[t] = g_array_new(FALSE, FALSE, sizeof(struct sighting));
		hits[t] = g_array_new(FALSE, FALSE, sizeof(struct nb_term_hit));
	}
	for (uint32_t i = 0; i < p->n && lx != NULL; i++)
		search(&f, &p->passage[i]);
	for (uint32_t t = 0; t < n; t++) {
		table[t] = settle(a, hits[t]);
		g_array_unref(seen[t]);
		g_array_unref(hits[t]);
	}
	return (struct nb_terms){ lx, table };
}

struct nb_term_hits
nb_terms_of(const struct nb_terms *terms, const char *code)
{
	const struct nb_lexicon *lx = terms->lexicon;
	uint32_t t;

	if (lx == NULL)
		return (struct nb_term_hits){ NULL, 0 };
	t = nb_lexicon_table(lx, nb_str_z(code));
	if (t == lx->n_tables)
		return (struct nb_term_hits){ NULL, 0 };
	return terms->table[t];
}
