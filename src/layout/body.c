#include "layout/body.h"

#include "layout/chart.h"
#include "layout/table.h"
#include "layout/tell.h"

static void
set_text(struct nb_galley *g, const struct nb_told *told)
{
	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = told->piece,
		.n_pieces = told->n,
		.role = NB_ROLE_BODY,
		.size = g->t->body.size,
		.first = g->t->indent,
	    });
}

/* On a line of its own it is never the last of a page. */
static void
set_heading(struct nb_galley *g, const struct nb_told *told)
{
	const uint8_t level = (uint8_t)MIN(told->depth, NB_HEADING_LEVELS);

	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = told->piece,
		.n_pieces = told->n,
		.role = told->run_in ? NB_ROLE_BODY : NB_ROLE_HEADING,
		.level = level,
		.size = g->t->body.size,
		.first = g->t->indent,
		.keep = !told->run_in,
		.bookmark = told->name,
		.bookmark_level = level,
	    });
}

/* A turned table has pages of its own. */
static void
set_one(struct nb_galley *g, const struct nb_told *told,
    struct nb_charts *charts, struct nb_diags *d)
{
	switch (told->kind) {
	case NB_TOLD_TEXT:
		set_text(g, told);
		return;
	case NB_TOLD_HEADING:
		set_heading(g, told);
		return;
	case NB_TOLD_TABLE:
		if (!told->table->landscape)
			nb_table_set(g, told->table, d);
		return;
	case NB_TOLD_CHART:
		nb_charts_set(charts, told->chart);
		return;
	}
	NB_UNREACHABLE();
}

void
nb_body_paras(struct nb_galley *g, const struct nb_paras *paras)
{
	g_autoptr(GArray) told = nb_tell_paras(g, paras);

	for (guint i = 0; i < told->len; i++)
		set_text(g, &g_array_index(told, struct nb_told, i));
}

void
nb_body_set(struct nb_galley *g, const struct nb_report *r, struct nb_diags *d)
{
	g_autoptr(GArray) told = nb_tell_body(g, r);
	struct nb_charts charts = nb_charts_new(g, r, d);

	for (guint i = 0; i < told->len; i++)
		set_one(g, &g_array_index(told, struct nb_told, i), &charts, d);
	nb_charts_release(&charts);
}
