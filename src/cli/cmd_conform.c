/*
 * cli/cmd_conform.c - nianbao conform: the pages measured clause by clause.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/conform_show.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/show.h"
#include "cli/typeset.h"
#include "conform/recognise.h"
#include "layout/layout.h"
#include "pdfin/pdfin.h"
#include "source/reader.h"

static const GOptionEntry options[] = {
	NB_OPTION_FORMAT,
	NB_OPTION(0, "template", FILENAME, template,
	    "照这份版式量，稿子先照它排：templates 里的名字，或一个 .yaml 文件",
	    "版式"),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao conform 年报.yaml", "逐条列出要求、实测、结论" },
	{ "nianbao conform --template 本单位.yaml 年报.yaml",
	    "写明本单位样式与标准不同的地方" },
	{ "nianbao conform --format=json 年报.yaml", "给别的程序读" },
	{ "nianbao conform 年报.pdf", "量一份现成的 PDF，谁排的都行" },
	{ NULL, NULL },
};

/* What is the same for every file of a run. */
struct job {
	struct nb_cli *cli;
	const struct nb_show *show;
	const struct nb_data *data;
	bool several;
};

static void
show_sheet(const struct job *job, struct nb_arena *a, const char *path,
    const struct nb_conform *sheet)
{
	g_autoptr(GString) out = g_string_new(NULL);

	switch (nb_show_format(job->show)) {
	case NB_FORMAT_FULL:
		if (job->several)
			nb_sink_name(&job->cli->out, false, path);
		nb_conform_table(out, a, sheet);
		break;
	case NB_FORMAT_CONCISE:
		nb_conform_concise(out, a, path, sheet);
		break;
	case NB_FORMAT_JSON:
		nb_conform_json(out, path, sheet);
		break;
	case NB_FORMAT_SARIF: /* refused by nb_show_is_plain */
	case NB_FORMAT_CSV:
		NB_UNREACHABLE();
	}
	nb_sink_string(&job->cli->out, out);
}

static enum nb_exit
measure(const struct job *job, struct nb_document *doc,
    const struct nb_pages *pages, const char *path)
{
	const struct nb_conform sheet = nb_conform_measure(
	    doc->arena, pages, job->data->template, job->data->fonts);

	show_sheet(job, doc->arena, path, &sheet);
	return sheet.count[NB_VERDICT_BAD] > 0 ? NB_EXIT_FINDINGS : NB_EXIT_OK;
}

/* The pages of a finished PDF, or of a report as render would set it. */
static const struct nb_pages *
make_pages(const struct job *job, struct nb_document *doc, const char *path,
    struct nb_str bytes)
{
	const struct nb_data *data = job->data;

	if (nb_pdf_is(bytes))
		return nb_recognise_pdf(doc->arena, path, bytes, data->template,
		    data->fonts, &doc->diags);
	if (nb_document_use(doc, path, bytes, data) != NB_OK)
		return NULL;
	return nb_layout(
	    doc->arena, doc->report, data->template, data->fonts, &doc->diags);
}

/* False, and the user has been told: there is nothing on the pages. */
static bool
has_text(const struct job *job, const char *path, const struct nb_pages *pages)
{
	if (nb_typeset_has_text(pages))
		return true;
	nb_cli_complain(
	    job->cli, "没有核对“%s”：没有可排的内容，先用 check 查", path);
	return false;
}

/* Of a report's findings check speaks, of a PDF's nobody else. */
static void
show_trouble(const struct job *job, struct nb_document *doc)
{
	if (doc->report == NULL)
		nb_show_trouble(job->cli, &doc->diags);
}

static enum nb_exit
measure_file(const struct job *job, const char *path)
{
	struct nb_document doc;
	struct nb_str bytes;
	const struct nb_pages *pages = NULL;
	enum nb_exit status = NB_EXIT_FAILED;

	nb_document_init(&doc);
	if (nb_source_read(doc.arena, path, NB_PDF_MAX, &doc.diags, &bytes) ==
	    NB_OK)
		pages = make_pages(job, &doc, path, bytes);
	show_trouble(job, &doc);
	if (pages != NULL && (doc.report == NULL || has_text(job, path, pages)))
		status = measure(job, &doc, pages, path);
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

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) &&
	    nb_show_is_plain(&show, cli, "conform") &&
	    nb_data_open(&data, cli, args, NB_DATA_PAGES)) {
		status = NB_EXIT_OK;
		for (unsigned i = 0; i < args->n_operands; i++)
			status = nb_exit_worse(
			    status, measure_file(&job, args->operand[i]));
	}
	nb_data_clear(&data);
	nb_show_clear(&show);
	return status;
}

const struct nb_cmd nb_cmd_conform = {
	.name = "conform",
	.title = "核对版面：逐条列出标准的要求、这份文件的实测和结论",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about =
	    "稿子先照 render 排好，再量排出的页面；PDF 直接量它的每一面，Word、"
	    "WPS 等导出的也行，扫描件不行。只看内容，不看后缀。不写文件。"
	    "量不出的条款标“人工核对”；本单位样式与标准不同的，"
	    "标“按本单位样式”。",
	.option = options,
	.example = examples,
	.run = run,
};
