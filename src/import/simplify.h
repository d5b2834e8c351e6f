/*
 * import/simplify.h - Traditional to Simplified, by OpenCC.
 */
#pragma once

#include <stdbool.h>

struct nb_patch;

struct nb_simplifier; /* OpenCC's own */

/* NULL: OpenCC's data are not installed. */
struct nb_simplifier *nb_simplifier_new(void);
void nb_simplifier_free(struct nb_simplifier *s);

void nb_repair_traditional(struct nb_patch *p, struct nb_simplifier *s);
