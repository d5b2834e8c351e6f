/*
 * cli/cmd_check.c - nianbao check: findings, then the coverage matrix.
 */
#include "cli/cmd.h"

#include "check/coverage.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/show.h"

static const GOptionEntry options[] = {
	NB_OPTION_FORMAT,
	NB_OPTION_NOTES,
	NB_OPTION(0, "strict", NONE, strict, "有警告也算没有通过", NULL),
	NB_OPTION_OUTLINE,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao check 年报.yaml", "查一份" },
	{ "nianbao check 各街道/*.yaml", "查许多份" },
	{ "nianbao check -v --strict 年报.yaml", "定稿前从严查" },
	{ "nianbao check --format=json 年报.yaml", "给别的程序读" },
	{ NULL, NULL },
};

/* The data must be there; without fonts only G05 is left out. */
static bool
open_data(struct nb_data *data, struct nb_cli *cli, const struct nb_args *args)
{
	bool ok;

	if (!nb_data_knows(data, cli, NB_OUTLINE_FILE, args->outline))
		return false;
	ok = nb_data_outline(data, args->outline) == NB_OK &&
	    nb_data_template(data, NULL) == NB_OK;
	nb_show_trouble(cli, &data->diags);
	if (ok && nb_data_fonts(data) != NB_OK)
		nb_cli_complain(
		    cli, "字体没有装好，缺字（G05）没有查；详见 nianbao fonts");
	return ok;
}

static void
show_coverage(
    const struct nb_show *show, struct nb_sink *to, const struct nb_coverage *c)
{
	g_autoptr(GString) out = g_string_new(NULL);

	switch (show->renderer->format) {
	case NB_FORMAT_FULL:
		nb_coverage_render(out, c, to->colour);
		break;
	case NB_FORMAT_JSON:
		nb_coverage_json(out, c);
		break;
	case NB_FORMAT_CONCISE: /* every line is a finding */
		break;
	}
	nb_sink_string(to, out);
}

/* A run over several files. */
struct job {
	struct nb_cli *cli;
	const struct nb_show *show;
	const struct nb_data *data;
	bool several;
	unsigned n_read;       /* files that could be read */
	struct nb_diags total; /* only the counts of their findings */
};

static void
add_to_total(struct job *job, const struct nb_diags *d)
{
	job->n_read++;
	for (size_t i = 0; i < NB_COUNT(d->n); i++)
		job->total.n[i] += d->n[i];
}

/* Says whose findings follow, where that is not plain. */
static void
show_name(const struct job *job, const char *path)
{
	if (job->several && job->show->renderer->format == NB_FORMAT_FULL)
		nb_sink_printf(&job->cli->out, "%s【%s】\n",
		    job->n_read > 0 ? "\n" : "", path);
}

static enum nb_exit
check_file(struct job *job, const char *path)
{
	struct nb_sink *out = &job->cli->out;
	struct nb_document doc;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_document_load(&doc, path, job->data) == NB_OK) {
		show_name(job, path);
		nb_show_findings(job->show, out, &doc.diags);
		show_coverage(job->show, out, &doc.coverage);
		add_to_total(job, &doc.diags);
		status = nb_show_exit(job->show, &doc.diags);
	} else {
		nb_show_trouble(job->cli, &doc.diags);
	}
	nb_document_clear(&doc);
	return status;
}

static enum nb_exit
check_files(struct job *job, const struct nb_args *args)
{
	enum nb_exit status = NB_EXIT_OK;

	for (unsigned i = 0; i < args->n_operands; i++)
		status =
		    nb_exit_worse(status, check_file(job, args->operand[i]));
	if (job->n_read > 0)
		nb_show_summary(job->show, &job->cli->out, &job->total);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_show show;
	struct nb_data data;
	struct job job = {
		.cli = cli,
		.show = &show,
		.data = &data,
		.several = args->n_operands > 1,
	};
	enum nb_exit status = NB_EXIT_FAILED;

	if (!nb_show_init(&show, cli, args))
		return NB_EXIT_FAILED;
	nb_data_init(&data);
	if (open_data(&data, cli, args))
		status = check_files(&job, args);
	nb_data_clear(&data);
	return status;
}

const struct nb_cmd nb_cmd_check = {
	.name = "check",
	.title = "查错：列出问题，再列出大纲各项的覆盖情况",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "文件写作“-”就是标准输入。每个问题都有编号，"
		 "nianbao explain 编号 说明它的道理和改法。",
	.option = options,
	.example = examples,
	.run = run,
};
