#include "cli/batch/record.h"

#include "base/sha256.h"
#include "diag/render.h"

#include <jansson.h>

static const char *const done_name[NB_DONE_STATES] = {
	[NB_DONE_LEFT] = "left",
	[NB_DONE_WRITTEN] = "written",
	[NB_DONE_REFUSED] = "refused",
	[NB_DONE_PASSED] = "passed",
	[NB_DONE_FAILED] = "failed",
};

static const char *const done_word[NB_DONE_STATES] = {
	[NB_DONE_LEFT] = "没有做",
	[NB_DONE_WRITTEN] = "已写出",
	[NB_DONE_REFUSED] = "没有写出",
	[NB_DONE_PASSED] = "不是报告",
	[NB_DONE_FAILED] = "失败",
};

const char *
nb_done_word(enum nb_done done)
{
	return done_word[done];
}

static void
clear_written(void *p)
{
	struct nb_written *w = p;

	g_free(w->file);
	g_free(w->sha256);
}

void
nb_record_init(struct nb_record *r)
{
	*r = (struct nb_record){
		.written = g_array_new(FALSE, TRUE, sizeof(struct nb_written)),
	};
	g_array_set_clear_func(r->written, clear_written);
}

void
nb_record_clear(struct nb_record *r)
{
	g_free(r->name);
	g_free(r->reason);
	g_free(r->mend);
	g_free(r->title);
	g_free(r->organ);
	g_free(r->year);
	g_free(r->kind);
	g_free(r->archive);
	g_free(r->sha256);
	g_free(r->key);
	g_array_unref(r->written);
}

void
nb_record_copy(struct nb_record *r, const struct nb_record *from)
{
	GArray *written = g_array_new(FALSE, TRUE, sizeof(struct nb_written));

	g_array_set_clear_func(written, clear_written);
	for (guint i = 0; i < from->written->len; i++) {
		const struct nb_written *was =
		    &g_array_index(from->written, struct nb_written, i);
		const struct nb_written w = { g_strdup(was->file), was->bytes,
			g_strdup(was->sha256) };

		g_array_append_val(written, w);
	}
	nb_record_clear(r);
	*r = *from;
	r->written = written;
	r->name = g_strdup(from->name);
	r->reason = g_strdup(from->reason);
	r->mend = g_strdup(from->mend);
	r->title = g_strdup(from->title);
	r->organ = g_strdup(from->organ);
	r->year = g_strdup(from->year);
	r->kind = g_strdup(from->kind);
	r->archive = g_strdup(from->archive);
	r->sha256 = g_strdup(from->sha256);
	r->key = g_strdup(from->key);
}

void
nb_record_add_written(
    struct nb_record *r, const char *file, struct nb_str bytes)
{
	const struct nb_written w = {
		.file = g_strdup(file),
		.bytes = bytes.n,
		.sha256 = nb_sha256_of(bytes.p, bytes.n),
	};

	g_array_append_val(r->written, w);
}

/* The name of a file need not be UTF-8. */
static json_t *
text(const char *z)
{
	g_autofree char *valid = NULL;

	if (z == NULL)
		return json_null();
	valid = nb_render_valid(nb_str_z(z));
	return json_string(valid);
}

static void
write_line(GString *out, json_t *object)
{
	char *line = json_dumps(object, JSON_COMPACT);

	nb_assert(line != NULL);
	g_string_append(out, line);
	g_string_append_c(out, '\n');
	free(line);
	json_decref(object);
}

static json_t *
make_outputs(const struct nb_record *r)
{
	json_t *outputs = json_array();

	for (guint i = 0; i < r->written->len; i++) {
		const struct nb_written *w =
		    &g_array_index(r->written, struct nb_written, i);

		json_array_append_new(outputs,
		    json_pack("{so sI ss}", "file", text(w->file), "bytes",
			(json_int_t)w->bytes, "sha256", w->sha256));
	}
	return outputs;
}

static json_t *
make_hidden(const struct nb_record *r)
{
	return json_pack("{si si si}", "errors", (int)r->n_hidden[NB_ERROR],
	    "warnings", (int)r->n_hidden[NB_WARNING], "notes",
	    (int)r->n_hidden[NB_NOTE]);
}

void
nb_record_write(GString *out, const struct nb_record *r)
{
	write_line(out,
	    json_pack(
		"{ss si so ss so so so so so so so si si si si so si si so so "
		"so sb sI}",
		"type", "document", "number", (int)r->number, "file",
		text(r->name), "status", done_name[r->done], "reason",
		text(r->reason), "mend", text(r->mend), "title", text(r->title),
		"organ", text(r->organ), "year", text(r->year), "kind",
		text(r->kind), "archive", text(r->archive), "pages",
		(int)r->pages, "errors", (int)r->n[NB_ERROR], "warnings",
		(int)r->n[NB_WARNING], "notes", (int)r->n[NB_NOTE], "hidden",
		make_hidden(r), "accepted", (int)r->n_accepted, "doubts",
		(int)r->doubts, "outputs", make_outputs(r), "sha256",
		text(r->sha256), "key", text(r->key), "kept", (int)r->kept,
		"ms", (json_int_t)r->ms));
}

static char *
get_text(const json_t *object, const char *key)
{
	return g_strdup(json_string_value(json_object_get(object, key)));
}

/* What is no number that fits is 0. */
static uint32_t
get_number(const json_t *object, const char *key)
{
	const json_int_t x = json_integer_value(json_object_get(object, key));

	return x > 0 && x <= INT32_MAX ? (uint32_t)x : 0;
}

static void
read_outputs(const json_t *outputs, struct nb_record *r)
{
	const json_t *item;
	size_t i;

	json_array_foreach(outputs, i, item)
	{
		const json_int_t bytes =
		    json_integer_value(json_object_get(item, "bytes"));
		const struct nb_written w = { get_text(item, "file"),
			bytes > 0 ? (uint64_t)bytes : 0,
			get_text(item, "sha256") };

		g_array_append_val(r->written, w);
	}
}

/* False when it is no state. */
static bool
read_done(const json_t *object, enum nb_done *ret)
{
	const char *name = json_string_value(json_object_get(object, "status"));

	for (unsigned i = 0; name != NULL && i < NB_DONE_STATES; i++)
		if (g_str_equal(done_name[i], name)) {
			*ret = (enum nb_done)i;
			return true;
		}
	return false;
}

/* The object of a line that is of that type, or NULL. */
static json_t *
load(const char *line, const char *type)
{
	json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
	const char *is = json_string_value(json_object_get(object, "type"));

	if (is != NULL && g_str_equal(is, type))
		return object;
	json_decref(object);
	return NULL;
}

static void
read_all(const json_t *object, struct nb_record *r)
{
	const json_t *hidden = json_object_get(object, "hidden");

	r->number = get_number(object, "number");
	r->name = get_text(object, "file");
	r->reason = get_text(object, "reason");
	r->mend = get_text(object, "mend");
	r->title = get_text(object, "title");
	r->organ = get_text(object, "organ");
	r->year = get_text(object, "year");
	r->kind = get_text(object, "kind");
	r->archive = get_text(object, "archive");
	r->pages = get_number(object, "pages");
	r->n[NB_ERROR] = get_number(object, "errors");
	r->n[NB_WARNING] = get_number(object, "warnings");
	r->n[NB_NOTE] = get_number(object, "notes");
	r->n_hidden[NB_ERROR] = get_number(hidden, "errors");
	r->n_hidden[NB_WARNING] = get_number(hidden, "warnings");
	r->n_hidden[NB_NOTE] = get_number(hidden, "notes");
	r->n_accepted = get_number(object, "accepted");
	r->doubts = get_number(object, "doubts");
	read_outputs(json_object_get(object, "outputs"), r);
	r->sha256 = get_text(object, "sha256");
	r->key = get_text(object, "key");
	r->kept = json_is_true(json_object_get(object, "kept"));
	r->ms = get_number(object, "ms");
}

bool
nb_record_read(const char *line, struct nb_record *ret)
{
	json_t *object = load(line, "document");
	bool ok;

	nb_record_init(ret);
	ok = object != NULL && read_done(object, &ret->done);
	if (ok)
		read_all(object, ret);
	ok = ok && ret->name != NULL;
	json_decref(object);
	if (!ok) {
		nb_record_clear(ret);
		nb_record_init(ret);
	}
	return ok;
}

void
nb_report_head_clear(struct nb_report_head *h)
{
	g_free(h->settings);
	g_free(h->list);
}

void
nb_report_head_write(GString *out, const struct nb_report_head *h)
{
	write_line(out,
	    json_pack("{ss si ss si si so so si si}", "type", "batch",
		"version", NB_REPORT_VERSION, "program", NB_VERSION, "shard",
		(int)h->shard, "shards", (int)h->shards, "settings",
		text(h->settings), "list", text(h->list), "total",
		(int)h->total, "documents", (int)h->documents));
}

bool
nb_report_head_read(const char *line, struct nb_report_head *ret)
{
	json_t *object = load(line, "batch");

	*ret = (struct nb_report_head){
		.shard = get_number(object, "shard"),
		.shards = get_number(object, "shards"),
		.total = get_number(object, "total"),
		.documents = get_number(object, "documents"),
		.settings = get_text(object, "settings"),
		.list = get_text(object, "list"),
	};
	json_decref(object);
	return ret->shards > 0 && ret->shard > 0 && ret->shard <= ret->shards &&
	    ret->settings != NULL && ret->list != NULL;
}
