#include "output/pdf/outline.h"

#include "output/pdf/object.h"
#include "output/pdf/put.h"

/* A bookmark among the others, by index; from 1: 0 is the root. */
struct node {
	uint32_t parent, first, last, prev, next, count;
	unsigned level;
};

/* Hangs node i under the nearest one before it that stands higher. */
static void
hang(struct node *node, uint32_t i)
{
	uint32_t parent = i - 1;

	while (node[parent].level >= node[i].level)
		parent = node[parent].parent;
	node[i].parent = parent;
	node[i].prev = node[parent].last;
	if (node[i].prev != 0)
		node[node[i].prev].next = i;
	else
		node[parent].first = i;
	node[parent].last = i;
	node[parent].count++;
	while (parent != 0) {
		parent = node[parent].parent;
		node[parent].count++;
	}
}

static void
put_link(GString *to, const char *key, uint32_t root, uint32_t index)
{
	if (index == 0)
		return;
	g_string_append(to, key);
	nb_put_ref(to, root + index);
}

static void
put_place(GString *to, const struct nb_pages *pages,
    const struct nb_bookmark *b, const uint32_t *page)
{
	g_string_append(to, "/Dest[");
	nb_put_ref(to, page[b->page]);
	g_string_append(to, "/XYZ ");
	nb_put_milli(to, nb_milli_of(b->x));
	nb_put_milli(
	    to, nb_milli_of(pages->page[b->page].h) - nb_milli_of(b->y));
	g_string_append(to, "null]");
}

static void
put_node(GString *to, uint32_t root, const struct node *n)
{
	put_link(to, "/First ", root, n->first);
	put_link(to, "/Last ", root, n->last);
	put_link(to, "/Prev ", root, n->prev);
	put_link(to, "/Next ", root, n->next);
	if (n->count != 0)
		g_string_append_printf(to, "/Count %u", n->count);
}

uint32_t
nb_outline_write(
    const struct nb_pages *pages, struct nb_objects *o, const uint32_t *page)
{
	const uint32_t n = pages->n_bookmarks;
	g_autofree struct node *node = g_new0(struct node, n + 1);
	uint32_t root;
	GString *to;

	if (n == 0)
		return 0;
	root = nb_object_new(o);
	for (uint32_t i = 1; i <= n; i++) {
		node[i].level = MAX(pages->bookmark[i - 1].level, 1);
		hang(node, i);
		nb_object_new(o);
	}
	to = nb_object_begin(o, root);
	g_string_append(to, "<</Type/Outlines");
	put_node(to, root, &node[0]);
	g_string_append(to, ">>");
	nb_object_end(o, root);
	for (uint32_t i = 1; i <= n; i++) {
		const struct nb_bookmark *b = &pages->bookmark[i - 1];

		to = nb_object_begin(o, root + i);
		g_string_append(to, "<</Title");
		nb_put_text(to, b->text);
		g_string_append(to, "/Parent ");
		nb_put_ref(to, root + node[i].parent);
		put_place(to, pages, b, page);
		put_node(to, root, &node[i]);
		g_string_append(to, ">>");
		nb_object_end(o, root + i);
	}
	return root;
}

void
nb_outline_put_labels(GString *to, const struct nb_pages *pages)
{
	g_string_append(to, "<</Nums[");
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		if (i > 0 && page->number == page[-1].number + 1)
			continue;
		g_string_append_printf(to, "%u<</S/D", i);
		if (page->number > 1)
			g_string_append_printf(to, "/St %u", page->number);
		g_string_append(to, ">>");
	}
	g_string_append(to, "]>>");
}
