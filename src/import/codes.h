/*
 * import/codes.h - the codes of the import layer: A60-A69 (old documents),
 * L60, L61 (the words).  The rows are in import/codes.def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, name, severity, title, basis, help, why) \
	extern const struct nb_code nb_code_##id;
#include "import/codes.def"
#undef NB_CODE
