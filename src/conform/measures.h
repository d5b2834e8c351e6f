/*
 * conform/measures.h - the measurements; rows in measures.def.
 */
#pragma once

#include "conform/reading.h"

#define NB_MEASURE(name, path, title) nb_measure_fn nb_measure_##name;
#include "conform/measures.def"
#undef NB_MEASURE
