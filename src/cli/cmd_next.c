/*
 * cli/cmd_next.c - nianbao next: next year's file out of last year's.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/fresh.h"
#include "cli/show.h"
#include "cli/target.h"
#include "diag/diag.h"
#include "import/next.h"
#include "source/reader.h"

static const GOptionEntry options[] = {
	NB_OPTION_OUT_YAML,
	NB_OPTION_FORCE,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao next 2023.yaml -o 2024.yaml", "从上年的文件起稿" },
	{ NULL, NULL },
};

/* How the new file names the old one: as the reader of 上年 will find it. */
static char *
name_of(const char *last, const char *out)
{
	g_autofree char *here = g_path_get_dirname(last);
	g_autofree char *there = NULL;

	if (out == NULL || g_str_equal(out, "-"))
		return g_path_get_basename(last);
	there = g_path_get_dirname(out);
	if (g_str_equal(here, there))
		return g_path_get_basename(last);
	if (g_str_equal(there, "."))
		return g_strdup(last);
	return g_canonicalize_filename(last, NULL);
}

/* Why there is no next year, and what to do instead. */
static void
complain(struct nb_cli *cli, const char *last, enum nb_next_fault fault)
{
	switch (fault) {
	case NB_NEXT_FINE:
		return;
	case NB_NEXT_IN_BRACES:
		nb_cli_complain(cli,
		    "“%s”最外层写在花括号里，改成每行一个键才推得出下一年",
		    last);
		return;
	case NB_NEXT_NO_YEAR:
		nb_cli_complain(cli,
		    "“%s”里没有“年度”，推不出下一年；补上一行，如 年度: 2024",
		    last);
		return;
	case NB_NEXT_OUTLINE:
		nb_cli_complain(cli,
		    "“%s”是实施纲要，几年一编，没有下一年；起新的一份用 "
		    "nianbao new --kind 实施纲要",
		    last);
		return;
	case NB_NEXT_YEARS:
		nb_cli_complain(cli,
		    "“%s”的“年度”是起止年份，推不出下一年；写成一年，如 "
		    "年度: 2024",
		    last);
		return;
	case NB_NEXT_TOO_LATE:
		nb_cli_complain(cli, "“%s”的年度是 9999，没有下一年", last);
		return;
	}
	NB_UNREACHABLE();
}

static enum nb_exit
write_next(
    struct nb_cli *cli, const struct nb_args *args, const struct nb_next *next)
{
	const enum nb_exit status = nb_fresh_write(cli, args, next->yaml);

	if (status == NB_EXIT_OK && next->all_rows)
		nb_sink_printf(&cli->err,
		    "任务表没有写“进展”，不知道做完了哪些，各行都留下了："
		    "做完的请删\n");
	return status;
}

static enum nb_exit
carry_over(struct nb_cli *cli, const struct nb_args *args,
    struct nb_arena *arena, struct nb_diags *d)
{
	const char *last = args->operand[0];
	g_autofree char *name = name_of(last, args->out);
	const struct nb_text *text;
	const struct nb_node *root;
	enum nb_next_fault fault;
	struct nb_next next;

	if (nb_source_open(arena, last, d, &text) != NB_OK)
		return NB_EXIT_FAILED;
	root = nb_source_yaml(arena, text, d);
	if (d->n[NB_ERROR] > 0) {
		nb_cli_complain(
		    cli, "“%s”有写错的地方，先照 nianbao check 改好", last);
		return NB_EXIT_FAILED;
	}
	fault = nb_next(arena, text, root, nb_str_z(name), &next);
	complain(cli, last, fault);
	return fault == NB_NEXT_FINE ? write_next(cli, args, &next)
				     : NB_EXIT_FAILED;
}

/* --force is for an older draft, not for the only copy of last year's. */
static bool
would_lose_last(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->out == NULL || nb_target_is_stdout(args->out) ||
	    !nb_target_is_same(args->operand[0], args->out))
		return false;
	nb_cli_complain(cli, "“%s”就是上年的文件，不能写成它", args->out);
	return true;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_arena *arena;
	struct nb_diags d;
	enum nb_exit status;

	if (would_lose_last(cli, args))
		return NB_EXIT_FAILED;
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	status = carry_over(cli, args, arena, &d);
	nb_show_trouble(cli, &d);
	nb_arena_free(arena);
	return status;
}

const struct nb_cmd nb_cmd_next = {
	.name = "next",
	.title = "从上年的文件起一份今年的稿子",
	.operand = "上年的文件",
	.least = 1,
	.most = 1,
	.about =
	    "年度加一；下年任务变成上年任务，等着写进展；指标的数值移到“上年”；"
	    "任务表里没有完成的留下。\n章、条和注释都在，正文清空；表只留表头和"
	    "第一栏。\n"
	    "上年的问题写在注释里。"
	    "不写 -o 就打印出来。",
	.option = options,
	.example = examples,
	.run = run,
};
