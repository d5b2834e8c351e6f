#include "cli/batch/open.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/batch/key.h"
#include "cli/data.h"
#include "cli/own_codes.h"
#include "import/import.h"
#include "model/report.h"
#include "source/reader.h"

enum nb_status
nb_open_bytes(struct nb_opened *ret, struct nb_document *doc,
    const struct nb_input *in, const struct nb_args *args)
{
	*ret = (struct nb_opened){ .yaml = NB_S("") };
	if (in->kind == NB_INPUT_OLD && !args->import) {
		nb_diag_add(&doc->diags, &nb_code_A80, (struct nb_span){ 0 },
		    "“%s”是旧稿，不是 YAML，没有用 --import", in->path);
		return NB_FAILED;
	}
	return nb_source_read(
	    doc->arena, in->path, NB_SOURCE_MAX, &doc->diags, &ret->bytes);
}

static enum nb_status
import(struct nb_opened *o, struct nb_document *doc, const struct nb_input *in,
    const struct nb_args *args, const struct nb_vocabulary *words)
{
	const struct nb_import_options options = {
		.words = words,
		.simplify = args->simplify,
		.mark = args->mark,
	};
	g_autoptr(GString) yaml = g_string_new(NULL);
	struct nb_imported im = { .reader = NULL };

	if (nb_import(doc->arena, nb_str_z(in->path), o->bytes, &options,
		&doc->diags, &im, yaml) != NB_OK)
		return NB_FAILED;
	for (uint32_t i = 0; i < im.log.n; i++)
		o->doubts += im.log.entry[i].what == NB_LOG_DOUBT;
	o->yaml =
	    nb_arena_str(doc->arena, (struct nb_str){ yaml->str, yaml->len });
	return NB_OK;
}

const struct nb_report *
nb_open_report(struct nb_document *doc, const struct nb_input *in,
    const struct nb_args *args, const struct nb_vocabulary *words)
{
	const struct nb_text *text;
	struct nb_opened o;

	if (nb_open_bytes(&o, doc, in, args) != NB_OK)
		return NULL;
	if (in->kind == NB_INPUT_OLD) {
		if (import(&o, doc, in, args, words) != NB_OK)
			return NULL;
		o.bytes = o.yaml;
	}
	if (nb_source_use(doc->arena, in->path, o.bytes, &doc->diags, &text) !=
	    NB_OK)
		return NULL;
	return nb_report_build(doc->arena,
	    nb_source_yaml(doc->arena, text, &doc->diags), NULL, &doc->diags);
}

enum nb_status
nb_open_document(struct nb_opened *o, struct nb_document *doc,
    const struct nb_input *in, const char *yaml_path,
    const struct nb_args *args, const struct nb_data *data)
{
	if (in->kind == NB_INPUT_YAML)
		return nb_document_use(doc, in->path, o->bytes, data);
	if (import(o, doc, in, args, data->vocabulary) != NB_OK)
		return NB_FAILED;
	return nb_document_use(doc, yaml_path, o->yaml, data);
}

/* What is imported names no other files. */
char *
nb_open_key(const struct nb_opened *o, const struct nb_document *doc,
    const struct nb_input *in, const char *run, const char *stem)
{
	g_autofree char *key = nb_key_document(run, stem, o->bytes);
	const struct nb_node *root = doc->root;
	const struct nb_text *text;
	struct nb_diags unheard;

	if (in->kind == NB_INPUT_OLD)
		return g_steal_pointer(&key);
	nb_diags_init(&unheard, doc->arena);
	if (root == NULL) {
		if (nb_source_use(doc->arena, in->path, o->bytes, &unheard,
			&text) != NB_OK)
			return g_steal_pointer(&key);
		root = nb_source_yaml(doc->arena, text, &unheard);
	}
	return nb_key_with_past(key, doc->arena, in->path, root);
}
