#include "import/spaced.h"

#include "base/arena.h"
#include "import/heading.h"
#include "import/lines.h"
#include "import/log.h"
#include "import/ordinal.h"
#include "import/words.h"
#include "model/number.h"

enum {
	CHAPTER_MOST = 80,   /* a heading behind a bare ordinal [cell] */
	HEADING_LEAST = 4,   /* a heading before its text [char] */
	HEADING_MOST = 30,   /* [char] */
	SENTENCE_LEAST = 12, /* the text [char] */
};

/* The lines while they are gone through. */
struct spaced {
	struct nb_arena *a;
	const struct nb_vocabulary *words;
	struct nb_import_log *log;
	unsigned last; /* number of the last chapter */
	bool said_ordinal, said_heading[NB_ORDINAL_FORMS];
};

static const char *const stop[] = { "。", "！", "？", "：", "；", "!", "?", ":",
	";", NULL };

static bool
is_plain(const struct nb_raw_line *line)
{
	return line->table == NULL && line->label.n == 0 && line->level == 0 &&
	    line->align == NB_RAW_LEFT;
}

static void
say(struct spaced *f, const struct nb_raw_line *line, bool *said,
    const char *rule, const char *why)
{
	if (!*said)
		nb_log_add(f->log,
		    (struct nb_log_entry){
			.what = NB_LOG_DOUBT,
			.row = line->row,
			.was = nb_str_trim(line->text),
			.rule = rule,
			.why = why,
		    });
	*said = true;
}

/* The ordinal s[0, at) of the line gets the mark it lacks. */
static void
mark_ordinal(struct spaced *f, struct nb_raw_line *line, size_t at)
{
	static const char why[] = "序号后面没有标点，补了顿号，作了标题";
	const struct nb_str s = nb_str_trim(line->text);
	struct nb_log_entry e = {
		.what = NB_LOG_REPAIRED,
		.row = line->row,
		.was = nb_str_sub(s, 0, at),
		.rule = "ordinal-mark",
		.why = why,
	};

	say(f, line, &f->said_ordinal, e.rule, why);
	e.now = nb_arena_printf(f->a, NB_FMT "、", NB_ARG(e.was));
	nb_log_add(f->log, e);
	line->text = nb_arena_printf(f->a, NB_FMT NB_FMT, NB_ARG(e.now),
	    NB_ARG(nb_str_trim(nb_str_from(s, at))));
}

/* Where the blank stands behind “三” that goes on counting, or 0. [byte] */
static size_t
bare_ordinal(struct nb_str s, unsigned last)
{
	static const char *const mark[] = { "、", "．", ".", "，", "）", ")",
		NULL };
	size_t at = 0;
	unsigned n;

	if (!nb_is_han(nb_str_first(s)) || !nb_number_read(s, &at, &n) ||
	    n != last + 1 || nb_str_cells(s) > CHAPTER_MOST ||
	    nb_word_in(stop, s) > 0 || at >= s.n ||
	    nb_word_starts(mark, nb_str_trim(nb_str_from(s, at))) > 0)
		return 0;
	return nb_is_blank(nb_str_first(nb_str_from(s, at))) ? at : 0;
}

/* Nobody sets a blank between two characters but to set words apart. */
static bool
is_between_words(struct nb_str s, size_t begin, size_t end)
{
	return nb_is_cjk(nb_str_last(nb_str_sub(s, 0, begin))) &&
	    nb_is_cjk(nb_str_first(nb_str_from(s, end)));
}

/* A blank that shows. */
static bool
is_gap(struct nb_str s)
{
	const uint32_t c = nb_str_first(s);

	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

/*
 * Where the first blank of s begins and ends; false when it has none, or when
 * a mark comes first.
 */
static bool
find_blank(struct nb_str s, size_t *begin, size_t *end)
{
	for (*begin = 0; *begin < s.n; nb_utf8_next(s, begin)) {
		const struct nb_str rest = nb_str_from(s, *begin);

		if (nb_word_starts(stop, rest) > 0)
			return false;
		if (is_gap(rest))
			break;
	}
	for (*end = *begin; *end < s.n && is_gap(nb_str_from(s, *end));)
		nb_utf8_next(s, end);
	return *begin < *end && *end < s.n;
}

/* A heading of the line before a blank, and its text; or empty. */
static struct nb_str
run_in_heading(const struct nb_vocabulary *words, struct nb_str s, size_t from)
{
	const struct nb_str rest = nb_str_from(s, from);
	struct nb_str title, text;
	size_t begin, end, n;
	bool wide;

	if (!find_blank(rest, &begin, &end))
		return NB_S("");
	title = nb_str_sub(rest, 0, begin);
	text = nb_str_from(rest, end);
	wide = end - begin > 1;
	n = nb_str_chars(title);
	if (n < HEADING_LEAST || n > HEADING_MOST ||
	    nb_str_chars(text) < SENTENCE_LEAST ||
	    nb_word_ends(stop, text) == 0 ||
	    !is_between_words(rest, begin, end))
		return NB_S("");
	/* With a single blank only when there is no heading otherwise. */
	if (!wide &&
	    nb_heading_read(words, rest, false).kind != NB_HEADING_NONE)
		return NB_S("");
	return title;
}

/* The line, and behind a heading its text as another. */
static void
take(struct spaced *f, struct nb_raw_line line, struct nb_lines *to)
{
	const struct nb_str s = nb_str_trim(line.text);
	const size_t at = is_plain(&line) ? bare_ordinal(s, f->last) : 0;
	struct nb_str title = NB_S("");
	struct nb_ordinal o;

	if (at > 0) {
		f->last++;
		mark_ordinal(f, &line, at);
	} else if (is_plain(&line) && nb_ordinal_read(s, &o) && !o.odd) {
		f->last = o.form == NB_ORDINAL_HAN ? o.n : f->last;
		title = run_in_heading(f->words, s, o.len);
	}
	if (title.n > 0) {
		const size_t end = (size_t)(title.p - s.p) + title.n;

		say(f, &line, &f->said_heading[o.form], "heading-blank",
		    "标题与正文之间只有空格，分开了");
		line.text = nb_str_sub(s, 0, end);
		nb_lines_add(to, line);
		line.text = nb_str_trim(nb_str_from(s, end));
		line.gap = line.turned = false;
	}
	nb_lines_add(to, line);
}

struct nb_raw
nb_spaced(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log)
{
	struct spaced f = { .a = a, .words = words, .log = log };
	struct nb_lines lines = { .arena = a };
	struct nb_raw ret = *raw;

	for (uint32_t i = 0; i < raw->n; i++)
		take(&f, raw->line[i], &lines);
	ret.line = lines.line;
	ret.n = lines.n;
	return ret;
}
