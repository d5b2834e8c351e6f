/*
 * import/carry.c - finds the bytes of a node, edits them.
 *
 * An edit that would overlap another is refused by nb_edits_add: what was
 * dropped as a whole is not edited in its parts.
 */
#include "import/carry.h"

#include "base/arena.h"
#include "base/beside.h"
#include "model/keys.h"

#include <glib.h>
#include <string.h>

const struct nb_pair *
nb_carry_pair(
    const struct nb_node *map, const struct nb_object *object, const char *name)
{
	const struct nb_key *want = nb_key_find(object, nb_str_z(name));

	nb_assert(want != NULL);
	if (map == NULL || map->kind != NB_NODE_MAP)
		return NULL;
	for (uint32_t i = 0; i < map->map.n; i++)
		if (nb_key_find(object, map->map.pair[i].key) == want)
			return &map->map.pair[i];
	return NULL;
}

bool
nb_carry_is_empty(const struct nb_node *node)
{
	return node->kind == NB_NODE_SCALAR && node->scalar.value.n == 0;
}

static char
byte_at(const struct nb_carry *c, uint32_t at)
{
	return at < c->text->bytes.n ? c->text->bytes.p[at] : '\0';
}

bool
nb_carry_is_flow(const struct nb_carry *c, const struct nb_node *node)
{
	const char first = byte_at(c, node->span.begin);

	return node->kind != NB_NODE_SCALAR && (first == '[' || first == '{');
}

static uint32_t
line_begin(const struct nb_carry *c, uint32_t at)
{
	while (at > 0 && c->text->bytes.p[at - 1] != '\n')
		at--;
	return at;
}

static uint32_t
line_end(const struct nb_carry *c, uint32_t at)
{
	while (at < c->text->bytes.n && c->text->bytes.p[at] != '\n')
		at++;
	return at;
}

uint32_t
nb_carry_end(const struct nb_carry *c, const struct nb_node *node)
{
	uint32_t end = node->span.end;

	if (node->kind == NB_NODE_MAP && node->map.n > 0 &&
	    !nb_carry_is_flow(c, node))
		return nb_carry_end(c, node->map.pair[node->map.n - 1].value);
	if (node->kind == NB_NODE_LIST && node->list.n > 0 &&
	    !nb_carry_is_flow(c, node))
		return nb_carry_end(c, node->list.item[node->list.n - 1]);
	while (end > node->span.begin &&
	    strchr(" \n", c->text->bytes.p[end - 1]) != NULL)
		end--;
	return end;
}

unsigned
nb_carry_column(const struct nb_carry *c, uint32_t at)
{
	return at - line_begin(c, at);
}

void
nb_carry_put(
    struct nb_carry *c, uint32_t begin, uint32_t end, struct nb_str with)
{
	if (begin < end || with.n > 0)
		(void)nb_edits_add(&c->edits, begin, end, with, false);
}

void
nb_carry_add_lines(struct nb_carry *c, const struct nb_node *node,
    unsigned column, const char *lines)
{
	const uint32_t at = line_end(c, nb_carry_end(c, node));
	g_autoptr(GString) s = g_string_new(NULL);

	for (; *lines != '\0'; lines++) {
		g_string_append_c(s, *lines);
		for (unsigned i = 0; *lines == '\n' && i < column; i++)
			g_string_append_c(s, ' ');
	}
	nb_carry_put(c, at, at,
	    nb_arena_str(c->arena, (struct nb_str){ s->str, s->len }));
}

/* A value on its key's line, with the blanks that nothing follows any more. */
static void
blank_inline(struct nb_carry *c, uint32_t begin, uint32_t end)
{
	if (byte_at(c, end) == '\n' || end == c->text->bytes.n)
		while (begin > 0 && byte_at(c, begin - 1) == ' ')
			begin--;
	nb_carry_put(c, begin, end, NB_S(""));
}

/* Text under |, or a map or list below its key. */
static bool
stands_below(const struct nb_carry *c, const struct nb_node *node)
{
	if (node->kind != NB_NODE_SCALAR)
		return !nb_carry_is_flow(c, node);
	return node->scalar.style == NB_STYLE_LITERAL ||
	    node->scalar.style == NB_STYLE_FOLDED;
}

void
nb_carry_blank(struct nb_carry *c, const struct nb_pair *pair)
{
	uint32_t end;

	if (pair == NULL || nb_carry_is_empty(pair->value))
		return;
	end = nb_carry_end(c, pair->value);
	if (stands_below(c, pair->value))
		nb_carry_put(c, line_end(c, pair->key_span.end),
		    line_end(c, end), NB_S(""));
	else
		blank_inline(c, pair->value->span.begin, end);
}

/* Does the key begin its line, rather than follow a dash or a bracket? */
static bool
begins_line(const struct nb_carry *c, uint32_t at)
{
	uint32_t i = line_begin(c, at);

	while (i < at && byte_at(c, i) == ' ')
		i++;
	return i == at;
}

/* Is the line that begins here empty? */
static bool
is_empty_line(const struct nb_carry *c, uint32_t begin)
{
	return begin < c->text->bytes.n && byte_at(c, begin) == '\n';
}

/* The column of the comment that is all of the line at begin, or -1. */
static int
comment_column(const struct nb_carry *c, uint32_t begin)
{
	uint32_t at = begin;

	while (byte_at(c, at) == ' ')
		at++;
	return byte_at(c, at) == '#' ? (int)(at - begin) : -1;
}

/*
 * The first of the comments right above the line, at its column.  Those on top
 * of the file are of the file.
 */
static uint32_t
comments_above(const struct nb_carry *c, uint32_t begin, int column)
{
	const uint32_t line = begin;

	while (begin > 0) {
		const uint32_t above = line_begin(c, begin - 1);

		if (comment_column(c, above) != column)
			return begin;
		begin = above;
	}
	return line;
}

/* Behind the comments below that stand deeper than the column. */
static uint32_t
comments_below(const struct nb_carry *c, uint32_t end, int column)
{
	while (comment_column(c, end) > column)
		end = MIN(line_end(c, end) + 1, (uint32_t)c->text->bytes.n);
	return end;
}

/* Two empty lines that meet become one. */
static void
drop_lines(struct nb_carry *c, uint32_t begin, uint32_t end, int column)
{
	begin = comments_above(c, line_begin(c, begin), column);
	end = line_end(c, end);
	if (end < c->text->bytes.n)
		end = comments_below(c, end + 1, column);
	if (begin > 0 && is_empty_line(c, line_begin(c, begin - 1)) &&
	    is_empty_line(c, end))
		end++;
	nb_carry_put(c, begin, end, NB_S(""));
}

void
nb_carry_drop(
    struct nb_carry *c, const struct nb_node *map, const struct nb_pair *pair)
{
	if (pair == NULL)
		return;
	if (nb_carry_is_flow(c, map) || !begins_line(c, pair->key_span.begin))
		nb_carry_blank(c, pair);
	else
		drop_lines(c, pair->key_span.begin,
		    nb_carry_is_empty(pair->value)
			? pair->key_span.end
			: nb_carry_end(c, pair->value),
		    (int)nb_carry_column(c, pair->key_span.begin));
}

void
nb_carry_drop_item(struct nb_carry *c, const struct nb_node *item)
{
	const uint32_t begin = line_begin(c, item->span.begin);
	int column = 0;

	while (byte_at(c, begin + (uint32_t)column) == ' ')
		column++;
	drop_lines(c, item->span.begin, nb_carry_end(c, item), column);
}

/* Is the number at [at, end) one end of 2021—2025? */
static bool
is_in_range(struct nb_str s, size_t at, size_t end)
{
	const char32_t *const dashes = U"—–-~～至";

	return nb_mark_in(dashes, nb_char_before(s, at)) ||
	    nb_mark_in(dashes, nb_char_after(s, end));
}

static bool
is_year(const struct nb_carry *c, struct nb_str s, size_t at,
    enum nb_years years, int *year)
{
	const int first = c->year - (years == NB_YEARS_OF_TABLE);
	int n = 0;

	if (nb_is_digit(nb_char_before(s, at)) || s.n - at < 4 ||
	    nb_is_digit(nb_char_after(s, at + 4)))
		return false;
	for (size_t i = at; i < at + 4; i++) {
		if (!nb_is_digit((unsigned char)s.p[i]))
			return false;
		n = n * 10 + (s.p[i] - '0');
	}
	*year = n;
	return n >= first && n <= c->year + 1 && n < NB_LAST_YEAR;
}

struct nb_str
nb_carry_next_years(
    const struct nb_carry *c, struct nb_str s, enum nb_years years)
{
	g_autoptr(GString) out = g_string_new(NULL);
	int depth = 0, year;
	uint32_t ch;

	for (size_t at = 0, begin; at < s.n;) {
		const bool moves = years == NB_YEARS_ALL ||
		    (depth == 0 && !is_in_range(s, at, at + 4));

		begin = at;
		if (moves && is_year(c, s, at, years, &year)) {
			g_string_append_printf(out, "%d", year + 1);
			at += 4;
			continue;
		}
		ch = nb_utf8_next(s, &at);
		depth += (ch == U'《') - (ch == U'》');
		g_string_append_len(out, s.p + begin, (gssize)(at - begin));
	}
	return nb_arena_str(c->arena, (struct nb_str){ out->str, out->len });
}

void
nb_carry_years(
    struct nb_carry *c, const struct nb_pair *pair, enum nb_years years)
{
	uint32_t begin, end;
	struct nb_str was, now;

	if (pair == NULL || nb_carry_is_empty(pair->value))
		return;
	begin = pair->value->span.begin;
	end = nb_carry_end(c, pair->value);
	was = nb_str_sub(c->text->bytes, begin, end - begin);
	now = nb_carry_next_years(c, was, years);
	if (!nb_str_eq(was, now))
		nb_carry_put(c, begin, end, now);
}
