#include "review/anchor.h"

#include "check/likeness.h"

enum {
	FIRST = 24,      /* words of a paragraph that are kept [char] */
	MOST_WORDS = 60, /* of the words at a place [char] */
};

static struct nb_str
cut(struct nb_str s, unsigned most)
{
	size_t at = 0;

	while (at < s.n && most-- > 0)
		nb_utf8_next(s, &at);
	return nb_str_trim(nb_str_sub(s, 0, at));
}

/* A line without what makes it an item of a list. */
static struct nb_str
paragraph_of(struct nb_str line)
{
	line = nb_str_trim(line);
	while (nb_str_starts(line, NB_S("- ")))
		line = nb_str_trim(nb_str_from(line, 2));
	return line;
}

static struct nb_str
line_at(const struct nb_text *t, uint32_t at)
{
	return nb_text_line(t, nb_text_pos(t, at).line);
}

struct nb_str
nb_anchor_words(struct nb_span span)
{
	struct nb_str s = nb_span_str(span);
	const size_t end = nb_str_find(s, NB_S("\n"), 0);

	return cut(nb_str_trim(nb_str_sub(s, 0, end)), MOST_WORDS);
}

struct nb_str
nb_anchor_paragraph(struct nb_span span)
{
	return cut(paragraph_of(line_at(span.text, span.begin)), FIRST);
}

unsigned
nb_anchor_like(struct nb_str paragraph, struct nb_str first, unsigned alike)
{
	unsigned like;

	paragraph = paragraph_of(paragraph);
	if (nb_str_starts(paragraph, first))
		return NB_ANCHOR_SAME;
	if (nb_str_has(paragraph, first))
		return 100;
	like =
	    nb_likeness(cut(paragraph, (unsigned)nb_str_chars(first)), first);
	return alike > 0 && like >= alike ? like : NB_ANCHOR_NOT;
}

bool
nb_anchor_find(const struct nb_text *t, struct nb_str first,
    struct nb_str words, unsigned alike, struct nb_span *ret)
{
	unsigned best = NB_ANCHOR_NOT;

	*ret = (struct nb_span){ t, 0, 0 };
	if (first.n == 0 && words.n == 0)
		return true;
	for (uint32_t no = 1; no <= t->n_lines; no++) {
		const struct nb_str line = nb_text_line(t, no);
		const struct nb_str what =
		    words.n > 0 ? words : nb_str_trim(line);
		const size_t at = nb_str_find(line, what, 0);
		unsigned like;

		if (what.n == 0 || at == SIZE_MAX)
			continue;
		like = nb_anchor_like(line, first, alike);
		if (like <= best)
			continue;
		best = like;
		ret->begin = t->line_start[no - 1] + (uint32_t)at;
		ret->end = ret->begin + (uint32_t)what.n;
	}
	return best > NB_ANCHOR_NOT;
}
