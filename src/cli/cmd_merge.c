/*
 * cli/cmd_merge.c - nianbao merge-reports: the reports of several machines
 * become one.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/batch/index.h"
#include "cli/batch/merge.h"

static const GOptionEntry options[] = {
	NB_OPTION(
	    'o', "out", FILENAME, out, "写到这个文件；不写就打印出来", "文件"),
	NB_OPTION(0, "index", FILENAME, index,
	    "把全部输出的目录 index.html、index.csv 写到这个文件夹", "文件夹"),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao merge-reports 1.jsonl 2.jsonl -o 全部.jsonl",
	    "两台机器的合成一份" },
	{ "nianbao merge-reports *.jsonl -o 全部.jsonl --index 存档",
	    "再写出整个存档的目录" },
	{ NULL, NULL },
};

static bool
write_all(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_merge *m, const GPtrArray *record)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_report_head head = m->head;

	head.shard = head.shards = 1;
	head.documents = record->len;
	nb_report_head_write(out, &head);
	for (guint i = 0; i < record->len; i++)
		nb_record_write(out, record->pdata[i]);
	return nb_index_file(cli, args->out != NULL ? args->out : "-", out);
}

/* Of files that are no reports the index says nothing. */
static bool
write_index(struct nb_cli *cli, const char *folder, const GPtrArray *record)
{
	g_autoptr(GPtrArray) shown = g_ptr_array_new();

	if (folder == NULL)
		return true;
	for (guint i = 0; i < record->len; i++) {
		const struct nb_record *r = record->pdata[i];

		if (r->done != NB_DONE_PASSED)
			g_ptr_array_add(shown, record->pdata[i]);
	}
	return nb_index_write(cli, folder, shown);
}

static enum nb_exit
finish(struct nb_cli *cli, const struct nb_args *args, const struct nb_merge *m)
{
	g_autoptr(GPtrArray) record = nb_merge_records(m);
	g_autoptr(GPtrArray) fault = nb_merge_faults(m);

	if (!write_all(cli, args, m, record) ||
	    !write_index(cli, args->index, record))
		return NB_EXIT_FAILED;
	for (guint i = 0; i < fault->len; i++)
		nb_cli_complain(cli, "%s", (const char *)fault->pdata[i]);
	nb_sink_printf(&cli->err, "%u 份报告，清单 %u 份文件，合到 %u 份%s\n",
	    args->n_operands, m->head.total, record->len,
	    fault->len == 0 ? "，没有缺漏" : "");
	return fault->len == 0 ? NB_EXIT_OK : NB_EXIT_FINDINGS;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_merge m;
	bool ok = true;

	nb_merge_init(&m);
	for (unsigned i = 0; i < args->n_operands && ok; i++)
		ok = nb_merge_add(&m, cli, args->operand[i]);
	if (ok)
		status = finish(cli, args, &m);
	nb_merge_clear(&m);
	return status;
}

const struct nb_cmd nb_cmd_merge = {
	.name = "merge-reports",
	.title = "几台机器分着做的报告合成一份，查有没有缺漏和重复",
	.operand = "报告…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "报告由 nianbao batch --report 写出。有缺漏或重复，"
		 "照样合，退出状态是 1。",
	.option = options,
	.example = examples,
	.run = run,
};
