/*
 * cli/cmd_batch.c - nianbao batch: check and typeset whole folders.
 */
#include "cli/cmd.h"

#include "cli/archive/carry.h"
#include "cli/args.h"
#include "cli/batch/bind.h"
#include "cli/batch/key.h"
#include "cli/batch/manifest.h"
#include "cli/batch/run.h"
#include "cli/data.h"
#include "cli/show.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "font/font.h"

enum { JOBS_MOST = 1024 };

static const GOptionEntry options[] = {
	NB_OPTION('o', "out", FILENAME, out,
	    "写到这个文件夹，原来的子文件夹照样保留", "文件夹"),
	NB_OPTION('t', "to", FILENAME, to,
	    "输出的种类，不写就是 pdf；见 nianbao list outputs", "种类"),
	NB_OPTION(0, "from", FILENAME, from, "先做这个清单里的文件，一行一个",
	    "清单"),
	NB_OPTION(0, "name", FILENAME, name,
	    "输出的文件名，可用 "
	    "{年度}{机关}{文种}{标题}{档号}{序号}{原名}",
	    "样式"),
	NB_OPTION('j', "jobs", FILENAME, jobs,
	    "同时做几份，不写就是处理器的个数", "个数"),
	NB_OPTION(0, "resume", NONE, resume,
	    "没有变化、输出也完好的跳过；中断了的接着做", NULL),
	NB_OPTION(0, "shard", FILENAME, shard,
	    "只做 N 份里的第 K 份，K 从 1 起，供多台机器分着做", "K/N"),
	NB_OPTION(0, "report", FILENAME, report,
	    "每份的结果记到这里，一行一个 JSON", "文件"),
	NB_OPTION(
	    0, "bind", FILENAME, bind, "另外合订成一册，前面有目录", "文件"),
	NB_OPTION(0, "import", NONE, import,
	    "文本、网页、Word 旧稿也做：先转成 YAML，写在输出旁边", NULL),
	NB_OPTION(0, "mark", NONE, mark, "转旧稿时拿不准的地方，在旁边写上注释",
	    NULL),
	NB_OPTION(0, "simplify", NONE, simplify, "转旧稿时繁体转成简体", NULL),
	NB_OPTION_PDFA,
	NB_OPTION(0, "strict", NONE, strict, "有错误或警告就不排版", NULL),
	NB_OPTION(0, "conform", NONE, conform,
	    "后面附一份版面核对表，不编页码，不算报告的页", NULL),
	NB_OPTION_REVIEW,
	NB_OPTION('f', "format", FILENAME, format,
	    "列出每个问题，用这种格式；不写就只列有错误的文件", "格式"),
	NB_OPTION_NOTES,
	NB_OPTION_LEVEL,
	NB_OPTIONS_CODES,
	NB_OPTION_OUTLINE,
	NB_OPTION_WORDS,
	NB_OPTION_TEMPLATE,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao batch 各街道/ -o 存档", "文件夹里的全部报告" },
	{ "nianbao batch 各街道/ -o 存档 --resume", "只做新的和改过的" },
	{ "nianbao batch @清单.txt -o 存档 --name '{年度}-{机关}.pdf'",
	    "清单里的，按年度和机关起名" },
	{ "find . -name '*.yaml' | nianbao batch - -o 存档",
	    "清单来自标准输入" },
	{ "nianbao batch 报告/ -o 存档 --shard 2/8 --report 2.jsonl",
	    "八台机器里的第二台" },
	{ "nianbao batch 报告/ -o 存档 --bind 存档/汇编.pdf", "合订成一册" },
	{ NULL, NULL },
};

/* False, and the user has been told, when it is no number of threads. */
static bool
read_jobs(struct nb_cli *cli, const char *word, unsigned *ret)
{
	guint64 n;

	*ret = g_get_num_processors();
	if (word == NULL)
		return true;
	if (!g_ascii_string_to_unsigned(word, 10, 1, JOBS_MOST, &n, NULL)) {
		nb_cli_complain(cli, "--jobs 后面要写 1 到 %d 的数，不是“%s”",
		    JOBS_MOST, word);
		return false;
	}
	*ret = (unsigned)n;
	return true;
}

static bool
read_shard(struct nb_cli *cli, const char *word, struct nb_shard *ret)
{
	*ret = (struct nb_shard){ 1, 1 };
	if (word == NULL || nb_shard_read(word, ret))
		return true;
	nb_cli_complain(
	    cli, "--shard 后面要写 K/N，如 2/8，K 从 1 到 N，不是“%s”", word);
	return false;
}

/* Options that do not go together, or are missing. */
static bool
is_sound(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->out == NULL)
		nb_cli_complain(cli, "batch 要用 -o 写明输出的文件夹");
	else if (nb_target_is_stdout(args->out))
		nb_cli_complain(cli, "batch 不能写到标准输出");
	else if (args->n_operands == 0 && args->from == NULL)
		nb_cli_complain(cli, "batch 后面要写文件夹、文件或清单");
	else if (args->shard != NULL && args->bind != NULL)
		nb_cli_complain(cli, "--bind 要在一台机器上做，不能用 --shard");
	else if (args->bind != NULL && !nb_bind_may(cli, args))
		return false;
	else if (g_mkdir_with_parents(args->out, 0777) != 0)
		nb_cli_complain(cli, "建不成文件夹“%s”", args->out);
	else
		return true;
	return false;
}

/* For each thread: all is shared but the fonts. */
static bool
open_fonts(struct nb_run *run, struct nb_data *data)
{
	g_autofree char *dir = g_build_filename(data->dir, "fonts", NULL);
	bool ok = true;

	run->data = g_new0(struct nb_data, run->jobs);
	for (unsigned i = 0; i < run->jobs; i++) {
		struct nb_data *own = &run->data[i];

		*own = *data;
		if (i == 0)
			continue;
		own->fonts = NULL;
		ok = ok &&
		    nb_fonts_load(dir, &data->diags, &own->fonts) == NB_OK;
	}
	return ok;
}

static void
close_fonts(struct nb_run *run)
{
	for (unsigned i = 1; i < run->jobs; i++)
		nb_fonts_free(run->data[i].fonts);
	g_free(run->data);
}

static enum nb_exit
run_all(struct nb_run *run)
{
	struct nb_show *show = run->show;
	struct nb_sink *out = &run->cli->out;

	if (run->args->format != NULL)
		nb_show_begin(show, out);
	nb_run_do(run);
	if (run->args->format != NULL) {
		show->rendering.n = run->n_listed;
		show->rendering.n_mendable = run->n_mendable;
		nb_show_summary(show, out, &run->total);
		nb_show_end(show, out);
	}
	return nb_run_finish(run);
}

/* Inputs, places and data are known. */
static enum nb_exit
start(struct nb_run *run, struct nb_data *data)
{
	g_autofree char *key = nb_key_run(data, run->args);
	pthread_mutex_t alone = PTHREAD_MUTEX_INITIALIZER;
	enum nb_exit status = NB_EXIT_FAILED;
	bool carry;

	if (!nb_carry_asked(run->cli, run->args, run->plan->output, &carry))
		return status;
	run->manifest = nb_manifest_open(
	    run->cli, run->args->out, &run->shard, run->args->resume);
	if (run->manifest == NULL)
		return status;
	run->work = (struct nb_work){
		.args = run->args,
		.show = run->show,
		.output = run->plan->output,
		.manifest = run->manifest,
		.folder = run->args->out,
		.key = key,
		.alone = &alone,
		.carry = carry,
	};
	nb_run_init(run);
	run->jobs = CLAMP(run->jobs, 1, MAX(run->n, 1));
	if (open_fonts(run, data))
		status = run_all(run);
	close_fonts(run);
	nb_run_clear(run);
	nb_manifest_close(run->manifest);
	return status;
}

static enum nb_exit
run_list(struct nb_run *run, struct nb_data *data)
{
	struct nb_inputs inputs;
	struct nb_plan plan = { 0 };
	enum nb_exit status = NB_EXIT_FAILED;

	if (run->args->import && nb_data_vocabulary(data) != NB_OK) {
		nb_show_trouble(run->cli, &data->diags);
		return NB_EXIT_FAILED;
	}
	run->inputs = &inputs;
	run->plan = &plan;
	if (nb_inputs_read(&inputs, run->cli, run->args)) {
		if (nb_plan_make(&plan, run->cli, run->args, data->vocabulary,
			&inputs, run->jobs))
			status = start(run, data);
		nb_plan_clear(&plan);
	}
	nb_inputs_clear(&inputs);
	return status;
}

static bool
open_data(struct nb_data *data, struct nb_cli *cli, const struct nb_args *args)
{
	const struct nb_output *output = nb_plan_output(cli, args);

	return output != NULL && nb_typeset_open(data, cli, args, output);
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_show show;
	struct nb_data data;
	struct nb_run r = { .cli = cli, .args = args, .show = &show };
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) &&
	    read_jobs(cli, args->jobs, &r.jobs) &&
	    read_shard(cli, args->shard, &r.shard) && is_sound(cli, args) &&
	    open_data(&data, cli, args))
		status = run_list(&r, &data);
	nb_data_clear(&data);
	nb_show_clear(&show);
	return status;
}

const struct nb_cmd nb_cmd_batch = {
	.name = "batch",
	.title = "成批查错并排版：整个文件夹、清单，可中断、可分机做",
	.operand = "文件夹|文件|@清单|-…",
	.least = 0,
	.most = G_MAXUINT,
	.about =
	    "“@清单”是一行一个文件的清单，“-"
	    "”是标准输入里的清单。坏的文件记下来，"
	    "跳过去，不耽误别的。写出的文件要么完整，要么没有。输出的文件夹里"
	    "另有目录 index.html、index.csv。按 Ctrl-C，做完手上的就停。",
	.option = options,
	.example = examples,
	.run = run,
};
