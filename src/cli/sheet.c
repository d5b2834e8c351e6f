#include "cli/sheet.h"

#include "cli/args.h"
#include "cli/folder.h"
#include "cli/load.h"
#include "diag/said.h"
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

struct nb_opinion_codes
nb_sheet_codes(const struct nb_show *show)
{
	const struct nb_render_options *o = &show->rendering.options;

	return (struct nb_opinion_codes){ o->code, o->n_codes };
}

void
nb_sheet_heed(const struct nb_show *show, const struct nb_outline *outline,
    const char *path, struct nb_document *doc)
{
	g_autofree char *sheet = nb_sheet_path(path, show->sheet);
	const struct nb_text *text;
	struct nb_diags own;

	if (show->sheet == NULL && !g_file_test(sheet, G_FILE_TEST_EXISTS))
		return;
	nb_diags_init_like(&own, &doc->diags);
	if (nb_source_open(doc->arena, sheet, &own, &text) == NB_OK) {
		struct nb_opinions *o = nb_opinions_read(
		    doc->arena, text, nb_sheet_codes(show), &own);

		nb_diags_sort(&doc->diags);
		nb_opinions_meet(
		    o, &doc->diags, doc->text, outline->review_alike);
		nb_opinions_apply(o, &doc->diags);
	}
	nb_diags_move(&doc->diags, &own);
}

void
nb_sheet_say(const struct nb_show *show, struct nb_cli *cli, struct nb_sink *to,
    const struct nb_document *doc)
{
	const enum nb_format format = nb_show_format(show);
	g_autofree char *sheet = nb_sheet_path(doc->text->name.p, show->sheet);
	g_autoptr(GString) line = g_string_new("另有 ");

	if (nb_hidden_sum(doc->diags.n_hidden) == 0 || format == NB_FORMAT_JSON)
		return;
	nb_render_counts(line, doc->diags.n_hidden, NB_NOTE, NB_ERROR + 1);
	g_string_append_printf(line, "按审核意见“%s”不再提示", sheet);
	nb_sink_line(
	    format == NB_FORMAT_FULL ? to : &cli->err, "%s", line->str);
}
