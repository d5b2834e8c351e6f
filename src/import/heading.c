#include "import/heading.h"

#include "import/ordinal.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/date.h"

enum {
	OWN_MOST = 50,    /* a longer line is no heading [char] */
	RUN_IN_MOST = 40, /* nor is a longer first sentence [char] */
	COLON_MOST = 25,
	COMMAS_MOST = 2,
	LONG_MOST = 60, /* a heading between others that are [char] */
};

static bool
is_open(uint32_t c)
{
	return c == 0x201C || c == 0x300A || c == 0xFF08 || c == '(' ||
	    c == 0x300C || c == 0x3014;
}

static bool
is_close(uint32_t c)
{
	return c == 0x201D || c == 0x300B || c == 0xFF09 || c == ')' ||
	    c == 0x300D || c == 0x3015;
}

/* 。！？ */
static bool
is_stop(uint32_t c)
{
	return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static bool
is_colon(uint32_t c)
{
	return c == 0xFF1A || c == ':';
}

/* The first such mark outside of quotes and brackets. [byte] */
static size_t
find_mark(struct nb_str s, bool (*is_mark)(uint32_t c))
{
	unsigned depth = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (is_open(c))
			depth++;
		else if (is_close(c) && depth > 0)
			depth--;
		else if (depth == 0 && is_mark(c))
			return from;
	}
	return SIZE_MAX;
}

/* Counts something: 12件, 85%. */
static bool
has_figure(const struct nb_vocabulary *words, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		if (nb_is_digit((unsigned char)s.p[at]) &&
		    (at + 1 == s.n ||
			!nb_is_digit((unsigned char)s.p[at + 1])) &&
		    nb_words_starting(
			&words->figure.unit, nb_str_from(s, at + 1)) > 0)
			return true;
		nb_utf8_next(s, &at);
	}
	return false;
}

/* “2024年，…” */
static bool
is_dated(struct nb_str s)
{
	size_t at = 0;
	int year;

	return nb_year_read(s, &at, &year) &&
	    nb_str_starts(nb_str_from(s, at), NB_S("年，"));
}

/* Tells what happened, as no heading does. */
static bool
is_told(const struct nb_vocabulary *words, struct nb_str s)
{
	static const char *const told[] = { "，其中", "，共", "；", NULL };
	size_t at = 0;
	unsigned n;

	return is_dated(s) || nb_words_starting(&words->chapter.told, s) > 0 ||
	    nb_word_in(told, s) > 0 ||
	    (has_figure(words, s) && nb_str_has(s, NB_S("，"))) ||
	    nb_ordinal_inside(s, &at, &n) ||
	    nb_str_count(s, NB_S("，")) > COMMAS_MOST;
}

static struct nb_heading
own_line(const struct nb_vocabulary *words, struct nb_str s, size_t end,
    struct nb_str mark, bool sure)
{
	struct nb_heading h = { .kind = NB_HEADING_OWN, .mark = mark };

	h.title = nb_str_trim(nb_str_sub(s, 0, end));
	if (h.title.n == 0 || (!sure && nb_str_chars(h.title) > OWN_MOST)) {
		h.kind = NB_HEADING_NONE;
		h.doubt = "太长，没有作标题";
	} else if (!sure &&
	    (nb_str_ends(s, NB_S("；")) || nb_str_ends(s, NB_S("，")))) {
		h.kind = NB_HEADING_NONE;
		h.listed = true;
		h.doubt = "像列举的一项，没有作标题";
	} else if (!sure && is_told(words, h.title)) {
		h.kind = mark.n > 0 ? NB_HEADING_NONE : NB_HEADING_OWN;
		h.doubt =
		    mark.n > 0 ? "像一句话，没有作标题" : "像一句话，作了标题";
	}
	return h;
}

/* Text behind the mark at `at`. */
static struct nb_heading
run_in(const struct nb_vocabulary *words, struct nb_str s, size_t at, size_t n)
{
	struct nb_heading h = {
		.kind = NB_HEADING_RUN_IN,
		.title = nb_str_trim(nb_str_sub(s, 0, at)),
		.mark = nb_str_sub(s, at, n),
		.body = nb_str_trim(nb_str_from(s, at + n)),
	};

	if (h.title.n == 0 || nb_str_chars(h.title) > RUN_IN_MOST ||
	    is_told(words, h.title)) {
		h.kind = NB_HEADING_NONE;
		h.doubt = "第一句不像标题，整段作了正文";
	}
	return h;
}

/* 加强领导：区政府…… Is what the colon at `at` ends a heading of its own? */
static bool
is_before_colon(struct nb_str s, size_t at, size_t end)
{
	return at < end && at + NB_S("：").n < s.n &&
	    nb_str_chars(nb_str_sub(s, 0, at)) <= COLON_MOST &&
	    (end != SIZE_MAX || nb_str_chars(s) > OWN_MOST);
}

struct nb_heading
nb_heading_read(
    const struct nb_vocabulary *words, struct nb_str rest, bool sure)
{
	static const char *const tail[] = { "：", ":", "、", ".", NULL };
	const struct nb_str s = nb_str_trim(rest);
	const size_t end = find_mark(s, is_stop);
	const size_t at = find_mark(s, is_colon);
	const size_t n = nb_word_ends(tail, s);

	if (is_before_colon(s, at, end)) {
		struct nb_heading h =
		    run_in(words, s, at, s.p[at] == ':' ? 1 : NB_S("：").n);

		h.colon = h.kind == NB_HEADING_RUN_IN;
		return h;
	}
	if (end == SIZE_MAX)
		return own_line(
		    words, s, s.n - n, nb_str_from(s, s.n - n), sure);
	return end + NB_S("。").n == s.n
	    ? own_line(words, s, end, nb_str_from(s, end), sure)
	    : run_in(words, s, end, NB_S("。").n);
}

struct nb_heading
nb_heading_read_long(const struct nb_vocabulary *words, struct nb_str rest)
{
	const struct nb_str s = nb_str_trim(rest);
	const size_t n = NB_S("。").n, end = find_mark(s, is_stop);
	struct nb_heading h = { .kind = NB_HEADING_NONE };

	if (end == SIZE_MAX || end + n >= s.n)
		return h;
	h = (struct nb_heading){
		.kind = NB_HEADING_RUN_IN,
		.title = nb_str_trim(nb_str_sub(s, 0, end)),
		.mark = nb_str_sub(s, end, n),
		.body = nb_str_trim(nb_str_from(s, end + n)),
		.doubt = "第一句长了些，因为前后都是标题，仍作了标题",
	};
	if (nb_str_chars(h.title) > LONG_MOST || is_told(words, h.title))
		h.kind = NB_HEADING_NONE;
	return h;
}
