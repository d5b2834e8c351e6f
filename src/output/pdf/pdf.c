/*
 * pages -> PDF/A-2a, with files to carry PDF/A-3a, without cairo: fonts subset
 * and embedded, the structure of the text, bookmarks, and nothing that depends
 * on when or where it was made.
 */
#include "output/outputs.h"

#include "diag/diag.h"
#include "output/codes.h"
#include "output/pdf/annotate.h"
#include "output/pdf/attach.h"
#include "output/pdf/content.h"
#include "output/pdf/embed.h"
#include "output/pdf/intent.h"
#include "output/pdf/metadata.h"
#include "output/pdf/object.h"
#include "output/pdf/outline.h"
#include "output/pdf/put.h"
#include "output/pdf/structure.h"

/* ISO 19005-2, 6.1.13 */
enum { LONGEST_SIDE = 14400 * NB_LEN_PT };

/* A file while it is written. */
struct writing {
	const struct nb_pages *pages;
	struct nb_objects objects;
	struct nb_embeds fonts;
	struct nb_structure *structure;
	struct nb_annotations annotations;
	uint32_t n_annotations; /* of the pages that are written */
	uint32_t tree;          /* of pages */
	uint32_t *page;
};

static enum nb_status
check_sizes(const struct nb_pages *pages, struct nb_diags *d)
{
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *p = &pages->page[i];

		if (p->w <= LONGEST_SIDE && p->h <= LONGEST_SIDE)
			continue;
		nb_diag_add(d, &nb_code_A22, (struct nb_span){ 0 },
		    "第 %u 面长 %.0f 毫米、宽 %.0f 毫米，PDF 的一面放不下",
		    i + 1, nb_len_mm(p->h), nb_len_mm(p->w));
		return NB_FAILED;
	}
	return NB_OK;
}

/* What the page shows, and the page. */
static void
write_page(struct writing *w, uint32_t i, uint32_t resources)
{
	const struct nb_page *p = &w->pages->page[i];
	struct nb_objects *o = &w->objects;
	const uint32_t content = nb_object_new(o);
	g_autoptr(GString) drawn = g_string_new(NULL);
	GString *to;

	nb_content_put(drawn, w->pages, i, &w->fonts, w->structure);
	nb_object_stream(o, content, "", drawn->str, drawn->len);
	to = nb_object_begin(o, w->page[i]);
	g_string_append_printf(
	    to, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", w->tree);
	nb_put_milli(to, nb_milli_of(p->w));
	nb_put_milli(to, nb_milli_of(p->h));
	g_string_append_printf(to,
	    "]/Resources %u 0 R/Contents %u 0 R/StructParents %u/Tabs/S",
	    resources, content, i);
	nb_annotations_put(&w->annotations, to, i, w->n_annotations);
	w->n_annotations += p->n_annotations;
	g_string_append(to, ">>");
	nb_object_end(o, w->page[i]);
}

static void
write_pages(struct writing *w)
{
	struct nb_objects *o = &w->objects;
	const uint32_t resources = nb_embeds_write(&w->fonts, o);
	GString *to;

	for (uint32_t i = 0; i < w->pages->n_pages; i++)
		write_page(w, i, resources);
	to = nb_object_begin(o, w->tree);
	g_string_append(to, "<</Type/Pages/Kids[");
	for (uint32_t i = 0; i < w->pages->n_pages; i++)
		nb_put_ref(to, w->page[i]);
	g_string_append_printf(to, "]/Count %u>>", w->pages->n_pages);
	nb_object_end(o, w->tree);
}

static void
write_catalog(struct writing *w, uint32_t root)
{
	struct nb_objects *o = &w->objects;
	const uint32_t tree =
	    nb_structure_write(w->structure, o, w->page, w->annotations.first);
	const uint32_t outline = nb_outline_write(w->pages, o, w->page);
	const uint32_t intent = nb_intent_write(o);
	const uint32_t xmp = nb_metadata_write_xmp(w->pages, o);
	g_autofree uint32_t *file = nb_attach_write(w->pages, o);
	GString *to = nb_object_begin(o, root);

	g_string_append_printf(to,
	    "<</Type/Catalog/Pages %u 0 R/Metadata %u 0 R"
	    "/OutputIntents[%u 0 R]/MarkInfo<</Marked true>>"
	    "/StructTreeRoot %u 0 R/Lang",
	    w->tree, xmp, intent, tree);
	nb_put_text(to, nb_metadata_language(w->pages));
	g_string_append(to, "/ViewerPreferences<</DisplayDocTitle true>>");
	if (outline != 0)
		g_string_append_printf(
		    to, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
	g_string_append(to, "/PageLabels");
	nb_outline_put_labels(to, w->pages);
	nb_attach_put(to, w->pages, file);
	g_string_append(to, ">>");
	nb_object_end(o, root);
}

static void
write_file(struct writing *w, GString *out)
{
	struct nb_objects *o = &w->objects;
	uint32_t root;

	nb_objects_begin(o, out);
	root = nb_object_new(o);
	w->tree = nb_object_new(o);
	w->page = g_new0(uint32_t, w->pages->n_pages);
	for (uint32_t i = 0; i < w->pages->n_pages; i++)
		w->page[i] = nb_object_new(o);
	w->structure = nb_structure_new(w->pages);
	w->annotations = nb_annotations_new(w->pages, o);
	write_pages(w);
	nb_annotations_write(&w->annotations, o, w->page, w->pages->n_pages);
	write_catalog(w, root);
	nb_objects_end(o, root, nb_metadata_write_info(w->pages, o));
	nb_structure_free(w->structure);
	g_free(w->page);
}

enum nb_status
nb_output_pdf(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	struct writing w = { .pages = pages };
	enum nb_status status = check_sizes(pages, d);

	(void)page;
	if (status != NB_OK)
		return status;
	status = nb_embeds_init(&w.fonts, pages, d);
	if (status == NB_OK)
		write_file(&w, out);
	nb_embeds_clear(&w.fonts);
	return status;
}
