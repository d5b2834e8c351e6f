/*
 * Charstrings with their subroutines put in and their hints left out: what
 * comes of it byte by byte, and what is refused.  A subroutine's number is
 * written as a byte: of few subroutines, 32 ("\x20") is the first.
 */
#include "output/pdf/type2.h"

#include <glib.h>
#include <string.h>

enum { SUBRS = 3 };

/* Bytes, which may be 0. */
struct piece {
	const char *p;
	size_t n;
};

#define B(lit) \
	{ \
		lit, sizeof(lit) - 1 \
	}
#define MOVE "\x8b\x16" /* 0 hmoveto */
#define MASK "\x0a"     /* of hints; a call if it were read as an operator */
#define TEN "\x8b\x8b\x8b\x8b\x8b\x8b\x8b\x8b\x8b\x8b"

static const struct {
	const char *name;
	struct piece glyph, local[SUBRS], global[SUBRS];
	struct piece want; /* NULL: refused */
} rows[] = {
	{ "plain", B(MOVE "\x0e"), { { 0 } }, { { 0 } }, B(MOVE "\x0e") },
	{ "numbers", B("\x1c\x01\x02\xff\1\2\3\4\xf7\0\xfe\0\x05\x0e"),
	    { { 0 } }, { { 0 } },
	    B("\x1c\x01\x02\xff\1\2\3\4\xf7\0\xfe\0\x05\x0e") },
	{ "local", B("\x20\x0a\x0e"), { B(MOVE "\x0b") }, { { 0 } },
	    B(MOVE "\x0e") },
	{ "global", B("\x21\x1d\x0e"), { { 0 } }, { B("\x0b"), B(MOVE "\x0b") },
	    B(MOVE "\x0e") },
	{ "ends-in-subroutine", B("\x20\x1d" MOVE), { { 0 } },
	    { B(MOVE "\x0e") }, B(MOVE "\x0e") },
	{ "number-of-two-bytes", B("\x1c\xff\x95\x0a\x0e"), { B(MOVE "\x0b") },
	    { { 0 } }, B(MOVE "\x0e") },
	{ "operands-before", B("\x8c\x8d\x20\x0a\x0e"), { B("\x15\x0b") },
	    { { 0 } }, B("\x8c\x8d\x15\x0e") },
	{ "operands-from-subroutine", B("\x20\x0a\x15\x0e"),
	    { B("\x8c\x8d\x0b") }, { { 0 } }, B("\x8c\x8d\x15\x0e") },
	{ "number-from-subroutine", B("\x20\x0a\x0a\x0e"),
	    { B("\x21\x0b"), B(MOVE "\x0b") }, { { 0 } }, B(MOVE "\x0e") },
	{ "two-calls-in-wait", B("\x20\x21\x0a\x0a\x0e"),
	    { B(MOVE "\x0b"), B("\x0b") }, { { 0 } }, B(MOVE "\x0e") },
	{ "stems", B("\x8b\x8b\x01\x8b\x8b\x03" MOVE "\x0e"), { { 0 } },
	    { { 0 } }, B(MOVE "\x0e") },
	{ "mask", B("\x8b\x8b\x12\x8b\x8b\x13" MASK MOVE "\x0e"), { { 0 } },
	    { { 0 } }, B(MOVE "\x0e") },
	{ "mask-after-width", B("\x8c\x8b\x8b\x12\x14" MASK MOVE "\x0e"),
	    { { 0 } }, { { 0 } }, B("\x8c" MOVE "\x0e") },
	{ "mask-of-two-bytes", B(TEN "\x12" TEN "\x13" MASK MASK MOVE "\x0e"),
	    { { 0 } }, { { 0 } }, B(MOVE "\x0e") },
	{ "masks-between", B(TEN "\x12\x13" MASK MOVE "\x13" MASK MOVE "\x0e"),
	    { { 0 } }, { { 0 } }, B(MOVE MOVE "\x0e") },
	{ "no-mask-but-a-number", B("\xf7\x13\x16\xf7\x14\x16\x0e"), { { 0 } },
	    { { 0 } }, B("\xf7\x13\x16\xf7\x14\x16\x0e") },
	{ "stems-from-subroutine", B("\x20\x0a\x13" MASK MASK MOVE "\x0e"),
	    { B(TEN "\x12" TEN "\x0b") }, { { 0 } }, B(MOVE "\x0e") },
	{ "wide-width", B("\xf7\x07\x8b\x8b\x01\x8b\x8b\x03" MOVE "\x0e"),
	    { { 0 } }, { { 0 } }, B("\xf7\x07" MOVE "\x0e") },
	{ "width-then-call", B("\x8c\x8b\x8b\x01\x20\x0a\x0e"),
	    { B("\x8b\x8b\x03" MOVE "\x0b") }, { { 0 } },
	    B("\x8c" MOVE "\x0e") },
	{ "width-alone", B("\x8c\x8b\x8b\x01\x0e"), { { 0 } }, { { 0 } },
	    B("\x8c\x0e") },
	{ "no-width-after-drawing", B(MOVE "\x8c\x8b\x8b\x01" MOVE "\x0e"),
	    { B("\x0b") }, { { 0 } }, B(MOVE MOVE "\x0e") },
	{ "flex", B(MOVE TEN "\x8b\x8b\x8b\x0c\x23\x0e"), { { 0 } }, { { 0 } },
	    B(MOVE TEN "\x8b\x8b\x8b\x0c\x23\x0e") },

	{ "empty", B(""), { { 0 } }, { { 0 } }, { 0 } },
	{ "no-end", B(MOVE), { { 0 } }, { { 0 } }, { 0 } },
	{ "return-of-glyph", B(MOVE "\x0b"), { { 0 } }, { { 0 } }, { 0 } },
	{ "no-return", B("\x20\x0a\x0e"), { B(MOVE) }, { { 0 } }, { 0 } },
	{ "reserved", B("\x8b\x02\x0e"), { { 0 } }, { { 0 } }, { 0 } },
	{ "accented", B("\x8b\x8b\x8b\x8b\x0e"), { { 0 } }, { { 0 } }, { 0 } },
	{ "arithmetic", B("\x8b\x8b\x0c\x0a\x16\x0e"), { { 0 } }, { { 0 } },
	    { 0 } },
	{ "number-cut", B("\x1c\x01"), { { 0 } }, { { 0 } }, { 0 } },
	{ "fraction-cut", B("\xff\x01"), { { 0 } }, { { 0 } }, { 0 } },
	{ "mask-cut", B("\x8b\x8b\x12\x13"), { { 0 } }, { { 0 } }, { 0 } },
	{ "flex-cut", B("\x8b\x0c"), { { 0 } }, { { 0 } }, { 0 } },
	{ "no-such-subroutine", B("\x21\x0a\x0e"), { B(MOVE "\x0b") },
	    { { 0 } }, { 0 } },
	{ "negative-subroutine", B("\xfe\xff\x0a\x0e"), { B(MOVE "\x0b") },
	    { { 0 } }, { 0 } },
	{ "call-by-fraction", B("\xff\xff\x95\0\0\x0a\x0e"), { B(MOVE "\x0b") },
	    { { 0 } }, { 0 } },
	{ "call-of-nothing", B("\x0a\x0e"), { B(MOVE "\x0b") }, { { 0 } },
	    { 0 } },
	{ "call-of-width", B("\x8b\x8b\x8b\x01\x0a\x0e"), { B(MOVE "\x0b") },
	    { { 0 } }, { 0 } },
	{ "many-operands", B(TEN TEN TEN TEN TEN "\x12\x0e"), { { 0 } },
	    { { 0 } }, { 0 } },
	{ "endless", B("\x20\x0a\x0e"), { B("\x20\x0a\x0b") }, { { 0 } },
	    { 0 } },
	{ "endless-in-turn", B("\x20\x0a\x0e"), { B("\x20\x1d\x0b") },
	    { B("\x20\x0a\x0b") }, { 0 } },
};

/* An INDEX, in memory of exactly its length. */
static struct nb_cff_index
index_of(const struct piece *piece, unsigned n, void **ret_bytes)
{
	g_autoptr(GByteArray) b = g_byte_array_new();
	struct nb_cff_index index;
	uint32_t at = 1;

	nb_bytes_add(b, n, 2);
	nb_bytes_add(b, 4, 1);
	for (unsigned i = 0; i <= n; i++) {
		nb_bytes_add(b, at, 4);
		at += i < n ? (uint32_t)piece[i].n : 0;
	}
	for (unsigned i = 0; i < n; i++)
		nb_bytes_copy(b,
		    (struct nb_bytes){
			(const uint8_t *)piece[i].p, piece[i].n });
	*ret_bytes = g_memdup2(b->data, b->len);
	g_assert_true(nb_cff_index_read(
	    (struct nb_bytes){ *ret_bytes, b->len }, 0, &index));
	g_assert_cmpuint(index.end, ==, b->len);
	return index;
}

static bool
plain(struct piece glyph, const struct piece *local, const struct piece *global,
    unsigned n, GByteArray *to)
{
	void *locals, *globals, *bytes = g_memdup2(glyph.p, glyph.n);
	const struct nb_cff_index l = index_of(local, n, &locals);
	const struct nb_cff_index g = index_of(global, n, &globals);
	const bool good = nb_type2_plain(
	    (struct nb_bytes){ bytes, glyph.n }, &l, &g, false, to);

	g_free(locals);
	g_free(globals);
	g_free(bytes);
	return good;
}

/* The same when it is known that there are no subroutines. */
static void
check_simple(struct piece glyph, const GByteArray *want)
{
	const struct nb_cff_index none = { 0 };
	g_autoptr(GByteArray) to = g_byte_array_new();
	g_autofree uint8_t *bytes = g_memdup2(glyph.p, glyph.n);

	g_assert_true(nb_type2_plain(
	    (struct nb_bytes){ bytes, glyph.n }, &none, &none, true, to));
	g_assert_cmpuint(to->len, ==, want->len);
	g_assert_true(memcmp(to->data, want->data, to->len) == 0);
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GByteArray) to = g_byte_array_new();
	const bool good =
	    plain(rows[i].glyph, rows[i].local, rows[i].global, SUBRS, to);

	g_assert_cmpint(good, ==, rows[i].want.p != NULL);
	if (!good)
		return;
	g_assert_cmpuint(to->len, ==, rows[i].want.n);
	g_assert_true(memcmp(to->data, rows[i].want.p, to->len) == 0);
	if (rows[i].local[0].p == NULL && rows[i].global[0].p == NULL)
		check_simple(rows[i].glyph, to);
}

/* What is there before stays. */
static void
test_append(void)
{
	const struct piece none[SUBRS] = { { 0 } }, glyph = B(MOVE "\x0e");
	g_autoptr(GByteArray) to = g_byte_array_new();

	nb_bytes_add(to, 7, 1);
	g_assert_true(plain(glyph, none, none, SUBRS, to));
	g_assert_true(plain(glyph, none, none, SUBRS, to));
	g_assert_cmpuint(to->len, ==, 1 + 2 * glyph.n);
	g_assert_cmpuint(to->data[0], ==, 7);
}

/* Each subroutine calls the next one many times, the last one does nothing. */
static void
test_bomb(void)
{
	enum { LEVELS = 9, CALLS = 200 };
	struct piece local[LEVELS], none[LEVELS] = { { 0 } };
	const struct piece glyph = B("\x20\x0a\x0e");
	g_autoptr(GByteArray) to = g_byte_array_new();
	char text[LEVELS][2 * CALLS + 1];

	for (unsigned i = 0; i < LEVELS; i++) {
		for (unsigned j = 0; j < CALLS; j++) {
			text[i][2 * j] = (char)(32 + i + 1);
			text[i][2 * j + 1] = 10;
		}
		text[i][2 * CALLS] = 11;
		local[i] = (struct piece){ text[i], 2 * CALLS + 1 };
	}
	local[LEVELS - 1] = (struct piece)B("\x0b");
	g_assert_false(plain(glyph, local, none, LEVELS, to));
}

/* A glyph of more than 64 KB, of a long subroutine and by itself. */
static void
test_long(void)
{
	enum { HALF = 40000 };
	g_autofree char *text = g_malloc(2 * HALF);
	const struct piece glyph = B("\x20\x0a\x20\x0a\x0e");
	const struct piece none[SUBRS] = { { 0 } };
	const struct piece local[SUBRS] = { { text, HALF } };
	const struct piece once = B("\x20\x0a\x0e"), whole = { text, 2 * HALF };
	g_autoptr(GByteArray) to = g_byte_array_new();

	memset(text, 4, 2 * HALF);
	text[HALF - 1] = 11;
	g_assert_true(plain(once, local, none, SUBRS, to));
	g_assert_cmpuint(to->len, ==, HALF);
	g_assert_false(plain(glyph, local, none, SUBRS, to));
	text[HALF - 1] = 4;
	text[2 * HALF - 1] = 14;
	g_assert_false(plain(whole, none, none, SUBRS, to));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strdup_printf("/type2/%s", rows[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_row);
	}
	g_test_add_func("/type2/append", test_append);
	g_test_add_func("/type2/bomb", test_bomb);
	g_test_add_func("/type2/long", test_long);
	return g_test_run();
}
