#include "cli/args.h"

#include "cli/nearest.h"
#include "cli/sheet.h"

#include <string.h>

/* The table with real addresses, behind it --help and the operands. */
static GOptionEntry *
bind(const GOptionEntry *option, struct nb_args *args)
{
	GArray *a = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
	const GOptionEntry more[] = {
		{ "help", 'h', 0, G_OPTION_ARG_NONE, &args->help, NULL, NULL },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
		    &args->operand, NULL, NULL },
	};

	for (const GOptionEntry *e = option; e->long_name != NULL; e++) {
		GOptionEntry bound = *e;

		bound.arg_data = (char *)args + GPOINTER_TO_SIZE(e->arg_data);
		g_array_append_val(a, bound);
	}
	g_array_append_vals(a, more, NB_COUNT(more));
	return (GOptionEntry *)g_array_free(a, FALSE);
}

/*
 * The word that GOption complains about stands last in its message, which is
 * never translated: the program does not call setlocale.
 */
static const char *
word_behind(const char *message, const char *lead)
{
	return g_str_has_prefix(message, lead) ? message + strlen(lead) : NULL;
}

static void
complain_unknown(struct nb_cli *cli, const struct nb_cmd *cmd, const char *word)
{
	g_autofree char *name = g_strndup(word, strcspn(word, "="));
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	const char *near;

	for (const GOptionEntry *e = cmd->option; e->long_name != NULL; e++)
		g_ptr_array_add(names, g_strconcat("--", e->long_name, NULL));
	g_ptr_array_add(names, g_strdup("--help"));
	near = nb_nearest(name, names);
	if (near == NULL)
		nb_cli_complain(cli, "不认识的选项“%s”", name);
	else
		nb_cli_complain(
		    cli, "不认识的选项“%s”，是否想写“%s”？", name, near);
}

static bool
is_flag(const struct nb_cmd *cmd, const char *word)
{
	if (!g_str_has_prefix(word, "--"))
		return false;
	for (const GOptionEntry *e = cmd->option; e->long_name != NULL; e++) {
		if (e->arg == G_OPTION_ARG_NONE &&
		    g_str_equal(e->long_name, word + 2))
			return true;
	}
	return false;
}

/* GOption takes “--strict=no” for “--strict”. */
static bool
has_no_idle_value(
    struct nb_cli *cli, const struct nb_cmd *cmd, char *const *word)
{
	for (; *word != NULL && !g_str_equal(*word, "--"); word++) {
		g_auto(GStrv) part = g_strsplit(*word, "=", 2);

		if (part[0] == NULL || part[1] == NULL ||
		    !is_flag(cmd, part[0]))
			continue;
		nb_cli_complain(cli, "选项“%s”后面不带值", part[0]);
		return false;
	}
	return true;
}

static void
complain(struct nb_cli *cli, const struct nb_cmd *cmd, const char *message)
{
	const char *word;

	if ((word = word_behind(message, "Unknown option ")) != NULL)
		complain_unknown(cli, cmd, word);
	else if ((word = word_behind(message, "Missing argument for ")) != NULL)
		nb_cli_complain(cli, "选项“%s”后面缺少值", word);
	else
		nb_cli_complain(cli, "选项不对：%s", message);
}

/* *.yaml names the review sheets too; no command works on them. */
static void
drop_sheets(struct nb_cli *cli, struct nb_args *args)
{
	const unsigned all = args->n_operands;
	g_autofree char *last = NULL;
	unsigned n = 0;

	for (unsigned i = 0; i < all; i++) {
		char *operand = args->operand[i];

		if (g_str_has_suffix(operand, NB_SHEET_SUFFIX)) {
			g_free(last);
			last = operand;
		} else {
			args->operand[n++] = operand;
		}
	}
	args->operand[n] = NULL;
	args->n_operands = n;
	if (all - n == 1)
		nb_cli_complain(cli, "“%s”是审核意见，不是报告，略过了", last);
	else if (last != NULL)
		nb_cli_complain(cli, "%u 份审核意见不是报告，略过了", all - n);
}

static bool
has_right_number(
    struct nb_cli *cli, const struct nb_cmd *cmd, const struct nb_args *args)
{
	if (args->help)
		return true;
	if (args->n_operands < cmd->least)
		nb_cli_complain(
		    cli, "%s 后面要写：%s", cmd->name, cmd->operand);
	else if (args->n_operands > cmd->most)
		nb_cli_complain(cli, "多写了“%s”", args->operand[cmd->most]);
	else
		return true;
	return false;
}

/* --color decides instead of the terminal. */
static bool
take_colour(struct nb_cli *cli, const char *when)
{
	if (when == NULL || g_str_equal(when, "auto"))
		return true;
	if (!g_str_equal(when, "always") && !g_str_equal(when, "never")) {
		nb_cli_complain(cli,
		    "--color 后面要写 auto、always 或 never，不是“%s”", when);
		return false;
	}
	cli->out.colour = g_str_equal(when, "always");
	return true;
}

bool
nb_args_parse(struct nb_cli *cli, const struct nb_cmd *cmd, char **word,
    struct nb_args *ret)
{
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autofree GOptionEntry *entry = bind(cmd->option, ret);
	g_auto(GStrv) rest = g_strdupv(word);
	bool ok;

	*ret = (struct nb_args){ 0 };
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entry, NULL);
	ok = g_option_context_parse_strv(context, &rest, &error);
	if (ret->operand == NULL)
		ret->operand = g_new0(char *, 1);
	ret->n_operands = g_strv_length(ret->operand);
	if (!ok)
		complain(cli, cmd, error->message);
	drop_sheets(cli, ret);
	ok = ok && has_no_idle_value(cli, cmd, word) &&
	    has_right_number(cli, cmd, ret) && take_colour(cli, ret->colour);
	if (!ok)
		nb_cli_complain(cli, "用法见 nianbao %s --help", cmd->name);
	return ok;
}

void
nb_args_clear(struct nb_args *args)
{
	g_free(args->format);
	g_free(args->outline);
	g_free(args->words);
	g_free(args->template);
	g_free(args->out);
	g_free(args->to);
	g_free(args->level);
	g_free(args->baseline);
	g_free(args->sheet);
	g_free(args->write_baseline);
	g_free(args->colour);
	g_strfreev(args->select);
	g_strfreev(args->ignore);
	g_free(args->kind);
	g_free(args->organ);
	g_free(args->year);
	g_free(args->log);
	g_free(args->jobs);
	g_free(args->port);
	g_free(args->from);
	g_free(args->shard);
	g_free(args->report);
	g_free(args->name);
	g_free(args->bind);
	g_free(args->index);
	g_free(args->pdfa);
	g_strfreev(args->operand);
}
