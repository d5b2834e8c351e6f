/*
 * import/metadata_table.c - the box over an article as a table: a label and its
 * value in two cells or in one, or labels above their values.
 */
#include "import/metadata.h"

#include "import/words.h"

enum {
	LABELS_LEAST = 2,
	SHARE = 3,        /* one of so many cells is a label, at least */
	CELL_MOST = 200,  /* a longer one is of an article [char] */
	CELLS_MOST = 200, /* [cell] */
};

/* “政务公开” alone is rather a value. */
static bool
is_label(const struct nb_field_place *p, struct nb_str cell)
{
	static const char *const colon[] = { "：", ":", NULL };
	const enum nb_field field = nb_field_of(p, cell);

	return field != NB_FIELD_NONE &&
	    (field != NB_FIELD_PAGE || nb_word_ends(colon, cell) > 0);
}

/* Cells with words, and those of them that are or have labels. */
struct count {
	uint32_t cells, labels, longest;
};

static void
count_row(const struct nb_field_place *p, const struct nb_raw_row *row,
    struct count *to)
{
	for (uint32_t i = 0; i < row->n; i++) {
		const struct nb_str s = nb_str_trim(row->cell[i].text);
		const uint32_t n = (uint32_t)nb_str_chars(s);

		to->cells += n > 0;
		to->longest = n > to->longest ? n : to->longest;
		to->labels += is_label(p, s) || nb_metadata_is_line(p, s);
	}
}

bool
nb_metadata_is_table(
    const struct nb_field_place *p, const struct nb_raw_table *t)
{
	struct count all = { 0 };

	for (uint32_t i = 0; i < t->n && all.cells <= CELLS_MOST; i++)
		count_row(p, &t->row[i], &all);
	return all.cells <= CELLS_MOST && all.longest <= CELL_MOST &&
	    all.labels >= LABELS_LEAST && all.labels * SHARE >= all.cells;
}

static void
take_cell(struct nb_field_place *p, struct nb_str s)
{
	enum nb_field field = NB_FIELD_NONE;
	size_t at = nb_metadata_take_line(p, s, &field);

	if (at < s.n && field != NB_FIELD_NONE)
		nb_field_keep(p, field, nb_str_from(s, at), s.n - at);
	else if (at < s.n)
		nb_field_keep(p, NB_FIELD_ASIDE, nb_str_from(s, at), 0);
}

/* A label and the cell of its value. */
static void
take_pair(struct nb_field_place *p, struct nb_str label, struct nb_str value)
{
	const enum nb_field field = nb_field_of(p, label);

	if (value.n == 0) {
		nb_field_keep(p, field, label, label.n);
		return;
	}
	nb_field_label(p, label, "（值在另一格）");
	nb_field_keep(p, field, value, 0);
	p->label = NB_S("");
}

/* The cells of a row from the left: a label and its value, or one with both. */
static void
take_row(struct nb_field_place *p, const struct nb_raw_row *row)
{
	for (uint32_t i = 0; i < row->n; i++) {
		const struct nb_str s = nb_str_trim(row->cell[i].text);
		struct nb_str next = NB_S("");

		if (s.n == 0)
			continue;
		if (!is_label(p, s) && nb_metadata_is_line(p, s)) {
			take_cell(p, s);
			continue;
		}
		if (i + 1 < row->n)
			next = nb_str_trim(row->cell[i + 1].text);
		if (is_label(p, next) || nb_metadata_is_line(p, next))
			next = NB_S("");
		else
			i++;
		if (next.n > 0 || is_label(p, s))
			take_pair(p, s, next);
		else
			take_cell(p, s);
	}
}

static uint32_t
count_labels(const struct nb_field_place *p, const struct nb_raw_row *row)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < row->n; i++)
		n += is_label(p, row->cell[i].text);
	return n;
}

/* Whether a row of labels stands above its values. */
static bool
is_head(
    const struct nb_field_place *p, const struct nb_raw_table *t, uint32_t i)
{
	return i + 1 < t->n && t->row[i].n >= LABELS_LEAST &&
	    t->row[i].n == t->row[i + 1].n &&
	    count_labels(p, &t->row[i]) == t->row[i].n &&
	    count_labels(p, &t->row[i + 1]) == 0;
}

void
nb_metadata_take_table(struct nb_field_place *p, const struct nb_raw_table *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		const struct nb_raw_row *row = &t->row[i];

		if (!is_head(p, t, i)) {
			take_row(p, row);
			continue;
		}
		for (uint32_t k = 0; k < row->n; k++)
			take_pair(p, nb_str_trim(row->cell[k].text),
			    nb_str_trim(row[1].cell[k].text));
		i++;
	}
}
