/*
 * diag/render_csv.c - a table (RFC 4180) that a spreadsheet opens by a double
 * click: the byte order mark says UTF-8, and a cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
#include "diag/render.h"

#include <string.h>

static const char line_end[] = "\r\n";

void
nb_render_csv_cell(GString *out, struct nb_str cell, const char *behind)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const bool formula = cell.n > 0 && strchr("=+-@\t\r", cell.p[0]);

	if (formula)
		g_string_append_c(text, '\'');
	nb_render_text(text, cell);
	if (strpbrk(text->str, "\",") != NULL) {
		g_string_replace(text, "\"", "\"\"", 0);
		g_string_prepend_c(text, '"');
		g_string_append_c(text, '"');
	}
	g_string_append_len(out, text->str, (gssize)text->len);
	g_string_append(out, behind);
}

void
nb_csv_begin(GString *out, const struct nb_render_options *o)
{
	(void)o;
	g_string_append(out, "\xEF\xBB\xBF文件,行,列,级别,代码,问题,依据,建议");
	g_string_append(out, line_end);
}

/* A finding about the file as a whole has no line and no column. */
static void
write_place(GString *out, const struct nb_diag *g)
{
	const struct nb_pos at = nb_text_pos(g->span.text, g->span.begin);

	if (nb_diag_is_whole(g))
		g_string_append(out, ",,");
	else
		g_string_append_printf(out, "%u,%u,", at.line, at.col);
}

void
nb_csv_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	const struct nb_text *text = g->span.text;
	g_autoptr(GString) message = g_string_new(NULL);

	(void)o;
	nb_render_message(message, g);
	nb_render_csv_cell(out, text != NULL ? text->name : NB_S(""), ",");
	write_place(out, g);
	nb_render_csv_cell(out, nb_str_z(nb_severity_word(g->severity)), ",");
	nb_render_csv_cell(out, nb_str_z(g->code->id), ",");
	nb_render_csv_cell(
	    out, (struct nb_str){ message->str, message->len }, ",");
	nb_render_csv_cell(out, nb_str_z(g->code->basis), ",");
	nb_render_csv_cell(out, nb_diag_help(g), line_end);
}
