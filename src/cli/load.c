#include "cli/load.h"

#include "base/arena.h"
#include "cli/data.h"
#include "cli/past.h"
#include "font/check.h"
#include "source/reader.h"

#include <glib.h>

void
nb_document_init(struct nb_document *doc)
{
	*doc = (struct nb_document){ .arena = nb_arena_new() };
	nb_diags_init(&doc->diags, doc->arena);
}

/* All that follows when there is a text. */
static void
read_text(struct nb_document *doc, const struct nb_data *data)
{
	g_autofree char *path = g_strndup(doc->text->name.p, doc->text->name.n);
	struct nb_past past;

	doc->root = nb_source_yaml(doc->arena, doc->text, &doc->diags);
	nb_past_load(doc->arena, path, doc->root, doc->shelf, &past);
	doc->report =
	    nb_report_build(doc->arena, doc->root, &past, &doc->diags);
	doc->coverage = nb_check_report(
	    doc->arena, doc->report, data->outline, data->lexicon, &doc->diags);
	if (data->fonts != NULL)
		nb_fonts_check(
		    data->fonts, data->template, doc->report, &doc->diags);
}

enum nb_status
nb_document_use(struct nb_document *doc, const char *path, struct nb_str bytes,
    const struct nb_data *data)
{
	doc->bytes = bytes;
	if (nb_source_use(doc->arena, path, bytes, &doc->diags, &doc->text) !=
	    NB_OK)
		return NB_FAILED;
	read_text(doc, data);
	return NB_OK;
}

enum nb_status
nb_document_load(
    struct nb_document *doc, const char *path, const struct nb_data *data)
{
	struct nb_str bytes;

	nb_document_init(doc);
	if (nb_source_read(
		doc->arena, path, NB_SOURCE_MAX, &doc->diags, &bytes) != NB_OK)
		return NB_FAILED;
	return nb_document_use(doc, path, bytes, data);
}

void
nb_document_read(struct nb_document *doc, struct nb_str name,
    struct nb_str bytes, const struct nb_data *data)
{
	nb_document_init(doc);
	doc->diags.each = NB_DIAGS_ALL;
	doc->text = nb_source_text(doc->arena, name, bytes, &doc->diags);
	read_text(doc, data);
}

void
nb_document_clear(struct nb_document *doc)
{
	nb_arena_free(doc->arena);
}

unsigned
nb_document_lost(const struct nb_diags *d)
{
	unsigned n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		n += g->severity == NB_ERROR && *g->code->id == 'Y';
	return n;
}
