/*
 * An element for each paragraph, in the order of the pages.  It knows where
 * pieces of it stand: a page and a number there, which the page counts.
 */
#include "output/pdf/structure.h"

#include "output/pdf/object.h"
#include "output/pdf/put.h"

enum { ARTIFACT = 0, DEEPEST = 6 };

struct piece {
	uint32_t page, mcid;
};

struct element {
	const char *tag;
	GArray *piece; /* struct piece */
};

struct nb_structure {
	const struct nb_pages *pages;
	GArray *element;  /* struct element; 0 is no element */
	uint32_t **of;    /* of each item of each page: its element or 0 */
	GArray **on_page; /* of each page, by number there: guint32 element */
};

/* While elements are made of the items of all pages. */
struct naming {
	GArray *by_paragraph; /* guint32: its element, or 0 */
	bool titled;          /* headings come below a title */
	unsigned depth;       /* of the heading before; 0: none */
};

static bool
is_artifact(const struct nb_item *it)
{
	return it->kind != NB_ITEM_RUN || it->role == NB_ROLE_FOLIO;
}

/* No level is left out on the way down (ISO 14289-1, 7.4.2). */
static const char *
heading_tag(struct naming *n, unsigned level)
{
	static const char *const tag[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
	const unsigned want = MAX(level, 1) + (n->titled ? 1 : 0);

	n->depth = MIN(MIN(want, n->depth + 1), DEEPEST);
	return tag[n->depth - 1];
}

static const char *
tag_of(struct naming *n, const struct nb_item *it)
{
	switch (it->role) {
	case NB_ROLE_TITLE:
		n->titled = true;
		n->depth = 1;
		return "H1";
	case NB_ROLE_HEADING:
		return heading_tag(n, it->level);
	case NB_ROLE_ADDRESSEE:
	case NB_ROLE_BODY:
	case NB_ROLE_SIGNATURE:
	case NB_ROLE_HEAD:
	case NB_ROLE_LIST:
	case NB_ROLE_FOOT:
	case NB_ROLE_ATTACHMENT:
	case NB_ROLE_CELL:
	case NB_ROLE_TABLE_CAPTION:
	case NB_ROLE_FIGURE:
	case NB_ROLE_FIGURE_CAPTION:
	case NB_ROLE_FOLIO:
		return "P";
	}
	NB_UNREACHABLE();
}

static uint32_t
element_of(struct nb_structure *s, struct naming *n, const struct nb_item *it)
{
	guint32 *known;

	if (is_artifact(it))
		return ARTIFACT;
	if (it->paragraph >= n->by_paragraph->len)
		g_array_set_size(n->by_paragraph, it->paragraph + 1);
	known = &g_array_index(n->by_paragraph, guint32, it->paragraph);
	if (*known == 0) {
		const struct element fresh = { tag_of(n, it),
			g_array_new(FALSE, FALSE, sizeof(struct piece)) };

		*known = s->element->len;
		g_array_append_val(s->element, fresh);
	}
	return *known;
}

/* Pages that are counted anew are another text with paragraphs of its own. */
static void
name_items(struct nb_structure *s)
{
	struct naming n = {
		.by_paragraph = g_array_new(FALSE, TRUE, sizeof(guint32)),
	};

	for (uint32_t i = 0; i < s->pages->n_pages; i++) {
		const struct nb_page *page = &s->pages->page[i];

		if (i > 0 && page->number <= page[-1].number)
			g_array_set_size(n.by_paragraph, 0);
		s->of[i] = g_new0(uint32_t, page->n_items);
		for (uint32_t k = 0; k < page->n_items; k++)
			s->of[i][k] = element_of(s, &n, &page->item[k]);
	}
	g_array_unref(n.by_paragraph);
}

struct nb_structure *
nb_structure_new(const struct nb_pages *pages)
{
	struct nb_structure *s = g_new0(struct nb_structure, 1);

	s->pages = pages;
	s->element = g_array_new(FALSE, TRUE, sizeof(struct element));
	g_array_set_size(s->element, 1);
	s->of = g_new0(uint32_t *, pages->n_pages);
	s->on_page = g_new0(GArray *, pages->n_pages);
	for (uint32_t i = 0; i < pages->n_pages; i++)
		s->on_page[i] = g_array_new(FALSE, FALSE, sizeof(guint32));
	name_items(s);
	return s;
}

static struct element *
element_at(const struct nb_structure *s, uint32_t i)
{
	return &g_array_index(s->element, struct element, i);
}

void
nb_structure_free(struct nb_structure *s)
{
	for (uint32_t i = 0; i < s->pages->n_pages; i++) {
		g_free(s->of[i]);
		g_array_unref(s->on_page[i]);
	}
	for (guint i = 1; i < s->element->len; i++)
		g_array_unref(element_at(s, i)->piece);
	g_free(s->of);
	g_free(s->on_page);
	g_array_unref(s->element);
	g_free(s);
}

/* Folios are another kind of artifact than rules. */
uint32_t
nb_structure_end(const struct nb_structure *s, uint32_t page, uint32_t from)
{
	const struct nb_page *p = &s->pages->page[page];
	const uint32_t *of = s->of[page];
	const bool folio = p->item[from].role == NB_ROLE_FOLIO;
	uint32_t end = from + 1;

	while (end < p->n_items && of[end] == of[from] &&
	    (p->item[end].role == NB_ROLE_FOLIO) == folio)
		end++;
	return end;
}

void
nb_structure_begin(
    struct nb_structure *s, GString *to, uint32_t page, uint32_t item)
{
	const struct nb_item *it = &s->pages->page[page].item[item];
	const guint32 index = s->of[page][item];
	const struct piece piece = { page, s->on_page[page]->len };

	if (index == ARTIFACT) {
		g_string_append(to,
		    it->role == NB_ROLE_FOLIO
			? "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
			: "/Artifact<</Type/Layout>>BDC\n");
		return;
	}
	g_array_append_val(element_at(s, index)->piece, piece);
	g_array_append_val(s->on_page[page], index);
	g_string_append_printf(
	    to, "/%s<</MCID %u>>BDC\n", element_at(s, index)->tag, piece.mcid);
}

/* Pieces on the first page of an element are their numbers, others say where
 * they stand. */
static void
put_pieces(GString *to, const struct element *e, const uint32_t *page)
{
	const uint32_t first = g_array_index(e->piece, struct piece, 0).page;

	g_string_append(to, "/Pg ");
	nb_put_ref(to, page[first]);
	g_string_append(to, "/K[");
	for (guint i = 0; i < e->piece->len; i++) {
		const struct piece *p =
		    &g_array_index(e->piece, struct piece, i);

		if (p->page == first) {
			g_string_append_printf(to, "%u ", p->mcid);
			continue;
		}
		g_string_append(to, "<</Type/MCR/Pg ");
		nb_put_ref(to, page[p->page]);
		g_string_append_printf(to, "/MCID %u>>", p->mcid);
	}
	g_string_append_c(to, ']');
}

/* From the numbers of a page back to the elements. */
static void
write_parents(const struct nb_structure *s, struct nb_objects *o, uint32_t ref,
    uint32_t first)
{
	GString *to = nb_object_begin(o, ref);

	g_string_append(to, "<</Nums[");
	for (uint32_t i = 0; i < s->pages->n_pages; i++) {
		g_string_append_printf(to, "%u[", i);
		for (guint k = 0; k < s->on_page[i]->len; k++)
			nb_put_ref(to,
			    first - 1 +
				g_array_index(s->on_page[i], guint32, k));
		g_string_append(to, "]\n");
	}
	g_string_append(to, "]>>");
	nb_object_end(o, ref);
}

static void
write_document(const struct nb_structure *s, struct nb_objects *o, uint32_t ref,
    uint32_t parent, uint32_t first)
{
	GString *to = nb_object_begin(o, ref);

	g_string_append(to, "<</Type/StructElem/S/Document/P ");
	nb_put_ref(to, parent);
	g_string_append(to, "/K[");
	for (guint i = 1; i < s->element->len; i++)
		nb_put_ref(to, first + i - 1);
	g_string_append(to, "]>>");
	nb_object_end(o, ref);
}

uint32_t
nb_structure_write(
    struct nb_structure *s, struct nb_objects *o, const uint32_t *page)
{
	const uint32_t root = nb_object_new(o), parents = nb_object_new(o);
	const uint32_t document = nb_object_new(o);
	const uint32_t first = document + 1;
	GString *to = nb_object_begin(o, root);

	g_string_append_printf(to,
	    "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
	    "/ParentTreeNextKey %u>>",
	    document, parents, s->pages->n_pages);
	nb_object_end(o, root);
	write_document(s, o, document, root, first);
	for (guint i = 1; i < s->element->len; i++) {
		const uint32_t ref = nb_object_new(o);

		to = nb_object_begin(o, ref);
		g_string_append_printf(to, "<</Type/StructElem/S/%s/P %u 0 R",
		    element_at(s, i)->tag, document);
		put_pieces(to, element_at(s, i), page);
		g_string_append(to, ">>");
		nb_object_end(o, ref);
	}
	write_parents(s, o, parents, first);
	return root;
}
