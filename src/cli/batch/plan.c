#include "cli/batch/plan.h"

#include "cli/args.h"
#include "cli/batch/facts.h"
#include "cli/batch/index.h"
#include "cli/batch/open.h"
#include "cli/batch/pool.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "model/report.h"
#include "output/output.h"

#include <stdlib.h>
#include <string.h>

enum { CLASHES_SHOWN = 10, PAUSE_MS = 1000 };

/* Giving names to all inputs. */
struct naming {
	struct nb_plan *plan;
	const struct nb_args *args;
	const struct nb_inputs *in;
	const struct nb_vocabulary *words;
	char *pattern; /* without the suffix, or NULL */
};

const struct nb_output *
nb_plan_output(struct nb_cli *cli, const struct nb_args *args)
{
	const char *dot = args->name != NULL ? strrchr(args->name, '.') : NULL;

	if (args->to != NULL)
		return nb_target_output(cli, args->to);
	if (dot != NULL && nb_output_find(dot + 1) != NULL)
		return nb_output_find(dot + 1);
	return nb_target_output(cli, "pdf");
}

static char *
pattern_of(const struct nb_args *args, const struct nb_output *output)
{
	g_autofree char *suffix = g_strconcat(".", output->name, NULL);
	size_t n;

	if (args->name == NULL)
		return NULL;
	n = strlen(args->name);
	if (g_str_has_suffix(args->name, suffix))
		n -= strlen(suffix);
	return g_strndup(args->name, n);
}

/* As the input is called, without its suffix. */
static char *
usual_stem(const char *name)
{
	g_autofree char *stem = g_strndup(name, nb_target_stem(name));

	return nb_name_tame(stem);
}

static void
name_one(void *to, unsigned worker, uint32_t i)
{
	const struct naming *n = to;
	const struct nb_input *in = nb_inputs_at(n->in, i);
	const struct nb_report *report = NULL;
	const bool asks = nb_name_asks(n->pattern);
	struct nb_document doc;

	(void)worker;
	nb_document_init(&doc);
	if (asks)
		report = nb_open_report(&doc, in, n->args, n->words);
	if (report != NULL && in->found && in->kind == NB_INPUT_YAML &&
	    !nb_report_is_meant(report))
		report = NULL; /* as in work.c: what is imported is meant */
	if (report != NULL || !asks) {
		const struct nb_name_words words =
		    nb_facts_name(doc.arena, report, in, n->plan->n);

		n->plan->stem[i] = nb_name_make(n->pattern, &words);
	}
	nb_document_clear(&doc);
}

static void
name_all(struct naming *n, unsigned jobs)
{
	struct nb_pool *pool;
	uint32_t item;

	for (uint32_t i = 0; i < n->plan->n && n->pattern == NULL; i++)
		n->plan->stem[i] = usual_stem(nb_inputs_at(n->in, i)->name);
	if (n->pattern == NULL)
		return;
	pool = nb_pool_new(jobs, n->plan->n, name_one, n);
	while (nb_pool_wait(pool, PAUSE_MS, &item) != NB_POOL_OVER)
		continue;
	nb_pool_free(pool);
}

/* Looking for two that are one. */
struct looking {
	struct nb_cli *cli;
	GHashTable *taken; /* whose a path is, in words; both owned */
	char *folder;      /* of the outputs, canonical */
	unsigned clashes;
};

static void
take(struct looking *l, const char *path, char *whose)
{
	if (path != NULL)
		g_hash_table_replace(
		    l->taken, nb_target_canonical(path), whose);
	else
		g_free(whose);
}

static void
take_output(struct looking *l, const struct nb_input *in, const char *file)
{
	char *path = g_build_filename(l->folder, file, NULL);
	const char *other = g_hash_table_lookup(l->taken, path);

	if (other == NULL) {
		g_hash_table_insert(
		    l->taken, path, g_strdup_printf("“%s”的输出", in->name));
		return;
	}
	if (l->clashes++ < CLASHES_SHOWN)
		nb_cli_complain(l->cli, "“%s”的输出会和%s成为同一个文件：%s",
		    in->name, other, file);
	g_free(path);
}

static void
take_inputs(struct looking *l, const struct nb_inputs *in)
{
	for (guint i = 0; i < in->input->len; i++)
		take(l, nb_inputs_at(in, i)->path,
		    g_strdup_printf("输入文件“%s”", nb_inputs_at(in, i)->name));
}

static void
take_own(struct looking *l, const struct nb_args *args)
{
	g_autofree char *html =
	    g_build_filename(l->folder, NB_INDEX_HTML, NULL);
	g_autofree char *csv = g_build_filename(l->folder, NB_INDEX_CSV, NULL);

	take(l, html, g_strdup("目录“" NB_INDEX_HTML "”"));
	take(l, csv, g_strdup("目录“" NB_INDEX_CSV "”"));
	take(l, args->report, g_strdup("--report 的文件"));
	take(l, args->bind, g_strdup("--bind 的文件"));
}

static bool
is_free_of_clashes(const struct naming *n, struct nb_cli *cli)
{
	struct looking l = {
		.cli = cli,
		.taken = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, g_free),
		.folder = nb_target_canonical(n->args->out),
	};

	take_inputs(&l, n->in);
	take_own(&l, n->args);
	for (uint32_t i = 0; i < n->plan->n; i++) {
		const struct nb_input *in = nb_inputs_at(n->in, i);
		const char *stem = n->plan->stem[i];
		g_autofree char *file = NULL, *yaml = NULL;

		if (stem == NULL)
			continue;
		file = nb_plan_file(n->args, n->plan->output, stem);
		yaml = g_strconcat(stem, ".yaml", NULL);
		take_output(&l, in, file);
		if (in->kind == NB_INPUT_OLD)
			take_output(&l, in, yaml);
	}
	if (l.clashes > CLASHES_SHOWN)
		nb_cli_complain(
		    cli, "这样的还有 %u 处", l.clashes - CLASHES_SHOWN);
	if (l.clashes > 0)
		nb_cli_complain(cli,
		    "一份也没有做；可用 --name 写明各不相同的文件名，如 "
		    "{序号}-{原名}");
	g_hash_table_unref(l.taken);
	g_free(l.folder);
	return l.clashes == 0;
}

char *
nb_plan_file(const struct nb_args *args, const struct nb_output *output,
    const char *stem)
{
	const bool draft = args->review && args->name == NULL;

	return g_strconcat(stem, draft ? ".送审." : ".", output->name, NULL);
}

bool
nb_plan_make(struct nb_plan *ret, struct nb_cli *cli,
    const struct nb_args *args, const struct nb_vocabulary *words,
    const struct nb_inputs *in, unsigned jobs)
{
	struct naming n = {
		.plan = ret, .args = args, .in = in, .words = words
	};
	g_autofree char *fault =
	    args->name != NULL ? nb_name_fault(args->name) : NULL;
	bool ok;

	*ret = (struct nb_plan){ .n = in->input->len };
	ret->stem = g_new0(char *, ret->n + 1);
	if (fault != NULL) {
		nb_cli_complain(cli, "%s", fault);
		return false;
	}
	ret->output = nb_plan_output(cli, args);
	if (ret->output == NULL || !nb_typeset_may(cli, args, ret->output))
		return false;
	n.pattern = pattern_of(args, ret->output);
	name_all(&n, jobs);
	ok = is_free_of_clashes(&n, cli);
	g_free(n.pattern);
	return ok;
}

void
nb_plan_clear(struct nb_plan *p)
{
	for (uint32_t i = 0; i < p->n; i++)
		g_free(p->stem[i]);
	g_free(p->stem);
}
