/*
 * cli/batch/shard.h - one of N disjoint parts of a list: what a machine of a
 * cluster does.
 *
 * The part of an input follows from its name alone, so every machine finds
 * the same parts: the first 8 bytes of the SHA-256 of the name, as a number
 * with the greatest byte first, modulo N, plus 1.
 */
#pragma once

#include "base/base.h"

enum { NB_SHARDS_MOST = 100000 };

struct nb_shard {
	uint32_t k, n; /* part k of n, from 1; 1 of 1 is everything */
};

/* “3/8”; false when it is none of that form. */
NB_MUST_USE bool nb_shard_read(const char *word, struct nb_shard *ret);

/* The part of an input, of n. */
uint32_t nb_shard_of(const char *name, uint32_t n);
