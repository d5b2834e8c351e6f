/*
 * cli/cmd_render.c - nianbao render: check, then typeset.
 */
#include "cli/cmd.h"

#include "cli/again.h"
#include "cli/archive/carry.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/sheet.h"
#include "cli/show.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "output/file.h"
#include "output/output.h"

static const GOptionEntry options[] = {
	NB_OPTION('o', "out", FILENAME, out,
	    "写到这里；有多份文件时是文件夹；“-”是标准输出", "文件"),
	NB_OPTION('t', "to", FILENAME, to,
	    "输出的种类，不写就看 -o 的后缀；见 nianbao list outputs", "种类"),
	NB_OPTION(0, "strict", NONE, strict, "有错误或警告就不排版", NULL),
	NB_OPTION(0, "conform", NONE, conform,
	    "后面附一份版面核对表，不编页码，不算报告的页", NULL),
	NB_OPTION_PDFA,
	NB_OPTION_REVIEW,
	NB_OPTION_SHEET,
	NB_OPTION_FORMAT,
	NB_OPTION_NOTES,
	NB_OPTION_LEVEL,
	NB_OPTIONS_CODES,
	NB_OPTION_OUTLINE,
	NB_OPTION_WORDS,
	NB_OPTION_TEMPLATE,
	NB_OPTION(
	    0, "watch", NONE, watch, "文件一改就再排一次，Ctrl-C 结束", NULL),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao render 年报.yaml", "排成 年报.pdf" },
	{ "nianbao render 年报.yaml -o 送审/", "写到文件夹 送审 里" },
	{ "nianbao render 年报.yaml -o 年报.png", "每页一张图：年报-1.png…" },
	{ "nianbao render 年报.yaml --to html", "网页：年报.html" },
	{ "nianbao render --review -v 年报.yaml",
	    "年报.送审.pdf：问题标在字上，最后列出全部，提示也在内" },
	{ "nianbao render --conform 年报.yaml", "最后附上版面核对表" },
	{ "nianbao render --pdfa 3a 年报.yaml", "连稿子一起存档" },
	{ "nianbao render --strict 各街道/*.yaml", "只排没有问题的" },
	{ "nianbao render --watch 年报.yaml", "边写边排" },
	{ NULL, NULL },
};

/* What is the same for every file of a run. */
struct job {
	struct nb_cli *cli;
	const struct nb_args *args;
	struct nb_show *show;
	const struct nb_target *target;
	const struct nb_output *output;
	bool carry; /* the PDF has the files it was made of */
	const struct nb_data *data;
};

/* Findings keep off standard output when the document goes there. */
static struct nb_sink *
findings_sink(struct nb_cli *cli, const char *path)
{
	return nb_target_is_stdout(path) ? &cli->err : &cli->out;
}

static enum nb_status
write_one(const struct job *job, const struct nb_typeset *set, uint32_t page,
    const char *path, struct nb_diags *d)
{
	g_autoptr(GString) bytes = g_string_new(NULL);

	if (nb_typeset_write(set, job->output, page, bytes, d) != NB_OK)
		return NB_FAILED;
	return nb_file_write(path, bytes->str, bytes->len, d);
}

static enum nb_status
write_each_page(const struct job *job, const struct nb_typeset *set,
    const char *path, struct nb_diags *d)
{
	for (uint32_t i = 0; i < set->pages->n_pages; i++) {
		g_autofree char *file = nb_target_page_path(path, i);

		if (write_one(job, set, i, file, d) != NB_OK)
			return NB_FAILED;
	}
	return NB_OK;
}

/* n pages; 0: of an output without any. */
static void
say_written(const struct job *job, const char *path, uint32_t n)
{
	g_autofree char *first = nb_target_page_path(path, 0);
	g_autofree char *last = nb_target_page_path(path, MAX(n, 1) - 1);

	if (nb_target_is_stdout(path))
		return;
	if (n == 0)
		nb_sink_line(&job->cli->err, "已写出 %s", path);
	else if (!job->output->per_page)
		nb_sink_line(&job->cli->err, "已写出 %s（%u 页）", path, n);
	else if (n == 1)
		nb_sink_line(&job->cli->err, "已写出 %s", first);
	else
		nb_sink_line(
		    &job->cli->err, "已写出 %s 至 %s（%u 页）", first, last, n);
}

static enum nb_exit
write_set(const struct job *job, const struct nb_typeset *set, const char *path,
    struct nb_diags *d)
{
	const enum nb_status status = job->output->per_page
	    ? write_each_page(job, set, path, d)
	    : write_one(job, set, 0, path, d);

	if (status != NB_OK) {
		nb_show_trouble(job->cli, d);
		return NB_EXIT_FAILED;
	}
	say_written(job, path, set->pages != NULL ? set->pages->n_pages : 0);
	return NB_EXIT_OK;
}

/* layout -> findings -> output, for a document that has been read. */
static enum nb_exit
typeset(const struct job *job, struct nb_document *doc, const char *path)
{
	const struct nb_typesetting how = {
		.data = job->data,
		.show = job->show,
		.conform = job->args->conform,
		.review = job->args->review,
		.words = job->output->write_words != NULL,
		.carry = job->carry,
	};
	struct nb_sink *to = findings_sink(job->cli, path);
	const struct nb_typeset set = nb_typeset(doc, &how);
	struct nb_diags failure;

	nb_show_findings(job->show, to, &doc->diags);
	nb_sheet_say(job->show, job->cli, to, doc);
	nb_show_summary(job->show, to, &doc->diags);
	if (set.refusal != NULL) {
		nb_cli_complain(job->cli, "没有写出 %s：%s", path, set.refusal);
		return NB_EXIT_FINDINGS;
	}
	nb_diags_init(&failure, doc->arena);
	return nb_exit_worse(set.found, write_set(job, &set, path, &failure));
}

static enum nb_exit
render_file(const struct job *job, const char *input, const char *path)
{
	struct nb_document doc;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_document_load(&doc, input, job->data) == NB_OK)
		status = typeset(job, &doc, path);
	else
		nb_show_trouble(job->cli, &doc.diags);
	nb_document_clear(&doc);
	return status;
}

static enum nb_exit
render_all(void *of)
{
	struct job *job = of;
	const struct nb_args *args = job->args;
	char **path = (char **)job->target->path->pdata;
	struct nb_sink *to = findings_sink(job->cli, path[0]);
	struct nb_data data;
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	job->data = &data;
	if (nb_typeset_open(&data, job->cli, args, job->output)) {
		status = NB_EXIT_OK;
		nb_show_begin(job->show, to);
		for (unsigned i = 0; i < args->n_operands; i++)
			status = nb_exit_worse(status,
			    render_file(job, args->operand[i], path[i]));
		nb_show_end(job->show, to);
	}
	nb_data_clear(&data);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_show show;
	struct nb_target target;
	struct job job = {
		.cli = cli,
		.args = args,
		.show = &show,
		.target = &target,
	};
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_show_init(&show, cli, args)) {
		if (nb_target_plan(&target, cli, args) &&
		    nb_typeset_may(cli, args, target.output) &&
		    nb_carry_asked(cli, args, target.output, &job.carry)) {
			job.output = target.output;
			status = args->watch
			    ? nb_again(cli, args, render_all, &job)
			    : render_all(&job);
		}
		nb_target_clear(&target);
	}
	nb_show_clear(&show);
	return status;
}

const struct nb_cmd nb_cmd_render = {
	.name = "render",
	.title = "查错并排版：默认写成 PDF，放在原文件旁边",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "有问题也照样排版，除非用了 --strict；标有密级、写明不公开的，"
		 "不写成网页。原文件从不改动；"
		 "写出的文件要么完整，要么没有。",
	.option = options,
	.example = examples,
	.run = run,
};
