#include "layout/attach.h"

#include "base/arena.h"
#include "layout/table.h"
#include "layout/table_tasks.h"
#include "layout/title.h"

/*
 * The number of the attachment that has this title among those of the
 * 附件说明, from 1; 0 when there is only one, or none of them has it.
 */
static uint32_t
attachment_number(const struct nb_report *r, struct nb_str title)
{
	for (uint32_t i = 0; i < r->attachment.n && r->attachment.n > 1; i++)
		if (nb_str_eq_solid(r->attachment.name[i].text, title))
			return i + 1;
	return 0;
}

struct nb_str
nb_attach_mark(const struct nb_galley *g, const struct nb_report *r)
{
	const uint32_t number = attachment_number(r, r->task_table->title.text);

	if (number == 0)
		return g->t->attachment;
	return nb_arena_printf(
	    g->arena, NB_FMT "%u", NB_ARG(g->t->attachment), number);
}

/* 7.3.7: the mark flush left on the first line, the title on the third. */
static void
set_mark(struct nb_galley *g, struct nb_str mark)
{
	const struct nb_template *t = g->t;
	const struct nb_piece piece = { mark,
		nb_galley_hand(g, &t->attachment_mark), NULL };
	const struct nb_line_look look =
	    nb_galley_look(g, NB_ROLE_ATTACHMENT, 0);
	const uint32_t rows = (uint32_t)MAX(t->attachment_title - 1, 1);
	struct nb_line_fit whole = { .begin = 0 };
	struct nb_atoms atoms;
	struct nb_item *item;
	uint32_t n;

	atoms = nb_atoms_new(
	    &g->shaper, g->arena, &piece, 1, t->attachment_mark.size);
	whole.end = atoms.n;
	item = nb_new_n(g->arena, struct nb_item, atoms.n);
	n = nb_line_set(g->arena, &atoms, &whole, &look, 0, 0, item);
	nb_galley_block(g, item, n, nb_galley_text_rows(g, rows))
	    ->unit.break_after = NB_BREAK_KEEP;
}

const struct nb_page_shape *
nb_attach_shape(const struct nb_template *t, const struct nb_report *r)
{
	return r->task_table != NULL && r->task_table->landscape
	    ? &t->table_turned
	    : &t->table;
}

void
nb_attach_begin(struct nb_galley *g, const struct nb_report *r,
    const struct nb_prose *title)
{
	set_mark(
	    g, r->task_table != NULL ? nb_attach_mark(g, r) : g->t->attachment);
	if (title->text.n != 0)
		nb_title_set(g, title, r->organ.text, 0);
}

void
nb_attach_tasks(
    struct nb_galley *g, const struct nb_report *r, struct nb_diags *d)
{
	const struct nb_task_table *table = r->task_table;
	const struct nb_table_grid grid = nb_table_tasks(g, table, d);

	nb_attach_begin(g, r, &table->title);
	nb_table_rows(g, &grid);
}
