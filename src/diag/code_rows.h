/*
 * diag/code_rows.h - turns the rows of a layer's codes.def into nb_codes.
 *
 * Included by that layer's codes.c only, in front of the .def.  A row is
 * NB_CODE, or NB_CODE_FIX when its findings say what to write instead.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(...) NB_CODE_ROW(false, __VA_ARGS__)
#define NB_CODE_FIX(...) NB_CODE_ROW(true, __VA_ARGS__)
#define NB_CODE_ROW(can_fix, code, fault, level, what, clause, mend, reason) \
	const struct nb_code nb_code_##code = { \
		.id = #code, \
		.name = fault, \
		.severity = level, \
		.title = what, \
		.basis = clause, \
		.help = mend, \
		.why = reason, \
		.fixable = can_fix, \
	};
