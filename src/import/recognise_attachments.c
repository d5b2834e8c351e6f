/*
 * import/recognise_attachments.c - the pages behind the text.  A table of
 * tasks becomes 任务表; anything else has no key and stays in a comment.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/grow.h"
#include "import/progress.h"
#include "import/words.h"

#include <glib.h>
#include <string.h>

enum {
	TITLE_LINES = 3, /* of an attachment's title */
	TITLE_PART = 40, /* one of them [char] */
};

/* The comment that keeps it. */
static void
keep_aside(struct nb_recogniser *r, struct nb_str text, uint32_t row)
{
	nb_texts_add(
	    r->a, &r->draft->aside, (struct nb_draft_text){ text, row });
}

static void
say_aside(struct nb_recogniser *r, struct nb_str text, uint32_t row)
{
	if (text.n > 0)
		nb_recognise_left_out(r, row, text, "attachment",
		    "附件的内容，没有对应的键，留在注释里");
}

static void
set_aside(struct nb_recogniser *r, struct nb_str text, uint32_t row)
{
	if (text.n == 0)
		return;
	keep_aside(r, text, row);
	say_aside(r, text, row);
}

/* Its rows as they were typed; the bars have been told of. */
static void
set_table_aside(struct nb_recogniser *r, const struct nb_draft_table *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		const struct nb_draft_row *row = &t->row[i];
		g_autoptr(GString) s = g_string_new(NULL);

		for (uint32_t k = 0; k < row->n; k++) {
			const struct nb_draft_cell *c = &row->cell[k];

			g_string_append(s, k > 0 ? " | " : "");
			if (c->rows == 0)
				continue;
			g_string_append_len(s, c->text.p, (gssize)c->text.n);
			say_aside(r, c->text, row->row);
		}
		keep_aside(r,
		    nb_arena_str(
			r->a, nb_str_trim((struct nb_str){ s->str, s->len })),
		    row->row);
	}
}

/* The attachment's name, which the list above may have. */
static void
add_name(struct nb_recogniser *r, struct nb_draft_text name, bool listed)
{
	struct nb_draft_texts *to = &r->draft->attachment;

	if (name.text.n == 0)
		return;
	for (uint32_t i = 0; i < to->n; i++) {
		if (!nb_str_eq(to->text[i].text, name.text))
			continue;
		nb_recognise_left_out(r, name.row, name.text, "title-twice",
		    "附件的名称，附件说明里已有");
		if (listed) {
			memmove(&to->text[i], &to->text[i + 1],
			    (to->n - i - 1) * sizeof(*to->text));
			to->n--;
		}
		return;
	}
	if (!listed)
		nb_texts_add(r->a, to, name);
}

/* The lines of a title above a table or a text, from i on. */
static uint32_t
take_title(struct nb_recogniser *r, uint32_t i, struct nb_draft_text *ret)
{
	g_autoptr(GString) s = g_string_new(NULL);
	const uint32_t first = i;

	while (i < r->n && i - first < TITLE_LINES &&
	    !nb_formal_is_attachment(r->line[i].plain) &&
	    !nb_recognise_is_table(r, i) &&
	    r->line[i].ordinal.form == NB_ORDINAL_NONE &&
	    !nb_str_has(r->line[i].text, NB_S("。")) &&
	    nb_str_chars(r->line[i].text) <= TITLE_PART) {
		const struct nb_str text = nb_unspaced(r->a, r->line[i].text);

		g_string_append_len(s, text.p, (gssize)text.n);
		i++;
		if (nb_formal_is_title_end(r->words, r->line[i - 1].plain))
			break;
	}
	*ret = (struct nb_draft_text){
		nb_arena_str(r->a, (struct nb_str){ s->str, s->len }),
		i > first ? r->line[first].raw->row : 0,
	};
	return i;
}

/* The line behind a table of tasks that counts them. */
static uint32_t
skip_tally(struct nb_recogniser *r, uint32_t i)
{
	if (i >= r->n || !nb_progress_is_tally(r->words, r->line[i].plain))
		return i;
	nb_recognise_tally(r, r->line[i].raw->row, r->line[i].text);
	return i + 1;
}

/* One attachment: its label, its title, what it holds. */
static uint32_t
take_attachment(struct nb_recogniser *r, uint32_t i)
{
	struct nb_draft_text title;
	struct nb_draft_table *table;
	struct nb_draft_tasks *tasks = NULL;
	uint32_t n = 0;

	nb_recognise_moved(r, r->line[i].raw->row, r->line[i].text, "附件");
	i = take_title(r, i + 1, &title);
	table = i < r->n ? nb_recognise_table(r, i, &n) : NULL;
	if (table != NULL && r->draft->tasks == NULL)
		tasks = nb_recognise_tasks(r, table, title.text);
	add_name(r, title, tasks != NULL);
	if (tasks != NULL) {
		tasks->title = title;
		r->draft->tasks = tasks;
		i = skip_tally(r, i + n);
	}
	if (tasks == NULL && table != NULL) {
		set_table_aside(r, table);
		i += n;
	}
	while (i < r->n && !nb_formal_is_attachment(r->line[i].plain)) {
		const uint32_t row = r->line[i].raw->row;

		table = nb_recognise_table(r, i, &n);
		if (table != NULL)
			set_table_aside(r, table);
		else
			set_aside(r, r->line[i].text, row);
		i += table != NULL ? n : 1;
	}
	return i;
}

void
nb_recognise_attachments(struct nb_recogniser *r)
{
	const uint32_t before = r->draft->aside.n;
	uint32_t i = r->attachments;

	while (i < r->n)
		i = take_attachment(r, i);
	if (r->draft->aside.n > before)
		nb_recognise_doubt(r, r->line[r->attachments].raw->row,
		    r->line[r->attachments].text, "attachment",
		    "附件的内容没有对应的键，留在了注释里");
}
