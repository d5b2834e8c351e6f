/*
 * diag/code_rows.h - turns the rows of a layer's codes.def into nb_codes.
 *
 * Included by that layer's codes.c only, in front of the .def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(code, fault, level, what, clause, mend, reason) \
	const struct nb_code nb_code_##code = { \
		.id = #code, \
		.name = fault, \
		.severity = level, \
		.title = what, \
		.basis = clause, \
		.help = mend, \
		.why = reason, \
	};
