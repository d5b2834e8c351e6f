/*
 * cli/ledger_show.h - a ledger as text, as data, as a document.
 */
#pragma once

#include "check/ledger.h"

#include <glib.h>

struct nb_data;
struct nb_diags;
struct nb_output;

/* What a ledger becomes. */
struct nb_ledger_form {
	unsigned width; /* of a line [cell] */
	bool colour;
	const struct nb_data *data;     /* with template and fonts, for pages */
	const struct nb_output *output; /* of pages */
	struct nb_diags *diags;
};

/* a is for scratch. */
typedef enum nb_status nb_ledger_write_fn(GString *out, struct nb_arena *a,
    const struct nb_ledger *l, const struct nb_ledger_form *form);

/* For people; an object a line; a table for a spreadsheet; on paper. */
nb_ledger_write_fn nb_ledger_text, nb_ledger_json, nb_ledger_csv,
    nb_ledger_pages;
