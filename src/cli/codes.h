/*
 * cli/codes.h - every code of every layer, by itself and in groups.
 */
#pragma once

#include "cli/cli.h"
#include "diag/diag.h"

#include <glib.h>

/* Sorted by id (const struct nb_code *). */
GPtrArray *nb_codes_all(void);

/* By id (s01 is S01 too) or by name; NULL when there is none. */
const struct nb_code *nb_codes_find(const GPtrArray *all, const char *word);

/* The codes of one letter. */
struct nb_code_group {
	char letter;
	const char *title; /* what they are about */
};

extern const struct nb_code_group nb_code_groups[];
extern const size_t nb_n_code_groups;

/* By its letter (s is S too); NULL when there is none. */
const struct nb_code_group *nb_code_group_find(const char *word);
bool nb_code_group_has(
    const struct nb_code_group *group, const struct nb_code *code);

/* Says that there is no such code, and the nearest one. */
void
nb_codes_complain(struct nb_cli *cli, const GPtrArray *all, const char *word);
