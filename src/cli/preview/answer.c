#include "cli/preview/answer.h"

#include "base/arena.h"
#include "check/coverage.h"
#include "cli/preview/page_key.h"
#include "diag/render.h"
#include "layout/locate.h"

static const char *
state_name(enum nb_desk_state state)
{
	switch (state) {
	case NB_DESK_WAITING:
		return "waiting";
	case NB_DESK_READ:
		return "read";
	case NB_DESK_UNREAD:
		return "unread";
	case NB_DESK_OTHER:
		return "other";
	case NB_DESK_GONE:
		return "gone";
	}
	NB_UNREACHABLE();
}

/* What every answer about a document begins with. */
static void
append_doc(GString *out, const struct nb_desk_doc *doc)
{
	g_string_append_printf(
	    out, "{\"doc\":%u,\"changes\":%u", doc->number, doc->changes);
	nb_render_json_text(out, "name", nb_str_z(doc->name));
	nb_render_json_text(out, "state", nb_str_z(state_name(doc->state)));
}

static void
append_counts(GString *out, const struct nb_desk_sheet *sheet)
{
	const struct nb_diags *d = &sheet->doc.diags;

	nb_render_json_counts(out, d);
	if (sheet->pages == NULL)
		return;
	nb_render_json_text(out, "title", sheet->pages->title);
	nb_render_json_number(out, "n_pages", sheet->pages->n_pages);
}

static void
append_cover(GString *out, const struct nb_coverage *c)
{
	g_string_append(out, ",\"cover\":[");
	for (uint32_t i = 0; i < c->n; i++) {
		g_string_append(out, i > 0 ? ",[" : "[");
		nb_render_json_string(out, c->item[i].item);
		g_string_append_printf(
		    out, ",\"%s\"]", nb_cover_name(c->item[i].cover));
	}
	g_string_append_c(out, ']');
}

char *
nb_answer_row(const struct nb_desk_sheet *sheet)
{
	GString *out = g_string_new(NULL);

	append_doc(out, sheet->of);
	append_counts(out, sheet);
	append_cover(out, &sheet->doc.coverage);
	g_string_append_c(out, '}');
	return g_string_free(out, FALSE);
}

void
nb_answer_list(GString *out, const struct nb_desk *desk)
{
	g_string_append(out, "{\"folder\":");
	if (desk->folder != NULL)
		nb_render_json_string(out, nb_str_z(desk->folder));
	else
		g_string_append(out, "null");
	g_string_append(out, ",\"documents\":[");
	for (guint i = 0; i < desk->doc->len; i++) {
		const struct nb_desk_doc *doc = desk->doc->pdata[i];

		if (i > 0)
			g_string_append_c(out, ',');
		if (doc->row != NULL && doc->state != NB_DESK_WAITING) {
			g_string_append(out, doc->row);
			continue;
		}
		append_doc(out, doc);
		g_string_append_c(out, '}');
	}
	g_string_append(out, "]}");
}

/* [pt], with a point for the decimals whatever the locale. */
static void
append_pt(GString *out, nb_len x)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(
	    out, g_ascii_formatd(text, sizeof text, "%.2f", nb_len_pt(x)));
}

static void
append_numbers(GString *out, const nb_len *x, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		append_pt(out, x[i]);
	}
}

/* near: those words are not what is meant. */
static void
append_places(GString *out, const struct nb_location *at)
{
	const bool near =
	    at->how == NB_LOCATED_NEAR || at->how == NB_LOCATED_TITLE;

	g_string_append_printf(
	    out, ",\"near\":%s,\"places\":[", near ? "true" : "false");
	for (uint32_t i = 0; i < at->n; i++) {
		const struct nb_place *place = &at->place[i];
		const struct nb_area *a = &place->area;
		const nb_len box[] = { a->x, a->y, a->w, a->h };

		g_string_append_printf(
		    out, "%s[%u,", i > 0 ? "," : "", place->page);
		append_numbers(out, box, NB_COUNT(box));
		g_string_append_c(out, ']');
	}
	g_string_append_c(out, ']');
}

static void
append_finding(
    GString *out, struct nb_desk_sheet *sheet, const struct nb_diag *g)
{
	const struct nb_render_options all = { 0 };

	g_string_append(out, "{\"finding\":");
	nb_renderer_find("json")->finding(out, g, &all);
	g_string_append_printf(
	    out, ",\"whole\":%s", nb_diag_is_whole(g) ? "true" : "false");
	nb_render_json_text(out, "help", nb_diag_help(g));
	nb_render_json_text(out, "title", nb_str_z(g->code->title));
	if (sheet->locator != NULL) {
		const struct nb_location at =
		    nb_locate(sheet->locator, sheet->doc.arena, g->span);

		append_places(out, &at);
	}
	g_string_append_c(out, '}');
}

static void
append_pages(GString *out, const struct nb_pages *pages)
{
	g_string_append(out, ",\"pages\":[");
	for (uint32_t i = 0; pages != NULL && i < pages->n_pages; i++) {
		const nb_len size[] = { pages->page[i].w, pages->page[i].h };
		g_autofree char *key = nb_page_key(&pages->page[i]);

		g_string_append(out, i > 0 ? ",[" : "[");
		append_numbers(out, size, NB_COUNT(size));
		g_string_append_printf(out, ",\"%s\"]", key);
	}
	g_string_append_c(out, ']');
}

void
nb_answer_doc(GString *out, struct nb_desk_sheet *sheet)
{
	const struct nb_diags *d = &sheet->doc.diags;

	append_doc(out, sheet->of);
	append_counts(out, sheet);
	append_pages(out, sheet->pages);
	g_string_append(out, ",\"refusal\":");
	if (sheet->refusal != NULL)
		nb_render_json_string(out, nb_str_z(sheet->refusal));
	else
		g_string_append(out, "null");
	g_string_append(out, ",\"findings\":[");
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		if (g != d->first)
			g_string_append_c(out, ',');
		append_finding(out, sheet, g);
	}
	g_string_append_c(out, ']');
	append_cover(out, &sheet->doc.coverage);
	g_string_append_c(out, '}');
}
