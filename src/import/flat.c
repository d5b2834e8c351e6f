#include "import/flat.h"

#include "base/arena.h"
#include "import/log.h"
#include "import/vocabulary.h"

#include <glib.h>

enum { COLUMNS_LEAST = 4, COLUMNS_MOST = 12 };

static struct nb_str
cell(const struct nb_raw *raw, uint32_t i)
{
	return nb_str_trim(raw->line[i].text);
}

/* How many columns a head at line i has, the second of them 序号; or 0. */
static uint32_t
read_head(
    const struct nb_vocabulary *words, const struct nb_raw *raw, uint32_t i)
{
	uint32_t n = 0;

	while (n < COLUMNS_MOST && i + n < raw->n &&
	    raw->line[i + n].table == NULL &&
	    nb_vocabulary_column(words, cell(raw, i + n)) != NB_COLUMN_UNKNOWN)
		n++;
	return n >= COLUMNS_LEAST &&
		nb_vocabulary_column(words, cell(raw, i + 1)) ==
		    NB_COLUMN_NUMBER
	    ? n
	    : 0;
}

static bool
is_number(struct nb_str s, unsigned n)
{
	char word[16];

	g_snprintf(word, sizeof(word), "%u", n);
	return nb_str_eq(s, nb_str_z(word));
}

/* The state of a table while its lines are read. */
struct flat {
	struct nb_arena *a;
	const struct nb_raw *raw;
	struct nb_import_log *log;
	uint32_t head, columns;
	unsigned number; /* of the row to come */
};

static bool
is_head_again(const struct flat *f, uint32_t i)
{
	if (i + f->columns > f->raw->n)
		return false;
	for (uint32_t k = 0; k < f->columns; k++)
		if (!nb_str_eq(cell(f->raw, i + k), cell(f->raw, f->head + k)))
			return false;
	return true;
}

static void
leave_out(struct flat *f, uint32_t i, uint32_t n, const char *why)
{
	for (; n > 0; i++, n--)
		nb_log_add(f->log,
		    (struct nb_log_entry){
			.what = NB_LOG_LEFT_OUT,
			.row = f->raw->line[i].row,
			.was = cell(f->raw, i),
			.rule = "table-head",
			.why = why,
		    });
}

/* Lines i to i + n - 1 as one line with bars. */
static struct nb_raw_line
join(const struct flat *f, uint32_t i, uint32_t n)
{
	g_autoptr(GString) s = g_string_new(NULL);
	struct nb_raw_line line = f->raw->line[i];

	for (uint32_t k = 0; k < n; k++) {
		const struct nb_str text = cell(f->raw, i + k);

		g_string_append_len(s, text.p, (gssize)text.n);
		g_string_append(s, " | ");
	}
	line.text = nb_arena_str(f->a, (struct nb_str){ s->str, s->len });
	line.joined = true;
	return line;
}

/*
 * The row at line i: with its group when the number is the second cell.
 * Returns how many lines it takes, or 0.
 */
static uint32_t
read_row(const struct flat *f, uint32_t i)
{
	const uint32_t n = f->columns;

	if (i + n <= f->raw->n && is_number(cell(f->raw, i + 1), f->number))
		return n;
	if (i + n - 1 <= f->raw->n && is_number(cell(f->raw, i), f->number))
		return n - 1;
	return 0;
}

/* A group that the page before had printed already. */
static bool
is_group_again(
    const struct flat *f, uint32_t i, uint32_t n, struct nb_str group)
{
	return n == f->columns && nb_str_eq(cell(f->raw, i), group);
}

/* The table at line i as lines of *to; returns the line behind it. */
static uint32_t
take(struct flat *f, uint32_t i, struct nb_raw_line *to, uint32_t *n_to)
{
	struct nb_str group = NB_S("");
	uint32_t n;

	to[(*n_to)++] = join(f, i, f->columns);
	i += f->columns;
	for (f->number = 1; i < f->raw->n; f->number++) {
		if (is_head_again(f, i)) {
			leave_out(f, i, f->columns, "表头，每页重复");
			i += f->columns;
		}
		n = i < f->raw->n ? read_row(f, i) : 0;
		if (n == 0)
			break;
		if (is_group_again(f, i, n, group)) {
			leave_out(f, i, 1, "合并的格，换页时重复");
			i++;
			n--;
		} else if (n == f->columns) {
			group = cell(f->raw, i);
		}
		to[(*n_to)++] = join(f, i, n);
		i += n;
	}
	return i;
}

struct nb_raw
nb_flat(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log)
{
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, raw->n);
	struct nb_raw ret = *raw;

	ret.line = line;
	ret.n = 0;
	for (uint32_t i = 0; i < raw->n;) {
		struct flat f = { a, raw, log, i, read_head(words, raw, i), 1 };

		if (f.columns == 0 || i + f.columns >= raw->n ||
		    read_row(&f, i + f.columns) != f.columns)
			line[ret.n++] = raw->line[i++];
		else
			i = take(&f, i, line, &ret.n);
	}
	return ret;
}
