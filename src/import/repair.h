/*
 * import/repair.h - takes back what the way through web pages and converters
 * did to the words of a document.
 *
 * Half-width marks in Chinese text, pinyin in brackets, odd and needless
 * blanks, compatibility characters and full-width letters are repaired; a
 * lost or damaged character is kept and reported, never guessed.  Every change
 * is an entry of the log, its place counted in the line as it was read; only
 * blanks at the ends of a line go without one.
 */
#pragma once

#include "import/raw.h"

struct nb_import_log;

struct nb_repair_options {
	bool simplify; /* Traditional to Simplified */
};

/*
 * The same lines, their words repaired.  Ordinals that Word generates stay as
 * they are.  Without OpenCC's data simplify does nothing and is a doubt of
 * row 0.
 */
struct nb_raw nb_repair(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_repair_options *o, struct nb_import_log *log);
