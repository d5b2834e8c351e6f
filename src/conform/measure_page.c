/*
 * conform/measure_page.c - paper, 版心, lines and what stands outside (clauses
 * 5.1, 5.2).
 */
#include "base/arena.h"
#include "conform/measures.h"

#include <glib.h>
#include <stdlib.h>

/* 5.1; a sheet with a turned table may lie on its side: 8. */
static bool
is_paper(const struct nb_page *page, const struct nb_asked *ask)
{
	const nb_len w = MIN(page->w, page->h), h = MAX(page->w, page->h);

	return abs(w - ask->t->paper_w) <= ask->tolerance &&
	    abs(h - ask->t->paper_h) <= ask->tolerance;
}

/* 5.1 */
struct nb_reading
nb_measure_paper(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_template *t = ask->t;
	struct nb_reading r = { NB_READING_GOOD,
		nb_arena_printf(ask->arena, "%.0fmm×%.0fmm",
		    nb_len_mm(t->paper_w), nb_len_mm(t->paper_h)),
		NB_S("") };

	for (uint32_t i = 0; i < s->pages->n_pages; i++) {
		const struct nb_page *page = &s->pages->page[i];

		r.measured = nb_arena_printf(ask->arena, "%.1fmm×%.1fmm",
		    nb_len_mm(page->w), nb_len_mm(page->h));
		if (!is_paper(page, ask)) {
			r.state = NB_READING_BAD;
			return r;
		}
	}
	return r;
}

/* Whether a line is the first of the flow on its page. */
static bool
heads_page(const struct nb_survey *s, uint32_t i)
{
	const struct nb_text_line *line = &s->line[i];

	return nb_line_is_flow(line) && line->first == line->page->item;
}

/* A title inside the document may stand lower. */
static bool
shows_top(const struct nb_survey *s, uint32_t i)
{
	return heads_page(s, i) &&
	    (s->line[i].role != NB_ROLE_TITLE ||
		s->line[i].page == s->pages->page);
}

/* 5.2.1: from the paper's top to the first character box. */
struct nb_reading
nb_measure_top(const struct nb_survey *s, const struct nb_asked *ask)
{
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++)
		if (shows_top(s, i))
			nb_range_add(&r, s->line[i].top, &s->line[i]);
	return nb_reading_length(ask, &r, ask->t->top);
}

/* 5.2.1: lines that begin at the edge of the 版心. */
struct nb_reading
nb_measure_inner(const struct nb_survey *s, const struct nb_asked *ask)
{
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (line->role == NB_ROLE_ADDRESSEE ||
		    (nb_line_is_text(line) && !line->starts))
			nb_range_add(&r, line->left, line);
	}
	return nb_reading_length(ask, &r, ask->t->inner);
}

static bool
is_mark(const struct nb_template *t, uint32_t c)
{
	for (size_t k = 0; k < NB_MARK_UNIT; k++)
		if (nb_is_one_of(t->mark[k], c))
			return true;
	return false;
}

/* Set to the measure from edge to edge; a mark may hang over the right one. */
static bool
is_full(const struct nb_text_line *line, const struct nb_template *t)
{
	return line->role == NB_ROLE_BODY && !line->starts && !line->ends &&
	    !is_mark(t, nb_line_last(line)) && !is_mark(t, nb_line_first(line));
}

static struct nb_range
full_widths(const struct nb_survey *s, const struct nb_template *t)
{
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (is_full(line, t))
			nb_range_add(&r, line->right - line->left, line);
	}
	return r;
}

struct nb_reading
nb_measure_body_width(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_range r = full_widths(s, ask->t);

	return nb_reading_length(ask, &r, ask->t->body_w);
}

/* How many rows of the flow a page has, from line i on, its first. */
static uint32_t
rows_from(const struct nb_survey *s, uint32_t i)
{
	const struct nb_page *page = s->line[i].page;
	uint32_t n = 0;
	nb_len bottom = 0;

	for (; i < s->n_lines && s->line[i].page == page; i++) {
		if (!nb_line_is_flow(&s->line[i]) || s->line[i].top < bottom)
			continue;
		bottom = s->line[i].bottom;
		n++;
	}
	return n;
}

/* Where the last line of the flow on the page of line i ends. */
static nb_len
bottom_from(const struct nb_survey *s, uint32_t i)
{
	const struct nb_page *page = s->line[i].page;
	nb_len bottom = 0;

	for (; i < s->n_lines && s->line[i].page == page; i++)
		if (nb_line_is_flow(&s->line[i]))
			bottom = MAX(bottom, s->line[i].bottom);
	return bottom;
}

/* 5.2.1, 5.2.3: pages with every line filled. */
struct nb_reading
nb_measure_body_height(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_template *t = ask->t;
	const nb_len want = t->cell + t->pitch * (t->lines - 1);
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (heads_page(s, i) && rows_from(s, i) == (uint32_t)t->lines)
			nb_range_add(&r, bottom_from(s, i) - line->top, line);
	}
	return nb_reading_length(ask, &r, want);
}

/* 5.2.3 */
struct nb_reading
nb_measure_lines(const struct nb_survey *s, const struct nb_asked *ask)
{
	const uint32_t want = (uint32_t)ask->t->lines;
	uint32_t most = 0;

	for (uint32_t i = 0; i < s->n_lines; i++)
		if (i == 0 || s->line[i].page != s->line[i - 1].page)
			most = MAX(most, rows_from(s, i));
	return (struct nb_reading){
		most == 0          ? NB_READING_NONE
		    : most <= want ? NB_READING_GOOD
				   : NB_READING_BAD,
		nb_arena_printf(ask->arena, "%u 行", want),
		nb_arena_printf(ask->arena, "最多 %u 行", most),
	};
}

/* 5.2.3: as many cells of the text's size as a full line holds. */
struct nb_reading
nb_measure_chars(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_range r = full_widths(s, ask->t);
	const double em = ask->t->body.size;
	const double least = r.least / em, most = r.most / em;
	struct nb_reading reading = { .asked = nb_arena_printf(
					  ask->arena, "%d 字", ask->t->chars) };

	if (r.n == 0)
		return reading;
	reading.state = (int)(least + 0.5) == ask->t->chars &&
		(int)(most + 0.5) == ask->t->chars
	    ? NB_READING_GOOD
	    : NB_READING_BAD;
	reading.measured =
	    nb_arena_printf(ask->arena, "满行 %.1f 字", r.most / em);
	return reading;
}

/* 3.2, 5.2.3: between lines of one paragraph. */
struct nb_reading
nb_measure_pitch(const struct nb_survey *s, const struct nb_asked *ask)
{
	struct nb_range r = { 0 };

	for (uint32_t i = 1; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (nb_line_is_text(line) && !line->starts &&
		    line->page == line[-1].page)
			nb_range_add(
			    &r, line->first->y - line[-1].first->y, line);
	}
	return nb_reading_length(ask, &r, ask->t->pitch);
}

/* Programs make black of four inks, too, and none is quite 0. */
static bool
is_black(uint32_t rgb)
{
	const uint32_t most = 0x20;

	return (rgb >> 16) <= most && (rgb >> 8 & 0xff) <= most &&
	    (rgb & 0xff) <= most;
}

/* 5.2.4: text of the flow is black; red belongs to the head. */
struct nb_reading
nb_measure_colour(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_text_line *where = NULL;
	uint32_t n = 0, seen = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		if (!nb_line_is_flow(&s->line[i]))
			continue;
		seen++;
		if (!is_black(s->line[i].first->rgb))
			where = n++ == 0 ? &s->line[i] : where;
	}
	if (seen == 0)
		return (struct nb_reading){ .asked = ask->value };
	return nb_reading_faults(
	    ask, n, where, n > 0 ? where->first->run.text : NB_S(""));
}

/* A mark's right half is blank and may hang over the edge. */
static bool
is_inside(const struct nb_pages *pages, const struct nb_text_line *line,
    const struct nb_asked *ask)
{
	const nb_len hang = is_mark(ask->t, nb_line_last(line))
	    ? line->last->run.size * ask->t->breaking.mark_blank / 1000
	    : 0;

	return line->left >= pages->body_x - ask->tolerance &&
	    line->right <=
	    pages->body_x + pages->body_w + hang + ask->tolerance &&
	    line->top >= pages->body_y - ask->tolerance &&
	    line->bottom <= pages->body_y + pages->body_h + ask->tolerance;
}

/* 5.2.1, 7.1: only the folio is outside the 版心, and a letter's mark: 10.1. */
struct nb_reading
nb_measure_outside(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_text_line *where = NULL;
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		if (line->role == NB_ROLE_FOLIO || line->role == NB_ROLE_HEAD ||
		    is_inside(s->pages, line, ask))
			continue;
		where = n++ == 0 ? line : where;
	}
	return nb_reading_faults(
	    ask, n, where, n > 0 ? where->first->run.text : NB_S(""));
}
