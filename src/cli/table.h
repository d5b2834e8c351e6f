/*
 * cli/table.h - columns on a terminal, where a Han character is two cells.
 */
#pragma once

#include <glib.h>

enum { NB_TABLE_COLUMNS = 8 };

/* One row; a column that is NULL ends it. */
struct nb_table_row {
	const char *cell[NB_TABLE_COLUMNS];
};

/* Every column but the last as wide as its widest cell, two blanks between. */
void nb_table_write(
    GString *out, const char *indent, const struct nb_table_row *row, size_t n);
