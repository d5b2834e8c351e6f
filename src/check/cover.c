/*
 * check/cover.c - judges the treatment of the outline's items.
 */
#include "check/cover.h"

#include "base/arena.h"
#include "check/achieved.h"
#include "check/script.h"

#include <glib.h>

/* A heading under 存在问题 or 下年任务 treats nothing but that. */
static bool
is_closed_to(const struct nb_headings *hs, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	for (uint32_t i = 0; i < hs->outline->n_items; i++) {
		const struct nb_outline_item *other = &hs->outline->item[i];

		if (other->closed && other != item &&
		    nb_heading_cover(hs, h, other) == NB_COVER_STRONG)
			return true;
	}
	return false;
}

/* The topmost headings that cover the item just so. */
static void
find_headings(struct nb_arena *a, const struct nb_headings *hs,
    enum nb_cover want, struct nb_treatment *t)
{
	uint32_t *found = nb_new_n(a, uint32_t, hs->n), n = 0;

	for (uint32_t i = 0; i < hs->n;) {
		const struct nb_heading *h = &hs->heading[i];
		const bool covers = nb_heading_cover(hs, h, t->item) == want;

		if (covers)
			found[n++] = i;
		if (covers || is_closed_to(hs, h, t->item))
			i = h->end;
		else
			i++;
	}
	t->heading = found;
	t->n_headings = n;
}

static bool
has_key(const struct nb_report *r, enum nb_outline_key key)
{
	switch (key) {
	case NB_OUTLINE_KEY_NONE:
		return false;
	case NB_OUTLINE_KEY_PROBLEMS:
		return r->problems != NULL &&
		    (r->problems->n > 0 || r->problems->lead.text.n > 0);
	case NB_OUTLINE_KEY_NEXT:
		return r->next_tasks != NULL &&
		    (r->next_tasks->n > 0 || r->next_tasks->lead.text.n > 0);
	}
	NB_UNREACHABLE();
}

/* One walk over the prose that may treat, or does treat, an item. */
struct survey {
	struct nb_arena *a;
	const struct nb_headings *headings;
	struct nb_treatment *treatment;
};

static struct nb_str
plain(const struct survey *s, const struct nb_prose *p)
{
	return nb_script_plain(s->a, s->headings->report, p->text);
}

static const struct nb_prose *
find_evidence(const struct nb_headings *hs, const struct nb_passages *ps,
    const struct nb_outline_item *item)
{
	for (uint32_t i = 0; i < ps->n; i++) {
		const struct nb_passage *p = &ps->passage[i];

		if (p->is.role == NB_PROSE_BODY &&
		    nb_outline_evident(item, p->text, hs->next_year))
			return p->is.prose;
	}
	return NULL;
}

static void
add_up(void *to, const struct nb_visit *v)
{
	const struct survey *s = to;
	const enum nb_prose_role role = v->role;
	struct nb_treatment *t = s->treatment;

	if (role == NB_PROSE_NAME || role == NB_PROSE_FIGURE)
		return;
	t->chars += (uint32_t)nb_str_han(v->prose->text);
	if (role == NB_PROSE_BODY || role == NB_PROSE_ITEM)
		t->figures += nb_achieved_count(
		    &s->headings->outline->figure, plain(s, v->prose));
}

/* A 子项 may be short, and what may be left out, too. */
static bool
is_too_short(const struct nb_headings *hs, const struct nb_treatment *t)
{
	return hs->report->kind == NB_KIND_REPORT && t->item->depth == 0 &&
	    nb_item_is_wanted(t->item) && t->cover == NB_COVER_STRONG &&
	    t->chars < hs->outline->least_han;
}

/* A paragraph is as good as a heading where a rule of its own says so. */
static enum nb_cover
cover_by_evidence(const struct nb_treatment *t)
{
	if (t->evidence == NULL)
		return NB_COVER_MISSING;
	return t->item->need == NB_NEED_ELSEWHERE ? NB_COVER_STRONG
						  : NB_COVER_WEAK;
}

static void
judge(struct nb_arena *a, const struct nb_headings *hs,
    const struct nb_passages *ps, struct nb_treatment *t)
{
	struct survey survey = { a, hs, t };

	t->by_key = has_key(hs->report, t->item->key);
	t->cover = NB_COVER_STRONG;
	find_headings(a, hs, NB_COVER_STRONG, t);
	if (t->n_headings == 0 && !t->by_key) {
		t->cover = NB_COVER_WEAK;
		find_headings(a, hs, NB_COVER_WEAK, t);
	}
	if (t->n_headings == 0 && !t->by_key) {
		t->evidence = find_evidence(hs, ps, t->item);
		t->cover = cover_by_evidence(t);
	}
	nb_cover_walk(hs, t, add_up, &survey);
	t->too_short = is_too_short(hs, t);
	if (t->too_short)
		t->cover = NB_COVER_WEAK;
}

const struct nb_treatment *
nb_cover_items(struct nb_arena *a, const struct nb_headings *hs,
    const struct nb_passages *ps, uint32_t *ret_n)
{
	const struct nb_outline *o = hs->outline;
	struct nb_treatment *t = nb_new_n(a, struct nb_treatment, o->n_items);
	uint32_t n = 0;

	for (uint32_t i = 0; i < o->n_items; i++) {
		if (!nb_outline_asks(
			&o->item[i], hs->report->kind, hs->report->level))
			continue;
		t[n].item = &o->item[i];
		judge(a, hs, ps, &t[n++]);
	}
	*ret_n = n;
	return t;
}

static void
walk_key(const struct nb_report *r, enum nb_outline_key key, nb_walk_fn *visit,
    void *to)
{
	switch (key) {
	case NB_OUTLINE_KEY_NONE:
		return;
	case NB_OUTLINE_KEY_PROBLEMS:
		nb_walk_problems(r->problems, visit, to);
		return;
	case NB_OUTLINE_KEY_NEXT:
		nb_walk_tasks(r->next_tasks, visit, to);
		return;
	}
	NB_UNREACHABLE();
}

void
nb_cover_walk(const struct nb_headings *hs, const struct nb_treatment *t,
    nb_walk_fn *visit, void *to)
{
	for (uint32_t i = 0; i < t->n_headings; i++)
		nb_walk_section(hs->heading[t->heading[i]].section, visit, to);
	if (t->by_key)
		walk_key(hs->report, t->item->key, visit, to);
	if (t->evidence != NULL)
		visit(to,
		    &(struct nb_visit){
			.prose = t->evidence, .role = NB_PROSE_BODY });
}

/* The key that treats the item. */
static struct nb_span
key_span(const struct nb_report *r, enum nb_outline_key key)
{
	switch (key) {
	case NB_OUTLINE_KEY_NONE:
		break;
	case NB_OUTLINE_KEY_PROBLEMS:
		return r->problems->span;
	case NB_OUTLINE_KEY_NEXT:
		return r->next_tasks->span;
	}
	return r->span;
}

struct nb_span
nb_cover_place(const struct nb_headings *hs, const struct nb_treatment *t)
{
	if (t->n_headings > 0)
		return hs->heading[t->heading[0]].section->span;
	if (t->by_key)
		return key_span(hs->report, t->item->key);
	if (t->evidence != NULL)
		return nb_prose_all(t->evidence);
	return hs->report->span;
}

static uint32_t
line_of(struct nb_span span)
{
	return nb_text_pos(span.text, span.begin).line;
}

static void
fill_row(struct nb_arena *a, const struct nb_headings *hs,
    const struct nb_treatment *t, struct nb_coverage_item *row)
{
	uint32_t *line = nb_new_n(a, uint32_t, t->n_headings + 2), n = 0;

	row->item = t->item->name;
	row->depth = t->item->depth;
	row->cover = t->cover;
	row->chars = t->chars;
	row->figures = t->figures;
	for (uint32_t i = 0; i < t->n_headings; i++)
		line[n++] = line_of(hs->heading[t->heading[i]].section->span);
	if (t->by_key)
		line[n++] = line_of(key_span(hs->report, t->item->key));
	if (t->evidence != NULL)
		line[n++] = line_of(nb_prose_all(t->evidence));
	row->line = line;
	row->n_lines = n;
}

struct nb_coverage
nb_cover_rows(struct nb_arena *a, const struct nb_headings *hs,
    const struct nb_treatment *t, uint32_t n)
{
	struct nb_coverage_item *row = nb_new_n(a, struct nb_coverage_item, n);
	uint32_t n_rows = 0;

	for (uint32_t i = 0; i < n; i++)
		if (t[i].cover != NB_COVER_MISSING ||
		    t[i].item->need != NB_NEED_MAY)
			fill_row(a, hs, &t[i], &row[n_rows++]);
	return (struct nb_coverage){
		.source = hs->report->source,
		.item = row,
		.n = n_rows,
	};
}
