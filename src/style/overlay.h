/*
 * style/overlay.h - a house style laid over the style it departs from.
 *
 * A house style is a template file with the key 依照 and only the values that
 * differ, under the same keys.  A value may stand bare where the style below
 * says {值, 条}; a list of maps (标题层次) is addressed by the first value of
 * its maps: {（一）: {接排: 否}}.
 */
#pragma once

#include "base/base.h"
#include "base/str.h"

struct nb_arena;
struct nb_diags;
struct nb_node;

/* One value that differs. */
struct nb_departure {
	struct nb_str path, base, own, clause;
};

struct nb_overlay {
	const struct nb_node *node; /* the style below with the own values */
	const struct nb_departure *departure; /* in the order of the file */
	uint32_t n;
};

/*
 * False with findings (L31, L32) when over has a key that the style below
 * does not know, or a value of another shape.
 */
NB_MUST_USE bool
nb_overlay_apply(struct nb_arena *a, const struct nb_node *base,
    const struct nb_node *over, struct nb_diags *d, struct nb_overlay *ret);
