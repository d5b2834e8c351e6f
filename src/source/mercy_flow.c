/*
 * A value that begins with [ or {: a list, a map, or a text that begins with
 * the name of a figure.
 */
#include "source/mercy.h"

#include "base/arena.h"
#include "source/codes.h"

#include <glib.h>
#include <string.h>

/* Where a flow collection is being read. */
struct flow {
	char open[NB_LEVEL_MAX]; /* its brackets */
	uint32_t depth;
	bool word;  /* inside a plain word */
	char quote; /* inside quotes, or 0 */
};

/*
 * Reads on in [at, end).  Behind the closing bracket, or end when the
 * collection is still open, or 0 when it cannot be one.
 */
static uint32_t
read_flow(struct flow *f, struct nb_str bytes, uint32_t at, uint32_t end)
{
	while (at < end) {
		const char c = bytes.p[at];

		if (f->quote != 0) {
			at = nb_quote_close(bytes, f->quote, at, end);
			if (at == 0)
				return end;
			f->quote = 0;
			continue;
		}
		if (c == '#' && (at == 0 || strchr(" \t\n", bytes.p[at - 1])))
			return end;
		if ((c == '"' || c == '\'') && !f->word) {
			f->quote = c;
			at++;
			continue;
		}
		if (c == '[' || c == '{') {
			if (f->depth == NB_LEVEL_MAX)
				return 0;
			f->open[f->depth++] = c;
		}
		if (c == ']' || c == '}') {
			if (f->open[--f->depth] != (c == ']' ? '[' : '{'))
				return 0;
			if (f->depth == 0)
				return at + 1;
		}
		f->word = strchr("[]{},: \t", c) == NULL ||
		    (f->word && strchr(" \t", c) != NULL);
		at++;
	}
	return end;
}

/* Over the following lines to the end of the collection. */
static bool
skip_lines(struct nb_mercy *m, const struct nb_level *l, struct flow *f)
{
	for (uint32_t no = m->next; no <= m->text->n_lines; no++) {
		const struct nb_line line = nb_line_read(m->text, no, m->step);
		const char first =
		    line.text < line.end ? m->text->bytes.p[line.text] : ']';
		uint32_t stop;

		if (line.col <= l->entry && first != ']' && first != '}')
			return false;
		f->word = false;
		stop = read_flow(f, m->text->bytes, line.text, line.end);
		if (stop == 0)
			return false;
		if (f->depth > 0)
			continue;
		m->next = no + 1;
		return true;
	}
	return false;
}

/* Text was meant: {指标}占…… */
static void
take_text(struct nb_mercy *m, struct nb_level *l, enum nb_mend mend,
    uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t stop =
	    nb_trim_end(bytes, begin, nb_comment_at(bytes, begin, end));
	struct nb_diag *g = nb_mercy_report(m, mend, &nb_code_Y08, begin, stop,
	    "值以“%c”开头，YAML 会把它当成%s", bytes.p[begin],
	    bytes.p[begin] == '{' ? "一组键" : "列表");

	g->fix = nb_mercy_quoted(m, begin, stop);
	g->hint = NB_S("整个值用单引号括起来，或者写在“|”下面");
	nb_mercy_quote(m, mend, begin, stop);
	l->tail = NB_TAIL_DONE;
}

/* {行政复议申请}: one word in braces is the name of a figure. */
static bool
is_figure(struct nb_str s)
{
	const struct nb_str inner = nb_str_trim(nb_str_sub(s, 1, s.n - 2));

	if (s.n < 3 || s.p[0] != '{' || inner.n == 0)
		return false;
	return !nb_str_has(inner, NB_S(":")) &&
	    !nb_str_has(inner, NB_S("：")) && !nb_str_has(inner, NB_S(",")) &&
	    !nb_str_has(inner, NB_S("{")) && !nb_str_has(inner, NB_S("["));
}

static void
mend_mark(struct nb_mercy *m, const struct nb_code *code, uint32_t begin,
    uint32_t end, struct nb_str with, const char *what)
{
	const struct nb_str was = nb_mercy_sub(m, begin, end);
	struct nb_diag *g;

	g = nb_mercy_report(m, NB_MEND_SILENT, code, begin, end,
	    "%s“" NB_FMT "”", what, NB_ARG(was));
	g->fix = with;
	nb_mercy_edit(m, NB_MEND_SILENT, begin, end, with);
}

/* The end of an entry of a flow collection: , or ， or a bracket. */
static uint32_t
entry_end(struct nb_str bytes, uint32_t at, uint32_t end, bool wide)
{
	for (; at < end; at++)
		if (strchr(",[]{}", bytes.p[at]) != NULL ||
		    (wide &&
			nb_str_starts(
			    nb_str_sub(bytes, at, end - at), NB_S("，"))))
			return at;
	return end;
}

/* 值：6次 or 值:6次 at the beginning of an entry of a map. */
static void
mend_entry_colon(struct nb_mercy *m, uint32_t at, uint32_t stop)
{
	const struct nb_key key =
	    nb_key_read(m->text->bytes, at, stop, NB_KEY_STRICT);

	if (key.colon == NB_COLON_FULL)
		mend_mark(m, &nb_code_Y06, key.at, key.value, NB_S(": "),
		    "花括号里的冒号写成了全角");
	if (key.colon == NB_COLON_TIGHT)
		mend_mark(m, &nb_code_Y03, key.at, key.value, NB_S(": "),
		    "花括号里的冒号后面缺一个空格");
}

/* Is ， here between entries, rather than inside a text? */
static bool
is_wide_comma(const struct nb_mercy *m, char open, uint32_t at, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const uint32_t next = at + (uint32_t)sizeof("，") - 1;
	const uint32_t stop = entry_end(bytes, next, end, true);
	const size_t most = 12; /* [char] of a name in a list */

	if (open == '{')
		return nb_key_read(bytes, next, stop, NB_KEY_STRICT).colon !=
		    NB_COLON_NONE;
	return stop > next && nb_str_chars(nb_mercy_sub(m, next, stop)) <= most;
}

/* [甲，乙], {值：6次，上年：5次}: marks from the wrong keyboard. */
static void
mend_marks(struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	char open[NB_LEVEL_MAX];
	uint32_t depth = 0;

	for (uint32_t at = begin; at < end;) {
		const char c = bytes.p[at];
		bool entry = c == ',';

		if ((c == '[' || c == '{') && depth < NB_LEVEL_MAX) {
			open[depth++] = c;
			entry = true;
		} else if ((c == ']' || c == '}') && depth > 0) {
			depth--;
		} else if ((c == '"' || c == '\'') &&
		    nb_quote_end(bytes, at, end) != 0) {
			at = nb_quote_end(bytes, at, end);
			continue;
		} else if (depth > 0 &&
		    nb_str_starts(nb_str_from(bytes, at), NB_S("，")) &&
		    is_wide_comma(m, open[depth - 1], at, end)) {
			mend_mark(m, &nb_code_Y06, at, at + 3, NB_S(", "),
			    "括号里的逗号写成了全角");
			at += 2;
			entry = true;
		}
		at++;
		if (!entry || depth == 0 || open[depth - 1] != '{')
			continue;
		at = nb_skip_blanks(bytes, at, end);
		mend_entry_colon(m, at, entry_end(bytes, at, end, true));
	}
}

/* [甲, 乙］: the closing bracket is from the wrong keyboard. */
static bool
mend_close(struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const bool list = bytes.p[begin] == '[';
	const struct nb_str close[] = { list ? NB_S("］") : NB_S("｝"),
		list ? NB_S("】") : NB_S("〕") };
	const uint32_t stop =
	    nb_trim_end(bytes, begin, nb_comment_at(bytes, begin, end));

	for (size_t i = 0; i < NB_COUNT(close); i++) {
		if (!nb_str_ends(nb_mercy_sub(m, begin, stop), close[i]))
			continue;
		mend_mark(m, &nb_code_Y06, stop - 3, stop,
		    list ? NB_S("]") : NB_S("}"), "结束的括号写成了全角");
		mend_marks(m, begin, stop - 3);
		return true;
	}
	return false;
}

void
nb_mercy_flow(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	struct flow f = { .depth = 0 };
	const uint32_t close = read_flow(&f, bytes, begin, end);
	uint32_t rest;

	l->tail = NB_TAIL_DONE;
	if (close == 0 || f.depth > 0) {
		if (mend_close(m, begin, end) || close == 0)
			return;
		mend_marks(m, begin, end);
		skip_lines(m, l, &f);
		return;
	}
	rest = nb_skip_blanks(bytes, close, end);
	if (rest < end && bytes.p[rest] != ':' && bytes.p[rest] != '#') {
		take_text(m, l, NB_MEND_BROKEN, begin, end);
		return;
	}
	if (is_figure(nb_mercy_sub(m, begin, close))) {
		take_text(m, l, NB_MEND_SILENT, begin, end);
		return;
	}
	mend_marks(m, begin, close);
}
