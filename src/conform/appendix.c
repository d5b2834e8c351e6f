#include "conform/appendix.h"

#include "base/arena.h"
#include "layout/join.h"
#include "layout/sheet.h"

#include <glib.h>

/* As the columns stand in the template: 条 项目 要求 实测 结论. */
enum { CLAUSE, WHAT, ASKED, MEASURED, VERDICT, COLUMNS };

struct writing {
	struct nb_arena *arena;
	struct nb_span span;
};

static struct nb_prose
words(const struct writing *w, struct nb_str text)
{
	return nb_prose_made(w->arena, text, w->span);
}

static struct nb_row
make_row(const struct writing *w, const struct nb_conform_row *from)
{
	const struct nb_str text[COLUMNS] = {
		[CLAUSE] = from->clause,
		[WHAT] = from->what,
		[ASKED] = from->asked,
		[MEASURED] = nb_conform_measured(w->arena, from),
		[VERDICT] = nb_str_z(nb_verdict_word(from->verdict)),
	};
	struct nb_cell *cell = nb_new_n(w->arena, struct nb_cell, COLUMNS);

	for (size_t i = 0; i < COLUMNS; i++)
		cell[i] = (struct nb_cell){ words(w, text[i]), 1, 1 };
	return (struct nb_row){ cell, COLUMNS };
}

/* How many rows of each verdict, over all columns. */
static struct nb_row
make_counts(const struct writing *w, const struct nb_conform *sheet)
{
	struct nb_cell *cell = nb_new(w->arena, struct nb_cell);

	*cell = (struct nb_cell){ words(w, nb_conform_counts(w->arena, sheet)),
		1, COLUMNS };
	return (struct nb_row){ cell, 1 };
}

static const struct nb_table *
make_table(const struct writing *w, const struct nb_conform *sheet,
    const struct nb_template *t)
{
	const struct nb_words *column = &t->sheet.column;
	const uint32_t n = (uint32_t)MIN(column->n, COLUMNS);
	struct nb_prose *name = nb_new_n(w->arena, struct nb_prose, n);
	struct nb_row *row =
	    nb_new_n(w->arena, struct nb_row, (size_t)sheet->n + 1);
	struct nb_table *table = nb_new(w->arena, struct nb_table);

	for (uint32_t i = 0; i < n; i++)
		name[i] = words(w, column->word[i]);
	for (uint32_t i = 0; i < sheet->n; i++)
		row[i] = make_row(w, &sheet->row[i]);
	row[sheet->n] = make_counts(w, sheet);
	*table = (struct nb_table){
		.span = w->span,
		.title = words(w, sheet->template),
		.column = { name, n },
		.row = row,
		.n_rows = sheet->n + 1,
	};
	return table;
}

const struct nb_pages *
nb_conform_append(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_conform *sheet, const struct nb_template *t,
    struct nb_fonts *fonts, struct nb_span span, struct nb_diags *d)
{
	const struct writing w = { a, span };
	struct nb_prose *title = nb_new(a, struct nb_prose);
	const struct nb_table *table = make_table(&w, sheet, t);
	struct nb_pages *more;
	const struct nb_bookmark mark = {
		.text = t->sheet.title,
		.level = 1,
		.x = pages->body_x,
		.y = pages->body_y,
	};
	struct nb_joint joint;

	*title = words(&w, t->sheet.title);
	more =
	    nb_layout_sheet(a, NB_SCRIPT_SIMPLIFIED, title, table, t, fonts, d);
	more->bookmark = &mark;
	more->n_bookmarks = 1;
	nb_joint_begin(&joint);
	nb_joint_add(&joint, pages, 0);
	nb_joint_add(&joint, more, 0);
	return nb_joint_end(&joint, a, pages);
}
