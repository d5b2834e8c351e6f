/*
 * compare/diff.c - rows, their pairs, what differs in each, and the order in
 * which it is told.
 */
#include "compare/diff.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "compare/common.h"
#include "compare/edits.h"
#include "compare/match.h"
#include "compare/rows.h"
#include "style/number_words.h"

enum { LEAST_MOVED = 8 /* of a sentence known elsewhere [char] */ };

struct differ {
	struct nb_arena *arena;
	struct nb_diff_side old, now;
	struct nb_edits edits;
	GArray *change; /* of struct nb_diff_change */
	GArray *entry;  /* of struct entry */
};

/* A nb_diff_entry, while changes are counted. */
struct entry {
	uint32_t old, now;
	uint32_t change; /* or NB_DIFF_NONE */
};

const struct nb_diff_field *
nb_diff_field(const struct nb_diff_row *row, struct nb_str name)
{
	for (uint32_t i = 0; i < row->n; i++)
		if (nb_str_eq(row->field[i].name, name))
			return &row->field[i];
	return NULL;
}

const struct nb_diff_text *
nb_diff_text_of(const struct nb_diff_change *c, struct nb_str name)
{
	for (uint32_t i = 0; i < c->n; i++)
		if (nb_str_eq(c->text[i].name, name))
			return &c->text[i];
	return NULL;
}

struct nb_str
nb_diff_main(const struct nb_diff_row *row)
{
	return row->n > 0 ? row->field[0].text : NB_S("");
}

bool
nb_diff_is_paragraph(const struct nb_diff_row *row)
{
	return row->kind == NB_DIFF_PARAGRAPH || row->kind == NB_DIFF_LEAD ||
	    row->kind == NB_DIFF_CLOSING || row->kind == NB_DIFF_NOTICE;
}

uint32_t
nb_diff_part(const struct nb_diff_side *s, uint32_t row)
{
	while (s->row[row].over != NB_DIFF_NONE)
		row = s->row[row].over;
	return row;
}

bool
nb_diff_is_moved_along(const struct nb_diff *d, uint32_t old)
{
	const uint32_t over = d->old.row[old].over, now = d->old.pair[old];

	return over != NB_DIFF_NONE && now != NB_DIFF_NONE &&
	    d->old.moved[over] && d->old.pair[over] == d->now.row[now].over;
}

/* By row the characters of all paired rows that stand under it, and its own. */
static uint64_t *
weights(const struct nb_diff_side *s)
{
	uint64_t *weight = g_new0(uint64_t, (size_t)s->n + 1);

	for (uint32_t i = s->n; i-- > 0;) {
		weight[i] +=
		    s->pair[i] == NB_DIFF_NONE ? 0 : s->row[i].chars + 1;
		if (s->row[i].over != NB_DIFF_NONE)
			weight[s->row[i].over] += weight[i];
	}
	return weight;
}

/* Of the pairs as many as can be have stayed in order; the rest are moved. */
static void
find_moved(struct differ *d)
{
	g_autofree uint64_t *all = weights(&d->old);
	g_autofree uint32_t *row = g_new(uint32_t, (size_t)d->old.n + 1);
	g_autofree uint32_t *now = g_new(uint32_t, (size_t)d->old.n + 1);
	g_autofree uint64_t *weight = g_new(uint64_t, (size_t)d->old.n + 1);
	g_autofree bool *keep = g_new0(bool, (size_t)d->old.n + 1);
	bool *old, *new;
	uint32_t n = 0;

	for (uint32_t i = 0; i < d->old.n; i++) {
		if (d->old.pair[i] == NB_DIFF_NONE)
			continue;
		row[n] = i;
		now[n] = d->old.pair[i];
		weight[n++] = all[i];
	}
	nb_common_ascending(now, weight, n, keep);
	d->old.moved = old = nb_new_n(d->arena, bool, d->old.n);
	d->now.moved = new = nb_new_n(d->arena, bool, d->now.n);
	for (uint32_t i = 0; i < n; i++)
		old[row[i]] = new[now[i]] = !keep[i];
}

/* That of the name; mostly it stands at the same place. */
static const struct nb_diff_field *
field_like(const struct nb_diff_row *row, uint32_t i, struct nb_str name)
{
	if (i < row->n && nb_str_eq(row->field[i].name, name))
		return &row->field[i];
	return nb_diff_field(row, name);
}

static bool
differs(const struct nb_diff_field *a, const struct nb_diff_field *b)
{
	return a == NULL || b == NULL || !nb_str_eq(a->text, b->text);
}

/* The fields that differ: those of the new row, then those only of the old. */
static void
find_texts(struct differ *d, const struct nb_diff_row *old,
    const struct nb_diff_row *now, struct nb_diff_change *c)
{
	const struct nb_diff_row none = { 0 };
	struct nb_diff_text *text;

	old = old != NULL ? old : &none;
	now = now != NULL ? now : &none;
	c->text = text =
	    nb_new_n(d->arena, struct nb_diff_text, (size_t)old->n + now->n);
	for (uint32_t i = 0; i < now->n; i++) {
		const struct nb_diff_field *f = &now->field[i];
		const struct nb_diff_field *was = field_like(old, i, f->name);

		if (differs(was, f))
			text[c->n++] = nb_edits_find(&d->edits, was, f);
	}
	for (uint32_t i = 0; i < old->n; i++)
		if (field_like(now, i, old->field[i].name) == NULL)
			text[c->n++] =
			    nb_edits_find(&d->edits, &old->field[i], NULL);
}

/* Nothing differs but the script. */
static bool
is_script(const struct nb_diff_row *old, const struct nb_diff_row *now)
{
	bool same = old->n == now->n && old->kind == now->kind;

	for (uint32_t i = 0; same && i < old->n; i++) {
		const struct nb_diff_field *f =
		    field_like(now, i, old->field[i].name);

		same = f != NULL && nb_str_eq(old->field[i].key, f->key);
	}
	return same;
}

static void
add_entry(struct differ *d, uint32_t old, uint32_t now, uint32_t change)
{
	const struct entry e = { old, now, change };

	g_array_append_val(d->entry, e);
}

static void
add_change(struct differ *d, uint32_t old, uint32_t now)
{
	const struct nb_diff_row *a =
	    old == NB_DIFF_NONE ? NULL : &d->old.row[old];
	const struct nb_diff_row *b =
	    now == NB_DIFF_NONE ? NULL : &d->now.row[now];
	struct nb_diff_change c = { .old = old, .now = now };

	find_texts(d, a, b, &c);
	if (a != NULL && b != NULL) {
		c.moved = d->old.moved[old] || a->kind != b->kind;
		c.script = c.n > 0 && is_script(a, b);
	}
	if (a != NULL && b != NULL && c.n == 0 && !c.moved) {
		add_entry(d, old, now, NB_DIFF_NONE);
		return;
	}
	add_entry(d, old, now, d->change->len);
	g_array_append_val(d->change, c);
}

/*
 * The old rows from one on that have gone, up to one that has stayed or is of
 * a part behind `last`.
 */
static uint32_t
add_gone(struct differ *d, uint32_t i, enum nb_diff_kind last)
{
	for (; i < d->old.n; i++) {
		if (d->old.row[nb_diff_part(&d->old, i)].kind > last)
			break;
		if (d->old.pair[i] == NB_DIFF_NONE)
			add_change(d, i, NB_DIFF_NONE);
		else if (d->old.moved[i])
			add_entry(d, i, NB_DIFF_NONE, NB_DIFF_NONE);
		else
			break;
	}
	return i;
}

/*
 * In the order of the new report; behind what has stayed comes first what has
 * gone from there, then what is new there.
 */
static void
find_changes(struct differ *d)
{
	uint32_t old = 0;

	for (uint32_t i = 0; i < d->now.n; i++) {
		const uint32_t pair = d->now.pair[i];
		const bool stayed = pair != NB_DIFF_NONE && !d->now.moved[i];

		old = add_gone(d, old,
		    stayed ? NB_DIFF_KINDS
			   : d->now.row[nb_diff_part(&d->now, i)].kind);
		nb_assert(!stayed || old == pair);
		add_change(d, pair, i);
		old += stayed;
	}
	add_gone(d, old, NB_DIFF_KINDS);
}

/* A whole sentence that one side alone has at its place. */
static bool
is_whole(const struct nb_diff_edit *e, enum nb_diff_op op)
{
	const struct nb_str s = op == NB_DIFF_DELETE ? e->old : e->now;

	return e->op == op && nb_str_chars(s) >= LEAST_MOVED;
}

typedef void
edit_fn(void *to, struct nb_diff_edit *e, const struct nb_diff_change *c);

/* Visits the edits that delete, or insert. */
static void
each_edit(struct differ *d, enum nb_diff_op op, edit_fn *visit, void *to)
{
	for (guint i = 0; i < d->change->len; i++) {
		const struct nb_diff_change *c =
		    &g_array_index(d->change, struct nb_diff_change, i);

		for (uint32_t k = 0; k < c->n; k++)
			for (uint32_t x = 0; x < c->text[k].n; x++)
				if (is_whole(&c->text[k].edit[x], op))
					visit(to, &c->text[k].edit[x], c);
	}
}

/* An edit that deletes, and the row it is in. */
struct lost {
	struct nb_diff_edit *edit;
	uint32_t row;
};

struct links {
	struct nb_arena *arena;
	GHashTable *lost;
};

static void
remember(void *to, struct nb_diff_edit *e, const struct nb_diff_change *c)
{
	struct links *l = to;
	struct lost *lost = nb_new(l->arena, struct lost);

	*lost = (struct lost){ e, c->old };
	if (!g_hash_table_contains(l->lost, &e->old))
		g_hash_table_insert(l->lost, &e->old, lost);
}

static void
link_edit(void *to, struct nb_diff_edit *e, const struct nb_diff_change *c)
{
	struct links *l = to;
	const struct lost *lost = g_hash_table_lookup(l->lost, &e->now);

	if (lost == NULL || lost->edit->row != NB_DIFF_NONE)
		return;
	lost->edit->row = c->now;
	e->row = lost->row;
}

/* Sentences that are deleted here and inserted there have moved. */
static void
link_sentences(struct differ *d)
{
	struct links l = { d->arena, nb_str_table() };

	each_edit(d, NB_DIFF_DELETE, remember, &l);
	each_edit(d, NB_DIFF_INSERT, link_edit, &l);
	g_hash_table_destroy(l.lost);
}

/* The arrays become part of the arena. */
static struct nb_diff
finish(struct differ *d)
{
	struct nb_diff_change *change =
	    nb_new_n(d->arena, struct nb_diff_change, d->change->len);
	struct nb_diff_entry *entry =
	    nb_new_n(d->arena, struct nb_diff_entry, d->entry->len);
	const struct nb_diff diff = { d->old, d->now, change, d->change->len,
		entry, d->entry->len };

	for (guint i = 0; i < d->change->len; i++)
		change[i] = g_array_index(d->change, struct nb_diff_change, i);
	for (guint i = 0; i < d->entry->len; i++) {
		const struct entry *e =
		    &g_array_index(d->entry, struct entry, i);

		entry[i] = (struct nb_diff_entry){ e->old, e->now,
			e->change == NB_DIFF_NONE ? NULL : &change[e->change] };
	}
	g_array_unref(d->change);
	g_array_unref(d->entry);
	return diff;
}

struct nb_diff
nb_diff_new(struct nb_arena *a, const struct nb_report *old,
    const struct nb_report *now, const struct nb_outline *outline,
    const struct nb_han_words *han)
{
	const bool fold = old->script != now->script;
	struct nb_ids sentence, word;
	struct differ d = {
		.arena = a,
		.old = nb_diff_rows(a, old, fold),
		.now = nb_diff_rows(a, now, fold),
		.edits = { a, &sentence, { &word, &outline->number->unit, han },
		    old->script, now->script },
		.change =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_diff_change)),
		.entry = g_array_new(FALSE, FALSE, sizeof(struct entry)),
	};
	struct nb_diff diff;

	nb_ids_init(&sentence, a);
	nb_ids_init(&word, a);
	nb_match_rows(a, outline, &d.old, &d.now);
	find_moved(&d);
	find_changes(&d);
	link_sentences(&d);
	diff = finish(&d);
	nb_ids_clear(&sentence);
	nb_ids_clear(&word);
	return diff;
}
