#include "output/codes.h"

#define NB_CODE(id, ...) \
	const struct nb_code nb_code_##id = { #id, __VA_ARGS__ };
#include "output/codes.def"
#undef NB_CODE
