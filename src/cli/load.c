#include "cli/load.h"

#include "base/arena.h"
#include "cli/data.h"
#include "font/check.h"
#include "source/reader.h"

#include <glib.h>

/* Where 上年 leads from the folder of the report. */
static char *
last_path(const struct nb_report *r)
{
	const struct nb_str name = r->last_file.text;
	g_autofree char *file = g_strndup(name.p, name.n);
	g_autofree char *own = g_strndup(r->source->name.p, r->source->name.n);
	g_autofree char *folder = g_path_get_dirname(own);

	if (g_path_is_absolute(file))
		return g_steal_pointer(&file);
	return g_build_filename(folder, file, NULL);
}

/*
 * The report that 上年 names; NULL when it names none or none that can be
 * read.  What is wrong in that file is not said here, and what it names in
 * turn is not read.
 */
static const struct nb_report *
load_last(struct nb_arena *a, const struct nb_report *r)
{
	g_autofree char *path = NULL;
	const struct nb_text *text;
	struct nb_diags unheard;

	if (r->last_file.text.n == 0)
		return NULL;
	path = last_path(r);
	nb_diags_init(&unheard, a);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    nb_source_open(a, path, &unheard, &text) != NB_OK)
		return NULL;
	return nb_report_build(a, nb_source_yaml(a, text, &unheard), &unheard);
}

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
	doc->root = nb_source_yaml(doc->arena, doc->text, &doc->diags);
	doc->report = nb_report_build(doc->arena, doc->root, &doc->diags);
	doc->coverage = nb_check_report(doc->arena, doc->report,
	    load_last(doc->arena, doc->report), data->outline, data->lexicon,
	    &doc->diags);
	if (data->fonts != NULL)
		nb_fonts_check(
		    data->fonts, data->template, doc->report, &doc->diags);
}

enum nb_status
nb_document_use(struct nb_document *doc, const char *path, struct nb_str bytes,
    const struct nb_data *data)
{
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
