/*
 * font/codes.h - findings about fonts (codes.def).
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "font/codes.def"
#undef NB_CODE
