/*
 * conform/measure_text.c - title, headings, paragraphs and line ends (clauses
 * 5.2.2, 7.3; GB/T 15834-2011 5.1).
 */
#include "base/arena.h"
#include "conform/measures.h"

#include <glib.h>
#include <stdlib.h>

/* Bytes of a line's text before a run of it. */
static uint32_t
bytes_before(const struct nb_text_line *line, const struct nb_item *run)
{
	size_t n = 0;

	for (const struct nb_item *item = line->first; item < run; item++)
		n += item->run.text.n;
	return (uint32_t)n;
}

/*
 * Adds the runs of a heading or of the text that follows it.  `left` is what
 * is left of the heading where the line begins. [byte]
 */
static uint32_t
add_runs(const struct nb_survey *s, struct nb_typeface *f,
    const struct nb_text_line *line, uint32_t left, bool of_heading)
{
	for (const struct nb_item *run = line->first; run <= line->last; run++)
		if ((bytes_before(line, run) < left) == of_heading)
			nb_typeface_add(s, f, line, run);
	return left - MIN(left, bytes_before(line, line->last + 1));
}

/* What every document has: not to have found it shows nothing. */
static struct nb_reading
need(const struct nb_asked *ask, struct nb_reading r, const char *what)
{
	if (r.state != NB_READING_NONE)
		return r;
	r.state = NB_READING_HAND;
	r.measured = nb_arena_printf(ask->arena, "没有认出%s", what);
	return r;
}

/* 5.2.2 */
struct nb_reading
nb_measure_body_face(const struct nb_survey *s, const struct nb_asked *ask)
{
	struct nb_typeface f = nb_typeface_new(ask, &ask->t->body);
	uint32_t left = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (line->role != NB_ROLE_BODY)
			continue;
		left = line->starts ? line->heading_n : left;
		left = add_runs(s, &f, line, left, false);
	}
	return need(ask, nb_reading_typeface(ask, &f), "正文");
}

/* 7.3.3: headings whose ordinal has the form of a level. */
static struct nb_reading
measure_heading(
    const struct nb_survey *s, const struct nb_asked *ask, unsigned level)
{
	const struct nb_heading_style *style = &ask->t->heading[level - 1];
	struct nb_typeface f = nb_typeface_new(ask, &style->text);
	uint32_t left = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (!nb_line_is_text(line))
			continue;
		if (line->starts)
			left = line->heading == level ? line->heading_n : 0;
		if (left > 0)
			left = add_runs(s, &f, line, left, true);
	}
	return nb_reading_typeface(ask, &f);
}

struct nb_reading
nb_measure_heading_1(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_heading(s, ask, 1);
}

struct nb_reading
nb_measure_heading_2(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_heading(s, ask, 2);
}

struct nb_reading
nb_measure_heading_3(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_heading(s, ask, 3);
}

struct nb_reading
nb_measure_heading_4(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_heading(s, ask, 4);
}

/* All runs of a role. */
static struct nb_reading
measure_face(const struct nb_survey *s, const struct nb_asked *ask,
    enum nb_item_role role, const struct nb_text_style *style)
{
	struct nb_typeface f = nb_typeface_new(ask, style);

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (line->role == role)
			add_runs(s, &f, line, 0, false);
	}
	return nb_reading_typeface(ask, &f);
}

/* 7.3.1 */
struct nb_reading
nb_measure_title_face(const struct nb_survey *s, const struct nb_asked *ask)
{
	return need(
	    ask, measure_face(s, ask, NB_ROLE_TITLE, &ask->t->title), "标题");
}

/* 7.3.2 */
struct nb_reading
nb_measure_addressee(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_face(s, ask, NB_ROLE_ADDRESSEE, &ask->t->addressee);
}

/* 7.5 */
struct nb_reading
nb_measure_folio_face(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_face(s, ask, NB_ROLE_FOLIO, &ask->t->folio);
}

/* 7.3.1: how far a line's middle is from that of the 版心. */
struct nb_reading
nb_measure_title_centred(const struct nb_survey *s, const struct nb_asked *ask)
{
	const nb_len centre = ask->t->inner + ask->t->body_w / 2;
	nb_len most = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (line->role != NB_ROLE_TITLE)
			continue;
		most = MAX(most, abs((line->left + line->right) / 2 - centre));
		n++;
	}
	if (n == 0)
		return (struct nb_reading){ .asked = ask->value };
	return (struct nb_reading){
		most <= ask->tolerance * 2 ? NB_READING_GOOD : NB_READING_BAD,
		ask->value,
		nb_arena_printf(
		    ask->arena, "%u 行，偏 %.2fmm", n, nb_len_mm(most)),
	};
}

/* 7.3.2: empty rows between the title and what follows on its page. */
struct nb_reading
nb_measure_title_after(const struct nb_survey *s, const struct nb_asked *ask)
{
	const int want = ask->t->title_style.after;
	struct nb_reading r = { .asked = nb_arena_printf(
				    ask->arena, "%d 行", want) };

	for (uint32_t i = 1; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];
		int rows;

		if (line[-1].role != NB_ROLE_TITLE ||
		    line->role == NB_ROLE_TITLE || !nb_line_is_flow(line) ||
		    line->page != line[-1].page)
			continue;
		rows = (line->top - line[-1].bottom) / ask->t->pitch;
		r.measured = nb_arena_printf(ask->arena, "%d 行", rows);
		r.state = rows == want ? NB_READING_GOOD : NB_READING_BAD;
		return r;
	}
	return r;
}

/* 7.3.3: text on the first page. */
struct nb_reading
nb_measure_first_page(const struct nb_survey *s, const struct nb_asked *ask)
{
	bool found = false;

	for (uint32_t i = 0; i < s->n_lines; i++)
		found = found ||
		    (s->line[i].page == s->pages->page &&
			s->line[i].role == NB_ROLE_BODY);
	return nb_reading_faults(ask, found ? 0 : 1, NULL, NB_S(""));
}

/* An opening mark's left half is blank and may hang over the edge. */
static nb_len
left_of(const struct nb_survey *s, const struct nb_asked *ask,
    const struct nb_text_line *line, nb_len want)
{
	const nb_len x = line->left - s->left;
	const bool hangs = x < want &&
	    x >= want - line->first->run.size / 2 - ask->tolerance &&
	    nb_is_one_of(s->t->mark[NB_MARK_OPEN], nb_line_first(line));

	return hangs ? want : x;
}

static struct nb_reading
measure_left(const struct nb_survey *s, const struct nb_asked *ask, bool starts,
    nb_len want)
{
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (nb_line_is_text(line) && line->starts == starts)
			nb_range_add(&r, left_of(s, ask, line, want), line);
	}
	return nb_reading_length(ask, &r, want);
}

/* 7.3.3: the first line of a paragraph. */
struct nb_reading
nb_measure_indent(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_left(s, ask, true, ask->t->indent);
}

/* 7.3.3: its other lines begin where all do. */
struct nb_reading
nb_measure_flush(const struct nb_survey *s, const struct nb_asked *ask)
{
	return measure_left(s, ask, false, 0);
}

/* The line behind i in the flow, or NULL. */
static const struct nb_text_line *
next_in_flow(const struct nb_survey *s, uint32_t i)
{
	while (++i < s->n_lines)
		if (nb_line_is_flow(&s->line[i]))
			return &s->line[i];
	return NULL;
}

/* A line that must not end its page. */
static bool
is_left_behind(const struct nb_survey *s, uint32_t i)
{
	const struct nb_text_line *line = &s->line[i];
	const struct nb_text_line *next = next_in_flow(s, i);

	return line->role == NB_ROLE_HEADING && next != NULL &&
	    next->page != line->page;
}

/* The last line of a paragraph at the head of a page. */
static bool
is_widow(const struct nb_survey *s, uint32_t i)
{
	const struct nb_text_line *line = &s->line[i];

	return nb_line_is_text(line) && !line->starts && line->ends &&
	    line[-1].page != line->page;
}

/* 7.3.5.5: a signature whose page has no text. */
static bool
is_alone(const struct nb_survey *s, uint32_t i)
{
	const struct nb_text_line *line = &s->line[i];

	if (line->role != NB_ROLE_SIGNATURE)
		return false;
	for (uint32_t k = i; k-- > 0 && s->line[k].page == line->page;)
		if (s->line[k].role != NB_ROLE_SIGNATURE)
			return false;
	return true;
}

/* GB/T 15834-2011 5.1: a mark that must not stand at this edge. */
static bool
has_bad_edge(const struct nb_text_line *line, const struct nb_template *t)
{
	static const enum nb_mark_class never_first[] = { NB_MARK_CLOSE,
		NB_MARK_POINT, NB_MARK_STOP, NB_MARK_MIDDLE, NB_MARK_CONNECT };

	for (size_t i = 0; i < NB_COUNT(never_first); i++)
		if (nb_is_one_of(t->mark[never_first[i]], nb_line_first(line)))
			return true;
	return nb_is_one_of(t->mark[NB_MARK_OPEN], nb_line_last(line));
}

static bool
is_edge_bad(const struct nb_survey *s, uint32_t i)
{
	return s->line[i].role != NB_ROLE_FOLIO &&
	    has_bad_edge(&s->line[i], s->t);
}

/* How many lines are so; the first of them is shown. */
static struct nb_reading
count_faults(const struct nb_survey *s, const struct nb_asked *ask,
    bool (*is_so)(const struct nb_survey *s, uint32_t i))
{
	const struct nb_text_line *where = NULL;
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n_lines; i++)
		if (is_so(s, i) && n++ == 0)
			where = &s->line[i];
	return nb_reading_faults(
	    ask, n, where, n > 0 ? where->first->run.text : NB_S(""));
}

struct nb_reading
nb_measure_heading_last(const struct nb_survey *s, const struct nb_asked *ask)
{
	return count_faults(s, ask, is_left_behind);
}

struct nb_reading
nb_measure_widow(const struct nb_survey *s, const struct nb_asked *ask)
{
	return count_faults(s, ask, is_widow);
}

struct nb_reading
nb_measure_sign_alone(const struct nb_survey *s, const struct nb_asked *ask)
{
	for (uint32_t i = 0; i < s->n_lines; i++)
		if (s->line[i].role == NB_ROLE_SIGNATURE)
			return count_faults(s, ask, is_alone);
	return (struct nb_reading){ .asked = ask->value };
}

struct nb_reading
nb_measure_edges(const struct nb_survey *s, const struct nb_asked *ask)
{
	return count_faults(s, ask, is_edge_bad);
}
