#include "cli/table.h"

#include "base/str.h"

static size_t
cells(const char *z)
{
	return nb_str_cells(nb_str_z(z));
}

static void
pad(GString *out, size_t n)
{
	while (n-- > 0)
		g_string_append_c(out, ' ');
}

static void
measure(const struct nb_table_row *row, size_t n, size_t *width)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < NB_TABLE_COLUMNS; k++) {
			if (row[i].cell[k] == NULL)
				break;
			width[k] = MAX(width[k], cells(row[i].cell[k]));
		}
	}
}

static void
write_row(GString *out, const struct nb_table_row *row, const size_t *width)
{
	size_t owed = 0; /* blanks before the next cell that says something */

	for (size_t k = 0; k < NB_TABLE_COLUMNS && row->cell[k] != NULL; k++) {
		if (*row->cell[k] != '\0') {
			pad(out, owed);
			owed = 0;
			g_string_append(out, row->cell[k]);
		}
		owed += width[k] - cells(row->cell[k]) + 2;
	}
	g_string_append_c(out, '\n');
}

void
nb_table_write(
    GString *out, const char *indent, const struct nb_table_row *row, size_t n)
{
	size_t width[NB_TABLE_COLUMNS] = { 0 };

	measure(row, n, width);
	for (size_t i = 0; i < n; i++) {
		g_string_append(out, indent);
		write_row(out, &row[i], width);
	}
}
