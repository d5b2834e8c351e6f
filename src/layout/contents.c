#include "layout/contents.h"

#include "base/arena.h"
#include "layout/flow.h"
#include "layout/sheet.h"
#include "layout/sketch.h"
#include "layout/title.h"

/* Where everything stands across the page. */
struct columns {
	nb_len text; /* width of the titles */
	nb_len dots; /* the dots end here */
	nb_len width;
};

static struct nb_atoms
page_number(const struct nb_galley *g, uint32_t page)
{
	return nb_sketch_atoms(
	    g, nb_arena_printf(g->arena, "%u", page), NULL, &g->t->body);
}

/* The widest number decides; no title comes nearer to it than two dots. */
static struct columns
find_columns(
    const struct nb_galley *g, const struct nb_contents_line *line, uint32_t n)
{
	const nb_len em = g->t->body.size;
	struct columns c = { .width = g->shape->body_w };
	nb_len widest = 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct nb_atoms number = page_number(g, line[i].page);

		widest = MAX(widest, nb_sketch_width(&number));
	}
	c.dots = c.width - widest - em / 2;
	c.text = MAX(c.dots - 2 * em, em);
	return c;
}

static void
set_whole(
    struct nb_sketch *s, const struct nb_atoms *atoms, nb_len x, nb_len top)
{
	const struct nb_line_fit fit = { .end = atoms->n };

	nb_sketch_fit(s, atoms, &fit, x, top);
}

/*
 * Dots from the end of the text on, each below one of the line above.  One by
 * one: together they would be the pair that ends a sentence.
 */
static void
set_dots(struct nb_sketch *s, const struct columns *c, nb_len end, nb_len top)
{
	const struct nb_atoms dot =
	    nb_sketch_atoms(s->g, NB_S("…"), NULL, &s->g->t->body);
	const nb_len em = s->g->t->body.size;
	const nb_len n = (c->dots - end - em / 4) / em;

	for (nb_len i = n; i > 0; i--)
		set_whole(s, &dot, c->dots - i * em, top);
}

static void
set_line(struct nb_galley *g, const struct columns *c,
    const struct nb_contents_line *line)
{
	const struct nb_template *t = g->t;
	const struct nb_atoms text =
	    nb_sketch_atoms(g, line->text, NULL, &t->body);
	const struct nb_atoms number = page_number(g, line->page);
	const struct nb_lines lines = nb_lines_break(
	    g->arena, &text, &t->breaking, c->text, c->text, NB_LINES_BEST);
	struct nb_sketch s = nb_sketch_new(g, NB_ROLE_BODY);
	nb_len top = 0, end = 0;

	nb_reading_add(g->reading, NB_ROLE_BODY, 0);
	for (uint32_t i = 0; i < lines.n; i++) {
		top = (nb_len)i * t->pitch;
		end = nb_line_width(&text, &lines.line[i]);
		nb_sketch_fit(&s, &text, &lines.line[i], 0, top);
	}
	set_dots(&s, c, end, top);
	set_whole(&s, &number, c->width - nb_sketch_width(&number), top);
	nb_sketch_block(&s, MAX(lines.n, 1));
}

struct nb_pages *
nb_layout_contents(struct nb_arena *a, const struct nb_prose *title,
    const struct nb_contents_line *line, uint32_t n,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	struct nb_reading reading = nb_reading_new();
	struct nb_galley g = nb_galley_new(
	    a, t, fonts, NB_SCRIPT_SIMPLIFIED, &t->upright, &reading);
	const struct columns c = find_columns(&g, line, n);
	struct nb_pages *pages;

	nb_title_set(&g, title, NB_S(""), 0);
	for (uint32_t i = 0; i < n; i++)
		set_line(&g, &c, &line[i]);
	pages = nb_flow(&g, 1);
	nb_reading_finish(&reading, a, pages);
	nb_galley_release(&g);
	nb_sheet_drop_folios(pages);
	return pages;
}
