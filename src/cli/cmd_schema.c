/*
 * cli/cmd_schema.c - nianbao schema: the keys of a report, for editors.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "model/schema.h"

static const GOptionEntry options[] = { NB_OPTION_END };

static const struct nb_example examples[] = {
	{ "nianbao schema > nianbao.schema.json",
	    "在编辑器里登记后，写 YAML 时有提示和校验" },
	{ NULL, NULL },
};

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	g_autoptr(GString) out = g_string_new(NULL);

	(void)args;
	nb_schema_json(out);
	nb_sink_string(&cli->out, out);
	return NB_EXIT_OK;
}

const struct nb_cmd nb_cmd_schema = {
	.name = "schema",
	.title = "打印报告文件的 JSON Schema，供编辑器用",
	.option = options,
	.example = examples,
	.run = run,
};
