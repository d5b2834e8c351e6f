/*
 * output/codes.h - findings about writing (codes.def).
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "output/codes.def"
#undef NB_CODE
