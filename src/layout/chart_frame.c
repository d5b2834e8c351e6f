#include "layout/chart_frame.h"

#include "base/arena.h"
#include "base/clip.h"
#include "diag/diag.h"
#include "layout/codes.h"
#include "model/quantity.h"

nb_len
nb_chart_box_top(nb_len size, const struct nb_template *t)
{
	return -(size * t->baseline / 1000);
}

nb_len
nb_chart_text_line(const struct nb_chart_frame *f)
{
	return f->style->text.size * f->style->line_gap / 1000;
}

nb_len
nb_chart_caption_line(const struct nb_chart_frame *f)
{
	return f->style->caption.size * f->style->line_gap / 1000;
}

struct nb_plot_lines
nb_chart_break(const struct nb_chart_frame *f, const struct nb_sentence *s,
    const struct nb_prose *text, nb_len size, nb_len measure)
{
	const uint32_t most = (uint32_t)f->style->text_lines;
	struct nb_plot_lines lines = nb_plot_break(&f->plot, s, size, measure);

	if (lines.line.n > most) {
		lines.line.n = most;
		nb_diag_add(f->diags, &nb_code_L12, nb_prose_all(text),
		    "“" NB_FMT "”太长，图里印不完",
		    NB_ARG(nb_clip(f->g->arena, text->text)));
	}
	return lines;
}

struct nb_plot_lines *
nb_chart_break_names(const struct nb_chart_frame *f, nb_len measure)
{
	const struct nb_chart_panel *panel = f->plot.panel;
	const nb_len size = f->style->text.size;
	struct nb_plot_lines *name =
	    nb_new_n(f->g->arena, struct nb_plot_lines, panel->n);

	for (uint32_t i = 0; i < panel->n; i++) {
		const struct nb_prose *prose = panel->group[i].name;
		struct nb_sentence s =
		    nb_sentence_new(f->g->arena, f->plot.hand);

		nb_sentence_prose(&s, prose);
		name[i] =
		    nb_chart_break(f, &s, prose, size, MAX(measure, size));
	}
	return name;
}

void
nb_chart_measure_down(struct nb_chart_frame *f, nb_len room)
{
	struct nb_plot *p = &f->plot;
	const nb_len pitch = f->t->pitch, least = pitch * f->style->lines / 2;
	const nb_len caption =
	    nb_chart_caption_line(f) * ((nb_len)f->caption.line.n - 1);

	f->rows = (uint32_t)f->style->lines;
	do {
		f->rows++;
		f->caption_y = pitch * ((nb_len)f->rows - 1) - caption;
		p->bottom = f->caption_y +
		    nb_chart_box_top(f->style->caption.size, f->t) -
		    f->style->caption_gap - room;
	} while (p->bottom - p->top < least);
}

/* The mark at step i of the axis, without idle zeros behind the point. */
static struct nb_str
tick_text(const struct nb_chart_frame *f, uint32_t i)
{
	const struct nb_ticks *t = &f->plot.ticks;
	struct nb_decimal d = { t->first + t->step * i, f->plot.panel->places };

	for (int64_t step = t->step; d.places > 0 && step % 10 == 0;
	     step /= 10) {
		d.n /= 10;
		d.places--;
	}
	return nb_decimal_text(f->g->arena, d);
}

nb_len
nb_chart_widest_tick(const struct nb_chart_frame *f)
{
	nb_len w = 0;

	for (uint32_t i = 0; i < f->plot.ticks.n; i++)
		w = MAX(w, nb_plot_text_width(&f->plot, tick_text(f, i)));
	return w;
}

/* Two strokes across the axis, a gap between: it does not begin at zero. */
static void
break_axis(struct nb_chart_frame *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len w = f->style->tick, y = p->bottom - 2 * w;
	const struct nb_path_look look = { .stroke = f->style->axis };

	nb_plot_rule(p, p->left - f->style->axis, y - w / 2, 2 * f->style->axis,
	    w, 0xFFFFFF);
	for (int i = -1; i <= 1; i += 2) {
		const nb_len at = y + i * w / 2;
		const struct nb_point stroke[] = { { p->left - w, at + w / 2 },
			{ p->left + w, at - w / 2 } };

		nb_plot_path(p, stroke, NB_COUNT(stroke), &look);
	}
}

void
nb_chart_axes(struct nb_chart_frame *f)
{
	struct nb_plot *p = &f->plot;
	const nb_len stroke = f->style->axis, half = stroke / 2;
	const bool broken = p->ticks.first > 0;
	const nb_len zero = broken ? p->bottom : nb_plot_y(p, 0);
	const nb_len size = f->style->text.size;

	nb_plot_rule(p, p->left - half, p->top, stroke, p->bottom - p->top, 0);
	nb_plot_rule(p, p->left - half, zero - half,
	    p->right - p->left + stroke, stroke, 0);
	for (uint32_t i = 0; i < p->ticks.n; i++) {
		const nb_len y =
		    nb_plot_y(p, p->ticks.first + p->ticks.step * i);
		const nb_len x = p->left - f->style->tick;

		nb_plot_rule(p, x, y - half, f->style->tick, stroke, 0);
		nb_plot_text(p, tick_text(f, i), NB_PLOT_RIGHT,
		    x - f->style->gap, y + size * f->t->centre / 1000);
	}
	if (broken)
		break_axis(f);
}
