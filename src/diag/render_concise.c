/*
 * diag/render_concise.c - file:line:col: level code message, one line each.
 * A finding about the file as a whole stands at 1:1, where editors can go.
 */
#include "diag/render.h"

void
nb_concise_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	(void)o;
	if (g->span.text != NULL) {
		const struct nb_pos at =
		    nb_text_pos(g->span.text, g->span.begin);

		nb_render_text(out, g->span.text->name);
		g_string_append_printf(out, ":%u:%u: ", at.line, at.col);
	}
	g_string_append_printf(
	    out, "%s %s ", nb_severity_word(g->severity), g->code->id);
	nb_render_message(out, g);
	g_string_append_c(out, '\n');
}
