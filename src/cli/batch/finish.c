/*
 * The end of a run: report, index, volume, and the closing lines.
 */
#include "cli/batch/run.h"

#include "cli/args.h"
#include "cli/batch/bind.h"
#include "cli/batch/index.h"
#include "cli/data.h"
#include "cli/show.h"
#include "diag/render.h"
#include "output/output.h"

static GPtrArray *
list_records(const struct nb_run *run)
{
	GPtrArray *record = g_ptr_array_new();

	for (uint32_t i = 0; i < run->n; i++)
		g_ptr_array_add(record, &run->worked[i].record);
	return record;
}

/* What the index shows: files that are no reports are none of it. */
static GPtrArray *
list_shown(const struct nb_run *run)
{
	GPtrArray *record = g_ptr_array_new();

	for (uint32_t i = 0; i < run->n; i++)
		if (run->worked[i].record.done != NB_DONE_PASSED)
			g_ptr_array_add(record, &run->worked[i].record);
	return record;
}

static bool
write_report(const struct nb_run *run, const GPtrArray *record)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *list = nb_inputs_hash(run->inputs);
	const struct nb_report_head head = {
		.shard = run->shard.k,
		.shards = run->shard.n,
		.total = run->inputs->input->len,
		.documents = run->n,
		.settings = (char *)run->work.key,
		.list = list,
	};

	nb_report_head_write(out, &head);
	for (guint i = 0; i < record->len; i++)
		nb_record_write(out, record->pdata[i]);
	return nb_index_file(run->cli, run->args->report, out);
}

static enum nb_exit
bind(struct nb_run *run, const GPtrArray *record)
{
	g_autoptr(GPtrArray) in = g_ptr_array_new();

	if (run->stopped) {
		nb_cli_complain(run->cli, "没有做完，没有合订");
		return NB_EXIT_FAILED;
	}
	for (uint32_t i = 0; i < run->n; i++)
		g_ptr_array_add(
		    in, (void *)nb_inputs_at(run->inputs, run->mine[i]));
	return nb_bind_write(run->cli, &run->work, &run->data[0], in, record);
}

/* How many of each kind. */
struct counts {
	unsigned of[NB_DONE_STATES], kept, pages;
};

static struct counts
count(const struct nb_run *run)
{
	struct counts c = { .pages = 0 };

	for (uint32_t i = 0; i < run->n; i++) {
		const struct nb_record *r = &run->worked[i].record;

		if (r->kept)
			c.kept++;
		else
			c.of[r->done]++;
		c.pages += r->pages;
	}
	return c;
}

static void
add_count(GString *out, unsigned n, const char *what)
{
	if (n > 0)
		g_string_append_printf(out, "，%s %u 份", what, n);
}

static void
say_counts(const struct nb_run *run)
{
	const struct counts c = count(run);
	g_autoptr(GString) out = g_string_new(NULL);

	g_string_append_printf(out, "共 %u 份", run->n);
	add_count(out, c.of[NB_DONE_WRITTEN], "写出");
	add_count(out, c.kept, "没有变化");
	add_count(out, c.of[NB_DONE_REFUSED], "没有写出");
	add_count(out, c.of[NB_DONE_FAILED], "失败");
	add_count(out, c.of[NB_DONE_PASSED], "不是报告");
	add_count(out, c.of[NB_DONE_LEFT], "没有做");
	if (run->plan->output->write != NULL)
		g_string_append_printf(out, "；%u 页", c.pages);
	g_string_append_printf(out, "；错误 %u 个，警告 %u 个",
	    run->total.n[NB_ERROR], run->total.n[NB_WARNING]);
	nb_render_hidden(out, run->total.n_hidden);
	g_string_append_c(out, '\n');
	nb_sink_string(&run->cli->err, out);
	if (c.of[NB_DONE_LEFT] > 0)
		nb_cli_complain(run->cli,
		    "还有 %u 份没有做；同样的命令加上 --resume 就接着做",
		    c.of[NB_DONE_LEFT]);
}

enum nb_exit
nb_run_finish(struct nb_run *run)
{
	g_autoptr(GPtrArray) record = list_records(run);
	g_autoptr(GPtrArray) shown = list_shown(run);
	enum nb_exit status = run->status;
	bool ok = true;

	if (run->stopped)
		status = NB_EXIT_FAILED;
	if (run->shard.n == 1)
		ok = nb_index_write(run->cli, run->args->out, shown);
	if (run->args->report != NULL)
		ok &= write_report(run, record);
	if (run->args->bind != NULL)
		status = nb_exit_worse(status, bind(run, record));
	say_counts(run);
	return ok ? status : NB_EXIT_FAILED;
}
