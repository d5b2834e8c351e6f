#include "layout/codes.h"

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
#include "layout/codes.def"
#undef NB_CODE
