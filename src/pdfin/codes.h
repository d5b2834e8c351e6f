/*
 * pdfin/codes.h - findings about PDF files that are read (codes.def).
 */
#pragma once

#include "diag/diag.h"

#define NB_CODE(id, ...) extern const struct nb_code nb_code_##id;
#include "pdfin/codes.def"
#undef NB_CODE
