#include "cli/batch/shard.h"

#include <glib.h>
#include <string.h>

/* Digits up to `end`, a number from 1. */
static bool
read_number(const char *from, const char *end, uint32_t *ret)
{
	uint32_t x = 0;

	if (from == end)
		return false;
	for (; from < end; from++) {
		if (!g_ascii_isdigit(*from))
			return false;
		x = x * 10 + (uint32_t)(*from - '0');
		if (x > NB_SHARDS_MOST)
			return false;
	}
	*ret = x;
	return x > 0;
}

bool
nb_shard_read(const char *word, struct nb_shard *ret)
{
	const char *slash = strchr(word, '/');

	*ret = (struct nb_shard){ 1, 1 };
	return slash != NULL && read_number(word, slash, &ret->k) &&
	    read_number(slash + 1, word + strlen(word), &ret->n) &&
	    ret->k <= ret->n;
}

uint32_t
nb_shard_of(const char *name, uint32_t n)
{
	enum { DIGITS = 16 }; /* of 8 bytes */
	g_autofree char *hash =
	    g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);

	hash[DIGITS] = '\0';
	return (uint32_t)(g_ascii_strtoull(hash, NULL, 16) % n) + 1;
}
