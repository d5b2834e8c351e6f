/*
 * What has changed as one JSON object, a line for each row and each change.
 */
#include "cli/diff_show.h"
#include "diag/render.h"

enum { VERSION = 1 };

static void
flag(GString *out, const char *name, bool value)
{
	if (value)
		g_string_append_printf(out, ",\"%s\":true", name);
}

static void
write_row(GString *out, const struct nb_diff_row *row)
{
	g_string_append_printf(
	    out, "{\"kind\":\"%s\",\"fields\":{", nb_diff_kind_name(row->kind));
	for (uint32_t i = 0; i < row->n; i++) {
		g_string_append(out, i > 0 ? "," : "");
		nb_render_json_string(out, row->field[i].name);
		g_string_append_c(out, ':');
		nb_render_json_string(out, row->field[i].text);
	}
	g_string_append(out, "}}");
}

static void
write_side(GString *out, const char *name, const struct nb_diff_side *s)
{
	g_string_append_printf(out, "\"%s\":{\"file\":", name);
	nb_render_json_string(out, s->report->source->name);
	nb_render_json_text(out, "title", s->report->title.text);
	nb_render_json_number(out, "count", (long)s->n);
}

static const char *
op_name(enum nb_diff_op op)
{
	switch (op) {
	case NB_DIFF_KEEP:
		return "keep";
	case NB_DIFF_DELETE:
		return "delete";
	case NB_DIFF_INSERT:
		return "insert";
	}
	NB_UNREACHABLE();
}

static void
write_edit(GString *out, const struct nb_diff_edit *e)
{
	g_string_append_printf(out, "{\"op\":\"%s\"", op_name(e->op));
	nb_render_json_text(
	    out, "text", e->op == NB_DIFF_INSERT ? e->now : e->old);
	if (e->op == NB_DIFF_KEEP && !nb_str_eq(e->old, e->now))
		nb_render_json_text(out, "as", e->now);
	if (e->row != NB_DIFF_NONE)
		nb_render_json_number(
		    out, e->op == NB_DIFF_DELETE ? "to" : "from", (long)e->row);
	if (e->figure.n > 0)
		nb_render_json_text(out, "figure", e->figure);
	g_string_append_c(out, '}');
}

static void
write_text(GString *out, const struct nb_diff_text *t)
{
	g_string_append(out, "{\"name\":");
	nb_render_json_string(out, t->name);
	flag(out, "gone", t->gone);
	g_string_append(out, ",\"edits\":[");
	for (uint32_t i = 0; i < t->n; i++) {
		g_string_append(out, i > 0 ? "," : "");
		write_edit(out, &t->edit[i]);
	}
	g_string_append(out, "]}");
}

static const char *
change_name(const struct nb_diff_change *c)
{
	return c->old == NB_DIFF_NONE ? "inserted"
	    : c->now == NB_DIFF_NONE  ? "deleted"
	    : c->n == 0               ? "moved"
				      : "changed";
}

/* Where it stands in its file. */
static void
write_place(GString *out, struct nb_arena *a, const char *name,
    const struct nb_diff_side *s, uint32_t row)
{
	const struct nb_span span = s->row[row].span;

	g_string_append_printf(out, ",\"%s\":{\"row\":%u", name, row);
	if (span.text != NULL)
		nb_render_json_number(
		    out, "line", (long)nb_text_pos(span.text, span.begin).line);
	nb_render_json_text(out, "place", nb_diff_place(a, s, row));
	g_string_append_c(out, '}');
}

static void
write_change(GString *out, struct nb_arena *a, const struct nb_diff *d,
    const struct nb_diff_change *c)
{
	const struct nb_diff_row *row =
	    c->now == NB_DIFF_NONE ? &d->old.row[c->old] : &d->now.row[c->now];

	g_string_append_printf(out, "{\"change\":\"%s\",\"kind\":\"%s\"",
	    change_name(c), nb_diff_kind_name(row->kind));
	flag(out, "moved", c->moved);
	flag(out, "script", c->script);
	if (c->old != NB_DIFF_NONE)
		write_place(out, a, "old", &d->old, c->old);
	if (c->now != NB_DIFF_NONE)
		write_place(out, a, "new", &d->now, c->now);
	g_string_append(out, ",\"fields\":[");
	for (uint32_t i = 0; i < c->n; i++) {
		g_string_append(out, i > 0 ? "," : "");
		write_text(out, &c->text[i]);
	}
	g_string_append(out, "]}");
}

void
nb_diff_show_json(GString *out, struct nb_arena *a, const struct nb_diff *d)
{
	g_string_append_printf(
	    out, "{\"type\":\"diff\",\"version\":%d,\n", VERSION);
	write_side(out, "old", &d->old);
	g_string_append(out, ",\"rows\":[\n");
	for (uint32_t i = 0; i < d->old.n; i++) {
		write_row(out, &d->old.row[i]);
		g_string_append(out, i + 1 < d->old.n ? ",\n" : "\n");
	}
	g_string_append(out, "]},\n");
	write_side(out, "new", &d->now);
	g_string_append(out, "},\n\"changes\":[\n");
	for (uint32_t i = 0; i < d->n; i++) {
		write_change(out, a, d, &d->change[i]);
		g_string_append(out, i + 1 < d->n ? ",\n" : "\n");
	}
	g_string_append(out, "]}\n");
}
