/*
 * check/promise.c - gathers tasks.
 */
#include "check/promise.h"

#include "check/piece.h"

static void
add(GPtrArray *to, const struct nb_task *task, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (task[i].text.text.n > 0)
			g_ptr_array_add(to, (void *)&task[i]);
}

void
nb_promise_list(GPtrArray *to, const struct nb_tasks *tasks)
{
	if (tasks != NULL)
		add(to, tasks->task, tasks->n);
}

void
nb_promise_table(GPtrArray *to, const struct nb_task_table *table)
{
	for (uint32_t i = 0; table != NULL && i < table->n; i++)
		add(to, table->group[i].task, table->group[i].n);
}

struct nb_str
nb_promise_text(struct nb_str plain)
{
	struct nb_str s = nb_str_trim(plain);

	while (s.n > 0) {
		size_t end = s.n;

		if (!nb_mark_in(NB_CLAUSE_ENDS, nb_utf8_prev(s, &end)))
			break;
		s.n = end;
	}
	return s;
}

static bool
is_measured(const struct nb_check *ck, struct nb_str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (nb_is_digit((unsigned char)text.p[i]))
			return true;
	return nb_words_in(
	    &ck->outline->wording.when, nb_check_plain(ck, text));
}

bool
nb_promise_is_definite(const struct nb_check *ck, const struct nb_task *task)
{
	bool said = task->due.text.n > 0 || is_measured(ck, task->text.text);

	for (uint32_t i = 0; !said && i < task->body.n; i++)
		said = is_measured(ck, task->body.para[i].text);
	return said;
}

bool
nb_promise_shorten(struct nb_str *text)
{
	size_t end = text->n;

	while (end > 0 && text->n <= NB_PROMISE_LONG) {
		if (!nb_mark_in(NB_CLAUSE_ENDS, nb_utf8_prev(*text, &end)))
			continue;
		*text = nb_promise_text((struct nb_str){ text->p, end });
		return text->n > 0;
	}
	return false;
}
