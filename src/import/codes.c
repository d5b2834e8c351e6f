#include "import/codes.h"

#include "diag/code_rows.h"

#include "import/codes.def"
