#include "layout/table_tasks.h"

#include "base/arena.h"
#include "layout/galley.h"
#include "layout/sentence.h"
#include "model/number.h"
#include "model/tally.h"

/* Columns of 任务表, in the order of the template's 栏. */
enum { GROUP, NUMBER, TEXT, UNITS, DUE, PROGRESS, REASON, COLUMNS };

struct tasks {
	struct nb_galley *g;
	const struct nb_task_table *table;
	struct nb_table_cell *cell;
	uint32_t n; /* cells so far */
	uint32_t row, number;
	uint32_t columns; /* PROGRESS or COLUMNS */
};

static struct nb_sentence
sentence(const struct tasks *s, const struct nb_text_style *style)
{
	return nb_sentence_new(s->g->arena, nb_galley_hand(s->g, style));
}

static struct nb_sentence
text(const struct tasks *s)
{
	return sentence(s, &s->g->t->table_style.text);
}

static struct nb_table_cell *
add(struct tasks *s, const struct nb_sentence *words)
{
	struct nb_table_cell *c = &s->cell[s->n++];

	c->piece = words->piece;
	c->n_pieces = words->n;
	c->span = s->table->span;
	c->row = s->row;
	c->rows = c->cols = 1;
	return c;
}

static void
add_words(
    struct tasks *s, struct nb_str words, const struct nb_text_style *style)
{
	struct nb_sentence cell = sentence(s, style);

	nb_sentence_words(&cell, words);
	add(s, &cell);
}

static void
add_prose(struct tasks *s, const struct nb_prose *prose)
{
	struct nb_sentence cell = text(s);

	nb_sentence_prose(&cell, prose);
	add(s, &cell);
}

static void
add_head(struct tasks *s)
{
	const struct nb_template *t = s->g->t;

	for (uint32_t k = 0; k < s->columns; k++)
		add_words(
		    s, t->task_words.column.word[k], &t->table_style.head);
	s->row++;
}

/* “1.全面加强…”, over all rows of the group. */
static void
add_group(struct tasks *s, uint32_t i)
{
	const struct nb_task_group *group = &s->table->group[i];
	struct nb_sentence cell = text(s);

	if (s->table->n > 1)
		nb_sentence_words(&cell,
		    nb_number_mark(
			s->g->arena, s->g->t->task_words.group, i + 1));
	nb_sentence_prose(&cell, &group->text);
	add(s, &cell)->rows = group->n;
}

/* 牵头 stands first, once. */
static void
add_units(struct tasks *s, const struct nb_task *task)
{
	struct nb_sentence cell = text(s);
	const bool repeated = task->lead_unit.text.n != 0 &&
	    nb_str_starts(task->units.text, task->lead_unit.text);

	if (task->lead_unit.text.n != 0 && !repeated) {
		nb_sentence_prose(&cell, &task->lead_unit);
		if (task->units.text.n != 0)
			nb_sentence_words(&cell, s->g->t->task_words.unit_sep);
	}
	nb_sentence_prose(&cell, &task->units);
	add(s, &cell);
}

static void
add_progress(struct tasks *s, const struct nb_task *task)
{
	const struct nb_template *t = s->g->t;
	struct nb_sentence reason = text(s);
	struct nb_str word = NB_S("");

	if (task->progress != NB_PROGRESS_NONE)
		word = t->task_words.progress
			   .word[task->progress - NB_PROGRESS_DONE];
	add_words(s, word, &t->table_style.text);
	nb_sentence_prose(&reason, &task->evidence);
	if (task->evidence.text.n != 0 && task->cause.text.n != 0)
		nb_sentence_words(&reason, t->task_words.reason_sep);
	nb_sentence_prose(&reason, &task->cause);
	add(s, &reason);
}

static void
add_task(struct tasks *s, const struct nb_task *task)
{
	add_words(s, nb_arena_printf(s->g->arena, "%u", ++s->number),
	    &s->g->t->table_style.text);
	add_prose(s, &task->text);
	add_units(s, task);
	add_prose(s, &task->due);
	if (s->columns == COLUMNS)
		add_progress(s, task);
	s->row++;
}

/* What came of the rows; 0 is those of which nothing is said. */
static struct nb_str
progress_word(const struct nb_task_words *words, unsigned progress)
{
	return progress == NB_PROGRESS_NONE
	    ? words->unsaid
	    : words->progress.word[progress - NB_PROGRESS_DONE];
}

/* “41项：完成36、部分完成4、未完成1”. */
static void
add_tally(struct tasks *s, const struct nb_tally *t)
{
	enum { KINDS = NB_PROGRESS_CHANGED + 1 };
	const struct nb_task_words *words = &s->g->t->task_words;
	struct nb_sentence cell = text(s);
	struct nb_str tally = nb_arena_printf(
	    s->g->arena, "%u" NB_FMT, t->n, NB_ARG(words->tally.word[0]));
	bool first = true;

	for (unsigned i = 0; i < KINDS; i++) {
		const unsigned p = (i + NB_PROGRESS_DONE) % KINDS;

		if (t->came[p] == 0)
			continue;
		tally = nb_arena_printf(s->g->arena, NB_FMT NB_FMT NB_FMT "%u",
		    NB_ARG(tally),
		    NB_ARG(first ? NB_S("") : words->tally.word[1]),
		    NB_ARG(progress_word(words, p)), t->came[p]);
		first = false;
	}
	nb_sentence_words(&cell, tally);
	add(s, &cell)->cols = s->columns;
	s->row++;
}

struct nb_table_grid
nb_table_tasks(
    struct nb_galley *g, const struct nb_task_table *table, struct nb_diags *d)
{
	const struct nb_tally tally = nb_tally_table(table);
	const uint32_t rows = tally.n + 2; /* head and tally */
	struct tasks s = { .g = g, .table = table };

	s.columns = nb_tally_is_reported(&tally) ? COLUMNS : PROGRESS;
	s.cell =
	    nb_new_n(g->arena, struct nb_table_cell, (size_t)rows * COLUMNS);
	add_head(&s);
	for (uint32_t i = 0; i < table->n; i++) {
		if (table->group[i].n > 0)
			add_group(&s, i);
		for (uint32_t k = 0; k < table->group[i].n; k++)
			add_task(&s, &table->group[i].task[k]);
	}
	if (s.columns == COLUMNS)
		add_tally(&s, &tally);
	return nb_table_grid_make(g->arena, s.cell, s.n, s.row, 1, d);
}
