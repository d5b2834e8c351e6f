#include "cli/conform_show.h"

#include "cli/table.h"
#include "diag/render.h"

/* The chunk keeps what the rows point to. */
static const char *
keep(GStringChunk *chunk, struct nb_str s)
{
	return s.n == 0 ? "-"
			: g_string_chunk_insert_len(chunk, s.p, (gssize)s.n);
}

static const char *
keep_measured(GStringChunk *chunk, const struct nb_conform_row *row)
{
	g_autoptr(GString) s = g_string_new(NULL);

	g_string_append_len(s, row->measured.p, (gssize)row->measured.n);
	if (row->house.n != 0)
		g_string_append_printf(s, "%s本单位：" NB_FMT,
		    s->len > 0 ? "；" : "", NB_ARG(row->house));
	return s->len > 0 ? g_string_chunk_insert(chunk, s->str) : "-";
}

static void
append_counts(GString *out, const struct nb_conform *sheet)
{
	g_string_append_printf(out, "共 %u 条：", sheet->n);
	for (size_t i = 0; i < NB_VERDICTS; i++)
		g_string_append_printf(out, "%s%s %u", i > 0 ? "，" : "",
		    nb_verdict_word((enum nb_verdict)i), sheet->count[i]);
	g_string_append_c(out, '\n');
}

void
nb_conform_table(GString *out, const struct nb_conform *sheet)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(4096);
	g_autofree struct nb_table_row *line =
	    g_new0(struct nb_table_row, sheet->n + 1);

	line[0] =
	    (struct nb_table_row){ { "条", "项目", "结论", "要求", "实测" } };
	for (uint32_t i = 0; i < sheet->n; i++) {
		const struct nb_conform_row *row = &sheet->row[i];

		line[i + 1] = (struct nb_table_row){ { keep(chunk, row->clause),
		    keep(chunk, row->what), nb_verdict_word(row->verdict),
		    keep(chunk, row->asked), keep_measured(chunk, row) } };
	}
	g_string_append_printf(
	    out, "版式：" NB_FMT "\n", NB_ARG(sheet->template));
	nb_table_write(out, "", line, sheet->n + 1);
	append_counts(out, sheet);
}

void
nb_conform_concise(
    GString *out, const char *file, const struct nb_conform *sheet)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);

	for (uint32_t i = 0; i < sheet->n; i++) {
		const struct nb_conform_row *row = &sheet->row[i];

		if (row->verdict != NB_VERDICT_BAD &&
		    row->verdict != NB_VERDICT_HOUSE)
			continue;
		g_string_append_printf(out,
		    "%s: %s [" NB_FMT "] " NB_FMT "：要求 " NB_FMT
		    "，实测 %s\n",
		    file, nb_verdict_word(row->verdict), NB_ARG(row->clause),
		    NB_ARG(row->what), NB_ARG(row->asked),
		    keep_measured(chunk, row));
	}
}

static void
append_field(GString *out, const char *name, struct nb_str value)
{
	g_string_append_printf(out, ",\"%s\":", name);
	nb_render_json_string(out, value);
}

void
nb_conform_json(GString *out, const char *file, const struct nb_conform *sheet)
{
	for (uint32_t i = 0; i < sheet->n; i++) {
		const struct nb_conform_row *row = &sheet->row[i];

		g_string_append(out, "{\"type\":\"conform\"");
		append_field(out, "file", nb_str_z(file));
		append_field(out, "template", sheet->template);
		append_field(out, "clause", row->clause);
		append_field(out, "item", row->what);
		append_field(out, "asked", row->asked);
		append_field(out, "measured", row->measured);
		append_field(out, "house", row->house);
		append_field(
		    out, "verdict", nb_str_z(nb_verdict_name(row->verdict)));
		g_string_append(out, "}\n");
	}
}
