#include "import/oneline.h"

#include "import/formal.h"
#include "import/lines.h"
#include "import/log.h"
#include "import/ordinal.h"
#include "import/words.h"

enum {
	LINES_MOST = 4,
	LONG = 200,         /* no paragraph alone [char] */
	HEADING_MOST = 50,  /* of a title, a heading before the next [char] */
	CHAPTERS_LEAST = 2, /* “一、” and “二、” */
};

/* A line on its way; chapters and sections go on counting. */
struct breaking {
	const struct nb_vocabulary *words;
	struct nb_str s;
	size_t begin;    /* of the piece under way */
	size_t sentence; /* the stop of the last sentence of the line */
	unsigned chapter, section;
};

static const char *const stop[] = { "。", "！", "？", "；", NULL };

static struct nb_str
piece(const struct breaking *b, size_t end)
{
	return nb_str_trim(nb_str_sub(b->s, b->begin, end - b->begin));
}

/* A title or a heading, which no mark ends. */
static bool
is_heading(struct nb_str s)
{
	return s.n > 0 && nb_word_in(stop, s) == 0 &&
	    nb_str_chars(s) <= HEADING_MOST;
}

/* The ordinal at `at` goes on counting, and opens something. */
static bool
is_opened(const struct breaking *b, size_t at, struct nb_ordinal *o)
{
	const struct nb_str before = piece(b, at);

	if (!nb_ordinal_read(nb_str_from(b->s, at), o) || o->odd ||
	    (before.n > 0 && nb_word_ends(stop, before) == 0 &&
		(o->n != 1 || !is_heading(before))))
		return false;
	if (o->form == NB_ORDINAL_HAN)
		return o->n == b->chapter + 1;
	return o->form == NB_ORDINAL_HAN_PAREN && b->chapter > 0 &&
	    o->n == b->section + 1;
}

static void
count(struct breaking *b, const struct nb_ordinal *o)
{
	if (o->form == NB_ORDINAL_HAN) {
		b->chapter = o->n;
		b->section = 0;
	} else {
		b->section = o->n;
	}
}

/* A blank behind the title, and between what stands below the text. */
static bool
is_apart(const struct breaking *b, size_t at)
{
	return nb_is_blank(nb_str_first(nb_str_from(b->s, at))) &&
	    (at >= b->sentence ||
		(b->chapter == 0 && is_heading(piece(b, at)) &&
		    nb_formal_is_title_end(b->words, piece(b, at))));
}

/* The next piece of the line; false behind the last. */
static bool
next_piece(struct breaking *b, struct nb_str *ret)
{
	const size_t first = b->begin;
	struct nb_ordinal o;

	for (size_t at = first; at < b->s.n; nb_utf8_next(b->s, &at)) {
		const bool opened = is_opened(b, at, &o);

		if (!opened && !is_apart(b, at))
			continue;
		*ret = piece(b, at);
		b->begin = at;
		if (opened)
			count(b, &o);
		if (ret->n > 0)
			return true;
	}
	*ret = piece(b, b->s.n);
	b->begin = b->s.n;
	return ret->n > 0;
}

static struct breaking
begin(const struct nb_vocabulary *words, struct nb_str s)
{
	struct breaking b = { .words = words, .s = s };

	for (size_t at = 0; at < s.n; nb_utf8_next(s, &at))
		if (nb_word_starts(stop, nb_str_from(s, at)) > 0)
			b.sentence = at;
	return b;
}

static bool
is_lump(const struct nb_vocabulary *words, const struct nb_raw_line *line)
{
	struct breaking b = begin(words, line->text);
	struct nb_str s;

	if (line->table != NULL || nb_str_chars(line->text) < LONG)
		return false;
	while (next_piece(&b, &s))
		continue;
	return b.chapter >= CHAPTERS_LEAST;
}

static void
take(const struct nb_vocabulary *words, struct nb_raw_line line,
    struct nb_lines *to, struct nb_import_log *log)
{
	struct breaking b = begin(words, line.text);

	nb_log_add(log,
	    (struct nb_log_entry){
		.what = NB_LOG_DOUBT,
		.row = line.row,
		.was = line.text,
		.rule = "one-line",
		.why = "全文连成一行，按序号分了段",
	    });
	while (next_piece(&b, &line.text)) {
		nb_lines_add(to, line);
		line.gap = line.turned = false;
	}
}

struct nb_raw
nb_oneline(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log)
{
	struct nb_lines lines = { .arena = a };
	struct nb_raw ret = *raw;

	if (raw->n > LINES_MOST)
		return ret;
	for (uint32_t i = 0; i < raw->n; i++) {
		if (is_lump(words, &raw->line[i]))
			take(words, raw->line[i], &lines, log);
		else
			nb_lines_add(&lines, raw->line[i]);
	}
	ret.line = lines.line;
	ret.n = lines.n;
	return ret;
}
