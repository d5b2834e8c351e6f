#include "import/lines.h"

#include "base/arena.h"

#include <glib.h>
#include <string.h>

void
nb_lines_add(struct nb_lines *to, struct nb_raw_line line)
{
	if (to->n == to->size) {
		struct nb_raw_line *grown;

		to->size = to->size == 0 ? 16 : to->size * 2;
		grown = nb_new_n(to->arena, struct nb_raw_line, to->size);
		if (to->n > 0)
			memcpy(grown, to->line, to->n * sizeof(*grown));
		to->line = grown;
	}
	to->line[to->n++] = line;
}

static void
join(GString *out, struct nb_str label, struct nb_str text)
{
	if (label.n + text.n == 0)
		return;
	if (out->len > 0)
		g_string_append_c(out, '\n');
	g_string_append_len(out, label.p, (gssize)label.n);
	g_string_append_len(out, text.p, (gssize)text.n);
}

static void
join_table(GString *out, const struct nb_raw_table *t)
{
	for (uint32_t r = 0; r < t->n; r++)
		for (uint32_t c = 0; c < t->row[r].n; c++)
			join(out, NB_S(""), t->row[r].cell[c].text);
}

struct nb_str
nb_lines_join(const struct nb_lines *lines)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (lines->n == 1 && lines->line->table == NULL &&
	    lines->line->label.n == 0)
		return lines->line->text;
	for (uint32_t i = 0; i < lines->n; i++) {
		const struct nb_raw_line *l = &lines->line[i];

		join(out, l->label, l->text);
		if (l->table != NULL)
			join_table(out, l->table);
	}
	return nb_arena_str(
	    lines->arena, (struct nb_str){ out->str, out->len });
}
