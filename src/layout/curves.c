#include "layout/curves.h"

#include "base/arena.h"
#include "layout/chart_marks.h"
#include "layout/plot.h"
#include "layout/sentence.h"

#include <string.h>

enum {
	SIDE_BY_SIDE = 3,
	ROWS = 5,       /* of text, for a row of charts */
	NAME_LINES = 2, /* at most */
	STEPS = 2,      /* of the axis, which is not drawn */
};

/* A row of charts on its way into a block. */
struct strip {
	struct nb_galley *g;
	const struct nb_chart_style *style;
	GArray *item;
	nb_len top, bottom; /* of the block */
};

static nb_len
text_line(const struct strip *s)
{
	return s->style->text.size * s->style->line_gap / 1000;
}

/* From the top of a character box to its baseline. */
static nb_len
ascent(const struct strip *s, nb_len size)
{
	return size * s->g->t->baseline / 1000;
}

static struct nb_chart_panel
make_panel(struct nb_arena *a, const struct nb_curve *c)
{
	struct nb_chart_group *group = nb_new_n(a, struct nb_chart_group, c->n);
	struct nb_chart_panel panel = { .group = group, .n = c->n };

	for (uint32_t i = 0; i < c->n; i++) {
		const struct nb_curve_point *p = &c->point[i];
		struct nb_chart_point *point =
		    nb_new_n(a, struct nb_chart_point, NB_CHART_SERIES);

		point[NB_CHART_THIS] =
		    (struct nb_chart_point){ p->given, p->n, p->text };
		group[i].point = point;
		panel.low = p->given ? MIN(panel.low, p->n) : panel.low;
		panel.high = p->given ? MAX(panel.high, p->n) : panel.high;
	}
	panel.series[NB_CHART_THIS] = true;
	return panel;
}

static nb_len
widest(const struct nb_plot *p, const struct nb_curve *c)
{
	nb_len w = 0;

	for (uint32_t i = 0; i < c->n; i++) {
		w = MAX(w, nb_plot_text_width(p, c->point[i].year));
		if (c->point[i].given)
			w = MAX(w, nb_plot_text_width(p, c->point[i].text));
	}
	return w;
}

/* Every year has its words where they fit, else the first and the last. */
static void
set_words(struct nb_plot *p, const struct nb_curve *c, nb_len years_y)
{
	const bool all = widest(p, c) + p->style->gap <= nb_plot_slot(p);

	for (uint32_t i = 0; i < c->n; i++) {
		if (!all && i > 0 && i + 1 < c->n)
			continue;
		nb_plot_text(p, c->point[i].year, NB_PLOT_CENTRE,
		    nb_plot_x(p, i), years_y);
		nb_chart_line_values(p, i);
	}
}

/* The name below, in the middle. */
static void
set_name(struct nb_plot *p, const struct nb_curve *c, nb_len y, nb_len pitch)
{
	struct nb_sentence s = nb_sentence_new(p->g->arena, p->hand);
	struct nb_plot_lines lines;

	nb_sentence_words(&s, c->name);
	lines = nb_plot_break(p, &s, p->style->text.size, p->right - p->left);
	lines.line.n = MIN(lines.line.n, NAME_LINES);
	nb_plot_set_lines(p, &lines, NB_ROLE_FIGURE_CAPTION, NB_PLOT_CENTRE,
	    (p->left + p->right) / 2, y, pitch);
}

/* What the curve is to who cannot see it: “行政处罚，2023年287件、…”. */
static void
speak(const struct nb_plot *p, const struct nb_curve *c)
{
	const struct nb_str *word = p->style->spoken.word;
	struct nb_page_block *block = nb_reading_at(p->g->reading, p->figure);
	g_autoptr(GString) alt = g_string_new(NULL);
	enum nb_spoken before = NB_BEHIND_NAME;

	g_string_append_len(alt, c->name.p, (gssize)c->name.n);
	for (uint32_t i = 0; i < c->n; i++) {
		if (!c->point[i].given)
			continue;
		g_string_append_printf(alt, NB_FMT NB_FMT NB_FMT,
		    NB_ARG(word[before]), NB_ARG(c->point[i].year),
		    NB_ARG(c->point[i].text));
		before = NB_BEHIND_VALUE;
	}
	block->whole = p->figure;
	block->alt =
	    nb_arena_str(p->g->arena, (struct nb_str){ alt->str, alt->len });
}

static void
set_curve(struct strip *s, const struct nb_curve *c, nb_len left, nb_len right)
{
	const struct nb_chart_panel panel = make_panel(s->g->arena, c);
	const nb_len size = s->style->text.size, line = text_line(s);
	const nb_len name = s->bottom - NAME_LINES * line;
	const nb_len years = name - s->style->gap - line;
	struct nb_plot p = {
		.g = s->g,
		.style = s->style,
		.panel = &panel,
		.n = panel.n,
		.kind = NB_CHART_LINE,
		.figure = nb_reading_add(s->g->reading, NB_ROLE_FIGURE, 0),
		.hand = nb_galley_hand(s->g, &s->style->text),
		.ticks = nb_ticks_find(panel.low, panel.high, STEPS),
		.item = s->item,
		.left = left,
		.right = right,
		.top = s->top + line + s->style->gap + s->style->point,
		.bottom = years - s->style->gap,
	};
	const nb_len zero = nb_plot_y(&p, 0);

	speak(&p, c);
	nb_plot_rule(&p, left, zero - s->style->axis / 2, right - left,
	    s->style->axis, 0);
	nb_chart_lines(&p);
	set_words(&p, c, years + ascent(s, size));
	nb_chart_points(&p);
	set_name(&p, c, name + ascent(s, size), line);
}

static void
set_strip(struct nb_galley *g, const struct nb_curve *curve, uint32_t n)
{
	const nb_len top = -(g->t->cell * g->t->baseline / 1000);
	const nb_len slot = g->shape->body_w / SIDE_BY_SIDE;
	struct strip s = {
		.g = g,
		.style = &g->t->chart,
		.item = g_array_new(FALSE, TRUE, sizeof(struct nb_item)),
		.top = top,
		.bottom = top + ROWS * g->t->pitch,
	};
	uint32_t n_items;

	for (uint32_t i = 0; i < n; i++) {
		const nb_len left = slot * (nb_len)i + g->t->cell / 2;

		set_curve(&s, &curve[i], left, left + slot - g->t->cell);
	}
	n_items = s.item->len;
	nb_galley_block(g, nb_arena_take(g->arena, s.item), n_items,
	    nb_galley_text_rows(g, ROWS));
}

void
nb_curves_set(struct nb_galley *g, const struct nb_curve *curve, uint32_t n)
{
	for (uint32_t i = 0; i < n; i += SIDE_BY_SIDE)
		set_strip(g, &curve[i], MIN(SIDE_BY_SIDE, n - i));
}
