/*
 * cli/cmd_conform.c - nianbao conform: the pages measured clause by clause.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/conform_show.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/show.h"
#include "layout/layout.h"

static const GOptionEntry options[] = {
	NB_OPTION_FORMAT,
	NB_OPTION(0, "template", FILENAME, template,
	    "按这份版式排了再量：templates 里的名字，或一个 .yaml 文件",
	    "版式"),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao conform 年报.yaml", "逐条列出要求、实测、结论" },
	{ "nianbao conform --template 本单位.yaml 年报.yaml",
	    "写明本单位样式与标准不同的地方" },
	{ "nianbao conform --format=json 年报.yaml", "给别的程序读" },
	{ NULL, NULL },
};

/* What is the same for every file of a run. */
struct job {
	struct nb_cli *cli;
	const struct nb_show *show;
	const struct nb_data *data;
	bool several;
};

static bool
open_data(struct nb_data *data, struct nb_cli *cli, const struct nb_args *args)
{
	bool ok;

	if (!nb_data_knows(data, cli, NB_TEMPLATE_FILE, args->template))
		return false;
	ok = nb_data_outline(data, NULL) == NB_OK &&
	    nb_data_template(data, args->template) == NB_OK &&
	    nb_data_fonts(data) == NB_OK;
	nb_show_trouble(cli, &data->diags);
	return ok;
}

static void
show_sheet(
    const struct job *job, const char *path, const struct nb_conform *sheet)
{
	g_autoptr(GString) out = g_string_new(NULL);

	switch (job->show->renderer->format) {
	case NB_FORMAT_FULL:
		if (job->several)
			g_string_append_printf(out, "【%s】\n", path);
		nb_conform_table(out, sheet);
		break;
	case NB_FORMAT_CONCISE:
		nb_conform_concise(out, path, sheet);
		break;
	case NB_FORMAT_JSON:
		nb_conform_json(out, path, sheet);
		break;
	}
	nb_sink_string(&job->cli->out, out);
}

static enum nb_exit
measure(const struct job *job, struct nb_document *doc, const char *path)
{
	const struct nb_pages *pages = nb_layout(doc->arena, doc->report,
	    job->data->template, job->data->fonts, &doc->diags);
	const struct nb_conform sheet = nb_conform_measure(
	    doc->arena, pages, job->data->template, job->data->fonts);

	show_sheet(job, path, &sheet);
	return sheet.count[NB_VERDICT_BAD] > 0 ? NB_EXIT_FINDINGS : NB_EXIT_OK;
}

static enum nb_exit
measure_file(const struct job *job, const char *path)
{
	struct nb_document doc;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_document_load(&doc, path, job->data) == NB_OK)
		status = measure(job, &doc, path);
	else
		nb_show_trouble(job->cli, &doc.diags);
	nb_document_clear(&doc);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_show show;
	struct nb_data data;
	const struct job job = { cli, &show, &data, args->n_operands > 1 };
	enum nb_exit status = NB_EXIT_FAILED;

	if (!nb_show_init(&show, cli, args))
		return NB_EXIT_FAILED;
	nb_data_init(&data);
	if (open_data(&data, cli, args)) {
		status = NB_EXIT_OK;
		for (unsigned i = 0; i < args->n_operands; i++)
			status = nb_exit_worse(
			    status, measure_file(&job, args->operand[i]));
	}
	nb_data_clear(&data);
	return status;
}

const struct nb_cmd nb_cmd_conform = {
	.name = "conform",
	.title = "核对版面：逐条列出标准的要求、这份文件的实测和结论",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about =
	    "先照 render 排好，再量排出的页面；不写文件。量不出的条款标“人工"
	    "核对”；本单位样式与标准不同的，标“按本单位样式”。",
	.option = options,
	.example = examples,
	.run = run,
};
