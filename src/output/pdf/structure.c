/*
 * Pieces of marked content are counted on each page; an element knows its own
 * in the order they come in.  Elements that nothing came of are left out.
 */
#include "output/pdf/structure.h"

#include "output/pdf/object.h"
#include "output/pdf/put.h"
#include "output/pdf/tree.h"

/* The pieces of a page stand together, by their number there. */
struct piece {
	uint32_t element, page, mcid;
	uint32_t next; /* of the element; 0: none */
	enum nb_revision revision;
	uint32_t span; /* object of the element that says so; 0: none */
};

/* On the paper: x to the right, y up. */
struct box {
	nb_milli left, bottom, right, top;
};

struct nb_structure {
	const struct nb_pages *pages;
	struct nb_tree tree;
	GArray *piece;   /* of struct piece; 0 is none */
	uint32_t page;   /* of the last piece */
	uint32_t n_page; /* pieces on it */
	uint32_t *ref;   /* of each element, while they are written; 0: none */
	uint32_t note;   /* object of the first annotation */
};

struct nb_structure *
nb_structure_new(const struct nb_pages *pages)
{
	struct nb_structure *s = g_new0(struct nb_structure, 1);

	s->pages = pages;
	s->tree = nb_tree_new(pages);
	s->piece = g_array_new(FALSE, TRUE, sizeof(struct piece));
	g_array_set_size(s->piece, 1);
	return s;
}

void
nb_structure_free(struct nb_structure *s)
{
	nb_tree_clear(&s->tree);
	g_array_unref(s->piece);
	g_free(s->ref);
	g_free(s);
}

static struct piece *
piece_at(const struct nb_structure *s, uint32_t i)
{
	return &g_array_index(s->piece, struct piece, i);
}

static const struct nb_tree_note *
note_at(const struct nb_structure *s, uint32_t i)
{
	return &g_array_index(s->tree.note, struct nb_tree_note, i);
}

/* What was on a page before is not read again. */
static uint32_t
element_of(const struct nb_structure *s, const struct nb_item *it)
{
	if (it->paragraph > s->tree.n || it->again)
		return NB_ELEMENT_NONE;
	return it->label ? s->tree.label[it->paragraph]
			 : s->tree.own[it->paragraph];
}

static const char *
artifact_of(const struct nb_item *it)
{
	if (it->role == NB_ROLE_FOLIO)
		return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
	return it->again || it->role == NB_ROLE_REVIEW
	    ? "/Artifact<</Type/Pagination>>BDC\n"
	    : "/Artifact<</Type/Layout>>BDC\n";
}

static bool
is_backward(const struct nb_item *it)
{
	return it->kind == NB_ITEM_RUN && it->run.backward;
}

/* A run from right to left is a piece: its characters are in reverse order. */
static bool
belong_together(const struct nb_structure *s, const struct nb_item *a,
    const struct nb_item *b)
{
	const uint32_t element = element_of(s, a);

	if (element != element_of(s, b) || is_backward(a) || is_backward(b) ||
	    a->revision != b->revision)
		return false;
	return element != NB_ELEMENT_NONE || artifact_of(a) == artifact_of(b);
}

uint32_t
nb_structure_end(const struct nb_structure *s, uint32_t page, uint32_t from)
{
	const struct nb_page *p = &s->pages->page[page];
	uint32_t end = from + 1;

	while (end < p->n_items &&
	    belong_together(s, &p->item[from], &p->item[end]))
		end++;
	return end;
}

/* A line through or below it is what tells it from the rest. */
static bool
is_decorated(enum nb_revision revision)
{
	return revision == NB_REVISION_DELETED ||
	    revision == NB_REVISION_INSERTED;
}

static uint32_t
add_piece(struct nb_structure *s, uint32_t element, uint32_t page,
    enum nb_revision revision)
{
	struct nb_element *e = nb_tree_at(&s->tree, element);
	const uint32_t at = s->piece->len;
	struct piece fresh = {
		.element = element,
		.page = page,
		.revision = revision,
	};

	nb_assert(page >= s->page);
	if (page > s->page)
		s->n_page = 0;
	s->page = page;
	fresh.mcid = s->n_page++;
	g_array_append_val(s->piece, fresh);
	if (e->last_piece != 0)
		piece_at(s, e->last_piece)->next = at;
	else
		e->first_piece = at;
	e->last_piece = at;
	return fresh.mcid;
}

void
nb_structure_begin(
    struct nb_structure *s, GString *to, uint32_t page, uint32_t item)
{
	const struct nb_item *it = &s->pages->page[page].item[item];
	const uint32_t element = element_of(s, it);

	if (element == NB_ELEMENT_NONE)
		g_string_append(to, artifact_of(it));
	else
		g_string_append_printf(to, "/%s<</MCID %u>>BDC\n",
		    is_backward(it) ? "ReversedChars"
			: is_decorated(it->revision)
			? "Span"
			: nb_tree_at(&s->tree, element)->tag,
		    add_piece(s, element, page, it->revision));
}

static void
extend_box(struct box *b, nb_len h, nb_len x, nb_len y)
{
	const nb_milli px = nb_milli_of(x), py = nb_milli_of(h - y);

	b->left = MIN(b->left, px);
	b->right = MAX(b->right, px);
	b->bottom = MIN(b->bottom, py);
	b->top = MAX(b->top, py);
}

/* A line's characters stand within an em above and half of one below it. */
static void
extend_run(struct box *b, nb_len h, const struct nb_item *it)
{
	const nb_len above = it->run.size, below = it->run.size / 2;
	const nb_len w = it->run.width;

	if (it->turned) {
		extend_box(b, h, it->x - above, it->y - w);
		extend_box(b, h, it->x + below, it->y);
	} else {
		extend_box(b, h, it->x, it->y - above);
		extend_box(b, h, it->x + w, it->y + below);
	}
}

static void
extend_item(struct box *b, nb_len h, const struct nb_item *it)
{
	switch (it->kind) {
	case NB_ITEM_RUN:
		extend_run(b, h, it);
		break;
	case NB_ITEM_RULE:
		extend_box(b, h, it->x, it->y);
		extend_box(b, h, it->x + (it->turned ? it->rule.h : it->rule.w),
		    it->y + (it->turned ? -it->rule.w : it->rule.h));
		break;
	case NB_ITEM_PATH:
		for (uint32_t i = 0; i < it->path.n; i++) {
			const struct nb_point *p = &it->path.point[i];

			extend_box(b, h, it->x + (it->turned ? p->y : p->x),
			    it->y + (it->turned ? -p->x : p->y));
		}
		break;
	}
}

/* What a figure covers of the page it begins on. */
static void
put_box(GString *to, const struct nb_structure *s, uint32_t element)
{
	const uint32_t first = nb_tree_at(&s->tree, element)->first_piece;
	const struct nb_page *page = &s->pages->page[piece_at(s, first)->page];
	struct box b = { G_MAXINT64, G_MAXINT64, G_MININT64, G_MININT64 };

	for (uint32_t i = 0; i < page->n_items; i++)
		if (element_of(s, &page->item[i]) == element)
			extend_item(&b, page->h, &page->item[i]);
	g_string_append(to, "/BBox[");
	nb_put_milli(to, b.left);
	nb_put_milli(to, b.bottom);
	nb_put_milli(to, b.right);
	nb_put_milli(to, b.top);
	g_string_append_c(to, ']');
}

/* How many rows or columns it takes, where that is not one. */
static void
put_span(GString *to, const char *key, uint32_t n)
{
	if (n > 1)
		g_string_append_printf(to, "/%s %u", key, n);
}

static void
put_cell(GString *to, const struct nb_page_block *cell)
{
	static const char *const scope[] = {
		[NB_CELL_DATA] = "",
		[NB_CELL_COLUMN] = "/Scope/Column",
		[NB_CELL_ROW] = "/Scope/Row",
	};

	if (cell->head == NB_CELL_DATA && cell->rows <= 1 && cell->cols <= 1)
		return;
	g_string_append(to, "/A<</O/Table");
	g_string_append(to, scope[cell->head]);
	put_span(to, "RowSpan", cell->rows);
	put_span(to, "ColSpan", cell->cols);
	g_string_append(to, ">>");
}

static void
put_attributes(GString *to, const struct nb_structure *s, uint32_t element)
{
	const struct nb_element *e = nb_tree_at(&s->tree, element);

	switch (e->kind) {
	case NB_ELEMENT_PLAIN:
	case NB_ELEMENT_ROW:
		break;
	case NB_ELEMENT_LIST:
		g_string_append_printf(to, "/A<</O/List/ListNumbering/%s>>",
		    e->first_child == e->last_child ? "None" : "Decimal");
		break;
	case NB_ELEMENT_CELL:
		put_cell(to, e->block);
		break;
	case NB_ELEMENT_FIGURE:
		g_string_append(to, "/Alt");
		nb_put_text(to, e->block->alt);
		g_string_append(to, "/A<</O/Layout/Placement/Block");
		put_box(to, s, element);
		g_string_append(to, ">>");
		break;
	}
}

/* Those on the page of the first are numbers, others say where they are. */
static void
put_pieces(GString *to, const struct nb_structure *s, uint32_t first,
    const uint32_t *page)
{
	const uint32_t home = piece_at(s, first)->page;

	for (uint32_t i = first; i != 0; i = piece_at(s, i)->next) {
		const struct piece *p = piece_at(s, i);

		if (p->span != 0) {
			nb_put_ref(to, p->span);
			continue;
		}
		if (p->page == home) {
			g_string_append_printf(to, "%u ", p->mcid);
			continue;
		}
		g_string_append(to, "<</Type/MCR/Pg ");
		nb_put_ref(to, page[p->page]);
		g_string_append_printf(to, "/MCID %u>>", p->mcid);
	}
}

/* The objects of an element's annotations, the last first. */
static void
put_notes(GString *to, const struct nb_structure *s, uint32_t first,
    const uint32_t *page)
{
	for (uint32_t i = first; i != 0; i = note_at(s, i)->next) {
		g_string_append(to, "<</Type/OBJR/Obj ");
		nb_put_ref(to, s->note + i - 1);
		g_string_append(to, "/Pg ");
		nb_put_ref(to, page[note_at(s, i)->page]);
		g_string_append(to, ">>");
	}
}

static void
put_children(GString *to, const struct nb_structure *s, uint32_t first)
{
	for (uint32_t i = first; i != NB_ELEMENT_NONE;
	     i = nb_tree_at(&s->tree, i)->next)
		if (s->ref[i] != 0)
			nb_put_ref(to, s->ref[i]);
}

/* What stands in an element: its text, then what is said of that. */
static void
put_kids(GString *to, const struct nb_structure *s, const struct nb_element *e,
    const uint32_t *page)
{
	if (e->first_piece != 0) {
		g_string_append(to, "/Pg ");
		nb_put_ref(to, page[piece_at(s, e->first_piece)->page]);
	}
	if (e->first_piece == 0 && e->first_note == 0 &&
	    e->first_child == NB_ELEMENT_NONE)
		return;
	g_string_append(to, "/K[");
	if (e->first_piece != 0)
		put_pieces(to, s, e->first_piece, page);
	put_notes(to, s, e->first_note, page);
	put_children(to, s, e->first_child);
	g_string_append_c(to, ']');
}

/* A table's cells and rows are there even when they are empty. */
static bool
is_needed(const struct nb_element *e)
{
	return e->first_piece != 0 || e->first_note != 0 ||
	    e->kind == NB_ELEMENT_CELL || e->kind == NB_ELEMENT_ROW;
}

/* Parents stand before their children and are needed by them. */
static void
number_elements(struct nb_structure *s, struct nb_objects *o)
{
	const uint32_t n = s->tree.element->len;

	s->ref = g_new0(uint32_t, n);
	s->ref[NB_ELEMENT_DOCUMENT] = 1;
	for (uint32_t i = n - 1; i > NB_ELEMENT_DOCUMENT; i--) {
		const struct nb_element *e = nb_tree_at(&s->tree, i);

		if (is_needed(e))
			s->ref[i] = 1;
		if (s->ref[i] != 0)
			s->ref[e->parent] = 1;
	}
	for (uint32_t i = NB_ELEMENT_DOCUMENT; i < n; i++)
		if (s->ref[i] != 0)
			s->ref[i] = nb_object_new(o);
}

static void
write_element(const struct nb_structure *s, struct nb_objects *o,
    uint32_t element, uint32_t parent, const uint32_t *page)
{
	const struct nb_element *e = nb_tree_at(&s->tree, element);
	GString *to = nb_object_begin(o, s->ref[element]);

	g_string_append_printf(
	    to, "<</Type/StructElem/S/%s/P %u 0 R", e->tag, parent);
	put_attributes(to, s, element);
	put_kids(to, s, e, page);
	g_string_append(to, ">>");
	nb_object_end(o, s->ref[element]);
}

/* Text that has gone, or is new, is an element in that of its paragraph. */
static void
number_spans(struct nb_structure *s, struct nb_objects *o)
{
	for (uint32_t i = 1; i < s->piece->len; i++)
		if (is_decorated(piece_at(s, i)->revision))
			piece_at(s, i)->span = nb_object_new(o);
}

static void
write_spans(
    const struct nb_structure *s, struct nb_objects *o, const uint32_t *page)
{
	for (uint32_t i = 1; i < s->piece->len; i++) {
		const struct piece *p = piece_at(s, i);
		GString *to;

		if (p->span == 0)
			continue;
		to = nb_object_begin(o, p->span);
		g_string_append_printf(to,
		    "<</Type/StructElem/S/Span/P %u 0 R/Pg %u 0 R/K %u"
		    "/A<</O/Layout/TextDecorationType/%s>>>>",
		    s->ref[p->element], page[p->page], p->mcid,
		    p->revision == NB_REVISION_DELETED ? "LineThrough"
						       : "Underline");
		nb_object_end(o, p->span);
	}
}

static uint32_t
parent_of(const struct nb_structure *s, const struct piece *p)
{
	return p->span != 0 ? p->span : s->ref[p->element];
}

/* From the numbers of a page, and from annotations, back to the elements. */
static void
write_parents(const struct nb_structure *s, struct nb_objects *o, uint32_t ref)
{
	GString *to = nb_object_begin(o, ref);
	uint32_t i = 1;

	g_string_append(to, "<</Nums[");
	for (uint32_t page = 0; page < s->pages->n_pages; page++) {
		g_string_append_printf(to, "%u[", page);
		for (; i < s->piece->len && piece_at(s, i)->page == page; i++)
			nb_put_ref(to, parent_of(s, piece_at(s, i)));
		g_string_append(to, "]\n");
	}
	for (uint32_t k = 1; k < s->tree.note->len; k++) {
		g_string_append_printf(to, "%u ", s->pages->n_pages + k - 1);
		nb_put_ref(to, s->ref[note_at(s, k)->element]);
	}
	g_string_append(to, "]>>");
	nb_object_end(o, ref);
}

uint32_t
nb_structure_write(struct nb_structure *s, struct nb_objects *o,
    const uint32_t *page, uint32_t annotation)
{
	const uint32_t root = nb_object_new(o), parents = nb_object_new(o);
	GString *to;

	s->note = annotation;
	number_elements(s, o);
	number_spans(s, o);
	to = nb_object_begin(o, root);
	g_string_append_printf(to,
	    "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
	    "/ParentTreeNextKey %u>>",
	    s->ref[NB_ELEMENT_DOCUMENT], parents,
	    s->pages->n_pages + s->tree.note->len - 1);
	nb_object_end(o, root);
	for (uint32_t i = NB_ELEMENT_DOCUMENT; i < s->tree.element->len; i++) {
		const uint32_t parent = nb_tree_at(&s->tree, i)->parent;

		if (s->ref[i] != 0)
			write_element(s, o, i,
			    i == NB_ELEMENT_DOCUMENT ? root : s->ref[parent],
			    page);
	}
	write_spans(s, o, page);
	write_parents(s, o, parents);
	return root;
}
