/*
 * cli/cmd_explain.c - nianbao explain: what a code means, why, on what it
 * stands and how to mend it.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/codes.h"
#include "cli/nearest.h"

static const GOptionEntry options[] = { NB_OPTION_END };

static const struct nb_example examples[] = {
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

static void
write_code(GString *out, const struct nb_code *code)
{
	g_string_append_printf(out, "%s %s（%s）\n%s\n", code->id, code->name,
	    nb_severity_word(code->severity), code->title);
	write_part(out, "为什么", code->why);
	write_part(out, "依据", code->basis);
	write_part(out, "怎样改", code->help);
}

static void
complain(struct nb_cli *cli, const GPtrArray *all, const char *word)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *upper = g_ascii_strup(word, -1);
	const char *near;

	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];

		g_ptr_array_add(ids, (void *)code->id);
		g_ptr_array_add(names, (void *)code->name);
	}
	near = nb_nearest(upper, ids);
	if (near == NULL)
		near = nb_nearest(word, names);
	if (near != NULL)
		nb_cli_complain(cli,
		    "没有“%s”这个编号，是否想写“%s”？全部编号见 "
		    "nianbao list rules",
		    word, near);
	else
		nb_cli_complain(cli,
		    "没有“%s”这个编号，全部编号见 nianbao list rules", word);
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

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	g_autoptr(GPtrArray) all = nb_codes_all();
	g_autoptr(GString) out = g_string_new(NULL);

	for (unsigned i = 0; i < args->n_operands; i++) {
		const char *word = args->operand[i];
		const struct nb_code *code = nb_codes_find(all, word);

		if (i > 0)
			g_string_append(out, "\n\n");
		if (g_str_equal(word, "all")) {
			write_all(out, all);
		} else if (code != NULL) {
			write_code(out, code);
		} else {
			complain(cli, all, word);
			return NB_EXIT_FAILED;
		}
	}
	nb_sink_string(&cli->out, out);
	return NB_EXIT_OK;
}

const struct nb_cmd nb_cmd_explain = {
	.name = "explain",
	.title = "说明一个编号：查什么、为什么、依据哪一条、怎样改",
	.operand = "编号…|all",
	.least = 1,
	.most = G_MAXUINT,
	.option = options,
	.example = examples,
	.run = run,
};
