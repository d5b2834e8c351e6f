#include "pdfin/codes.h"

#include "diag/code_rows.h"

#include "pdfin/codes.def"
