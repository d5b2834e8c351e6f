/*
 * import/repair.c - one pass after the other over every line and cell.
 */
#include "import/repair.h"

#include "base/arena.h"
#include "import/log.h"
#include "import/passes.h"
#include "import/patch.h"
#include "import/simplify.h"

#include <glib.h>

struct repair {
	struct nb_arena *arena;
	struct nb_import_log *log;
	struct nb_simplifier *simplifier; /* or NULL */
};

/* Pinyin before marks, so that its brackets stay as they were. */
static struct nb_str
mend(const struct repair *r, struct nb_str line, uint32_t row)
{
	struct nb_patch p;
	struct nb_str ret;

	if (line.n == 0)
		return line;
	nb_patch_init(&p, line);
	nb_repair_characters(&p);
	nb_repair_pinyin(&p);
	nb_repair_marks(&p);
	nb_repair_blanks(&p);
	if (r->simplifier != NULL)
		nb_repair_traditional(&p, r->simplifier);
	nb_repair_doubts(&p);
	ret = nb_patch_finish(&p, r->arena, row, r->log);
	nb_patch_clear(&p);
	return ret;
}

/* A cell's paragraphs are lines of their own. */
static struct nb_str
mend_cell(const struct repair *r, struct nb_str text, uint32_t row)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	if (!nb_str_has(text, NB_S("\n")))
		return mend(r, text, row);
	for (size_t at = 0; at <= text.n;) {
		const size_t end =
		    MIN(nb_str_find(text, NB_S("\n"), at), text.n);
		const uint32_t first = r->log->n;
		const struct nb_str line =
		    mend(r, nb_str_sub(text, at, end - at), row);

		for (uint32_t i = first; i < r->log->n; i++)
			r->log->entry[i].at +=
			    (uint32_t)nb_str_chars(nb_str_sub(text, 0, at));
		g_string_append(joined, at > 0 ? "\n" : "");
		g_string_append_len(joined, line.p, (gssize)line.n);
		at = end + 1;
	}
	return nb_arena_str(
	    r->arena, (struct nb_str){ joined->str, joined->len });
}

static const struct nb_raw_table *
mend_table(const struct repair *r, const struct nb_raw_table *t, uint32_t no)
{
	struct nb_raw_table *table = nb_new(r->arena, struct nb_raw_table);
	struct nb_raw_row *row = nb_new_n(r->arena, struct nb_raw_row, t->n);

	for (uint32_t i = 0; i < t->n; i++) {
		const uint32_t n = t->row[i].n;
		struct nb_raw_cell *cell =
		    nb_new_n(r->arena, struct nb_raw_cell, n);

		for (uint32_t j = 0; j < n; j++) {
			cell[j] = t->row[i].cell[j];
			cell[j].text = mend_cell(r, cell[j].text, no);
		}
		row[i] = (struct nb_raw_row){ cell, n };
	}
	*table = (struct nb_raw_table){ row, t->n };
	return table;
}

struct nb_raw
nb_repair(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_repair_options *o, struct nb_import_log *log)
{
	struct repair r = { .arena = a, .log = log };
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, raw->n);
	struct nb_raw ret = *raw;

	if (o->simplify) {
		r.simplifier = nb_simplifier_new();
		if (r.simplifier == NULL)
			nb_log_add(log,
			    (struct nb_log_entry){
				.what = NB_LOG_DOUBT,
				.rule = "traditional",
				.why = "没有转成简体：OpenCC 的数据没有装好",
			    });
	}
	for (uint32_t i = 0; i < raw->n; i++) {
		line[i] = raw->line[i];
		line[i].text = mend(&r, line[i].text, line[i].row);
		if (line[i].table != NULL)
			line[i].table =
			    mend_table(&r, line[i].table, line[i].row);
	}
	nb_simplifier_free(r.simplifier);
	ret.line = line;
	return ret;
}
