/*
 * source/parse.h - libyaml, and only here.
 *
 * Places in a nb_stop are in the mended copy; findings and nodes are in the
 * file itself.
 */
#pragma once

#include "source/node.h"

struct nb_mended;

/* Where YAML could not go on; its words are libyaml's. */
struct nb_stop {
	const char *problem, *context; /* static, NULL: read to the end */
	uint32_t at, context_at;       /* [byte] */
};

/* Reads without keeping anything.  Too deep counts as the end. */
struct nb_stop nb_parse_stop(const struct nb_mended *m);

/*
 * Builds the tree of what can be read, to the end or to the stop.  Findings
 * are about what is well-formed but not accepted: Y13-Y19.
 */
const struct nb_node *nb_parse(struct nb_arena *a, const struct nb_mended *m,
    struct nb_diags *d, struct nb_stop *stop);
