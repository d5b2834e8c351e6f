#include "cli/batch/work.h"

#include "base/sha256.h"
#include "cli/args.h"
#include "cli/batch/facts.h"
#include "cli/batch/manifest.h"
#include "cli/batch/open.h"
#include "cli/batch/plan.h"
#include "cli/show.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "model/report.h"
#include "output/codes.h"
#include "output/file.h"
#include "output/output.h"

/* One document in hand. */
struct hand {
	const struct nb_work *w;
	const struct nb_data *data;
	const struct nb_input *in;
	const char *stem;
	struct nb_opened from;
	struct nb_document doc;
	struct nb_worked *ret;
};

void
nb_worked_init(struct nb_worked *w, const struct nb_input *in)
{
	*w = (struct nb_worked){ .findings = g_string_new(NULL) };
	nb_record_init(&w->record);
	w->record.number = in->number;
	w->record.name = g_strdup(in->name);
}

void
nb_worked_clear(struct nb_worked *w)
{
	nb_record_clear(&w->record);
	g_string_free(w->findings, TRUE);
}

/* The gravest of the findings, of these the first; or NULL. */
static const struct nb_diag *
gravest(const struct nb_diags *d)
{
	const struct nb_diag *worst = d->first;

	for (const struct nb_diag *g = worst; g != NULL; g = g->next)
		if (g->severity > worst->severity)
			worst = g;
	return worst;
}

/* The reason is what the gravest finding says. */
static void
fail(struct hand *h, const struct nb_diags *d)
{
	const struct nb_diag *g = gravest(d);
	struct nb_record *r = &h->ret->record;
	struct nb_str mend;

	r->done = NB_DONE_FAILED;
	h->ret->found = NB_EXIT_FAILED;
	if (g == NULL)
		return;
	mend = nb_diag_help(g);
	r->reason = g_strndup(g->message.p, g->message.n);
	r->mend = g_strndup(mend.p, mend.n);
	h->ret->disk_full = g->code == &nb_code_A11;
}

static bool
is_whole(const struct nb_work *w, const struct nb_written *was)
{
	g_autofree char *path = g_build_filename(w->folder, was->file, NULL);
	g_autofree char *bytes = NULL;
	g_autofree char *sum = NULL;
	gsize n;

	if (was->file == NULL || !g_file_get_contents(path, &bytes, &n, NULL) ||
	    n != was->bytes)
		return false;
	sum = nb_sha256_of(bytes, n);
	return g_strcmp0(sum, was->sha256) == 0;
}

static bool
are_whole(const struct nb_work *w, const struct nb_record *before)
{
	for (guint i = 0; i < before->written->len; i++)
		if (!is_whole(w,
			&g_array_index(before->written, struct nb_written, i)))
			return false;
	return true;
}

static enum nb_exit
exit_of(const struct nb_work *w, const struct nb_record *r)
{
	const struct nb_diags d = {
		.n = { r->n[NB_NOTE], r->n[NB_WARNING], r->n[NB_ERROR] },
	};

	return r->done == NB_DONE_REFUSED ? NB_EXIT_FINDINGS
					  : nb_show_exit(w->show, &d);
}

/* Takes over what an earlier run has said of these bytes, if it may. */
static bool
keep(struct hand *h)
{
	struct nb_record *r = &h->ret->record;
	const struct nb_record *before;
	g_autofree char *key = NULL;

	if (nb_manifest_is_empty(h->w->manifest))
		return false;
	key = nb_open_key(&h->from, &h->doc, h->in, h->w->key, h->stem);
	before = nb_manifest_find(h->w->manifest, key);
	if (before == NULL || before->done == NB_DONE_FAILED ||
	    before->done == NB_DONE_LEFT || !are_whole(h->w, before))
		return false;
	nb_record_copy(r, before);
	g_free(r->name);
	r->name = g_strdup(h->in->name);
	r->number = h->in->number;
	r->kept = true;
	r->ms = 0;
	h->ret->found = exit_of(h->w, r);
	return true;
}

static enum nb_status
write_file(
    struct hand *h, const char *file, struct nb_str bytes, struct nb_diags *d)
{
	g_autofree char *path = g_build_filename(h->w->folder, file, NULL);
	g_autofree char *folder = g_path_get_dirname(path);

	/* What this cannot make, writing will complain of. */
	g_mkdir_with_parents(folder, 0777);
	if (nb_file_write(path, bytes.p, bytes.n, d) != NB_OK)
		return NB_FAILED;
	nb_record_add_written(&h->ret->record, file, bytes);
	return NB_OK;
}

static enum nb_status
make_bytes(const struct hand *h, const struct nb_typeset *set, uint32_t page,
    GString *out, struct nb_diags *d)
{
	const struct nb_output *output = h->w->output;
	enum nb_status status;

	if (output->alone)
		pthread_mutex_lock(h->w->alone);
	status = nb_typeset_write(set, output, page, out, d);
	if (output->alone)
		pthread_mutex_unlock(h->w->alone);
	return status;
}

static enum nb_status
write_set(struct hand *h, const struct nb_typeset *set, struct nb_diags *d)
{
	const struct nb_output *output = h->w->output;
	g_autofree char *file = nb_plan_file(h->w->args, output, h->stem);
	const uint32_t n = output->per_page ? set->pages->n_pages : 1;

	for (uint32_t i = 0; i < n; i++) {
		g_autoptr(GString) bytes = g_string_new(NULL);
		g_autofree char *own =
		    output->per_page ? nb_target_page_path(file, i) : NULL;

		if (make_bytes(h, set, i, bytes, d) != NB_OK ||
		    write_file(h, own != NULL ? own : file,
			(struct nb_str){ bytes->str, bytes->len }, d) != NB_OK)
			return NB_FAILED;
	}
	return NB_OK;
}

static enum nb_status
write_outputs(struct hand *h, const struct nb_typeset *set)
{
	g_autofree char *yaml = g_strconcat(h->stem, ".yaml", NULL);
	struct nb_diags failure;

	nb_diags_init(&failure, h->doc.arena);
	if (write_set(h, set, &failure) == NB_OK &&
	    (h->in->kind != NB_INPUT_OLD ||
		write_file(h, yaml, h->from.yaml, &failure) == NB_OK))
		return NB_OK;
	fail(h, &failure);
	return NB_FAILED;
}

/* Each document as if it were alone: its texts are put together later. */
static void
list_findings(struct hand *h)
{
	struct nb_rendering r = h->w->show->rendering;

	r.n = r.n_mendable = 0;
	nb_diags_sort(&h->doc.diags);
	for (const struct nb_diag *g = h->doc.diags.first; g != NULL;
	     g = g->next)
		nb_render_finding(h->ret->findings, &r, g);
	h->ret->n_listed = r.n;
	h->ret->n_mendable = r.n_mendable;
}

static void
typeset(struct hand *h)
{
	const struct nb_typesetting how = {
		.data = h->data,
		.show = h->w->show,
		.conform = h->w->args->conform,
		.review = h->w->args->review,
		.words = h->w->output->write_words != NULL,
		.carry = h->w->carry,
	};
	const struct nb_typeset set = nb_typeset(&h->doc, &how);
	struct nb_record *r = &h->ret->record;

	for (size_t i = 0; i < NB_COUNT(r->n); i++) {
		r->n[i] = h->doc.diags.n[i];
		r->n_hidden[i] = h->doc.diags.n_hidden[i];
	}
	r->n_accepted = h->doc.diags.n_accepted;
	h->ret->found = set.found;
	if (h->w->args->format != NULL)
		list_findings(h);
	if (set.refusal != NULL) {
		r->done = NB_DONE_REFUSED;
		r->reason = g_strdup(set.refusal);
		h->ret->found = NB_EXIT_FINDINGS;
	} else if (write_outputs(h, &set) == NB_OK) {
		r->done = NB_DONE_WRITTEN;
		r->pages = set.pages != NULL ? set.pages->n_pages : 0;
	}
}

/* The document has been read. */
static void
do_document(struct hand *h)
{
	struct nb_record *r = &h->ret->record;

	r->doubts = h->from.doubts;
	nb_facts_record(h->doc.arena, h->doc.report, r);
	r->key = nb_open_key(&h->from, &h->doc, h->in, h->w->key, h->stem);
	if (h->in->found && h->in->kind == NB_INPUT_YAML &&
	    !nb_report_is_meant(h->doc.report)) {
		r->done = NB_DONE_PASSED;
	} else if (*h->stem == '\0') {
		r->done = NB_DONE_FAILED;
		r->reason = g_strdup("文件在起名之后变了");
		r->mend = g_strdup("等文件不再变动，再做一遍");
		h->ret->found = NB_EXIT_FAILED;
	} else {
		typeset(h);
	}
}

static void
do_bytes(struct hand *h)
{
	g_autofree char *yaml = g_strconcat(h->stem, ".yaml", NULL);
	g_autofree char *path = g_build_filename(h->w->folder, yaml, NULL);

	if (keep(h))
		return;
	h->ret->record.sha256 = nb_sha256_of(h->from.bytes.p, h->from.bytes.n);
	if (nb_open_document(
		&h->from, &h->doc, h->in, path, h->w->args, h->data) == NB_OK)
		do_document(h);
	else
		fail(h, &h->doc.diags);
}

void
nb_work_do(const struct nb_work *w, const struct nb_data *data,
    const struct nb_input *in, const char *stem, struct nb_worked *ret)
{
	const int64_t began = g_get_monotonic_time();
	struct hand h = {
		.w = w,
		.data = data,
		.in = in,
		.stem = stem != NULL ? stem : "",
		.ret = ret,
	};

	nb_document_init(&h.doc);
	if (nb_open_bytes(&h.from, &h.doc, in, w->args) == NB_OK)
		do_bytes(&h);
	else
		fail(&h, &h.doc.diags);
	nb_document_clear(&h.doc);
	if (!ret->record.kept)
		ret->record.ms = (g_get_monotonic_time() - began) / 1000;
}
