/*
 * cli/cmd_list.c - nianbao list: what there is, as tables.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/codes.h"
#include "cli/data.h"
#include "cli/list_words.h"
#include "cli/nearest.h"
#include "cli/outline_show.h"
#include "cli/show.h"
#include "cli/table.h"
#include "diag/render.h"
#include "output/output.h"
#include "style/template.h"

static const GOptionEntry options[] = { NB_OPTION_END };

static const struct nb_example examples[] = {
	{ "nianbao list rules", "全部编号" },
	{ "nianbao list words", "查哪些词，宜作什么" },
	{ "nianbao list outputs", "能写出的种类" },
	{ NULL, NULL },
};

/* Each writes its table; NB_FAILED when the user has been told why not. */
static enum nb_status
list_rules(struct nb_cli *cli, GString *out)
{
	g_autoptr(GPtrArray) all = nb_codes_all();
	g_autofree struct nb_table_row *row =
	    g_new0(struct nb_table_row, all->len);

	(void)cli;
	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];

		row[i] = (struct nb_table_row){ { code->id,
		    nb_severity_word(code->severity),
		    code->fixable ? "可代改" : "—", code->name, code->title } };
	}
	nb_table_write(out, "", row, all->len);
	return NB_OK;
}

static enum nb_status
list_outputs(struct nb_cli *cli, GString *out)
{
	g_autofree struct nb_table_row *row =
	    g_new0(struct nb_table_row, nb_n_outputs);
	size_t n = 0;

	(void)cli;
	for (size_t i = 0; i < nb_n_outputs; i++)
		if (!nb_outputs[i].unlisted)
			row[n++] = (struct nb_table_row){ { nb_outputs[i].name,
			    nb_outputs[i].title } };
	nb_table_write(out, "", row, n);
	return NB_OK;
}

static enum nb_status
list_formats(struct nb_cli *cli, GString *out)
{
	g_autofree struct nb_table_row *row =
	    g_new0(struct nb_table_row, nb_n_renderers);

	(void)cli;
	for (size_t i = 0; i < nb_n_renderers; i++)
		row[i] = (struct nb_table_row){ { nb_renderers[i].name,
		    nb_renderers[i].title } };
	nb_table_write(out, "", row, nb_n_renderers);
	return NB_OK;
}

/* The chunk keeps what the rows point to. */
static const char *
keep(GStringChunk *chunk, struct nb_str s)
{
	return g_string_chunk_insert_len(chunk, s.p, (gssize)s.n);
}

static void
add_outlines(GArray *rows, GStringChunk *chunk, struct nb_data *data)
{
	g_autoptr(GPtrArray) names = nb_data_names(data, NB_OUTLINE_FILE);

	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		struct nb_table_row row = { { "大纲",
		    g_string_chunk_insert(chunk, name) } };

		if (nb_data_outline(data, name) == NB_OK)
			row.cell[2] = keep(chunk, data->outline->title);
		g_array_append_val(rows, row);
	}
}

static void
add_templates(GArray *rows, GStringChunk *chunk, struct nb_data *data)
{
	g_autoptr(GPtrArray) names = nb_data_names(data, NB_TEMPLATE_FILE);

	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		struct nb_table_row row = { { "版式",
		    g_string_chunk_insert(chunk, name) } };

		if (nb_data_template(data, name) == NB_OK)
			row.cell[2] = keep(chunk, data->template->name);
		g_array_append_val(rows, row);
	}
}

static enum nb_status
list_templates(struct nb_cli *cli, GString *out)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(256);
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	struct nb_data data;
	bool ok;

	nb_data_init(&data);
	add_outlines(rows, chunk, &data);
	add_templates(rows, chunk, &data);
	nb_table_write(
	    out, "", (const struct nb_table_row *)rows->data, rows->len);
	if (rows->len == 0)
		nb_cli_complain(cli, "“%s”里没有模板", data.dir);
	nb_show_trouble(cli, &data.diags);
	ok = rows->len > 0 && data.diags.n[NB_ERROR] == 0;
	nb_data_clear(&data);
	return ok ? NB_OK : NB_FAILED;
}

static enum nb_status
list_outlines(struct nb_cli *cli, GString *out)
{
	g_autoptr(GPtrArray) names = NULL;
	struct nb_data data;
	bool ok;

	nb_data_init(&data);
	names = nb_data_names(&data, NB_OUTLINE_FILE);
	for (guint i = 0; i < names->len; i++) {
		if (nb_data_outline(&data, names->pdata[i]) != NB_OK)
			continue;
		if (i > 0)
			g_string_append_c(out, '\n');
		nb_outline_show(out, names->pdata[i], data.outline);
	}
	if (names->len == 0)
		nb_cli_complain(cli, "“%s”里没有大纲", data.dir);
	nb_show_trouble(cli, &data.diags);
	ok = names->len > 0 && data.diags.n[NB_ERROR] == 0;
	nb_data_clear(&data);
	return ok ? NB_OK : NB_FAILED;
}

static enum nb_status
list_words(struct nb_cli *cli, GString *out)
{
	struct nb_data data;
	enum nb_status status;

	nb_data_init(&data);
	status = nb_data_lexicon(&data, NULL);
	if (status == NB_OK)
		nb_words_write(out, data.lexicon);
	nb_show_trouble(cli, &data.diags);
	nb_data_clear(&data);
	return status;
}

static const struct topic {
	const char *name;
	enum nb_status (*list)(struct nb_cli *cli, GString *out);
} topics[] = {
	{ "rules", list_rules },
	{ "words", list_words },
	{ "templates", list_templates },
	{ "outlines", list_outlines },
	{ "outputs", list_outputs },
	{ "formats", list_formats },
};

static const struct topic *
find(struct nb_cli *cli, const char *word)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (size_t i = 0; i < NB_COUNT(topics); i++) {
		if (g_str_equal(topics[i].name, word))
			return &topics[i];
		g_ptr_array_add(names, (void *)topics[i].name);
	}
	nb_nearest_complain(cli, "这张表", word, names);
	return NULL;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	const struct topic *topic = find(cli, args->operand[0]);
	g_autoptr(GString) out = g_string_new(NULL);
	enum nb_status status;

	if (topic == NULL)
		return NB_EXIT_FAILED;
	status = topic->list(cli, out);
	nb_sink_string(&cli->out, out);
	return status == NB_OK ? NB_EXIT_OK : NB_EXIT_FAILED;
}

const struct nb_cmd nb_cmd_list = {
	.name = "list",
	.title = "列表：全部编号、词表、模板、大纲、能写出的种类、列问题的格式",
	.operand = "rules|words|templates|outlines|outputs|formats",
	.least = 1,
	.most = 1,
	.option = options,
	.example = examples,
	.run = run,
};
