#include "font/codes.h"

#include "diag/code_rows.h"

#include "font/codes.def"
