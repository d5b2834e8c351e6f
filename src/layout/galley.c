#include "layout/galley.h"

#include "base/arena.h"
#include "layout/breaks.h"

#include <string.h>

struct nb_galley
nb_galley_new(struct nb_arena *a, const struct nb_template *t,
    struct nb_fonts *fonts, enum nb_script script,
    const struct nb_page_shape *shape, struct nb_reading *reading)
{
	return (struct nb_galley){
		.arena = a,
		.t = t,
		.shape = shape,
		.script = script,
		.shaper = nb_shaper_new(a, t, fonts),
		.block = g_array_new(FALSE, TRUE, sizeof(struct nb_block)),
		.reading = reading,
	};
}

void
nb_galley_release(struct nb_galley *g)
{
	g_array_unref(g->block);
}

struct nb_line_look
nb_galley_look(const struct nb_galley *g, enum nb_item_role role, uint8_t level)
{
	return (struct nb_line_look){
		.role = role,
		.level = level,
		.paragraph = nb_reading_add(g->reading, role, level),
	};
}

/* An unknown role was refused by the template's reader: fall to the body's. */
struct nb_hand
nb_galley_hand(const struct nb_galley *g, const struct nb_text_style *style)
{
	return nb_hand_of(g->t, g->script, style);
}

static struct nb_block *
block_at(const struct nb_galley *g, uint32_t i)
{
	return &g_array_index(g->block, struct nb_block, i);
}

/* A block of n rows, breakable behind each. */
static struct nb_block *
add_block(struct nb_galley *g, uint32_t n)
{
	struct nb_block b = { .unit.n_variants = 1 };

	b.variant[0].n_rows = n;
	b.variant[0].break_cost = nb_new_n(g->arena, int32_t, n);
	b.row[0] = nb_new_n(g->arena, struct nb_grid_row, n);
	g_array_append_val(g->block, b);
	return block_at(g, g->block->len - 1);
}

void
nb_galley_blank(struct nb_galley *g, uint32_t rows)
{
	if (rows > 0)
		add_block(g, rows)->unit.blank = true;
}

/* A break within the last n rows costs this at least. */
static void
hold_rows(struct nb_variant *v, uint32_t n, int32_t cost)
{
	for (uint32_t r = v->n_rows > n ? v->n_rows - n : 0; r + 1 < v->n_rows;
	     r++)
		v->break_cost[r] = MAX(v->break_cost[r], cost);
}

struct nb_block *
nb_galley_block(
    struct nb_galley *g, struct nb_item *item, uint32_t n, uint32_t rows)
{
	struct nb_block *b = add_block(g, rows);

	hold_rows(&b->variant[0], rows, NB_BREAK_NEVER);
	b->row[0][0].item = item;
	b->row[0][0].n = n;
	return b;
}

uint32_t
nb_galley_text_rows(const struct nb_galley *g, uint32_t n)
{
	return n * (uint32_t)(g->t->table_style.grid / g->shape->fine);
}

struct nb_block *
nb_galley_dressed(struct nb_galley *g, uint32_t n, const struct nb_dress *dress,
    uint32_t part)
{
	struct nb_block *b = add_block(g, n);

	b->dress = dress;
	b->part = part;
	return b;
}

static void
set_row(struct nb_galley *g, struct nb_grid_row *row,
    const struct nb_atoms *atoms, const struct nb_line_fit *fit,
    const struct nb_line_look *look, nb_len x)
{
	row->item =
	    nb_new_n(g->arena, struct nb_item, nb_line_runs(atoms, fit));
	row->n = nb_line_set(g->arena, atoms, fit, look, x, 0, row->item);
}

struct nb_grid_row *
nb_galley_line(struct nb_galley *g, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x)
{
	struct nb_grid_row *row = add_block(g, 1)->row[0];

	set_row(g, row, atoms, fit, look, x);
	return row;
}

/* The items of a row behind n others. */
static void
prepend(struct nb_galley *g, struct nb_grid_row *row,
    const struct nb_item *first, uint32_t n)
{
	struct nb_item *item = nb_new_n(g->arena, struct nb_item, n + row->n);

	memcpy(item, first, n * sizeof(*item));
	if (row->n > 0)
		memcpy(item + n, row->item, row->n * sizeof(*item));
	row->item = item;
	row->n += n;
}

void
nb_galley_label(struct nb_galley *g, const struct nb_atoms *atoms, nb_len x)
{
	const struct nb_block *b = block_at(g, g->block->len - 1);
	const struct nb_item *like = &b->row[0][0].item[0];
	const struct nb_line_look look = {
		.role = like->role,
		.level = like->level,
		.paragraph = like->paragraph,
		.label = true,
	};
	const struct nb_line_fit whole = { .end = atoms->n };
	struct nb_item *item = nb_new_n(g->arena, struct nb_item, atoms->n);
	const uint32_t n =
	    nb_line_set(g->arena, atoms, &whole, &look, x, 0, item);

	nb_assert(b->row[0][0].n > 0);
	for (uint32_t v = 0; v < b->unit.n_variants; v++)
		prepend(g, &b->row[v][0], item, n);
}

/* 孤行、寡行: what it costs to leave the first or the last row alone. */
static void
price_breaks(const struct nb_template *t, struct nb_variant *v, bool keep)
{
	if (keep) {
		hold_rows(v, v->n_rows, NB_BREAK_KEEP);
	} else if (v->n_rows > 1) {
		v->break_cost[0] += t->makeup.cost_orphan;
		v->break_cost[v->n_rows - 2] += t->makeup.cost_widow;
	}
}

/* The rows of one way to break a paragraph. */
static void
set_variant(struct nb_galley *g, struct nb_block *b, unsigned v,
    const struct nb_paragraph *p, const struct nb_atoms *atoms,
    const struct nb_lines *lines, const struct nb_line_look *look)
{
	struct nb_grid_row *row =
	    nb_new_n(g->arena, struct nb_grid_row, lines->n);

	for (uint32_t i = 0; i < lines->n; i++)
		set_row(g, &row[i], atoms, &lines->line[i], look,
		    i == 0 ? p->first : p->rest);
	row[0].bookmark = p->bookmark;
	row[0].bookmark_level = p->bookmark_level;
	b->row[v] = row;
	b->variant[v].n_rows = lines->n;
	b->variant[v].break_cost = nb_new_n(g->arena, int32_t, lines->n);
	price_breaks(g->t, &b->variant[v], p->keep);
}

/* Rows that the heading in front still wants on its page. */
static void
keep_owed(struct nb_galley *g, struct nb_block *b, uint32_t rows)
{
	const uint32_t kept = MIN(g->owed, rows);

	for (uint32_t v = 0; v < b->unit.n_variants; v++)
		for (uint32_t r = 0; r < kept && r + 1 < b->variant[v].n_rows;
		     r++)
			b->variant[v].break_cost[r] = NB_BREAK_OWED;
	if (kept == rows)
		b->unit.break_after = NB_BREAK_OWED;
	g->owed -= kept;
}

/* A paragraph on its way into rows. */
struct setting {
	struct nb_arena *scratch;
	const struct nb_paragraph *p;
	struct nb_atoms atoms;
	struct nb_line_look look;
	struct nb_lines best;
};

static struct nb_lines
break_lines(const struct nb_galley *g, const struct setting *s,
    enum nb_lines_aim aim, const struct nb_lines_limit *limit)
{
	const nb_len measure = g->shape->body_w - s->p->right;

	return nb_lines_break_within(s->scratch, &s->atoms, &g->t->breaking,
	    measure - s->p->first, measure - s->p->rest, aim, limit);
}

/* Another way to set a paragraph, unless it costs its lines too much. */
static void
add_variant(struct nb_galley *g, struct nb_block *b, const struct setting *s,
    const struct nb_lines *lines, int cost)
{
	const struct nb_makeup_costs *style = &g->t->makeup;
	const int64_t more = lines->cost - s->best.cost;
	const unsigned v = b->unit.n_variants;

	if (more > style->line_worst)
		return;
	set_variant(g, b, v, s->p, &s->atoms, lines, &s->look);
	b->variant[v].cost =
	    cost + (int32_t)(MAX(more, 0) * style->line_share / 1000);
	b->unit.n_variants++;
}

/*
 * The paragraph a row shorter, where its last line is short enough to be
 * taken in by squeezing (GB/T 15834 5.1.11), or a row longer, where a last
 * line nearly full is easily made to run over.
 */
static void
add_variants(struct nb_galley *g, struct nb_block *b, const struct setting *s)
{
	const struct nb_makeup_costs *style = &g->t->makeup;
	const uint32_t n = s->best.n;
	const nb_len end = nb_line_width(&s->atoms, &s->best.line[n - 1]);
	const nb_len over =
	    g->shape->body_w - s->p->right - s->p->rest - end + 2 * s->atoms.em;
	const struct nb_lines_limit limit = { n - 1,
		s->best.cost + style->line_worst };
	struct nb_lines lines;

	if (n >= 3 && end <= g->t->breaking.short_end) {
		lines = break_lines(g, s, NB_LINES_FEWEST, &limit);
		if (lines.n > 0 && lines.n < n)
			add_variant(g, b, s, &lines, style->cost_shorter);
	} else if (n >= 2 && over <= (nb_len)n * style->loose) {
		lines = break_lines(g, s, NB_LINES_SHORT_END, &limit);
		if (lines.n == n + 1)
			add_variant(g, b, s, &lines, style->cost_longer);
	}
}

void
nb_galley_paragraph(struct nb_galley *g, const struct nb_paragraph *p)
{
	struct nb_arena *scratch = nb_arena_new();
	struct setting s = { scratch, p,
		nb_atoms_new(
		    &g->shaper, scratch, p->piece, p->n_pieces, p->size),
		nb_galley_look(g, p->role, p->level), { 0 } };

	s.best = break_lines(g, &s, NB_LINES_BEST, NULL);
	if (s.best.n > 0) {
		struct nb_block *b = add_block(g, s.best.n);

		set_variant(g, b, 0, p, &s.atoms, &s.best, &s.look);
		add_variants(g, b, &s);
		if (!p->keep)
			keep_owed(g, b, s.best.n);
		else
			b->unit.break_after = NB_BREAK_KEEP;
	}
	if (p->keep)
		g->owed = (uint32_t)MAX(g->t->keep_next - 1, 0);
	nb_arena_free(scratch);
}

void
nb_galley_hold(struct nb_galley *g, uint32_t n, int32_t cost)
{
	for (uint32_t i = g->block->len; i-- > 0 && n > 0;) {
		struct nb_block *b = block_at(g, i);
		const uint32_t rows = b->variant[0].n_rows;
		struct nb_unit *before =
		    i > 0 ? &block_at(g, i - 1)->unit : NULL;

		for (uint32_t v = 0; v < b->unit.n_variants; v++)
			hold_rows(&b->variant[v], n, cost);
		n -= MIN(n, rows);
		if (before != NULL && n > 0)
			before->break_after = MAX(before->break_after, cost);
	}
}

uint32_t
nb_galley_rows(const struct nb_galley *g)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < g->block->len; i++)
		n += block_at(g, i)->variant[0].n_rows;
	return n;
}
