/*
 * diag/render_full.c - findings for people: where, what, the line itself with
 * a mark under the place, the clause and the mend.  Marks count terminal
 * cells: a Han character is two wide.
 */
#include "diag/render.h"

#include "diag/said.h"

enum {
	ROOM = 68,  /* of a line behind its number [cell] */
	AHEAD = 22, /* kept before the place when a line is cut [cell] */
};

static const char reset[] = "\033[0m";
static const char bold[] = "\033[1m";

static const char *
severity_colour(enum nb_severity severity)
{
	static const char *const colour[] = {
		[NB_NOTE] = "\033[1;36m",
		[NB_WARNING] = "\033[1;33m",
		[NB_ERROR] = "\033[1;31m",
	};

	return colour[severity];
}

static void
paint(GString *out, const struct nb_render_options *o, const char *colour)
{
	if (o->colour)
		g_string_append(out, colour);
}

/* The part of a line that is shown: cells [from, to). */
struct window {
	uint32_t from, to;
	bool cut_before, cut_after;
};

/* Lets the place [begin, end) be seen when the line has no room. [cell] */
static struct window
choose_window(uint32_t cells, uint32_t begin, uint32_t end)
{
	struct window w = { 0, cells, false, false };

	if (cells <= ROOM)
		return w;
	if (end >= ROOM)
		w.from = begin > AHEAD ? begin - AHEAD : 0;
	if (w.from > cells - ROOM)
		w.from = cells - ROOM;
	w.to = w.from + ROOM;
	w.cut_before = w.from > 0;
	w.cut_after = w.to < cells;
	w.from += w.cut_before; /* “…” takes a cell */
	w.to -= w.cut_after;
	return w;
}

/*
 * Appends what the window shows of a line in which byte `at` stands at `cell`,
 * not before the window; w becomes the cells really shown.  A line may be very
 * long: only what is near the window is looked at.
 */
static void
write_line(GString *out, struct nb_str line, size_t at, uint32_t cell,
    struct window *w)
{
	uint32_t first = UINT32_MAX, last = w->from;

	while (at > 0 && cell > w->from)
		cell -= nb_char_cells(nb_utf8_prev(line, &at));
	if (w->cut_before)
		g_string_append(out, "…");
	while (at < line.n && cell < w->to) {
		const size_t start = at;
		const uint32_t next =
		    cell + nb_char_cells(nb_utf8_next(line, &at));

		if (cell >= w->from && next <= w->to) {
			nb_render_text(
			    out, nb_str_sub(line, start, at - start));
			first = MIN(first, cell);
			last = next;
		}
		cell = next;
	}
	if (w->cut_after)
		g_string_append(out, "…");
	w->from = first == UINT32_MAX ? w->from : first;
	w->to = last;
}

static void
repeat(GString *out, char c, uint32_t n)
{
	while (n-- > 0)
		g_string_append_c(out, c);
}

static void
write_snippet(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	const struct nb_pos begin = nb_text_pos(g->span.text, g->span.begin);
	struct nb_pos end = nb_text_pos(g->span.text, g->span.end);
	const struct nb_str line = nb_text_line(g->span.text, begin.line);
	const size_t line_at = (size_t)(line.p - g->span.text->bytes.p);
	const uint32_t cells =
	    nb_text_pos(g->span.text, (uint32_t)(line_at + line.n)).cell;
	struct window w;

	if (end.line != begin.line)
		end.cell = cells;
	if (end.cell <= begin.cell)
		end.cell = begin.cell + 1;
	g_string_append_printf(out, "%5u | ", begin.line);
	w = choose_window(cells, begin.cell, end.cell);
	write_line(
	    out, line, MIN(g->span.begin - line_at, line.n), begin.cell, &w);
	g_string_append(out, "\n      | ");
	repeat(out, ' ', begin.cell - w.from + w.cut_before);
	paint(out, o, severity_colour(g->severity));
	repeat(out, '^', MAX(MIN(end.cell, w.to), begin.cell + 1) - begin.cell);
	paint(out, o, reset);
	g_string_append_c(out, '\n');
}

/* file:line:col: level[code] message */
static void
write_head(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	paint(out, o, bold);
	if (g->span.text != NULL)
		nb_render_text(out, g->span.text->name);
	if (!nb_diag_is_whole(g)) {
		const struct nb_pos at =
		    nb_text_pos(g->span.text, g->span.begin);

		g_string_append_printf(out, ":%u:%u", at.line, at.col);
	}
	if (g->span.text != NULL)
		g_string_append(out, ": ");
	paint(out, o, reset);
	paint(out, o, severity_colour(g->severity));
	g_string_append_printf(
	    out, "%s[%s]", nb_severity_word(g->severity), g->code->id);
	paint(out, o, reset);
	g_string_append_c(out, ' ');
	nb_render_text(out, g->message);
	g_string_append_c(out, '\n');
}

void
nb_full_note(GString *out, const char *label, struct nb_str text)
{
	if (text.n == 0)
		return;
	g_string_append_printf(out, "      = %s: ", label);
	nb_render_text(out, text);
	g_string_append_c(out, '\n');
}

/* A fix of blanks and half-width marks is told by words, not by showing it. */
static bool
has_letters(struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (c >= 0x80 || g_ascii_isalnum((gchar)c))
			return true;
	}
	return false;
}

void
nb_full_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	write_head(out, g, o);
	if (!nb_diag_is_whole(g))
		write_snippet(out, g, o);
	if (g->said != NULL) {
		g_autoptr(GString) said = g_string_new(NULL);

		nb_render_said(said, g->said);
		nb_full_note(
		    out, "审核", (struct nb_str){ said->str, said->len });
	}
	nb_full_note(out, "依据", nb_str_z(g->code->basis));
	nb_full_note(out, "建议", nb_diag_help(g));
	if (has_letters(g->fix))
		nb_full_note(out, "改为", g->fix);
	g_string_append_c(out, '\n');
}

void
nb_full_summary(
    GString *out, const struct nb_diags *d, const struct nb_rendering *r)
{
	const enum nb_severity least = r->options.least;
	g_autoptr(GString) shown = g_string_new(NULL);
	g_autoptr(GString) hidden = g_string_new(NULL);

	nb_render_counts(shown, d->n, least, NB_ERROR + 1);
	nb_render_counts(hidden, d->n, NB_NOTE, least);
	if (shown->len > 0)
		g_string_append_printf(out, "共 %s", shown->str);
	else
		g_string_append_printf(out, "未发现%s%s",
		    nb_hidden_sum(d->n_hidden) > 0 ? "别的" : "",
		    least == NB_ERROR ? "错误" : "问题");
	if (r->n_mendable > 0)
		g_string_append_printf(
		    out, "，其中 %u 个可以用 nianbao fix 代改", r->n_mendable);
	if (hidden->len > 0)
		g_string_append_printf(out, "，%s（加 -v 显示）", hidden->str);
	nb_render_hidden(out, d->n_hidden);
	g_string_append_c(out, '\n');
}
