/*
 * cli/cmd_ledger.c - nianbao ledger: what was promised over the years, and
 * what became of it.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/ledger_load.h"
#include "cli/ledger_show.h"
#include "cli/nearest.h"
#include "cli/own_codes.h"
#include "cli/show.h"
#include "cli/target.h"
#include "output/file.h"
#include "output/output.h"
#include "style/number_words.h"

#include <unistd.h>

static const GOptionEntry options[] = {
	NB_OPTION('o', "out", FILENAME, out,
	    "写到这个文件；不写就打印出来，pdf 必写", "文件"),
	NB_OPTION('t', "to", FILENAME, to,
	    "txt、json、csv（用 Excel 打开）、pdf；不写就看 -o 的后缀，"
	    "没有 -o 就是 txt",
	    "种类"),
	NB_OPTION(0, "template", FILENAME, template,
	    "pdf 按这份版式排：templates 里的名字，或一个 .yaml 文件", "版式"),
	NB_OPTION_COLOUR,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao ledger 2022.yaml 2023.yaml 2024.yaml", "三年的承诺和交代" },
	{ "nianbao ledger 各街道/", "按机关分开，各列一份" },
	{ "nianbao ledger 各街道/ -o 台账.csv", "用 Excel 打开" },
	{ "nianbao ledger 各街道/ -o 台账.pdf", "排成附件" },
	{ NULL, NULL },
};

/* --to NAME, and the suffix of a file. */
struct form {
	const char *name;
	nb_ledger_write_fn *write;
	const struct nb_output *output; /* of pages, or NULL */
};

static const struct form forms[] = {
	{ "txt", nb_ledger_text, NULL },
	{ "json", nb_ledger_json, NULL },
	{ "csv", nb_ledger_csv, NULL },
};

/* By --to, else by the suffix of -o, else text. */
static const char *
form_name(const struct nb_args *args)
{
	if (args->to != NULL)
		return args->to;
	return args->out != NULL ? nb_target_suffix(args->out, forms[0].name)
				 : forms[0].name;
}

/* One of the forms, or pages in one file. */
static bool
find_form(struct nb_cli *cli, const struct nb_args *args, struct form *ret)
{
	const char *name = form_name(args);
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (size_t i = 0; i < NB_COUNT(forms); i++) {
		g_ptr_array_add(names, (void *)forms[i].name);
		*ret = forms[i];
		if (g_str_equal(forms[i].name, name))
			return true;
	}
	*ret = (struct form){ name, nb_ledger_pages, nb_output_find(name) };
	if (ret->output != NULL && ret->output->write != NULL &&
	    !ret->output->per_page)
		return true;
	g_ptr_array_add(names, (void *)"pdf");
	nb_nearest_complain(cli, "这种台账", name, names);
	return false;
}

/* A terminal is no place for a PDF. */
static bool
is_printable(const struct form *form)
{
	return form->output == NULL || !g_str_equal(form->name, "pdf");
}

static bool
is_operand(const struct nb_args *args)
{
	bool found = false;

	for (unsigned i = 0; i < args->n_operands; i++)
		found |= nb_target_is_same(args->operand[i], args->out);
	return found;
}

/* Settled before any work. */
static bool
may_write(
    struct nb_cli *cli, const struct nb_args *args, const struct form *form)
{
	const bool to_stdout =
	    args->out == NULL || nb_target_is_stdout(args->out);

	if (!to_stdout && g_file_test(args->out, G_FILE_TEST_IS_DIR))
		nb_cli_complain(
		    cli, "“%s”是文件夹，-o 要写一个文件名", args->out);
	else if (!to_stdout && is_operand(args))
		nb_cli_complain(cli, "“%s”是输入文件，不能写成它", args->out);
	else if (to_stdout && !is_printable(form) &&
	    (args->out == NULL || isatty(cli->out.fd)))
		nb_cli_complain(cli, "PDF 不打印出来，请用 -o 写明文件名");
	else
		return true;
	return false;
}

/* Words of the outline; template and fonts where there will be pages. */
static bool
open_data(struct nb_data *data, struct nb_cli *cli, const struct nb_args *args,
    const struct form *form)
{
	return nb_data_knows(data, cli, NB_TEMPLATE_FILE, args->template) &&
	    nb_data_open(
		data, cli, args, form->output != NULL ? NB_DATA_PAGES : 0);
}

static struct nb_span
whole(const struct nb_ledger_file *file)
{
	return (struct nb_span){ file->text, 0, 0 };
}

static void
tell_conflicts(
    struct nb_cli *cli, struct nb_arena *a, const struct nb_ledger *l)
{
	struct nb_diags d;

	nb_diags_init(&d, a);
	for (uint32_t i = 0; i < l->n_twins; i++) {
		const struct nb_ledger_conflict *c = &l->twin[i];

		nb_diag_add(&d, &nb_code_A72, whole(c->file),
		    "与“" NB_FMT "”是同一机关、同一年度、同一文种，"
		    "只用名称短的那一份",
		    NB_ARG(c->other->text->name));
	}
	for (uint32_t i = 0; i < l->n_unclear; i++) {
		const struct nb_ledger_conflict *c = &l->unclear[i];

		nb_diag_add(&d, &nb_code_A73, whole(c->file),
		    "机关“" NB_FMT "”可能是“" NB_FMT
		    "”，也可能是别的机关，单列一处",
		    NB_ARG(c->file->organ), NB_ARG(c->other->organ));
	}
	nb_show_trouble(cli, &d);
}

static enum nb_exit
write_out(struct nb_cli *cli, const struct nb_args *args, struct nb_arena *a,
    const GString *bytes)
{
	struct nb_diags d;
	enum nb_status status;

	if (args->out == NULL || nb_target_is_stdout(args->out)) {
		nb_sink_string(&cli->out, bytes);
		return NB_EXIT_OK;
	}
	nb_diags_init(&d, a);
	status = nb_file_write(args->out, bytes->str, bytes->len, &d);
	nb_show_trouble(cli, &d);
	if (status != NB_OK)
		return NB_EXIT_FAILED;
	nb_sink_line(&cli->err, "已写出 %s", args->out);
	return NB_EXIT_OK;
}

static enum nb_exit
show(struct nb_cli *cli, const struct nb_args *args, struct nb_arena *a,
    const struct nb_data *data, const struct form *form,
    const struct nb_ledger *l)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_diags d;
	const struct nb_ledger_form how = {
		.width = nb_sink_cells(&cli->out),
		.colour = cli->out.colour && args->out == NULL,
		.data = data,
		.output = form->output,
		.diags = &d,
	};
	enum nb_status status;

	nb_diags_init(&d, a);
	status = form->write(out, a, l, &how);
	nb_show_trouble(cli, &d);
	return status == NB_OK ? write_out(cli, args, a, out) : NB_EXIT_FAILED;
}

static enum nb_exit
make(struct nb_cli *cli, const struct nb_args *args, const struct nb_data *data,
    const struct form *form)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_ledger_files files =
	    nb_ledger_load(cli, a, args->operand, args->n_operands);
	enum nb_exit status = NB_EXIT_FAILED;

	if (files.file->len > 0) {
		const struct nb_ledger *l = nb_ledger_new(a,
		    (struct nb_ledger_file *const *)files.file->pdata,
		    files.file->len, &data->outline->number->small_is_good);

		tell_conflicts(cli, a, l);
		status = nb_exit_worse(
		    files.status, show(cli, args, a, data, form, l));
	} else {
		nb_cli_complain(cli, "没有可以放进台账的报告");
	}
	g_ptr_array_unref(files.file);
	nb_arena_free(a);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct form form;
	struct nb_data data;
	enum nb_exit status = NB_EXIT_FAILED;

	if (!find_form(cli, args, &form) || !may_write(cli, args, &form))
		return NB_EXIT_FAILED;
	nb_data_init(&data);
	if (open_data(&data, cli, args, &form))
		status = make(cli, args, &data, &form);
	nb_data_clear(&data);
	return status;
}

const struct nb_cmd nb_cmd_ledger = {
	.name = "ledger",
	.title = "台账：各年承诺了什么、办得怎样，指标和问题逐年对照",
	.operand = "文件或文件夹…",
	.least = 1,
	.most = G_MAXUINT,
	.about =
	    "把各年的报告和方案一起给它，先后不论；几个机关的，按机关分开。"
	    "承诺是下年任务、方案的任务表和报告里没有完成的任务行，"
	    "交代是以后各年的上年任务和任务表：文字相同的算同一项，"
	    "以原文开头再加几句的也算，相似到六成的标“疑似”；"
	    "同一份报告两处进展不一的，按差的算。没有了结的在前，时间久的在前，"
	    "年数算到这个机关最新的一份。\n"
	    "json 一行一个对象，type 说明是哪一种：\n"
	    "  organ    organ、newest、files、missing、promises、open、tally\n"
	    "  promise  organ、text、state、open、since、age、carried、unseen、"
	    "split、steps\n"
	    "  figure   organ、name、unit、points\n"
	    "  problem  organ、text、years、running、still、steps\n"
	    "steps 的 event 是 promised（提出、结转）、answered（交代）、"
	    "silent（没有交代）、absent（缺报告）。",
	.option = options,
	.example = examples,
	.run = run,
};
