/*
 * source/scalar.h - which piece of a scalar's value stands where in the file.
 */
#pragma once

#include "source/node.h"

struct nb_mended;

/* A scalar as YAML handed it over, in places of the mended copy. */
struct nb_scalar_in {
	uint32_t begin, end; /* with its quotes or its | [byte] */
	enum nb_scalar_style style;
	char *value; /* in the arena */
	uint32_t n;  /* [byte] */
};

/*
 * Fills the scalar part of *node.  A line break that YAML folds into a space
 * between two Han characters stays a line break, because Chinese text has no
 * space there; true when that happened.
 */
bool nb_scalar_read(struct nb_arena *a, const struct nb_mended *m,
    const struct nb_scalar_in *in, struct nb_node *node);
