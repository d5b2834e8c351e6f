/*
 * A highlight darkens what is below it (Multiply), as ink does; a note is a
 * leaf of paper with lines on it.  Both are drawn here, on the page's own
 * coordinates, so that no viewer draws them as it likes.
 */
#include "output/pdf/annotate.h"

#include "layout/annotation.h"
#include "output/pdf/object.h"
#include "output/pdf/put.h"

/* /F */
enum { PRINTED = 4, NO_ZOOM = 8, NO_ROTATE = 16 };

/* What all of one kind share: ink that lets text through. */
#define INK "/Resources<</ExtGState<</M<</Type/ExtGState/BM/Multiply>>>>>>"

/* A box in the file: y goes up. */
struct box {
	nb_milli left, bottom, right, top;
};

static struct box
box_of(const struct nb_page *page, const struct nb_area *area)
{
	return (struct box){ nb_milli_of(area->x),
		nb_milli_of(page->h - area->y - area->h),
		nb_milli_of(area->x + area->w),
		nb_milli_of(page->h - area->y) };
}

static struct box
box_of_all(const struct nb_page *page, const struct nb_annotation *n)
{
	struct box all = box_of(page, &n->area[0]);

	for (uint32_t i = 1; i < n->n_areas; i++) {
		const struct box b = box_of(page, &n->area[i]);

		all.left = MIN(all.left, b.left);
		all.bottom = MIN(all.bottom, b.bottom);
		all.right = MAX(all.right, b.right);
		all.top = MAX(all.top, b.top);
	}
	return all;
}

static void
put_point(GString *to, nb_milli x, nb_milli y)
{
	nb_put_milli(to, x);
	nb_put_milli(to, y);
}

static void
put_box(GString *to, const char *key, const struct box *b)
{
	g_string_append(to, key);
	g_string_append_c(to, '[');
	put_point(to, b->left, b->bottom);
	put_point(to, b->right, b->top);
	g_string_append_c(to, ']');
}

static void
put_colour(GString *to, uint32_t rgb)
{
	for (int shift = 16; shift >= 0; shift -= 8)
		nb_put_milli(to, ((rgb >> shift & 0xFF) * 1000 + 127) / 255);
}

/* Upper left, upper right, lower left, lower right of the words. */
static void
put_quads(
    GString *to, const struct nb_page *page, const struct nb_annotation *n)
{
	g_string_append(to, "/QuadPoints[");
	for (uint32_t i = 0; i < n->n_areas; i++) {
		const struct box b = box_of(page, &n->area[i]);

		if (n->area[i].turned) {
			put_point(to, b.left, b.bottom);
			put_point(to, b.left, b.top);
			put_point(to, b.right, b.bottom);
			put_point(to, b.right, b.top);
		} else {
			put_point(to, b.left, b.top);
			put_point(to, b.right, b.top);
			put_point(to, b.left, b.bottom);
			put_point(to, b.right, b.bottom);
		}
	}
	g_string_append_c(to, ']');
}

static void
put_rectangle(GString *to, const struct box *b)
{
	put_point(to, b->left, b->bottom);
	put_point(to, b->right - b->left, b->top - b->bottom);
	g_string_append(to, "re\n");
}

static void
draw_highlight(
    GString *to, const struct nb_page *page, const struct nb_annotation *n)
{
	g_string_append(to, "/M gs\n");
	put_colour(to, n->rgb);
	g_string_append(to, "rg\n");
	for (uint32_t i = 0; i < n->n_areas; i++) {
		const struct box b = box_of(page, &n->area[i]);

		put_rectangle(to, &b);
	}
	g_string_append(to, "f\n");
}

/* Its edge is drawn within the box; three lines on it. */
static void
draw_note(
    GString *to, const struct nb_page *page, const struct nb_annotation *n)
{
	enum { LINES = 3, EDGE = 500 };
	struct box b = box_of(page, &n->area[0]);
	const nb_milli step = (b.top - b.bottom) / (LINES + 1);
	const nb_milli side = (b.right - b.left) / 4;

	put_colour(to, n->rgb);
	g_string_append(to, "rg 0.25 G 0.5 w\n");
	b = (struct box){ b.left + EDGE / 2, b.bottom + EDGE / 2,
		b.right - EDGE / 2, b.top - EDGE / 2 };
	put_rectangle(to, &b);
	g_string_append(to, "B\n");
	for (int i = 1; i <= LINES; i++) {
		put_point(to, b.left + side, b.bottom + step * i - EDGE / 2);
		g_string_append(to, "m ");
		put_point(to, b.right - side, b.bottom + step * i - EDGE / 2);
		g_string_append(to, "l S\n");
	}
}

static uint32_t
write_appearance(struct nb_objects *o, const struct nb_page *page,
    const struct nb_annotation *n)
{
	const bool note = n->kind == NB_ANNOTATION_NOTE;
	const struct box all = box_of_all(page, n);
	const uint32_t ref = nb_object_new(o);
	g_autoptr(GString) drawn = g_string_new(NULL);
	g_autoptr(GString) keys = g_string_new("/Type/XObject/Subtype/Form");

	put_box(keys, "/BBox", &all);
	g_string_append(keys, note ? "/Resources<<>>" : INK);
	if (note)
		draw_note(drawn, page, n);
	else
		draw_highlight(drawn, page, n);
	nb_object_stream(o, ref, keys->str, drawn->str, drawn->len);
	return ref;
}

/* Paragraphs end in CR (ISO 32000-1, 12.5.6.2). */
static void
put_contents(GString *to, const char *key, struct nb_str text)
{
	g_autofree char *copy = g_strndup(text.p, text.n);

	g_strdelimit(copy, "\n", '\r');
	g_string_append(to, key);
	nb_put_text(to, (struct nb_str){ copy, text.n });
}

static void
put_link(GString *to, const struct nb_pages *pages, const uint32_t *page,
    const struct nb_annotation *n)
{
	g_string_append_printf(
	    to, "/Subtype/Link/F %d/Border[0 0 0]/Dest[", PRINTED);
	nb_put_ref(to, page[n->to_page]);
	g_string_append(to, "/XYZ ");
	put_point(to, nb_milli_of(n->to_x),
	    nb_milli_of(pages->page[n->to_page].h - n->to_y));
	g_string_append(to, "null]");
}

static void
put_remark(GString *to, const struct nb_annotation *n, uint32_t appearance)
{
	if (n->kind == NB_ANNOTATION_HIGHLIGHT)
		g_string_append_printf(to, "/Subtype/Highlight/F %d", PRINTED);
	else
		g_string_append_printf(to, "/Subtype/Text/Name/Note/F %d",
		    PRINTED | NO_ZOOM | NO_ROTATE);
	g_string_append_printf(to, "/AP<</N %u 0 R>>/C[", appearance);
	put_colour(to, n->rgb);
	g_string_append(to, "]/T");
	nb_put_text(to, n->author);
}

/* Annotation n of a page, number i of all. */
static void
write_one(const struct nb_annotations *a, struct nb_objects *o,
    const uint32_t *page, uint32_t on, const struct nb_annotation *n,
    uint32_t i, uint32_t key)
{
	const struct nb_page *p = &a->pages->page[on];
	const struct box all = box_of_all(p, n);
	const bool link = n->kind == NB_ANNOTATION_LINK;
	const uint32_t look = link ? 0 : write_appearance(o, p, n);
	GString *to = nb_object_begin(o, a->first + i);

	g_string_append(to, "<</Type/Annot");
	if (link)
		put_link(to, a->pages, page, n);
	else
		put_remark(to, n, look);
	put_box(to, "/Rect", &all);
	if (n->kind != NB_ANNOTATION_NOTE)
		put_quads(to, p, n);
	put_contents(to, "/Contents", n->text);
	put_contents(to, "/NM", n->name);
	g_string_append_printf(
	    to, "/P %u 0 R/StructParent %u>>", page[on], key + i);
	nb_object_end(o, a->first + i);
}

struct nb_annotations
nb_annotations_new(const struct nb_pages *pages, struct nb_objects *o)
{
	struct nb_annotations a = { .pages = pages };

	for (uint32_t i = 0; i < pages->n_pages; i++)
		a.n += pages->page[i].n_annotations;
	for (uint32_t i = 0; i < a.n; i++) {
		const uint32_t ref = nb_object_new(o);

		a.first = i == 0 ? ref : a.first;
	}
	return a;
}

void
nb_annotations_put(
    const struct nb_annotations *a, GString *to, uint32_t page, uint32_t before)
{
	const uint32_t n = a->pages->page[page].n_annotations;

	if (n == 0)
		return;
	g_string_append(to, "/Annots[");
	for (uint32_t i = 0; i < n; i++)
		nb_put_ref(to, a->first + before + i);
	g_string_append_c(to, ']');
}

void
nb_annotations_write(const struct nb_annotations *a, struct nb_objects *o,
    const uint32_t *page, uint32_t key)
{
	uint32_t i = 0;

	for (uint32_t on = 0; on < a->pages->n_pages; on++) {
		const struct nb_page *p = &a->pages->page[on];

		for (uint32_t k = 0; k < p->n_annotations; k++, i++)
			write_one(a, o, page, on, &p->annotation[k], i, key);
	}
}
