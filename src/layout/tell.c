#include "layout/tell.h"

#include "base/arena.h"
#include "layout/sentence.h"
#include "model/number.h"

/* Where the numbering stands while the chapters are walked. */
struct teller {
	const struct nb_galley *g;
	const struct nb_report *r;
	GArray *told;
	unsigned chapters;
	unsigned through; /* 连续: the number that never restarts */
};

static struct nb_hand
body_hand(const struct teller *b)
{
	return nb_galley_hand(b->g, &b->g->t->body);
}

static struct nb_sentence
sentence(const struct teller *b)
{
	return nb_sentence_new(b->g->arena, body_hand(b));
}

static void
add_text(const struct teller *b, const struct nb_sentence *s)
{
	const struct nb_told told = {
		.kind = NB_TOLD_TEXT,
		.piece = s->piece,
		.n = s->n,
	};

	if (s->n > 0)
		g_array_append_val(b->told, told);
}

static void
add_paras(const struct teller *b, const struct nb_paras *paras, uint32_t from)
{
	for (uint32_t i = from; i < paras->n; i++) {
		struct nb_sentence s = sentence(b);

		nb_sentence_prose(&s, &paras->para[i]);
		add_text(b, &s);
	}
}

static struct nb_str
mark_of(const struct teller *b, unsigned depth)
{
	const struct nb_names *level = &b->r->numbering.level;

	if (level->n == 0)
		return b->g->t->heading[MIN(depth, NB_HEADING_LEVELS) - 1].mark;
	return level->name[MIN(depth, level->n) - 1].text;
}

/* A heading, its ordinal in front; not yet told. */
struct heading {
	unsigned depth, number;
	struct nb_str mark, ordinal;
	const struct nb_prose *title;
	const struct nb_heading_style *style;
	struct nb_hand hand;
};

/* Counted through the chapters where 编号.连续 says so. */
static struct heading
heading_new(struct teller *b, unsigned depth, unsigned number,
    const struct nb_prose *title)
{
	const struct nb_str through = b->r->numbering.through.text;
	struct heading h = { .depth = depth,
		.number = number,
		.mark = mark_of(b, depth),
		.title = title };

	if (through.n != 0 && nb_str_eq(h.mark, through))
		h.number = ++b->through;
	h.ordinal = nb_number_mark(b->g->arena, h.mark, h.number);
	h.style = nb_template_heading(b->g->t, h.mark, depth);
	h.hand = nb_galley_hand(b->g, &h.style->text);
	return h;
}

static void
add_heading_words(struct nb_sentence *s, const struct heading *h)
{
	nb_sentence_in(s, h->hand);
	nb_sentence_words(s, h->ordinal);
	nb_sentence_prose(s, h->title);
}

static struct nb_told
told_heading(const struct teller *b, const struct heading *h)
{
	return (struct nb_told){
		.kind = NB_TOLD_HEADING,
		.depth = h->depth,
		.name = nb_arena_printf(b->g->arena, NB_FMT NB_FMT,
		    NB_ARG(h->ordinal), NB_ARG(h->title->text)),
		.mark = h->mark,
		.number = h->number,
	};
}

static void
add_own_line(const struct teller *b, const struct heading *h)
{
	struct nb_sentence s = nb_sentence_new(b->g->arena, h->hand);
	struct nb_told told = told_heading(b, h);

	add_heading_words(&s, h);
	told.piece = s.piece;
	told.n = told.n_heading = s.n;
	g_array_append_val(b->told, told);
}

/* What “（牵头单位：…；责任单位：…）” tells; may be NULL or empty. */
struct note {
	const struct nb_prose *target, *lead_unit, *units, *due;
};

/* Appends it, or nothing. */
static void
append_note(
    const struct teller *b, struct nb_sentence *s, const struct note *note)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	const struct {
		struct nb_str label;
		const struct nb_prose *value;
	} part[] = {
		{ phrase->target, note->target },
		{ phrase->lead_unit, note->lead_unit },
		{ phrase->units, note->units },
		{ phrase->due, note->due },
	};
	unsigned n = 0;

	for (size_t i = 0; i < NB_COUNT(part); i++) {
		if (part[i].value == NULL || part[i].value->text.n == 0)
			continue;
		nb_sentence_words(s, phrase->note.word[n == 0 ? 0 : 1]);
		nb_sentence_words(s, part[i].label);
		nb_sentence_prose(s, part[i].value);
		n++;
	}
	if (n > 0)
		nb_sentence_words(s, phrase->note.word[2]);
}

static struct note
note_of_task(const struct nb_task *t)
{
	return (struct note){ &t->target, &t->lead_unit, &t->units, &t->due };
}

/* As a paragraph of its own. */
static void
add_note(const struct teller *b, const struct note *note)
{
	struct nb_sentence s = sentence(b);

	append_note(b, &s, note);
	add_text(b, &s);
}

/* Run in: “（一）标题。正文”; the rest of the paragraphs follow. */
static void
add_run_in(const struct teller *b, const struct heading *h,
    const struct nb_paras *body, const struct note *note)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	struct nb_sentence s = nb_sentence_new(b->g->arena, h->hand);
	struct nb_told told = told_heading(b, h);

	add_heading_words(&s, h);
	nb_sentence_stop(&s, phrase->run_in_end);
	told.n_heading = s.n;
	nb_sentence_in(&s, body_hand(b));
	nb_sentence_prose(&s, &body->para[0]);
	if (body->n == 1)
		append_note(b, &s, note);
	told.run_in = true;
	told.piece = s.piece;
	told.n = s.n;
	g_array_append_val(b->told, told);
	add_paras(b, body, 1);
	if (body->n > 1)
		add_note(b, note);
}

/* What stands behind the text of a section. */
static void
add_figures(const struct teller *b, const struct nb_section *s)
{
	const struct nb_told table = { .kind = NB_TOLD_TABLE,
		.table = s->table };
	const struct nb_told chart = { .kind = NB_TOLD_CHART,
		.chart = s->chart };

	if (s->table != NULL)
		g_array_append_val(b->told, table);
	if (s->chart != NULL)
		g_array_append_val(b->told, chart);
}

static void
add_section(struct teller *b, const struct nb_section *s, unsigned depth,
    unsigned number)
{
	const struct heading h = heading_new(b, depth, number, &s->title);
	const struct note note = { .lead_unit = &s->lead_unit,
		.units = &s->units };

	if (s->n_children == 0 && s->body.n > 0 && h.style->run_in) {
		add_run_in(b, &h, &s->body, &note);
		add_figures(b, s);
		return;
	}
	add_own_line(b, &h);
	add_paras(b, &s->body, 0);
	add_note(b, &note);
	add_figures(b, s);
	for (uint32_t i = 0; i < s->n_children; i++)
		add_section(b, &s->child[i], depth + 1, i + 1);
}

static void
add_chapter_heading(struct teller *b, const struct nb_prose *title)
{
	const struct heading h = heading_new(b, 1, ++b->chapters, title);

	add_own_line(b, &h);
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
    const struct teller *b, struct nb_sentence *s, const struct nb_problem *p)
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
item_word(const struct teller *b, uint32_t i)
{
	const struct nb_words *word = &b->g->t->phrase.ordinal;

	if (i < word->n)
		return word->word[i];
	return nb_arena_printf(b->g->arena, NB_FMT "是",
	    NB_ARG(nb_number_han(b->g->arena, i + 1)));
}

/* A row of the starter that nobody has filled is not told. */
static bool
is_problem(const struct nb_problem *p)
{
	return p->text.text.n + p->cause.text.n + p->measure.text.n > 0;
}

static uint32_t
count_problems(const struct nb_problems *p)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->n; i++)
		n += is_problem(&p->problem[i]);
	return n;
}

/* “导语：一是…；二是…。” */
static void
add_problems(struct teller *b, const struct nb_problems *p)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	const uint32_t n = count_problems(p);
	struct nb_sentence s = sentence(b);
	uint32_t told = 0;

	if (p->title.text.n != 0)
		add_chapter_heading(b, &p->title);
	if (p->lead.text.n != 0) {
		nb_sentence_clause(&s, &p->lead);
		nb_sentence_words(
		    &s, n > 0 ? phrase->lead_end : phrase->item_end);
	}
	for (uint32_t i = 0; i < p->n; i++) {
		if (!is_problem(&p->problem[i]))
			continue;
		if (n > 1)
			nb_sentence_words(&s, item_word(b, told));
		add_problem(b, &s, &p->problem[i]);
		nb_sentence_words(
		    &s, ++told < n ? phrase->item_sep : phrase->item_end);
	}
	add_text(b, &s);
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
add_task_sections(struct teller *b, const struct nb_tasks *tasks)
{
	for (uint32_t i = 0; i < tasks->n; i++) {
		const struct nb_task *t = &tasks->task[i];
		const struct heading h = heading_new(b, 2, i + 1, &t->text);
		const struct note note = note_of_task(t);

		if (t->body.n > 0) {
			add_run_in(b, &h, &t->body, &note);
		} else {
			add_own_line(b, &h);
			add_note(b, &note);
		}
	}
}

static bool
is_task(const struct nb_task *t)
{
	return t->text.text.n + t->target.text.n + t->lead_unit.text.n +
	    t->units.text.n + t->due.text.n >
	    0;
}

static uint32_t
count_tasks(const struct nb_tasks *tasks)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < tasks->n; i++)
		n += is_task(&tasks->task[i]);
	return n;
}

/* “一是…；二是…。” */
static void
add_task_items(const struct teller *b, struct nb_sentence *s,
    const struct nb_tasks *tasks, uint32_t n)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	uint32_t told = 0;

	for (uint32_t i = 0; i < tasks->n; i++) {
		const struct nb_task *t = &tasks->task[i];
		const struct note note = note_of_task(t);

		if (!is_task(t))
			continue;
		if (n > 1)
			nb_sentence_words(s, item_word(b, told));
		nb_sentence_clause(s, &t->text);
		append_note(b, s, &note);
		nb_sentence_words(
		    s, ++told < n ? phrase->item_sep : phrase->item_end);
	}
}

static void
add_tasks(struct teller *b, const struct nb_tasks *tasks)
{
	const struct nb_phrases *phrase = &b->g->t->phrase;
	const bool sections = any_body(tasks);
	const uint32_t n = sections ? tasks->n : count_tasks(tasks);
	struct nb_sentence s = sentence(b);

	add_chapter_heading(b, &tasks->title);
	if (tasks->lead.text.n != 0) {
		nb_sentence_clause(&s, &tasks->lead);
		nb_sentence_words(
		    &s, n > 0 ? phrase->lead_end : phrase->item_end);
	}
	if (!sections)
		add_task_items(b, &s, tasks, n);
	add_text(b, &s);
	if (sections)
		add_task_sections(b, tasks);
}

GArray *
nb_tell_paras(const struct nb_galley *g, const struct nb_paras *paras)
{
	const struct teller b = { .g = g,
		.told = g_array_new(FALSE, TRUE, sizeof(struct nb_told)) };

	add_paras(&b, paras, 0);
	return b.told;
}

GArray *
nb_tell_body(const struct nb_galley *g, const struct nb_report *r)
{
	struct teller b = {
		.g = g,
		.r = r,
		.told = g_array_new(FALSE, TRUE, sizeof(struct nb_told)),
	};

	add_paras(&b, &r->lead, 0);
	for (uint32_t i = 0; i < r->n_sections; i++)
		add_section(&b, &r->section[i], 1, ++b.chapters);
	if (r->problems != NULL)
		add_problems(&b, r->problems);
	if (r->next_tasks != NULL)
		add_tasks(&b, r->next_tasks);
	add_paras(&b, &r->closing, 0);
	return b.told;
}
