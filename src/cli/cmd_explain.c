/*
 * cli/cmd_explain.c - nianbao explain: what a code means, why, on what it
 * stands and how to mend it.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/codes.h"
#include "cli/table.h"

static const GOptionEntry options[] = { NB_OPTION_END };

static const struct nb_example examples[] = {
	{ "nianbao explain", "有哪几组" },
	{ "nianbao explain S", "一组" },
	{ "nianbao explain S01", "一条" },
	{ "nianbao explain all", "全部" },
	{ NULL, NULL },
};

/* The lines of a text, each moved in; nothing when there is no text. */
static void
write_part(GString *out, const char *title, const char *text)
{
	g_auto(GStrv) line = g_strsplit(text, "\n", -1);

	if (*text == '\0')
		return;
	g_string_append_printf(out, "\n%s：\n", title);
	for (char **l = line; *l != NULL; l++)
		g_string_append_printf(out, "  %s\n", *l);
}

/* tests/lint/codes.py sees to it that there is one. */
static const struct nb_code_group *
group_of(const struct nb_code *code)
{
	const char letter[] = { code->id[0], '\0' };
	const struct nb_code_group *group = nb_code_group_find(letter);

	nb_assert(group != NULL);
	return group;
}

static void
write_code(GString *out, const struct nb_code *code)
{
	g_string_append_printf(out, "%s %s（%s）\n%s\n", code->id, code->name,
	    nb_severity_word(code->severity), code->title);
	write_part(out, "为什么", code->why);
	write_part(out, "依据", code->basis);
	write_part(out, "怎样改", code->help);
	write_part(out, "能否代改",
	    code->fixable ? "能，用 nianbao fix" : "不能，斟酌后自己改");
	write_part(out, "哪一组", group_of(code)->title);
}

/* The codes of a group, a line each. */
static void
write_group(
    GString *out, const GPtrArray *all, const struct nb_code_group *group)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));

	g_string_append_printf(out, "%c %s\n\n", group->letter, group->title);
	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];
		const struct nb_table_row row = { { code->id,
		    nb_severity_word(code->severity), code->title } };

		if (nb_code_group_has(group, code))
			g_array_append_val(rows, row);
	}
	nb_table_write(
	    out, "  ", (const struct nb_table_row *)rows->data, rows->len);
}

/* All groups, and how many codes each has. */
static void
write_groups(GString *out, const GPtrArray *all)
{
	for (size_t k = 0; k < nb_n_code_groups; k++) {
		const struct nb_code_group *group = &nb_code_groups[k];
		unsigned n = 0;

		for (guint i = 0; i < all->len; i++)
			n += nb_code_group_has(group, all->pdata[i]);
		if (n > 0)
			g_string_append_printf(out, "%c  %s（%u 条）\n",
			    group->letter, group->title, n);
	}
	g_string_append(out,
	    "\nnianbao explain S 列出一组，nianbao explain S01 说明一条\n");
}

static void
write_all(GString *out, const GPtrArray *all)
{
	for (guint i = 0; i < all->len; i++) {
		if (i > 0)
			g_string_append(out, "\n\n");
		write_code(out, all->pdata[i]);
	}
}

/* False: there is nothing of that name, and the user has been told. */
static bool
write_word(
    struct nb_cli *cli, GString *out, const GPtrArray *all, const char *word)
{
	const struct nb_code_group *group = nb_code_group_find(word);
	const struct nb_code *code = nb_codes_find(all, word);

	if (g_str_equal(word, "all"))
		write_all(out, all);
	else if (group != NULL)
		write_group(out, all, group);
	else if (code != NULL)
		write_code(out, code);
	else
		nb_codes_complain(cli, all, word);
	return group != NULL || code != NULL || g_str_equal(word, "all");
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	g_autoptr(GPtrArray) all = nb_codes_all();
	g_autoptr(GString) out = g_string_new(NULL);

	if (args->n_operands == 0)
		write_groups(out, all);
	for (unsigned i = 0; i < args->n_operands; i++) {
		if (i > 0)
			g_string_append(out, "\n\n");
		if (!write_word(cli, out, all, args->operand[i]))
			return NB_EXIT_FAILED;
	}
	nb_sink_string(&cli->out, out);
	return NB_EXIT_OK;
}

const struct nb_cmd nb_cmd_explain = {
	.name = "explain",
	.title = "说明一个编号：查什么、为什么、依据哪一条、怎样改",
	.operand = "[编号|组]…",
	.least = 0,
	.most = G_MAXUINT,
	.about = "什么也不写就列出各组；写 all 就说明全部编号。",
	.option = options,
	.example = examples,
	.run = run,
};
