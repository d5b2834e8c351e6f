/*
 * import/series.h - lines that one form of ordinals counts: are they headings?
 * One of them alone often does not tell.
 */
#pragma once

#include "import/recognise.h"

enum nb_series {
	NB_SERIES_MIXED,    /* or too short to tell */
	NB_SERIES_HEADINGS, /* nearly all of them */
	NB_SERIES_TEXT,     /* few of them, and nothing stands under any */
};

/* The series that goes on with *line, as far as end. */
enum nb_series nb_series_read(const struct nb_vocabulary *words,
    const struct nb_line *line, const struct nb_line *end);
