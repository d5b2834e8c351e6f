/*
 * cli/cmd_fix.c - nianbao fix: the mends that need no thought, shown as a
 * diff or written back in the file's own encoding and line ends.
 */
#include "cli/cmd.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/fixer.h"
#include "cli/show.h"
#include "cli/target.h"
#include "cli/udiff.h"
#include "output/file.h"
#include "source/form.h"
#include "source/reader.h"

static const GOptionEntry options[] = {
	NB_OPTION(0, "apply", NONE, apply, "写回文件；不写就只看改哪里", NULL),
	NB_OPTIONS_CODES,
	NB_OPTION_OUTLINE,
	NB_OPTION_WORDS,
	NB_OPTION_COLOUR,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao fix 年报.yaml", "看看会改哪里" },
	{ "nianbao fix --apply 年报.yaml", "改好，写回" },
	{ "nianbao fix --select=Y --apply 年报.yaml", "只改文件的写法" },
	{ NULL, NULL },
};

/* What is the same for every file of a run. */
struct job {
	struct nb_cli *cli;
	const struct nb_data *data;
	const struct nb_selection *wanted;
	bool apply;
};

/* A file as it is. */
struct original {
	struct nb_arena *arena;
	struct nb_diags diags;
	const char *path;
	struct nb_str bytes;
	const struct nb_text *text;
	struct nb_form form;
};

static enum nb_status
open_original(struct original *o, const char *path)
{
	*o = (struct original){ .arena = nb_arena_new(), .path = path };
	nb_diags_init(&o->diags, o->arena);
	if (nb_source_read(
		o->arena, path, NB_SOURCE_MAX, &o->diags, &o->bytes) != NB_OK ||
	    nb_source_use(o->arena, path, o->bytes, &o->diags, &o->text) !=
		NB_OK)
		return NB_FAILED;
	o->form = nb_form_read(o->bytes);
	return NB_OK;
}

/* Bytes that are no letter, or line ends of several kinds, would be lost. */
static bool
is_kept(const struct original *o)
{
	g_autoptr(GString) again = g_string_new(NULL);

	return nb_form_write(&o->form, o->text->bytes, again) &&
	    nb_str_eq(o->bytes, (struct nb_str){ again->str, again->len });
}

static int
compare_codes(const void *pa, const void *pb)
{
	const struct nb_code *a = *(const struct nb_code *const *)pa;
	const struct nb_code *b = *(const struct nb_code *const *)pb;

	return g_strcmp0(a->id, b->id);
}

/* “年报.yaml：改 3 处（S13 2 处、Y01 1 处）” */
static void
say_mended(const struct job *job, const char *path, const struct nb_fixed *f)
{
	g_autoptr(GString) s = g_string_new(NULL);
	const guint n = f->code->len;
	guint first = 0;

	g_ptr_array_sort(f->code, compare_codes);
	for (guint i = 1; i <= n; i++) {
		const struct nb_code *code = f->code->pdata[first];

		if (i < n && f->code->pdata[i] == code)
			continue;
		g_string_append_printf(s, "%s%s %u 处", first > 0 ? "、" : "",
		    code->id, i - first);
		first = i;
	}
	nb_sink_line(&job->cli->err, "%s：%s %u 处（%s）%s", path,
	    job->apply ? "已改" : "可改", n, s->str,
	    job->apply || nb_target_is_stdout(path) ? "" : "；加 --apply 写回");
}

/* What could not be mended.  Not a word when all could. */
static void
say_refused(const struct job *job, const char *path, const struct nb_fixed *f)
{
	for (guint i = 0; i < f->refused->len; i++)
		nb_sink_line(
		    &job->cli->err, "%s", (const char *)f->refused->pdata[i]);
	if (f->more)
		nb_sink_line(&job->cli->err,
		    "%s：要改的太多，这一遍没有改完，请再运行一次", path);
}

/* NB_FAILED: the user has been told why the file is as it was. */
static enum nb_status
write_back(const struct job *job, const struct original *o, const GString *text)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct nb_diags d;

	nb_diags_init(&d, o->arena);
	if (!nb_form_write(
		&o->form, (struct nb_str){ text->str, text->len }, bytes)) {
		nb_cli_complain(job->cli,
		    "没有写回 %s：改后的字在原来的编码里没有，"
		    "请先另存为 UTF-8",
		    o->path);
		return NB_FAILED;
	}
	if (nb_file_write(o->path, bytes->str, bytes->len, &d) == NB_OK)
		return NB_OK;
	nb_show_trouble(job->cli, &d);
	return NB_FAILED;
}

static void
show_diff(const struct job *job, const struct original *o, const GString *text)
{
	g_autoptr(GString) out = g_string_new(NULL);

	nb_udiff_write(out, o->path, o->text->bytes,
	    (struct nb_str){ text->str, text->len }, job->cli->out.colour);
	nb_sink_string(&job->cli->out, out);
}

/* Standard input always goes to standard output, mended or not. */
static enum nb_exit
deliver(const struct job *job, const struct original *o, struct nb_fixed *f)
{
	const bool filter = nb_target_is_stdout(o->path);

	if (!filter && f->code->len == 0) {
		if (f->refused->len == 0)
			nb_sink_line(
			    &job->cli->err, "%s：没有可以代改的", o->path);
	} else if (!filter && !job->apply) {
		show_diff(job, o, f->text);
	} else if (write_back(job, o, f->text) != NB_OK) {
		return NB_EXIT_FAILED;
	}
	if (f->code->len > 0)
		say_mended(job, o->path, f);
	say_refused(job, o->path, f);
	return f->refused->len > 0 || f->more ? NB_EXIT_FINDINGS : NB_EXIT_OK;
}

static enum nb_exit
fix_text(const struct job *job, const struct original *o)
{
	struct nb_fixed fixed;
	enum nb_exit status;

	if (!is_kept(o)) {
		nb_cli_complain(job->cli,
		    "没有改 %s：它有不成文字的字节、看不见的字符或者几种"
		    "换行，写回去会变样；请先用编辑器另存为 UTF-8",
		    o->path);
		return NB_EXIT_FAILED;
	}
	fixed = nb_fix(o->text->name, o->text->bytes, job->data, job->wanted);
	status = deliver(job, o, &fixed);
	nb_fixed_clear(&fixed);
	return status;
}

static enum nb_exit
fix_file(const struct job *job, const char *path)
{
	struct original o;
	enum nb_exit status = NB_EXIT_FAILED;

	if (open_original(&o, path) == NB_OK)
		status = fix_text(job, &o);
	else
		nb_show_trouble(job->cli, &o.diags);
	nb_arena_free(o.arena);
	return status;
}

/* The fonts stay closed: no mend is about them. */
static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_selection wanted;
	struct nb_data data;
	const struct job job = { cli, &data, &wanted, args->apply };
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_selection_read(&wanted, cli, args->select, args->ignore) &&
	    nb_data_open(&data, cli, args, NB_DATA_WORDS)) {
		status = NB_EXIT_OK;
		for (unsigned i = 0; i < args->n_operands; i++)
			status = nb_exit_worse(
			    status, fix_file(&job, args->operand[i]));
	}
	nb_data_clear(&data);
	nb_selection_clear(&wanted);
	return status;
}

const struct nb_cmd nb_cmd_fix = {
	.name = "fix",
	.title = "代改：不用斟酌就能改的问题，先看改哪里，再写回",
	.operand = "文件…",
	.least = 1,
	.most = G_MAXUINT,
	.about = "只改出问题的几个字，注释、缩进、编码、换行都照原样；改后会"
		 "重读一遍，别处的内容跟着变了就不改。能代改哪些，见 "
		 "nianbao list rules 里的“可代改”。文件写作“-”就从标准输入读，"
		 "改好的写到标准输出。",
	.option = options,
	.example = examples,
	.run = run,
};
