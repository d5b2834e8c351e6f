/*
 * layout/codes.h - codes of this layer; the rows are in codes.def.
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "layout/codes.def"
#undef NB_CODE
