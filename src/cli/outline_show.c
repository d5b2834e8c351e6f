#include "cli/outline_show.h"

#include "cli/table.h"
#include "model/keys.h"
#include "style/outline.h"

enum { INDENT = 2 }; /* of a 子项 [cell] */

static const char *const needs[] = {
	[NB_NEED_MUST] = "必写",
	[NB_NEED_SHOULD] = "应写",
	[NB_NEED_ELSEWHERE] = "应写",
	[NB_NEED_MAY] = "可写",
};

/* Those of the set, or what all of them are called. */
static const char *
list(GStringChunk *chunk, const struct nb_choice *choice, uint32_t set,
    const char *all)
{
	g_autoptr(GString) s = g_string_new(NULL);
	bool every = true;

	for (; choice->word != NULL; choice++)
		if ((set >> choice->value & 1) == 0)
			every = false;
		else
			g_string_append_printf(
			    s, "%s%s", s->len > 0 ? "、" : "", choice->word);
	return every ? all : g_string_chunk_insert(chunk, s->str);
}

static struct nb_table_row
row_of(GStringChunk *chunk, const struct nb_outline_item *item)
{
	g_autofree char *name = g_strdup_printf(
	    "%*s" NB_FMT, (int)(INDENT * item->depth), "", NB_ARG(item->name));

	return (struct nb_table_row){ { g_string_chunk_insert(chunk, name),
	    needs[item->need], list(chunk, nb_kinds, item->kind, "各文种"),
	    list(chunk, nb_levels, item->level, "各级"),
	    g_string_chunk_insert_len(
		chunk, item->basis.p, (gssize)item->basis.n) } };
}

void
nb_outline_show(
    GString *out, const char *name, const struct nb_outline *outline)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);
	g_autofree struct nb_table_row *row =
	    g_new0(struct nb_table_row, outline->n_items + 1);

	g_string_append_printf(
	    out, "%s  " NB_FMT "\n", name, NB_ARG(outline->title));
	row[0] = (struct nb_table_row){ { "大纲项", "要求", "文种", "级别",
	    "依据" } };
	for (uint32_t i = 0; i < outline->n_items; i++)
		row[i + 1] = row_of(chunk, &outline->item[i]);
	nb_table_write(out, "  ", row, outline->n_items + 1);
	if (outline->n_statutory == 0)
		return;
	g_string_append(out, "  法定内容：");
	for (uint32_t i = 0; i < outline->n_statutory; i++)
		g_string_append_printf(out, "%s" NB_FMT, i > 0 ? "、" : "",
		    NB_ARG(outline->statutory[i].name));
	g_string_append_c(out, '\n');
}
