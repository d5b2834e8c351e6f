#include "source/line.h"

#include <glib.h>
#include <string.h>

static const uint32_t IDEOGRAPHIC_SPACE = 0x3000;

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

uint32_t
nb_skip_blanks(struct nb_str bytes, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(bytes.p[at]))
		at++;
	return at;
}

static bool
is_wide_blank(uint32_t c)
{
	return c == IDEOGRAPHIC_SPACE || c == 0xA0;
}

uint32_t
nb_skip_wide(struct nb_str bytes, uint32_t at, uint32_t end)
{
	size_t next = at;

	while (at < end) {
		const uint32_t c = nb_utf8_next(bytes, &next);

		if (c != ' ' && c != '\t' && !is_wide_blank(c))
			break;
		at = (uint32_t)next;
	}
	return at;
}

uint32_t
nb_trim_end(struct nb_str bytes, uint32_t begin, uint32_t end)
{
	while (end > begin && is_blank(bytes.p[end - 1]))
		end--;
	return end;
}

static void
read_indent(struct nb_line *l, struct nb_str bytes, uint32_t tab)
{
	size_t next = l->begin;

	for (l->text = l->begin; l->text < l->end; l->text = (uint32_t)next) {
		const uint32_t c = nb_utf8_next(bytes, &next);

		if (c == ' ') {
			l->spaces += l->indent == NB_INDENT_SPACES;
			l->col++;
		} else if (c == '\t') {
			l->indent = NB_INDENT_TAB;
			l->col += tab;
		} else if (is_wide_blank(c)) {
			if (l->indent == NB_INDENT_SPACES)
				l->indent = NB_INDENT_WIDE;
			l->col += c == IDEOGRAPHIC_SPACE ? 2 : 1;
		} else {
			return;
		}
	}
}

struct nb_line
nb_line_read(const struct nb_text *t, uint32_t no, uint32_t tab)
{
	const struct nb_str line = nb_text_line(t, no);
	struct nb_line l = { .begin = t->line_start[no - 1] };

	l.end = l.begin + (uint32_t)line.n;
	read_indent(&l, t->bytes, tab);
	l.end = nb_trim_end(t->bytes, l.text, l.end);
	return l;
}

uint32_t
nb_line_step(const struct nb_text *t)
{
	const uint32_t usual = 2, most = 8;
	uint32_t step = most + 1;

	for (uint32_t no = 1; no <= t->n_lines; no++) {
		const struct nb_str line = nb_text_line(t, no);
		uint32_t n = 0;

		while (n < line.n && line.p[n] == ' ')
			n++;
		if (n > 1 && n < line.n && line.p[n] != '\t')
			step = MIN(step, n);
	}
	return step > most ? usual : step;
}

bool
nb_is_dash(struct nb_str bytes, uint32_t at, uint32_t end)
{
	return at < end && bytes.p[at] == '-' &&
	    (at + 1 == end || is_blank(bytes.p[at + 1]));
}

uint32_t
nb_comment_at(struct nb_str bytes, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++)
		if (bytes.p[i] == '#' && (i == 0 || is_blank(bytes.p[i - 1])))
			return i;
	return end;
}

uint32_t
nb_quote_close(struct nb_str bytes, char quote, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		if (quote == '"' && bytes.p[i] == '\\') {
			i++;
		} else if (bytes.p[i] == quote) {
			if (quote == '"' || i + 1 == end ||
			    bytes.p[i + 1] != quote)
				return i + 1;
			i++;
		}
	}
	return 0;
}

uint32_t
nb_quote_end(struct nb_str bytes, uint32_t at, uint32_t end)
{
	return nb_quote_close(bytes, bytes.p[at], at + 1, end);
}

/* A word that a reader takes for a key. */
static bool
is_short_word(struct nb_str s, enum nb_key_kind kind)
{
	const struct nb_str marks = NB_S("（）()·_-/“”《》 ");
	const size_t most = kind == NB_KEY_STRICT ? 12 : 20;
	size_t letters = 0, n = 0;

	if (s.n == 0 || s.n > most * 4)
		return false;
	for (size_t at = 0; at < s.n; n++) {
		const size_t was = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (nb_is_han(c) || nb_is_latin(c))
			letters++;
		else if (!nb_is_digit(c) &&
		    (kind == NB_KEY_STRICT ||
			!nb_str_has(marks, nb_str_sub(s, was, at - was))))
			return false;
	}
	return letters > 0 && n <= most &&
	    (kind == NB_KEY_LIBERAL || !nb_is_digit(nb_str_last(s)));
}

/* A colon of a writing hand: U+FF1A, U+2236, U+FE55.  Its length or 0. */
static uint32_t
full_colon(struct nb_str bytes, uint32_t at)
{
	const struct nb_str s = nb_str_from(bytes, at);

	if (bytes.p[at] != '\xEF' && bytes.p[at] != '\xE2')
		return 0;
	if (nb_str_starts(s, NB_S("：")) || nb_str_starts(s, NB_S("∶")) ||
	    nb_str_starts(s, NB_S("﹕")))
		return 3;
	return 0;
}

/* Times, ratios, addresses: 9:30, http://, C:\. */
static bool
is_inside_word(struct nb_str bytes, uint32_t at)
{
	const char next = bytes.p[at + 1];

	return next == '/' || next == '\\' || next == ':' ||
	    (g_ascii_isdigit(next) && at > 0 &&
		g_ascii_isdigit(bytes.p[at - 1]));
}

/* The first colon of each kind on the line, or end. */
struct colons {
	uint32_t good, tight, full;
};

static struct colons
find_colons(struct nb_str bytes, uint32_t begin, uint32_t end)
{
	const uint32_t stop = nb_comment_at(bytes, begin, end);
	struct colons c = { end, end, end };

	for (uint32_t i = begin; i < stop; i++) {
		const bool last = i + 1 == stop || is_blank(bytes.p[i + 1]);

		if (bytes.p[i] == ':' && last) {
			c.good = i;
			break;
		}
		if (bytes.p[i] == ':' && c.tight == end &&
		    !is_inside_word(bytes, i))
			c.tight = i;
		if (c.full == end && full_colon(bytes, i) > 0)
			c.full = i;
	}
	return c;
}

static struct nb_key
key_at(struct nb_str bytes, uint32_t begin, uint32_t at, uint32_t end,
    enum nb_key_kind kind)
{
	struct nb_key key = { .begin = begin, .at = at };
	const uint32_t full = at < end ? full_colon(bytes, at) : 0;
	const uint32_t behind = at + MAX(full, 1);

	key.end = nb_trim_end(bytes, begin, at);
	if (at >= end || (full == 0 && bytes.p[at] != ':'))
		return key;
	key.short_word =
	    is_short_word(nb_str_sub(bytes, begin, key.end - begin), kind);
	key.value = full > 0 ? nb_skip_wide(bytes, behind, end)
			     : nb_skip_blanks(bytes, behind, end);
	key.colon = full > 0                             ? NB_COLON_FULL
	    : behind == end || is_blank(bytes.p[behind]) ? NB_COLON_GOOD
							 : NB_COLON_TIGHT;
	return key;
}

struct nb_key
nb_key_read(
    struct nb_str bytes, uint32_t begin, uint32_t end, enum nb_key_kind kind)
{
	const struct nb_key none = { .begin = begin, .end = begin };
	struct colons c;
	struct nb_key key;

	if (begin == end || strchr("{[|>%@`#&*!?", bytes.p[begin]) != NULL)
		return none;
	if (bytes.p[begin] == '"' || bytes.p[begin] == '\'') {
		const uint32_t close = nb_quote_end(bytes, begin, end);

		if (close == 0)
			return none;
		return key_at(
		    bytes, begin, nb_skip_blanks(bytes, close, end), end, kind);
	}
	c = find_colons(bytes, begin, end);
	key = key_at(bytes, begin, c.full, end, kind);
	if (c.full < c.good && key.short_word)
		return key;
	if (c.good < end)
		return key_at(bytes, begin, c.good, end, kind);
	key = key_at(bytes, begin, c.tight, end, kind);
	return key.short_word ? key : none;
}
