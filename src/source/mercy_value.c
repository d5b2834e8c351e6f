/*
 * What stands behind a key or a dash: the first letter decides what YAML
 * takes it for, and here what the clerk meant.
 */
#include "source/mercy.h"

#include "base/arena.h"
#include "base/clip.h"
#include "source/codes.h"

#include <glib.h>
#include <string.h>

void
nb_mercy_quote(
    struct nb_mercy *m, enum nb_mend mend, uint32_t begin, uint32_t end)
{
	const char *p = m->text->bytes.p;

	nb_mercy_edit(m, mend, begin, begin, NB_S("'"));
	for (uint32_t i = begin; i < end; i++)
		if (p[i] == '\'')
			nb_mercy_edit(m, mend, i + 1, i + 1, NB_S("'"));
	nb_mercy_edit(m, mend, end, end, NB_S("'"));
}

struct nb_str
nb_mercy_quoted(struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str s = nb_mercy_sub(m, begin, end);
	char *p = nb_arena_alloc(m->arena, s.n * 2 + 2);
	size_t n = 0;

	p[n++] = '\'';
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			p[n++] = '\'';
		p[n++] = s.p[i];
	}
	p[n++] = '\'';
	return (struct nb_str){ p, n };
}

/* The end of the value on this line, in front of a comment. */
static uint32_t
value_end(const struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;

	return nb_trim_end(bytes, begin, nb_comment_at(bytes, begin, end));
}

/* Nothing but a comment in [at, end)? */
static bool
is_rest_empty(const struct nb_mercy *m, uint32_t at, uint32_t end)
{
	const uint32_t next = nb_skip_blanks(m->text->bytes, at, end);

	return next == end || (next > at && m->text->bytes.p[next] == '#');
}

/* Y08: text is meant, YAML takes its first letter for a mark. */
static void
take_mark(struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end,
    enum nb_mend mend)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t stop = value_end(m, begin, end);
	size_t next = begin;
	struct nb_diag *g;

	nb_utf8_next(bytes, &next);
	g = nb_mercy_report(m, mend, &nb_code_Y08, begin, stop,
	    "值以“" NB_FMT "”开头，YAML 会把它当成专用符号",
	    NB_ARG(nb_mercy_sub(m, begin, (uint32_t)next)));
	if (nb_str_starts(nb_mercy_sub(m, begin, stop), NB_S(">="))) {
		g->hint = NB_S("写“≥”或“不少于”");
		g->fix = nb_arena_printf(m->arena, "≥" NB_FMT,
		    NB_ARG(nb_mercy_sub(m, begin + 2, stop)));
	} else {
		g->fix = nb_mercy_quoted(m, begin, stop);
		g->hint = NB_S("整个值用单引号括起来");
	}
	nb_mercy_quote(m, mend, begin, stop);
	l->tail = NB_TAIL_DONE;
}

/* Y10: “ #话题#” would be lost; a comment has a blank behind its #. */
static void
check_hash(struct nb_mercy *m, uint32_t begin, uint32_t stop, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t hash = nb_comment_at(bytes, begin, end);
	struct nb_diag *g;

	if (hash != stop + 1 || hash + 1 >= end ||
	    strchr(" \t#!", bytes.p[hash + 1]) != NULL)
		return;
	g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y10, hash, end,
	    "“" NB_FMT "”前面有空格，会当作注释，不会印出",
	    NB_ARG(nb_clip(m->arena, nb_mercy_sub(m, hash, end))));
	g->hint = nb_arena_printf(m->arena,
	    "若是正文，写成 " NB_FMT "；若是注释，在 # 后面空一格",
	    NB_ARG(nb_mercy_quoted(m, begin, end)));
}

/* Y09: the first ": " inside [begin, stop), or stop. */
static uint32_t
find_inner_colon(const struct nb_mercy *m, uint32_t begin, uint32_t stop)
{
	const char *p = m->text->bytes.p;

	for (uint32_t i = begin; i < stop; i++)
		if (p[i] == ':' &&
		    (i + 1 == stop || p[i + 1] == ' ' || p[i + 1] == '\t'))
			return i;
	return stop;
}

/* What stands behind the last blank, or nothing when there is no blank. */
static struct nb_str
last_word(struct nb_str s)
{
	const char *blank = memrchr(s.p, ' ', s.n);

	return blank == NULL ? NB_S("")
			     : nb_str_from(s, (size_t)(blank + 1 - s.p));
}

static void
take_plain(struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t stop = value_end(m, begin, end);
	const uint32_t colon = find_inner_colon(m, begin, stop);
	struct nb_str word;
	struct nb_diag *g;

	l->tail = NB_TAIL_TEXT;
	check_hash(m, begin, stop, end);
	if (colon == stop)
		return;
	g = nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y09, colon,
	    nb_skip_blanks(bytes, colon + 1, stop),
	    "值里面有半角冒号，YAML 会把“" NB_FMT "”当成又一个键",
	    NB_ARG(nb_mercy_sub(m, begin, colon)));
	word = last_word(nb_mercy_sub(m, begin, colon));
	if (word.n > 0)
		g->hint = nb_arena_printf(m->arena,
		    "若“" NB_FMT "”是另一个键，请换一行写；"
		    "若是正文，冒号改用全角",
		    NB_ARG(word));
	else
		g->fix = NB_S("：");
	nb_mercy_quote(m, NB_MEND_BROKEN, begin, stop);
	l->tail = NB_TAIL_DONE;
}

/* “2023” and “甲: 乙”: quotes that were to protect the value. */
static bool
take_curly(struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const struct nb_str whole = nb_mercy_sub(m, begin, end);
	const uint32_t mark = (uint32_t)sizeof("“") - 1;
	struct nb_str inner, with = NB_S("");
	struct nb_diag *g;
	uint32_t stop;

	if (!nb_str_starts(whole, NB_S("“")))
		return false;
	inner = nb_str_from(whole, mark);
	inner.n = MIN(inner.n, nb_str_find(inner, NB_S("”"), 0));
	stop = begin + mark + (uint32_t)inner.n;
	if (stop == end || !is_rest_empty(m, stop + mark, end))
		return false;
	if (find_inner_colon(m, begin, stop) < stop ||
	    nb_comment_at(bytes, begin + mark, stop) < stop)
		with = memchr(inner.p, '"', inner.n) == NULL &&
			memchr(inner.p, '\\', inner.n) == NULL
		    ? NB_S("\"")
		    : NB_S("'");
	else if (strspn(inner.p, "0123456789-/.") < inner.n || inner.n == 0)
		return false;
	g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y05, begin, stop + mark,
	    "弯引号不能把值括起来，会照样当作文字");
	g->fix = nb_arena_printf(m->arena, NB_FMT NB_FMT NB_FMT, NB_ARG(with),
	    NB_ARG(inner), NB_ARG(with));
	g->hint = nb_arena_printf(m->arena, "写成 " NB_FMT, NB_ARG(g->fix));
	nb_mercy_edit(m, NB_MEND_SILENT, begin, begin + mark, with);
	nb_mercy_edit(m, NB_MEND_SILENT, stop, stop + mark, with);
	l->tail = NB_TAIL_DONE;
	return true;
}

/* "甲”: one quote from each keyboard.  The curly one at the end is mended. */
static bool
take_mixed_quotes(struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const char quote = m->text->bytes.p[begin];
	const struct nb_str curly = quote == '"' ? NB_S("”") : NB_S("’");
	const uint32_t stop = value_end(m, begin, end);
	const uint32_t at = stop - (uint32_t)curly.n;
	const struct nb_str with = quote == '"' ? NB_S("\"") : NB_S("'");
	struct nb_diag *g;

	if (!nb_str_ends(nb_mercy_sub(m, begin + 1, stop), curly))
		return false;
	g = nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y05, at, stop,
	    "值以直引号开头，却以弯引号结束");
	g->fix = with;
	nb_mercy_edit(m, NB_MEND_BROKEN, at, stop, with);
	return true;
}

/* Where a quoted value ends on the following lines; false: it does not. */
static bool
skip_quoted_lines(struct nb_mercy *m, const struct nb_level *l, char quote)
{
	struct nb_line line;

	for (uint32_t no = m->next; no <= m->text->n_lines; no++) {
		uint32_t close;

		line = nb_line_read(m->text, no, m->step);
		if (line.text < line.end && line.col <= l->entry)
			return false;
		close =
		    nb_quote_close(m->text->bytes, quote, line.text, line.end);
		if (close == 0)
			continue;
		if (!is_rest_empty(m, close, line.end))
			return false;
		m->next = no + 1;
		return true;
	}
	return false;
}

/* The value with its straight quotes as the marks of Chinese text. */
static struct nb_str
with_curly_quotes(struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str s = nb_mercy_sub(m, begin, end);
	g_autoptr(GString) out = g_string_sized_new(s.n + 8);
	bool open = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '"') {
			g_string_append_c(out, s.p[i]);
			continue;
		}
		g_string_append(out, open ? "”" : "“");
		open = !open;
	}
	return nb_arena_str(m->arena, (struct nb_str){ out->str, out->len });
}

static bool
has_curly_close(const struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str s = nb_mercy_sub(m, begin, end);

	return nb_str_has(s, NB_S("”")) || nb_str_has(s, NB_S("’"));
}

/* A quote that nothing answers is dropped. */
static void
take_lone_quote(
    struct nb_mercy *m, struct nb_diag *g, uint32_t begin, uint32_t stop)
{
	const uint32_t at = nb_skip_blanks(m->text->bytes, begin + 1, stop);
	const bool plain = find_inner_colon(m, at, stop) == stop;

	g->hint = NB_S("删去这个引号；要括住整个值，就在末尾也写一个");
	g->fix =
	    plain ? nb_mercy_sub(m, at, stop) : nb_mercy_quoted(m, at, stop);
	nb_mercy_edit(m, NB_MEND_BROKEN, begin, at, NB_S(""));
	nb_mercy_quote(m, NB_MEND_BROKEN, at, stop);
}

static void
take_quoted(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const char quote = m->text->bytes.p[begin];
	const uint32_t close = nb_quote_end(m->text->bytes, begin, end);
	const uint32_t stop = value_end(m, begin, end);
	struct nb_diag *g;

	l->tail = NB_TAIL_DONE;
	if (close != 0 && is_rest_empty(m, close, end))
		return;
	if (close == 0 &&
	    (take_mixed_quotes(m, begin, end) ||
		skip_quoted_lines(m, l, quote)))
		return;
	g = nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y21, begin, stop,
	    close != 0 ? "值以直引号开头，引号后面却还有文字"
		       : "直引号没有成对，后面的内容会被吞进去");
	if (close == 0 && !has_curly_close(m, begin, stop)) {
		take_lone_quote(m, g, begin, stop);
		return;
	}
	g->fix = quote == '"' ? with_curly_quotes(m, begin, stop)
			      : nb_mercy_quoted(m, begin, stop);
	nb_mercy_quote(m, NB_MEND_BROKEN, begin, stop);
}

/* Y22: the text behind the bar moves to a line of its own. */
static void
take_bar_text(
    struct nb_mercy *m, struct nb_level *l, uint32_t bar, uint32_t end)
{
	const uint32_t at = nb_skip_blanks(m->text->bytes, bar + 1, end);
	const uint32_t to = nb_mercy_block(m, l, 0);
	const struct nb_str spaces = nb_mercy_spaces(m, to);

	nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y22, at, end,
	    "“|”后面同一行还有文字“" NB_FMT "”",
	    NB_ARG(nb_clip(m->arena, nb_mercy_sub(m, at, end))));
	nb_mercy_edit(m, NB_MEND_BROKEN, bar + 1, at,
	    nb_arena_printf(m->arena, "\n" NB_FMT, NB_ARG(spaces)));
}

/* Behind | or >: its indentation digit, or 9 + 1 when it is no header. */
enum { NO_HEADER = 10 };

static uint32_t
read_header(const struct nb_mercy *m, uint32_t at, uint32_t end)
{
	const char *p = m->text->bytes.p;
	uint32_t digit = 0;

	for (; at < end && strchr("+-123456789", p[at]) != NULL; at++)
		if (p[at] != '+' && p[at] != '-') {
			if (digit != 0)
				return NO_HEADER;
			digit = (uint32_t)(p[at] - '0');
		}
	return is_rest_empty(m, at, end) ? digit : NO_HEADER;
}

static void
take_fold(struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end,
    uint32_t digit)
{
	struct nb_line next;
	struct nb_diag *g;

	if (digit == NO_HEADER ||
	    (digit > 0 && !(nb_mercy_peek(m, &next) && next.col > l->entry))) {
		take_mark(m, l, begin, end, NB_MEND_BROKEN);
		return;
	}
	g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y07, begin, begin + 1,
	    "“>”会把换行变成空格，已当作“|”");
	g->fix = NB_S("|");
	nb_mercy_edit(m, NB_MEND_SILENT, begin, begin + 1, g->fix);
	nb_mercy_block(m, l, digit);
}

/* ｜ and ＞ alone behind a key. */
static bool
take_full_bar(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const struct nb_str s =
	    nb_mercy_sub(m, begin, value_end(m, begin, end));
	const uint32_t stop = begin + (uint32_t)s.n;
	struct nb_diag *g;

	if (!nb_str_eq(s, NB_S("｜")) && !nb_str_eq(s, NB_S("＞")) &&
	    !nb_str_eq(s, NB_S("丨")))
		return false;
	g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y06, begin, stop,
	    "键后面的竖线写成了“" NB_FMT "”", NB_ARG(s));
	g->fix = NB_S("|");
	nb_mercy_edit(m, NB_MEND_SILENT, begin, stop, g->fix);
	nb_mercy_block(m, l, 0);
	return true;
}

/* Behind *, & or !: a letter makes it an anchor or a tag, reported later. */
static bool
is_property(const struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const char *p = m->text->bytes.p;

	return begin + 1 < end &&
	    (g_ascii_isalnum(p[begin + 1]) ||
		(p[begin] == '!' && p[begin + 1] == '!'));
}

void
nb_mercy_value(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const char *p = m->text->bytes.p;
	uint32_t digit;

	if (begin == end || p[begin] == '#')
		return;
	switch (p[begin]) {
	case '|':
		digit = read_header(m, begin + 1, end);
		if (digit == NO_HEADER)
			take_bar_text(m, l, begin, end);
		else
			nb_mercy_block(m, l, digit);
		return;
	case '>':
		digit = read_header(m, begin + 1, end);
		take_fold(m, l, begin, end, digit);
		return;
	case '"':
	case '\'':
		take_quoted(m, l, begin, end);
		return;
	case '[':
	case '{':
		nb_mercy_flow(m, l, begin, end);
		return;
	case '*':
	case '&':
	case '!':
		l->tail = NB_TAIL_OPEN;
		if (!is_property(m, begin, end))
			take_mark(m, l, begin, end, NB_MEND_BROKEN);
		return;
	case '%':
	case '@':
	case '`':
	case ',':
	case ']':
	case '}':
		take_mark(m, l, begin, end, NB_MEND_BROKEN);
		return;
	case '-':
	case '?':
	case ':':
		if (begin + 1 < end && p[begin + 1] != ' ')
			break;
		take_mark(m, l, begin, end, NB_MEND_BROKEN);
		return;
	default:
		break;
	}
	if (!take_curly(m, l, begin, end) && !take_full_bar(m, l, begin, end))
		take_plain(m, l, begin, end);
}
