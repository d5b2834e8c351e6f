/*
 * Streams in which every byte stands for itself: another's reader finds the
 * bytes in them, whatever they are and wherever their parts meet.
 */
#include "output/pdf/huffman.h"

#include <libdeflate.h>
#include <string.h>

enum { MOST = 70000 };

/* How the bytes are spread. */
enum kind { NOTHING, SAME, TWO, EVEN, STEEP };

static const struct {
	const char *name;
	enum kind kind;
	size_t n, head;
} rows[] = {
	{ "empty", NOTHING, 0, 0 },
	{ "one-byte", SAME, 1, 0 },
	{ "same", SAME, 1001, 0 },
	{ "two", TWO, 1002, 3 },
	{ "even", EVEN, MOST, 0 },
	{ "even-and-head", EVEN, MOST, 4097 },
	{ "steep", STEEP, MOST, 1 },
	{ "all-is-head", STEEP, 1003, 1003 },
};

/* STEEP: each byte is half as often as the one before it. */
static uint8_t
byte_of(enum kind kind, uint32_t i)
{
	const uint32_t mixed = i * 2654435761U;

	switch (kind) {
	case NOTHING:
	case SAME:
		return 0xFF;
	case TWO:
		return mixed >> 31 ? 'a' : 'b';
	case EVEN:
		return (uint8_t)(mixed >> 24);
	case STEEP:
		return (uint8_t)(i == 0 ? 40 : g_bit_nth_lsf(i, -1));
	}
	g_assert_not_reached();
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data), n = rows[i].n;
	g_autofree uint8_t *bytes = g_malloc(n + 1), *back = g_malloc(n + 1);
	g_autoptr(GString) to = g_string_new("before");
	struct libdeflate_decompressor *reader =
	    libdeflate_alloc_decompressor();
	size_t n_back;

	for (uint32_t j = 0; j < n; j++)
		bytes[j] = byte_of(rows[i].kind, j);
	nb_huffman_put(to, bytes, n, rows[i].head);
	g_assert_true(g_str_has_prefix(to->str, "before"));
	g_assert_cmpint(libdeflate_zlib_decompress(reader, to->str + 6,
			    to->len - 6, back, n + 1, &n_back),
	    ==, LIBDEFLATE_SUCCESS);
	g_assert_cmpuint(n_back, ==, n);
	g_assert_true(memcmp(back, bytes, n) == 0);
	if (rows[i].kind == STEEP && n == MOST)
		g_assert_cmpuint(to->len, <, n * 2 / 7);
	libdeflate_free_decompressor(reader);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		g_autofree char *name =
		    g_strdup_printf("/huffman/%s", rows[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_row);
	}
	return g_test_run();
}
