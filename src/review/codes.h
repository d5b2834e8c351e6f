/*
 * review/codes.h - codes of this layer, A41-A45; the rows are in codes.def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "review/codes.def"
#undef NB_CODE
