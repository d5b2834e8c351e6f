#include "source/codes.h"

#define NB_CODE(id_, name_, severity_, title_, basis_, help_, why_) \
	const struct nb_code nb_code_##id_ = { \
		.id = #id_, \
		.name = name_, \
		.severity = severity_, \
		.title = title_, \
		.basis = basis_, \
		.help = help_, \
		.why = why_, \
	};
#include "source/codes.def"
#undef NB_CODE
