#include "cli/batch/run.h"

#include "cli/args.h"
#include "cli/batch/manifest.h"
#include "cli/batch/pool.h"
#include "cli/batch/stop.h"
#include "cli/data.h"
#include "cli/show.h"
#include "diag/said.h"

#include <malloc.h>
#include <string.h>

enum {
	PAUSE_MS = 100,  /* how soon a signal is seen */
	KEPT = 64 << 20, /* of freed memory, at most, by a thread [byte] */
};

void
nb_run_init(struct nb_run *run)
{
	const guint all = run->inputs->input->len;

	run->mine = g_new0(uint32_t, all + 1);
	run->n = 0;
	for (uint32_t i = 0; i < all; i++) {
		const char *name = nb_inputs_at(run->inputs, i)->name;

		if (run->shard.n == 1 ||
		    nb_shard_of(name, run->shard.n) == run->shard.k)
			run->mine[run->n++] = i;
	}
	run->worked = g_new0(struct nb_worked, run->n + 1);
	run->done = g_new0(bool, run->n + 1);
	for (uint32_t i = 0; i < run->n; i++)
		nb_worked_init(
		    &run->worked[i], nb_inputs_at(run->inputs, run->mine[i]));
}

void
nb_run_clear(struct nb_run *run)
{
	for (uint32_t i = 0; i < run->n; i++)
		nb_worked_clear(&run->worked[i]);
	g_free(run->worked);
	g_free(run->done);
	g_free(run->mine);
}

/* In a thread. */
static void
work(void *to, unsigned worker, uint32_t item)
{
	struct nb_run *run = to;
	const uint32_t i = run->mine[item];

	nb_work_do(&run->work, &run->data[worker], nb_inputs_at(run->inputs, i),
	    run->plan->stem[i], &run->worked[item]);
}

/* With --format its findings, as if all documents were one list. */
static void
tell_findings(struct nb_run *run, struct nb_worked *w)
{
	const char *separator = run->show->rendering.renderer->separator;

	if (w->n_listed > 0)
		nb_bar_hide(&run->bar);
	if (w->n_listed > 0 && run->n_listed > 0 && separator != NULL)
		nb_sink_printf(&run->cli->out, "%s", separator);
	nb_sink_string(&run->cli->out, w->findings);
	run->n_listed += w->n_listed;
	run->n_mendable += w->n_mendable;
	g_string_truncate(w->findings, 0);
}

/* What became of a document, in a line. */
static void
tell_line(struct nb_run *run, const struct nb_record *r, struct nb_sink *to)
{
	g_autoptr(GString) line = g_string_new(NULL);

	nb_render_text(line, nb_str_z(r->name));
	g_string_append_printf(line, "：%s", nb_done_word(r->done));
	if (r->reason != NULL)
		g_string_append_printf(line, "：%s", r->reason);
	if (nb_hidden_sum(r->n_hidden) > 0 || r->n[NB_ERROR] > 0) {
		g_string_append_printf(line, "（错误 %u 个，警告 %u 个",
		    r->n[NB_ERROR], r->n[NB_WARNING]);
		nb_render_hidden(line, r->n_hidden);
		g_string_append(line, "）");
	}
	g_string_append_c(line, '\n');
	if (r->mend != NULL)
		nb_full_note(line, "建议", nb_str_z(r->mend));
	nb_bar_hide(&run->bar);
	nb_sink_string(to, line);
}

/* With --format standard output is for findings only. */
static void
tell(struct nb_run *run, struct nb_worked *w)
{
	const struct nb_record *r = &w->record;
	const bool is_bad =
	    r->done == NB_DONE_FAILED || r->done == NB_DONE_REFUSED;
	const bool hides = nb_hidden_sum(r->n_hidden) > 0;

	for (size_t i = 0; i < NB_COUNT(run->total.n); i++) {
		run->total.n[i] += r->n[i];
		run->total.n_hidden[i] += r->n_hidden[i];
	}
	if (run->args->format != NULL) {
		tell_findings(run, w);
		if (is_bad || hides)
			tell_line(run, r, &run->cli->err);
	} else if (is_bad || hides || r->n[NB_ERROR] > 0) {
		tell_line(run, r, &run->cli->out);
	}
}

/* What is done is told in the order of the list. */
static void
tell_on(struct nb_run *run)
{
	while (run->told < run->n && run->done[run->told])
		tell(run, &run->worked[run->told++]);
}

/* Of a run that was stopped, what is done behind the first that is not. */
static void
tell_rest(struct nb_run *run)
{
	for (; run->told < run->n; run->told++)
		if (run->done[run->told])
			tell(run, &run->worked[run->told]);
}

/* A document came back from its thread. */
static void
take(struct nb_run *run, uint32_t item)
{
	const struct nb_worked *w = &run->worked[item];

	run->done[item] = true;
	run->status = nb_exit_worse(run->status, w->found);
	run->disk_full |= w->disk_full;
	if (!w->record.kept && w->record.done != NB_DONE_FAILED &&
	    nb_manifest_add(run->manifest, &w->record) != 0) {
		run->disk_full = true;
		run->status = NB_EXIT_FAILED;
	}
}

/* Whether the run was just told, or forced, to begin nothing more. */
static bool
must_stop(struct nb_run *run, struct nb_stop *stop)
{
	if (run->stopped)
		return false;
	if (run->disk_full) {
		nb_bar_hide(&run->bar);
		nb_cli_complain(run->cli, "磁盘已满，做完手上的就停");
		run->stopped = true;
	} else if (nb_stop_asked(stop)) {
		nb_bar_hide(&run->bar);
		nb_cli_complain(
		    run->cli, "正在停：做完手上的就停；再按一次立刻停");
		run->stopped = true;
	}
	return run->stopped;
}

/*
 * A thread keeps the memory that a document leaves for the next one, which asks
 * for as much: to give it back and be given it again, zeroed, would take longer
 * than to write the document's file.
 */
static void
keep_memory(void)
{
#ifdef M_TRIM_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, KEPT / 2);
	mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

void
nb_run_do(struct nb_run *run)
{
	struct nb_stop stop;
	struct nb_pool *pool;
	enum nb_pool_news news;
	uint32_t done = 0, item;

	keep_memory();
	nb_stop_begin(&stop);
	nb_bar_init(&run->bar, &run->cli->err, run->n);
	pool = nb_pool_new(run->jobs, run->n, work, run);
	while ((news = nb_pool_wait(pool, PAUSE_MS, &item)) != NB_POOL_OVER) {
		if (news == NB_POOL_ITEM) {
			take(run, item);
			done++;
		}
		if (must_stop(run, &stop))
			nb_pool_stop(pool);
		tell_on(run);
		nb_bar_step(&run->bar, done);
	}
	run->stopped &= done < run->n;
	nb_bar_hide(&run->bar);
	nb_pool_free(pool);
	tell_rest(run);
	nb_stop_end(&stop);
}
