#include "base/sha256.h"

#include <glib.h>

void
nb_sha256_begin(struct nb_sha256 *h)
{
	sha256_init(&h->context);
}

void
nb_sha256_add(struct nb_sha256 *h, const void *bytes, size_t n)
{
	sha256_update(&h->context, n, bytes);
}

char *
nb_sha256_end(struct nb_sha256 *h)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	char *hex = g_malloc(2 * sizeof digest + 1);

	sha256_digest(&h->context, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++)
		g_snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	return hex;
}

char *
nb_sha256_of(const void *bytes, size_t n)
{
	struct nb_sha256 h;

	nb_sha256_begin(&h);
	nb_sha256_add(&h, bytes, n);
	return nb_sha256_end(&h);
}
