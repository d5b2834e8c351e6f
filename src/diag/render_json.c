/*
 * diag/render_json.c - one JSON object a line.  Lines and columns count from
 * 1, columns in characters, the end is exclusive; "fix" is null when the
 * program knows no mend, and "" when the place is to be deleted; "edits" are
 * more places to be written anew, "review" is what a person has said of it.
 */
#include "diag/render.h"

#include "diag/said.h"

#include <jansson.h>

/* File names need not be UTF-8; everything else is. */
static json_t *
string(struct nb_str s)
{
	json_t *value = json_stringn(s.p, s.n);

	if (value == NULL) {
		g_autofree char *valid = nb_render_valid(s);

		value = json_string(valid);
	}
	return value;
}

/* Appends value and lets go of it. */
static void
append(GString *out, json_t *value)
{
	char *line = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	json_decref(value);
	if (line == NULL)
		nb_out_of_memory();
	g_string_append(out, line);
	free(line);
}

void
nb_render_json_string(GString *out, struct nb_str s)
{
	append(out, string(s));
}

void
nb_render_json_text(GString *out, const char *name, struct nb_str value)
{
	g_string_append_printf(out, ",\"%s\":", name);
	nb_render_json_string(out, value);
}

void
nb_render_json_number(GString *out, const char *name, long value)
{
	g_string_append_printf(out, ",\"%s\":%ld", name, value);
}

/* The further places of a mend. */
static json_t *
edits(const struct nb_diag *g)
{
	json_t *list = json_array();

	for (const struct nb_diag_edit *e = g->edit; e != NULL; e = e->next) {
		const struct nb_pos begin =
		    nb_text_pos(e->span.text, e->span.begin);
		const struct nb_pos end =
		    nb_text_pos(e->span.text, e->span.end);

		json_array_append_new(list,
		    json_pack("{si si si si so}", "line", (int)begin.line,
			"col", (int)begin.col, "end_line", (int)end.line,
			"end_col", (int)end.col, "text", string(e->text)));
	}
	return list;
}

static json_t *
string_or_null(struct nb_str s)
{
	return s.n > 0 ? string(s) : json_null();
}

static json_t *
said(const struct nb_diag_said *s)
{
	static const char *const name[] = {
		[NB_SAID_OPEN] = "open",
		[NB_SAID_ACCEPTED] = "accepted",
		[NB_SAID_REJECTED] = "rejected",
		[NB_SAID_UNREASONED] = "unreasoned",
		[NB_SAID_DISPUTED] = "disputed",
	};
	g_autoptr(GString) text = g_string_new(NULL);

	nb_render_said(text, s);
	return json_pack("{ss so so so ss}", "state", name[s->what], "reason",
	    string_or_null(s->reason), "remark", string_or_null(s->remark),
	    "person", string_or_null(s->person), "text", text->str);
}

void
nb_json_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	const struct nb_text *text = g->span.text;
	const struct nb_pos begin = nb_text_pos(text, g->span.begin);
	const struct nb_pos end = nb_text_pos(text, g->span.end);

	json_t *finding = json_pack("{ss so si si si si ss ss so so so ss}",
	    "type", "finding", "file", string(text ? text->name : NB_S("")),
	    "line", (int)begin.line, "col", (int)begin.col, "end_line",
	    (int)end.line, "end_col", (int)end.col, "code", g->code->id,
	    "level", nb_severity_name(g->severity), "message",
	    string(g->message), "excerpt", string(nb_span_str(g->span)), "fix",
	    g->fix.p != NULL ? string(g->fix) : json_null(), "basis",
	    g->code->basis);

	(void)o;
	if (g->edit != NULL)
		json_object_set_new(finding, "edits", edits(g));
	if (g->said != NULL)
		json_object_set_new(finding, "review", said(g->said));
	append(out, finding);
	g_string_append_c(out, '\n');
}

void
nb_render_json_counts(GString *out, const struct nb_diags *d)
{
	nb_render_json_number(out, "errors", d->n[NB_ERROR]);
	nb_render_json_number(out, "warnings", d->n[NB_WARNING]);
	nb_render_json_number(out, "notes", d->n[NB_NOTE]);
	if (nb_hidden_sum(d->n_hidden) > 0)
		g_string_append_printf(out,
		    ",\"hidden\":{\"errors\":%u,\"warnings\":%u,\"notes\":%u}",
		    d->n_hidden[NB_ERROR], d->n_hidden[NB_WARNING],
		    d->n_hidden[NB_NOTE]);
	if (d->n_accepted > 0)
		nb_render_json_number(out, "accepted", d->n_accepted);
}

void
nb_json_summary(
    GString *out, const struct nb_diags *d, const struct nb_rendering *r)
{
	(void)r;
	g_string_append(out, "{\"type\":\"summary\"");
	nb_render_json_counts(out, d);
	g_string_append(out, "}\n");
}
