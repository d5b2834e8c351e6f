#include "cli/typeset.h"

#include "cli/archive/carry.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/sheet.h"
#include "cli/show.h"
#include "conform/appendix.h"
#include "layout/layout.h"
#include "layout/manuscript.h"
#include "output/output.h"
#include "review/review.h"

/* The sheet is of pages. */
static bool
may_conform(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output *output)
{
	if (!args->conform || output->write != NULL)
		return true;
	nb_cli_complain(
	    cli, "%s 不分页，不能用 --conform 附核对表", output->name);
	return false;
}

bool
nb_typeset_open(struct nb_data *data, struct nb_cli *cli,
    const struct nb_args *args, const struct nb_output *output)
{
	return may_conform(cli, args, output) &&
	    nb_data_open(data, cli, args,
		NB_DATA_WORDS | NB_DATA_PAGES |
		    (output->web ? NB_DATA_WEB : 0));
}

bool
nb_typeset_may(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output *output)
{
	if (!args->review)
		return true;
	if (!output->annotates)
		nb_cli_complain(cli,
		    "--review 要排成 pdf、png 或 svg，%s 标不出字上的问题",
		    output->name);
	else if (g_strcmp0(args->pdfa, "3a") == 0)
		nb_cli_complain(
		    cli, "送审稿不存档：--review 和 --pdfa 3a 不能一起用");
	else
		return true;
	return false;
}

bool
nb_typeset_has_text(const struct nb_pages *pages)
{
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++) {
			enum nb_item_role role = page->item[k].role;

			if (role == NB_ROLE_HEADING || role == NB_ROLE_BODY)
				return true;
		}
	}
	return false;
}

/* Why a document is not written, or NULL: write it. */
static const char *
reason_to_refuse(const struct nb_show *show, const struct nb_typeset *set)
{
	if (set->pages != NULL ? !nb_typeset_has_text(set->pages)
			       : !nb_manuscript_has_text(set->manuscript))
		return "没有可排的内容";
	if (set->manuscript != NULL && set->manuscript->closed)
		return "不公开的公文不能写成网页；"
		       "可以公开的，先解密，改去密级、附注、公开方式（H02）";
	if (show->strict && set->found != NB_EXIT_OK)
		return "用了 --strict，又有错误或警告";
	return NULL;
}

/* The report's pages are measured as they are; the sheet goes behind all. */
static const struct nb_pages *
append_sheet(struct nb_document *doc, const struct nb_data *data,
    const struct nb_pages *report, const struct nb_pages *all)
{
	const struct nb_conform sheet =
	    nb_conform_measure(doc->arena, report, data->template, data->fonts);

	return nb_conform_append(doc->arena, all, &sheet, data->template,
	    data->fonts, doc->report->span, &doc->diags);
}

/* What the user wants to hear of, where it is. */
static const struct nb_pages *
review(struct nb_document *doc, const struct nb_typesetting *how,
    const struct nb_pages *pages)
{
	const struct nb_data *data = how->data;
	const enum nb_script script = doc->report->script;
	const struct nb_review r = {
		.pages = pages,
		.root = doc->root,
		.findings = &doc->diags,
		.least = how->show->rendering.options.least,
		.t = nb_template_in(data->template, script),
		.script = script,
		.fonts = data->fonts,
	};

	nb_diags_sort(&doc->diags);
	return nb_review_pages(doc->arena, &r);
}

struct nb_typeset
nb_typeset(struct nb_document *doc, const struct nb_typesetting *how)
{
	const struct nb_data *data = how->data;
	struct nb_typeset set = { 0 };
	const struct nb_pages *report;

	if (how->words)
		set.manuscript = nb_manuscript_make(doc->arena, doc->report,
		    data->template, data->web, data->fonts, &doc->diags);
	else
		set.pages = nb_layout(doc->arena, doc->report, data->template,
		    data->fonts, &doc->diags);
	report = set.pages;
	nb_sheet_heed(how->show, data->outline, doc->text->name.p, doc);
	nb_show_filter(how->show, doc->text->name.p, &doc->diags);
	set.found = nb_show_exit(how->show, &doc->diags);
	set.refusal = reason_to_refuse(how->show, &set);
	if (how->review && set.refusal == NULL)
		set.pages = review(doc, how, report);
	if (how->conform && set.refusal == NULL)
		set.pages = append_sheet(doc, data, report, set.pages);
	if (how->carry && set.refusal == NULL)
		set.pages =
		    nb_carry(doc, data, how->conform, how->as, set.pages);
	return set;
}

enum nb_status
nb_typeset_write(const struct nb_typeset *set, const struct nb_output *output,
    uint32_t page, GString *out, struct nb_diags *d)
{
	return set->pages != NULL
	    ? output->write(set->pages, page, out, d)
	    : output->write_words(set->manuscript, out, d);
}
