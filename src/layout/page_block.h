/*
 * layout/page_block.h - what the paragraphs of finished pages are to a reader.
 * A part of frame.h.
 */
#pragma once

#include "base/str.h"

enum nb_block_kind {
	NB_BLOCK_TEXT,
	NB_BLOCK_HEADING, /* or a title, at level 1 */
	NB_BLOCK_LIST,    /* an item of one */
	NB_BLOCK_CAPTION,
	NB_BLOCK_CELL,
	NB_BLOCK_FIGURE, /* the first of its whole; others are text in it */
	NB_BLOCK_MARK,   /* beside the paragraph that is its whole */
	NB_BLOCK_ARTIFACT,
};

enum nb_cell_head { NB_CELL_DATA, NB_CELL_COLUMN, NB_CELL_ROW };

/* What a paragraph is to a reader: of this a tagged PDF is made. */
struct nb_page_block {
	enum nb_block_kind kind;
	enum nb_cell_head head; /* a cell is it of its column, its row */
	uint8_t level;          /* of a heading, none is left out */
	uint32_t whole;         /* the first paragraph of the list, the
				   table or the figure it is of, itself
				   too; or 0 */
	uint32_t row, rows;     /* of a cell, from 0; how many */
	uint32_t col, cols;
	struct nb_str alt; /* of a figure: what it shows */
};
