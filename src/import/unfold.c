#include "import/unfold.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/log.h"
#include "import/metadata.h"
#include "import/ordinal.h"
#include "import/words.h"

#include <glib.h>

enum {
	LONG = 40,      /* a line that may be full [cell] */
	VERY_LONG = 80, /* no heading any more [cell] */
	WIDEST = 130,   /* what a program would fold at [cell] */
	RAGGED = 6,     /* a full line may be so much shorter [cell] */
	FULL_LEAST = 4, /* full lines that tell of a fold */
	INDENTED_LEAST = 3,
	LEAST = 20,      /* a line that ends with a comma is no label [cell] */
	SPACED_MOST = 5, /* one line of so many may lack its empty line */
};

/* How a text was folded: at so many characters, or at so many cells. */
struct fold {
	const struct nb_vocabulary *words;
	size_t chars, cells; /* 0: it was not */
	bool indented;       /* and paragraphs begin with blanks */
	struct nb_field_place place;
	bool spaced; /* and an empty line stands behind each line */
};

static bool
is_table(struct nb_str s)
{
	return nb_str_count(s, NB_S("|")) >= 2;
}

/* Of a line, as far as it matters. [cell] */
static size_t
cells_of(struct nb_str s)
{
	return nb_str_cells(nb_str_sub(s, 0, WIDEST * 4));
}

static size_t
chars_of(struct nb_str s)
{
	return nb_str_chars(nb_str_sub(s, 0, WIDEST * 4));
}

static const char *const stop[] = { "。", "！", "？", "：", "；", "!", "?", ":",
	";", NULL };

/* A width at which lines end, and how many do. */
struct width {
	size_t at;
	unsigned full;
};

/*
 * The width at which most long lines end that do not end a sentence, if few
 * are longer; ragged is how much a full line may lack.
 */
static struct width
common_width(const struct nb_raw *raw, size_t (*width_of)(struct nb_str s),
    size_t least, size_t ragged)
{
	unsigned n[WIDEST + 1] = { 0 }, all = 0, longer = 0;
	struct width best = { 0, 0 };

	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_str s = raw->line[i].text;
		const size_t w = is_table(s) ? 0 : width_of(s);

		all += w >= least && nb_word_ends(stop, nb_str_trim(s)) == 0;
		n[MIN(w, WIDEST)]++;
	}
	for (size_t w = least; w < WIDEST; w++) {
		unsigned full = 0;

		for (size_t k = 0; k <= ragged; k++)
			full += n[w - k];
		if (full >= best.full && n[w] > 0)
			best = (struct width){ w, full };
	}
	for (size_t w = best.at + 1; w <= WIDEST; w++)
		longer += n[w];
	if (best.full < FULL_LEAST || best.full * 2 < all || longer * 10 > all)
		best = (struct width){ 0, 0 };
	return best;
}

static bool
is_indented(struct nb_str s)
{
	return nb_str_starts(s, NB_S("　")) || nb_str_starts(s, NB_S("  ")) ||
	    nb_str_starts(s, NB_S("\t"));
}

static bool
is_full(const struct fold *f, struct nb_str s)
{
	return f->chars > 0 ? chars_of(s) + RAGGED / 2 >= f->chars
			    : cells_of(s) + RAGGED >= f->cells;
}

/* Lines of whole paragraphs that happen to be as long as each other. */
static bool
are_sentences(const struct nb_raw *raw, const struct fold *f)
{
	unsigned full = 0, stopped = 0;

	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_str s = raw->line[i].text;

		if (!is_full(f, s) || is_table(s))
			continue;
		full++;
		stopped += nb_word_ends(stop, nb_str_trim(s)) > 0;
	}
	return stopped * 2 > full;
}

static struct fold
find_fold(const struct nb_raw *raw, const struct nb_vocabulary *words)
{
	const struct width chars =
	    common_width(raw, chars_of, LONG / 2, RAGGED / 2);
	const struct width cells = common_width(raw, cells_of, LONG, RAGGED);
	struct fold f = { .words = words };
	uint32_t n = 0, gaps = 0;

	if (chars.full >= cells.full)
		f.chars = chars.at;
	else
		f.cells = cells.at;
	if (f.chars + f.cells > 0 && are_sentences(raw, &f))
		f.chars = f.cells = 0;
	for (uint32_t i = 0; i < raw->n; i++) {
		n += is_indented(raw->line[i].text);
		gaps += raw->line[i].gap;
	}
	f.indented = n >= INDENTED_LEAST && n < raw->n;
	f.spaced = gaps * SPACED_MOST > raw->n * (SPACED_MOST - 1);
	return f;
}

static bool
is_folded(const struct fold *f)
{
	return f->chars + f->cells > 0;
}

static bool
has_ordinal(struct nb_str s)
{
	struct nb_ordinal o;

	return nb_ordinal_read(s, &o) && !o.odd;
}

/* “一、” alone: its heading is on the next line. */
static bool
is_ordinal(struct nb_str s)
{
	struct nb_ordinal o;

	s = nb_str_trim(s);
	return nb_ordinal_read(s, &o) && o.len == s.n;
}

static bool
is_prose(struct nb_str s)
{
	static const char *const mark[] = { "。", "，", "；", "：", ",", ";",
		NULL };

	return nb_word_in(mark, s) > 0;
}

enum tear { WHOLE, TORN, PERHAPS_TORN };

/* Ends in the middle of a sentence, and is more than a label. */
static bool
has_comma(struct nb_str s)
{
	static const char *const comma[] = { "，", "、", ",", NULL };

	return nb_word_ends(comma, nb_str_trim(s)) > 0 && cells_of(s) >= LEAST;
}

/* A title, which tells its year, or what stands before an addressee. */
static bool
is_apart(const struct fold *f, struct nb_str end, struct nb_str next)
{
	return (nb_str_has(end, NB_S("年")) &&
		   nb_formal_is_title_end(f->words, nb_str_trim(end))) ||
	    nb_formal_is_addressee(f->words, nb_str_trim(next));
}

/* Too long for a heading, or with a sentence in it. */
static bool
is_long(struct nb_str s)
{
	const size_t cells = cells_of(s);

	return cells >= VERY_LONG ||
	    (cells >= LONG && nb_str_has(s, NB_S("。")));
}

/* Where the width is known. */
static enum tear
judge_folded(
    const struct fold *f, struct nb_str end, struct nb_str next, bool stopped)
{
	if (is_indented(next) || is_apart(f, end, next) ||
	    (stopped && nb_formal_is_organ(f->words, nb_str_trim(next))))
		return WHOLE;
	if (!is_full(f, end) && (stopped || has_ordinal(next)))
		return WHOLE;
	if (!is_full(f, end) && !has_comma(end))
		return is_long(end) ? PERHAPS_TORN : WHOLE;
	if (f->indented)
		return TORN;
	if (has_ordinal(next))
		return WHOLE;
	return stopped ? PERHAPS_TORN : TORN;
}

/* How the end of a line and the next line fit. */
static enum tear
judge(const struct fold *f, struct nb_str end, const struct nb_raw_line *line)
{
	static const char *const close[] = { "”", "）", "》", ")", "】", NULL };

	const struct nb_str words = nb_str_trim(end), next = line->text;
	const bool stopped = nb_word_ends(stop, words) > 0;
	const bool gap = line->gap && !(is_folded(f) && f->spaced);

	if (is_table(end) || is_table(next) ||
	    nb_metadata_is_line(&f->place, words))
		return WHOLE;
	if (is_folded(f) && !gap && !is_ordinal(end))
		return judge_folded(f, end, next, stopped);
	if (stopped || has_ordinal(next))
		return WHOLE;
	if (is_ordinal(end))
		return TORN;
	if (has_comma(end))
		return TORN;
	if (gap || is_indented(next) || is_apart(f, end, next))
		return WHOLE;
	if (!is_long(end) || nb_word_ends(close, words) > 0 || !is_prose(next))
		return WHOLE;
	return line->turned ? TORN : PERHAPS_TORN;
}

static bool
is_plain(const struct nb_raw_line *line)
{
	return line->table == NULL && line->label.n == 0 && line->level == 0 &&
	    line->align == NB_RAW_LEFT;
}

static void
append(GString *to, struct nb_str s)
{
	s = nb_str_trim(s);
	while (to->len > 0 &&
	    nb_is_blank(nb_str_last((struct nb_str){ to->str, to->len }))) {
		const char *last = g_utf8_prev_char(to->str + to->len);

		g_string_truncate(to, (gsize)(last - to->str));
	}
	if (to->len > 0 && s.n > 0 && g_ascii_isalpha(s.p[0]) &&
	    g_ascii_isalpha(to->str[to->len - 1]))
		g_string_append_c(to, ' ');
	g_string_append_len(to, s.p, (gssize)s.n);
}

static void
doubt(struct nb_import_log *log, const struct nb_raw_line *line)
{
	nb_log_add(log,
	    (struct nb_log_entry){
		.what = NB_LOG_DOUBT,
		.row = line->row,
		.was = line->text,
		.rule = "torn-line",
		.why = "这一行没有写完，与下一行接成了一段",
	    });
}

/* Takes the lines behind *i that belong to it. */
static void
take(const struct nb_raw *raw, uint32_t *i, const struct fold *f, GString *text,
    struct nb_import_log *log)
{
	struct nb_str end = raw->line[*i].text;

	append(text, end);
	while (*i + 1 < raw->n && is_plain(&raw->line[*i + 1])) {
		const struct nb_raw_line *next = &raw->line[*i + 1];
		const enum tear tear = judge(f, end, next);

		if (tear == WHOLE)
			return;
		if (tear == PERHAPS_TORN)
			doubt(log, &raw->line[*i]);
		append(text, next->text);
		end = next->text;
		++*i;
	}
}

struct nb_raw
nb_unfold(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log)
{
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, raw->n);
	g_autoptr(GString) text = g_string_new(NULL);
	struct fold fold = find_fold(raw, words);
	struct nb_raw ret = *raw;

	fold.place.a = a;
	fold.place.words = words;
	ret.line = line;
	ret.n = 0;
	for (uint32_t i = 0; i < raw->n; i++) {
		const uint32_t first = i;

		line[ret.n] = raw->line[i];
		if (is_plain(&raw->line[i])) {
			g_string_truncate(text, 0);
			take(raw, &i, &fold, text, log);
		}
		if (i > first)
			line[ret.n].text = nb_arena_str(
			    a, (struct nb_str){ text->str, text->len });
		ret.n++;
	}
	return ret;
}
