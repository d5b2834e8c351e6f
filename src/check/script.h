/*
 * check/script.h - a report in Traditional characters meets word lists in
 * Simplified ones.
 */
#pragma once

#include "model/report.h"

struct nb_arena;

/*
 * s in the script of the word lists: s itself, or a copy of the same
 * length when the report is Traditional.
 */
struct nb_str
nb_script_plain(struct nb_arena *a, const struct nb_report *r, struct nb_str s);
