/*
 * check/ledger_organ.h - whose file it is: the files of a ledger by organ.
 */
#pragma once

#include "check/ledger.h"

#include <glib.h>

/* Files of one organ, in file[begin, end). */
struct nb_ledger_group {
	uint32_t begin, end;
	struct nb_str name;
};

struct nb_ledger_groups {
	const struct nb_ledger_file *const *file;
	const struct nb_ledger_group *group; /* by name */
	uint32_t n;
};

/*
 * “柳溪街道办事处” is short for “青荷区柳溪街道办事处” when no other organ's
 * name ends so.  Within an organ the older first, a plan before the report of
 * its year; of two files of one kind and year only that with the shorter name
 * is there, of equals the first by name.  Sets twins and unclear names of l.
 */
struct nb_ledger_groups nb_ledger_group(struct nb_arena *a,
    struct nb_ledger_file *const *file, uint32_t n, struct nb_ledger *l);
