#include "import/pages.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/log.h"
#include "import/ordinal.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/number.h"

#include <glib.h>

enum {
	MARK_MOST = 60,  /* [char] */
	HEAD_MOST = 50,  /* [char] */
	TITLE_LINES = 4, /* of the text, where a running head may come from */
	PAGE_LEAST = 8,  /* lines between two bare numbers */
	PAGE_MOST = 999,
	FIRST_MOST = 3, /* number on the first page that has one */
};

/* What a line says of its page. */
enum mark_kind {
	MARK_NONE,
	MARK_BARE, /* 3: only when such numbers count on */
	MARK_PART, /* 3/8, 文件汇编 第3页: the same */
	MARK_SURE, /* — 3 —, 第3页 共8页 */
};

struct mark {
	enum mark_kind kind;
	unsigned number;
	struct nb_str head; /* words before it */
};

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == 0xB7 || c == 0x30FB || c == 0xFF0D ||
	    c == 0x2212 || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 ||
	    c == 0x2501;
}

/* Dashes and the blanks around them. */
static bool
skip_dashes(struct nb_str s, size_t *at)
{
	bool dash = false;

	while (*at < s.n) {
		size_t next = *at;
		const uint32_t c = nb_utf8_next(s, &next);

		if (!is_dash(c) && !nb_is_blank(c))
			break;
		dash |= is_dash(c);
		*at = next;
	}
	return dash;
}

static void
skip_blanks(struct nb_str s, size_t *at)
{
	while (*at < s.n && nb_is_blank(nb_str_first(nb_str_from(s, *at))))
		nb_utf8_next(s, at);
}

static bool
skip_word(struct nb_str s, size_t *at, const struct nb_words *list)
{
	const size_t n = nb_words_starting(list, nb_str_from(s, *at));

	*at += n;
	return n > 0;
}

/* 共8页, /8, of 8 behind the number; true when there is such a thing. */
static bool
skip_total(const struct nb_vocabulary *words, struct nb_str s, size_t *at)
{
	size_t next = *at;
	unsigned n;

	skip_blanks(s, &next);
	if (!skip_word(s, &next, &words->number.total))
		return false;
	skip_blanks(s, &next);
	if (!nb_number_digits(s, &next, PAGE_MOST, &n))
		return false;
	skip_blanks(s, &next);
	if (skip_word(s, &next, &words->number.behind) &&
	    !nb_str_skip(s, &next, NB_S("）")))
		nb_str_skip(s, &next, NB_S(")"));
	*at = next;
	return true;
}

/* The number at `from`, all the rest of s. */
static struct mark
read_mark_at(const struct nb_vocabulary *words, struct nb_str s, size_t from)
{
	struct mark m = { .head = nb_str_trim(nb_str_sub(s, 0, from)) };
	size_t at = from;
	const bool opened = skip_dashes(s, &at);
	const bool chinese = nb_is_han(nb_str_first(nb_str_from(s, at)));
	const bool named = skip_word(s, &at, &words->number.before);
	bool page, total, closed;

	skip_blanks(s, &at);
	if (!nb_number_digits(s, &at, PAGE_MOST, &m.number))
		return m;
	skip_blanks(s, &at);
	page = skip_word(s, &at, &words->number.behind);
	total = skip_total(words, s, &at);
	closed = skip_dashes(s, &at);
	if (at < s.n || opened != closed || (named && !page && chinese))
		return m;
	if (m.head.n > 0)
		m.kind = named && page ? MARK_PART : MARK_NONE;
	else if (named || opened || (page && total))
		m.kind = MARK_SURE;
	else
		m.kind = total || page ? MARK_PART : MARK_BARE;
	return m;
}

static struct mark
read_mark(const struct nb_vocabulary *words, const struct nb_raw_line *line)
{
	const struct nb_words *before = &words->number.before;
	const struct nb_str s = nb_str_trim(line->text);
	struct mark m = { .kind = MARK_NONE };

	if (line->table != NULL || line->label.n > 0 || s.n == 0 ||
	    nb_str_chars(s) > MARK_MOST)
		return m;
	m = read_mark_at(words, s, 0);
	for (uint32_t i = 0; m.kind == MARK_NONE && i < before->n; i++) {
		const size_t at = nb_str_find(s, before->word[i], 0);

		if (at != SIZE_MAX && at > 0)
			m = read_mark_at(words, s, at);
	}
	return m;
}

/*
 * Whether all marks of a kind are numbers of pages: they count on from one of
 * the first pages.  Bare numbers are apart as pages are, but for the last; the
 * numbers of a table that was taken apart are not.
 */
static bool
are_counted(const struct mark *mark, uint32_t n, enum mark_kind kind)
{
	const struct mark *last = NULL;
	uint32_t at = 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct mark *m = &mark[i];

		if (m->kind != kind)
			continue;
		if (last == NULL ? m->number > FIRST_MOST
				 : m->number != last->number + 1 ||
			    !nb_str_eq_solid(last->head, m->head) ||
			    (kind == MARK_BARE && i - at < PAGE_LEAST &&
				i + 1 < n))
			return false;
		last = m;
		at = i;
	}
	return last != NULL && last->number > 1;
}

/* Takes from the marks those that only look like one. */
static void
drop_doubtful(struct mark *mark, uint32_t n)
{
	const bool bare = are_counted(mark, n, MARK_BARE);
	const bool part = are_counted(mark, n, MARK_PART);

	for (uint32_t i = 0; i < n; i++)
		if ((mark[i].kind == MARK_BARE && !bare) ||
		    (mark[i].kind == MARK_PART && !part))
			mark[i].kind = MARK_NONE;
}

static void
leave_out(struct nb_import_log *log, const struct nb_raw_line *line,
    const char *rule, const char *why)
{
	nb_log_add(log,
	    (struct nb_log_entry){
		.what = NB_LOG_LEFT_OUT,
		.row = line->row,
		.was = nb_str_trim(line->text),
		.rule = rule,
		.why = why,
	    });
}

/* May a line beside a page's number be its running head? */
static bool
is_head_like(const struct nb_vocabulary *words, const struct nb_raw_line *line)
{
	static const char *const mark[] = { "。", "；", "：", "|", NULL };
	const struct nb_str s = nb_str_trim(line->text);

	return line->table == NULL && nb_str_chars(s) <= HEAD_MOST &&
	    nb_word_in(mark, s) == 0 &&
	    nb_vocabulary_column(words, s) == NB_COLUMN_UNKNOWN;
}

static const char *
solid(struct nb_arena *a, struct nb_str s)
{
	return nb_arena_str(a, nb_unspaced(a, s)).p;
}

/* Lines without blanks, and how often each may be one of a running head. */
static GHashTable *
count_heads(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, const bool *beside)
{
	GHashTable *n = g_hash_table_new(g_str_hash, g_str_equal);

	for (uint32_t i = 0; i < raw->n; i++) {
		const char *s;

		if ((!beside[i] && i >= TITLE_LINES) ||
		    !is_head_like(words, &raw->line[i]))
			continue;
		s = solid(a, raw->line[i].text);
		g_hash_table_insert(n, (gpointer)s,
		    GUINT_TO_POINTER(
			GPOINTER_TO_UINT(g_hash_table_lookup(n, s)) + 1));
	}
	return n;
}

/* A line that says the title once more, or the end of it. */
static bool
is_title_again(const struct nb_raw *raw, const struct nb_vocabulary *words,
    struct nb_str line)
{
	const struct nb_str s = nb_str_trim(line);
	struct nb_ordinal o;

	if (nb_ordinal_read(s, &o) || nb_str_has(s, NB_S("，")) ||
	    !nb_formal_is_title_end(words, s))
		return false;
	for (uint32_t i = 0; i < MIN(raw->n, TITLE_LINES); i++)
		if (nb_str_ends(nb_str_trim(raw->line[i].text), s))
			return true;
	return false;
}

/*
 * Running heads: what stands beside the numbers of two pages, or beside one
 * and in the title.  The first line of a text is its title.
 */
static void
find_heads(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, const struct mark *mark, bool *head)
{
	bool *beside = nb_new_n(a, bool, raw->n);
	g_autoptr(GHashTable) n = NULL;

	for (uint32_t i = 0; i < raw->n; i++)
		beside[i] = mark[i].kind == MARK_NONE &&
		    ((i > 0 && mark[i - 1].kind != MARK_NONE) ||
			(i + 1 < raw->n && mark[i + 1].kind != MARK_NONE));
	n = count_heads(a, raw, words, beside);
	for (uint32_t i = 1; i < raw->n; i++) {
		if (beside[i] && is_head_like(words, &raw->line[i]))
			head[i] =
			    is_title_again(raw, words, raw->line[i].text) ||
			    GPOINTER_TO_UINT(g_hash_table_lookup(
				n, solid(a, raw->line[i].text))) > 1;
	}
}

static uint32_t
read_marks(const struct nb_vocabulary *words, const struct nb_raw *raw,
    struct mark *mark)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < raw->n; i++)
		mark[i] = read_mark(words, &raw->line[i]);
	drop_doubtful(mark, raw->n);
	for (uint32_t i = 0; i < raw->n; i++)
		n += mark[i].kind != MARK_NONE;
	return n;
}

struct nb_raw
nb_pages(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log)
{
	struct mark *mark = nb_new_n(a, struct mark, raw->n);
	bool *head = nb_new_n(a, bool, raw->n);
	struct nb_raw ret = *raw;
	struct nb_raw_line *line;
	bool turned = false;

	if (read_marks(words, raw, mark) == 0)
		return ret;
	find_heads(a, raw, words, mark, head);
	line = nb_new_n(a, struct nb_raw_line, raw->n);
	ret.line = line;
	ret.n = 0;
	for (uint32_t i = 0; i < raw->n; i++) {
		if (mark[i].kind != MARK_NONE || head[i]) {
			leave_out(log, &raw->line[i],
			    head[i] ? "running-head" : "page-number",
			    head[i] ? "每页都印的页眉" : "页码");
			turned = true;
			continue;
		}
		line[ret.n] = raw->line[i];
		line[ret.n].turned = turned;
		line[ret.n++].gap &= !turned;
		turned = false;
	}
	return ret;
}
