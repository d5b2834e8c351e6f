#include "output/codes.h"

#include "diag/code_rows.h"

#include "output/codes.def"
