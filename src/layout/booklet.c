#include "layout/booklet.h"

#include "base/arena.h"
#include "layout/flow.h"
#include "layout/table.h"
#include "layout/title.h"
#include "model/number.h"

/* The galleys of a booklet: one a chapter. */
struct book {
	struct nb_arena *arena;
	const struct nb_template *t;
	enum nb_script script;
	struct nb_fonts *fonts;
	struct nb_diags *diags;
	GArray *galley; /* of struct nb_galley */
	struct nb_reading reading;
	unsigned chapter, heading; /* numbers of the last ones */
};

/* How a text is set that is no table. */
struct look {
	const struct nb_text_style *style;
	enum nb_item_role role;
	uint8_t level; /* of a heading, else 0 */
};

static struct nb_galley *
last_galley(struct book *b)
{
	return &g_array_index(b->galley, struct nb_galley, b->galley->len - 1);
}

static struct nb_galley *
add_galley(struct book *b)
{
	const struct nb_galley g = nb_galley_new(
	    b->arena, b->t, b->fonts, b->script, &b->t->table, &b->reading);

	g_array_append_val(b->galley, g);
	return last_galley(b);
}

/*
 * The grid is finer than the rows of text are: they are one block, which is
 * never torn.
 */
static void
set_text(struct nb_galley *g, const struct look *look, struct nb_str ordinal,
    const struct nb_prose *text)
{
	const struct nb_hand hand = nb_galley_hand(g, look->style);
	const struct nb_piece piece[] = { { ordinal, hand, NULL },
		{ text->text, hand, text } };
	const struct nb_atoms atoms =
	    nb_atoms_new(&g->shaper, g->arena, piece, 2, look->style->size);
	const nb_len measure = g->shape->body_w, first = g->t->indent;
	const struct nb_lines lines = nb_lines_break(g->arena, &atoms,
	    &g->t->breaking, measure - first, measure, NB_LINES_BEST);
	const struct nb_line_look line =
	    nb_galley_look(g, look->role, look->level);
	struct nb_item *item = nb_new_n(g->arena, struct nb_item, atoms.n);
	struct nb_block *block;
	uint32_t n = 0;

	for (uint32_t i = 0; i < lines.n; i++)
		n += nb_line_set(g->arena, &atoms, &lines.line[i], &line,
		    i == 0 ? first : 0, g->t->pitch * (nb_len)i, item + n);
	block = nb_galley_block(g, item, n, nb_galley_text_rows(g, lines.n));
	if (look->level == 0)
		return;
	block->unit.break_after = NB_BREAK_KEEP;
	block->row[0][0].bookmark = nb_arena_printf(
	    g->arena, NB_FMT NB_FMT, NB_ARG(ordinal), NB_ARG(text->text));
	block->row[0][0].bookmark_level = look->level;
}

/* A heading of a level, from 1, its number in front. */
static void
set_heading(struct book *b, struct nb_galley *g, unsigned level,
    unsigned number, const struct nb_prose *text)
{
	const struct nb_heading_style *style = &b->t->heading[level - 1];
	const struct look look = { &style->text, NB_ROLE_HEADING,
		(uint8_t)level };

	set_text(g, &look, nb_number_mark(b->arena, style->mark, number), text);
}

/* Behind a frame something else does not follow at once. */
static void
set_air(struct nb_galley *g, const struct nb_leaf *before)
{
	if (before->kind == NB_LEAF_TABLE || before->kind == NB_LEAF_CURVES)
		nb_galley_blank(g, (nb_galley_text_rows(g, 1) + 1) / 2);
}

/* before is the leaf in front of it, or NULL. */
static void
set_leaf(
    struct book *b, const struct nb_leaf *leaf, const struct nb_leaf *before)
{
	const struct look body = { &b->t->body, NB_ROLE_BODY, 0 };
	struct nb_galley *g = last_galley(b);

	if (before != NULL && leaf->kind != NB_LEAF_CHAPTER)
		set_air(g, before);
	switch (leaf->kind) {
	case NB_LEAF_CHAPTER:
		if (before != NULL)
			g = add_galley(b);
		b->heading = 0;
		set_heading(b, g, 1, ++b->chapter, &leaf->text);
		break;
	case NB_LEAF_HEADING:
		set_heading(b, g, 2, ++b->heading, &leaf->text);
		break;
	case NB_LEAF_PARAGRAPH:
		set_text(g, &body, NB_S(""), &leaf->text);
		break;
	case NB_LEAF_TABLE:
		nb_table_set(g, leaf->table, b->diags);
		break;
	case NB_LEAF_CURVES:
		nb_curves_set(g, leaf->curve, leaf->n_curves);
		break;
	}
}

struct nb_pages *
nb_layout_booklet(struct nb_arena *a, const struct nb_booklet *from,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	struct book b = {
		.arena = a,
		.t = nb_template_in(t, from->script),
		.script = from->script,
		.fonts = fonts,
		.diags = d,
		.galley = g_array_new(FALSE, TRUE, sizeof(struct nb_galley)),
		.reading = nb_reading_new(),
	};
	struct nb_pages *pages;

	nb_title_set(add_galley(&b), &from->title, from->organ, 0);
	for (uint32_t i = 0; i < from->n; i++)
		set_leaf(&b, &from->leaf[i], i > 0 ? &from->leaf[i - 1] : NULL);
	pages = nb_flow((struct nb_galley *)b.galley->data, b.galley->len);
	nb_reading_finish(&b.reading, a, pages);
	pages->title = from->title.text;
	pages->organ = from->organ;
	pages->language = b.t->language;
	for (guint i = 0; i < b.galley->len; i++)
		nb_galley_release(
		    &g_array_index(b.galley, struct nb_galley, i));
	g_array_unref(b.galley);
	return pages;
}
