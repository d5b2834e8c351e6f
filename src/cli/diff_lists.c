/*
 * What is a list in a 花脸稿: problems, tasks, tables, and what is not text.
 */
#include "base/arena.h"
#include "cli/diff_pages.h"
#include "cli/diff_show.h"
#include "model/number.h"

/* “一是” of the new report's items, from 1. */
static struct nb_str
item_word(const struct nb_diff_pages *w, uint32_t i)
{
	const struct nb_words *word = &w->t->phrase.ordinal;

	if (i <= word->n)
		return word->word[i - 1];
	return nb_arena_printf(
	    w->arena, NB_FMT "是", NB_ARG(nb_number_han(w->arena, i)));
}

static bool
ends_clause(struct nb_str s)
{
	const uint32_t c = nb_str_last(s);

	return c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == 0xFF0C;
}

/* A mark of data's, in place of what the author's words end with. */
static void
add_stop(struct nb_diff_pages *w, struct nb_str mark, enum nb_revision revision)
{
	struct nb_redline_piece *last;

	if (w->piece->len > 0) {
		last = &g_array_index(
		    w->piece, struct nb_redline_piece, w->piece->len - 1);
		if (ends_clause(last->text)) {
			size_t end = last->text.n;

			nb_utf8_prev(last->text, &end);
			last->text.n = end;
		}
	}
	nb_diff_pages_words(w, mark, revision);
}

/* “导语：” */
static void
add_lead(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	nb_diff_pages_field(w, e, NB_S("导语"));
	if (w->piece->len > 0)
		add_stop(w, w->t->phrase.lead_end, nb_diff_pages_revision(e));
}

/* How many stand under a row of the new report. */
static uint32_t
n_under(const struct nb_diff_pages *w, const struct nb_diff_entry *e,
    enum nb_diff_kind kind)
{
	const struct nb_diff_side *s =
	    e->now == NB_DIFF_NONE ? &w->d->old : &w->d->now;
	const uint32_t over = e->now == NB_DIFF_NONE ? e->old : e->now;
	uint32_t n = 0;

	for (uint32_t i = over + 1; i < s->row[over].end; i++)
		n += s->row[i].kind == kind && s->row[i].over == over;
	return n;
}

/* “一是” before what is there still; what has gone has lost it. */
static void
add_item_word(
    struct nb_diff_pages *w, const struct nb_diff_entry *e, uint32_t n)
{
	const enum nb_revision revision = nb_diff_pages_revision(e);

	if (revision != NB_REVISION_DELETED && n > 1)
		nb_diff_pages_words(
		    w, item_word(w, nb_diff_pages_row(w, e)->number), revision);
}

/* 措施 that only names a task by its number is for the checker. */
static void
add_problem(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const enum nb_revision revision = nb_diff_pages_revision(e);
	const struct nb_diff_field *measure;

	nb_diff_pages_field(w, e, NB_S("问题"));
	if (nb_diff_field(nb_diff_pages_row(w, e), NB_S("原因")) != NULL)
		add_stop(w, w->t->phrase.cause, revision);
	nb_diff_pages_field(w, e, NB_S("原因"));
	measure = nb_diff_field(nb_diff_pages_row(w, e), NB_S("措施"));
	if (measure == NULL || nb_str_han(measure->text) == 0)
		return;
	add_stop(w, w->t->phrase.measure, revision);
	nb_diff_pages_field(w, e, NB_S("措施"));
}

/* “；” behind each but the last, then “。”. */
static void
end_item(struct nb_diff_pages *w, const struct nb_diff_entry *e, bool last)
{
	add_stop(w, last ? w->t->phrase.item_end : w->t->phrase.item_sep,
	    nb_diff_pages_revision(e));
}

static bool
is_last_item(
    const struct nb_diff_entry *e, const struct nb_diff_pages *w, uint32_t n)
{
	return nb_diff_pages_revision(e) != NB_REVISION_DELETED &&
	    nb_diff_pages_row(w, e)->number == n;
}

void
nb_diff_pages_note(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_phrases *phrase = &w->t->phrase;
	const struct {
		struct nb_str name, label;
	} part[] = {
		{ NB_S("目标"), phrase->target },
		{ NB_S("牵头"), phrase->lead_unit },
		{ NB_S("责任"), phrase->units },
		{ NB_S("时限"), phrase->due },
	};
	const enum nb_revision revision = nb_diff_pages_revision(e);
	unsigned n = 0;

	for (size_t i = 0; i < NB_COUNT(part); i++) {
		const guint before = w->piece->len;
		struct nb_redline_piece *first;

		nb_diff_pages_words(
		    w, phrase->note.word[n == 0 ? 0 : 1], revision);
		nb_diff_pages_words(w, part[i].label, revision);
		nb_diff_pages_field(w, e, part[i].name);
		if (w->piece->len == before + 2) {
			g_array_set_size(w->piece, before);
			continue;
		}
		first =
		    &g_array_index(w->piece, struct nb_redline_piece, before);
		if (w->piece->len == before + 3)
			first[0].revision = first[1].revision =
			    first[2].revision;
		n++;
	}
	if (n > 0)
		nb_diff_pages_words(w, phrase->note.word[2], revision);
}

void
nb_diff_pages_problems(
    struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const uint32_t n = n_under(w, over, NB_DIFF_PROBLEM);
	const struct nb_diff_entry *e;

	add_lead(w, over);
	while ((e = nb_diff_pages_under(w, over)) != NULL) {
		add_item_word(w, e, n);
		add_problem(w, e);
		end_item(w, e, is_last_item(e, w, n));
	}
	nb_diff_pages_paragraphs(w);
}

/* Whether one of the tasks has 正文: then all are sections. */
static bool
any_body(const struct nb_diff_pages *w)
{
	const struct nb_diff_side *sides[] = { &w->d->old, &w->d->now };

	for (size_t i = 0; i < NB_COUNT(sides); i++)
		for (uint32_t k = 0; k < sides[i]->n; k++)
			if (sides[i]->row[k].kind == NB_DIFF_NEXT_TASK &&
			    nb_diff_field(&sides[i]->row[k], NB_S("正文")) !=
				NULL)
				return true;
	return false;
}

/* “（一）任务。正文（…）” */
static void
add_task_section(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_diff_row *row = nb_diff_pages_row(w, e);
	const enum nb_revision revision = nb_diff_pages_revision(e);
	const struct nb_names *level = &w->d->now.report->numbering.level;
	const struct nb_str pattern =
	    level->n == 0 ? NB_S("") : level->name[MIN(2, level->n) - 1].text;
	const struct nb_str mark =
	    nb_number_mark(w->arena, pattern, row->number);

	nb_diff_pages_words(w, mark, revision);
	nb_diff_pages_field(w, e, NB_S("任务"));
	nb_diff_pages_heading(w, pattern, 2, nb_diff_pages_take(w),
	    revision == NB_REVISION_DELETED
		? NB_S("")
		: nb_arena_printf(w->arena, NB_FMT NB_FMT, NB_ARG(mark),
		      NB_ARG(nb_diff_main(row))));
	nb_diff_pages_field(w, e, NB_S("正文"));
	nb_diff_pages_note(w, e);
	nb_diff_pages_paragraphs(w);
}

void
nb_diff_pages_tasks(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const uint32_t n = n_under(w, over, NB_DIFF_NEXT_TASK);
	const bool sections = any_body(w);
	const struct nb_diff_entry *e;

	add_lead(w, over);
	if (sections)
		nb_diff_pages_paragraphs(w);
	while ((e = nb_diff_pages_under(w, over)) != NULL) {
		if (sections) {
			add_task_section(w, e);
			continue;
		}
		add_item_word(w, e, n);
		nb_diff_pages_field(w, e, NB_S("任务"));
		nb_diff_pages_note(w, e);
		end_item(w, e, is_last_item(e, w, n));
	}
	nb_diff_pages_paragraphs(w);
}
