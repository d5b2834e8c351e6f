#include "cli/batch/bind.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/batch/index.h"
#include "cli/batch/open.h"
#include "cli/data.h"
#include "cli/show.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "layout/volume.h"
#include "output/output.h"

bool
nb_bind_may(struct nb_cli *cli, const struct nb_args *args)
{
	const char *path = args->bind;
	const struct nb_output *output;

	if (nb_target_is_stdout(path)) {
		nb_cli_complain(cli, "--bind 要写成一个文件");
		return false;
	}
	output = nb_target_output(cli, nb_target_suffix(path, "pdf"));
	if (output == NULL)
		return false;
	if (output->per_page)
		nb_cli_complain(cli, "--bind 要写成一个文件，%s 是每页一个文件",
		    output->name);
	else if (output->write == NULL)
		nb_cli_complain(
		    cli, "--bind 合订的是页，%s 不分页", output->name);
	return !output->per_page && output->write != NULL &&
	    nb_typeset_may(cli, args, output);
}

/* The documents while their pages are needed. */
struct binding {
	const struct nb_work *w;
	const struct nb_data *data;
	struct nb_document *doc;
	uint32_t n;
	struct nb_volume_part *part;
};

/* False when the file cannot be read any more. */
static bool
add(struct binding *b, const struct nb_input *in)
{
	const struct nb_typesetting how = {
		.data = b->data,
		.show = b->w->show,
		.conform = b->w->args->conform,
		.review = b->w->args->review,
	};
	struct nb_document *doc = &b->doc[b->n];
	struct nb_typeset set;
	struct nb_opened from;

	nb_document_init(doc);
	b->n++;
	if (nb_open_bytes(&from, doc, in, b->w->args) != NB_OK ||
	    nb_open_document(&from, doc, in, in->path, b->w->args, b->data) !=
		NB_OK)
		return false;
	set = nb_typeset(doc, &how);
	b->part[b->n - 1] =
	    (struct nb_volume_part){ doc->report->title.text, set.pages };
	return set.refusal == NULL;
}

static enum nb_exit
write_volume(struct nb_cli *cli, const struct binding *b)
{
	const char *path = b->w->args->bind;
	const struct nb_output *output =
	    nb_output_find(nb_target_suffix(path, "pdf"));
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	const struct nb_prose title =
	    nb_prose_made(a, NB_S("目录"), (struct nb_span){ 0 });
	const struct nb_pages *pages = nb_volume_bind(
	    a, &title, b->part, b->n, b->data->template, b->data->fonts);
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (output->write(pages, 0, bytes, &d) != NB_OK)
		nb_show_trouble(cli, &d);
	else if (nb_index_file(cli, path, bytes))
		status = NB_EXIT_OK;
	if (status == NB_EXIT_OK)
		nb_sink_line(&cli->err, "已合订成 %s（%u 份，%u 页）", path,
		    b->n, pages->n_pages);
	nb_arena_free(a);
	return status;
}

enum nb_exit
nb_bind_write(struct nb_cli *cli, const struct nb_work *w,
    const struct nb_data *data, const GPtrArray *in, const GPtrArray *record)
{
	struct binding b = {
		.w = w,
		.data = data,
		.doc = g_new0(struct nb_document, in->len + 1),
		.part = g_new0(struct nb_volume_part, in->len + 1),
	};
	enum nb_exit status = NB_EXIT_FAILED;
	bool ok = true;

	for (guint i = 0; i < in->len && ok; i++) {
		const struct nb_record *r = record->pdata[i];
		const struct nb_input *input = in->pdata[i];

		if (r->done != NB_DONE_WRITTEN)
			continue;
		ok = add(&b, input);
		if (!ok)
			nb_cli_complain(
			    cli, "没有合订：“%s”刚才变了", input->name);
	}
	if (ok && b.n == 0)
		nb_cli_complain(cli, "没有合订：一份也没有写出");
	else if (ok)
		status = write_volume(cli, &b);
	for (uint32_t i = 0; i < b.n; i++)
		nb_document_clear(&b.doc[i]);
	g_free(b.doc);
	g_free(b.part);
	return status;
}
