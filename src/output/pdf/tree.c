#include "output/pdf/tree.h"

#include "layout/annotation.h"

/* Where the blocks' walk is. */
struct walk {
	struct nb_tree *tree;
	const struct nb_pages *pages;
	uint32_t list, table, row; /* elements under way */
	uint32_t rows;             /* of the table, begun */
};

struct nb_element *
nb_tree_at(const struct nb_tree *tree, uint32_t element)
{
	return &g_array_index(tree->element, struct nb_element, element);
}

/* Adds the last child of a parent. */
static uint32_t
add(struct nb_tree *tree, uint32_t parent, enum nb_element_kind kind,
    const char *tag, const struct nb_page_block *block)
{
	const struct nb_element fresh = {
		.kind = kind,
		.tag = tag,
		.block = block,
		.parent = parent,
	};
	const uint32_t at = tree->element->len;
	struct nb_element *p;

	g_array_append_val(tree->element, fresh);
	p = nb_tree_at(tree, parent);
	if (p->last_child != NB_ELEMENT_NONE)
		nb_tree_at(tree, p->last_child)->next = at;
	else
		p->first_child = at;
	p->last_child = at;
	return at;
}

static uint32_t
add_text(struct walk *w, const char *tag, const struct nb_page_block *block)
{
	return add(w->tree, NB_ELEMENT_DOCUMENT, NB_ELEMENT_PLAIN, tag, block);
}

static const char *
heading_tag(unsigned level)
{
	static const char *const tag[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

	return tag[MIN(MAX(level, 1), NB_COUNT(tag)) - 1];
}

/* Whether paragraph begins what it is of. */
static bool
is_first(const struct nb_page_block *block, uint32_t paragraph)
{
	return block->whole == paragraph;
}

/* A label, and what it labels: the element of that. */
static uint32_t
add_item(struct walk *w, const struct nb_page_block *block, uint32_t paragraph)
{
	struct nb_tree *tree = w->tree;
	uint32_t item;

	if (is_first(block, paragraph))
		w->list =
		    add(tree, NB_ELEMENT_DOCUMENT, NB_ELEMENT_LIST, "L", block);
	item = add(tree, w->list, NB_ELEMENT_PLAIN, "LI", NULL);
	tree->label[paragraph] = add(tree, item, NB_ELEMENT_PLAIN, "Lbl", NULL);
	return add(tree, item, NB_ELEMENT_PLAIN, "LBody", NULL);
}

static void
begin_table(struct walk *w)
{
	w->table =
	    add(w->tree, NB_ELEMENT_DOCUMENT, NB_ELEMENT_PLAIN, "Table", NULL);
	w->rows = 0;
}

/* Rows that only cells from above stand in are rows, too. */
static uint32_t
add_cell(struct walk *w, const struct nb_page_block *block, uint32_t paragraph)
{
	if (is_first(block, paragraph))
		begin_table(w);
	for (; w->rows <= block->row; w->rows++)
		w->row = add(w->tree, w->table, NB_ELEMENT_ROW, "TR", NULL);
	return add(w->tree, w->row, NB_ELEMENT_CELL,
	    block->head == NB_CELL_DATA ? "TD" : "TH", block);
}

/* A table's is in it; a figure has Alt, which would hide what is in it. */
static uint32_t
add_caption(
    struct walk *w, const struct nb_page_block *block, uint32_t paragraph)
{
	const struct nb_page_block *next = block + 1;

	if (!is_first(block, paragraph) || paragraph == w->pages->n_blocks ||
	    next->kind != NB_BLOCK_CELL || next->whole != paragraph)
		return add_text(w, "Caption", block);
	begin_table(w);
	return add(w->tree, w->table, NB_ELEMENT_PLAIN, "Caption", block);
}

static uint32_t
add_block(struct walk *w, const struct nb_page_block *block, uint32_t paragraph)
{
	switch (block->kind) {
	case NB_BLOCK_TEXT:
		return add_text(w, "P", block);
	case NB_BLOCK_HEADING:
		return add_text(w, heading_tag(block->level), block);
	case NB_BLOCK_LIST:
		return add_item(w, block, paragraph);
	case NB_BLOCK_CAPTION:
		return add_caption(w, block, paragraph);
	case NB_BLOCK_CELL:
		return add_cell(w, block, paragraph);
	case NB_BLOCK_FIGURE:
		if (!is_first(block, paragraph))
			return w->tree->own[block->whole];
		return add(w->tree, NB_ELEMENT_DOCUMENT, NB_ELEMENT_FIGURE,
		    "Figure", block);
	case NB_BLOCK_MARK:
		return w->tree->own[block->whole];
	case NB_BLOCK_ARTIFACT:
		return NB_ELEMENT_NONE;
	}
	NB_UNREACHABLE();
}

/* In the paragraph it is said of, or in one of its own. */
static uint32_t
add_note_element(struct nb_tree *tree, const struct nb_annotation *n)
{
	const bool link = n->kind == NB_ANNOTATION_LINK;
	uint32_t parent = n->paragraph <= tree->n ? tree->own[n->paragraph] : 0;

	if (link && parent != NB_ELEMENT_NONE &&
	    nb_tree_at(tree, parent)->first_note != 0)
		return parent;
	if (parent == NB_ELEMENT_NONE)
		parent =
		    add(tree, NB_ELEMENT_DOCUMENT, NB_ELEMENT_PLAIN, "P", NULL);
	parent =
	    add(tree, parent, NB_ELEMENT_PLAIN, link ? "Link" : "Annot", NULL);
	if (link && n->paragraph <= tree->n)
		tree->own[n->paragraph] = parent;
	return parent;
}

static void
add_notes(struct nb_tree *tree, const struct nb_page *page, uint32_t index)
{
	for (uint32_t i = 0; i < page->n_annotations; i++) {
		const uint32_t at = tree->note->len;
		const uint32_t element =
		    add_note_element(tree, &page->annotation[i]);
		struct nb_element *e = nb_tree_at(tree, element);
		const struct nb_tree_note note = { element, index,
			e->first_note };

		e->first_note = at;
		g_array_append_val(tree->note, note);
	}
}

struct nb_tree
nb_tree_new(const struct nb_pages *pages)
{
	struct nb_tree tree = {
		.element = g_array_new(FALSE, TRUE, sizeof(struct nb_element)),
		.n = pages->n_blocks,
		.own = g_new0(uint32_t, (size_t)pages->n_blocks + 1),
		.label = g_new0(uint32_t, (size_t)pages->n_blocks + 1),
		.note = g_array_new(FALSE, TRUE, sizeof(struct nb_tree_note)),
	};
	struct walk w = { .tree = &tree, .pages = pages };

	g_array_set_size(tree.element, NB_ELEMENT_DOCUMENT + 1);
	nb_tree_at(&tree, NB_ELEMENT_DOCUMENT)->tag = "Document";
	for (uint32_t i = 0; i < pages->n_blocks; i++)
		tree.own[i + 1] = add_block(&w, &pages->block[i], i + 1);
	g_array_set_size(tree.note, 1);
	for (uint32_t i = 0; i < pages->n_pages; i++)
		add_notes(&tree, &pages->page[i], i);
	return tree;
}

void
nb_tree_clear(struct nb_tree *tree)
{
	g_array_unref(tree->element);
	g_array_unref(tree->note);
	g_free(tree->own);
	g_free(tree->label);
}
