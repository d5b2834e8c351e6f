#include "cli/own_codes.h"

#include "diag/code_rows.h"

#include "cli/own_codes.def"
