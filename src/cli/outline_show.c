#include "cli/outline_show.h"

#include "cli/table.h"
#include "style/outline.h"

enum { INDENT = 2 }; /* of a 子项 [cell] */

static const char *const kinds[] = {
	[NB_KIND_REPORT] = "年度报告",
	[NB_KIND_PLAN] = "工作方案",
	[NB_KIND_OUTLINE] = "实施纲要",
};

static const char *const levels[] = {
	[NB_LEVEL_STREET] = "街道",
	[NB_LEVEL_TOWN] = "乡镇",
	[NB_LEVEL_DISTRICT] = "区县",
	[NB_LEVEL_DEPARTMENT] = "部门",
};

static const char *const needs[] = {
	[NB_NEED_MUST] = "必写",
	[NB_NEED_SHOULD] = "应写",
	[NB_NEED_ELSEWHERE] = "应写",
	[NB_NEED_MAY] = "可写",
};

/* Those of the n names that are set, or what all of them are called. */
static const char *
list(GStringChunk *chunk, const char *const *name, const bool *set, size_t n,
    const char *all)
{
	g_autoptr(GString) s = g_string_new(NULL);
	size_t n_set = 0;

	for (size_t i = 0; i < n; i++) {
		if (!set[i])
			continue;
		g_string_append_printf(
		    s, "%s%s", n_set > 0 ? "、" : "", name[i]);
		n_set++;
	}
	return n_set == n ? all : g_string_chunk_insert(chunk, s->str);
}

static struct nb_table_row
row_of(GStringChunk *chunk, const struct nb_outline_item *item)
{
	g_autofree char *name = g_strdup_printf(
	    "%*s" NB_FMT, (int)(INDENT * item->depth), "", NB_ARG(item->name));

	return (struct nb_table_row){ { g_string_chunk_insert(chunk, name),
	    needs[item->need],
	    list(chunk, kinds, item->kind, NB_COUNT(kinds), "各文种"),
	    list(chunk, levels, item->level, NB_COUNT(levels), "各级"),
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
