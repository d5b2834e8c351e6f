/*
 * cli/cmd_check.c - nianbao check: findings, then the coverage matrix.
 */
#include "cli/cmd.h"

#include "check/coverage.h"
#include "check/headings.h"
#include "cli/args.h"
#include "cli/baseline.h"
#include "cli/data.h"
#include "cli/explain_outline.h"
#include "cli/folder.h"
#include "cli/load.h"
#include "cli/sheet.h"
#include "cli/show.h"
#include "cli/summary.h"
#include "cli/target.h"
#include "diag/said.h"
#include "font/check.h"
#include "font/common.h"
#include "output/file.h"

static const GOptionEntry options[] = {
	NB_OPTION_FORMAT,
	NB_OPTION_NOTES,
	NB_OPTION_LEVEL,
	NB_OPTION(0, "strict", NONE, strict, "有警告也算没有通过", NULL),
	NB_OPTIONS_CODES,
	NB_OPTION(0, "baseline", FILENAME, baseline,
	    "略过这份清单上的已知问题，只列新的", "清单"),
	NB_OPTION(0, "write-baseline", FILENAME, write_baseline,
	    "把现有的问题（连提示）写成清单，不列出来", "清单"),
	NB_OPTION_SHEET,
	NB_OPTION_OUTLINE,
	NB_OPTION(0, "explain-outline", NONE, explain_outline,
	    "只列出每个标题算作大纲的哪一项、凭哪个词", NULL),
	NB_OPTION_WORDS,
	NB_OPTION_COLOUR,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao check 年报.yaml", "查一份" },
	{ "nianbao check 各街道/*.yaml", "查许多份" },
	{ "nianbao check 各街道/",
	    "一份一行，问题多的在前，并看各份之间的雷同" },
	{ "nianbao check -v --strict 年报.yaml", "定稿前从严查" },
	{ "nianbao check --select=S,T 年报.yaml", "只看结构和文字" },
	{ "nianbao check --format=csv 年报.yaml > 问题.csv", "用 Excel 打开" },
	{ "nianbao check --write-baseline=已知.txt 年报.yaml",
	    "给旧稿立一份清单" },
	{ "nianbao check --baseline=已知.txt 年报.yaml", "只看新的问题" },
	{ NULL, NULL },
};

static void
show_coverage(
    const struct nb_show *show, struct nb_sink *to, const struct nb_coverage *c)
{
	g_autoptr(GString) out = g_string_new(NULL);

	switch (nb_show_format(show)) {
	case NB_FORMAT_FULL:
		nb_coverage_render(out, c, to->colour);
		break;
	case NB_FORMAT_JSON:
		nb_coverage_json(out, c);
		break;
	case NB_FORMAT_CONCISE: /* every line is a finding */
	case NB_FORMAT_SARIF:
	case NB_FORMAT_CSV:
		break;
	}
	nb_sink_string(to, out);
}

/* Fonts are opened when a document has a character that is not common. */
enum fonts { FONTS_CLOSED, FONTS_OPEN, FONTS_ABSENT };

/* A run over several files. */
struct job {
	struct nb_cli *cli;
	struct nb_show *show;
	struct nb_data *data;
	enum fonts fonts;
	const char *list; /* --write-baseline, or NULL */
	GString *known;   /* what goes into it */
	bool several;
	bool folder;                /* what is no report is passed by */
	bool explain;               /* --explain-outline */
	struct nb_summary *summary; /* or NULL: findings are listed */
	unsigned n_read;            /* files that could be read */
	struct nb_diags total;      /* only the counts of their findings */
};

/* Without fonts only G05 is left out. */
static void
open_fonts(struct job *job)
{
	struct nb_data *data = job->data;

	job->fonts = FONTS_ABSENT;
	if (nb_data_template(data, NULL) != NB_OK)
		nb_show_trouble(job->cli, &data->diags);
	else if (nb_data_fonts(data) == NB_OK)
		job->fonts = FONTS_OPEN;
	if (job->fonts == FONTS_ABSENT)
		nb_cli_complain(job->cli,
		    "字体没有装好，缺字（G05）没有查；详见 nianbao fonts");
}

static void
check_glyphs(struct job *job, struct nb_document *doc)
{
	if (nb_font_all_common(doc->text->bytes))
		return;
	if (job->fonts == FONTS_CLOSED)
		open_fonts(job);
	if (job->fonts == FONTS_OPEN)
		nb_fonts_check(job->data->fonts, job->data->template,
		    doc->report, &doc->diags);
}

static void
add_to_total(struct job *job, const struct nb_diags *d)
{
	job->n_read++;
	nb_diags_count(&job->total, d);
}

/* Says whose findings follow, where that is not plain. */
static void
show_name(const struct job *job, const char *path)
{
	if (job->several && nb_show_format(job->show) == NB_FORMAT_FULL)
		nb_sink_name(&job->cli->out, job->n_read > 0, path);
}

static void
explain(const struct job *job, const struct nb_document *doc)
{
	const struct nb_headings headings =
	    nb_headings_map(doc->arena, doc->report, job->data->outline);
	g_autoptr(GString) out = g_string_new(NULL);

	nb_explain_outline(out, nb_show_format(job->show), &headings);
	nb_sink_string(&job->cli->out, out);
}

static void
pass_by(struct job *job, const char *path)
{
	if (job->summary != NULL)
		nb_summary_skip(job->summary, path);
	else
		nb_cli_complain(job->cli, "“%s”不是报告，没有查", path);
}

/* What is left of the findings when the user's wishes are obeyed. */
static void
show_findings(struct job *job, struct nb_document *doc, const char *path)
{
	struct nb_sink *out = &job->cli->out;

	if (job->list != NULL) {
		nb_diags_sort(&doc->diags);
		nb_baseline_add(job->known, job->list, path, &doc->diags);
	} else if (job->summary != NULL) {
		nb_summary_add(job->summary, doc);
	} else {
		show_name(job, path);
		nb_show_findings(job->show, out, &doc->diags);
		nb_sheet_say(job->show, job->cli, out, doc);
		show_coverage(job->show, out, &doc->coverage);
	}
}

/* One document, read. */
static enum nb_exit
show_document(struct job *job, struct nb_document *doc, const char *path)
{
	if (job->folder && !nb_report_is_meant(doc->report)) {
		pass_by(job, path);
		return NB_EXIT_OK;
	}
	if (job->explain) {
		show_name(job, path);
		explain(job, doc);
		job->n_read++;
		return NB_EXIT_OK;
	}
	check_glyphs(job, doc);
	nb_sheet_heed(job->show, job->data->outline, path, doc);
	nb_show_filter(job->show, path, &doc->diags);
	show_findings(job, doc, path);
	add_to_total(job, &doc->diags);
	return job->list != NULL ? NB_EXIT_OK
				 : nb_show_exit(job->show, &doc->diags);
}

static enum nb_exit
check_file(struct job *job, const char *path)
{
	struct nb_document doc;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_document_load(&doc, path, job->data) == NB_OK)
		status = show_document(job, &doc, path);
	else
		nb_show_trouble(job->cli, &doc.diags);
	nb_document_clear(&doc);
	return status;
}

static void
show_summary(struct job *job)
{
	const bool notes = job->show->rendering.options.least == NB_NOTE;
	struct nb_sink *sink = &job->cli->out;
	g_autoptr(GString) out = g_string_new(NULL);

	if (job->summary != NULL) {
		if (nb_show_format(job->show) == NB_FORMAT_JSON)
			nb_summary_json(out, job->summary, notes);
		else
			nb_summary_full(out, job->summary, notes, sink->colour);
		nb_sink_string(sink, out);
	}
	if (job->n_read > 0 && !job->explain)
		nb_show_summary(job->show, sink, &job->total);
}

static enum nb_exit
check_each(struct job *job, const struct nb_args *args)
{
	const enum nb_format format = nb_show_format(job->show);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	enum nb_exit status =
	    nb_folder_operands(job->cli, args, files, &job->folder);

	job->several = files->len > 1;
	if (job->folder && files->len > 0 && !job->explain &&
	    job->list == NULL &&
	    (format == NB_FORMAT_FULL || format == NB_FORMAT_JSON))
		job->summary = nb_summary_new(job->data->outline);
	for (guint i = 0; i < files->len; i++)
		status =
		    nb_exit_worse(status, check_file(job, files->pdata[i]));
	return status;
}

static enum nb_exit
check_files(struct job *job, const struct nb_args *args)
{
	struct nb_sink *out = &job->cli->out;
	enum nb_exit status;

	nb_show_begin(job->show, out);
	status = check_each(job, args);
	show_summary(job);
	nb_summary_free(job->summary);
	nb_show_end(job->show, out);
	return status;
}

/* Lists the findings of all files, or nothing when one cannot be read. */
static enum nb_exit
write_baseline(struct job *job, const struct nb_args *args)
{
	const struct nb_diags *total = &job->total;
	struct nb_diags d;
	enum nb_exit status;

	nb_diags_init(&d, job->data->arena);
	job->known = g_string_new(NULL);
	nb_baseline_begin(job->known);
	status = check_each(job, args);
	if (status == NB_EXIT_OK &&
	    nb_file_write(job->list, job->known->str, job->known->len, &d) !=
		NB_OK)
		status = NB_EXIT_FAILED;
	g_string_free(job->known, TRUE);
	nb_show_trouble(job->cli, &d);
	if (status == NB_EXIT_OK && !nb_target_is_stdout(job->list))
		nb_sink_line(&job->cli->err, "已把 %u 个问题写入 %s",
		    total->n[NB_ERROR] + total->n[NB_WARNING] +
			total->n[NB_NOTE],
		    job->list);
	return status;
}

static bool
is_sound(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->write_baseline == NULL)
		return true;
	if (args->baseline == NULL)
		return nb_baseline_may_write(cli, args->write_baseline);
	nb_cli_complain(cli, "--baseline 和 --write-baseline 只能写一个");
	return false;
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
		.explain = args->explain_outline,
		.list = args->write_baseline,
	};
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) && is_sound(cli, args) &&
	    nb_data_open(&data, cli, args, NB_DATA_WORDS))
		status = job.list != NULL ? write_baseline(&job, args)
					  : check_files(&job, args);
	nb_data_clear(&data);
	nb_show_clear(&show);
	return status;
}

const struct nb_cmd nb_cmd_check = {
	.name = "check",
	.title = "查错：列出问题，再列出大纲各项的覆盖情况",
	.operand = "文件或文件夹…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "文件写作“-”就是标准输入。每个问题都有编号，"
		 "nianbao explain 编号 说明它的道理和改法，nianbao fix "
		 "代改其中一部分。\n"
		 "写文件夹，就查其中（连同下级文件夹）全部的报告，一份一行。",
	.option = options,
	.example = examples,
	.run = run,
};
