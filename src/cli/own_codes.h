/*
 * cli/own_codes.h - the codes of this layer: A33-A39, what verify finds;
 * A50-A59, files that the command line names; A70-A79, the ledger.  The rows
 * are in cli/own_codes.def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, name, severity, title, basis, help, why) \
	extern const struct nb_code nb_code_##id;
#include "cli/own_codes.def"
#undef NB_CODE
