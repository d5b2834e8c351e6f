/*
 * check/per_line.h - one finding of a rule for each line is enough.
 */
#pragma once

#include "base/text.h"

/*
 * Whether s stands on another line than the last one that was asked about,
 * which *line remembers; it begins as 0.
 */
bool nb_per_line(uint32_t *line, struct nb_span s);
