#include "layout/body.h"

#include "base/arena.h"
#include "layout/chart.h"
#include "layout/sentence.h"
#include "layout/table.h"
#include "model/number.h"

/* Where the numbering stands while the chapters are walked. */
struct body {
	struct nb_galley *g;
	const struct nb_report *r;
	struct nb_diags *diags;
	struct nb_charts charts;
	unsigned chapters;
	unsigned through; /* 连续: the number that never restarts */
};

static struct nb_hand
body_hand(const struct body *b)
{
	return nb_galley_hand(b->g, &b->g->t->body);
}

static void
set_text(const struct body *b, struct nb_sentence *s)
{
	const struct nb_template *t = b->g->t;
	const struct nb_paragraph p = {
		.piece = s->piece,
		.n_pieces = s->n,
		.role = NB_ROLE_BODY,
		.size = t->body.size,
		.first = t->indent,
	};

	if (s->n > 0)
		nb_galley_paragraph(b->g, &p);
}

static void
set_paras(const struct body *b, const struct nb_paras *paras, uint32_t from)
{
	for (uint32_t i = from; i < paras->n; i++) {
		struct nb_sentence s =
		    nb_sentence_new(b->g->arena, body_hand(b));

		nb_sentence_prose(&s, &paras->para[i]);
		set_text(b, &s);
	}
}

/* Words of data as a paragraph of their own. */
static void
set_words(const struct body *b, struct nb_str words)
{
	struct nb_sentence s = nb_sentence_new(b->g->arena, body_hand(b));

	nb_sentence_words(&s, words);
	set_text(b, &s);
}

static struct nb_str
mark_of(const struct body *b, unsigned depth)
{
	const struct nb_names *level = &b->r->numbering.level;

	if (level->n == 0)
		return b->g->t->heading[MIN(depth, NB_HEADING_LEVELS) - 1].mark;
	return level->name[MIN(depth, level->n) - 1].text;
}

/* “（一）”, counted through the chapters where 编号.连续 says so. */
static struct nb_str
ordinal(struct body *b, unsigned depth, unsigned number)
{
	const struct nb_str mark = mark_of(b, depth);

	if (b->r->numbering.through.text.n != 0 &&
	    nb_str_eq(mark, b->r->numbering.through.text))
		number = ++b->through;
	return nb_number_mark(b->g->arena, mark, number);
}

/* A heading, its ordinal in front; not yet set. */
struct heading {
	unsigned depth;
	struct nb_str ordinal;
	const struct nb_prose *title;
	const struct nb_heading_style *style;
	struct nb_hand hand;
};

static struct heading
heading_new(struct body *b, unsigned depth, unsigned number,
    const struct nb_prose *title)
{
	struct heading h = { .depth = depth, .title = title };

	h.ordinal = ordinal(b, depth, number);
	h.style = nb_template_heading(b->g->t, mark_of(b, depth), depth);
	h.hand = nb_galley_hand(b->g, &h.style->text);
	return h;
}

static void
set_heading_piece(struct nb_sentence *s, const struct heading *h)
{
	nb_sentence_in(s, h->hand);
	nb_sentence_words(s, h->ordinal);
	nb_sentence_prose(s, h->title);
}

static struct nb_paragraph
heading_paragraph(const struct body *b, const struct heading *h)
{
	return (struct nb_paragraph){
		.role = NB_ROLE_HEADING,
		.level = (uint8_t)MIN(h->depth, NB_HEADING_LEVELS),
		.size = b->g->t->body.size,
		.first = b->g->t->indent,
		.bookmark = nb_arena_printf(b->g->arena, NB_FMT NB_FMT,
		    NB_ARG(h->ordinal), NB_ARG(h->title->text)),
		.bookmark_level = (uint8_t)MIN(h->depth, NB_HEADING_LEVELS),
	};
}

/* On a line of its own, never the last of a page. */
static void
set_own_line(const struct body *b, const struct heading *h)
{
	struct nb_sentence s = nb_sentence_new(b->g->arena, h->hand);
	struct nb_paragraph p = heading_paragraph(b, h);

	set_heading_piece(&s, h);
	p.piece = s.piece;
	p.n_pieces = s.n;
	p.keep = true;
	nb_galley_paragraph(b->g, &p);
}

/* Run in: “（一）标题。正文”; the rest of the paragraphs follow. */
static void
set_run_in(const struct body *b, const struct heading *h,
    const struct nb_paras *body, const struct nb_str note)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	struct nb_sentence s = nb_sentence_new(b->g->arena, h->hand);
	struct nb_paragraph p = heading_paragraph(b, h);

	set_heading_piece(&s, h);
	nb_sentence_stop(&s, phrase->run_in_end);
	nb_sentence_in(&s, body_hand(b));
	nb_sentence_prose(&s, &body->para[0]);
	if (body->n == 1)
		nb_sentence_words(&s, note);
	p.piece = s.piece;
	p.n_pieces = s.n;
	p.role = NB_ROLE_BODY;
	nb_galley_paragraph(b->g, &p);
	set_paras(b, body, 1);
	if (body->n > 1)
		set_words(b, note);
}

/* “（牵头单位：…；责任单位：…）”, or empty. */
static struct nb_str
units_note(const struct body *b, const struct nb_prose *lead,
    const struct nb_prose *units, const struct nb_prose *target,
    const struct nb_prose *due)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	const struct {
		struct nb_str label;
		const struct nb_prose *value;
	} part[] = {
		{ phrase->target, target },
		{ phrase->lead_unit, lead },
		{ phrase->units, units },
		{ phrase->due, due },
	};
	struct nb_str note = NB_S("");

	for (size_t i = 0; i < NB_COUNT(part); i++) {
		if (part[i].value == NULL || part[i].value->text.n == 0)
			continue;
		note = nb_arena_printf(b->g->arena, NB_FMT NB_FMT NB_FMT NB_FMT,
		    NB_ARG(note),
		    NB_ARG(phrase->note.word[note.n == 0 ? 0 : 1]),
		    NB_ARG(part[i].label), NB_ARG(part[i].value->text));
	}
	if (note.n == 0)
		return note;
	return nb_arena_printf(b->g->arena, NB_FMT NB_FMT, NB_ARG(note),
	    NB_ARG(phrase->note.word[2]));
}

/* What is set behind the text of a section; a turned table has own pages. */
static void
set_figures(struct body *b, const struct nb_section *s)
{
	if (s->table != NULL && !s->table->landscape)
		nb_table_set(b->g, s->table, b->diags);
	if (s->chart != NULL)
		nb_charts_set(&b->charts, s->chart);
}

static void
set_section(
    struct body *b, const struct nb_section *s, unsigned depth, unsigned number)
{
	const struct heading h = heading_new(b, depth, number, &s->title);
	const struct nb_str note =
	    units_note(b, &s->lead_unit, &s->units, NULL, NULL);

	if (s->n_children == 0 && s->body.n > 0 && h.style->run_in) {
		set_run_in(b, &h, &s->body, note);
		set_figures(b, s);
		return;
	}
	set_own_line(b, &h);
	set_paras(b, &s->body, 0);
	set_words(b, note);
	set_figures(b, s);
	for (uint32_t i = 0; i < s->n_children; i++)
		set_section(b, &s->child[i], depth + 1, i + 1);
}

static void
set_chapter_heading(struct body *b, const struct nb_prose *title)
{
	const struct heading h = heading_new(b, 1, ++b->chapters, title);

	set_own_line(b, &h);
}

/* 措施 that only names a task by its number is for the checker. */
static bool
is_reference(struct nb_str measure)
{
	for (size_t at = 0; at < measure.n;) {
		const uint32_t c = nb_utf8_next(measure, &at);

		if (!nb_is_digit(c) && c != ',' && c != ' ' && c != 0x3001 &&
		    c != 0xFF0C)
			return false;
	}
	return true;
}

static void
add_problem(
    const struct body *b, struct nb_sentence *s, const struct nb_problem *p)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;

	nb_sentence_clause(s, &p->text);
	if (p->cause.text.n != 0) {
		bool own_start = false;

		for (uint32_t i = 0; i < phrase->cause_start.n; i++)
			own_start = own_start ||
			    nb_str_starts(
				p->cause.text, phrase->cause_start.word[i]);
		nb_sentence_words(
		    s, own_start ? phrase->measure : phrase->cause);
		nb_sentence_clause(s, &p->cause);
	}
	if (!is_reference(p->measure.text)) {
		nb_sentence_words(s, phrase->measure);
		nb_sentence_clause(s, &p->measure);
	}
}

/* “一是”; behind the tenth “（11）” would be no sequence: 十一是. */
static struct nb_str
item_word(const struct body *b, uint32_t i)
{
	const struct nb_words *word = &b->g->t->phrase.ordinal;

	if (i < word->n)
		return word->word[i];
	return nb_arena_printf(b->g->arena, NB_FMT "是",
	    NB_ARG(nb_number_han(b->g->arena, i + 1)));
}

/* “导语：一是…；二是…。” */
static void
set_problems(struct body *b, const struct nb_problems *p)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	struct nb_sentence s = nb_sentence_new(b->g->arena, body_hand(b));

	if (p->title.text.n != 0)
		set_chapter_heading(b, &p->title);
	if (p->lead.text.n != 0) {
		nb_sentence_clause(&s, &p->lead);
		nb_sentence_words(
		    &s, p->n > 0 ? phrase->lead_end : phrase->item_end);
	}
	for (uint32_t i = 0; i < p->n; i++) {
		if (p->n > 1)
			nb_sentence_words(&s, item_word(b, i));
		add_problem(b, &s, &p->problem[i]);
		nb_sentence_words(
		    &s, i + 1 < p->n ? phrase->item_sep : phrase->item_end);
	}
	set_text(b, &s);
}

static bool
any_body(const struct nb_tasks *t)
{
	for (uint32_t i = 0; i < t->n; i++)
		if (t->task[i].body.n > 0)
			return true;
	return false;
}

/* Tasks with 正文 are headings of the second level, run in. */
static void
set_task_sections(struct body *b, const struct nb_tasks *tasks)
{
	for (uint32_t i = 0; i < tasks->n; i++) {
		const struct nb_task *t = &tasks->task[i];
		const struct nb_section s = {
			.span = t->span,
			.title = t->text,
			.body = t->body,
		};
		const struct heading h = heading_new(b, 2, i + 1, &s.title);
		const struct nb_str note = units_note(
		    b, &t->lead_unit, &t->units, &t->target, &t->due);

		if (t->body.n > 0) {
			set_run_in(b, &h, &s.body, note);
		} else {
			set_own_line(b, &h);
			set_words(b, note);
		}
	}
}

static void
set_tasks(struct body *b, const struct nb_tasks *tasks)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	const bool sections = any_body(tasks);
	struct nb_sentence s = nb_sentence_new(b->g->arena, body_hand(b));

	set_chapter_heading(b, &tasks->title);
	if (tasks->lead.text.n != 0) {
		nb_sentence_clause(&s, &tasks->lead);
		nb_sentence_words(
		    &s, tasks->n > 0 ? phrase->lead_end : phrase->item_end);
	}
	for (uint32_t i = 0; i < tasks->n && !sections; i++) {
		const struct nb_task *t = &tasks->task[i];

		if (tasks->n > 1)
			nb_sentence_words(&s, item_word(b, i));
		nb_sentence_clause(&s, &t->text);
		nb_sentence_words(&s,
		    units_note(
			b, &t->lead_unit, &t->units, &t->target, &t->due));
		nb_sentence_words(
		    &s, i + 1 < tasks->n ? phrase->item_sep : phrase->item_end);
	}
	set_text(b, &s);
	if (sections)
		set_task_sections(b, tasks);
}

void
nb_body_paras(struct nb_galley *g, const struct nb_paras *paras)
{
	const struct body b = { .g = g };

	set_paras(&b, paras, 0);
}

void
nb_body_set(struct nb_galley *g, const struct nb_report *r, struct nb_diags *d)
{
	struct body b = {
		.g = g,
		.r = r,
		.diags = d,
		.charts = nb_charts_new(g, r, d),
	};

	set_paras(&b, &r->lead, 0);
	for (uint32_t i = 0; i < r->n_sections; i++)
		set_section(&b, &r->section[i], 1, ++b.chapters);
	if (r->problems != NULL)
		set_problems(&b, r->problems);
	if (r->next_tasks != NULL)
		set_tasks(&b, r->next_tasks);
	set_paras(&b, &r->closing, 0);
	nb_charts_release(&b.charts);
}
