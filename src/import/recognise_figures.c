/*
 * import/recognise_figures.c - figures that the prose tells, offered as 指标.
 * A person chooses: what is taken for a name here is only what stands before
 * the figure.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "base/beside.h"
#include "import/grow.h"
#include "import/vocabulary.h"
#include "import/words.h"

enum {
	MOST = 40,      /* offers */
	NAME_MOST = 20, /* [char]; a longer one is no key any more */
	NAME_LEAST = 2, /* [char] */
};

/* What a clause begins behind. */
static bool
is_clause_mark(uint32_t c)
{
	return c == 0 || nb_is_blank(c) ||
	    nb_mark_in(U"，。；：！？（）,;:!?()", c);
}

/* Digits, a part behind the point, 万 and what is counted; 0: no figure. */
static size_t
figure_at(const struct nb_vocabulary *words, struct nb_str s, size_t at)
{
	size_t end = at;

	while (end < s.n &&
	    (nb_is_digit((unsigned char)s.p[end]) || s.p[end] == '.'))
		end++;
	if (end == at || s.p[end - 1] == '.')
		return 0;
	end += nb_words_starting(&words->figure.about, nb_str_from(s, end));
	if (nb_words_starting(&words->figure.unit, nb_str_from(s, end)) == 0)
		return 0;
	return end +
	    nb_words_starting(&words->figure.unit, nb_str_from(s, end)) - at;
}

/* Does another figure end at `at`, as in “受理50件、调解48件”? */
static bool
follows_figure(const struct nb_vocabulary *words, struct nb_str s, size_t at)
{
	const size_t unit =
	    nb_words_ending(&words->figure.unit, nb_str_sub(s, 0, at));

	return unit > 0 &&
	    nb_is_digit((unsigned char)nb_char_before(s, at - unit));
}

/*
 * Where the words begin that end at `end`: at their clause's start, or behind
 * another figure; `end` when they begin in the middle of something else.
 * [byte]
 */
static size_t
name_begin(const struct nb_vocabulary *words, struct nb_str s, size_t end)
{
	size_t from = end, before;
	uint32_t c;

	while (nb_is_han(nb_char_before(s, from)))
		nb_utf8_prev(s, &from);
	c = nb_char_before(s, from);
	if (is_clause_mark(c))
		return from;
	if (nb_is_digit(c)) {
		const struct nb_str rest = nb_str_sub(s, from, end - from);
		const size_t unit =
		    nb_words_starting(&words->figure.unit, rest);

		return unit > 0 ||
			nb_words_starting(&words->figure.lead, rest) > 0
		    ? from + unit
		    : end;
	}
	before = from;
	return nb_utf8_prev(s, &before) == U'、' &&
		follows_figure(words, s, before)
	    ? from
	    : end;
}

/* The words before the figure; empty when they are no name.  plain is s by
 * nb_plain. */
static struct nb_str
name_before(const struct nb_vocabulary *words, struct nb_str s,
    struct nb_str plain, size_t at)
{
	struct nb_str name;
	unsigned number;
	size_t n = at, from, skip;

	while ((skip = nb_words_ending(
		    &words->figure.between, nb_str_sub(plain, 0, n))) > 0)
		n -= skip;
	from = name_begin(words, plain, n);
	skip = 0;
	if (nb_ordinal_inside(
		nb_str_sub(plain, from, n - from), &skip, &number))
		from += skip;
	while ((skip = nb_words_starting(&words->figure.lead,
		    nb_str_sub(plain, from, n - from))) > 0)
		from += skip;
	name = nb_str_sub(plain, from, n - from);
	if (nb_words_starting(&words->figure.open, name) > 0 ||
	    nb_words_ending(&words->figure.close, name) > 0 ||
	    nb_str_chars(name) < NAME_LEAST || nb_str_chars(name) > NAME_MOST)
		return NB_S("");
	return nb_str_sub(s, from, n - from);
}

static bool
is_offered(struct nb_recogniser *r, struct nb_str name)
{
	const struct nb_draft_texts *t = &r->draft->figure;
	const struct nb_str key =
	    nb_arena_printf(r->a, NB_FMT ": ", NB_ARG(name));

	for (uint32_t i = 0; i < t->n; i++)
		if (nb_str_starts(t->text[i].text, key))
			return true;
	return false;
}

/* The figure of n bytes at `at`. */
static void
offer(struct nb_recogniser *r, const struct nb_draft_text *para,
    struct nb_str plain, size_t at, size_t n)
{
	const struct nb_str s = para->text;
	struct nb_str name;

	if (nb_words_starting(
		&r->words->figure.limit, nb_str_from(plain, at + n)) > 0)
		return;
	name = name_before(r->words, s, plain, at);
	if (name.n > 0 && !is_offered(r, name))
		nb_texts_add(r->a, &r->draft->figure,
		    (struct nb_draft_text){
			nb_arena_printf(r->a, NB_FMT ": " NB_FMT, NB_ARG(name),
			    NB_ARG(nb_str_sub(s, at, n))),
			para->row });
}

static void
scan(struct nb_recogniser *r, const struct nb_draft_text *para)
{
	const struct nb_str s = nb_plain(r->a, para->text);

	for (size_t at = 0; at < s.n && r->draft->figure.n < MOST;) {
		const size_t n = figure_at(r->words, s, at);

		if (n > 0)
			offer(r, para, s, at, n);
		if (n > 0)
			at += n;
		else if (nb_is_digit((unsigned char)s.p[at]))
			while (at < s.n && nb_is_digit((unsigned char)s.p[at]))
				at++;
		else
			nb_utf8_next(s, &at);
	}
}

static void
scan_branch(struct nb_recogniser *r, const struct nb_branch *b)
{
	for (uint32_t i = 0; i < b->s.body.n; i++)
		scan(r, &b->s.body.text[i]);
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next)
		scan_branch(r, c);
}

void
nb_recognise_figures(struct nb_recogniser *r)
{
	if (nb_str_eq(nb_str_z(r->draft->kind), NB_S("年度报告")))
		scan_branch(r, r->root);
}
