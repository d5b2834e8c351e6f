/*
 * Streams in which every byte stands for itself: another's reader finds the
 * bytes in them, whatever they are and wherever their pieces meet.
 */
#include "output/pdf/huffman.h"

#include <libdeflate.h>
#include <string.h>

enum { MOST = 70000 }; /* more than a block of bytes as they are */

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
	{ "long-head", EVEN, MOST, MOST - 1 },
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

/* As program_cff.c does it: pieces are coded, or copied from elsewhere. */
static GByteArray *
pack(struct nb_bytes whole, size_t head)
{
	struct nb_bits coded = nb_huffman_begin();
	GByteArray *stream;
	bool copied = false;

	for (size_t at = head, n = 1; at < whole.n; at += n, copied = !copied) {
		const struct nb_bytes piece = { whole.p + at,
			n = MIN(n * 3 % 1000 + 1, whole.n - at) };
		struct nb_bits elsewhere = nb_bits_new();

		nb_bits_code(copied ? &elsewhere : &coded, piece);
		nb_bits_append(
		    &coded, elsewhere.bytes->data, nb_bits_end(&elsewhere));
		nb_bits_free(&elsewhere);
	}
	stream = nb_huffman_end(&coded, whole, head);
	nb_bits_free(&coded);
	return stream;
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data), n = rows[i].n;
	g_autofree uint8_t *bytes = g_malloc(n + 1), *back = g_malloc(n + 1);
	g_autoptr(GByteArray) stream = NULL;
	struct libdeflate_decompressor *reader =
	    libdeflate_alloc_decompressor();
	size_t n_back;

	for (uint32_t j = 0; j < n; j++)
		bytes[j] = byte_of(rows[i].kind, j);
	stream = pack((struct nb_bytes){ bytes, n }, rows[i].head);
	g_assert_cmpint(libdeflate_zlib_decompress(reader, stream->data,
			    stream->len, back, n + 1, &n_back),
	    ==, LIBDEFLATE_SUCCESS);
	g_assert_cmpuint(n_back, ==, n);
	g_assert_true(memcmp(back, bytes, n) == 0);
	libdeflate_free_decompressor(reader);
}

/* Outlines are mostly numbers near 0, whose bytes are around 139. */
static void
test_outline(void)
{
	uint8_t bytes[1000];
	g_autoptr(GByteArray) stream = NULL;

	for (uint32_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (uint8_t)(139 - 8 + (i * 2654435761U >> 28));
	stream = pack((struct nb_bytes){ bytes, sizeof(bytes) }, 0);
	g_assert_cmpuint(stream->len, <, sizeof(bytes) * 4 / 5);
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
	g_test_add_func("/huffman/outline", test_outline);
	return g_test_run();
}
