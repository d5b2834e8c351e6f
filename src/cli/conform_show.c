#include "cli/conform_show.h"

#include "base/arena.h"
#include "cli/table.h"
#include "diag/render.h"

/* A NUL-terminated copy; a dash stands for nothing. */
static const char *
keep(struct nb_arena *a, struct nb_str s)
{
	return s.n == 0 ? "-" : nb_arena_str(a, s).p;
}

void
nb_conform_table(
    GString *out, struct nb_arena *a, const struct nb_conform *sheet)
{
	struct nb_table_row *line =
	    nb_new_n(a, struct nb_table_row, sheet->n + 1);
	const struct nb_str counts = nb_conform_counts(a, sheet);

	line[0] =
	    (struct nb_table_row){ { "条", "项目", "结论", "要求", "实测" } };
	for (uint32_t i = 0; i < sheet->n; i++) {
		const struct nb_conform_row *row = &sheet->row[i];

		line[i + 1] = (struct nb_table_row){ { keep(a, row->clause),
		    keep(a, row->what), nb_verdict_word(row->verdict),
		    keep(a, row->asked),
		    keep(a, nb_conform_measured(a, row)) } };
	}
	g_string_append_printf(
	    out, "版式：" NB_FMT "\n", NB_ARG(sheet->template));
	nb_table_write(out, "", line, sheet->n + 1);
	g_string_append_printf(out, NB_FMT "\n", NB_ARG(counts));
}

void
nb_conform_concise(GString *out, struct nb_arena *a, const char *file,
    const struct nb_conform *sheet)
{
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
		    keep(a, nb_conform_measured(a, row)));
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
