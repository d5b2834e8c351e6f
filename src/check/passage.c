/*
 * check/passage.c - collects the prose of a report.
 */
#include "check/passage.h"

#include "base/arena.h"
#include "check/script.h"

#include <glib.h>

struct collector {
	struct nb_arena *a;
	const struct nb_headings *headings;
	const bool *ahead; /* by heading */
	uint32_t at;       /* heading of the section under way */
	GArray *out;       /* of struct nb_passage */
	GArray *cut;       /* of struct nb_piece: room for the clauses of one */
};

/* Whether a heading treats the item that 下年任务 treats. */
static bool
is_ahead(const struct nb_headings *hs, const struct nb_heading *h)
{
	const struct nb_outline *o = hs->outline;

	for (uint32_t i = 0; i < o->n_items; i++)
		if (o->item[i].key == NB_OUTLINE_KEY_NEXT &&
		    nb_heading_cover(hs, h, &o->item[i]) == NB_COVER_STRONG)
			return true;
	return false;
}

static const bool *
mark_ahead(struct nb_arena *a, const struct nb_headings *hs)
{
	bool *ahead = nb_new_n(a, bool, hs->n);

	for (uint32_t i = 0; i < hs->n; i++)
		if (ahead[i] || is_ahead(hs, &hs->heading[i]))
			for (uint32_t k = i; k < hs->heading[i].end; k++)
				ahead[k] = true;
	return ahead;
}

/* Sections are visited in the order of the headings. */
static bool
section_is_ahead(struct collector *c, const struct nb_section *s)
{
	const struct nb_headings *hs = c->headings;

	while (c->at < hs->n && hs->heading[c->at].section != s)
		c->at++;
	return c->at < hs->n && c->ahead[c->at];
}

/* Once for the many rules that look at one clause after the other. */
static void
cut_clauses(struct collector *c, struct nb_passage *p)
{
	struct nb_piece clause, *all;

	g_array_set_size(c->cut, 0);
	for (size_t at = 0;
	     nb_piece_next(p->text, NB_CLAUSE_ENDS, &at, &clause);)
		g_array_append_val(c->cut, clause);
	p->n_clauses = c->cut->len;
	p->clause = all = nb_new_n(c->a, struct nb_piece, c->cut->len);
	for (guint i = 0; i < c->cut->len; i++)
		all[i] = g_array_index(c->cut, struct nb_piece, i);
}

static void
collect(void *to, const struct nb_visit *v)
{
	struct collector *c = to;
	struct nb_passage p = {
		.is = *v,
		.text =
		    nb_script_plain(c->a, c->headings->report, v->prose->text),
		.ahead = v->part == NB_PART_NEXT_TASKS,
	};

	if (v->section != NULL)
		p.ahead = section_is_ahead(c, v->section);
	cut_clauses(c, &p);
	g_array_append_val(c->out, p);
}

struct nb_passages
nb_passages_collect(struct nb_arena *a, const struct nb_headings *hs)
{
	g_autoptr(GArray) out =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_passage));
	g_autoptr(GArray) cut =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_piece));
	struct collector c = { a, hs, mark_ahead(a, hs), 0, out, cut };
	struct nb_passage *passage;

	nb_walk_report(hs->report, collect, &c);
	passage = nb_new_n(a, struct nb_passage, out->len);
	for (guint i = 0; i < out->len; i++)
		passage[i] = g_array_index(out, struct nb_passage, i);
	return (struct nb_passages){ passage, out->len };
}

bool
nb_passage_runs(const struct nb_passage *p)
{
	return p->is.role == NB_PROSE_BODY || p->is.role == NB_PROSE_ITEM ||
	    p->is.role == NB_PROSE_DETAIL;
}

bool
nb_passages_have(const struct nb_passages *p, const struct nb_words *w)
{
	for (uint32_t i = 0; i < p->n; i++)
		if (nb_words_in(w, p->passage[i].text))
			return true;
	return false;
}
