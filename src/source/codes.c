#include "source/codes.h"

#include "diag/code_rows.h"

#include "source/codes.def"
