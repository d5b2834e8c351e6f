/*
 * The text under a |.  Its words are never looked at, only where its lines
 * begin: a line that stands too far left would end the text for YAML.
 */
#include "source/mercy.h"

#include "base/arena.h"
#include "source/codes.h"

#include <glib.h>

/* The lines of one block; columns as typed. */
struct block {
	uint32_t end;     /* number of the line behind it */
	uint32_t col;     /* of the text */
	uint32_t to;      /* in the mended copy */
	uint32_t outside; /* column of the key: the text stands deeper */
};

static bool
is_blank(const struct nb_line *l)
{
	return l->text == l->end;
}

/* How deep a line stands; full-width blanks behind spaces are its text. */
static uint32_t
depth(const struct nb_line *l, uint32_t outside)
{
	return l->spaces > outside ? l->spaces : l->col;
}

/* A sentence that was pasted without indentation, and no key or comment. */
static bool
is_prose(const struct nb_mercy *m, const struct nb_line *l)
{
	const struct nb_str s = nb_mercy_sub(m, l->text, l->end);
	const uint32_t first = nb_str_first(s);
	const struct nb_key key =
	    nb_key_read(m->text->bytes, l->text, l->end, NB_KEY_LIBERAL);

	if ((key.colon != NB_COLON_NONE && key.short_word) ||
	    nb_bad_dash_end(m, l) != 0)
		return false;
	return nb_is_han(first) || (nb_is_cjk(first) && first != 0x2014) ||
	    (nb_is_digit(first) && nb_str_han(s) > 0);
}

/* A key, with its dash or without, a little too far right under a text. */
static bool
is_shifted_key(const struct nb_mercy *m, const struct nb_line *l)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t at = nb_is_dash(bytes, l->text, l->end)
	    ? nb_skip_blanks(bytes, l->text + 1, l->end)
	    : l->text;
	const struct nb_key key = nb_key_read(bytes, at, l->end, NB_KEY_STRICT);

	return key.colon == NB_COLON_GOOD && key.short_word;
}

/*
 * Where the block ends and how deep its text stands: as the first line does,
 * unless most lines stand further left.
 */
static struct block
measure(const struct nb_mercy *m, uint32_t outside)
{
	struct block b = { .outside = outside };
	uint32_t first = UINT32_MAX, least = UINT32_MAX;
	uint32_t n_first = 0, n_least = 0;

	for (b.end = m->next; b.end <= m->text->n_lines; b.end++) {
		const struct nb_line l = nb_line_read(m->text, b.end, m->step);
		const uint32_t col = depth(&l, outside);

		if (is_blank(&l) || (col <= outside && is_prose(m, &l)))
			continue;
		if (col <= outside ||
		    (first != UINT32_MAX && col < first &&
			is_shifted_key(m, &l)))
			break;
		if (first == UINT32_MAX)
			first = col;
		if (col < least)
			n_least = 0;
		least = MIN(least, col);
		n_first += col == first;
		n_least += col == least;
	}
	b.col = first == UINT32_MAX ? outside + m->step
	    : n_least > n_first     ? least
				    : first;
	return b;
}

static void
report(struct nb_mercy *m, const struct nb_line *l, const struct block *b,
    struct nb_str spaces)
{
	const struct nb_code *code = &nb_code_Y12;
	const char *what = "这一行像是正文，缩进却不够";
	struct nb_diag *g;

	if (l->spaces > b->col) {
		what = "正文的第一行比下面几行多缩进了";
	} else if (l->indent == NB_INDENT_TAB) {
		code = &nb_code_Y02;
		what = "正文这一行用制表符（Tab）缩进";
	} else if (l->indent == NB_INDENT_WIDE) {
		code = &nb_code_Y11;
		what = "正文这一行用全角空格或不间断空格缩进";
	}
	g = nb_mercy_report(
	    m, NB_MEND_BROKEN, code, l->begin, l->text, "%s", what);
	g->hint = nb_arena_printf(
	    m->arena, "正文每一行前面都应当有 %u 个半角空格", b->to);
	g->fix = spaces;
}

/* `first`: no line of text was before this one. */
static void
mend_line(struct nb_mercy *m, const struct nb_line *l, const struct block *b,
    bool first)
{
	const bool too_deep = first && l->spaces > b->col;
	struct nb_str spaces;

	if (l->spaces >= b->col && !too_deep && !is_blank(l)) {
		if (b->to > b->col)
			nb_mercy_edit_along(m, NB_MEND_BROKEN, l->begin,
			    l->begin, nb_mercy_spaces(m, b->to - b->col));
		return;
	}
	spaces = is_blank(l) ? NB_S("") : nb_mercy_spaces(m, b->to);
	nb_mercy_edit(m, NB_MEND_BROKEN, l->begin, l->text, spaces);
	if (!is_blank(l))
		report(m, l, b, spaces);
}

uint32_t
nb_mercy_block(struct nb_mercy *m, struct nb_level *l, uint32_t digit)
{
	struct block b = measure(m, l->entry);
	bool first = digit == 0;

	b.to = b.col > l->to ? b.col : l->to + m->step;
	if (digit > 0) {
		b.col = l->entry + digit;
		b.to = l->to + digit;
	}
	for (; m->next < b.end; m->next++) {
		const struct nb_line line =
		    nb_line_read(m->text, m->next, m->step);

		if (is_blank(&line) && line.indent == NB_INDENT_SPACES &&
		    !(first && line.col > b.to))
			continue; /* a deep empty line in front misleads YAML */
		mend_line(m, &line, &b, first);
		first &= is_blank(&line);
	}
	l->tail = NB_TAIL_DONE;
	return b.to;
}
