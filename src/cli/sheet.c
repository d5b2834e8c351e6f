#include "cli/sheet.h"

#include "cli/args.h"
#include "cli/folder.h"
#include "cli/load.h"
#include "review/opinion.h"
#include "source/reader.h"
#include "style/outline.h"

#include <string.h>

char *
nb_sheet_path(const char *report, const char *said)
{
	static const char *const yaml[] = { ".yaml", ".yml", NULL };
	const char *dot = strrchr(report, '.');
	const size_t n = nb_folder_has_suffix(report, yaml)
	    ? (size_t)(dot - report)
	    : strlen(report);

	if (said != NULL)
		return g_strdup(said);
	return g_strdup_printf("%.*s" NB_SHEET_SUFFIX, (int)n, report);
}

bool
nb_sheet_is_sound(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->sheet == NULL ||
	    (args->n_operands == 1 && !nb_folder_is(args->operand[0])))
		return true;
	nb_cli_complain(cli, "--sheet 是一份报告的审核意见，一次只能给一份");
	return false;
}

struct nb_opinions *
nb_sheet_read(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	const struct nb_text *text;

	if (nb_source_open(a, path, d, &text) != NB_OK)
		return NULL;
	return nb_opinions_read(a, text, d);
}

void
nb_sheet_heed(const struct nb_show *show, const struct nb_outline *outline,
    const char *path, struct nb_document *doc)
{
	g_autofree char *sheet = nb_sheet_path(path, show->sheet);
	struct nb_opinions *o;
	struct nb_diags own;

	if (show->sheet == NULL && !g_file_test(sheet, G_FILE_TEST_EXISTS))
		return;
	nb_diags_init_like(&own, &doc->diags);
	o = nb_sheet_read(doc->arena, sheet, &own);
	if (o != NULL) {
		nb_diags_sort(&doc->diags);
		nb_opinions_meet(
		    o, &doc->diags, doc->text, outline->review_alike);
		doc->n_rejected = nb_opinions_apply(o, &doc->diags);
	}
	nb_diags_move(&doc->diags, &own);
}

void
nb_sheet_say(const struct nb_show *show, struct nb_sink *to,
    const struct nb_document *doc)
{
	if (doc->n_rejected > 0 && nb_show_format(show) == NB_FORMAT_FULL)
		nb_sink_printf(
		    to, "另有 %u 条按审核意见不再提示\n", doc->n_rejected);
}
