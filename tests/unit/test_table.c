/*
 * Tables: cells on their places (layout/table_grid.h) and widths of columns
 * (layout/table_width.h).
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "layout/table_grid.h"
#include "layout/table_width.h"

#include <glib.h>
#include <string.h>

/*
 * Cells are letters with their spans behind them: A2x3 stands in two rows and
 * three columns; / ends a row.  want: the letter on each place, . for an added
 * blank.
 */
static const struct {
	const char *name, *cells, *want, *findings;
} grids[] = {
	{ "plain", "ABC/DEF", "ABC/DEF", "" },
	{ "rows-merged", "A2x1BC/DE", "ABC/ADE", "" },
	{ "columns-merged", "A1x2B/CDE", "AAB/CDE", "" },
	{ "block-merged", "A2x2B/C/DEF", "AAB/AAC/DEF", "" },
	{ "under-a-merged-cell", "AB2x1C/DE", "ABC/DBE", "" },
	{ "row-short", "ABC/DE", "ABC/DE.", "L03" },
	{ "row-long", "AB/CDE", "AB./CDE", "L03" },
	{ "rows-past-the-end", "A3x1B/C", "AB/AC", "L02" },
	{ "columns-into-another", "AB2x1C/D1x2E", "ABC/DBE", "L02" },
};

static uint32_t
read_cells(
    struct nb_arena *a, const char *s, struct nb_table_cell **ret, uint32_t *n)
{
	struct nb_table_cell *cell =
	    nb_new_n(a, struct nb_table_cell, strlen(s));
	uint32_t row = 0;

	for (*n = 0; *s != '\0'; s++) {
		struct nb_table_cell *c = &cell[*n];

		if (*s == '/') {
			row++;
			continue;
		}
		c->paragraph = (uint32_t)*s;
		c->row = row;
		c->rows = c->cols = 1;
		if (g_ascii_isdigit(s[1])) {
			c->rows = (uint32_t)(s[1] - '0');
			c->cols = (uint32_t)(s[3] - '0');
			s += 3;
		}
		(*n)++;
	}
	*ret = cell;
	return row + 1;
}

static void
test_grid(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	GString *got = g_string_new(NULL), *findings = g_string_new(NULL);
	struct nb_diags d;
	struct nb_table_cell *cell;
	struct nb_table_grid g;
	uint32_t n, rows;

	nb_diags_init(&d, a);
	rows = read_cells(a, grids[i].cells, &cell, &n);
	g = nb_table_grid_make(a, cell, n, rows, 1, &d);
	for (uint32_t r = 0; r < g.rows; r++)
		for (uint32_t k = 0; k < g.cols; k++) {
			const uint32_t c = nb_table_at(&g, r, k)->paragraph;

			if (r > 0 && k == 0)
				g_string_append_c(got, '/');
			g_string_append_c(got, c == 0 ? '.' : (char)c);
		}
	for (const struct nb_diag *f = d.first; f != NULL; f = f->next)
		g_string_append(findings, f->code->id);
	g_assert_cmpstr(got->str, ==, grids[i].want);
	g_assert_cmpstr(findings->str, ==, grids[i].findings);
	g_string_free(got, TRUE);
	g_string_free(findings, TRUE);
	nb_arena_free(a);
}

enum { EM = 1000, COLS = 4 };

/* Texts of cells in characters, row by row; a row ends at 0. */
static const struct {
	const char *name;
	uint32_t cols;
	int total;                /* of the table, in characters */
	int text[5 * (COLS + 1)]; /* characters in one line */
	int least;                /* no column is narrower than this */
	int most_lines;           /* of the whole table */
	int word;                 /* texts as long as this are one word */
} widths[] = {
	{ "all-fit", 2, 20, { 2, 6, 2, 4 }, 2, 2, 0 },
	{ "one-long", 3, 20, { 2, 60, 4, 2, 30, 4 }, 2, 8, 0 },
	{ "two-long", 3, 34, { 2, 40, 20, 2, 40, 20 }, 2, 4, 0 },
	{ "too-narrow", 4, 4, { 2, 9, 9, 9 }, 0, 20, 0 },
	{ "empty", 2, 10, { 0, 0 }, 1, 2, 0 },
	{ "long-words", 4, 33, { 14, 14, 14, 12 }, 4, 3, 14 },
};

static int
lines_in(int text, nb_len width)
{
	const int room = width / EM;

	return text == 0 ? 1 : (text + MAX(room, 1) - 1) / MAX(room, 1);
}

static void
test_width(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const uint32_t cols = widths[i].cols;
	const struct nb_width_frame frame = { cols, widths[i].total * EM, EM,
		0 };
	struct nb_width_cell cell[8] = { 0 };
	const uint32_t n = cols == COLS ? COLS : 2 * cols;
	nb_len width[COLS], sum = 0;
	int lines = 0;

	for (uint32_t k = 0; k < n; k++) {
		const int text = widths[i].text[k];
		const bool word = text > 0 && text == widths[i].word;

		cell[k] = (struct nb_width_cell){ k / cols, 1, k % cols, 1,
			text * EM, word ? text * EM : MIN(text, 2) * EM };
	}
	nb_table_widths(&frame, cell, n, width);
	for (uint32_t k = 0; k < cols; k++) {
		sum += width[k];
		g_assert_cmpint(width[k], >=, widths[i].least * EM);
	}
	g_assert_cmpint(sum, ==, widths[i].total * EM);
	for (uint32_t r = 0; r < n / cols; r++) {
		int most = 0;

		for (uint32_t k = 0; k < cols; k++)
			most = MAX(most,
			    lines_in(widths[i].text[r * cols + k], width[k]));
		lines += most;
	}
	g_assert_cmpint(lines, <=, widths[i].most_lines);
}

/* A cell over two columns widens both, not one. */
static void
test_width_merged(void)
{
	const struct nb_width_frame frame = { 3, 20 * EM, EM, 0 };
	const struct nb_width_cell cell[] = {
		{ 0, 1, 0, 2, 12 * EM, 12 * EM },
		{ 0, 1, 2, 1, 40 * EM, 2 * EM },
		{ 1, 1, 0, 1, 2 * EM, 2 * EM },
		{ 1, 1, 1, 1, 2 * EM, 2 * EM },
		{ 1, 1, 2, 1, 2 * EM, 2 * EM },
	};
	nb_len width[3];

	nb_table_widths(&frame, cell, NB_COUNT(cell), width);
	g_assert_cmpint(width[0] + width[1], >=, 12 * EM);
	g_assert_cmpint(ABS(width[0] - width[1]), <=, 1);
	g_assert_cmpint(width[0] + width[1] + width[2], ==, 20 * EM);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(grids); i++) {
		g_autofree char *path =
		    g_strdup_printf("/table/grid/%s", grids[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_grid);
	}
	for (size_t i = 0; i < NB_COUNT(widths); i++) {
		g_autofree char *path =
		    g_strdup_printf("/table/width/%s", widths[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_width);
	}
	g_test_add_func("/table/width/merged", test_width_merged);
	return g_test_run();
}
