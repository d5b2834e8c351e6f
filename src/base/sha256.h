/*
 * base/sha256.h - the hash that files are known by (FIPS 180-4).
 *
 * Nettle does it with the processor's instructions where it has some: GLib's
 * took as long for a PDF as to make one.
 */
#pragma once

#include <nettle/sha2.h>
#include <stddef.h>

struct nb_sha256 {
	struct sha256_ctx context;
};

void nb_sha256_begin(struct nb_sha256 *h);
void nb_sha256_add(struct nb_sha256 *h, const void *bytes, size_t n);

/* The hash in 64 hexadecimal digits, for g_free. */
char *nb_sha256_end(struct nb_sha256 *h);
char *nb_sha256_of(const void *bytes, size_t n);
