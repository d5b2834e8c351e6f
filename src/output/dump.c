/*
 * pages -> text for golden tests and for looking into a layout:
 *
 *	page 1 210.00x297.00mm
 *	  heading1 3 28.00-184.00 51.26 15.79pt Noto Sans SC Medium "一、…"
 *	  rule 28.00 265.00 156.00x0.35
 *	  path 0.45 dash 1.20 40.00,90.00 60.00,85.00 #404040
 *
 * A run is its role, its paragraph, where it begins and ends, its baseline,
 * size, face and text; lengths in mm.  Runs that differ in nothing and touch
 * are one.  A bold one ends in the width of its outlines' line.  A path is the
 *width of its line, or “fill”, and its points on the page.  A turned run goes
 *up the paper: its x and y change places; a turned rule is W long upwards from
 *its place.  What is not black ends in its colour, #rrggbb; “label” and
 *“again” are said of the items that are one.  Behind a page's items stands what
 *is said of them, by paragraph, with its areas:
 *
 *	highlight 3 30.11,60.20+11.14x5.87 #ffe699 "警告 T20：…"
 *
 * Behind the pages, what is more than text to a reader, by its paragraph:
 *
 *	block 3 heading 2
 *	block 12 cell of 11 row 0 +1 column 2 +2 head of column
 *	block 20 figure of 20 "柱形图：…"
 */
#include "output/outputs.h"

#include "font/font.h"
#include "layout/annotation.h"

#include <stdlib.h>

enum { TOUCH = NB_LEN_PT / 8 };

/* Millimetres with two decimals, by integers: never a locale's comma. */
static void
append_mm(GString *out, nb_len x)
{
	const int64_t n = (int64_t)x * 2540, d = 72 * NB_LEN_PT;
	const int64_t mm = (n + (n < 0 ? -d : d) / 2) / d;

	g_string_append_printf(out, "%s%d.%02d", mm < 0 ? "-" : "",
	    (int)(llabs(mm) / 100), (int)(llabs(mm) % 100));
}

static void
append_pt(GString *out, nb_len x)
{
	const int64_t pt = ((int64_t)x * 100 + NB_LEN_PT / 2) / NB_LEN_PT;

	g_string_append_printf(
	    out, "%d.%02dpt", (int)(pt / 100), (int)(pt % 100));
}

static void
append_role(GString *out, const struct nb_item *it)
{
	static const char *const word[] = {
		[NB_ROLE_TITLE] = "title",
		[NB_ROLE_ADDRESSEE] = "addressee",
		[NB_ROLE_HEADING] = "heading",
		[NB_ROLE_BODY] = "body",
		[NB_ROLE_SIGNATURE] = "signature",
		[NB_ROLE_HEAD] = "head",
		[NB_ROLE_LIST] = "list",
		[NB_ROLE_FOOT] = "foot",
		[NB_ROLE_ATTACHMENT] = "attachment",
		[NB_ROLE_CELL] = "cell",
		[NB_ROLE_TABLE_CAPTION] = "table-caption",
		[NB_ROLE_FIGURE] = "figure",
		[NB_ROLE_FIGURE_CAPTION] = "figure-caption",
		[NB_ROLE_FOLIO] = "folio",
		[NB_ROLE_REVIEW] = "review",
	};

	g_string_append(out, word[it->role]);
	if (it->role == NB_ROLE_HEADING)
		g_string_append_printf(out, "%u", it->level);
}

/* Along the line that a run stands on: a turned one goes up the page. */
static nb_len
begin_of(const struct nb_item *run)
{
	return run->turned ? -run->y : run->x;
}

static nb_len
end_of(const struct nb_item *run)
{
	return begin_of(run) + run->run.width;
}

static bool
same_line(const struct nb_item *a, const struct nb_item *b)
{
	return a->turned == b->turned &&
	    (a->turned ? a->x == b->x : a->y == b->y);
}

static bool
continues(const struct nb_item *a, const struct nb_item *b)
{
	return b->kind == NB_ITEM_RUN && a->role == b->role &&
	    a->level == b->level && a->paragraph == b->paragraph &&
	    same_line(a, b) && a->rgb == b->rgb && a->label == b->label &&
	    a->again == b->again && a->run.face == b->run.face &&
	    a->run.size == b->run.size && a->run.stroke == b->run.stroke &&
	    abs(end_of(a) - begin_of(b)) <= TOUCH;
}

/* Writes the run at i with those that continue it; gives the next index. */
static uint32_t
dump_run(GString *out, const struct nb_page *page, uint32_t i)
{
	const struct nb_item *first = &page->item[i];
	const struct nb_str name = nb_face_name(first->run.face);
	uint32_t n = 1;

	while (i + n < page->n_items && continues(&first[n - 1], &first[n]))
		n++;
	append_role(out, first);
	g_string_append_printf(out, " %u ", first->paragraph);
	append_mm(out, first->turned ? first->y : first->x);
	g_string_append_c(out, '-');
	append_mm(out, abs(end_of(&first[n - 1])));
	g_string_append_c(out, ' ');
	append_mm(out, first->turned ? first->x : first->y);
	g_string_append_c(out, ' ');
	append_pt(out, first->run.size);
	if (first->run.narrow != 0)
		g_string_append_printf(out, " narrow %d", first->run.narrow);
	g_string_append_printf(out, " " NB_FMT " \"", NB_ARG(name));
	for (uint32_t k = 0; k < n; k++)
		g_string_append_len(
		    out, first[k].run.text.p, (gssize)first[k].run.text.n);
	g_string_append_c(out, '"');
	if (first->run.stroke != 0) {
		g_string_append(out, " bold ");
		append_mm(out, first->run.stroke);
	}
	return i + n;
}

static void
dump_rule(GString *out, const struct nb_item *it)
{
	g_string_append(out, "rule ");
	append_mm(out, it->x);
	g_string_append_c(out, ' ');
	append_mm(out, it->y);
	g_string_append_c(out, ' ');
	append_mm(out, it->rule.w);
	g_string_append_c(out, 'x');
	append_mm(out, it->rule.h);
}

/* How wide the line is, or “fill”; the points on the page. */
static void
dump_path(GString *out, const struct nb_item *it)
{
	g_string_append(out, "path ");
	if (it->path.stroke == 0)
		g_string_append(out, "fill");
	else
		append_mm(out, it->path.stroke);
	if (it->path.dash != 0) {
		g_string_append(out, " dash ");
		append_mm(out, it->path.dash);
	}
	for (uint32_t i = 0; i < it->path.n; i++) {
		g_string_append_c(out, ' ');
		append_mm(out, it->x + it->path.point[i].x);
		g_string_append_c(out, ',');
		append_mm(out, it->y + it->path.point[i].y);
	}
}

static uint32_t
dump_item(GString *out, const struct nb_page *page, uint32_t i)
{
	const struct nb_item *it = &page->item[i];
	uint32_t next = i + 1;

	g_string_append(out, "  ");
	switch (it->kind) {
	case NB_ITEM_RUN:
		next = dump_run(out, page, i);
		break;
	case NB_ITEM_RULE:
		dump_rule(out, it);
		break;
	case NB_ITEM_PATH:
		dump_path(out, it);
		break;
	}
	if (it->turned)
		g_string_append(out, " turned");
	if (it->label)
		g_string_append(out, " label");
	if (it->again)
		g_string_append(out, " again");
	if (it->rgb != 0)
		g_string_append_printf(out, " #%06x", it->rgb);
	g_string_append_c(out, '\n');
	return next;
}

static void
dump_area(GString *out, const struct nb_area *a)
{
	g_string_append_c(out, ' ');
	append_mm(out, a->x);
	g_string_append_c(out, ',');
	append_mm(out, a->y);
	g_string_append_c(out, '+');
	append_mm(out, a->w);
	g_string_append_c(out, 'x');
	append_mm(out, a->h);
}

/* The first line of what it says. */
static void
dump_annotation(GString *out, const struct nb_annotation *n)
{
	static const char *const word[] = {
		[NB_ANNOTATION_HIGHLIGHT] = "highlight",
		[NB_ANNOTATION_NOTE] = "note",
		[NB_ANNOTATION_LINK] = "link",
	};
	const size_t end = nb_str_find(n->text, NB_S("\n"), 0);

	g_string_append_printf(out, "  %s %u", word[n->kind], n->paragraph);
	for (uint32_t i = 0; i < n->n_areas; i++)
		dump_area(out, &n->area[i]);
	if (n->kind == NB_ANNOTATION_LINK)
		g_string_append_printf(out, " to %u", n->to_page + 1);
	else
		g_string_append_printf(out, " #%06x", n->rgb);
	g_string_append_printf(
	    out, " \"" NB_FMT "\"\n", NB_ARG(nb_str_sub(n->text, 0, end)));
}

static void
dump_cell(GString *out, const struct nb_page_block *b)
{
	static const char *const head[] = {
		[NB_CELL_DATA] = "",
		[NB_CELL_COLUMN] = " head of column",
		[NB_CELL_ROW] = " head of row",
	};

	g_string_append_printf(out, " row %u +%u column %u +%u%s", b->row,
	    b->rows, b->col, b->cols, head[b->head]);
}

static void
dump_block(GString *out, uint32_t paragraph, const struct nb_page_block *b)
{
	static const char *const word[] = {
		[NB_BLOCK_TEXT] = NULL,
		[NB_BLOCK_HEADING] = "heading",
		[NB_BLOCK_LIST] = "list",
		[NB_BLOCK_CAPTION] = "caption",
		[NB_BLOCK_CELL] = "cell",
		[NB_BLOCK_FIGURE] = "figure",
		[NB_BLOCK_MARK] = "mark",
		[NB_BLOCK_ARTIFACT] = NULL,
	};

	if (word[b->kind] == NULL ||
	    (b->kind == NB_BLOCK_FIGURE && b->whole != paragraph))
		return;
	g_string_append_printf(out, "block %u %s", paragraph, word[b->kind]);
	if (b->kind == NB_BLOCK_HEADING)
		g_string_append_printf(out, " %u", b->level);
	else
		g_string_append_printf(out, " of %u", b->whole);
	if (b->kind == NB_BLOCK_CELL)
		dump_cell(out, b);
	if (b->alt.n != 0)
		g_string_append_printf(out, " \"" NB_FMT "\"", NB_ARG(b->alt));
	g_string_append_c(out, '\n');
}

enum nb_status
nb_output_dump(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	(void)page;
	(void)d;
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *p = &pages->page[i];

		g_string_append_printf(out, "page %u ", p->number);
		append_mm(out, p->w);
		g_string_append_c(out, 'x');
		append_mm(out, p->h);
		g_string_append(out, "mm\n");
		for (uint32_t k = 0; k < p->n_items;)
			k = dump_item(out, p, k);
		for (uint32_t k = 0; k < p->n_annotations; k++)
			dump_annotation(out, &p->annotation[k]);
	}
	for (uint32_t i = 0; i < pages->n_blocks; i++)
		dump_block(out, i + 1, &pages->block[i]);
	return NB_OK;
}
