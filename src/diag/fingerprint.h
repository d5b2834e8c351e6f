/*
 * diag/fingerprint.h - a finding recognised in a later version of its file.
 */
#pragma once

#include "diag/diag.h"

enum { NB_FINGERPRINT = 16 }; /* hexadecimal digits */

/*
 * Of the words at the place and those around it on the same line, so that it
 * outlives edits elsewhere; of a finding about the file as a whole the
 * message without its numbers.  Two findings may share one: tell them apart by
 * file and code, then by how often they occur.  ret is NUL-terminated.
 */
void nb_diag_fingerprint(const struct nb_diag *g, char ret[NB_FINGERPRINT + 1]);
