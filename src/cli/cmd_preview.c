/*
 * cli/cmd_preview.c - nianbao preview: the report in a browser, as it is being
 * written.  What it takes is in a part of its own.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/preview/preview.h"
#include "cli/show.h"
#include "diag/diag.h"

static const GOptionEntry options[] = {
	NB_OPTION(0, "port", FILENAME, port, "用这个端口；不写就由系统挑一个",
	    "端口"),
	NB_OPTIONS_CODES,
	NB_OPTION_OUTLINE,
	NB_OPTION_WORDS,
	NB_OPTION_TEMPLATE,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao preview 年报.yaml", "边写边看：一存盘，页面就换" },
	{ "nianbao preview 各街道/", "一个文件夹，问题多的在前" },
	{ NULL, NULL },
};

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	const struct nb_live_part *part = &nb_live_part;
	struct nb_arena *a = nb_arena_new();
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (part == NULL)
		part = nb_part_load("nianbao-live.so", "nb_live_part", &d);
	nb_show_trouble(cli, &d);
	if (part != NULL)
		status = part->run(cli, args);
	nb_arena_free(a);
	return status;
}

static const char *const exits[] = {
	"看完了，按 Ctrl-C 结束",
	NULL,
	"没能工作：用法不对、没有这个文件、端口用不了、缺字体",
};

const struct nb_cmd nb_cmd_preview = {
	.name = "preview",
	.title = "在浏览器里看：排好的页，旁边是问题，一存盘就更新",
	.operand = "文件|文件夹",
	.least = 1,
	.most = 1,
	.about = "只在本机上看得到，地址里有一段随机的字；不联网，不改文件。",
	.option = options,
	.example = examples,
	.exit = exits,
	.run = run,
};
