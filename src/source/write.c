/*
 * source/write.c - YAML out of strings.
 *
 * What needs quotes is decided by what YAML and mercy*.c make of a plain
 * value; when in doubt it is quoted.  Lists stand at the column of their key.
 */
#include "source/write.h"

#include "base/beside.h"

#include <glib.h>
#include <string.h>

enum {
	STEP = 2,         /* columns of a level */
	SHORT_CELLS = 40, /* a sentence beside its key */
	LINE_CELLS = 76,  /* a list on one line */
	KEY_CHARS = 20,   /* a key that mercy takes for one */
};

/* Where a value is going to stand. */
enum place {
	BESIDE_KEY,
	AFTER_DASH, /* where mercy looks for a key */
	IN_FLOW,
};

/* It cannot stand in a file as it is: controls, line ends, marks of order. */
static bool
is_hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
	    c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

static bool
has_hidden(struct nb_str s)
{
	for (size_t at = 0; at < s.n;)
		if (is_hidden(nb_utf8_next(s, &at)))
			return true;
	return false;
}

static bool
has_any(struct nb_str s, const char *bytes)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\0' && strchr(bytes, s.p[i]) != NULL)
			return true;
	return false;
}

/* “2024”: mercy takes the quotes for YAML's. */
static bool
is_in_curly_quotes(struct nb_str s)
{
	return nb_str_starts(s, NB_S("“")) &&
	    nb_str_find(s, NB_S("”"), 0) == s.n - (sizeof("”") - 1);
}

/* ｜ alone: mercy takes it for a bar. */
static bool
is_wide_bar(struct nb_str s)
{
	return nb_str_eq(s, NB_S("｜")) || nb_str_eq(s, NB_S("＞")) ||
	    nb_str_eq(s, NB_S("丨"));
}

/* Marks that mean something to YAML or mercy in such a place. */
static bool
has_mark(struct nb_str s, enum place place)
{
	const uint32_t first = nb_str_first(s);

	switch (place) {
	case BESIDE_KEY:
		return false;
	case AFTER_DASH:
		return has_any(s, ": ") || nb_str_has(s, NB_S("：")) ||
		    !(nb_is_han(first) || nb_is_digit(first) ||
			nb_is_latin(first) || nb_mark_in(U"（《“〔", first));
	case IN_FLOW:
		return has_any(s, ",[]{}:#\"'") || nb_str_has(s, NB_S("，")) ||
		    nb_str_has(s, NB_S("："));
	}
	NB_UNREACHABLE();
}

/* A word that YAML has a meaning of its own for. */
static bool
is_null(struct nb_str s)
{
	return nb_str_eq(s, NB_S("~")) || nb_str_eq(s, NB_S("null")) ||
	    nb_str_eq(s, NB_S("Null")) || nb_str_eq(s, NB_S("NULL"));
}

static bool
needs_quotes(struct nb_str s, enum place place)
{
	if (s.n == 0 || nb_is_blank(nb_str_first(s)) ||
	    nb_is_blank(nb_str_last(s)))
		return true;
	return has_any(nb_str_sub(s, 0, 1), "-?:,[]{}#&*!|>'\"%@`=") ||
	    nb_str_has(s, NB_S(": ")) || nb_str_has(s, NB_S(" #")) ||
	    s.p[s.n - 1] == ':' || is_null(s) || is_in_curly_quotes(s) ||
	    is_wide_bar(s) || has_mark(s, place);
}

static void
put_str(struct nb_writer *w, struct nb_str s)
{
	g_string_append_len(w->out, s.p, (gssize)s.n);
}

/* "…" with what is hidden as an escape. */
static void
put_escaped(struct nb_writer *w, struct nb_str s)
{
	g_string_append_c(w->out, '"');
	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (c == '\n')
			g_string_append(w->out, "\\n");
		else if (is_hidden(c))
			g_string_append_printf(w->out, "\\u%04X", c);
		else if (c == '"' || c == '\\')
			g_string_append_printf(w->out, "\\%c", (int)c);
		else
			put_str(w, nb_str_sub(s, begin, at - begin));
	}
	g_string_append_c(w->out, '"');
}

static void
put_quoted(struct nb_writer *w, struct nb_str s)
{
	g_string_append_c(w->out, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			g_string_append_c(w->out, '\'');
		g_string_append_c(w->out, s.p[i]);
	}
	g_string_append_c(w->out, '\'');
}

static void
put_value(struct nb_writer *w, struct nb_str s, enum place place)
{
	if (has_hidden(s))
		put_escaped(w, s);
	else if (needs_quotes(s, place))
		put_quoted(w, s);
	else
		put_str(w, s);
}

void
nb_write_value(GString *out, struct nb_str s)
{
	struct nb_writer w = { .out = out };

	put_value(&w, s, IN_FLOW);
}

static void
put_spaces(struct nb_writer *w, unsigned levels)
{
	for (unsigned i = 0; i < levels * STEP; i++)
		g_string_append_c(w->out, ' ');
}

/* The blanks before a line, and the dash that waits. */
static void
begin_line(struct nb_writer *w)
{
	nb_assert(!w->item || w->depth > 0);
	put_spaces(w, w->item ? w->depth - 1 : w->depth);
	if (w->item)
		g_string_append(w->out, "- ");
	w->item = false;
}

static void
put_key(struct nb_writer *w, struct nb_str key)
{
	if (nb_str_chars(key) > KEY_CHARS && !has_hidden(key))
		put_quoted(w, key);
	else
		put_value(
		    w, key, has_mark(key, IN_FLOW) ? IN_FLOW : AFTER_DASH);
	g_string_append_c(w->out, ':');
}

void
nb_write_text(struct nb_writer *w, struct nb_str key, struct nb_str value)
{
	const bool bare = key.n == 0;

	nb_assert(!bare || w->item);
	begin_line(w);
	if (!bare)
		put_key(w, key);
	if (!bare && value.n > 0)
		g_string_append_c(w->out, ' ');
	if (bare || value.n > 0)
		put_value(w, value, bare ? AFTER_DASH : BESIDE_KEY);
	g_string_append_c(w->out, '\n');
}

#define OPENING U"（《“‘〈〔【"
#define CLOSING U"）》”’〉〕】"

/* Do the brackets of the paragraph answer each other, by their number? */
static bool
is_balanced(struct nb_str s)
{
	int depth = 0;

	for (size_t at = 0; at < s.n && depth >= 0;) {
		const uint32_t c = nb_utf8_next(s, &at);

		depth += nb_mark_in(OPENING, c) - nb_mark_in(CLOSING, c);
	}
	return depth == 0;
}

/*
 * Where the sentence that begins at `at` ends: behind 。！？ outside of
 * brackets and quotes, where a line end is no space.
 */
static size_t
sentence_end(struct nb_str s, size_t at, bool balanced)
{
	int depth = 0;
	bool stop = false;

	while (at < s.n) {
		size_t next = at;
		const uint32_t c = nb_utf8_next(s, &next);
		const bool ends = nb_mark_in(U"。！？", c);
		const bool closes = nb_mark_in(CLOSING, c);

		if (stop && !closes && !ends && !nb_is_blank(c))
			return at;
		if (balanced)
			depth += nb_mark_in(OPENING, c) - closes;
		stop = depth == 0 && (ends || (stop && closes));
		at = next;
	}
	return s.n;
}

/* The next paragraph of s from *at on: up to an LF, without outer blanks. */
static bool
next_para(struct nb_str s, size_t *at, struct nb_str *ret)
{
	const size_t begin = *at;
	size_t end;

	if (begin >= s.n)
		return false;
	end = MIN(nb_str_find(s, NB_S("\n"), begin), s.n);
	*at = end + 1;
	*ret = nb_str_trim(nb_str_sub(s, begin, end - begin));
	return true;
}

static void
put_sentences(struct nb_writer *w, struct nb_str para)
{
	const bool balanced = is_balanced(para);

	for (size_t at = 0, end; at < para.n; at = end) {
		end = sentence_end(para, at, balanced);
		put_spaces(w, w->depth);
		put_str(w, nb_str_sub(para, at, end - at));
		g_string_append_c(w->out, '\n');
	}
}

/* All paragraphs as one string, an empty line between two. */
static struct nb_str
join_paras(GString *to, const struct nb_str *para, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		struct nb_str p;

		for (size_t at = 0; next_para(para[i], &at, &p);) {
			if (p.n == 0)
				continue;
			if (to->len > 0)
				g_string_append(to, "\n\n");
			g_string_append_len(to, p.p, (gssize)p.n);
		}
	}
	return (struct nb_str){ to->str, to->len };
}

static bool
has_hidden_but_lf(struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (c != '\n' && is_hidden(c))
			return true;
	}
	return false;
}

static bool
is_short(struct nb_str text)
{
	return !nb_str_has(text, NB_S("\n")) &&
	    nb_str_cells(text) <= SHORT_CELLS &&
	    sentence_end(text, 0, is_balanced(text)) == text.n &&
	    !needs_quotes(text, BESIDE_KEY);
}

void
nb_write_paras(struct nb_writer *w, struct nb_str key,
    const struct nb_str *para, uint32_t n)
{
	g_autoptr(GString) joined = g_string_new(NULL);
	const struct nb_str text = join_paras(joined, para, n);
	struct nb_str p;

	if (text.n == 0 || has_hidden_but_lf(text) || is_short(text)) {
		nb_write_text(w, key, text);
		return;
	}
	begin_line(w);
	put_key(w, key);
	g_string_append(w->out, " |\n");
	w->depth++;
	for (size_t at = 0; next_para(text, &at, &p);) {
		if (p.n > 0)
			put_sentences(w, p);
		else
			g_string_append_c(w->out, '\n');
	}
	w->depth--;
}

static void
put_flow(struct nb_writer *w, const struct nb_str *name, uint32_t n)
{
	g_string_append_c(w->out, '[');
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			g_string_append(w->out, ", ");
		put_value(w, name[i], IN_FLOW);
	}
	g_string_append_c(w->out, ']');
}

/* Whether the names read well between commas. */
static bool
fits_a_line(const struct nb_writer *w, struct nb_str key,
    const struct nb_str *name, uint32_t n)
{
	size_t cells = (size_t)w->depth * STEP + nb_str_cells(key) + 4;

	for (uint32_t i = 0; i < n; i++) {
		if (has_hidden(name[i]) || needs_quotes(name[i], IN_FLOW))
			return false;
		cells += nb_str_cells(name[i]) + 2;
	}
	return cells <= LINE_CELLS;
}

void
nb_write_names(struct nb_writer *w, struct nb_str key,
    const struct nb_str *name, uint32_t n)
{
	if (n <= 1) {
		nb_write_text(w, key, n == 0 ? NB_S("") : name[0]);
		return;
	}
	if (!fits_a_line(w, key, name, n)) {
		nb_write_open(w, key);
		for (uint32_t i = 0; i < n; i++) {
			nb_write_item(w);
			nb_write_text(w, NB_S(""), name[i]);
		}
		nb_write_close(w);
		return;
	}
	begin_line(w);
	put_key(w, key);
	g_string_append_c(w->out, ' ');
	put_flow(w, name, n);
	g_string_append_c(w->out, '\n');
}

void
nb_write_open(struct nb_writer *w, struct nb_str key)
{
	begin_line(w);
	put_key(w, key);
	g_string_append_c(w->out, '\n');
	w->depth++;
}

void
nb_write_close(struct nb_writer *w)
{
	nb_assert(w->depth > 0 && !w->item);
	w->depth--;
}

void
nb_write_item(struct nb_writer *w)
{
	nb_assert(w->depth > 0 && !w->item);
	w->item = true;
}

static void
put_cell(struct nb_writer *w, const struct nb_write_cell *cell)
{
	if (cell->n == 0) {
		put_value(w, cell->text, IN_FLOW);
		return;
	}
	g_string_append_c(w->out, '{');
	for (uint32_t i = 0; i < cell->n; i++) {
		if (i > 0)
			g_string_append(w->out, ", ");
		put_key(w, cell->pair[i].key);
		g_string_append_c(w->out, ' ');
		put_value(w, cell->pair[i].value, IN_FLOW);
	}
	g_string_append_c(w->out, '}');
}

void
nb_write_row(struct nb_writer *w, const struct nb_write_cell *cell, uint32_t n)
{
	nb_write_item(w);
	begin_line(w);
	g_string_append_c(w->out, '[');
	for (uint32_t i = 0; i < n; i++) {
		if (i > 0)
			g_string_append(w->out, ", ");
		put_cell(w, &cell[i]);
	}
	g_string_append(w->out, "]\n");
}

void
nb_write_comment(struct nb_writer *w, struct nb_str text)
{
	const unsigned levels = w->item ? w->depth - 1 : w->depth;

	for (size_t at = 0, end; at <= text.n; at = end + 1) {
		end = MIN(nb_str_find(text, NB_S("\n"), at), text.n);
		put_spaces(w, levels);
		g_string_append_c(w->out, '#');
		if (end > at)
			g_string_append_c(w->out, ' ');
		for (size_t i = at; i < end;) {
			const size_t begin = i;
			const bool hidden = is_hidden(nb_utf8_next(text, &i));

			put_str(w,
			    hidden ? NB_S(" ")
				   : nb_str_sub(text, begin, i - begin));
		}
		g_string_append_c(w->out, '\n');
	}
}

void
nb_write_gap(struct nb_writer *w)
{
	const struct nb_str out = { w->out->str, w->out->len };

	if (out.n > 0 && !nb_str_ends(out, NB_S("\n\n")))
		g_string_append_c(w->out, '\n');
}
