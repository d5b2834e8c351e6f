/*
 * check/task_rows.c - cuts the table and the prose into clauses.
 */
#include "check/task_rows.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/piece.h"

static void
cut(GArray *to, struct nb_clause c, struct nb_str text)
{
	struct nb_piece piece;

	for (size_t at = 0; nb_piece_next(text, NB_CLAUSE_ENDS, &at, &piece);) {
		c.text = piece.text;
		c.begin = piece.begin;
		c.end = piece.end;
		if (c.text.n > 0)
			g_array_append_val(to, c);
	}
}

GArray *
nb_row_clauses(const struct nb_check *ck)
{
	const struct nb_task_table *t = ck->report->task_table;
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct nb_clause));
	struct nb_clause c = { 0 };

	for (uint32_t i = 0; t != NULL && i < t->n; i++)
		for (uint32_t k = 0; k < t->group[i].n; k++) {
			c.prose = &t->group[i].task[k].text;
			c.row++;
			cut(out, c, nb_check_plain(ck, c.prose->text));
		}
	return out;
}

GArray *
nb_section_clauses(const struct nb_check *ck)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct nb_clause));

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];
		const struct nb_clause c = {
			.prose = p->is.prose,
			.section = p->is.section,
		};

		if (p->is.part == NB_PART_SECTIONS &&
		    (p->is.role == NB_PROSE_HEADING ||
			p->is.role == NB_PROSE_BODY))
			cut(out, c, p->text);
	}
	return out;
}

const bool *
nb_grouped_headings(const struct nb_check *ck)
{
	const struct nb_task_table *t = ck->report->task_table;
	bool *grouped = nb_new_n(ck->arena, bool, ck->headings.n + 1);
	GHashTable *group = nb_str_table();

	for (uint32_t i = 0; t != NULL && i < t->n; i++)
		g_hash_table_add(group, (void *)&t->group[i].text.text);
	for (uint32_t i = 0; i < ck->headings.n; i++)
		grouped[i] = g_hash_table_contains(
		    group, &ck->headings.heading[i].section->title.text);
	g_hash_table_destroy(group);
	return grouped;
}
