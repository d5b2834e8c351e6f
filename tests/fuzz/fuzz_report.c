/*
 * fuzz_report.c - any bytes through every phase; the sanitizers, nb_assert
 * and judge() below say what is wrong.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "check/check.h"
#include "check/ledger.h"
#include "cli/data.h"
#include "cli/diff_pages.h"
#include "cli/diff_show.h"
#include "cli/fixer.h"
#include "cli/ledger_show.h"
#include "diag/render.h"
#include "font/check.h"
#include "layout/layout.h"
#include "layout/manuscript.h"
#include "output/output.h"
#include "review/review.h"
#include "source/reader.h"

#include <stdio.h>
#include <stdlib.h>

enum { REDLINE_MOST = 4096 /* a longer report is not set twice [byte] */ };

static bool
is_at_char(const struct nb_text *t, uint32_t at)
{
	return at == t->bytes.n || (t->bytes.p[at] & 0xC0) != 0x80;
}

static bool
is_place(struct nb_span s, const struct nb_text *text)
{
	if (s.text == NULL)
		return s.begin <= s.end;
	return s.text == text && s.begin <= s.end && s.end <= text->bytes.n &&
	    is_at_char(text, s.begin) && is_at_char(text, s.end);
}

static void
reject(const struct nb_diag *g)
{
	fprintf(stderr, "%s at %u..%u: " NB_FMT "\n", g->code->id,
	    g->span.begin, g->span.end, NB_ARG(g->message));
	abort();
}

/* Every finding is inside its file and can be shown in every format. */
static void
judge(struct nb_diags *d, const struct nb_text *text)
{
	const struct nb_render_options o = { 0 };
	g_autoptr(GString) out = g_string_new(NULL);

	nb_diags_sort(d);
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		if (!is_place(g->span, text) || g->message.n == 0)
			reject(g);
		for (size_t i = 0; i < nb_n_renderers; i++)
			nb_renderers[i].finding(out, g, &o);
	}
	nb_assert(g_utf8_validate(out->str, (gssize)out->len, NULL));
}

/* What was mended is text, and there is nothing left to mend. */
static void
mend(struct nb_str text, const struct nb_data *data)
{
	const struct nb_selection all = { NULL };
	struct nb_fixed once = nb_fix(NB_S("fuzz"), text, data, &all);
	const struct nb_str now = { once.text->str, once.text->len };
	struct nb_fixed twice = nb_fix(NB_S("fuzz"), now, data, &all);

	nb_assert(g_utf8_validate(now.p, (gssize)now.n, NULL));
	nb_assert(once.more || twice.code->len == 0);
	nb_fixed_clear(&once);
	nb_fixed_clear(&twice);
}

/* The list of a long draft has many pages: one in eight is marked. */
enum { MARKED = 8 };

static void
mark(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_report *r, const struct nb_node *root,
    const struct nb_data *data, struct nb_diags *d)
{
	const struct nb_review review = {
		.pages = pages,
		.root = root,
		.findings = d,
		.t = nb_template_in(data->template, r->script),
		.script = r->script,
		.fonts = data->fonts,
	};
	g_autoptr(GString) out = g_string_new(NULL);

	pages = nb_review_pages(a, &review);
	nb_assert(nb_output_find("dump")->write(pages, 0, out, d) == NB_OK);
}

static void
draw(struct nb_arena *a, const struct nb_report *r, const struct nb_node *root,
    const struct nb_data *data, struct nb_diags *d)
{
	const struct nb_output *txt = nb_output_find("txt");
	g_autoptr(GString) out = g_string_new(NULL);
	const struct nb_pages *pages;

	nb_fonts_check(data->fonts, data->template, r, d);
	pages = nb_layout(a, r, data->template, data->fonts, d);
	nb_assert(pages != NULL && pages->n_pages > 0);
	nb_assert(txt->write(pages, 0, out, d) == NB_OK);
	nb_assert(nb_output_find("html")->write_words(
		      nb_manuscript_make(
			  a, r, data->template, data->web, data->fonts, d),
		      out, d) == NB_OK);
	if (root->span.text->bytes.n % MARKED == 0)
		mark(a, pages, r, root, data, d);
}

/*
 * The report as if it had said the same the year before, and in its plan, if it
 * names such files.
 */
static const struct nb_report *
build(struct nb_arena *a, const struct nb_node *root, struct nb_diags *d)
{
	struct nb_diags unheard;
	struct nb_report *last = nb_new(a, struct nb_report);
	struct nb_report *plan = nb_new(a, struct nb_report);

	nb_diags_init(&unheard, a);
	*last = *nb_report_build(a, root, NULL, &unheard);
	last->source = NULL;
	*plan = *last;
	last->last_year--;
	plan->kind = NB_KIND_PLAN;
	return nb_report_build(a, root,
	    &(struct nb_past){
		.last.report = last,
		.plan.report = plan,
	    },
	    d);
}

/* The report in a ledger with one that says the same a year later. */
static void
keep(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_ledger_form form = { .width = 80 };
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_report next = *r;
	struct nb_ledger_file *file[2];
	const struct nb_ledger *l;
	uint32_t n = 0;

	next.year++;
	next.last_year++;
	file[0] = nb_ledger_read(a, r);
	file[1] = nb_ledger_read(a, &next);
	l = nb_ledger_new(a, file, 2, NULL);
	nb_assert(l->n == 1);
	for (int i = 0; i < NB_LEDGER_STATES; i++)
		n += l->organ[0].tally[i];
	nb_assert(n == l->organ[0].n_promises);
	nb_assert(nb_ledger_text(out, a, l, &form) == NB_OK);
	nb_assert(nb_ledger_json(out, a, l, &form) == NB_OK);
}

/* It has not changed from itself, but from one whose chapters are reversed. */
static void
compare(
    struct nb_arena *a, const struct nb_report *r, const struct nb_data *data)
{
	const struct nb_diff_look look = { .width = 80 };
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_report other = *r;
	struct nb_section *section =
	    nb_new_n(a, struct nb_section, r->n_sections);
	struct nb_diff d = nb_diff_new(a, r, r, data->outline, data->han);

	nb_assert(d.n == 0);
	for (uint32_t i = 0; i < r->n_sections; i++)
		section[i] = r->section[r->n_sections - 1 - i];
	other.section = section;
	other.closing = r->lead;
	other.next_tasks = r->last_tasks;
	d = nb_diff_new(a, r, &other, data->outline, data->han);
	nb_diff_show_text(out, a, &d, &look);
	nb_diff_show_json(out, a, &d);
	if (data->fonts != NULL && r->source->bytes.n < REDLINE_MOST) {
		const struct nb_redline redline =
		    nb_diff_pages(a, &d, data->template);
		struct nb_diags unheard;

		nb_diags_init(&unheard, a);
		nb_assert(nb_layout_redline(a, &redline, data->template,
			      data->fonts, &unheard)
			      ->n_pages > 0);
	}
	nb_assert(g_utf8_validate(out->str, (gssize)out->len, NULL));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_data *data = fuzz_data();
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	struct nb_arena *a = nb_arena_new();
	const struct nb_report *report;
	const struct nb_node *root;
	const struct nb_text *text;
	struct nb_diags d;

	nb_diags_init(&d, a);
	text = nb_source_text(a, NB_S("fuzz"), s, &d);
	root = nb_source_yaml(a, text, &d);
	report = build(a, root, &d);
	nb_check_report(a, report, data->outline, data->lexicon, &d);
	keep(a, report);
	compare(a, report, data);
	if (data->fonts != NULL)
		draw(a, report, root, data, &d);
	judge(&d, text);
	mend(text->bytes, data);
	nb_arena_free(a);
	return 0;
}
