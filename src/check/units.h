/*
 * check/units.h - the organs that 牵头 and 责任 name.
 */
#pragma once

#include "check/rule.h"

/* One name in a list of them. */
struct nb_unit {
	struct nb_str name;
	size_t begin, end; /* [byte] in the prose */
	uint32_t mark;     /* that parts it from the next; 0: the last */
};

/*
 * The next name from *at on; false at the end.  Names are parted by 、 and by
 * what people write for it: ， , ； ; - outside of brackets.
 */
bool nb_unit_next(struct nb_str list, size_t *at, struct nb_unit *ret);

/* Visits every 牵头 and 责任 of the report, in the order of reading. */
typedef void nb_unit_fn(void *to, const struct nb_prose *list);
void nb_units_walk(const struct nb_check *ck, nb_unit_fn *visit, void *to);
