/*
 * The column a line was meant to have.  Where a line stands alone with its
 * indentation, and the next entry can only be read when it stands elsewhere,
 * it is this line that slipped, not all that follow.
 */
#include "source/mercy.h"

#include <glib.h>
#include <string.h>

/* What follows from the letters of a line about the lines behind it. */
struct shape {
	enum nb_entry entry;
	uint32_t inner; /* columns from its first letter to that of its key */
	bool key, open; /* open: the value follows on the next lines */
};

static struct shape
shape_of(const struct nb_mercy *m, const struct nb_line *l)
{
	const struct nb_str bytes = m->text->bytes;
	struct shape s = { .entry = nb_mercy_entry(m, l, NB_KEY_STRICT) };
	uint32_t at = l->text;
	struct nb_key key;

	if (s.entry == NB_ENTRY_DASH)
		at = nb_is_dash(bytes, at, l->end)
		    ? nb_skip_blanks(bytes, at + 1, l->end)
		    : l->end;
	key = nb_key_read(bytes, at, l->end, NB_KEY_STRICT);
	s.inner = at - l->text;
	s.key = key.colon != NB_COLON_NONE;
	s.open = s.key && (key.value == l->end || bytes.p[key.value] == '#');
	return s;
}

static bool
has_block(const struct nb_mercy *m, const struct nb_line *l)
{
	return l->text < l->end && strchr("|>", m->text->bytes.p[l->end - 1]);
}

/*
 * The next entry behind line number *no - 1, which is l, and behind the text
 * it may have under a |; *no moves behind it.
 */
static bool
find_next(const struct nb_mercy *m, const struct nb_line *l, uint32_t *no,
    struct nb_line *ret)
{
	const bool block = has_block(m, l);
	struct nb_line first = { 0 };

	while (*no <= m->text->n_lines) {
		*ret = nb_line_read(m->text, (*no)++, m->step);
		if (ret->text == ret->end || m->text->bytes.p[ret->text] == '#')
			continue;
		if (block && first.end == 0) {
			first = *ret;
			continue;
		}
		if (block && ret->col >= first.col)
			continue;
		if (nb_mercy_entry(m, ret, NB_KEY_STRICT) != NB_ENTRY_TEXT)
			return true;
		if (!block)
			return false;
	}
	return false;
}

/* The innermost open map or list at the column, or NULL. */
static const struct nb_level *
level_at(const struct nb_mercy *m, uint32_t col, bool list)
{
	for (uint32_t i = m->n_levels; i-- > 0;)
		if (m->level[i].col == col && m->level[i].list == list)
			return &m->level[i];
	return NULL;
}

/* May the value of the innermost entry begin at the column? */
static bool
begins_value(const struct nb_mercy *m, uint32_t col, bool list)
{
	const struct nb_level *l;

	if (m->n_levels == 0)
		return true;
	l = &m->level[m->n_levels - 1];
	return l->tail == NB_TAIL_OPEN && col + list > l->entry;
}

/* Three lines and where they stand. */
struct view {
	const struct nb_mercy *m;
	struct nb_line line, next, third; /* third.col: none when UINT32_MAX */
	struct shape shape, after;        /* of line, of next */
};

/* Does the third line side with the second, against the first? */
static bool
is_outvoted(const struct view *v, uint32_t want)
{
	return v->third.col == v->next.col || v->third.col == want;
}

/* “- 键: 值”: the next key of the same item stands under this one. */
static uint32_t
dash_column(const struct view *v)
{
	const uint32_t col = v->line.col, next = v->next.col;
	uint32_t want = next;

	if (next <= col || v->shape.open || !v->shape.key)
		return col;
	if (v->after.entry == NB_ENTRY_KEY)
		want = next < v->shape.inner ? col : next - v->shape.inner;
	if (level_at(v->m, want, true) != NULL ||
	    (begins_value(v->m, want, true) && is_outvoted(v, want)))
		return want;
	return col;
}

/* “键: 值”: nothing may stand deeper behind it, nor an item beside it. */
static uint32_t
key_column(const struct view *v)
{
	const bool list = v->after.entry == NB_ENTRY_DASH;
	const uint32_t col = v->line.col, next = v->next.col;
	const struct nb_level *level = v->m->level;

	if (!list && level_at(v->m, next, false) == NULL)
		return begins_value(v->m, next, false) && is_outvoted(v, next)
		    ? next
		    : col;
	if (next + list <= col || level_at(v->m, next, list) == NULL)
		return col;
	for (uint32_t i = v->m->n_levels; i-- > 0;)
		if (!level[i].list && level[i].col >= next)
			return level[i].col;
	return col;
}

/* “键:” between two levels: the keys it opens stand deeper than itself. */
static uint32_t
opener_column(const struct view *v)
{
	const uint32_t col = v->line.col, next = v->next.col;
	const struct nb_level *level = v->m->level;

	if (v->after.entry != NB_ENTRY_KEY || next <= col ||
	    level_at(v->m, col, false) != NULL ||
	    begins_value(v->m, col, false) ||
	    level_at(v->m, next, false) == NULL)
		return col;
	for (uint32_t i = v->m->n_levels; i-- > 0;)
		if (!level[i].list && level[i].col < col)
			return level[i].col;
	return col;
}

uint32_t
nb_mercy_column(const struct nb_mercy *m, const struct nb_line *l)
{
	struct view v = { .m = m, .line = *l, .shape = shape_of(m, l) };
	uint32_t no = m->next;

	if (v.shape.entry == NB_ENTRY_TEXT || !find_next(m, l, &no, &v.next))
		return l->col;
	v.after = shape_of(m, &v.next);
	if (!find_next(m, &v.next, &no, &v.third))
		v.third.col = UINT32_MAX;
	if (v.shape.entry == NB_ENTRY_DASH)
		return dash_column(&v);
	return v.shape.open ? opener_column(&v) : key_column(&v);
}
