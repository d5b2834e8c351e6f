/*
 * cli/cmd_review.c - nianbao review: 审核意见 of a report, written or brought
 * up to date beside it, or on paper.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/data.h"
#include "cli/folder.h"
#include "cli/load.h"
#include "cli/review_pages.h"
#include "cli/sheet.h"
#include "cli/show.h"
#include "cli/target.h"
#include "layout/layout.h"
#include "output/file.h"
#include "output/output.h"
#include "review/opinion.h"
#include "review/opinion_add.h"
#include "source/form.h"
#include "source/reader.h"

static const GOptionEntry options[] = {
	NB_OPTION('o', "out", FILENAME, out,
	    "写到这个文件；不写就是 年报.审核.yaml、年报.审核.pdf", "文件"),
	NB_OPTION('t', "to", FILENAME, to,
	    "yaml 或 pdf（审核意见表）；不写就看 -o 的后缀", "种类"),
	NB_OPTION_SHEET,
	NB_OPTION_NOTES,
	NB_OPTION_LEVEL,
	NB_OPTION_OUTLINE,
	NB_OPTION_WORDS,
	NB_OPTION(0, "template", FILENAME, template,
	    "pdf 按这份版式排：templates 里的名字，或一个 .yaml 文件", "版式"),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao review 年报.yaml", "写成 年报.审核.yaml，或者加上新的问题" },
	{ "nianbao review 各街道/", "每份报告旁边写一份" },
	{ "nianbao review 年报.yaml --to pdf", "年报.审核.pdf：审核意见表" },
	{ "nianbao render --review 年报.yaml", "送审稿上有人的意见" },
	{ NULL, NULL },
};

/* One run. */
struct job {
	struct nb_cli *cli;
	const struct nb_args *args;
	const struct nb_show *show;
	const struct nb_data *data;
	const struct nb_output *output; /* of pages, or NULL */
	bool several, folder;
};

/* One report in hand. */
struct hand {
	const struct job *job;
	const char *path, *sheet, *out;
	struct nb_document doc;
	const struct nb_pages *pages;
	struct nb_str bytes; /* of the sheet, as they are in the file */
	struct nb_opinions *opinions;
};

static bool
find_form(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output **ret)
{
	const char *to = args->to;

	if (to == NULL)
		to = args->out != NULL && g_str_has_suffix(args->out, ".pdf")
		    ? "pdf"
		    : "yaml";
	*ret = g_str_equal(to, "pdf") ? nb_output_find(to) : NULL;
	if (*ret != NULL || g_str_equal(to, "yaml"))
		return true;
	nb_cli_complain(cli, "审核意见只有 yaml、pdf 两种，没有“%s”", to);
	return false;
}

/* The sheet as it is, if there is one.  False: it is broken. */
static bool
read_sheet(struct hand *h)
{
	const struct job *job = h->job;
	struct nb_arena *a = h->doc.arena;
	const struct nb_text *text;
	struct nb_diags d;

	if (!g_file_test(h->sheet, G_FILE_TEST_EXISTS))
		return true;
	nb_diags_init(&d, a);
	if (nb_source_read(a, h->sheet, NB_SOURCE_MAX, &d, &h->bytes) ==
		NB_OK &&
	    nb_source_use(a, h->sheet, h->bytes, &d, &text) == NB_OK) {
		h->opinions =
		    nb_opinions_read(a, text, nb_sheet_codes(job->show), &d);
		nb_opinions_meet(h->opinions, &h->doc.diags, h->doc.text,
		    job->data->outline->review_alike);
	}
	nb_show_trouble(job->cli, &d);
	return d.n[NB_ERROR] == 0;
}

static enum nb_exit
write_out(const struct hand *h, const GString *bytes)
{
	struct nb_cli *cli = h->job->cli;
	struct nb_diags d;
	enum nb_status status;

	nb_diags_init(&d, h->doc.arena);
	status = nb_file_write(h->out, bytes->str, bytes->len, &d);
	nb_show_trouble(cli, &d);
	if (status != NB_OK)
		return NB_EXIT_FAILED;
	if (!nb_target_is_stdout(h->out))
		nb_sink_line(&cli->err, "已写出 %s", h->out);
	return NB_EXIT_OK;
}

static enum nb_exit
write_pages(struct hand *h)
{
	const struct job *job = h->job;
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_diags d;
	enum nb_status status;

	if (h->opinions == NULL) {
		nb_cli_complain(job->cli,
		    "没有审核意见“%s”，先用 nianbao review 写一份", h->sheet);
		return NB_EXIT_FAILED;
	}
	nb_diags_init(&d, h->doc.arena);
	status = nb_review_sheet_pages(
	    out, &h->doc, h->pages, h->opinions, job->data, job->output, &d);
	nb_show_trouble(job->cli, &d);
	return status == NB_OK ? write_out(h, out) : NB_EXIT_FAILED;
}

static void
say_counts(const struct hand *h, int n)
{
	const struct nb_opinions *o = h->opinions;
	const bool several = h->job->several;
	uint32_t gone = 0;

	for (uint32_t i = 0; o != NULL && i < o->n; i++)
		gone += !o->opinion[i].found;
	nb_sink_line(&h->job->cli->err,
	    "%s%s审核意见新增 %d 条，保留 %u 条，找不到了 %u 条",
	    several ? h->path : "", several ? "：" : "", n,
	    o != NULL ? o->n - gone : 0, gone);
	if (o != NULL && o->strange)
		nb_cli_complain(h->job->cli,
		    "“%s”和稿子对不上，像是另一份稿子的", h->sheet);
}

static enum nb_exit
write_sheet(const struct hand *h)
{
	const struct job *job = h->job;
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) out = g_string_new(NULL);
	const struct nb_form form = nb_form_read(h->bytes);
	const int n = nb_opinions_add(text, h->opinions, &h->doc.diags,
	    job->show->rendering.options.least);

	if (n < 0) {
		nb_cli_complain(job->cli,
		    "“%s”的意见写在方括号里，加不进去；改成一条一行“- ”",
		    h->sheet);
		return NB_EXIT_FAILED;
	}
	say_counts(h, n);
	if (n == 0 && h->opinions != NULL &&
	    nb_target_is_same(h->sheet, h->out))
		return NB_EXIT_OK;
	/* Big5, which lacks characters, cannot even say 意见. */
	if (!nb_form_write(&form, (struct nb_str){ text->str, text->len }, out))
		NB_UNREACHABLE();
	return write_out(h, out);
}

/* The document has been read; what its pages lack is found on them. */
static enum nb_exit
review_document(struct hand *h)
{
	const struct job *job = h->job;

	if (job->folder && !nb_report_is_meant(h->doc.report)) {
		nb_cli_complain(job->cli, "“%s”不是报告，没有做", h->path);
		return NB_EXIT_OK;
	}
	h->pages = nb_layout(h->doc.arena, h->doc.report, job->data->template,
	    job->data->fonts, &h->doc.diags);
	nb_diags_sort(&h->doc.diags);
	if (!read_sheet(h))
		return NB_EXIT_FAILED;
	return job->output != NULL ? write_pages(h) : write_sheet(h);
}

/* The sheet of -o X.yaml is X.yaml itself, if it is there. */
static char *
sheet_path(const struct job *job, const char *path)
{
	const struct nb_args *args = job->args;
	const bool mine = job->output == NULL && args->out != NULL &&
	    g_file_test(args->out, G_FILE_TEST_EXISTS);

	return nb_sheet_path(
	    path, args->sheet == NULL && mine ? args->out : args->sheet);
}

static char *
out_path(const struct job *job, const char *path, const char *sheet)
{
	g_autofree char *beside = NULL;

	if (job->args->out != NULL)
		return g_strdup(job->args->out);
	if (job->output == NULL)
		return g_strdup(sheet);
	beside = nb_sheet_path(path, NULL);
	beside[strlen(beside) - strlen("yaml")] = '\0';
	return g_strconcat(beside, "pdf", NULL);
}

static bool
may_write(const struct hand *h)
{
	struct nb_cli *cli = h->job->cli;

	if (!nb_target_is_same(h->path, h->out))
		return true;
	nb_cli_complain(cli, "“%s”是输入文件，不能写成它", h->out);
	return false;
}

static enum nb_exit
review_file(const struct job *job, const char *path)
{
	g_autofree char *sheet = sheet_path(job, path);
	g_autofree char *out = out_path(job, path, sheet);
	struct hand h = { .job = job,
		.path = path,
		.sheet = sheet,
		.out = out,
		.bytes = NB_S("") };
	enum nb_exit status = NB_EXIT_FAILED;

	if (!may_write(&h))
		return NB_EXIT_FAILED;
	if (nb_document_load(&h.doc, path, job->data) == NB_OK)
		status = review_document(&h);
	else
		nb_show_trouble(job->cli, &h.doc.diags);
	nb_document_clear(&h.doc);
	return status;
}

static enum nb_exit
review_all(struct job *job, struct nb_data *data)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	enum nb_exit status =
	    nb_folder_operands(job->cli, job->args, files, &job->folder);

	job->several = files->len > 1;
	if (job->args->out != NULL && (job->several || job->folder)) {
		nb_cli_complain(job->cli,
		    "-o 只写一份的审核意见；几份的、文件夹的，各写在报告旁边");
		return NB_EXIT_FAILED;
	}
	if (files->len == 0 ||
	    !nb_data_open(
		data, job->cli, job->args, NB_DATA_WORDS | NB_DATA_PAGES))
		return NB_EXIT_FAILED;
	for (guint i = 0; i < files->len; i++)
		status =
		    nb_exit_worse(status, review_file(job, files->pdata[i]));
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_show show;
	struct nb_data data;
	struct job job = {
		.cli = cli, .args = args, .show = &show, .data = &data
	};
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) && find_form(cli, args, &job.output))
		status = review_all(&job, &data);
	nb_data_clear(&data);
	nb_show_clear(&show);
	return status;
}

const struct nb_cmd nb_cmd_review = {
	.name = "review",
	.title = "审核意见：每个问题采纳不采纳，记在报告旁边的文件里",
	.operand = "文件或文件夹…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "写成 年报.审核.yaml，每个问题一条，状态是待定；再做一遍，"
		 "只在后面加新的问题，已有的字一个不动。check、render、batch "
		 "都看它：写了“不采纳”和理由的不再提示，“采纳”而没有改的标明。"
		 "稿子改了，照原文和段落去找。人的意见也写在里面，不写编号。\n"
		 "几份报告、整个文件夹的，各写在报告旁边。",
	.option = options,
	.example = examples,
	.run = run,
};
