#include "review/codes.h"

#include "diag/code_rows.h"

#include "review/codes.def"
