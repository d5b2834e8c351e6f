/*
 * conform/reading.h - what one measurement found, and how it is worded.
 */
#pragma once

#include "conform/survey.h"

/* What one row asks: a value of one template. */
struct nb_asked {
	struct nb_arena *arena;
	const struct nb_template *t;
	const struct nb_node *entry; /* of the template file, or NULL */
	struct nb_str value;         /* as the template file says it */
	nb_len tolerance;
};

enum nb_reading_state {
	NB_READING_NONE,
	NB_READING_GOOD,
	NB_READING_BAD,
	NB_READING_HAND, /* not to be told from these pages */
};

struct nb_reading {
	enum nb_reading_state state;
	struct nb_str asked, measured;
};

typedef struct nb_reading
nb_measure_fn(const struct nb_survey *s, const struct nb_asked *ask);

/* The least and the greatest of some lengths, and on which page they were. */
struct nb_range {
	nb_len least, most;
	uint32_t least_page, most_page; /* 页码 */
	uint32_t n;
};

void
nb_range_add(struct nb_range *r, nb_len x, const struct nb_text_line *line);

/* Every length of the range is to be `want`, within the tolerance. */
struct nb_reading nb_reading_length(
    const struct nb_asked *ask, const struct nb_range *r, nb_len want);

/* Nothing may have been found; “where” shows the first of them, or is NULL. */
struct nb_reading nb_reading_faults(const struct nb_asked *ask, uint32_t n,
    const struct nb_text_line *where, struct nb_str found);

/* Runs are to be of a role, a size and a weight. */
struct nb_typeface {
	enum nb_font_role role;
	nb_len size;
	nb_len tolerance; /* of the size */
	bool bold;
	uint32_t n, n_other;         /* runs; and those that are not so */
	uint32_t n_unknown;          /* their face may be of any role */
	const struct nb_face *face;  /* of the first run */
	nb_len em;                   /* its size */
	const struct nb_item *other; /* the first that is not so */
	const struct nb_text_line *where;
	const struct nb_face *unknown; /* the first */
};

struct nb_typeface
nb_typeface_new(const struct nb_asked *ask, const struct nb_text_style *style);
void nb_typeface_add(const struct nb_survey *s, struct nb_typeface *f,
    const struct nb_text_line *line, const struct nb_item *run);
struct nb_reading
nb_reading_typeface(const struct nb_asked *ask, const struct nb_typeface *f);
