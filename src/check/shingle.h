/*
 * check/shingle.h - fingerprints of a text: of each few shingles, pieces of
 * NB_SHINGLE letters, the one of the least hash (winnowing).
 *
 * Two texts that have NB_SHINGLE + NB_SHINGLE_WINDOW - 1 letters in a row in
 * common have a fingerprint in common, wherever those stand.
 */
#pragma once

#include <glib.h>
#include <stdint.h>

enum { NB_SHINGLE = 10, NB_SHINGLE_WINDOW = 5 };

struct nb_shingle {
	uint64_t hash;
	uint32_t at; /* of its first letter */
};

/* Appends those of the letters to ret (struct nb_shingle), by place. */
void nb_shingles_pick(const uint16_t *letter, uint32_t n, GArray *ret);

/* So many fingerprints at least are in so many common letters in a row. */
uint32_t nb_shingles_least(uint32_t letters);
