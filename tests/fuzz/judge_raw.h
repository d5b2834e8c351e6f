/*
 * judge_raw.h - what must hold for whatever a reader makes of any bytes.
 */
#pragma once

#include "import/raw.h"

void judge_raw(const struct nb_reader *reader, struct nb_str bytes);
