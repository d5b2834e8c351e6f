/*
 * Property: bytes of any length have the hash that GLib gives them.
 */
#include "base/sha256.h"

#include <glib.h>

enum { MOST = 100000 };

static void
test_lengths(gconstpointer data)
{
	const size_t step = GPOINTER_TO_SIZE(data);
	g_autofree char *bytes = g_malloc(MOST);

	for (size_t i = 0; i < MOST; i++)
		bytes[i] = (char)(i * i >> 5 ^ i);
	for (size_t n = 0; n <= step * 200; n += step) {
		g_autofree char *ours = nb_sha256((struct nb_str){ bytes, n });
		g_autofree char *theirs = g_compute_checksum_for_data(
		    G_CHECKSUM_SHA256, (const guchar *)bytes, n);

		g_assert_cmpstr(ours, ==, theirs);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func(
	    "/sha256/one-by-one", GSIZE_TO_POINTER(1), test_lengths);
	g_test_add_data_func(
	    "/sha256/far-apart", GSIZE_TO_POINTER(499), test_lengths);
	return g_test_run();
}
