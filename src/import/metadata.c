#include "import/metadata.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/words.h"
#include "model/date.h"
#include "model/number.h"

/* What a label stands for. */
enum field { NONE, PUBLISHED, ISSUED, ORIGIN, NUMBER, TITLE, ASIDE };

static const struct {
	nb_word_list words;
	enum field field;
} fields[] = {
	{ nb_words_published, PUBLISHED },
	{ nb_words_issued, ISSUED },
	{ nb_words_origin, ORIGIN },
	{ nb_words_number, NUMBER },
	{ nb_words_title_label, TITLE },
	{ nb_words_aside, ASIDE },
};

/* A box, or a line of it. */
struct box {
	struct nb_arena *a;
	struct nb_draft *draft;
	struct nb_import_log *log;
	uint32_t row;
	struct nb_str label; /* on the line above, or empty */
};

static enum field
field_of(struct box *b, struct nb_str label)
{
	const struct nb_str s = nb_plain(b->a, nb_unspaced(b->a, label));

	for (size_t i = 0; i < NB_COUNT(fields); i++)
		if (nb_word_is(fields[i].words, s))
			return fields[i].field;
	return NONE;
}

/* Where a colon stands at or after from; *ret_len is its length. [byte] */
static size_t
find_colon(struct nb_str s, size_t from, size_t *ret_len)
{
	const size_t half = nb_str_find(s, NB_S(":"), from);
	const size_t full = nb_str_find(s, NB_S("："), from);

	*ret_len = full < half ? NB_S("：").n : 1;
	return full < half ? full : half;
}

struct nb_str
nb_iso_date(struct nb_arena *a, struct nb_str s)
{
	struct nb_date d;

	s = nb_unspaced(a, s);
	if (nb_date_parse(s, &d) != NB_DATE_OK)
		return NB_S("");
	return nb_arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* The first word: the time of day stands behind it. */
static struct nb_str
without_time(struct nb_str s)
{
	const size_t blank = nb_str_find(s, NB_S(" "), 0);

	return blank == SIZE_MAX || nb_str_has(s, NB_S("年"))
	    ? s
	    : nb_str_sub(s, 0, blank);
}

static void
moved(struct box *b, struct nb_str was, const char *key)
{
	nb_log_add(b->log,
	    (struct nb_log_entry){
		.what = NB_LOG_MOVED,
		.row = b->row,
		.was = was,
		.now = nb_str_z(key),
		.rule = "metadata",
		.why = "网页上的说明，写进了这个键",
	    });
}

static void
set_aside(struct box *b, struct nb_str was)
{
	nb_texts_add(b->a, &b->draft->aside,
	    (struct nb_draft_text){ nb_arena_printf(b->a, NB_FMT NB_FMT,
					NB_ARG(b->label), NB_ARG(was)),
		b->row });
	nb_log_add(b->log,
	    (struct nb_log_entry){
		.what = NB_LOG_LEFT_OUT,
		.row = b->row,
		.was = was,
		.rule = "metadata",
		.why = "网页上的说明，没有对应的键，留在开头的注释里",
	    });
}

static void
set(struct box *b, struct nb_draft_text *to, struct nb_str value,
    struct nb_str was, const char *key)
{
	if (value.n == 0 || to->text.n > 0) {
		set_aside(b, was);
		return;
	}
	*to = (struct nb_draft_text){ value, b->row };
	moved(b, was, key);
}

static void
keep(struct box *b, enum field field, struct nb_str was, struct nb_str value)
{
	struct nb_draft *d = b->draft;

	switch (field) {
	case NONE:
	case ASIDE:
		set_aside(b, was);
		return;
	case PUBLISHED:
		set(b, &d->published, nb_iso_date(b->a, without_time(value)),
		    was, "公开日期");
		return;
	case ISSUED:
		set(b, &d->issued, nb_iso_date(b->a, without_time(value)), was,
		    "成文日期");
		return;
	case ORIGIN:
		set(b, &d->organ,
		    nb_word_ends(nb_words_organ, nb_plain(b->a, value)) > 0
			? value
			: NB_S(""),
		    was, "机关");
		return;
	case NUMBER:
		set(b, &d->number,
		    nb_str_ends(value, NB_S("号")) ? value : NB_S(""), was,
		    "文号");
		return;
	case TITLE:
		set(b, &d->title, value, was, "标题");
		return;
	}
	NB_UNREACHABLE();
}

/*
 * Where the value that begins at from ends: before a blank behind which
 * another label stands, or at the end. [byte]
 */
static size_t
end_of_value(struct box *b, struct nb_str s, size_t from)
{
	size_t len, colon = find_colon(s, from, &len);

	for (; colon != SIZE_MAX; colon = find_colon(s, colon + len, &len)) {
		size_t at = colon;

		while (
		    at > from && nb_is_blank(nb_str_last(nb_str_sub(s, 0, at))))
			nb_utf8_prev(s, &at);
		while (at > from &&
		    !nb_is_blank(nb_str_last(nb_str_sub(s, 0, at))))
			nb_utf8_prev(s, &at);
		if (at > from &&
		    field_of(b, nb_str_sub(s, at, colon - at)) != NONE)
			return at;
	}
	return s.n;
}

/*
 * All labels of a line with their values.  When the last of them has none here
 * it is left: *ret_last is its field.  Returns where that one begins, or s.n.
 */
static size_t
take_line(struct box *b, struct nb_str s, enum field *ret_last)
{
	size_t from = 0, len;

	while (from < s.n) {
		const size_t colon = find_colon(s, from, &len);
		size_t end;
		struct nb_str value;

		*ret_last = field_of(b, nb_str_sub(s, from, colon - from));
		end = end_of_value(b, s, colon + len);
		value =
		    nb_str_trim(nb_str_sub(s, colon + len, end - colon - len));
		if (value.n == 0 && end == s.n)
			return from;
		keep(b, *ret_last, nb_str_trim(nb_str_sub(s, from, end - from)),
		    value);
		from = end;
	}
	return s.n;
}

/* Whether the line below a label without a value is its value. */
static bool
is_value(struct box *b, enum field field, struct nb_str s)
{
	const struct nb_str plain = nb_plain(b->a, s);

	switch (field) {
	case NONE:
		return false;
	case PUBLISHED:
	case ISSUED:
		return nb_iso_date(b->a, without_time(s)).n > 0;
	case ORIGIN:
		return nb_word_ends(nb_words_organ, plain) > 0;
	case NUMBER:
		return nb_str_ends(s, NB_S("号"));
	case TITLE:
		return true;
	case ASIDE:
		return nb_word_ends(nb_words_document, plain) == 0;
	}
	NB_UNREACHABLE();
}

static bool
is_label(struct box *b, struct nb_str s)
{
	size_t len;
	const size_t colon = find_colon(s, 0, &len);

	return colon != SIZE_MAX &&
	    field_of(b, nb_str_sub(s, 0, colon)) != NONE;
}

/* 08.01.2018 19:40, the day first. */
static struct nb_str
day_first(struct box *b, struct nb_str s)
{
	unsigned part[3];
	size_t at = 0;

	for (unsigned i = 0; i < 3; i++) {
		if (i > 0 && !nb_str_skip(s, &at, NB_S(".")) &&
		    !nb_str_skip(s, &at, NB_S("/")))
			return NB_S("");
		if (at >= s.n || !nb_is_digit((unsigned char)s.p[at]) ||
		    !nb_number_read(s, &at, &part[i]))
			return NB_S("");
	}
	if (part[0] <= 12 && part[1] <= 12 && part[0] != part[1])
		nb_log_add(b->log,
		    (struct nb_log_entry){
			.what = NB_LOG_DOUBT,
			.row = b->row,
			.was = s,
			.rule = "day-first",
			.why = "日月的次序说不准，照“日.月.年”读作公开日期",
		    });
	return nb_iso_date(
	    b->a, nb_arena_printf(b->a, "%u-%u-%u", part[2], part[1], part[0]));
}

/* A line that is nothing but the date (and time) of publication. */
static bool
take_date(struct box *b, struct nb_str s)
{
	const struct nb_str word = without_time(s);
	struct nb_str date = NB_S("");

	if (nb_str_has(s, NB_S("年")) || word.n < NB_S("1.1.2000").n ||
	    !nb_is_digit((unsigned char)s.p[0]))
		return false;
	date = nb_iso_date(b->a, word);
	if (date.n == 0)
		date = day_first(b, word);
	if (date.n == 0)
		return false;
	set(b, &b->draft->published, date, s, "公开日期");
	return true;
}

uint32_t
nb_metadata_take(struct nb_arena *a, const struct nb_raw_line *line, uint32_t n,
    struct nb_draft *draft, struct nb_import_log *log)
{
	struct box b = { a, draft, log, line->row, NB_S("") };
	const struct nb_str s = nb_str_trim(line->text);
	enum field last = NONE;
	struct nb_str rest, next;

	if (line->table != NULL || s.n == 0)
		return 0;
	if (take_date(&b, s))
		return 1;
	if (!is_label(&b, s))
		return 0;
	rest = nb_str_from(s, take_line(&b, s, &last));
	if (rest.n == 0)
		return 1;
	next = n > 1 ? nb_str_trim(line[1].text) : NB_S("");
	if (next.n == 0 || is_label(&b, next) || !is_value(&b, last, next)) {
		set_aside(&b, rest);
		return 1;
	}
	moved(&b, rest, "（值在下一行）");
	b.row = line[1].row;
	b.label = nb_unspaced(a, rest);
	keep(&b, last, next, next);
	return 2;
}
