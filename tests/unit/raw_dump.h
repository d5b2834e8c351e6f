/*
 * raw_dump.h - what a reader makes of a file, as a few lines that a person
 * can compare.
 *
 *	ROW[+][#LEVEL][=|>] [【LABEL】]TEXT	a line; + a gap before it, = in
 *the centre, > on the right
 *	    | CELL | CELL <ROWS×COLS> |		a row of a table
 *	- ROW RULE: WAS				an entry of the log
 *	! CODE MESSAGE				a finding, but no G01
 */
#pragma once

#include "import/raw.h"

/* To be freed with g_free. */
char *raw_dump(
    const struct nb_reader *reader, struct nb_str name, struct nb_str bytes);

/*
 * Compares with the file at path, or writes it when NIANBAO_UPDATE is set.
 */
void raw_expect(const char *path, const char *dump);
