/*
 * model/figures.h - 指标 by name, for {名} in prose.  Used while a report is
 * built; finish frees the index.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_indicator;
struct nb_report;

struct nb_figures {
	const struct nb_report *report; /* that is being read: its 字形 */
	const struct nb_indicator *indicator;
	uint32_t n;
	GHashTable *by_name; /* looked up only, never walked */
	unsigned guesses;    /* “did you mean” still to be given */
};

void nb_figures_init(struct nb_figures *f);
void nb_figures_finish(struct nb_figures *f);

/* The indicators, once read; of two with one name the first counts. */
void nb_figures_set(
    struct nb_figures *f, const struct nb_indicator *indicator, uint32_t n);

/* NULL when there is none of that name. */
const struct nb_indicator *
nb_figures_find(const struct nb_figures *f, struct nb_str name);

/* The indicator whose name is nearest to a mistyped one, or NULL. */
const struct nb_indicator *
nb_figures_nearest(struct nb_figures *f, struct nb_str name);
