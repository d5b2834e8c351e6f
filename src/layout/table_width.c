#include "layout/table_width.h"

#include <glib.h>

enum {
	STEPS_PER_EM = 2,
	PASSES = 12, /* of moving width about; it settles in two or three */
	MOST_TENTHS = 3000 /* of an em: more text in one cell weighs no more */
};

struct column {
	nb_len least, natural; /* the most of its cells */
	nb_len width;          /* without pads */
	int64_t weight;        /* sum of the cubes of its texts' widths */
};

struct widths {
	const struct nb_width_frame *frame;
	const struct nb_width_cell *cell;
	uint32_t n;
	struct column *column;
	nb_len step;
};

static int64_t
cube(int64_t x)
{
	return x * x * x;
}

static void
weigh_cell(const struct widths *w, const struct nb_width_cell *c)
{
	struct column *column = &w->column[c->col];
	const int64_t tenths = (int64_t)c->natural * 10 / w->frame->em;

	if (c->cols > 1)
		return;
	column->least = MAX(column->least, c->least);
	column->natural = MAX(column->natural, c->natural);
	column->weight += cube(MIN(tenths, MOST_TENTHS));
}

/* Width of the text in a cell. */
static nb_len
room_of(const struct widths *w, const struct nb_width_cell *c)
{
	nb_len room = w->frame->pad * 2 * ((nb_len)c->cols - 1);

	for (uint32_t i = c->col; i < c->col + c->cols; i++)
		room += w->column[i].width;
	return room;
}

/* A cell over several columns widens them evenly where it must. */
static void
widen_for(const struct widths *w, const struct nb_width_cell *c)
{
	const nb_len lack = c->least - room_of(w, c);

	if (c->cols < 2 || lack <= 0)
		return;
	for (uint32_t i = c->col; i < c->col + c->cols; i++)
		w->column[i].width += lack / (nb_len)c->cols + 1;
}

static nb_len
sum_widths(const struct widths *w)
{
	nb_len sum = 0;

	for (uint32_t i = 0; i < w->frame->cols; i++)
		sum += w->column[i].width;
	return sum;
}

/* All columns times room / sum: nothing fits, or all does. */
static void
scale_widths(const struct widths *w, nb_len room)
{
	const int64_t sum = sum_widths(w);

	for (uint32_t i = 0; i < w->frame->cols; i++) {
		nb_len *width = &w->column[i].width;

		*width = (nb_len)(*width * (int64_t)room / sum);
	}
}

/* What a column's texts gain by one step more. */
static int64_t
gain(const struct widths *w, const struct column *c)
{
	const nb_len em = w->frame->em;
	const int64_t now = MAX((int64_t)c->width * 10 / em, 1);
	const int64_t then = (int64_t)(c->width + w->step) * 10 / em;

	if (c->width >= c->natural)
		return 0;
	return c->weight * 1000 / cube(now) - c->weight * 1000 / cube(then);
}

/* The column that gains most; frame->cols when none gains. */
static uint32_t
neediest(const struct widths *w)
{
	uint32_t best = w->frame->cols;
	int64_t most = 0;

	for (uint32_t i = 0; i < w->frame->cols; i++) {
		const int64_t g = gain(w, &w->column[i]);

		if (g > most) {
			most = g;
			best = i;
		}
	}
	return best;
}

static void
hand_out(const struct widths *w, nb_len rest)
{
	while (rest >= w->step) {
		const uint32_t i = neediest(w);

		if (i == w->frame->cols)
			break;
		w->column[i].width += w->step;
		rest -= w->step;
	}
}

/* Lines of a cell, about: a line holds whole characters. */
static int64_t
lines_of(const struct widths *w, const struct nb_width_cell *c)
{
	const nb_len room = room_of(w, c), em = w->frame->em;
	const nb_len whole = MAX(room / em * em, 1);

	return c->natural <= room ? 1 : (c->natural + whole - 1) / whole;
}

/* Lines of the whole table. */
static int64_t
count_lines(const struct widths *w)
{
	int64_t sum = 0, row = 0;

	for (uint32_t i = 0; i < w->n; i++) {
		const struct nb_width_cell *c = &w->cell[i];

		if (i > 0 && c->row != w->cell[i - 1].row) {
			sum += row;
			row = 0;
		}
		row = MAX(row, (lines_of(w, c) + c->rows - 1) / c->rows);
	}
	return sum + row;
}

/* Tries to take a step from one column for another. */
static bool
move_step(const struct widths *w, struct column *from, struct column *to,
    int64_t *lines)
{
	int64_t now;

	if (from->width - w->step < from->least)
		return false;
	from->width -= w->step;
	to->width += w->step;
	now = count_lines(w);
	if (now < *lines) {
		*lines = now;
		return true;
	}
	from->width += w->step;
	to->width -= w->step;
	return false;
}

static void
exchange(const struct widths *w)
{
	const uint32_t cols = w->frame->cols;
	int64_t lines = count_lines(w);
	bool moved = true;

	for (int pass = 0; pass < PASSES && moved; pass++) {
		moved = false;
		for (uint32_t i = 0; i < cols * cols; i++)
			if (i / cols != i % cols)
				moved |= move_step(w, &w->column[i / cols],
				    &w->column[i % cols], &lines);
	}
}

static nb_len
sum_least(const struct widths *w)
{
	nb_len sum = 0;

	for (uint32_t i = 0; i < w->frame->cols; i++)
		sum += w->column[i].least;
	return sum;
}

/*
 * Long words for which there is no room are broken: better these than all that
 * stands in the other columns, which get a quarter to share.
 */
static void
cap_least(const struct widths *w, nb_len room)
{
	const uint32_t cols = w->frame->cols;

	if (sum_least(w) <= room)
		return;
	for (uint32_t part = 2;
	     part <= 2 * cols && sum_least(w) > room - room / 4; part++)
		for (uint32_t i = 0; i < cols; i++)
			w->column[i].least =
			    MIN(w->column[i].least, room / (nb_len)part);
}

static void
share_out(const struct widths *w, nb_len room)
{
	cap_least(w, room);
	for (uint32_t i = 0; i < w->frame->cols; i++) {
		w->column[i].least = MAX(w->column[i].least, w->frame->em);
		w->column[i].width = w->column[i].least;
	}
	for (uint32_t i = 0; i < w->n; i++)
		widen_for(w, &w->cell[i]);
	for (uint32_t i = 0; i < w->frame->cols; i++)
		w->column[i].least = w->column[i].width;
	if (sum_widths(w) < room) {
		hand_out(w, room - sum_widths(w));
		exchange(w);
	}
	scale_widths(w, room);
}

void
nb_table_widths(const struct nb_width_frame *frame,
    const struct nb_width_cell *cell, uint32_t n, nb_len *width)
{
	g_autofree struct column *column = g_new0(struct column, frame->cols);
	const struct widths w = { frame, cell, n, column,
		frame->em / STEPS_PER_EM };
	nb_len room = frame->total - frame->pad * 2 * (nb_len)frame->cols;
	nb_len rest = frame->total;

	room = MAX(room, (nb_len)frame->cols);
	for (uint32_t i = 0; i < n; i++)
		weigh_cell(&w, &cell[i]);
	share_out(&w, room);
	for (uint32_t i = 0; i < frame->cols; i++) {
		width[i] = column[i].width + 2 * frame->pad;
		rest -= width[i];
	}
	width[frame->cols - 1] += rest;
}
