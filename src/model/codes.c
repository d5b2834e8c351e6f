#include "model/codes.h"

#include "diag/code_rows.h"

#include "model/codes.def"
