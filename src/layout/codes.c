#include "layout/codes.h"

#include "diag/code_rows.h"

#include "layout/codes.def"
