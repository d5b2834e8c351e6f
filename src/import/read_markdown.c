/*
 * import/read_markdown.c - a text in Markdown: its headings have levels; the
 * marks are no words of it and go to the log.
 */
#include "import/raw.h"

#include "base/arena.h"
#include "import/lines.h"
#include "import/log.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

enum {
	LOOK = 64 * 1024, /* where headings tell what it is [byte] */
	HEADINGS_LEAST = 2,
	LEVELS = 6,
};

/* Marks that open and close a piece of a line. */
static const char *const around[] = { "**", "__", "`" };

struct reading {
	struct nb_arena *a;
	struct nb_import_log *log;
	struct nb_str line; /* as it was read */
	uint32_t row;
	unsigned top; /* level of the title: no chapter */
};

/* “##”: so many, and a blank behind them; else 0. */
static unsigned
level_of(struct nb_str s)
{
	unsigned n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	return n <= LEVELS && n < s.n && nb_is_blank((unsigned char)s.p[n]) ? n
									    : 0;
}

/* Headings in bytes of any encoding: the NULs of UTF-16 are passed over. */
static unsigned
count_headings(struct nb_str bytes)
{
	g_autoptr(GString) look = g_string_new("\n");
	unsigned n = 0;

	for (size_t i = 0; i < MIN(bytes.n, LOOK); i++)
		if (bytes.p[i] != '\0')
			g_string_append_c(look, bytes.p[i]);
	for (gsize i = 1; i < look->len; i++)
		n += strchr("\r\n", look->str[i - 1]) != NULL &&
		    level_of((struct nb_str){ look->str + i, look->len - i }) >
			0;
	return n;
}

static bool
knows(struct nb_str name, struct nb_str bytes)
{
	return nb_str_ends(name, NB_S(".md")) ||
	    nb_str_ends(name, NB_S(".markdown")) ||
	    count_headings(bytes) >= HEADINGS_LEAST;
}

/* A mark of the line goes to the log. */
static void
leave_out(const struct reading *r, struct nb_str mark)
{
	const size_t at = (size_t)(mark.p - r->line.p);

	nb_log_add(r->log,
	    (struct nb_log_entry){
		.what = NB_LOG_LEFT_OUT,
		.row = r->row,
		.at = (uint32_t)nb_str_chars(nb_str_sub(r->line, 0, at)),
		.was = mark,
		.rule = "markdown",
		.why = "Markdown 的记号",
	    });
}

static bool
has_only(struct nb_str s, const char *marks)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr(marks, s.p[i]) == NULL)
			return false;
	return true;
}

/* A rule, a fence of code, or what stands below the head of a table. */
static bool
is_rule(struct nb_str s)
{
	const bool bars = nb_str_count(s, NB_S("|")) > 0;

	return (bars && nb_str_count(s, NB_S("-")) > 0 &&
		   has_only(s, "|:- ")) ||
	    (!bars && nb_str_chars(s) >= 3 &&
		(has_only(s, "- ") || has_only(s, "* ") || has_only(s, "_ ") ||
		    nb_str_starts(s, NB_S("```"))));
}

/* Takes “>”, “##” or “-” from the beginning; *level is that of a heading. */
static struct nb_str
without_begin(const struct reading *r, struct nb_str s, unsigned *level)
{
	while (s.n > 0 && s.p[0] == '>') {
		leave_out(r, nb_str_sub(s, 0, 1));
		s = nb_str_trim(nb_str_from(s, 1));
	}
	*level = level_of(s);
	if (*level > 0) {
		leave_out(r, nb_str_sub(s, 0, *level));
		return nb_str_trim(nb_str_from(s, *level));
	}
	if (s.n > 1 && strchr("-*+", s.p[0]) != NULL && s.p[1] == ' ') {
		leave_out(r, nb_str_sub(s, 0, 1));
		return nb_str_trim(nb_str_from(s, 1));
	}
	return s;
}

/* Which of the marks stands at `at`, opening or closing; NULL: none. */
static const char *
mark_at(struct nb_str s, size_t at, bool *open)
{
	for (size_t i = 0; i < NB_COUNT(around); i++) {
		const struct nb_str mark = nb_str_z(around[i]);

		if (!nb_str_starts(nb_str_from(s, at), mark) ||
		    (!open[i] &&
			nb_str_find(s, mark, at + mark.n + 1) == SIZE_MAX))
			continue;
		open[i] = !open[i];
		return around[i];
	}
	return NULL;
}

static struct nb_str
without_marks(const struct reading *r, struct nb_str s)
{
	g_autoptr(GString) out = g_string_new(NULL);
	bool open[NB_COUNT(around)] = { false };

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;
		const char *mark = mark_at(s, at, open);

		if (mark != NULL) {
			at += strlen(mark);
			leave_out(r, nb_str_sub(s, from, at - from));
			continue;
		}
		nb_utf8_next(s, &at);
		g_string_append_len(out, s.p + from, (gssize)(at - from));
	}
	return nb_arena_str(r->a, (struct nb_str){ out->str, out->len });
}

/* 1 when the one heading of the first level is what words begin with. */
static unsigned
find_top(const struct nb_text *t)
{
	unsigned n = 0, words = 0, first = 0;

	for (uint32_t row = 1; row <= t->n_lines; row++) {
		const struct nb_str s = nb_str_trim(nb_text_line(t, row));

		n += level_of(s) == 1;
		if (s.n > 0 && words++ == 0)
			first = level_of(s);
	}
	return first == 1 && n == 1 ? 1 : 0;
}

/* A line with words in it, or false. */
static bool
take(struct reading *r, struct nb_raw_line *line)
{
	const struct nb_str s = nb_str_trim(r->line);
	unsigned level;

	if (is_rule(s)) {
		leave_out(r, s);
		return false;
	}
	line->text = without_marks(r, without_begin(r, s, &level));
	line->row = r->row;
	line->level = level > r->top ? level - r->top : 0;
	return line->text.n > 0;
}

static enum nb_status
read_markdown(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    struct nb_import_log *log, struct nb_diags *d, struct nb_raw *ret)
{
	struct nb_lines lines = { .arena = a };
	struct reading r = { .a = a, .log = log };
	const struct nb_text *t;
	bool gap = false;

	*ret = (struct nb_raw){ .name = name, .place = "行" };
	if (nb_source_use(a, nb_arena_str(a, name).p, bytes, d, &t) != NB_OK)
		return NB_FAILED;
	r.top = find_top(t);
	for (r.row = 1; r.row <= t->n_lines; r.row++) {
		struct nb_raw_line line = { .gap = gap };

		r.line = nb_text_line(t, r.row);
		gap = nb_str_trim(r.line).n == 0 || !take(&r, &line);
		if (!gap)
			nb_lines_add(&lines, line);
	}
	ret->line = lines.line;
	ret->n = lines.n;
	return ret->n > 0 ? NB_OK : nb_raw_refuse_empty(t, d);
}

const struct nb_reader nb_reader_markdown = {
	.name = "markdown",
	.title = "Markdown",
	.knows = knows,
	.read = read_markdown,
};
