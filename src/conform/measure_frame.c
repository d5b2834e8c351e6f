/*
 * conform/measure_frame.c - what stands around the text: red head, signature,
 * 版记, folios (clauses 7.2, 7.3.5, 7.4, 7.5).
 */
#include "base/arena.h"
#include "conform/measures.h"

#include <glib.h>
#include <stdlib.h>

/* The lowest rule of a role on a page, or NULL; how many there are. */
static const struct nb_item *
lowest_rule(const struct nb_page *page, enum nb_item_role role, uint32_t *n)
{
	const struct nb_item *found = NULL;

	*n = 0;
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *item = &page->item[i];

		if (item->kind != NB_ITEM_RULE || item->role != role)
			continue;
		if (found == NULL || item->y > found->y)
			found = item;
		(*n)++;
	}
	return found;
}

/* 7.2.7: from the last line of the head; a 信函 has several rules. */
struct nb_reading
nb_measure_red_rule(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_text_line *above = NULL;
	const struct nb_item *rule = NULL;
	struct nb_range r = { 0 };
	uint32_t n = 0;

	if (s->pages->n_pages > 0)
		rule = lowest_rule(s->pages->page, NB_ROLE_HEAD, &n);
	for (uint32_t i = 0; i < s->n_lines && n == 1; i++)
		if (s->line[i].role == NB_ROLE_HEAD &&
		    s->line[i].bottom <= rule->y)
			above = &s->line[i];
	if (above != NULL)
		nb_range_add(&r, rule->y - above->bottom, above);
	return nb_reading_length(ask, &r, ask->t->head.rule_drop);
}

/* 7.4.1: the last rule of the 版记 stands on the foot of the 版心. */
struct nb_reading
nb_measure_foot_rule(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_pages *pages = s->pages;
	const nb_len foot = pages->body_y + pages->body_h;
	struct nb_reading r = { .asked = ask->value };

	for (uint32_t i = 0; i < pages->n_pages; i++) {
		uint32_t n;
		const struct nb_item *rule =
		    lowest_rule(&pages->page[i], NB_ROLE_FOOT, &n);
		nb_len off;

		if (rule == NULL)
			continue;
		off = rule->y + rule->rule.h - foot;
		r.state = abs(off) <= ask->tolerance + rule->rule.h
		    ? NB_READING_GOOD
		    : NB_READING_BAD;
		r.measured = nb_arena_printf(
		    ask->arena, "相差 %.2fmm", nb_len_mm(abs(off)));
	}
	return r;
}

/* 成文日期 is the line of the signature that begins with a year. */
static const struct nb_text_line *
find_date(const struct nb_survey *s)
{
	for (uint32_t i = 1; i < s->n_lines; i++)
		if (s->line[i].role == NB_ROLE_SIGNATURE &&
		    nb_is_digit(nb_line_first(&s->line[i])))
			return &s->line[i];
	return NULL;
}

/* The organ above the date, or NULL. */
static const struct nb_text_line *
find_name(const struct nb_survey *s, const struct nb_text_line *date)
{
	return date != NULL && date > s->line &&
		date[-1].role == NB_ROLE_SIGNATURE
	    ? date - 1
	    : NULL;
}

/* A sealed document's date stands further in: 7.3.5.1. */
static bool
is_sealed(const struct nb_text_line *name, const struct nb_text_line *date)
{
	const nb_len off =
	    (name->left + name->right) / 2 - (date->left + date->right) / 2;

	return abs(off) <= NB_LEN_PT;
}

/* 7.3.5.2: the longest of names and date is two characters from the edge. */
struct nb_reading
nb_measure_sign_right(const struct nb_survey *s, const struct nb_asked *ask)
{
	const nb_len edge = ask->t->inner + ask->t->body_w;
	const struct nb_text_line *date = find_date(s);
	const struct nb_text_line *name = find_name(s, date);
	const struct nb_text_line *longest = date;
	struct nb_range r = { 0 };

	if (name == NULL || is_sealed(name, date))
		return nb_reading_length(ask, &r, ask->t->sign_right);
	for (size_t i = (size_t)(date - s->line);
	     i-- > 0 && s->line[i].role == NB_ROLE_SIGNATURE;)
		if (s->line[i].right - s->line[i].left >
		    longest->right - longest->left)
			longest = &s->line[i];
	nb_range_add(&r, edge - longest->right, longest);
	return nb_reading_length(ask, &r, ask->t->sign_right);
}

/* 7.3.5.2: the date begins two characters behind the name's beginning. */
struct nb_reading
nb_measure_date_offset(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_text_line *date = find_date(s);
	const struct nb_text_line *name = find_name(s, date);
	struct nb_range r = { 0 };

	if (name != NULL && !is_sealed(name, date))
		nb_range_add(&r, date->left - name->left, date);
	return nb_reading_length(ask, &r, ask->t->date_offset);
}

/* 7.3.5.1: the name stands centred above the date. */
struct nb_reading
nb_measure_seal_right(const struct nb_survey *s, const struct nb_asked *ask)
{
	const nb_len edge = ask->t->inner + ask->t->body_w;
	const struct nb_text_line *date = find_date(s);
	const struct nb_text_line *name = find_name(s, date);
	struct nb_range r = { 0 };

	if (name != NULL && is_sealed(name, date))
		nb_range_add(&r, edge - date->right, date);
	return nb_reading_length(ask, &r, ask->t->seal.right);
}

/* 7.5: the dash stands at the characters' centre, under the 版心. */
struct nb_reading
nb_measure_folio_drop(const struct nb_survey *s, const struct nb_asked *ask)
{
	const nb_len foot = ask->t->top + ask->t->body_h;
	struct nb_range r = { 0 };

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];
		const nb_len dash = line->first->y -
		    line->first->run.size * ask->t->centre / 1000;

		if (line->role == NB_ROLE_FOLIO && line->starts)
			nb_range_add(&r, dash - foot, line);
	}
	return nb_reading_length(ask, &r, ask->t->folio_drop);
}

/* How far a folio is from where its page's number puts it. */
static nb_len
folio_off(const struct nb_template *t, const struct nb_text_line *line)
{
	const nb_len left = line->left - t->inner;
	const nb_len right =
	    t->inner + t->body_w - line->last->x - line->last->run.width;

	switch (t->folio_place) {
	case NB_FOLIO_OUTER:
		return (line->page->number % 2 == 0 ? left : right) -
		    t->folio_edge;
	case NB_FOLIO_CENTRE:
		return (left - right) / 2;
	}
	NB_UNREACHABLE();
}

static struct nb_str
folio_asked(const struct nb_asked *ask)
{
	const struct nb_template *t = ask->t;

	switch (t->folio_place) {
	case NB_FOLIO_OUTER:
		return nb_arena_printf(ask->arena,
		    "单页居右、双页居左，各空 %.2fmm",
		    nb_len_mm(t->folio_edge));
	case NB_FOLIO_CENTRE:
		return NB_S("居中");
	}
	NB_UNREACHABLE();
}

/* 7.5 */
struct nb_reading
nb_measure_folio_side(const struct nb_survey *s, const struct nb_asked *ask)
{
	struct nb_reading r = { .asked = folio_asked(ask) };
	nb_len most = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		if (s->line[i].role != NB_ROLE_FOLIO || !s->line[i].starts)
			continue;
		most = MAX(most, abs(folio_off(ask->t, &s->line[i])));
		n++;
	}
	if (n == 0)
		return r;
	r.state = most <= ask->tolerance ? NB_READING_GOOD : NB_READING_BAD;
	r.measured =
	    nb_arena_printf(ask->arena, "%u 面，偏 %.2fmm", n, nb_len_mm(most));
	return r;
}

/* What a folio says, without blanks. */
static struct nb_str
folio_text(struct nb_arena *a, const struct nb_text_line *line)
{
	struct nb_str s = NB_S("");

	for (const struct nb_item *run = line->first; run <= line->last; run++)
		s = nb_arena_printf(
		    a, NB_FMT NB_FMT, NB_ARG(s), NB_ARG(run->run.text));
	return s;
}

/* Pages of text without a folio; 10.1 wants none on a letter's first. */
static uint32_t
count_unnumbered(const struct nb_survey *s)
{
	uint32_t n = 0;
	bool text = false, folio = false;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];

		text = text || nb_line_is_flow(line);
		folio = folio || line->role == NB_ROLE_FOLIO;
		if (i + 1 < s->n_lines && line[1].page == line->page)
			continue;
		n += text && !folio && line->page != s->pages->page;
		text = folio = false;
	}
	return n;
}

/* 7.5: “— 1 —”, and the pages in order. */
struct nb_reading
nb_measure_folio_form(const struct nb_survey *s, const struct nb_asked *ask)
{
	const struct nb_str dash = ask->t->folio_dash;
	struct nb_reading r = {
		.asked = nb_arena_printf(ask->arena, NB_FMT " 1 " NB_FMT,
		    NB_ARG(dash), NB_ARG(dash)),
	};
	const uint32_t without = count_unnumbered(s);
	uint32_t n = 0, wrong = 0;

	for (uint32_t i = 0; i < s->n_lines; i++) {
		const struct nb_text_line *line = &s->line[i];
		struct nb_str want;

		if (line->role != NB_ROLE_FOLIO)
			continue;
		want = nb_arena_printf(ask->arena, NB_FMT "%u" NB_FMT,
		    NB_ARG(dash), line->page->number, NB_ARG(dash));
		wrong += !nb_str_eq(folio_text(ask->arena, line), want);
		n++;
	}
	if (n == 0 && without == 0)
		return r;
	r.state = wrong + without == 0 ? NB_READING_GOOD : NB_READING_BAD;
	r.measured = nb_arena_printf(ask->arena, "%u 面，%u 处不符", n, wrong);
	if (without > 0)
		r.measured =
		    nb_arena_printf(ask->arena, "%u 面没有页码", without);
	return r;
}
