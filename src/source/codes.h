/*
 * source/codes.h - the codes of the source layer: Y01-Y29 (YAML), G01
 * (encoding), A01-A03 (files).  The rows are in source/codes.def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, name, severity, title, basis, help, why) \
	extern const struct nb_code nb_code_##id;
#include "source/codes.def"
#undef NB_CODE
