/*
 * layout/table_width.h - widths of a table's columns from what stands in them.
 *
 * Chosen so that the table is low: first by how much text a column holds, then
 * by moving steps of width from column to column as long as that saves lines.
 * Integers only; linear in the cells.
 */
#pragma once

#include "base/base.h"
#include "base/len.h"

/* What a cell asks for; in the order of rows. */
struct nb_width_cell {
	uint32_t row, rows, col, cols;
	nb_len natural; /* of its text in one line */
	nb_len least;   /* of its widest unbreakable piece */
};

struct nb_width_frame {
	uint32_t cols;
	nb_len total; /* of the table */
	nb_len em;    /* of its text */
	nb_len pad;   /* on each side of a cell */
};

/*
 * width[frame->cols] gets the widths, pads included; they sum up to total.  No
 * column is narrower than its least while all of these fit.
 */
void nb_table_widths(const struct nb_width_frame *frame,
    const struct nb_width_cell *cell, uint32_t n, nb_len *width);
