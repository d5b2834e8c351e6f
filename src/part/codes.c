#include "part/codes.h"

#include "diag/code_rows.h"

#include "part/codes.def"
