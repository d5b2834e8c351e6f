/*
 * Which level a line belongs to, by its indentation or, where that is wrong,
 * by what it looks like.
 */
#include "source/mercy.h"

#include "base/arena.h"
#include "source/codes.h"

#include <glib.h>
#include <string.h>

/* Indentation that is not what YAML needs; `why` NULL: only carried along. */
void
nb_mercy_indent(struct nb_mercy *m, const struct nb_line *l, uint32_t to,
    enum nb_mend mend, const char *why)
{
	const struct nb_str spaces = nb_mercy_spaces(m, to);
	const struct nb_code *code = &nb_code_Y12;
	struct nb_diag *g;

	if (l->indent == NB_INDENT_SPACES && l->col == to)
		return;
	if (l->indent == NB_INDENT_TAB) {
		mend = NB_MEND_BROKEN;
		code = &nb_code_Y02;
		why = "这一行用制表符（Tab）缩进";
	} else if (l->indent == NB_INDENT_WIDE) {
		code = &nb_code_Y11;
		why = "这一行用全角空格或不间断空格缩进";
	}
	if (why == NULL) {
		nb_mercy_edit_along(m, mend, l->begin, l->text, spaces);
		return;
	}
	nb_mercy_edit(m, mend, l->begin, l->text, spaces);
	g = nb_mercy_report(m, mend, code, l->begin, l->text, "%s", why);
	g->hint = to == 0
	    ? NB_S("这一行应当顶格写")
	    : nb_arena_printf(m->arena, "这一行前面应当有 %u 个半角空格", to);
	g->fix = spaces;
	m->shifted = g;
	m->shifted_in = mend;
}

static struct nb_level *
top(struct nb_mercy *m)
{
	return m->n_levels == 0 ? NULL : &m->level[m->n_levels - 1];
}

struct nb_level *
nb_mercy_push(struct nb_mercy *m, bool list, uint32_t col, uint32_t to)
{
	struct nb_level *l;

	if (m->n_levels == NB_LEVEL_MAX)
		return NULL;
	l = top(m);
	if (l != NULL) {
		l->tail = NB_TAIL_DONE;
		l->of_maps |= l->list && !list;
	}
	l = &m->level[m->n_levels++];
	*l = (struct nb_level){
		.list = list, .col = col, .entry = col, .to = to
	};
	return l;
}

uint32_t
nb_bad_dash_end(const struct nb_mercy *m, const struct nb_line *l)
{
	static const struct nb_str dash[] = { { "-", 1 }, { "－", 3 },
		{ "—", 3 }, { "–", 3 }, { "﹣", 3 } };
	const struct nb_str bytes = m->text->bytes;
	const struct nb_str s = nb_mercy_sub(m, l->text, l->end);

	for (size_t i = 0; i < NB_COUNT(dash); i++) {
		uint32_t at = l->text + (uint32_t)dash[i].n;
		size_t next;
		uint32_t c;

		if (!nb_str_starts(s, dash[i]) || at == l->end)
			continue;
		at = nb_skip_wide(bytes, at, l->end);
		if (nb_key_read(bytes, at, l->end, NB_KEY_STRICT).colon !=
		    NB_COLON_NONE)
			return at;
		next = at;
		c = at < l->end ? nb_utf8_next(bytes, &next) : 0;
		return i == 0 && nb_is_han(c) ? at : 0;
	}
	return 0;
}

enum nb_entry
nb_mercy_entry(
    const struct nb_mercy *m, const struct nb_line *l, enum nb_key_kind kind)
{
	const struct nb_str bytes = m->text->bytes;

	if (nb_is_dash(bytes, l->text, l->end) || nb_bad_dash_end(m, l) != 0)
		return NB_ENTRY_DASH;
	if (nb_key_read(bytes, l->text, l->end, kind).colon != NB_COLON_NONE)
		return NB_ENTRY_KEY;
	return NB_ENTRY_TEXT;
}

static bool
fits(const struct nb_level *l, enum nb_entry e)
{
	switch (e) {
	case NB_ENTRY_TEXT:
		return false;
	case NB_ENTRY_KEY:
		return !l->list;
	case NB_ENTRY_DASH:
		return l->list || l->tail == NB_TAIL_OPEN;
	}
	NB_UNREACHABLE();
}

/* The line belongs to the level, whatever its indentation says. */
static struct nb_level *
snap(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    enum nb_entry e, enum nb_mend mend)
{
	g_autofree char *why = g_strdup_printf(
	    "这一行缩进 %u 格，与同一层的上一项（%u 格）没有对齐", line->col,
	    l->to);

	nb_mercy_indent(m, line, l->to, mend, why);
	if (e == NB_ENTRY_DASH && !l->list)
		l = nb_mercy_push(m, true, l->col, l->to);
	if (l != NULL)
		l->entry = line->col;
	return l;
}

/* A dash under a key opens its list; `line` is mended to stand at `to`. */
static struct nb_level *
enter(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    enum nb_entry e)
{
	if (l != NULL && e == NB_ENTRY_DASH && !l->list)
		l = nb_mercy_push(m, true, l->col, l->to);
	if (l == NULL)
		return NULL;
	l->entry = l->col;
	nb_mercy_indent(m, line, l->to, NB_MEND_SILENT, NULL);
	return l;
}

/* Does what a key opens follow the line? */
static bool
follows(const struct nb_mercy *m, const struct nb_line *line)
{
	struct nb_line next;

	if (!nb_mercy_peek(m, &next))
		return false;
	switch (nb_mercy_entry(m, &next, NB_KEY_STRICT)) {
	case NB_ENTRY_TEXT:
		return false;
	case NB_ENTRY_KEY:
		return next.col > line->col;
	case NB_ENTRY_DASH:
		return next.col >= line->col;
	}
	NB_UNREACHABLE();
}

/* A line that is no entry where only entries may stand. */
static void
stray(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line)
{
	const uint32_t at =
	    nb_mercy_lost_colon(m, line, line->text, follows(m, line));

	if (strchr("[{&*!?|>\"'%@", m->text->bytes.p[line->text]) != NULL)
		return;
	if (l != NULL && at != 0) {
		nb_mercy_take_lost_colon(m, l, line, line->text, at);
	} else if (l != NULL && l->tail != NB_TAIL_DONE) {
		nb_mercy_indent(m, line, l->to + m->step, NB_MEND_BROKEN,
		    "这一行像是上一个键的文字，却没有缩进");
		l->tail = NB_TAIL_TEXT;
	} else {
		nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y20, line->text,
		    line->end, "这一行没有键和冒号，不知道是什么内容，已略过");
		nb_mercy_edit(
		    m, NB_MEND_BROKEN, line->begin, line->end, NB_S(""));
	}
}

/* A key with a colon that YAML does not take opens a map only on evidence. */
static bool
opens_map(struct nb_mercy *m, const struct nb_line *line)
{
	const struct nb_key key =
	    nb_key_read(m->text->bytes, line->text, line->end, NB_KEY_STRICT);
	struct nb_line next;

	return key.colon == NB_COLON_GOOD || key.value < line->end ||
	    (nb_mercy_peek(m, &next) && next.col >= line->col);
}

/* Where a line inside the last entry of a level stands in the copy. */
static uint32_t
inner_column(const struct nb_mercy *m, const struct nb_level *l,
    const struct nb_line *line)
{
	if (l == NULL)
		return line->col;
	return l->to + (line->col > l->entry ? line->col - l->entry : m->step);
}

/* Is the next line a key at the same column? */
static bool
is_key_beside(const struct nb_mercy *m, const struct nb_line *line)
{
	struct nb_line next;

	return nb_mercy_peek(m, &next) && next.col == line->col &&
	    nb_mercy_entry(m, &next, NB_KEY_STRICT) == NB_ENTRY_KEY;
}

/* The first line of a value that stands under its key or dash. */
static struct nb_level *
open_level(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    enum nb_entry e)
{
	const uint32_t to = inner_column(m, l, line);
	const uint32_t colon = nb_mercy_lost_colon(m, line, line->text, false);

	if (e == NB_ENTRY_TEXT && colon != 0 && is_key_beside(m, line)) {
		l = nb_mercy_push(m, false, line->col, to);
		if (l != NULL)
			nb_mercy_take_lost_colon(m, l, line, line->text, colon);
		return NULL;
	}
	if (e == NB_ENTRY_TEXT || (e == NB_ENTRY_KEY && !opens_map(m, line))) {
		nb_mercy_indent(m, line, to, NB_MEND_BROKEN, NULL);
		if (l != NULL)
			l->tail = NB_TAIL_TEXT;
		return NULL;
	}
	if (e == NB_ENTRY_KEY && l != NULL && nb_mercy_lacks_dash(m, line, to))
		return nb_mercy_take_lost_dash(m, line, to);
	l = nb_mercy_push(m, e == NB_ENTRY_DASH, line->col, to);
	return enter(m, l, line, e);
}

/* Deeper than the innermost level. */
static struct nb_level *
place_deeper(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    enum nb_entry e)
{
	const struct nb_key key =
	    nb_key_read(m->text->bytes, line->text, line->end, NB_KEY_STRICT);

	switch (l->tail) {
	case NB_TAIL_OPEN:
		return open_level(m, l, line, e);
	case NB_TAIL_TEXT:
		if (e == NB_ENTRY_DASH && l->list)
			return snap(m, l, line, e, NB_MEND_SILENT);
		if (e == NB_ENTRY_KEY && fits(l, e) && key.short_word &&
		    key.colon == NB_COLON_GOOD)
			return snap(m, l, line, e, NB_MEND_BROKEN);
		nb_mercy_indent(
		    m, line, inner_column(m, l, line), NB_MEND_BROKEN, NULL);
		return NULL;
	case NB_TAIL_DONE:
		if (fits(l, e) && (e == NB_ENTRY_DASH || key.short_word))
			return snap(m, l, line, e, NB_MEND_BROKEN);
		return NULL;
	}
	NB_UNREACHABLE();
}

/*
 * The list of a key may stand at the column of the key itself: a line there
 * that is no item belongs to the map around the list.
 */
static struct nb_level *
leave_list(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    enum nb_entry e)
{
	if (!l->list || m->n_levels < 2 || l[-1].list || l[-1].col != l->col)
		return l;
	if (e == NB_ENTRY_DASH ||
	    (e == NB_ENTRY_TEXT &&
		(!follows(m, line) ||
		    nb_mercy_lost_colon(m, line, line->text, true) == 0)))
		return l;
	m->n_levels--;
	return &l[-1];
}

/* At the column of the innermost level; `was` was open before, or NULL. */
static struct nb_level *
place_same(struct nb_mercy *m, struct nb_level *l, const struct nb_level *was,
    const struct nb_line *line, enum nb_entry e)
{
	l = leave_list(m, l, line, e);
	if (e == NB_ENTRY_KEY && nb_mercy_begins_anew(m, line))
		return nb_mercy_take_lost_dash(m, line, l->to);
	if (fits(l, e))
		return enter(m, l, line, e);
	if (was != NULL && fits(was, e)) {
		m->n_levels++;
		return snap(m, top(m), line, e, NB_MEND_BROKEN);
	}
	if (e == NB_ENTRY_TEXT && !l->list)
		stray(m, l, line);
	return NULL;
}

/* Between the innermost level (NULL: none) and `was`, which was open. */
static struct nb_level *
place_between(struct nb_mercy *m, struct nb_level *l,
    const struct nb_level *was, const struct nb_line *line, enum nb_entry e)
{
	if (l != NULL && !fits(l, e) && m->n_levels > 1 && fits(&l[-1], e) &&
	    l[-1].col == l->col)
		l--;
	if (fits(was, e) &&
	    (l == NULL || !fits(l, e) ||
		was->col - line->col <= line->col - l->col)) {
		m->n_levels++;
		return snap(m, top(m), line, e, NB_MEND_BROKEN);
	}
	if (l == NULL || !fits(l, e))
		return NULL;
	m->n_levels = (uint32_t)(l - m->level) + 1;
	return snap(m, l, line, e, NB_MEND_BROKEN);
}

static struct nb_level *
place(struct nb_mercy *m, const struct nb_line *line, enum nb_entry *e)
{
	const struct nb_level *was = NULL;
	struct nb_level *l;
	bool same;

	while (m->n_levels > 0 && top(m)->col > line->col)
		was = &m->level[--m->n_levels];
	l = top(m);
	same = l != NULL && l->col == line->col;
	*e = nb_mercy_entry(
	    m, line, same && !l->list ? NB_KEY_LIBERAL : NB_KEY_STRICT);
	if (same)
		return place_same(m, l, was, line, *e);
	if (was != NULL)
		return place_between(m, l, was, line, *e);
	if (l != NULL)
		return place_deeper(m, l, line, *e);
	if (*e == NB_ENTRY_TEXT && is_key_beside(m, line) &&
	    nb_mercy_lost_colon(m, line, line->text, false) == 0) {
		stray(m, NULL, line);
		return NULL;
	}
	return open_level(m, NULL, line, *e);
}

struct nb_level *
nb_mercy_place(struct nb_mercy *m, const struct nb_line *line, enum nb_entry *e)
{
	struct nb_line meant = *line;
	g_autofree char *why = NULL;
	struct nb_level *l;

	meant.col = nb_mercy_column(m, line);
	if (meant.col == line->col)
		return place(m, line, e);
	l = place(m, &meant, e);
	why =
	    g_strdup_printf("这一行缩进 %u 格，与上下几行没有对齐", line->col);
	if (l != NULL)
		nb_mercy_indent(m, line, l->to, NB_MEND_BROKEN, why);
	return l;
}
