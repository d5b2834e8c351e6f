#include "import/metadata.h"

#include "base/arena.h"
#include "import/buttons.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/date.h"

enum {
	LABEL_MOST = 12, /* a label before a value without a colon [char] */
	CELLS_LEAST = 4, /* two labels and two values */
	CELLS_MOST = 12,
	BYLINE_MOST = 50, /* [char] */
	GLUED_MOST = 200, /* [char] */
};

struct nb_str
nb_iso_date(struct nb_arena *a, struct nb_str s)
{
	struct nb_date d;

	s = nb_unspaced(a, s);
	if (nb_date_parse(s, &d) != NB_DATE_OK)
		return NB_S("");
	return nb_arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* Labels with colons; the last one's value may be on the next line. */
static uint32_t
take_colons(struct nb_field_place *p, struct nb_str s,
    const struct nb_raw_line *line, uint32_t n, enum nb_box box)
{
	enum nb_field last = NB_FIELD_NONE;
	const struct nb_str rest =
	    nb_str_from(s, nb_metadata_take_line(p, s, &last));
	struct nb_str next = NB_S("");

	if (rest.n == 0)
		return 1;
	if (n > 1 && line[1].table == NULL && box != NB_BOX_BESIDE)
		next = nb_str_trim(line[1].text);
	if (next.n == 0 || nb_metadata_is_line(p, next) ||
	    !nb_field_fits(p, last, next)) {
		nb_field_keep(p, last, rest, rest.n);
		return 1;
	}
	nb_field_label(p, rest, "（值在下一行）");
	p->row = line[1].row;
	nb_field_keep(p, last, next, 0);
	return 2;
}

/*
 * A date, its time, and perhaps labels or buttons behind it.  A date in words
 * alone is rather that of the document.
 */
static bool
take_date(struct nb_field_place *p, struct nb_str s)
{
	enum nb_field last;
	struct nb_str rest;
	size_t n;

	if (!nb_is_digit((unsigned char)s.p[0]) || s.n < NB_S("1.1.2000").n ||
	    nb_field_date(p->a, s, &rest).n == 0)
		return false;
	if (rest.n == 0 && nb_str_has(s, NB_S("年")))
		return false;
	if (rest.n > 0 && !nb_metadata_is_line(p, rest) &&
	    !nb_buttons_only(p->words, nb_plain(p->a, rest)))
		return false;
	nb_field_keep(p, NB_FIELD_PUBLISHED, nb_str_sub(s, 0, s.n - rest.n), 0);
	n = nb_metadata_take_line(p, rest, &last);
	nb_field_keep(p, NB_FIELD_PAGE, nb_str_from(rest, n), 0);
	return true;
}

/* “街道司法所 柳溪街道 2025-01-24 18:30”: the day behind a few names. */
static bool
take_byline(struct nb_field_place *p, struct nb_str s)
{
	static const char *const mark[] = { "。", "，", "：", "；", "年",
		NULL };
	size_t at = 0;

	if (nb_str_chars(s) > BYLINE_MOST || nb_word_in(mark, s) > 0)
		return false;
	while (at < s.n) {
		const size_t from = at;
		const bool blank = nb_is_blank(nb_utf8_next(s, &at));
		const struct nb_str day = nb_str_from(s, at);
		struct nb_str rest;

		if (!blank || nb_field_date(p->a, day, &rest).n == 0 ||
		    rest.n > 0)
			continue;
		nb_field_keep(p, NB_FIELD_ASIDE, nb_str_sub(s, 0, from), 0);
		nb_field_keep(p, NB_FIELD_PUBLISHED, day, 0);
		return true;
	}
	return false;
}

/* The longest label that a line without a colon begins with. */
static enum nb_field
label_before(const struct nb_field_place *p, struct nb_str s, size_t *ret_end)
{
	enum nb_field best = NB_FIELD_NONE;
	size_t at = 0;

	for (unsigned i = 0; i < LABEL_MOST && at < s.n; i++) {
		enum nb_field field;

		nb_utf8_next(s, &at);
		field = nb_field_of(p, nb_str_sub(s, 0, at));
		if (field == NB_FIELD_NONE || at < NB_S("日期").n)
			continue;
		best = field;
		*ret_end = at;
	}
	return best;
}

/* Whether a line is of a box by its first words: “有效性有效”. */
static bool
looks_like_one(const struct nb_field_place *p, struct nb_str s)
{
	size_t end;
	const enum nb_field field = label_before(p, s, &end);

	return nb_metadata_is_line(p, s) ||
	    (field != NB_FIELD_NONE &&
		(end == s.n ||
		    nb_field_fits(p, field, nb_str_trim(nb_str_from(s, end)))));
}

/* Of what a line alone is enough to be believed. */
static bool
is_sure(enum nb_field field)
{
	return field == NB_FIELD_PUBLISHED || field == NB_FIELD_ISSUED ||
	    field == NB_FIELD_NUMBER;
}

/* A label and its value on the line or the next, and nothing between them. */
static uint32_t
take_plain(struct nb_field_place *p, struct nb_str s,
    const struct nb_raw_line *line, uint32_t n, enum nb_box box)
{
	size_t end = 0;
	const enum nb_field field = label_before(p, s, &end);
	const struct nb_str next = n > 1 && line[1].table == NULL
	    ? nb_str_trim(line[1].text)
	    : NB_S("");
	const struct nb_str after = n > 2 && line[2].table == NULL
	    ? nb_str_trim(line[2].text)
	    : NB_S("");
	const struct nb_str value = nb_str_trim(nb_str_from(s, end));

	if (field == NB_FIELD_NONE || field == NB_FIELD_PAGE)
		return 0;
	if (value.n > 0) {
		if (!nb_field_fits(p, field, value) ||
		    (box == NB_BOX_NONE && !is_sure(field) &&
			!looks_like_one(p, next)))
			return 0;
		nb_field_keep(p, field, s, end);
		return 1;
	}
	if (box == NB_BOX_NONE && !looks_like_one(p, after))
		return 0;
	if (next.n == 0 || label_before(p, next, &end) != NB_FIELD_NONE ||
	    !nb_field_fits(p, field, next)) {
		nb_field_keep(p, field, s, s.n);
		return 1;
	}
	nb_field_label(p, s, "（值在下一行）");
	p->row = line[1].row;
	nb_field_keep(p, field, next, 0);
	return 2;
}

/* Where a label of a box begins in s at or after from, or its length. [byte] */
static size_t
next_label(const struct nb_field_place *p, struct nb_str s, size_t from)
{
	for (size_t end, at = from; at < s.n; nb_utf8_next(s, &at)) {
		const enum nb_field field =
		    label_before(p, nb_str_from(s, at), &end);

		if (field != NB_FIELD_NONE && field != NB_FIELD_PAGE &&
		    end >= NB_S("索引号").n)
			return at;
	}
	return s.n;
}

/* “索引号QH-1发布机构柳溪街道办事处有效性有效”, with blanks or without. */
static bool
take_glued(struct nb_field_place *p, struct nb_str s)
{
	size_t at = 0, label, end;
	uint32_t n = 0;

	if (nb_str_chars(nb_str_sub(s, 0, GLUED_MOST * 4)) > GLUED_MOST ||
	    label_before(p, s, &label) == NB_FIELD_NONE)
		return false;
	for (; at == next_label(p, s, at) && at < s.n; at = end, n++) {
		const enum nb_field field =
		    label_before(p, nb_str_from(s, at), &label);
		struct nb_str value;

		end = next_label(p, s, at + label);
		value = nb_str_sub(s, at + label, end - at - label);
		if (value.n > 0 && !nb_field_fits(p, field, nb_str_trim(value)))
			return false;
	}
	if (at < s.n || n < 2)
		return false;
	for (at = 0; at < s.n; at = end) {
		const enum nb_field field =
		    label_before(p, nb_str_from(s, at), &label);

		end = next_label(p, s, at + label);
		nb_field_keep(p, field, nb_str_sub(s, at, end - at), label);
	}
	return true;
}

/* “索引号 ⇥ 0001 ⇥ 发布机构 ⇥ …”: a row of a table that was copied. */
static bool
take_cells(struct nb_field_place *p, struct nb_str s)
{
	struct nb_raw_cell cell[CELLS_MOST];
	const struct nb_raw_row row = { cell, 0 };
	struct nb_raw_row filled = row;
	const struct nb_raw_table t = { &filled, 1 };
	size_t from = 0;

	while (from < s.n && filled.n < CELLS_MOST) {
		size_t end = nb_str_find(s, NB_S("\t"), from);

		end = end == SIZE_MAX ? s.n : end;
		cell[filled.n++] =
		    (struct nb_raw_cell){ nb_str_sub(s, from, end - from), 1,
			    1 };
		from = end + 1;
	}
	if (from < s.n || filled.n < CELLS_LEAST ||
	    !nb_metadata_is_table(p, &t))
		return false;
	nb_metadata_take_table(p, &t);
	return true;
}

/* How many lines a box has here, or 0. */
static uint32_t
take(struct nb_field_place *p, const struct nb_raw_line *line, uint32_t n,
    enum nb_box box)
{
	const struct nb_str s = nb_str_trim(line->text);

	if (line->table != NULL) {
		if (!nb_metadata_is_table(p, line->table))
			return 0;
		nb_metadata_take_table(p, line->table);
		return 1;
	}
	if (s.n == 0)
		return 0;
	if (take_date(p, s) || take_cells(p, s) || take_byline(p, s))
		return 1;
	if (nb_metadata_is_line(p, s))
		return take_colons(p, s, line, n, box);
	return take_glued(p, s) ? 1 : take_plain(p, s, line, n, box);
}

uint32_t
nb_metadata_take(struct nb_arena *a, const struct nb_vocabulary *words,
    const struct nb_raw_line *line, uint32_t n, enum nb_box *box,
    struct nb_draft *draft, struct nb_import_log *log)
{
	struct nb_field_place p = { a, words, draft, log, line->row, NB_S("") };
	const uint32_t taken = take(&p, line, n, *box);

	*box = taken > 1 ? NB_BOX_BELOW
	    : taken == 1 ? NB_BOX_BESIDE
			 : NB_BOX_NONE;
	return taken;
}
