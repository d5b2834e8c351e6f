#include "cli/help.h"

#include "cli/table.h"

static const struct nb_table_row exits[] = {
	{ { "0", "没有问题，或只有警告和提示" } },
	{ { "1", "有错误；用了 --strict 时，有警告也是 1" } },
	{ { "2", "没能工作：用法不对、文件读不了、缺字体、磁盘已满" } },
};

static const struct nb_table_row everywhere[] = {
	{ { "--help", "这份说明；写在命令后面就是那个命令的说明" } },
	{ { "--version", "版本" } },
};

static const struct nb_table_row start[] = {
	{ { "nianbao check 年报.yaml", "查错" } },
	{ { "nianbao render 年报.yaml", "排版成 年报.pdf" } },
	{ { "nianbao explain S01", "看编号 S01 的问题是什么意思" } },
};

static void
write_section(
    GString *out, const char *title, const struct nb_table_row *row, size_t n)
{
	g_string_append_printf(out, "\n%s：\n", title);
	nb_table_write(out, "  ", row, n);
}

void
nb_help_program(struct nb_sink *to)
{
	g_autoptr(GString) out = g_string_new(
	    "年报：查法治政府建设年度报告，按 GB/T 9704—2012 排版\n\n"
	    "用法：nianbao 命令 [选项] 文件…\n");
	g_autofree struct nb_table_row *row =
	    g_new0(struct nb_table_row, nb_n_cmds);

	for (size_t i = 0; i < nb_n_cmds; i++) {
		row[i].cell[0] = nb_cmds[i]->name;
		row[i].cell[1] = nb_cmds[i]->title;
	}
	write_section(out, "命令", row, nb_n_cmds);
	write_section(out, "选项", everywhere, NB_COUNT(everywhere));
	write_section(out, "从这里开始", start, NB_COUNT(start));
	write_section(out, "退出状态", exits, NB_COUNT(exits));
	nb_sink_string(to, out);
}

/* “-o, --out=文件”, kept in the chunk. */
static const char *
option_words(GStringChunk *chunk, const GOptionEntry *e)
{
	g_autoptr(GString) s = g_string_new(NULL);

	if (e->short_name != '\0')
		g_string_append_printf(s, "-%c, ", e->short_name);
	else
		g_string_append(s, "    ");
	g_string_append_printf(s, "--%s", e->long_name);
	if (e->arg_description != NULL)
		g_string_append_printf(s, "=%s", e->arg_description);
	return g_string_chunk_insert(chunk, s->str);
}

static void
write_options(GString *out, GStringChunk *chunk, const GOptionEntry *option)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	const struct nb_table_row help = { { "    --help", "这份说明" } };

	for (const GOptionEntry *e = option; e->long_name != NULL; e++) {
		struct nb_table_row row = { { option_words(chunk, e),
		    e->description } };

		g_array_append_val(rows, row);
	}
	g_array_append_val(rows, help);
	write_section(
	    out, "选项", (const struct nb_table_row *)rows->data, rows->len);
}

static void
write_exits(GString *out, const char *const *own)
{
	struct nb_table_row row[NB_COUNT(exits)];
	size_t n = 0;

	for (size_t i = 0; i < NB_COUNT(exits); i++) {
		if (own != NULL && own[i] == NULL)
			continue;
		row[n] = exits[i];
		if (own != NULL)
			row[n].cell[1] = own[i];
		n++;
	}
	write_section(out, "退出状态", row, n);
}

static void
write_examples(GString *out, const struct nb_example *example)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));

	for (const struct nb_example *x = example; x->line != NULL; x++) {
		struct nb_table_row row = { { x->line, x->what } };

		g_array_append_val(rows, row);
	}
	write_section(
	    out, "例子", (const struct nb_table_row *)rows->data, rows->len);
}

void
nb_help_command(struct nb_sink *to, const struct nb_cmd *cmd)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(256);

	g_string_append_printf(out, "%s\n\n用法：nianbao %s%s%s%s\n",
	    cmd->title, cmd->name,
	    cmd->option->long_name != NULL ? " [选项]" : "",
	    cmd->operand != NULL ? " " : "",
	    cmd->operand != NULL ? cmd->operand : "");
	if (cmd->about != NULL)
		g_string_append_printf(out, "\n%s\n", cmd->about);
	write_options(out, chunk, cmd->option);
	write_examples(out, cmd->example);
	write_exits(out, cmd->exit);
	nb_sink_string(to, out);
}
