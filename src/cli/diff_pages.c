/*
 * The text of a 花脸稿, chapter by chapter, as it is printed.
 */
#include "cli/diff_pages.h"

#include "base/arena.h"
#include "base/clip.h"
#include "cli/diff_show.h"

void
nb_diff_pages_words(
    struct nb_diff_pages *w, struct nb_str words, enum nb_revision revision)
{
	const struct nb_redline_piece piece = { words, revision };

	if (words.n > 0)
		g_array_append_val(w->piece, piece);
}

enum nb_revision
nb_diff_pages_revision(const struct nb_diff_entry *e)
{
	return e->now == NB_DIFF_NONE ? NB_REVISION_DELETED
	    : e->old == NB_DIFF_NONE  ? NB_REVISION_INSERTED
				      : NB_REVISION_NONE;
}

const struct nb_diff_row *
nb_diff_pages_row(const struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	return e->now == NB_DIFF_NONE ? &w->d->old.row[e->old]
				      : &w->d->now.row[e->now];
}

static void
add_note(struct nb_diff_pages *w, const char *word,
    const struct nb_diff_side *s, uint32_t row)
{
	nb_diff_pages_words(w,
	    nb_arena_printf(w->arena, "〔%s" NB_FMT "〕", word,
		NB_ARG(nb_diff_place(w->arena, s, row))),
	    NB_REVISION_NOTE);
}

static void
add_edit(struct nb_diff_pages *w, const struct nb_diff_edit *e)
{
	const bool linked = e->row != NB_DIFF_NONE;

	switch (e->op) {
	case NB_DIFF_KEEP:
		nb_diff_pages_words(w, e->now, NB_REVISION_NONE);
		break;
	case NB_DIFF_DELETE:
		nb_diff_pages_words(w, e->old, NB_REVISION_DELETED);
		if (linked)
			add_note(w, "移至", &w->d->now, e->row);
		break;
	case NB_DIFF_INSERT:
		if (linked)
			add_note(w, "移自", &w->d->old, e->row);
		nb_diff_pages_words(w, e->now, NB_REVISION_INSERTED);
		break;
	}
}

void
nb_diff_pages_field(
    struct nb_diff_pages *w, const struct nb_diff_entry *e, struct nb_str name)
{
	const struct nb_diff_text *x =
	    e->change != NULL ? nb_diff_text_of(e->change, name) : NULL;
	const struct nb_diff_field *f;

	for (uint32_t k = 0; x != NULL && k < x->n; k++)
		add_edit(w, &x->edit[k]);
	if (x != NULL)
		return;
	f = nb_diff_field(nb_diff_pages_row(w, e), name);
	if (f != NULL)
		nb_diff_pages_words(w, f->text, nb_diff_pages_revision(e));
}

struct nb_redline_text
nb_diff_pages_take(struct nb_diff_pages *w)
{
	const uint32_t n = w->piece->len;
	struct nb_redline_piece *piece =
	    nb_new_n(w->arena, struct nb_redline_piece, n);

	for (uint32_t i = 0; i < n; i++)
		piece[i] = g_array_index(w->piece, struct nb_redline_piece, i);
	g_array_set_size(w->piece, 0);
	return (struct nb_redline_text){ piece, n };
}

struct nb_prose
nb_diff_pages_prose(struct nb_diff_pages *w)
{
	const struct nb_redline_text text = nb_diff_pages_take(w);
	g_autoptr(GString) all = g_string_new(NULL);
	struct nb_str s;
	const char *at;

	for (uint32_t i = 0; i < text.n; i++)
		g_string_append_len(
		    all, text.piece[i].text.p, (gssize)text.piece[i].text.n);
	s = nb_arena_str(w->arena, (struct nb_str){ all->str, all->len });
	at = s.p;
	for (uint32_t i = 0; i < text.n; i++) {
		const struct nb_revised_part part = { at,
			at + text.piece[i].text.n, text.piece[i].revision };

		if (part.revision != NB_REVISION_NONE)
			g_array_append_val(w->part, part);
		at = part.end;
	}
	return nb_prose_made(w->arena, s, w->d->now.report->span);
}

void
nb_diff_pages_leaf(struct nb_diff_pages *w, enum nb_redline_kind kind,
    struct nb_redline_text text)
{
	const struct nb_redline_leaf leaf = { .kind = kind, .text = text };

	if (text.n > 0 || kind == NB_REDLINE_SIGNATURE ||
	    kind == NB_REDLINE_FOOT)
		g_array_append_val(w->leaf, leaf);
}

void
nb_diff_pages_paragraphs(struct nb_diff_pages *w)
{
	const struct nb_redline_text all = nb_diff_pages_take(w);

	for (uint32_t i = 0; i < all.n; i++) {
		struct nb_str s = all.piece[i].text;
		size_t lf = nb_str_find(s, NB_S("\n"), 0);

		for (; lf != SIZE_MAX; lf = nb_str_find(s, NB_S("\n"), 0)) {
			nb_diff_pages_words(
			    w, nb_str_sub(s, 0, lf), all.piece[i].revision);
			nb_diff_pages_leaf(
			    w, NB_REDLINE_PARAGRAPH, nb_diff_pages_take(w));
			s = nb_str_from(s, lf + 1);
		}
		nb_diff_pages_words(w, s, all.piece[i].revision);
	}
	nb_diff_pages_leaf(w, NB_REDLINE_PARAGRAPH, nb_diff_pages_take(w));
}

bool
nb_diff_pages_is_away(
    const struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	return e->now == NB_DIFF_NONE && w->d->old.pair[e->old] != NB_DIFF_NONE;
}

const struct nb_diff_entry *
nb_diff_pages_under(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	while (w->next < w->d->n_entries) {
		const struct nb_diff_entry *e = &w->d->entry[w->next];
		const struct nb_diff_row *row = nb_diff_pages_row(w, e);

		if (row->over == NB_DIFF_NONE ||
		    row->over !=
			(e->now == NB_DIFF_NONE ? over->old : over->now))
			return NULL;
		w->next++;
		if (!nb_diff_pages_is_away(w, e))
			return e;
	}
	return NULL;
}

void
nb_diff_pages_origin(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	if (e->change != NULL && e->change->moved &&
	    !nb_diff_is_moved_along(w->d, e->old))
		add_note(w, "移自", &w->d->old, e->old);
}

/* “〔受理信访事项…移至三、第1段〕” */
static void
tell_away(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_diff_row *row = &w->d->old.row[e->old];

	if (nb_diff_is_moved_along(w->d, e->old) ||
	    (row->kind != NB_DIFF_HEADING && !nb_diff_is_paragraph(row)))
		return;
	nb_diff_pages_words(w,
	    nb_arena_printf(w->arena, "〔“" NB_FMT "”移至" NB_FMT "〕",
		NB_ARG(nb_clip(w->arena, nb_diff_main(row))),
		NB_ARG(nb_diff_place(
		    w->arena, &w->d->now, w->d->old.pair[e->old]))),
	    NB_REVISION_NOTE);
	nb_diff_pages_paragraphs(w);
}

void
nb_diff_pages_heading(struct nb_diff_pages *w, struct nb_str pattern,
    unsigned depth, struct nb_redline_text text, struct nb_str bookmark)
{
	const struct nb_redline_leaf leaf = {
		.kind = NB_REDLINE_HEADING,
		.text = text,
		.style = nb_template_heading(w->t, pattern, depth),
		.depth = depth,
		.bookmark = bookmark,
	};

	g_array_append_val(w->leaf, leaf);
}

/* “三、”, or the old one and the new. */
static void
add_mark(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_str old =
	    e->old == NB_DIFF_NONE ? NB_S("") : w->d->old.row[e->old].mark;
	const struct nb_str now =
	    e->now == NB_DIFF_NONE ? NB_S("") : w->d->now.row[e->now].mark;

	if (nb_str_eq(old, now)) {
		nb_diff_pages_words(w, now, NB_REVISION_NONE);
		return;
	}
	nb_diff_pages_words(w, old, NB_REVISION_DELETED);
	nb_diff_pages_words(w, now, NB_REVISION_INSERTED);
}

static bool
has_headings(const struct nb_diff_side *s, uint32_t row)
{
	for (uint32_t i = row + 1; i < s->row[row].end; i++)
		if (s->row[i].kind == NB_DIFF_HEADING)
			return true;
	return false;
}

/* The paragraph that is run in behind a heading, or NULL. */
static const struct nb_diff_entry *
run_in(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const struct nb_diff_entry *e = &w->d->entry[w->next];
	const bool old = over->now == NB_DIFF_NONE;

	if (w->next == w->d->n_entries || nb_diff_pages_is_away(w, e) ||
	    nb_diff_pages_row(w, e)->kind != NB_DIFF_PARAGRAPH ||
	    nb_diff_pages_revision(e) != nb_diff_pages_revision(over) ||
	    has_headings(
		old ? &w->d->old : &w->d->now, old ? over->old : over->now))
		return NULL;
	return nb_diff_pages_under(w, over);
}

/* The pattern of a level's ordinal, by which its style is known. */
static struct nb_str
pattern_of(const struct nb_diff_pages *w, unsigned depth)
{
	const struct nb_names *level = &w->d->now.report->numbering.level;

	return level->n == 0 ? NB_S("")
			     : level->name[MIN(depth, level->n) - 1].text;
}

/* Whether a paragraph that stands under it comes next. */
static bool
is_paragraph_next(
    const struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const struct nb_diff_entry *e = &w->d->entry[w->next];
	const struct nb_diff_row *row;

	if (w->next == w->d->n_entries)
		return false;
	row = nb_diff_pages_row(w, e);
	return row->kind == NB_DIFF_PARAGRAPH &&
	    row->over == (e->now == NB_DIFF_NONE ? over->old : over->now);
}

static void
tell_paragraph(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	nb_diff_pages_origin(w, e);
	nb_diff_pages_field(w, e, NB_S("正文"));
	nb_diff_pages_paragraphs(w);
}

/* Those of a heading, before what is said behind them. */
static void
tell_paragraphs(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	while (is_paragraph_next(w, over)) {
		const struct nb_diff_entry *e = &w->d->entry[w->next++];

		if (nb_diff_pages_is_away(w, e))
			tell_away(w, e);
		else
			tell_paragraph(w, e);
	}
}

static void
tell_heading(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_diff_row *row = nb_diff_pages_row(w, e);
	const struct nb_diff_entry *body = NULL;
	struct nb_redline_leaf *leaf;

	add_mark(w, e);
	nb_diff_pages_field(w, e, NB_S("标题"));
	if (e->change != NULL && e->change->moved &&
	    !nb_diff_is_moved_along(w->d, e->old))
		nb_diff_pages_words(w,
		    nb_arena_printf(w->arena, "〔" NB_FMT "〕",
			NB_ARG(
			    nb_diff_neighbour(w->arena, &w->d->old, e->old))),
		    NB_REVISION_NOTE);
	nb_diff_pages_heading(w, pattern_of(w, MAX(row->depth, 1)),
	    MAX(row->depth, 1), (struct nb_redline_text){ 0 },
	    e->now == NB_DIFF_NONE ? NB_S("") : nb_diff_title(w->arena, row));
	leaf =
	    &g_array_index(w->leaf, struct nb_redline_leaf, w->leaf->len - 1);
	if (leaf->style->run_in && row->kind == NB_DIFF_HEADING)
		body = run_in(w, e);
	if (body != NULL)
		nb_diff_pages_words(
		    w, w->t->phrase.run_in_end, nb_diff_pages_revision(e));
	leaf->text = nb_diff_pages_take(w);
	if (body != NULL) {
		nb_diff_pages_origin(w, body);
		nb_diff_pages_field(w, body, NB_S("正文"));
		if (!is_paragraph_next(w, e))
			nb_diff_pages_note(w, e);
		leaf->body = nb_diff_pages_take(w);
	}
	if (body != NULL && !is_paragraph_next(w, e))
		return;
	tell_paragraphs(w, e);
	nb_diff_pages_note(w, e);
	nb_diff_pages_paragraphs(w);
}

void
nb_diff_pages_sign(struct nb_diff_pages *w)
{
	if (!w->is_signed)
		nb_diff_pages_leaf(
		    w, NB_REDLINE_SIGNATURE, nb_diff_pages_take(w));
	w->is_signed = true;
}

static void
tell_entry(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	switch (nb_diff_pages_row(w, e)->kind) {
	case NB_DIFF_LEAD:
	case NB_DIFF_PARAGRAPH:
	case NB_DIFF_CLOSING:
		tell_paragraph(w, e);
		break;
	case NB_DIFF_HEADING:
		tell_heading(w, e);
		break;
	case NB_DIFF_PROBLEMS:
		tell_heading(w, e);
		nb_diff_pages_problems(w, e);
		break;
	case NB_DIFF_NEXT:
		tell_heading(w, e);
		nb_diff_pages_tasks(w, e);
		break;
	case NB_DIFF_TABLE:
		nb_diff_pages_table(w, e);
		break;
	case NB_DIFF_TASK_TABLE:
		nb_diff_pages_sign(w);
		nb_diff_pages_task_table(w, e);
		break;
	case NB_DIFF_CHART:
		nb_diff_pages_chart(w, e);
		break;
	case NB_DIFF_METADATA: /* of the form */
	case NB_DIFF_NOTICE:
	case NB_DIFF_INDICATOR: /* in the list at the end */
	case NB_DIFF_LAST:
	case NB_DIFF_LAST_TASK:
	case NB_DIFF_CELLS: /* with what they stand under */
	case NB_DIFF_PROBLEM:
	case NB_DIFF_NEXT_TASK:
	case NB_DIFF_TASK_GROUP:
	case NB_DIFF_TASK_ROW:
	case NB_DIFF_KINDS:
		break;
	}
}

/* Where they lie in memory is the same for all of one text. */
static gint
compare_parts(gconstpointer pa, gconstpointer pb)
{
	const struct nb_revised_part *a = pa, *b = pb;

	return (a->begin > b->begin) - (a->begin < b->begin);
}

static struct nb_redline
finish(struct nb_diff_pages *w, struct nb_redline made)
{
	g_array_sort(w->part, compare_parts);
	made.report = w->d->now.report;
	made.revised.n = w->part->len;
	made.revised.part = nb_arena_take(w->arena, w->part);
	made.n = w->leaf->len;
	made.leaf = nb_arena_take(w->arena, w->leaf);
	g_array_unref(w->piece);
	g_ptr_array_unref(w->drawn);
	return made;
}

struct nb_redline
nb_diff_pages(
    struct nb_arena *a, const struct nb_diff *d, const struct nb_template *t)
{
	struct nb_diff_pages w = {
		.arena = a,
		.d = d,
		.t = nb_template_in(t, d->now.report->script),
		.leaf =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_redline_leaf)),
		.piece =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_redline_piece)),
		.part =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_revised_part)),
		.drawn = g_ptr_array_new(),
	};
	struct nb_redline made = { 0 };

	nb_diff_pages_form(&w, &made);
	while (w.next < d->n_entries) {
		const struct nb_diff_entry *e = &d->entry[w.next++];

		if (nb_diff_pages_is_away(&w, e))
			tell_away(&w, e);
		else
			tell_entry(&w, e);
	}
	nb_diff_pages_sign(&w);
	nb_diff_pages_leaf(&w, NB_REDLINE_FOOT, nb_diff_pages_take(&w));
	nb_diff_pages_list(&w);
	return finish(&w, made);
}
