/*
 * fuzz_import.c - any bytes as an old document of plain text; what comes of
 * it is YAML that a report is read from without a mistake of writing.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "cli/data.h"
#include "diag/diag.h"
#include "import/import.h"
#include "model/report.h"
#include "source/reader.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

/* Every entry of the log points into the document and says something. */
static void
judge_log(const struct nb_imported *im)
{
	for (uint32_t i = 0; i < im->log.n; i++) {
		const struct nb_log_entry *e = &im->log.entry[i];

		nb_assert(e->why != NULL && e->rule != NULL);
		nb_assert(g_utf8_validate(e->was.p, (gssize)e->was.n, NULL));
	}
}

static void
judge_yaml(struct nb_arena *a, struct nb_str yaml)
{
	struct nb_diags d;
	const struct nb_text *t;

	nb_diags_init(&d, a);
	t = nb_source_text(a, NB_S("fuzz"), yaml, &d);
	nb_assert(
	    nb_report_build(a, nb_source_yaml(a, t, &d), NULL, &d) != NULL);
	for (const struct nb_diag *g = d.first; g != NULL; g = g->next) {
		if (g->severity != NB_ERROR || g->code->id[0] != 'Y')
			continue;
		fprintf(stderr, "%s: " NB_FMT "\n" NB_FMT "\n", g->code->id,
		    NB_ARG(g->message), NB_ARG(yaml));
		abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	g_autoptr(GString) yaml = g_string_new(NULL);
	const struct nb_import_options o = {
		.words = fuzz_data()->vocabulary,
		.mark = size % 2 == 0,
	};
	struct nb_arena *a = nb_arena_new();
	struct nb_imported im = { .reader = NULL };
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (nb_import(a, NB_S("fuzz.txt"), s, &o, &d, &im, yaml) == NB_OK)
		judge_yaml(a, (struct nb_str){ yaml->str, yaml->len });
	judge_log(&im);
	nb_arena_free(a);
	return 0;
}
