#include "judge_raw.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/log.h"

#include <glib.h>
#include <string.h>

static bool
is_text(struct nb_str s)
{
	return g_utf8_validate_len(s.p, s.n, NULL);
}

/* Spans stay in their table. */
static void
judge_table(const struct nb_raw_table *t)
{
	nb_assert(t->n > 0);
	for (uint32_t r = 0; r < t->n; r++)
		for (uint32_t c = 0; c < t->row[r].n; c++) {
			const struct nb_raw_cell *cell = &t->row[r].cell[c];

			nb_assert(is_text(cell->text));
			nb_assert(cell->cols >= 1 && cell->rows >= 1);
			nb_assert(cell->rows <= t->n - r);
		}
}

static void
judge_line(const struct nb_raw_line *l)
{
	nb_assert(is_text(l->text) && is_text(l->label));
	nb_assert(!nb_str_has(l->text, NB_S("\n")));
	nb_assert((l->text.n > 0) == (l->table == NULL));
	nb_assert(l->row > 0 && l->level <= 9 && l->align <= NB_RAW_RIGHT);
	if (l->table != NULL)
		judge_table(l->table);
}

void
judge_raw(const struct nb_reader *reader, struct nb_str bytes)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_import_log log;
	struct nb_diags d;
	struct nb_raw raw;
	enum nb_status status;

	nb_diags_init(&d, a);
	nb_log_init(&log, a);
	reader->knows(NB_S("fuzz"), bytes);
	status = reader->read(a, NB_S("fuzz"), bytes, &log, &d, &raw);
	nb_assert(status == NB_OK ? raw.n > 0 : d.n[NB_ERROR] > 0);
	nb_assert(is_text(raw.title));
	for (uint32_t i = 0; status == NB_OK && i < raw.n; i++)
		judge_line(&raw.line[i]);
	for (uint32_t i = 0; i < log.n; i++) {
		const struct nb_log_entry *e = &log.entry[i];

		nb_assert(is_text(e->was) && e->rule != NULL && e->why != NULL);
		nb_assert(e->what != NB_LOG_LEFT_OUT || e->was.n > 0);
	}
	for (const struct nb_diag *g = d.first; g != NULL; g = g->next)
		nb_assert(g->message.n > 0 && is_text(g->message));
	nb_arena_free(a);
}
