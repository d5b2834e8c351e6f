/*
 * cli/cmd_import.c - nianbao import: old documents become YAML.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "base/clip.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/show.h"
#include "cli/target.h"
#include "diag/diag.h"
#include "import/import.h"
#include "import/log_json.h"
#include "output/file.h"
#include "source/reader.h"

static const GOptionEntry options[] = {
	NB_OPTION('o', "out", FILENAME, out,
	    "写到这里；有多份文件时是文件夹；不写就是标准输出", "文件"),
	NB_OPTION(0, "log", FILENAME, log,
	    "把改过、略去、移动的每一处记到这里，一行一个 JSON", "文件"),
	NB_OPTION(0, "mark", NONE, mark, "拿不准的地方，在旁边写上注释", NULL),
	NB_OPTION(0, "simplify", NONE, simplify, "繁体转成简体", NULL),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao import 旧稿.txt -o 2023.yaml", "转一份" },
	{ "nianbao import 旧稿/*.txt -o 存档/",
	    "转许多份，放在文件夹 存档 里" },
	{ "nianbao import --mark 旧稿.txt -o 2023.yaml",
	    "拿不准的地方标出来，好逐处核对" },
	{ NULL, NULL },
};

struct job {
	struct nb_cli *cli;
	struct nb_import_options options;
	GString *log; /* or NULL */
};

enum { SHOWN = 100 }; /* doubts told on the screen */

/* Returns how many there are; beyond SHOWN they are only counted. */
static unsigned
show_doubts(
    struct nb_cli *cli, struct nb_arena *a, const struct nb_imported *im)
{
	unsigned n = 0;

	for (uint32_t i = 0; i < im->log.n; i++) {
		const struct nb_log_entry *e = &im->log.entry[i];

		if (e->what != NB_LOG_DOUBT)
			continue;
		if (n++ >= SHOWN)
			continue;
		if (e->was.n > 0)
			nb_sink_line(&cli->err,
			    NB_FMT ":%u: 请看：%s：“" NB_FMT "”",
			    NB_ARG(im->raw.name), e->row, e->why,
			    NB_ARG(nb_clip(a, e->was)));
		else
			nb_sink_line(&cli->err, NB_FMT ":%u: 请看：%s",
			    NB_ARG(im->raw.name), e->row, e->why);
	}
	if (n > SHOWN)
		nb_sink_printf(&cli->err,
		    "另有 %u 处没有列出，用 --mark 写在稿子里，"
		    "或用 --log 记下来\n",
		    n - SHOWN);
	return n;
}

static enum nb_exit
write_yaml(const struct job *job, struct nb_arena *a,
    const struct nb_imported *im, const GString *yaml, const char *path)
{
	struct nb_diags failure;
	unsigned n;

	nb_diags_init(&failure, a);
	if (nb_file_write(path, yaml->str, yaml->len, &failure) != NB_OK) {
		nb_show_trouble(job->cli, &failure);
		return NB_EXIT_FAILED;
	}
	n = show_doubts(job->cli, a, im);
	if (nb_target_is_stdout(path))
		return NB_EXIT_OK;
	if (n > 0)
		nb_sink_line(
		    &job->cli->err, "已写出 %s（%u 处请看一看）", path, n);
	else
		nb_sink_line(&job->cli->err, "已写出 %s", path);
	return NB_EXIT_OK;
}

static enum nb_exit
import_file(const struct job *job, const char *input, const char *path)
{
	g_autoptr(GString) yaml = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_imported im = { .reader = NULL };
	struct nb_diags d;
	struct nb_str bytes;

	nb_diags_init(&d, a);
	if (nb_source_read(a, input, NB_IMPORT_MAX, &d, &bytes) == NB_OK &&
	    nb_import(a, nb_str_z(input), bytes, &job->options, &d, &im,
		yaml) == NB_OK)
		status = write_yaml(job, a, &im, yaml, path);
	nb_show_trouble(job->cli, &d);
	if (job->log != NULL && status == NB_EXIT_OK)
		nb_log_write_json(job->log, &im.raw, &im.log);
	nb_arena_free(a);
	return status;
}

static enum nb_exit
write_log(const struct job *job, const char *path)
{
	struct nb_arena *a = nb_arena_new();
	enum nb_exit status = NB_EXIT_OK;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (nb_file_write(path, job->log->str, job->log->len, &d) != NB_OK)
		status = NB_EXIT_FAILED;
	nb_show_trouble(job->cli, &d);
	nb_arena_free(a);
	return status;
}

static enum nb_exit
import_all(const struct job *job, const struct nb_args *args,
    const struct nb_target *target)
{
	enum nb_exit status = NB_EXIT_OK;

	for (unsigned i = 0; i < args->n_operands; i++)
		status = nb_exit_worse(status,
		    import_file(job, args->operand[i], target->path->pdata[i]));
	if (job->log != NULL)
		status = nb_exit_worse(status, write_log(job, args->log));
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	g_autoptr(GString) log = g_string_new(NULL);
	struct job job = {
		.cli = cli,
		.options = { .simplify = args->simplify, .mark = args->mark },
		.log = args->log != NULL ? log : NULL,
	};
	struct nb_target target;
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_data data;

	nb_data_init(&data);
	if (nb_target_plan_yaml(&target, cli, args) &&
	    nb_data_vocabulary(&data) == NB_OK) {
		job.options.words = data.vocabulary;
		status = import_all(&job, args, &target);
	}
	nb_show_trouble(cli, &data.diags);
	nb_target_clear(&target);
	nb_data_clear(&data);
	return status;
}

const struct nb_cmd nb_cmd_import = {
	.name = "import",
	.title = "旧稿转成 YAML：文字不丢，拿不准的列出来",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "原文件从不改动。文件写作“-”就是标准输入。标题的序号去掉，"
		 "由程序编排；改过的每一处都可用 --log 记下来。",
	.option = options,
	.example = examples,
	.run = run,
};
