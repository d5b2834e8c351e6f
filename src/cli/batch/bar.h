/*
 * cli/batch/bar.h - the line on a terminal that says how far a run is.
 *
 * Only on a terminal, and only when the run takes longer than two seconds.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

struct nb_bar {
	struct nb_sink *to;
	uint32_t total;
	int64_t began, drawn; /* [µs], monotonic */
	bool on;              /* a terminal */
	bool shown;
};

void nb_bar_init(struct nb_bar *p, struct nb_sink *to, uint32_t total);

/* Draws the line anew when it is time to. */
void nb_bar_step(struct nb_bar *p, uint32_t done);

/* Makes room for other lines; the next step draws it again. */
void nb_bar_hide(struct nb_bar *p);

/* The line, without an end: done of total in so many microseconds. */
void nb_bar_line(GString *out, uint32_t done, uint32_t total, int64_t elapsed);
