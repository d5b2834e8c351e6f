/*
 * layout/chart.c - each panel of a chart becomes a block with its caption.
 */
#include "layout/chart.h"

#include "base/arena.h"
#include "layout/chart_frame.h"
#include "model/number.h"

struct nb_charts
nb_charts_new(
    struct nb_galley *g, const struct nb_report *r, struct nb_diags *d)
{
	struct nb_charts charts = { .g = g, .r = r, .diags = d };

	nb_figures_init(&charts.figures);
	nb_figures_set(&charts.figures, r->indicator, r->n_indicators);
	return charts;
}

void
nb_charts_release(struct nb_charts *charts)
{
	nb_figures_finish(&charts->figures);
}

/* “图1　标题（件）”, without a mark at its end. */
static void
break_caption(
    struct nb_chart_frame *f, const struct nb_chart *chart, uint32_t number)
{
	struct nb_sentence s = nb_sentence_new(
	    f->g->arena, nb_galley_hand(f->g, &f->style->caption));
	struct nb_str mark =
	    nb_number_mark(f->g->arena, f->style->number, number);

	if (chart->title.text.n == 0)
		mark = nb_str_trim(mark);
	nb_sentence_words(&s, mark);
	nb_sentence_clause(&s, &chart->title);
	nb_sentence_words(&s, f->plot.panel->suffix);
	f->caption = nb_chart_break(
	    f, &s, &chart->title, f->style->caption.size, f->g->shape->body_w);
}

/* The items become a block. */
static void
add_block(struct nb_chart_frame *f)
{
	const uint32_t n = f->plot.item->len;

	nb_galley_block(f->plot.g, nb_arena_take(f->g->arena, f->plot.item), n,
	    nb_galley_text_rows(f->g, f->rows));
}

/* Lines over years may begin near their lowest value; all else at zero. */
static struct nb_ticks
find_ticks(
    const struct nb_chart_panel *panel, const struct nb_chart_style *style)
{
	const int64_t low = panel->low, high = panel->high;
	const unsigned most = (unsigned)style->steps;
	const int near = style->near;

	if (panel->n_years > 0 && 0 < low && low < high &&
	    high - low <= high / 1000 * near + high % 1000 * near / 1000)
		return nb_ticks_find_near(low, high, most);
	return nb_ticks_find(low, high, most);
}

static struct nb_plot
plot_new(const struct nb_charts *charts, const struct nb_chart *chart,
    const struct nb_chart_panel *panel)
{
	const struct nb_chart_style *style = &charts->g->t->chart;

	return (struct nb_plot){
		.g = charts->g,
		.style = style,
		.panel = panel,
		.n = panel->n_years > 0 ? panel->n_years : panel->n,
		.kind = chart->kind,
		.span = chart->span,
		.figure = nb_reading_add(charts->g->reading, NB_ROLE_FIGURE, 0),
		.hand = nb_galley_hand(charts->g, &style->text),
		.ticks = find_ticks(panel, style),
		.item = g_array_new(FALSE, TRUE, sizeof(struct nb_item)),
	};
}

static void
set_panel(struct nb_chart_frame *f)
{
	if (f->plot.panel->n_years > 0)
		nb_chart_set_years(f);
	else
		nb_chart_set_groups(f);
	nb_plot_set_lines(&f->plot, &f->caption, NB_ROLE_FIGURE_CAPTION,
	    NB_PLOT_CENTRE, f->g->shape->body_w / 2, f->caption_y,
	    nb_chart_caption_line(f));
	add_block(f);
}

void
nb_charts_set(struct nb_charts *charts, const struct nb_chart *chart)
{
	const struct nb_template *t = charts->g->t;
	const struct nb_chart_panels panels = nb_chart_read(charts->g->arena,
	    chart, charts->r, &charts->figures, &t->chart, charts->diags);

	for (uint32_t i = 0; i < panels.n; i++) {
		const struct nb_chart_panel *panel = &panels.panel[i];
		struct nb_chart_frame f = {
			.plot = plot_new(charts, chart, panel),
			.r = charts->r,
			.diags = charts->diags,
			.g = charts->g,
			.t = t,
			.style = &t->chart,
		};

		if (panel->unit.n != 0)
			f.unit =
			    nb_arena_printf(charts->g->arena, NB_FMT NB_FMT,
				NB_ARG(t->chart.unit), NB_ARG(panel->unit));
		break_caption(&f, chart, ++charts->number);
		set_panel(&f);
	}
}
