/*
 * compare/edits.c - equal sentences first; what lies between them word by word.
 *
 * Texts that are compared are as long as those that are printed, byte for
 * byte, so a place in the one is a place in the other.
 */
#include "compare/edits.h"

#include "base/arena.h"
#include "compare/common.h"
#include "model/change.h"

enum { LEAST_COMMON = 35 /* of sentences that are told by word [percent] */ };

struct editing {
	const struct nb_edits *how;
	const struct nb_diff_field *old, *now;
	GArray *edit; /* of struct nb_diff_edit */
};

/* Pieces of both texts. */
struct cuts {
	const struct nb_cut *old, *now;
	uint32_t n_old, n_now;
};

/* Pieces [old, old + n) are [now, now + n). */
struct run {
	uint32_t old, now, n;
};

/* Pieces [old, old_end) became [now, now_end). */
struct gap {
	uint32_t old, old_end, now, now_end;
};

static struct nb_str
part_of(struct nb_str s, const struct nb_cut *cut, uint32_t begin, uint32_t end)
{
	if (begin == end)
		return NB_S("");
	return nb_str_sub(
	    s, cut[begin].at, cut[end - 1].at + cut[end - 1].n - cut[begin].at);
}

static struct nb_str
span_of(const struct nb_diff_field *f, const struct nb_cut *cut, uint32_t begin,
    uint32_t end)
{
	return part_of(f->text, cut, begin, end);
}

static void
add_edit(
    struct editing *e, enum nb_diff_op op, struct nb_str old, struct nb_str now)
{
	const struct nb_diff_edit edit = { op, old, now, NB_DIFF_NONE,
		NB_S("") };
	const guint n = e->edit->len;
	struct nb_diff_edit *last =
	    n == 0 ? NULL : &g_array_index(e->edit, struct nb_diff_edit, n - 1);

	if (op == NB_DIFF_KEEP && last != NULL && last->op == op) {
		last->old.n += old.n;
		last->now.n += now.n;
	} else if (old.n > 0 || now.n > 0) {
		g_array_append_val(e->edit, edit);
	}
}

static void
keep_gap(struct editing *e, const struct cuts *c, const struct gap *g)
{
	add_edit(e, NB_DIFF_KEEP, span_of(e->old, c->old, g->old, g->old_end),
	    span_of(e->now, c->now, g->now, g->now_end));
}

static void
keep(struct editing *e, const struct cuts *c, const struct run *r)
{
	keep_gap(e, c,
	    &(struct gap){ r->old, r->old + r->n, r->now, r->now + r->n });
}

/* A year, a date: it is later, not more. */
static bool
is_time(struct nb_str s)
{
	size_t at = 0;
	int year;

	return nb_str_ends(s, NB_S("年")) || nb_str_ends(s, NB_S("月")) ||
	    nb_str_ends(s, NB_S("日")) ||
	    (nb_year_read(s, &at, &year) && at == s.n);
}

/* How a figure stands to the one it replaces. */
static struct nb_str
figure_change(const struct editing *e, struct nb_str old, struct nb_str now)
{
	struct nb_str text = NB_S("");

	if (is_time(now) ||
	    nb_change_between(e->how->arena, old, now, e->how->now, &text) !=
		NB_CHANGE_TOLD)
		return NB_S("");
	return text;
}

/* Each piece an edit of its own. */
static void
replace_each(struct editing *e, const struct cuts *c, const struct gap *g)
{
	struct nb_diff_edit *last;

	for (uint32_t i = g->old; i < g->old_end; i++)
		add_edit(e, NB_DIFF_DELETE, span_of(e->old, c->old, i, i + 1),
		    NB_S(""));
	for (uint32_t i = g->now; i < g->now_end; i++)
		add_edit(e, NB_DIFF_INSERT, NB_S(""),
		    span_of(e->now, c->now, i, i + 1));
	if (g->old_end - g->old != 1 || g->now_end - g->now != 1)
		return;
	last = &g_array_index(e->edit, struct nb_diff_edit, e->edit->len - 1);
	last->figure = figure_change(e, last[-1].old, last->now);
}

/* Both sides of it as one. */
static void
replace(struct editing *e, const struct cuts *c, const struct gap *g)
{
	const struct nb_str old = span_of(e->old, c->old, g->old, g->old_end);
	const struct nb_str now = span_of(e->now, c->now, g->now, g->now_end);

	add_edit(e, NB_DIFF_DELETE, old, NB_S(""));
	add_edit(e, NB_DIFF_INSERT, NB_S(""), now);
	if (old.n > 0 && now.n > 0)
		g_array_index(e->edit, struct nb_diff_edit, e->edit->len - 1)
		    .figure = figure_change(e, old, now);
}

static uint32_t *
ids_of(const struct nb_cut *cut, uint32_t n)
{
	uint32_t *id = g_new(uint32_t, n + 1);

	for (uint32_t i = 0; i < n; i++)
		id[i] = cut[i].id;
	return id;
}

/* What both have in common, and an empty run at their ends. */
static GArray *
find_runs(const struct cuts *c)
{
	g_autofree uint32_t *old = ids_of(c->old, c->n_old);
	g_autofree uint32_t *now = ids_of(c->now, c->n_now);
	g_autofree uint32_t *pair = g_new(uint32_t, c->n_old + 1);
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct run));
	struct run r = { 0, 0, 0 };

	nb_common_find(old, c->n_old, now, c->n_now, pair);
	for (uint32_t i = 0; i < c->n_old; i++) {
		if (pair[i] == UINT32_MAX)
			continue;
		if (r.n > 0 && r.old + r.n == i && r.now + r.n == pair[i]) {
			r.n++;
			continue;
		}
		if (r.n > 0)
			g_array_append_val(runs, r);
		r = (struct run){ i, pair[i], 1 };
	}
	if (r.n > 0)
		g_array_append_val(runs, r);
	r = (struct run){ c->n_old, c->n_now, 0 };
	g_array_append_val(runs, r);
	return runs;
}

static uint32_t
weight_of(const struct nb_cut *cut, uint32_t begin, uint32_t end)
{
	uint32_t n = 0;

	for (uint32_t i = begin; i < end; i++)
		n += cut[i].weight;
	return n;
}

static struct gap
gap_between(const struct run *before, const struct run *behind)
{
	return before == NULL
	    ? (struct gap){ 0, behind->old, 0, behind->now }
	    : (struct gap){ before->old + before->n, behind->old,
		      before->now + before->n, behind->now };
}

static uint32_t
gap_weight(const struct cuts *c, const struct gap *g)
{
	const uint32_t old = weight_of(c->old, g->old, g->old_end);
	const uint32_t now = weight_of(c->now, g->now, g->now_end);

	return MAX(old, now);
}

/*
 * Less is in common than is changed on either side of it, or a character that
 * is no more: chance.
 */
static bool
is_chance(const struct cuts *c, const struct run *before, const struct run *r,
    const struct run *behind)
{
	const struct gap left = gap_between(before, r);
	const struct gap right = gap_between(r, behind);
	const uint32_t n = weight_of(c->old, r->old, r->old + r->n);
	const uint32_t least = n + (n > 1);
	const bool inside = left.old_end + left.now_end > 0 &&
	    (left.old < left.old_end || left.now < left.now_end) &&
	    (right.old < right.old_end || right.now < right.now_end);

	return inside && least <= gap_weight(c, &left) &&
	    least <= gap_weight(c, &right);
}

static void
drop_chance(const struct cuts *c, GArray *runs)
{
	struct run *r = (void *)runs->data;
	guint n = 0;

	for (guint i = 0; i < runs->len; i++) {
		r[n++] = r[i];
		while (n >= 2 &&
		    is_chance(
			c, n >= 3 ? &r[n - 3] : NULL, &r[n - 2], &r[n - 1])) {
			r[n - 2] = r[n - 1];
			n--;
		}
	}
	g_array_set_size(runs, n);
}

/* How well a change begins at begin and ends before end. */
static unsigned
fit(const struct nb_cut *cut, uint32_t begin, uint32_t end, uint32_t n)
{
	return (begin == 0 || cut[begin - 1].mark ? 2u : 0u) +
	    (end == n || cut[end].mark ? 1u : 0u);
}

/* How far to the left, or the right, a change may go; where it fits best. */
static int
best_shift(const struct nb_cut *cut, uint32_t n, uint32_t begin, uint32_t end,
    uint32_t left, uint32_t right)
{
	unsigned best = fit(cut, begin, end, n);
	int by = 0;

	for (uint32_t k = 1; k <= left && cut[begin - k].id == cut[end - k].id;
	     k++)
		if (fit(cut, begin - k, end - k, n) > best) {
			best = fit(cut, begin - k, end - k, n);
			by = -(int)k;
		}
	for (uint32_t k = 1;
	     k <= right && cut[begin + k - 1].id == cut[end + k - 1].id; k++)
		if (fit(cut, begin + k, end + k, n) > best) {
			best = fit(cut, begin + k, end + k, n);
			by = (int)k;
		}
	return by;
}

/*
 * “，甲” behind a clause may as well be “甲，” before the next: where only one
 * text has something more, it is moved to the place where clauses meet.
 */
static void
shift(const struct nb_cut *cut, uint32_t n, struct run *before,
    struct run *behind, uint32_t begin, uint32_t end)
{
	const int by = best_shift(cut, n, begin, end, before->n, behind->n);

	before->n += (uint32_t)by;
	behind->old += (uint32_t)by;
	behind->now += (uint32_t)by;
	behind->n -= (uint32_t)by;
}

static void
shift_all(const struct cuts *c, GArray *runs)
{
	struct run *r = (void *)runs->data;

	for (guint i = 0; i + 1 < runs->len; i++) {
		const struct gap g = gap_between(&r[i], &r[i + 1]);

		if (g.old == g.old_end)
			shift(c->now, c->n_now, &r[i], &r[i + 1], g.now,
			    g.now_end);
		else if (g.now == g.now_end)
			shift(c->old, c->n_old, &r[i], &r[i + 1], g.old,
			    g.old_end);
	}
}

/* What the pieces of a gap are, as it is compared. */
static bool
is_same(const struct editing *e, const struct cuts *c, const struct gap *g)
{
	return nb_str_eq(part_of(e->old->key, c->old, g->old, g->old_end),
	    part_of(e->now->key, c->now, g->now, g->now_end));
}

/*
 * The same characters may be other words beside other neighbours.  How far a
 * gap is the same from its beginning, up to where words end on both sides.
 */
static struct gap
same_head(const struct editing *e, const struct cuts *c, const struct gap *g)
{
	struct gap head = { g->old, g->old, g->now, g->now }, to = head;
	uint32_t old = 0, now = 0; /* [byte] */

	while (to.old_end < g->old_end || to.now_end < g->now_end) {
		if (old <= now && to.old_end < g->old_end)
			old += c->old[to.old_end++].n;
		else if (to.now_end < g->now_end)
			now += c->now[to.now_end++].n;
		else
			break;
		if (old == now && is_same(e, c, &to))
			head = to;
		else if (old == now)
			break;
	}
	return head;
}

/* … and to its end. */
static struct gap
same_tail(const struct editing *e, const struct cuts *c, const struct gap *g)
{
	struct gap tail = { g->old_end, g->old_end, g->now_end, g->now_end };
	struct gap to = tail;
	uint32_t old = 0, now = 0; /* [byte] */

	while (to.old > g->old || to.now > g->now) {
		if (old <= now && to.old > g->old)
			old += c->old[--to.old].n;
		else if (to.now > g->now)
			now += c->now[--to.now].n;
		else
			break;
		if (old == now && is_same(e, c, &to))
			tail = to;
		else if (old == now)
			break;
	}
	return tail;
}

static void
write_runs(struct editing *e, const struct cuts *c, const GArray *runs)
{
	const struct run *r = (const void *)runs->data;

	for (guint i = 0; i < runs->len; i++) {
		struct gap g = gap_between(i > 0 ? &r[i - 1] : NULL, &r[i]);
		const struct gap head = same_head(e, c, &g);
		struct gap tail;

		keep_gap(e, c, &head);
		g.old = head.old_end;
		g.now = head.now_end;
		tail = same_tail(e, c, &g);
		g.old_end = tail.old;
		g.now_end = tail.now;
		replace(e, c, &g);
		keep_gap(e, c, &tail);
		keep(e, c, &r[i]);
	}
}

/* Whether sentences have enough in common to be told word by word. */
static bool
is_told_by_word(const struct cuts *c, const GArray *runs)
{
	const uint32_t old = weight_of(c->old, 0, c->n_old);
	const uint32_t now = weight_of(c->now, 0, c->n_now);
	uint32_t same = 0;

	for (guint i = 0; i < runs->len; i++) {
		const struct run *r = &g_array_index(runs, struct run, i);

		same += weight_of(c->old, r->old, r->old + r->n);
	}
	return (uint64_t)same * 100 >= (uint64_t)LEAST_COMMON * MIN(old, now);
}

static GArray *
words_of(const struct editing *e, enum nb_script script,
    const struct nb_diff_field *f, const struct nb_cut *cut, uint32_t begin,
    uint32_t end)
{
	return nb_cut_words(&e->how->word, script, f, cut[begin].at,
	    cut[end - 1].at + cut[end - 1].n);
}

/* Sentences that differ. */
static void
edit_gap(struct editing *e, const struct cuts *sentence, const struct gap *g)
{
	g_autoptr(GArray) old = NULL;
	g_autoptr(GArray) now = NULL;
	g_autoptr(GArray) runs = NULL;
	struct cuts c;

	if (g->old == g->old_end || g->now == g->now_end) {
		replace_each(e, sentence, g);
		return;
	}
	old =
	    words_of(e, e->how->old, e->old, sentence->old, g->old, g->old_end);
	now =
	    words_of(e, e->how->now, e->now, sentence->now, g->now, g->now_end);
	c = (struct cuts){ (const void *)old->data, (const void *)now->data,
		old->len, now->len };
	runs = find_runs(&c);
	drop_chance(&c, runs);
	shift_all(&c, runs);
	if (is_told_by_word(&c, runs))
		write_runs(e, &c, runs);
	else
		replace_each(e, sentence, g);
}

static void
edit_sentences(struct editing *e)
{
	g_autoptr(GArray) old = nb_cut_sentences(e->how->sentence, e->old->key);
	g_autoptr(GArray) now = nb_cut_sentences(e->how->sentence, e->now->key);
	const struct cuts c = { (const void *)old->data,
		(const void *)now->data, old->len, now->len };
	g_autoptr(GArray) runs = find_runs(&c);
	const struct run *r = (const void *)runs->data;

	for (guint i = 0; i < runs->len; i++) {
		const struct gap g =
		    gap_between(i > 0 ? &r[i - 1] : NULL, &r[i]);

		edit_gap(e, &c, &g);
		keep(e, &c, &r[i]);
	}
}

struct nb_diff_text
nb_edits_find(const struct nb_edits *how, const struct nb_diff_field *old,
    const struct nb_diff_field *now)
{
	const struct nb_diff_field none = { 0 };
	struct editing e = {
		.how = how,
		.old = old != NULL ? old : &none,
		.now = now != NULL ? now : &none,
		.edit = g_array_new(FALSE, FALSE, sizeof(struct nb_diff_edit)),
	};
	struct nb_diff_text text = {
		.name = old != NULL ? old->name : e.now->name,
		.old = e.old->text,
		.now = e.now->text,
		.gone = now == NULL,
	};

	edit_sentences(&e);
	text.n = e.edit->len;
	text.edit = nb_new_n(how->arena, struct nb_diff_edit, text.n);
	for (uint32_t i = 0; i < text.n; i++)
		text.edit[i] = g_array_index(e.edit, struct nb_diff_edit, i);
	g_array_unref(e.edit);
	return text;
}
