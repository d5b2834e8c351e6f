/*
 * cli/cmd_verify.c - nianbao verify: is this PDF what its own source gives?
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/archive/making.h"
#include "cli/archive/verify.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/folder.h"
#include "cli/show.h"

static const GOptionEntry options[] = {
	NB_OPTION_FORMAT,
	NB_OPTION(0, "template", FILENAME, template,
	    "当初用的是本单位自己的版式：这个 .yaml 文件", "版式"),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao verify 年报.pdf", "照里面的稿子重排，看一个字节差不差" },
	{ "nianbao verify 存档/", "文件夹里的全部 PDF" },
	{ "nianbao verify --template 本街道.yaml 年报.pdf",
	    "当初用了本单位的版式" },
	{ "nianbao verify --format=json 存档/", "给别的程序读" },
	{ NULL, NULL },
};

static const struct {
	const char *word, *name;
	enum nb_exit exit;
} verdicts[] = {
	[NB_VERIFIED_SAME] = { "一致", "same", NB_EXIT_OK },
	[NB_VERIFIED_DIFFERENT] = { "不一致", "different", NB_EXIT_FINDINGS },
	[NB_VERIFIED_UNKNOWN] = { "没法核对", "unknown", NB_EXIT_FAILED },
};

/* What is the same for every file of a run. */
struct job {
	struct nb_cli *cli;
	struct nb_show *show;
	struct nb_verifying verifying;
	unsigned n[NB_COUNT(verdicts)];
};

static void
add_full(GString *out, const char *path, const struct nb_verification *v)
{
	g_string_append_printf(out, "%s：", verdicts[v->verdict].word);
	nb_render_text(out, nb_str_z(path));
	if (v->verdict == NB_VERIFIED_SAME)
		g_string_append_printf(out,
		    "，照里面的 " NB_FMT " 重排，%u 页，一个字节也不差",
		    NB_ARG(v->making->source[0].name), v->pages);
	else if (v->alike && v->other_page == 0)
		g_string_append(out,
		    "；照现在的程序、版式、字体重排，各页的文字和位置都相同");
	else if (v->alike)
		g_string_append_printf(out,
		    "；照现在的程序、版式、字体重排，从第 %u 页起不同",
		    v->other_page);
	g_string_append_c(out, '\n');
}

static void
add_field(GString *out, const char *name, struct nb_str value)
{
	g_string_append_printf(out, ",\"%s\":", name);
	nb_render_json_string(out, value);
}

static void
add_json(GString *out, const char *path, const struct nb_verification *v)
{
	g_string_append(out, "{\"type\":\"verify\"");
	add_field(out, "file", nb_str_z(path));
	add_field(out, "verdict", nb_str_z(verdicts[v->verdict].name));
	if (v->making != NULL) {
		add_field(out, "source", v->making->source[0].name);
		add_field(out, "program", v->making->program);
		add_field(out, "template", v->making->template.name);
	}
	if (v->pages > 0)
		g_string_append_printf(out, ",\"pages\":%u", v->pages);
	if (v->alike)
		g_string_append_printf(
		    out, ",\"other_page\":%u", v->other_page);
	g_string_append(out, "}\n");
}

static void
show_verdict(
    const struct job *job, const char *path, const struct nb_verification *v)
{
	g_autoptr(GString) out = g_string_new(NULL);

	switch (nb_show_format(job->show)) {
	case NB_FORMAT_FULL:
		add_full(out, path, v);
		break;
	case NB_FORMAT_CONCISE:
		nb_render_text(out, nb_str_z(path));
		g_string_append_printf(
		    out, ": %s\n", verdicts[v->verdict].word);
		break;
	case NB_FORMAT_JSON:
		add_json(out, path, v);
		break;
	case NB_FORMAT_SARIF: /* refused by nb_show_is_plain */
	case NB_FORMAT_CSV:
		NB_UNREACHABLE();
	}
	nb_sink_string(&job->cli->out, out);
}

static enum nb_exit
verify_file(struct job *job, const char *path)
{
	struct nb_verification v = { .arena = nb_arena_new() };
	enum nb_exit status;

	nb_diags_init(&v.diags, v.arena);
	nb_verify(&job->verifying, path, &v);
	nb_show_findings(job->show, &job->cli->out, &v.diags);
	show_verdict(job, path, &v);
	job->n[v.verdict]++;
	status = verdicts[v.verdict].exit;
	nb_arena_free(v.arena);
	return status;
}

static bool
list_files(struct nb_cli *cli, const struct nb_args *args, GPtrArray *files)
{
	static const char *const suffix[] = { ".pdf", NULL };

	for (unsigned i = 0; i < args->n_operands; i++) {
		const char *path = args->operand[i];

		if (!nb_folder_is(path))
			g_ptr_array_add(files, g_strdup(path));
		else if (!nb_folder_files_of(cli, path, suffix, files))
			return false;
	}
	nb_folder_unique(files);
	if (files->len > 0)
		return true;
	nb_cli_complain(cli, "“%s”里没有 PDF", args->operand[0]);
	return false;
}

static enum nb_exit
verify_all(struct job *job, const GPtrArray *files)
{
	enum nb_exit status = NB_EXIT_OK;

	nb_show_begin(job->show, &job->cli->out);
	for (guint i = 0; i < files->len; i++)
		status =
		    nb_exit_worse(status, verify_file(job, files->pdata[i]));
	nb_show_end(job->show, &job->cli->out);
	if (files->len > 1)
		nb_sink_printf(&job->cli->err,
		    "共 %u 份：一致 %u 份，不一致 %u 份，没法核对 %u 份\n",
		    files->len, job->n[NB_VERIFIED_SAME],
		    job->n[NB_VERIFIED_DIFFERENT], job->n[NB_VERIFIED_UNKNOWN]);
	nb_show_trouble(job->cli, &job->verifying.data->diags);
	return status;
}

static bool
open_data(struct nb_data *data, struct nb_cli *cli)
{
	const bool ok = nb_data_outline(data, NULL) == NB_OK &&
	    nb_data_lexicon(data, NULL) == NB_OK &&
	    nb_data_fonts(data) == NB_OK;

	if (!ok)
		nb_show_trouble(cli, &data->diags);
	return ok;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	struct nb_show show;
	struct nb_data data;
	struct job job = { cli, &show, { &data, args->template, &show },
		{ 0 } };
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) &&
	    nb_show_is_plain(&show, cli, "verify") &&
	    list_files(cli, args, files) && open_data(&data, cli))
		status = verify_all(&job, files);
	nb_data_clear(&data);
	nb_show_clear(&show);
	return status;
}

static const char *const exits[] = {
	"一致",
	"不一致：被改过，或者损坏了",
	"没法核对：里面没有稿子，程序、版式、字体不是当初的，或者文件读不了",
};

const struct nb_cmd nb_cmd_verify = {
	.name = "verify",
	.title = "核对存档的 PDF：取出里面的稿子重排，看一个字节差不差",
	.operand = "PDF|文件夹…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "PDF 要是 render 或 batch 用 --pdfa 3a 写出的。不写文件。"
		 "只证明页面与里面的稿子一致，不是签名。",
	.option = options,
	.example = examples,
	.exit = exits,
	.run = run,
};
