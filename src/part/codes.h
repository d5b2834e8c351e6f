/*
 * part/codes.h - findings about parts of the program (codes.def).
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "part/codes.def"
#undef NB_CODE
