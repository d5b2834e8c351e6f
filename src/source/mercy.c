#include "source/mercy.h"

#include "base/arena.h"
#include "source/codes.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

struct nb_diag *
nb_mercy_report(struct nb_mercy *m, enum nb_mend mend,
    const struct nb_code *code, uint32_t begin, uint32_t end, const char *fmt,
    ...)
{
	const struct nb_span span = { m->text, begin, end };
	struct nb_diag *g;
	va_list ap;

	va_start(ap, fmt);
	g = nb_diag_add_v(&m->found[mend], code, span, fmt, ap);
	va_end(ap);
	return g;
}

void
nb_mercy_edit(struct nb_mercy *m, enum nb_mend mend, uint32_t begin,
    uint32_t end, struct nb_str with)
{
	nb_edits_add(&m->edits, begin, end, with, mend == NB_MEND_BROKEN);
}

void
nb_mercy_edit_along(struct nb_mercy *m, enum nb_mend mend, uint32_t begin,
    uint32_t end, struct nb_str with)
{
	nb_mercy_edit(m, mend, begin, end, with);
	if (m->shifted != NULL)
		nb_diag_add_edit(&m->found[m->shifted_in], m->shifted,
		    (struct nb_span){ m->text, begin, end }, with);
}

struct nb_str
nb_mercy_spaces(struct nb_mercy *m, uint32_t n)
{
	char *p = nb_arena_alloc(m->arena, n);

	memset(p, ' ', n);
	return (struct nb_str){ p, n };
}

struct nb_str
nb_mercy_sub(const struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	return nb_str_sub(m->text->bytes, begin, end - begin);
}

static bool
is_content(const struct nb_mercy *m, const struct nb_line *l)
{
	return l->text < l->end && m->text->bytes.p[l->text] != '#';
}

bool
nb_mercy_peek(const struct nb_mercy *m, struct nb_line *ret)
{
	for (uint32_t no = m->next; no <= m->text->n_lines; no++) {
		*ret = nb_line_read(m->text, no, m->step);
		if (is_content(m, ret))
			return true;
	}
	return false;
}

/* The line as it should read, cut short. */
static struct nb_str
mended_line(const struct nb_mercy *m, struct nb_str word, struct nb_str colon,
    struct nb_str value)
{
	const size_t most = 10; /* [char] */
	const bool whole = nb_str_chars(value) <= most;
	size_t at = 0;

	for (size_t n = 0; n < most && at < value.n; n++)
		nb_utf8_next(value, &at);
	value.n = at;
	return nb_arena_printf(m->arena, "写成“" NB_FMT NB_FMT NB_FMT "%s”",
	    NB_ARG(word), NB_ARG(colon), NB_ARG(value), whole ? "" : "……");
}

static void
mend_colon(struct nb_mercy *m, const struct nb_key *key, uint32_t end)
{
	const struct nb_str word = nb_mercy_sub(m, key->begin, key->end);
	const bool full = key->colon == NB_COLON_FULL;
	struct nb_diag *g;

	g = nb_mercy_report(m, NB_MEND_SILENT,
	    full ? &nb_code_Y01 : &nb_code_Y03, key->at, key->value,
	    full ? "键“" NB_FMT "”后面是全角冒号"
		 : "键“" NB_FMT "”的冒号后面缺一个空格",
	    NB_ARG(word));
	g->fix = key->value < end ? NB_S(": ") : NB_S(":");
	g->hint =
	    mended_line(m, word, g->fix, nb_mercy_sub(m, key->value, end));
	nb_mercy_edit(m, NB_MEND_SILENT, key->at, key->value, g->fix);
}

/* Colon and key of the line are mended, its value is read. */
static void
take_key(struct nb_mercy *m, struct nb_level *l, const struct nb_key *key,
    uint32_t end)
{
	if (key->begin == key->end) {
		nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y19, key->at, end,
		    "冒号前面没有键，这一项已略过");
		nb_mercy_edit(m, NB_MEND_BROKEN, key->begin, end, NB_S(""));
		return;
	}
	if (key->colon != NB_COLON_GOOD)
		mend_colon(m, key, end);
	if (l->first.n == 0)
		l->first = nb_mercy_sub(m, key->begin, key->end);
	l->tail = NB_TAIL_OPEN;
	nb_mercy_value(m, l, key->value, end);
}

/* What is written behind the next dash of the same list, if anything. */
static struct nb_str
next_item_key(const struct nb_mercy *m, const struct nb_line *next)
{
	const struct nb_str bytes = m->text->bytes;
	struct nb_key key;

	if (!nb_is_dash(bytes, next->text, next->end))
		return NB_S("");
	key =
	    nb_key_read(bytes, nb_skip_blanks(bytes, next->text + 1, next->end),
		next->end, NB_KEY_STRICT);
	return nb_mercy_sub(m, key.begin, key.end);
}

/*
 * Is “- 说明：……” an item of text, or a key with the wrong colon?  A key when
 * what follows can only belong to a key.
 */
static bool
is_item_key(const struct nb_mercy *m, const struct nb_level *list,
    const struct nb_key *key, uint32_t end)
{
	const struct nb_str bytes = m->text->bytes;
	const struct nb_str value = nb_mercy_sub(m, key->value, end);
	struct nb_line next;

	if (key->colon == NB_COLON_NONE || key->colon == NB_COLON_GOOD)
		return key->colon == NB_COLON_GOOD;
	if (list->of_maps || nb_str_eq(value, NB_S("|")) ||
	    nb_str_eq(value, NB_S("｜")) || nb_str_eq(value, NB_S(">")))
		return true;
	if (!nb_mercy_peek(m, &next))
		return false;
	if (next.col > list->col)
		return nb_is_dash(bytes, next.text, next.end)
		    ? value.n == 0
		    : nb_key_read(bytes, next.text, next.end, NB_KEY_STRICT)
			    .colon != NB_COLON_NONE;
	return next.col == list->col && value.n > 0 &&
	    nb_str_eq(
		next_item_key(m, &next), nb_mercy_sub(m, key->begin, key->end));
}

/* Does a key of the same item follow? */
static bool
is_key_next(const struct nb_mercy *m, uint32_t col)
{
	struct nb_line next;

	return nb_mercy_peek(m, &next) && next.col == col &&
	    nb_key_read(m->text->bytes, next.text, next.end, NB_KEY_STRICT)
		.colon == NB_COLON_GOOD;
}

/* Behind a dash at `col` of a list: another dash, a key, or a text. */
static void
take_item(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line,
    uint32_t at)
{
	const struct nb_str bytes = m->text->bytes;
	struct nb_level *inner;
	struct nb_key key;
	uint32_t col = l->col, to = l->to, colon;

	for (;;) {
		const uint32_t next = nb_skip_blanks(bytes, at, line->end);

		col += 1 + MAX(next - at, 1);
		to += 1 + MAX(next - at, 1);
		at = next;
		l->tail = NB_TAIL_OPEN;
		if (!nb_is_dash(bytes, at, line->end))
			break;
		l = nb_mercy_push(m, true, col, to);
		if (l == NULL)
			return;
		at++;
	}
	key = nb_key_read(bytes, at, line->end, NB_KEY_STRICT);
	colon = nb_mercy_lost_colon(m, line, at, true);
	if (!is_item_key(m, l, &key, line->end) &&
	    (colon == 0 || !is_key_next(m, col))) {
		nb_mercy_value(m, l, at, line->end);
		return;
	}
	inner = nb_mercy_push(m, false, col, to);
	if (inner == NULL)
		return;
	if (key.colon == NB_COLON_NONE)
		nb_mercy_take_lost_colon(m, inner, line, at, colon);
	else
		take_key(m, inner, &key, line->end);
}

static void
take_dash(struct nb_mercy *m, struct nb_level *l, const struct nb_line *line)
{
	uint32_t at = line->text + 1;
	struct nb_diag *g;

	if (!nb_is_dash(m->text->bytes, line->text, line->end)) {
		at = nb_bad_dash_end(m, line);
		g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y04, line->text,
		    at,
		    at > line->text + 1 ? "列表项开头写成了“" NB_FMT "”"
					: "列表项开头的“" NB_FMT
					  "”后面缺一个空格",
		    NB_ARG(nb_mercy_sub(m, line->text, at)));
		g->fix = NB_S("- ");
		nb_mercy_edit(m, NB_MEND_SILENT, line->text, at, g->fix);
	}
	take_item(m, l, line, at);
}

/* “---” in the middle would cut the file in two. */
static bool
take_marker(struct nb_mercy *m, const struct nb_line *l)
{
	const struct nb_str s = nb_mercy_sub(m, l->begin, l->end);
	struct nb_line next;

	if (!nb_str_eq(s, NB_S("---")) && !nb_str_eq(s, NB_S("...")))
		return !m->begun && nb_str_starts(s, NB_S("%"));
	if (!m->begun)
		return true;
	if (nb_mercy_peek(m, &next))
		nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y17, l->begin,
		    l->end, "“" NB_FMT "”会把文件切成两份，已当作没有这一行",
		    NB_ARG(s));
	nb_mercy_edit(m, NB_MEND_SILENT, l->begin, l->end, NB_S(""));
	return true;
}

static void
take_line(struct nb_mercy *m, const struct nb_line *line)
{
	struct nb_level *l;
	struct nb_key key;
	enum nb_entry e;

	if (!is_content(m, line)) {
		if (line->indent != NB_INDENT_SPACES)
			nb_mercy_indent(m, line, 0, NB_MEND_BROKEN, NULL);
		return;
	}
	if (take_marker(m, line))
		return;
	m->begun = true;
	l = nb_mercy_place(m, line, &e);
	if (l == NULL)
		return;
	if (e == NB_ENTRY_DASH) {
		take_dash(m, l, line);
		return;
	}
	key =
	    nb_key_read(m->text->bytes, line->text, line->end, NB_KEY_LIBERAL);
	take_key(m, l, &key, line->end);
}

void
nb_mercy_scan(
    struct nb_mercy *m, const struct nb_diags *like, const struct nb_text *t)
{
	*m = (struct nb_mercy){ .arena = like->arena,
		.text = t,
		.next = 1,
		.step = nb_line_step(t) };
	nb_diags_init_like(&m->found[NB_MEND_SILENT], like);
	nb_diags_init_like(&m->found[NB_MEND_BROKEN], like);
	while (m->next <= t->n_lines) {
		const struct nb_line line = nb_line_read(t, m->next++, m->step);

		take_line(m, &line);
	}
}

void
nb_mercy_drop_broken(struct nb_mercy *m)
{
	nb_edits_drop_tentative(&m->edits);
	nb_diags_init_like(
	    &m->found[NB_MEND_BROKEN], &m->found[NB_MEND_BROKEN]);
}

void
nb_mercy_free(struct nb_mercy *m)
{
	nb_edits_free(&m->edits);
}
