/*
 * check/ledger_part.h - the parts of an organ's ledger, from its files.
 */
#pragma once

#include "check/ledger.h"

#include <glib.h>

/* A promise, a problem is looked for in the files of so many years. */
enum { NB_LEDGER_REACH = 10 };

/* o has its files, gaps and newest year. */
void nb_ledger_promises(struct nb_arena *a, struct nb_ledger_organ *o);
void nb_ledger_problems(struct nb_arena *a, struct nb_ledger_organ *o);
void nb_ledger_figures(struct nb_arena *a, struct nb_ledger_organ *o,
    const struct nb_words *small_is_good);

/* In the order of files by name, of an entry in its file: <0, 0, >0. */
int nb_ledger_compare(
    const struct nb_ledger_entry *a, const struct nb_ledger_entry *b);
