/*
 * part/whole.h - whether a shared object is all there.
 */
#pragma once

#include "base/base.h"

/*
 * What is cut off of one that is loaded is missed when it is used, which ends
 * the program.  True, too, of what is no shared object: dlopen says so.
 */
bool nb_part_is_whole(const char *path);
