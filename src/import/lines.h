/*
 * import/lines.h - the lines of a raw document while a reader finds them.
 */
#pragma once

#include "import/raw.h"

struct nb_lines {
	struct nb_arena *arena;
	struct nb_raw_line *line;
	uint32_t n, size;
};

void nb_lines_add(struct nb_lines *to, struct nb_raw_line line);

/*
 * All of them as one text, an LF between two lines, each with its label; those
 * of a table by its cells.
 */
struct nb_str nb_lines_join(const struct nb_lines *lines);
