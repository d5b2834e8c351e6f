/*
 * compare/common.h - what two sequences have in common, in order.
 */
#pragma once

#include "base/base.h"

/*
 * A longest common subsequence of a and b, or nearly one where they differ
 * much: pair[i] is the place in b of a[i], or UINT32_MAX.  The work is at most
 * some hundred steps for each element.
 */
void nb_common_find(const uint32_t *a, uint32_t n_a, const uint32_t *b,
    uint32_t n_b, uint32_t *pair);

/*
 * Of pairs in the order of a, those whose b ascend and whose weights sum up to
 * most: keep[i] says so.
 */
void nb_common_ascending(
    const uint32_t *b, const uint64_t *weight, uint32_t n, bool *keep);
