#include "style/codes.h"

#include "diag/code_rows.h"

#include "style/codes.def"
