/*
 * cli/ledger_json.c - a ledger for programs: an object a line, of type organ,
 * promise, figure or problem.  README.md lists the members.
 */
#include "cli/ledger_show.h"

#include "cli/ledger_words.h"
#include "diag/render.h"
#include "model/keys.h"

static void
flag(GString *out, const char *name, bool value)
{
	g_string_append_printf(
	    out, ",\"%s\":%s", name, value ? "true" : "false");
}

static void
place(GString *out, const struct nb_ledger_file *file, uint32_t line)
{
	nb_render_json_text(out, "file", file->text->name);
	nb_render_json_number(out, "line", (long)line);
}

static void
write_files(GString *out, const struct nb_ledger_organ *o)
{
	g_string_append(out, ",\"files\":[");
	for (uint32_t i = 0; i < o->n_files; i++) {
		const struct nb_ledger_file *file = o->file[i];

		g_string_append(out, i > 0 ? ",{\"file\":" : "{\"file\":");
		nb_render_json_string(out, file->text->name);
		nb_render_json_text(
		    out, "kind", nb_str_z(nb_kinds[file->kind].word));
		nb_render_json_number(out, "year", file->year);
		nb_render_json_number(out, "last_year", file->last_year);
		g_string_append_c(out, '}');
	}
	g_string_append(out, "],\"missing\":[");
	for (uint32_t i = 0; i < o->n_gaps; i++)
		g_string_append_printf(out, "%s{\"first\":%d,\"last\":%d}",
		    i > 0 ? "," : "", o->gap[i].first, o->gap[i].last);
	g_string_append_c(out, ']');
}

static void
write_organ(GString *out, const struct nb_ledger_organ *o)
{
	g_string_append(out, "{\"type\":\"organ\"");
	nb_render_json_text(out, "organ", o->name);
	nb_render_json_number(out, "newest", o->newest);
	write_files(out, o);
	nb_render_json_number(out, "promises", (long)o->n_promises);
	nb_render_json_number(out, "open", (long)o->n_open);
	g_string_append(out, ",\"tally\":{");
	for (int i = 0; i < NB_LEDGER_STATES; i++)
		g_string_append_printf(out, "%s\"%s\":%u", i > 0 ? "," : "",
		    nb_ledger_state_name((enum nb_ledger_state)i), o->tally[i]);
	g_string_append(out, "}}\n");
}

static void
write_entry(GString *out, const struct nb_ledger_step *s)
{
	const struct nb_ledger_entry *e = s->entry;

	place(out, e->file, e->line);
	nb_render_json_text(out, "key", nb_str_z(nb_ledger_key_word(e->key)));
	nb_render_json_number(out, "likeness", (long)s->likeness);
	flag(out, "longer", s->longer);
	nb_render_json_text(out, "text", e->text);
}

static void
write_step(GString *out, const struct nb_ledger_step *s)
{
	static const char *const event[] = {
		[NB_LEDGER_PROMISED] = "promised",
		[NB_LEDGER_ANSWERED] = "answered",
		[NB_LEDGER_SILENT] = "silent",
		[NB_LEDGER_ABSENT] = "absent",
	};
	const struct nb_ledger_entry *e = s->entry;

	g_string_append_printf(
	    out, "{\"event\":\"%s\",\"year\":%d", event[s->event], s->year);
	if (e != NULL)
		write_entry(out, s);
	if (s->event == NB_LEDGER_PROMISED) {
		nb_render_json_number(out, "for", e->year);
		nb_render_json_text(out, "target", e->target);
		nb_render_json_text(out, "due", e->due);
		nb_render_json_text(out, "units", e->units);
	} else if (s->event == NB_LEDGER_ANSWERED) {
		nb_render_json_text(out, "progress",
		    nb_choice_word(nb_progresses, e->progress));
		nb_render_json_text(out, "evidence", e->evidence);
		nb_render_json_text(out, "cause", e->cause);
	}
	g_string_append_c(out, '}');
}

static void
write_promise(GString *out, const struct nb_ledger_organ *o,
    const struct nb_ledger_promise *p)
{
	g_string_append(out, "{\"type\":\"promise\"");
	nb_render_json_text(out, "organ", o->name);
	nb_render_json_text(out, "text", p->step[0].entry->text);
	nb_render_json_text(
	    out, "state", nb_str_z(nb_ledger_state_name(p->state)));
	flag(out, "open", nb_ledger_is_open(p->state));
	nb_render_json_number(out, "since", p->since);
	nb_render_json_number(out, "age", (long)p->age);
	nb_render_json_number(out, "carried", (long)p->carried);
	flag(out, "unseen", p->unseen);
	flag(out, "split", p->split);
	g_string_append(out, ",\"steps\":[");
	for (uint32_t i = 0; i < p->n; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		write_step(out, &p->step[i]);
	}
	g_string_append(out, "]}\n");
}

static void
write_point(GString *out, const struct nb_ledger_point *p)
{
	static const char *const met[] = {
		[NB_LEDGER_NO_GOAL] = "null",
		[NB_LEDGER_MET] = "true",
		[NB_LEDGER_MISSED] = "false",
	};
	const struct nb_ledger_value *v = p->value != NULL ? p->value : p->goal;

	g_string_append_printf(out, "{\"year\":%d", p->year);
	place(out, v->file, v->line);
	nb_render_json_text(
	    out, "value", p->value != NULL ? p->value->value : NB_S(""));
	nb_render_json_text(out, "change", p->change);
	nb_render_json_text(
	    out, "last", p->value != NULL ? p->value->last : NB_S(""));
	flag(out, "last_differs", p->last_differs);
	flag(out, "unit_changed", p->rescaled);
	flag(out, "gap", p->gap);
	nb_render_json_text(
	    out, "target", p->goal != NULL ? p->goal->target : NB_S(""));
	g_string_append_printf(out, ",\"met\":%s", met[p->met]);
	nb_render_json_text(out, "remark", v->remark);
	g_string_append_c(out, '}');
}

static void
write_figure(GString *out, const struct nb_ledger_organ *o,
    const struct nb_ledger_figure *f)
{
	g_string_append(out, "{\"type\":\"figure\"");
	nb_render_json_text(out, "organ", o->name);
	nb_render_json_text(out, "name", f->name);
	nb_render_json_text(out, "unit", f->unit);
	g_string_append(out, ",\"points\":[");
	for (uint32_t i = 0; i < f->n; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		write_point(out, &f->point[i]);
	}
	g_string_append(out, "]}\n");
}

static void
write_problem(GString *out, const struct nb_ledger_organ *o,
    const struct nb_ledger_problem *p)
{
	g_string_append(out, "{\"type\":\"problem\"");
	nb_render_json_text(out, "organ", o->name);
	nb_render_json_text(out, "text", p->step[p->n - 1].entry->text);
	nb_render_json_number(out, "years", (long)p->years);
	nb_render_json_number(out, "running", (long)p->running);
	flag(out, "still", p->still);
	g_string_append(out, ",\"steps\":[");
	for (uint32_t i = 0; i < p->n; i++) {
		const struct nb_ledger_step *s = &p->step[i];

		g_string_append_printf(
		    out, "%s{\"year\":%d", i > 0 ? "," : "", s->year);
		write_entry(out, s);
		nb_render_json_text(out, "cause", s->entry->cause);
		g_string_append_c(out, '}');
	}
	g_string_append(out, "]}\n");
}

enum nb_status
nb_ledger_json(GString *out, struct nb_arena *a, const struct nb_ledger *l,
    const struct nb_ledger_form *form)
{
	(void)a;
	(void)form;
	for (uint32_t i = 0; i < l->n; i++) {
		const struct nb_ledger_organ *o = &l->organ[i];

		write_organ(out, o);
		for (uint32_t k = 0; k < o->n_promises; k++)
			write_promise(out, o, &o->promise[k]);
		for (uint32_t k = 0; k < o->n_figures; k++)
			write_figure(out, o, &o->figure[k]);
		for (uint32_t k = 0; k < o->n_problems; k++)
			write_problem(out, o, &o->problem[k]);
	}
	return NB_OK;
}
