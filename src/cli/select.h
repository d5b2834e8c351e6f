/*
 * cli/select.h - which codes the user wants to hear of: --select, --ignore.
 */
#pragma once

#include "cli/cli.h"
#include "diag/diag.h"

#include <glib.h>

struct nb_selection {
	GHashTable *unwanted; /* of struct nb_code, or NULL: all are wanted */
};

/*
 * From lists of codes, their names and letters of groups, with commas between
 * them; only (NULL: everything) without those of never.  False, and the user
 * has been told, when a word is none of these.  Clear it in any case.
 */
NB_MUST_USE bool nb_selection_read(struct nb_selection *s, struct nb_cli *cli,
    char *const *only, char *const *never);
void nb_selection_clear(struct nb_selection *s);

bool nb_selection_has(const struct nb_selection *s, const struct nb_code *code);

/* Drops the findings of codes that are not wanted. */
void nb_selection_apply(const struct nb_selection *s, struct nb_diags *d);
