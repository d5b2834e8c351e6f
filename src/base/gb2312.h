/*
 * base/gb2312.h - the 6763 hanzi of GB 2312-80.
 */
#pragma once

#include "base/base.h"

bool nb_gb2312_has(uint32_t c);
