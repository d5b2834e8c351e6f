/*
 * A manuscript -> a Word document (ISO/IEC 29500): text that flows, with
 * styles, numbers, fields and the grid of the standard.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "output/codes.h"
#include "output/docx/blocks.h"
#include "output/docx/folio.h"
#include "output/docx/measure.h"
#include "output/docx/number.h"
#include "output/docx/part.h"
#include "output/docx/parts.h"
#include "output/docx/picture.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/"
#define WORD OFFICE "wordprocessingml/2006/main"
#define RELATIONS OFFICE "officeDocument/2006/relationships"
#define PACKAGE OFFICE "package/2006/relationships"
#define TYPE "application/vnd.openxmlformats-"
#define WORD_TYPE TYPE "officedocument.wordprocessingml."

/* The parts that every document has. */
static const struct {
	const char *name, *type, *relation;
	GString *(*make)(const struct nb_ooxml *x);
} parts[] = {
	{ "word/styles.xml", WORD_TYPE "styles+xml", "styles",
	    nb_ooxml_styles },
	{ "word/settings.xml", WORD_TYPE "settings+xml", "settings",
	    nb_ooxml_settings },
	{ "word/fontTable.xml", WORD_TYPE "fontTable+xml", "fontTable",
	    nb_ooxml_font_table },
	{ "word/numbering.xml", WORD_TYPE "numbering+xml", "numbering",
	    nb_ooxml_numbering },
};

static void
write_relation(
    struct nb_xml *to, const char *id, const char *type, const char *target)
{
	nb_xml_open(to, "Relationship");
	nb_xml_attr(to, "Id", id);
	nb_xml_attr(to, "Type", type);
	nb_xml_attr(to, "Target", target);
	nb_xml_close(to);
}

static struct nb_xml *
open_relations(void)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "Relationships");
	nb_xml_attr(to, "xmlns", PACKAGE);
	return to;
}

static GString *
close_relations(struct nb_xml *to)
{
	nb_xml_close(to);
	return nb_xml_finish(to);
}

/* Of the document to its parts, named from word/. */
static GString *
document_relations(struct nb_ooxml *x)
{
	struct nb_xml *to = open_relations();

	for (size_t i = 0; i < NB_COUNT(parts); i++) {
		g_autofree char *id = g_strdup_printf("rId%zu", i + 1);
		g_autofree char *type =
		    g_strconcat(RELATIONS "/", parts[i].relation, NULL);

		write_relation(to, id, type, parts[i].name + strlen("word/"));
	}
	nb_ooxml_relate_folios(x, to, RELATIONS "/footer");
	for (unsigned i = 1; i <= x->pictures; i++) {
		g_autofree char *id = nb_ooxml_picture_relation(i);
		g_autofree char *part = nb_ooxml_picture_part(i);

		write_relation(to, id, RELATIONS "/image", part);
	}
	return close_relations(to);
}

static GString *
package_relations(const struct nb_ooxml *x)
{
	struct nb_xml *to = open_relations();

	write_relation(
	    to, "rId1", RELATIONS "/officeDocument", "word/document.xml");
	write_relation(to, "rId2",
	    OFFICE "package/2006/relationships/metadata/core-properties",
	    "docProps/core.xml");
	write_relation(
	    to, "rId3", RELATIONS "/extended-properties", "docProps/app.xml");
	if (nb_ooxml_has_custom(x))
		write_relation(to, "rId4", RELATIONS "/custom-properties",
		    "docProps/custom.xml");
	return close_relations(to);
}

static void
add_parts(struct nb_ooxml *x)
{
	struct nb_ooxml_package *p = &x->package;

	nb_ooxml_package_add(p, "_rels/.rels", NULL, package_relations(x));
	nb_ooxml_package_add(p, "docProps/core.xml",
	    TYPE "package.core-properties+xml", nb_ooxml_core(x));
	nb_ooxml_package_add(p, "docProps/app.xml",
	    TYPE "officedocument.extended-properties+xml", nb_ooxml_app());
	if (nb_ooxml_has_custom(x))
		nb_ooxml_package_add(p, "docProps/custom.xml",
		    TYPE "officedocument.custom-properties+xml",
		    nb_ooxml_custom(x));
	nb_ooxml_package_add(p, "word/document.xml",
	    WORD_TYPE "document.main+xml", nb_xml_finish(x->body));
	nb_ooxml_package_add(
	    p, "word/_rels/document.xml.rels", NULL, document_relations(x));
	for (size_t i = 0; i < NB_COUNT(parts); i++)
		nb_ooxml_package_add(
		    p, parts[i].name, parts[i].type, parts[i].make(x));
	nb_ooxml_add_folios(x);
}

static void
write_document(struct nb_ooxml *x)
{
	nb_xml_open(x->body, "w:document");
	nb_xml_attr(x->body, "xmlns:w", WORD);
	nb_xml_attr(x->body, "xmlns:r", RELATIONS);
	nb_xml_open(x->body, "w:body");
	nb_ooxml_write_blocks(x);
	nb_xml_close(x->body);
	nb_xml_close(x->body);
}

static struct nb_ooxml
open_document(const struct nb_manuscript *m, struct nb_arena *a,
    struct nb_reading *reading, struct nb_diags *d)
{
	const struct nb_template *t = m->t;

	return (struct nb_ooxml){
		.arena = a,
		.m = m,
		.t = t,
		.names = { m->office, m->script, t,
		    nb_ooxml_line(MIN(t->pitch, t->body_h / t->lines)) },
		.diags = d,
		.scratch = nb_galley_new(
		    a, t, m->fonts, m->script, &t->upright, reading),
		.body = nb_xml_new(),
		.package = nb_ooxml_package_new(),
		.run = g_array_new(FALSE, TRUE, sizeof(struct nb_ooxml_run)),
	};
}

static void
close_document(struct nb_ooxml *x)
{
	nb_ooxml_numbers_free(x->numbers);
	nb_galley_release(&x->scratch);
	g_array_unref(x->run);
}

enum nb_status
nb_office_docx(const struct nb_manuscript *m, GString *out, struct nb_diags *d)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_reading reading = nb_reading_new();
	struct nb_ooxml x = open_document(m, a, &reading, d);
	enum nb_status status;

	x.numbers = nb_ooxml_numbers_new(&x);
	write_document(&x);
	add_parts(&x);
	status = nb_ooxml_package_finish(&x.package, out);
	if (status != NB_OK)
		nb_diag_add(d, &nb_code_H10, (struct nb_span){ 0 },
		    "Word 文档压缩时出错，没有写出");
	close_document(&x);
	g_array_unref(reading.block);
	nb_arena_free(a);
	return x.failed ? NB_FAILED : status;
}
