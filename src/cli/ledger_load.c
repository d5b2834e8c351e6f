#include "cli/ledger_load.h"

#include "base/arena.h"
#include "cli/folder.h"
#include "cli/load.h"
#include "cli/own_codes.h"
#include "cli/show.h"
#include "source/reader.h"

#include <string.h>

struct loading {
	struct nb_cli *cli;
	struct nb_arena *arena; /* of the ledger */
	bool folder;            /* what is no report is passed by */
	struct nb_ledger_files files;
};

/* Says in d what keeps a report out of the ledger, or what it lacks. */
static bool
has_place(const struct nb_report *r, unsigned lost, struct nb_diags *d)
{
	if (r->year == 0 || r->organ.text.n == 0) {
		nb_diag_add(d, &nb_code_A70, r->span,
		    "没有写明%s，没有放进台账",
		    r->year != 0               ? "机关"
			: r->organ.text.n != 0 ? "年度"
					       : "年度和机关");
		return false;
	}
	if (lost > 0)
		nb_diag_add(d, &nb_code_A71, r->span,
		    "有%u处读不懂，台账里可能不全", lost);
	return true;
}

static void
take(struct loading *l, const char *path, const struct nb_report *r,
    unsigned lost, struct nb_diags *d)
{
	if (l->folder && !nb_report_is_meant(r))
		nb_cli_complain(l->cli, "“%s”不是报告，没有放进台账", path);
	else if (has_place(r, lost, d))
		g_ptr_array_add(l->files.file, nb_ledger_read(l->arena, r));
	if (d->n[NB_ERROR] > 0)
		l->files.status =
		    nb_exit_worse(l->files.status, NB_EXIT_FINDINGS);
	nb_show_trouble(l->cli, d);
}

/* The document is gone when this returns. */
static void
load_file(struct loading *l, const char *path)
{
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *text;
	struct nb_diags heard, own;

	nb_diags_init(&heard, a);
	nb_diags_init(&own, a);
	if (nb_source_open(a, path, &heard, &text) == NB_OK) {
		const struct nb_node *root = nb_source_yaml(a, text, &heard);
		const struct nb_report *r =
		    nb_report_build(a, root, NULL, &heard);

		take(l, path, r, nb_document_lost(&heard), &own);
	} else {
		nb_show_trouble(l->cli, &heard);
		l->files.status = NB_EXIT_FAILED;
	}
	nb_arena_free(a);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* “./2021.yaml” is shown as what it is. */
static void
drop_dots(GPtrArray *path)
{
	for (guint i = 0; i < path->len; i++) {
		char *p = path->pdata[i];

		if (g_str_has_prefix(p, "./") && p[2] != '/')
			memmove(p, p + 2, strlen(p + 2) + 1);
	}
}

/* By name, so that the order of the operands does not matter. */
static GPtrArray *
list_files(struct loading *l, char *const *operand, unsigned n)
{
	GPtrArray *path = g_ptr_array_new_with_free_func(g_free);

	for (unsigned i = 0; i < n; i++) {
		if (!nb_folder_is(operand[i])) {
			g_ptr_array_add(path, g_strdup(operand[i]));
			continue;
		}
		l->folder = true;
		if (!nb_folder_files(l->cli, operand[i], path))
			l->files.status = NB_EXIT_FAILED;
	}
	drop_dots(path);
	g_ptr_array_sort(path, compare);
	nb_folder_unique(path);
	return path;
}

struct nb_ledger_files
nb_ledger_load(
    struct nb_cli *cli, struct nb_arena *a, char *const *operand, unsigned n)
{
	struct loading l = {
		.cli = cli,
		.arena = a,
		.files = { g_ptr_array_new(), NB_EXIT_OK },
	};
	g_autoptr(GPtrArray) path = list_files(&l, operand, n);

	for (guint i = 0; i < path->len; i++)
		load_file(&l, path->pdata[i]);
	return l.files;
}
