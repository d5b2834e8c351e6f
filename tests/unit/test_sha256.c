/*
 * The hash is GLib's, whatever the length and wherever the bytes are parted.
 */
#include "base/sha256.h"

#include <glib.h>

enum { MOST = 300 };

static void
check(const uint8_t *bytes, size_t n, size_t first)
{
	g_autofree char *want =
	    g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
	g_autofree char *got = NULL;
	struct nb_sha256 h;

	nb_sha256_begin(&h);
	nb_sha256_add(&h, bytes, first);
	nb_sha256_add(&h, bytes + first, n - first);
	got = nb_sha256_end(&h);
	g_assert_cmpstr(got, ==, want);
}

static void
test_lengths(void)
{
	uint8_t bytes[MOST];

	for (unsigned i = 0; i < MOST; i++)
		bytes[i] = (uint8_t)(i * 7 + i / 251);
	for (size_t n = 0; n < MOST; n++)
		check(bytes, n, n / 3);
	for (size_t first = 0; first < MOST; first++)
		check(bytes, MOST, first);
}

/* FIPS 180-2, B.1 */
static void
test_known(void)
{
	g_autofree char *got = nb_sha256_of("abc", 3);

	g_assert_cmpstr(got, ==,
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sha256/lengths", test_lengths);
	g_test_add_func("/sha256/known", test_known);
	return g_test_run();
}
