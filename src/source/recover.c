/*
 * nb_source_yaml: mercy first, then YAML; where YAML still stops, the line is
 * reported, taken for text or left out, and reading begins again, so that one
 * run tells all mistakes.
 */
#include "source/reader.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/codes.h"
#include "source/mercy.h"
#include "source/parse.h"
#include "source/problem.h"
#include "source/repair.h"

/* Together they keep a hopeless file from taking long. */
enum { TRIES_MAX = 100, BYTES_MAX = 4 * NB_SOURCE_MAX };

struct recovery {
	struct nb_mercy *mercy;
	struct nb_diags *diags;
	uint32_t line;  /* given up last, 0: none */
	bool text;      /* its value became text, else it was left out */
	uint32_t until; /* first line that is not inside its entry */
};

/* The line at a place of the file, or the last one above with content. */
static uint32_t
content_line(const struct nb_text *t, uint32_t at)
{
	uint32_t no = nb_text_pos(t, at).line;

	while (no > 1 && nb_str_trim(nb_text_line(t, no)).n == 0)
		no--;
	return no;
}

/* Has mercy, or the last try, said something about this line? */
static bool
is_reported(const struct recovery *r, uint32_t no, const struct nb_line *l)
{
	const struct nb_mercy *m = r->mercy;

	for (size_t i = 0; i < NB_COUNT(m->found); i++)
		for (const struct nb_diag *g = m->found[i].first; g != NULL;
		     g = g->next)
			if (g->span.begin >= l->begin &&
			    g->span.begin <= l->end)
				return true;
	return no < r->until;
}

/* The value on the line, behind dash and key; empty when there is none. */
static uint32_t
value_begin(const struct nb_text *t, const struct nb_line *l)
{
	uint32_t at = l->text;
	struct nb_key key;

	while (nb_is_dash(t->bytes, at, l->end))
		at = nb_skip_blanks(t->bytes, at + 1, l->end);
	key = nb_key_read(t->bytes, at, l->end, NB_KEY_LIBERAL);
	if (key.colon != NB_COLON_NONE)
		return key.value;
	return at > l->text ? at : l->end;
}

/* The first line behind `no` that does not stand deeper. */
static uint32_t
entry_end(const struct nb_mercy *m, uint32_t no)
{
	const uint32_t col = nb_line_read(m->text, no, m->step).col;

	while (++no <= m->text->n_lines) {
		const struct nb_line l = nb_line_read(m->text, no, m->step);

		if (l.text < l.end && l.col <= col)
			break;
	}
	return no;
}

static void
report(struct recovery *r, const struct nb_problem *p, const struct nb_line *l,
    uint32_t at)
{
	const struct nb_mercy *m = r->mercy;
	struct nb_span span = { m->text, at, l->end };
	size_t next = at;
	struct nb_diag *g;

	if (at < l->text || at >= l->end) {
		span.begin = l->text;
	} else if (!p->at_context) {
		nb_utf8_next(m->text->bytes, &next);
		span.end = (uint32_t)next;
	}
	g = nb_diag_add(r->diags, &nb_code_Y20, span, "%s", p->message);
	if (p->hint != NULL)
		g->hint = nb_str_z(p->hint);
}

/* The value becomes text; a line without one, or once more, is left out. */
static bool
give_up(
    struct recovery *r, uint32_t no, const struct nb_problem *p, uint32_t at)
{
	struct nb_mercy *m = r->mercy;
	const struct nb_line l = nb_line_read(m->text, no, m->step);
	const uint32_t begin = value_begin(m->text, &l);
	const uint32_t end = nb_trim_end(
	    m->text->bytes, begin, nb_comment_at(m->text->bytes, begin, l.end));
	const bool again = r->line == no;

	if (again && !r->text)
		return false;
	if (!again && !is_reported(r, no, &l))
		report(r, p, &l, at);
	if (!again && begin < end) {
		nb_edits_drop(&m->edits, begin, end);
		nb_mercy_quote(m, NB_MEND_BROKEN, begin, end);
		r->until = entry_end(m, no);
	} else {
		nb_edits_drop(&m->edits, l.begin, l.end);
		nb_edits_add(&m->edits, l.begin, l.end, NB_S(""), true);
	}
	r->text = !again && begin < end;
	r->line = no;
	return true;
}

/* false: no way on. */
static bool
recover(struct recovery *r, const struct nb_mended *mended,
    const struct nb_stop *stop)
{
	const struct nb_text *t = r->mercy->text;
	const struct nb_problem *p = nb_problem_find(stop->problem);
	const uint32_t at = nb_mended_begin(
	    mended, p->at_context ? stop->context_at : stop->at);
	const uint32_t other = nb_mended_begin(
	    mended, p->at_context ? stop->at : stop->context_at);

	return give_up(r, content_line(t, at), p, at) ||
	    give_up(r, content_line(t, other), p, other);
}

/* Mends for a broken file are dropped when YAML reads it well without. */
static void
spare(struct nb_mercy *m, struct nb_arena *scratch)
{
	const struct nb_mended raw = { .text = m->text,
		.bytes = m->text->bytes };
	struct nb_mended mended;

	if (m->edits.n == 0 || nb_parse_stop(&raw).problem != NULL)
		return;
	nb_mercy_drop_broken(m);
	mended = nb_edits_apply(&m->edits, scratch, m->text);
	if (nb_parse_stop(&mended).problem == NULL)
		return;
	nb_diags_init_like(
	    &m->found[NB_MEND_SILENT], &m->found[NB_MEND_SILENT]);
	nb_mercy_free(m);
}

/* Gives up lines until YAML reads to the end. */
static struct nb_mended
recover_all(struct recovery *r, struct nb_arena *scratch,
    struct nb_mended mended, struct nb_stop stop)
{
	const struct nb_mercy *m = r->mercy;
	size_t bytes = 0;

	for (int i = 0; i < TRIES_MAX && bytes < BYTES_MAX; i++) {
		if (stop.problem == NULL || !recover(r, &mended, &stop))
			break;
		mended = nb_edits_apply(&m->edits, scratch, m->text);
		stop = nb_parse_stop(&mended);
		bytes += mended.bytes.n;
	}
	return mended;
}

static const struct nb_node *
read_tree(struct nb_arena *a, struct nb_arena *scratch, struct recovery *r)
{
	const struct nb_mercy *m = r->mercy;
	struct nb_mended mended = nb_edits_apply(&m->edits, scratch, m->text);
	const struct nb_node *root;
	struct nb_diags found;
	struct nb_stop stop;

	nb_diags_init_like(&found, r->diags);
	root = nb_parse(a, &mended, &found, &stop);
	if (stop.problem != NULL) {
		mended = recover_all(r, scratch, mended, stop);
		nb_diags_init_like(&found, r->diags);
		root = nb_parse(a, &mended, &found, &stop);
	}
	nb_diags_move(r->diags, &found);
	return root;
}

const struct nb_node *
nb_source_yaml_own(
    struct nb_arena *a, const struct nb_text *t, struct nb_diags *d)
{
	const struct nb_mended plain = { .text = t, .bytes = t->bytes };
	struct nb_stop stop;
	const struct nb_node *root = nb_parse(a, &plain, d, &stop);

	return stop.problem == NULL ? root : nb_source_yaml(a, t, d);
}

const struct nb_node *
nb_source_yaml(struct nb_arena *a, const struct nb_text *t, struct nb_diags *d)
{
	struct nb_arena *scratch = nb_arena_new();
	struct nb_mercy m;
	struct recovery r = { .mercy = &m, .diags = d };
	const struct nb_node *root;

	nb_mercy_scan(&m, d, t);
	spare(&m, scratch);
	root = read_tree(a, scratch, &r);
	nb_diags_move(d, &m.found[NB_MEND_SILENT]);
	nb_diags_move(d, &m.found[NB_MEND_BROKEN]);
	nb_mercy_free(&m);
	nb_arena_free(scratch);
	return root;
}
