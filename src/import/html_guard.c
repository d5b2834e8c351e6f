/*
 * import/html_guard.c - the tags of a page, taken apart as libxml2 2.9 does, so
 * that a quote or a comment hides nothing from us that it sees.
 */
#include "import/html_guard.h"

#include "base/arena.h"

#include <glib.h>
#include <string.h>

enum { NAME_MOST = 100 }; /* libxml2 cuts longer ones [byte] */

struct scan {
	struct nb_arena *a;
	struct nb_str s;
	char *copy; /* or NULL */
	size_t at;
};

/* The byte n places on, or NUL behind the end. */
static char
peek(const struct scan *c, size_t n)
{
	return c->at + n < c->s.n ? c->s.p[c->at + n] : '\0';
}

/* Moves behind the next `mark`, or to the end. */
static void
skip_behind(struct scan *c, const char *mark)
{
	const struct nb_str m = nb_str_z(mark);
	const size_t at = nb_str_find(c->s, m, MIN(c->at, c->s.n));

	c->at = at == SIZE_MAX ? c->s.n : at + m.n;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
starts_name(char c)
{
	return g_ascii_isalpha(c) || c == '_' || c == ':' || c == '.';
}

static bool
in_name(char c)
{
	return starts_name(c) || g_ascii_isdigit(c) || c == '-';
}

static void
skip_blanks(struct scan *c)
{
	while (is_blank(peek(c, 0)))
		c->at++;
}

static struct nb_str
read_name(struct scan *c)
{
	const size_t from = c->at;

	while (c->at - from < NAME_MOST && in_name(peek(c, 0)))
		c->at++;
	return nb_str_sub(c->s, from, c->at - from);
}

static bool
ends_tag(const struct scan *c)
{
	return c->at >= c->s.n || peek(c, 0) == '>' ||
	    (peek(c, 0) == '/' && peek(c, 1) == '>');
}

static void
skip_value(struct scan *c)
{
	const char quote = peek(c, 0);

	if (quote == '"' || quote == '\'') {
		c->at++;
		skip_behind(c, quote == '"' ? "\"" : "'");
		return;
	}
	while (c->at < c->s.n && !is_blank(peek(c, 0)) && peek(c, 0) != '>')
		c->at++;
}

/* name, name=value, or what is neither up to a blank. */
static void
skip_attr(struct scan *c)
{
	if (!starts_name(peek(c, 0))) {
		while (!ends_tag(c) && !is_blank(peek(c, 0)))
			c->at++;
		return;
	}
	read_name(c);
	skip_blanks(c);
	if (peek(c, 0) != '=')
		return;
	c->at++;
	skip_blanks(c);
	skip_value(c);
}

/* Line ends stay: lines are counted. */
static void
cover(struct scan *c, size_t from, size_t end)
{
	if (c->copy == NULL) {
		c->copy = (char *)nb_arena_str(c->a, c->s).p;
		c->s.p = c->copy;
	}
	for (size_t i = from; i < end; i++)
		if (c->copy[i] != '\n')
			c->copy[i] = ' ';
}

/* What is in a script or a style, up to its end tag. */
static void
skip_raw(struct scan *c, struct nb_str name)
{
	for (skip_behind(c, "</"); c->at < c->s.n; skip_behind(c, "</")) {
		const struct nb_str next = nb_str_sub(c->s, c->at, name.n);

		if (next.n == name.n &&
		    g_ascii_strncasecmp(next.p, name.p, name.n) == 0)
			return;
	}
}

static bool
is_raw(struct nb_str name)
{
	return (name.n == 6 &&
		   g_ascii_strncasecmp(name.p, "script", name.n) == 0) ||
	    (name.n == 5 && g_ascii_strncasecmp(name.p, "style", name.n) == 0);
}

static void
skip_tag(struct scan *c)
{
	struct nb_str name;
	size_t last;
	unsigned n = 0;

	c->at++;
	name = read_name(c);
	skip_blanks(c);
	for (last = c->at; !ends_tag(c); n++) {
		skip_attr(c);
		skip_blanks(c);
		if (n < NB_HTML_ATTRS)
			last = c->at;
	}
	if (last < c->at)
		cover(c, last, c->at);
	if (is_raw(name) && peek(c, 0) == '>')
		skip_raw(c, name);
	c->at++;
}

/* “-->” or “--!>” */
static void
skip_comment(struct scan *c)
{
	c->at += strlen("<!--");
	for (skip_behind(c, "--"); c->at < c->s.n; skip_behind(c, "--")) {
		if (peek(c, 0) == '>' ||
		    (peek(c, 0) == '!' && peek(c, 1) == '>'))
			return;
		c->at--;
	}
}

/*
 * “<!DOCTYPE …>” and the like end at the first “>” if no quote is open there;
 * else they are covered up to it.
 */
static void
skip_declaration(struct scan *c)
{
	const size_t from = c->at;
	size_t quotes = 0;

	skip_behind(c, ">");
	for (size_t i = from; i < c->at; i++)
		quotes += c->s.p[i] == '"' || c->s.p[i] == '\'';
	if (quotes % 2 != 0)
		cover(c, from, c->at);
}

/* One “<” and what it opens. */
static void
skip_markup(struct scan *c)
{
	const char next = peek(c, 1);

	if (nb_str_starts(nb_str_from(c->s, c->at), NB_S("<!--")))
		skip_comment(c);
	else if (next == '!')
		skip_declaration(c);
	else if ((next == '/' || next == '?') && starts_name(peek(c, 2)))
		skip_behind(c, ">");
	else if (starts_name(next) && next != '.')
		skip_tag(c);
	else
		c->at++;
}

struct nb_str
nb_html_guard(struct nb_arena *a, struct nb_str bytes)
{
	struct scan c = { .a = a, .s = bytes };

	for (skip_behind(&c, "<"); c.at < c.s.n; skip_behind(&c, "<")) {
		c.at--;
		skip_markup(&c);
	}
	return c.s;
}
