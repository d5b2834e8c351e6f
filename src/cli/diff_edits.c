/*
 * A changed text on one line: the changes, and a few words beside them.
 */
#include "base/arena.h"
#include "base/beside.h"
#include "base/clip.h"
#include "cli/diff_show.h"
#include "diag/render.h"

enum {
	BESIDE = 12,     /* of what stays, beside a change [char] */
	WHOLE_KEEP = 28, /* what is not longer is shown whole [char] */
};

/* The first n characters of s; the last ones. */
static struct nb_str
head(struct nb_str s, unsigned n)
{
	size_t at = 0;

	while (n-- > 0 && at < s.n)
		nb_utf8_next(s, &at);
	return nb_str_sub(s, 0, at);
}

static struct nb_str
tail(struct nb_str s, unsigned n)
{
	size_t at = s.n;

	while (n-- > 0 && at > 0)
		nb_utf8_prev(s, &at);
	return nb_str_from(s, at);
}

/* From where its last clause begins, if that is near its end. */
static struct nb_str
last_clause(struct nb_str s)
{
	const struct nb_str near = tail(s, 2 * BESIDE);

	for (size_t at = near.n; at > 0;) {
		const size_t end = at;

		if (nb_mark_in(U"，。；：！？\n", nb_utf8_prev(near, &at)) &&
		    end < near.n)
			return nb_str_from(near, end);
	}
	return tail(s, BESIDE);
}

/* Up to where its first clause ends, in the same way. */
static struct nb_str
first_clause(struct nb_str s)
{
	const struct nb_str near = head(s, 2 * BESIDE);

	for (size_t at = 0; at < near.n;)
		if (nb_mark_in(U"，。；：！？\n", nb_utf8_next(near, &at)))
			return nb_str_sub(near, 0, at);
	return head(s, BESIDE);
}

static void
append(GString *out, struct nb_str s)
{
	nb_render_text(out, s);
}

/* What stays; first and last: at the ends of the text. */
static void
write_kept(GString *out, struct nb_str s, bool first, bool last)
{
	if (first && last)
		return;
	if (nb_str_chars(s) <= WHOLE_KEEP) {
		append(out, s);
		return;
	}
	if (!first)
		append(out, first_clause(s));
	g_string_append(out, "…");
	if (!last)
		append(out, last_clause(s));
}

/* “移至三、（二）第1段：” and the first words. */
static void
write_moved(GString *out, struct nb_arena *a, const struct nb_diff_side *s,
    const struct nb_diff_edit *e, const char *word)
{
	g_string_append(out, word);
	append(out, nb_diff_place(a, s, e->row));
	g_string_append(out, "：");
	append(out, nb_clip(a, e->op == NB_DIFF_DELETE ? e->old : e->now));
}

/* Edits [i, …) of one kind that are told as one; the index behind them. */
static uint32_t
write_change(GString *out, struct nb_arena *a, const struct nb_diff *d,
    const struct nb_diff_text *t, uint32_t i)
{
	const struct nb_diff_edit *e = &t->edit[i];
	const bool deleted = e->op == NB_DIFF_DELETE;

	g_string_append(out, deleted ? "〔－" : "〔＋");
	if (e->row != NB_DIFF_NONE) {
		write_moved(out, a, deleted ? &d->now : &d->old, e,
		    deleted ? "移至" : "移自");
		i++;
	} else {
		for (; i < t->n && t->edit[i].op == e->op &&
		     t->edit[i].row == NB_DIFF_NONE;
		     i++)
			append(out, deleted ? t->edit[i].old : t->edit[i].now);
	}
	g_string_append(out, "〕");
	return i;
}

struct nb_str
nb_diff_marked(struct nb_arena *a, const struct nb_diff *d,
    const struct nb_diff_text *text)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (uint32_t i = 0; i < text->n;) {
		const struct nb_diff_edit *e = &text->edit[i];
		uint32_t end = i;
		const char *from = e->now.p;

		if (e->op != NB_DIFF_KEEP) {
			i = write_change(out, a, d, text, i);
			continue;
		}
		while (end < text->n && text->edit[end].op == NB_DIFF_KEEP)
			end++;
		e = &text->edit[end - 1];
		write_kept(out,
		    (struct nb_str){
			from, (size_t)(e->now.p - from) + e->now.n },
		    i == 0, end == text->n);
		i = end;
	}
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

bool
nb_diff_is_replaced(const struct nb_diff_text *text)
{
	for (uint32_t i = 0; i < text->n; i++)
		if (text->edit[i].op == NB_DIFF_KEEP ||
		    text->edit[i].row != NB_DIFF_NONE)
			return false;
	return true;
}

/* Marks inside of a mark are the text's own. */
void
nb_diff_colour(GString *out, struct nb_str marked)
{
	const struct nb_str open[] = { NB_S("〔－"), NB_S("〔＋") };
	static const char *const colour[] = { "\033[9;31m", "\033[4;32m" };
	unsigned deep = 0;

	for (size_t at = 0, next; at < marked.n; at = next) {
		const struct nb_str rest = nb_str_from(marked, at);
		uint32_t c;

		next = at;
		c = nb_utf8_next(marked, &next);
		for (size_t i = 0; deep == 0 && i < NB_COUNT(open); i++)
			if (nb_str_starts(rest, open[i]))
				g_string_append(out, colour[i]);
		g_string_append_len(out, rest.p, (gssize)(next - at));
		deep += c == 0x3014 &&
		    (deep > 0 || nb_str_starts(rest, open[0]) ||
			nb_str_starts(rest, open[1]));
		if (c == 0x3015 && deep > 0 && --deep == 0)
			g_string_append(out, "\033[0m");
	}
	if (deep > 0)
		g_string_append(out, "\033[0m");
}
