/*
 * C12 item-without-row - an item of the prose has no row in the task table.
 *
 * Asked only in chapters that the table's groups are named after: chapters on
 * aims or safeguards need no rows, and a group's own heading has the group's.
 * Not asked of a report.
 */
#include "check/rule.h"

#include "check/kin.h"
#include "check/task_rows.h"

#include <glib.h>

enum { ALIKE = 60 }; /* [percent] */

static const struct nb_code code = {
	.id = "C12",
	.name = "item-without-row",
	.severity = NB_NOTE,
	.title = "正文条目在任务表里没有对应的行",
	.basis = "公文写作惯例：附表与正文一致",
	.help = "在任务表里补一行，写明责任单位和时限；不必分解的可以不改",
	.why =
	    "正文提了要求，任务表里却没有哪一行与它相近，这一条就没有责任单位"
	    "和时限。只查任务表分类所照的那几章。\n"
	    "误：正文有“优化政务服务”一条，任务表没有一行提到\n"
	    "正：任务表加一行“内容: 编制政务服务地图　责任: 公共服务办公室”",
};

/* The chapters, as indices of headings, that a group's heading is under. */
static bool
is_tabled(const struct nb_check *ck, const bool *grouped, uint32_t chapter)
{
	for (uint32_t i = chapter; i < ck->headings.heading[chapter].end; i++)
		if (grouped[i])
			return true;
	return false;
}

/* Clauses of the section from *at on: whether a row is like one of them. */
static bool
has_row(struct nb_kin *kin, const GArray *clauses, guint *at,
    const struct nb_section *section)
{
	bool found = false;

	for (; *at < clauses->len; ++*at) {
		const struct nb_clause *c =
		    &g_array_index(clauses, struct nb_clause, *at);
		struct nb_kin_match m;

		if (c->section != section)
			break;
		if (found)
			continue;
		m = nb_kin_find(kin, c->text);
		found = m.likeness >= ALIKE || m.inside || m.unsure;
	}
	return found;
}

static void
look(const struct nb_check *ck, struct nb_kin *kin, const GArray *clauses)
{
	const bool *grouped = nb_grouped_headings(ck);
	bool tabled = false;
	guint at = 0;

	for (uint32_t i = 0; i < ck->headings.n; i++) {
		const struct nb_heading *h = &ck->headings.heading[i];
		bool found;

		if (h->depth == 1)
			tabled = is_tabled(ck, grouped, i);
		found = has_row(kin, clauses, &at, h->section);
		if (tabled && !grouped[i] && !found && h->section->body.n > 0 &&
		    h->section->title.text.n > 0)
			nb_diag_add(ck->diags, &code, h->section->span,
			    "正文条目“" NB_FMT "”在任务表里没有对应的行",
			    NB_ARG(h->section->title.text));
	}
}

static void
compare(const struct nb_check *ck)
{
	g_autoptr(GArray) rows = nb_row_clauses(ck);
	g_autoptr(GArray) clauses = nb_section_clauses(ck);
	struct nb_kin *kin = nb_kin_new();

	for (guint i = 0; i < rows->len; i++)
		nb_kin_add(kin, g_array_index(rows, struct nb_clause, i).text);
	if (rows->len > 0)
		look(ck, kin, clauses);
	nb_kin_free(kin);
}

static void
run(const struct nb_check *ck)
{
	if (ck->report->task_table != NULL &&
	    ck->report->kind != NB_KIND_REPORT)
		compare(ck);
}

const struct nb_rule nb_rule_item_without_row = { .code = &code, .run = run };
