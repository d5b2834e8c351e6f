/*
 * cli/cmd_diff.c - nianbao diff: what has changed from one report to another.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/diff_pages.h"
#include "cli/diff_show.h"
#include "cli/load.h"
#include "cli/own_codes.h"
#include "cli/show.h"
#include "cli/target.h"
#include "output/file.h"
#include "output/output.h"
#include "source/reader.h"

#include <unistd.h>

static const GOptionEntry options[] = {
	NB_OPTION('t', "to", FILENAME, to,
	    "pdf：排成花脸稿；不写就看 -o，没有 -o 就打印改动", "种类"),
	NB_OPTION('o', "out", FILENAME, out, "花脸稿写到这个文件", "文件"),
	NB_OPTION(0, "template", FILENAME, template,
	    "花脸稿按这份版式排：templates 里的名字，或一个 .yaml 文件",
	    "版式"),
	NB_OPTION('f', "format", FILENAME, format, "text（不写就是它）或 json",
	    "格式"),
	NB_OPTION_COLOUR,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao diff 初稿.yaml 修改稿.yaml", "改了哪些" },
	{ "nianbao diff 2023.yaml 2024.yaml", "两年的报告有什么不同" },
	{ "nianbao diff --to=pdf -o 花脸稿.pdf 初稿.yaml 修改稿.yaml",
	    "排成花脸稿" },
	{ "nianbao diff --format=json 初稿.yaml 修改稿.yaml", "给别的程序用" },
	{ NULL, NULL },
};

enum form { FORM_TEXT, FORM_JSON, FORM_PAGES };

/* What a comparison becomes. */
struct wish {
	enum form form;
	const struct nb_output *output; /* of pages */
};

/* What is not of pages, or cannot show lines, is no 花脸稿. */
static bool
is_fit(const struct nb_output *output)
{
	return output != NULL && output->annotates && !output->per_page;
}

static bool
find_pages(struct nb_cli *cli, const struct nb_args *args, struct wish *ret)
{
	const char *name =
	    args->to != NULL ? args->to : nb_target_suffix(args->out, "pdf");

	ret->form = FORM_PAGES;
	ret->output = nb_output_find(name);
	if (args->format != NULL)
		nb_cli_complain(cli,
		    "%s 是排花脸稿用的，--format 是打印改动用的，只能写一个",
		    args->to != NULL ? "--to" : "-o");
	else if (!is_fit(ret->output))
		nb_cli_complain(cli, "花脸稿要排成 pdf，%s写的是“%s”",
		    args->to != NULL ? "--to " : "-o ", name);
	else if (args->out == NULL ||
	    (nb_target_is_stdout(args->out) && isatty(cli->out.fd)))
		nb_cli_complain(cli, "花脸稿不打印出来，请用 -o 写明文件名");
	else if (nb_target_is_same(args->out, args->operand[0]) ||
	    nb_target_is_same(args->out, args->operand[1]))
		nb_cli_complain(cli, "“%s”是输入文件，不能写成它", args->out);
	else
		return true;
	return false;
}

static bool
find_form(struct nb_cli *cli, const struct nb_args *args, struct wish *ret)
{
	*ret = (struct wish){ FORM_TEXT, NULL };
	if (args->to != NULL || args->out != NULL)
		return find_pages(cli, args, ret);
	if (args->format == NULL || g_str_equal(args->format, "text"))
		return true;
	ret->form = FORM_JSON;
	if (g_str_equal(args->format, "json"))
		return true;
	nb_cli_complain(
	    cli, "--format 要写 text 或 json，这里是“%s”", args->format);
	return false;
}

static bool
is_sound(struct nb_cli *cli, const struct nb_args *args)
{
	if (!nb_target_is_stdout(args->operand[0]) ||
	    !nb_target_is_stdout(args->operand[1]))
		return true;
	nb_cli_complain(cli, "两份不能都从标准输入读");
	return false;
}

/* Says when there is something in the file that is not compared. */
static void
tell_lost(struct nb_cli *cli, struct nb_arena *a, const struct nb_report *r,
    const struct nb_diags *heard)
{
	const unsigned n = nb_document_lost(heard);
	struct nb_diags d;

	if (n == 0)
		return;
	nb_diags_init(&d, a);
	nb_diag_add(&d, &nb_code_H20, r->span,
	    "有%u处读不懂，那里的不同可能没有列出来", n);
	nb_show_trouble(cli, &d);
}

/* NULL: the user has been told. */
static const struct nb_report *
load(struct nb_cli *cli, struct nb_arena *a, const char *path)
{
	const struct nb_text *text;
	const struct nb_report *r;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (nb_source_open(a, path, &d, &text) != NB_OK) {
		nb_show_trouble(cli, &d);
		return NULL;
	}
	r = nb_report_build(a, nb_source_yaml(a, text, &d), NULL, &d);
	tell_lost(cli, a, r, &d);
	return r;
}

/* The 花脸稿, in its file. */
static enum nb_status
write_pages(struct nb_cli *cli, const struct nb_args *args, struct nb_arena *a,
    const struct nb_data *data, const struct nb_output *output,
    const struct nb_diff *diff)
{
	const struct nb_redline redline =
	    nb_diff_pages(a, diff, data->template);
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_diags d;
	enum nb_status status;

	nb_diags_init(&d, a);
	status = output->write(
	    nb_layout_redline(a, &redline, data->template, data->fonts, &d), 0,
	    out, &d);
	if (status == NB_OK)
		status = nb_file_write(args->out, out->str, out->len, &d);
	nb_show_trouble(cli, &d);
	if (status == NB_OK && !nb_target_is_stdout(args->out))
		nb_sink_line(&cli->err, "已写出 %s", args->out);
	return status;
}

static enum nb_exit
compare(struct nb_cli *cli, const struct nb_args *args, struct nb_arena *a,
    const struct nb_data *data, const struct wish *wish)
{
	const struct nb_report *old = load(cli, a, args->operand[0]);
	const struct nb_report *now = load(cli, a, args->operand[1]);
	const struct nb_diff_look look = { nb_sink_cells(&cli->out),
		cli->out.colour };
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_diff d;

	if (old == NULL || now == NULL)
		return NB_EXIT_FAILED;
	d = nb_diff_new(a, old, now, data->outline, data->han);
	switch (wish->form) {
	case FORM_TEXT:
		if (d.n == 0)
			nb_sink_line(&cli->err, "两份稿子没有不同");
		nb_diff_show_text(out, a, &d, &look);
		break;
	case FORM_JSON:
		nb_diff_show_json(out, a, &d);
		break;
	case FORM_PAGES:
		if (write_pages(cli, args, a, data, wish->output, &d) != NB_OK)
			return NB_EXIT_FAILED;
		break;
	}
	nb_sink_string(&cli->out, out);
	return d.n > 0 ? NB_EXIT_FINDINGS : NB_EXIT_OK;
}

static bool
open_data(struct nb_data *data, struct nb_cli *cli, const struct nb_args *args,
    const struct wish *wish)
{
	bool ok;

	if (!nb_data_knows(data, cli, NB_TEMPLATE_FILE, args->template))
		return false;
	ok = nb_data_outline(data, NULL) == NB_OK &&
	    nb_data_han_words(data) == NB_OK &&
	    (wish->form != FORM_PAGES ||
		(nb_data_template(data, args->template) == NB_OK &&
		    nb_data_fonts(data) == NB_OK));
	nb_show_trouble(cli, &data->diags);
	return ok;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_data data;
	struct wish wish;

	if (!find_form(cli, args, &wish) || !is_sound(cli, args))
		return NB_EXIT_FAILED;
	nb_data_init(&data);
	if (open_data(&data, cli, args, &wish)) {
		struct nb_arena *a = nb_arena_new();

		status = compare(cli, args, a, &data, &wish);
		nb_arena_free(a);
	}
	nb_data_clear(&data);
	return status;
}

static const char *const exits[] = {
	"没有不同",
	"有不同",
	"没能工作：用法不对、文件读不了、缺字体、磁盘已满",
};

const struct nb_cmd nb_cmd_diff = {
	.name = "diff",
	.title = "比较两份报告：改了哪些字句、数字、任务和表",
	.operand = "旧稿 新稿",
	.least = 2,
	.most = 2,
	.about =
	    "逐章、逐段、逐句、逐词比较印出来的内容；YAML "
	    "的写法、注释不同不算。"
	    "行首的 + 是新增，- 是删去，~ 是改动，> 是移动；"
	    "句子里〔－…〕是删去的字，〔＋…〕是新增的字。"
	    "一份简体、一份繁体，只是字形不同的不列。\n"
	    "没有不同，什么也不打印。\n"
	    "花脸稿照新稿的版面排：删去的加删除线，新增的加下划线，有改动的行左"
	    "边有竖线，移动的注明从哪里来、到哪里去。版头、主送、署名、附件说明"
	    "和版记也排，改动就标在那里；发文机关标志太大，只在旁边画竖线。"
	    "不印在纸上的公文要素、指标、上年任务的改动列成一张表，附在后面。\n"
	    "json 是一个对象：\n"
	    "  old.rows     "
	    "旧稿的各行（标题、段落、任务、指标、表行各为一行），"
	    "有 kind 和 fields\n"
	    "  new.count    新稿的行数\n"
	    "  changes      change（changed、moved、inserted、deleted）、kind、"
	    "old.row、new.row、fields\n"
	    "  fields       name、edits；gone 表示新稿没有这一项\n"
	    "  edits        op（keep、delete、insert）、text；keep 的 as 是新稿"
	    "的字形，to、from 是移到、移自哪一行\n"
	    "旧稿去掉 changes 里 old.row 的各行，新稿的位置先放 changes 里 "
	    "new.row 的各行，其余依次填上，就是新稿。",
	.option = options,
	.example = examples,
	.exit = exits,
	.run = run,
};
