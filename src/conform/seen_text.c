/*
 * Paragraphs and headings of a finished PDF, in the lines that are nothing
 * else.
 */
#include "conform/seen.h"

#include "conform/survey.h"

/* A heading that is longer is a sentence with a number. [char] */
enum { LONGEST = 60 };

/* Whether a line ends before the edge, with the end of a sentence. */
static bool
ends_short(const struct nb_seen *s, const struct nb_seen_line *line)
{
	const uint32_t last = nb_str_last(line->text);

	return s->right - line->right > nb_seen_em(s, 2.2) &&
	    (nb_is_one_of(s->t->mark[NB_MARK_STOP], last) ||
		nb_is_one_of(s->t->mark[NB_MARK_POINT], last) ||
		nb_is_one_of(s->t->mark[NB_MARK_CLOSE], last));
}

static bool
is_start(const struct nb_seen *s, const struct nb_seen_line *line,
    const struct nb_seen_line *before)
{
	return before == NULL || line->left - s->left > nb_seen_em(s, 0.6) ||
	    ends_short(s, before);
}

/* Lines of the text; the folios between them do not count. */
static void
find_starts(struct nb_seen *s)
{
	const struct nb_seen_line *before = NULL;

	for (uint32_t i = 0; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		line->starts = true;
		if (line->known && line->role == NB_ROLE_FOLIO)
			continue;
		if (line->known) {
			before = NULL;
			continue;
		}
		line->role = NB_ROLE_BODY;
		line->starts = is_start(s, line, before);
		before = line;
	}
}

/* The line that goes on with the paragraph of line i, or the number of all. */
static uint32_t
next_line(const struct nb_seen *s, uint32_t i)
{
	do
		i++;
	while (i < s->line->len && nb_seen_line(s, i)->role == NB_ROLE_FOLIO);
	return i < s->line->len && nb_seen_line(s, i)->known == false &&
		!nb_seen_line(s, i)->starts
	    ? i
	    : s->line->len;
}

/* “1.5万件” begins with no ordinal. */
static bool
is_number(struct nb_str text)
{
	size_t at = 0;

	while (at < text.n && nb_is_digit((unsigned char)text.p[at]))
		at++;
	return at > 0 && at + 1 < text.n &&
	    nb_is_digit((unsigned char)text.p[at + 1]);
}

/* Characters to the first full stop, that too; 0: too far. */
static uint32_t
heading_length(const struct nb_seen *s, uint32_t first)
{
	const uint32_t stop = nb_str_first(s->t->phrase.run_in_end);
	uint32_t n = 0;

	for (uint32_t i = first; i < s->line->len; i = next_line(s, i)) {
		const struct nb_seen_line *line = nb_seen_line(s, i);

		for (uint32_t k = 0; k < line->n; k++)
			if (++n > LONGEST)
				return 0;
			else if (line->glyph[k].c == stop)
				return n;
	}
	return n;
}

/* A paragraph that is all heading stands on lines of its own. */
static void
mark_heading(struct nb_seen *s, uint32_t first, uint32_t n)
{
	bool own = true;
	uint32_t left = n;

	for (uint32_t i = first; i < s->line->len; i = next_line(s, i)) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		line->heading = MIN(left, line->n);
		own = own && line->heading == line->n;
		left -= line->heading;
	}
	for (uint32_t i = first; own && i < s->line->len; i = next_line(s, i))
		nb_seen_line(s, i)->role = NB_ROLE_HEADING;
}

static void
find_heading(struct nb_seen *s, uint32_t i)
{
	struct nb_seen_line *line = nb_seen_line(s, i);
	const unsigned level = nb_ordinal_level(s->t, line->text);
	const uint32_t n =
	    level > 0 && !is_number(line->text) ? heading_length(s, i) : 0;

	if (n == 0)
		return;
	line->is_heading = true;
	line->level = level;
	mark_heading(s, i, n);
}

void
nb_seen_find_paragraphs(struct nb_seen *s)
{
	find_starts(s);
	for (uint32_t i = 0; i < s->line->len; i++)
		if (!nb_seen_line(s, i)->known && nb_seen_line(s, i)->starts)
			find_heading(s, i);
}
