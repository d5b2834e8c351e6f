#include "review/list.h"

#include "base/arena.h"
#include "diag/said.h"
#include "layout/area.h"
#include "layout/join.h"
#include "layout/sheet.h"
#include "source/node.h"

/* As the columns stand in the template: 序号 级别 代码 内容 位置. */
enum { NUMBER, LEVEL, CODE, MATTER, PLACE, COLUMNS };

struct writing {
	struct nb_arena *arena;
	const struct nb_review *r;
	struct nb_span span;
};

static struct nb_prose
words(const struct writing *w, struct nb_str text)
{
	return nb_prose_made(w->arena, text, w->span);
}

/* “内容。怎样改。审核意见：…” */
static struct nb_str
matter(const struct writing *w, const struct nb_remark *m)
{
	const struct nb_str mend = nb_remark_mend(w->arena, m);
	const struct nb_str said = nb_remark_said(w->arena, m);

	return nb_arena_printf(w->arena, NB_FMT "%s" NB_FMT "%s" NB_FMT,
	    NB_ARG(m->finding->message), mend.n > 0 ? "。" : "", NB_ARG(mend),
	    said.n > 0 ? "。审核意见：" : "", NB_ARG(said));
}

static struct nb_row
make_row(const struct writing *w, const struct nb_remark *m)
{
	const struct nb_diag *g = m->finding;
	const bool personal = nb_remark_is_personal(m);
	const struct nb_str text[COLUMNS] = {
		[NUMBER] = nb_arena_printf(w->arena, "%u", m->number),
		[LEVEL] = personal ? NB_S("意见")
				   : nb_str_z(nb_severity_word(g->severity)),
		[CODE] = nb_str_z(personal ? "" : g->code->id),
		[MATTER] = matter(w, m),
		[PLACE] = nb_remark_place(w->arena, w->r, m),
	};
	struct nb_cell *cell = nb_new_n(w->arena, struct nb_cell, COLUMNS);

	for (size_t i = 0; i < COLUMNS; i++)
		cell[i] = (struct nb_cell){ words(w, text[i]), 1, 1 };
	return (struct nb_row){ cell, COLUMNS };
}

/* How many of each level there are, over all columns. */
static struct nb_row
make_counts(const struct writing *w, const struct nb_remarks *all)
{
	struct nb_cell *cell = nb_new(w->arena, struct nb_cell);
	uint32_t n[NB_ERROR + 1] = { 0 }, personal = 0;
	const unsigned hidden = nb_hidden_sum(w->r->findings->n_hidden);
	struct nb_str text =
	    hidden > 0 ? NB_S("没有发现别的问题") : NB_S("没有发现问题");

	for (uint32_t i = 0; i < all->n; i++)
		if (nb_remark_is_personal(&all->remark[i]))
			personal++;
		else
			n[all->remark[i].finding->severity]++;
	if (all->n > 0)
		text =
		    nb_arena_printf(w->arena, "共%u条：错误%u，警告%u，提示%u",
			all->n, n[NB_ERROR], n[NB_WARNING], n[NB_NOTE]);
	if (personal > 0)
		text = nb_arena_printf(
		    w->arena, NB_FMT "，人的意见%u", NB_ARG(text), personal);
	if (hidden > 0)
		text = nb_arena_printf(w->arena,
		    NB_FMT "；另有%u条按审核意见不再提示", NB_ARG(text),
		    hidden);
	*cell = (struct nb_cell){ words(w, text), 1, COLUMNS };
	return (struct nb_row){ cell, 1 };
}

static struct nb_table
make_table(const struct writing *w, const struct nb_remarks *all)
{
	const struct nb_words *column = &w->r->t->review.column;
	const uint32_t n = (uint32_t)MIN(column->n, COLUMNS);
	struct nb_prose *name = nb_new_n(w->arena, struct nb_prose, n);
	struct nb_row *row =
	    nb_new_n(w->arena, struct nb_row, (size_t)all->n + 1);

	for (uint32_t i = 0; i < n; i++)
		name[i] = words(w, column->word[i]);
	for (uint32_t i = 0; i < all->n; i++)
		row[i] = make_row(w, &all->remark[i]);
	row[all->n] = make_counts(w, all);
	return (struct nb_table){
		.span = w->span,
		.column = { name, n },
		.row = row,
		.n_rows = all->n + 1,
	};
}

struct nb_pages *
nb_review_list(
    struct nb_arena *a, const struct nb_review *r, const struct nb_remarks *all)
{
	const struct writing w = { a, r, r->root->span };
	const struct nb_table table = make_table(&w, all);
	struct nb_prose *title = nb_new(a, struct nb_prose);
	const struct nb_bookmark mark = {
		.text = r->t->review.title,
		.level = 1,
		.x = r->pages->body_x,
		.y = r->pages->body_y,
	};
	struct nb_diags unsaid;
	struct nb_joint joint;
	struct nb_pages *more;

	nb_diags_init(&unsaid, a);
	*title = words(&w, r->t->review.title);
	more = nb_layout_sheet(
	    a, r->script, title, &table, r->t, r->fonts, &unsaid);
	more->bookmark = &mark;
	more->n_bookmarks = 1;
	nb_joint_begin(&joint);
	nb_joint_add(&joint, r->pages, 0);
	nb_joint_add(&joint, more, 0);
	return nb_joint_end(&joint, a, r->pages);
}

static void
add_place(GArray *to, struct nb_list_place place)
{
	struct nb_list_place *before = to->len == 0
	    ? NULL
	    : &g_array_index(to, struct nb_list_place, to->len - 1);
	const nb_len em = place.area.turned ? place.area.w : place.area.h;

	if (before != NULL && before->paragraph == place.paragraph &&
	    nb_area_touch(before->area, place.area, em / 2))
		before->area = nb_area_join(before->area, place.area);
	else
		g_array_append_val(to, place);
}

static void
find_on_page(const struct nb_pages *pages, uint32_t page,
    struct nb_remarks *all, GArray *ret)
{
	const struct nb_page *p = &pages->page[page];

	for (uint32_t i = 0; i < p->n_items; i++) {
		const struct nb_item *it = &p->item[i];
		const struct nb_page_block *b;
		struct nb_remark *m;

		if (it->kind != NB_ITEM_RUN || it->paragraph == 0 ||
		    it->role != NB_ROLE_CELL || it->again)
			continue;
		b = &pages->block[it->paragraph - 1];
		if (b->row == 0 || b->row > all->n)
			continue;
		m = &all->remark[b->row - 1];
		if (b->col == NUMBER && m->list_page == 0) {
			m->list_page = page;
			m->list_x = pages->body_x;
			m->list_y = it->y - it->run.size * 2;
		}
		if (b->col == PLACE)
			add_place(ret,
			    (struct nb_list_place){ it->paragraph, b->row,
				nb_run_area(it, 0, it->run.n - 1) });
	}
}

void
nb_review_list_find(const struct nb_pages *pages, uint32_t n_before,
    struct nb_remarks *all, GArray **ret)
{
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		ret[i] =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_list_place));
		if (i >= n_before)
			find_on_page(pages, i, all, ret[i]);
	}
}
