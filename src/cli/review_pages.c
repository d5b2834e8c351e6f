#include "cli/review_pages.h"

#include "base/arena.h"
#include "cli/data.h"
#include "cli/load.h"
#include "layout/booklet.h"
#include "output/output.h"
#include "review/opinion.h"
#include "review/remark.h"

/* As 送审/意见表/栏 of the template. */
enum { NUMBER, PLACE, WORDS, MATTER, STAND, PERSON, COLUMNS };

static struct nb_prose
words(struct nb_arena *a, struct nb_str text)
{
	return nb_prose_made(a, text, (struct nb_span){ NULL, 0, 0 });
}

/* What the rows are made of. */
struct table {
	struct nb_arena *arena;
	const struct nb_review *review;
	const struct nb_locator *locator;
};

/* As on a draft for review; “找不到了” of a remark, “已没有” of a finding. */
static struct nb_str
place(const struct table *t, const struct nb_opinion *o)
{
	const struct nb_diag g = { .span = o->at };
	struct nb_remark m;

	if (!o->found)
		return o->code.n > 0 ? NB_S("已没有") : NB_S("找不到了");
	m = nb_remark_new(t->arena, t->review, t->locator, &g);
	return nb_remark_place(t->arena, t->review, &m);
}

static struct nb_str
matter(struct nb_arena *a, const struct nb_opinion *o)
{
	if (o->code.n == 0)
		return o->remark;
	return nb_arena_printf(a, NB_FMT " " NB_FMT "%s" NB_FMT,
	    NB_ARG(o->code), NB_ARG(o->matter),
	    o->matter.n > 0 && o->remark.n > 0 ? "。" : "", NB_ARG(o->remark));
}

static struct nb_str
stand(struct nb_arena *a, const struct nb_opinion *o)
{
	if (o->stand == NB_STAND_REJECTED && o->reason.n == 0)
		return NB_S("不采纳，没有写理由，不算");
	return nb_arena_printf(a, "%s%s" NB_FMT, nb_stand_word(o->stand),
	    o->reason.n > 0 ? "：" : "", NB_ARG(o->reason));
}

static struct nb_row
make_row(const struct table *t, const struct nb_opinion *o, uint32_t number)
{
	struct nb_arena *a = t->arena;
	const struct nb_str text[COLUMNS] = {
		[NUMBER] = nb_arena_printf(a, "%u", number),
		[PLACE] = place(t, o),
		[WORDS] = o->words.n > 0 ? o->words : o->paragraph,
		[MATTER] = matter(a, o),
		[STAND] = stand(a, o),
		[PERSON] = o->person,
	};
	struct nb_cell *cell = nb_new_n(a, struct nb_cell, COLUMNS);

	for (size_t i = 0; i < COLUMNS; i++)
		cell[i] = (struct nb_cell){ words(a, text[i]), 1, 1 };
	return (struct nb_row){ cell, COLUMNS };
}

static struct nb_table *
make_table(const struct table *t, const struct nb_words *name,
    const struct nb_opinions *o)
{
	struct nb_arena *a = t->arena;
	const uint32_t n = (uint32_t)MIN(name->n, COLUMNS);
	struct nb_prose *column = nb_new_n(a, struct nb_prose, n);
	struct nb_row *row = nb_new_n(a, struct nb_row, o->n);
	struct nb_table *table = nb_new(a, struct nb_table);

	for (uint32_t i = 0; i < n; i++)
		column[i] = words(a, name->word[i]);
	for (uint32_t i = 0; i < o->n; i++)
		row[i] = make_row(t, &o->opinion[i], i + 1);
	*table = (struct nb_table){
		.column = { column, n },
		.row = row,
		.n_rows = o->n,
	};
	return table;
}

/* “稿子：…。共7条：采纳2条，不采纳1条，待定4条。” */
static struct nb_str
tally(const struct nb_document *doc, const struct nb_opinions *o)
{
	uint32_t n[NB_STAND_REJECTED + 1] = { 0 };
	const struct nb_str title = doc->report->title.text;

	for (uint32_t i = 0; i < o->n; i++)
		n[o->opinion[i].stand]++;
	return nb_arena_printf(doc->arena,
	    "稿子：" NB_FMT "。共%u条：采纳%u条，不采纳%u条，待定%u条。",
	    NB_ARG(title.n > 0 ? title : doc->text->name), o->n,
	    n[NB_STAND_ADOPTED], n[NB_STAND_REJECTED], n[NB_STAND_OPEN]);
}

enum nb_status
nb_review_sheet_pages(GString *out, struct nb_document *doc,
    const struct nb_pages *pages, const struct nb_opinions *o,
    const struct nb_data *data, const struct nb_output *output,
    struct nb_diags *d)
{
	struct nb_arena *a = doc->arena;
	const enum nb_script script = doc->report->script;
	const struct nb_review review = {
		.pages = pages,
		.root = doc->root,
		.t = nb_template_in(data->template, script),
	};
	const struct nb_review_style *style = &review.t->review;
	const struct table t = { a, &review,
		nb_locator_new(a, pages, doc->root) };
	const struct nb_leaf leaf[] = {
		{ .kind = NB_LEAF_PARAGRAPH, .text = words(a, tally(doc, o)) },
		{ .kind = NB_LEAF_TABLE,
		    .table = make_table(&t, &style->sheet_column, o) },
	};
	const struct nb_booklet booklet = {
		.title = words(a, style->sheet_title),
		.script = script,
		.leaf = leaf,
		.n = o->n > 0 ? NB_COUNT(leaf) : 1,
	};

	return output->write(
	    nb_layout_booklet(a, &booklet, data->template, data->fonts, d), 0,
	    out, d);
}
