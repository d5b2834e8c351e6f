/*
 * The pieces of a PDF, one by one: what is written is read back.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "output/output.h"
#include "output/pdf/bytes.h"
#include "output/pdf/cluster.h"
#include "output/pdf/object.h"
#include "output/pdf/put.h"
#include "output/pdf/tounicode.h"

#include <glib.h>
#include <libdeflate.h>
#include <string.h>

static const struct {
	nb_milli x;
	const char *want;
} numbers[] = {
	{ 0, "0 " },
	{ 1, ".001 " },
	{ -1, "-.001 " },
	{ 10, ".01 " },
	{ 100, ".1 " },
	{ -500, "-.5 " },
	{ 999, ".999 " },
	{ 1000, "1 " },
	{ -1000, "-1 " },
	{ 1001, "1.001 " },
	{ 15793, "15.793 " },
	{ -29620, "-29.62 " },
	{ 841890, "841.89 " },
	{ 14400000, "14400 " },
	{ INT64_MIN / 2, "-4611686018427387.904 " },
};

static void
test_numbers(void)
{
	for (size_t i = 0; i < NB_COUNT(numbers); i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		nb_put_milli(s, numbers[i].x);
		g_assert_cmpstr(s->str, ==, numbers[i].want);
	}
}

static void
test_lengths(void)
{
	g_assert_cmpint(nb_milli_of(NB_PT(1)), ==, 1000);
	g_assert_cmpint(nb_milli_of(-NB_PT(1)), ==, -1000);
	g_assert_cmpint(nb_milli_of(1), ==, 1);
	g_assert_cmpint(nb_milli_of(-1), ==, -1);
	g_assert_cmpint(nb_milli_of(INT32_MAX), ==, 2097151999);
}

static const struct {
	const char *text, *want;
	size_t n; /* of want; 0: up to its end */
} strings[] = {
	{ "", "()", 0 },
	{ "plain", "(plain)", 0 },
	{ "a(b)c\\", "(a\\(b\\)c\\\\)", 0 },
	{ "((", "(\\(\\()", 0 },
	{ "tab\t", "(\xFE\xFF\0t\0a\0b\0\t)", 12 },
	{ "é", "(\xFE\xFF\0\xE9)", 6 },
	{ "中", "(\xFE\xFF\x4E\x2D)", 6 },
	{ "𠅤", "(\xFE\xFF\xD8\x40\xDD\x64)", 8 },
	/* the halves of these are marks that a string must escape */
	{ "⠨", "(\xFE\xFF\\(\\()", 8 },
	{ "⠩", "(\xFE\xFF\\(\\))", 8 },
	{ "屜", "(\xFE\xFF\\\\\\\\)", 8 },
	{ "\u0D0D", "(\xFE\xFF\\r\\r)", 8 },
	{ "\u0A0A", "(\xFE\xFF\n\n)", 6 },
};

static void
test_strings(void)
{
	for (size_t i = 0; i < NB_COUNT(strings); i++) {
		const size_t n =
		    strings[i].n != 0 ? strings[i].n : strlen(strings[i].want);
		g_autoptr(GString) s = g_string_new(NULL);

		nb_put_text(s, nb_str_z(strings[i].text));
		g_assert_cmpuint(s->len, ==, n);
		g_assert_true(memcmp(s->str, strings[i].want, n) == 0);
	}
}

/* Of what is longer than PDF/A allows the end is left out. */
static void
test_long_strings(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) s = g_string_new(NULL);

	for (int i = 0; i < 40000; i++)
		g_string_append_c(text, 'a');
	nb_put_text(s, (struct nb_str){ text->str, text->len });
	g_assert_cmpuint(s->len, ==, 32767 + 2);
	g_string_truncate(text, 0);
	g_string_truncate(s, 0);
	for (int i = 0; i < 40000; i++)
		g_string_append(text, "年");
	nb_put_text(s, (struct nb_str){ text->str, text->len });
	g_assert_cmpuint(s->len, <=, 32767 + 2);
	g_assert_cmpuint(s->len, >, 32760);
	g_assert_cmpuint(s->len % 2, ==, 0);
}

static const struct {
	const char *name, *want;
} names[] = {
	{ "Fandol-Regular", "/Fandol-Regular" },
	{ "A B", "/A#20B" },
	{ "A#(/)", "/A#23#28#2F#29" },
	{ "宋", "/#E5#AE#8B" },
};

static void
test_names(void)
{
	for (size_t i = 0; i < NB_COUNT(names); i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		nb_put_name(s, nb_str_z(names[i].name));
		g_assert_cmpstr(s->str, ==, names[i].want);
	}
}

/* Codes in one row are one range, up to the end of a high byte. */
static void
test_tounicode(void)
{
	static const struct nb_tounicode entry[] = {
		{ 1, { "一", 3 } },
		{ 2, { "——", 6 } },
		{ 7, { "𠅤", 4 } },
		{ 0xFF, { "a", 1 } },
		{ 0x100, { "", 0 } },
		{ 0x101, { "\xEF\xBB\xBF", 3 } },
	};
	g_autoptr(GString) s = g_string_new(NULL);

	nb_tounicode_put(s, entry, NB_COUNT(entry));
	g_assert_nonnull(strstr(s->str,
	    "4 beginbfrange\n"
	    "<0001><0002>[<4E00><20142014>]\n"
	    "<0007><0007><D840DD64>\n"
	    "<00FF><00FF><0061>\n"
	    "<0100><0101>[<200B><200B>]\n"
	    "endbfrange\n"));
}

/* No block has more than a hundred ranges. */
static void
test_tounicode_blocks(void)
{
	struct nb_tounicode entry[250];
	g_autoptr(GString) s = g_string_new(NULL);
	const char *at;

	for (unsigned i = 0; i < NB_COUNT(entry); i++)
		entry[i] =
		    (struct nb_tounicode){ (uint16_t)(2 * i), NB_S("字") };
	nb_tounicode_put(s, entry, NB_COUNT(entry));
	at = strstr(s->str, "100 beginbfrange\n<0000>");
	g_assert_nonnull(at);
	at = strstr(at, "endbfrange\n100 beginbfrange\n<00C8>");
	g_assert_nonnull(at);
	at = strstr(at, "endbfrange\n50 beginbfrange\n<0190>");
	g_assert_nonnull(at);
	g_string_truncate(s, 0);
	nb_tounicode_put(s, entry, 0);
	g_assert_null(strstr(s->str, "bfrange"));
}

/* Of a run: how many bytes each glyph stands for; its clusters. */
static const struct {
	const char *text;
	bool backward;
	uint32_t n, text_n[4];
	const char *want; /* glyphs of each cluster, and its text */
} runs[] = {
	{ "一二", false, 2, { 3, 3 }, "1一 1二 " },
	{ "——人", false, 2, { 6, 3 }, "1—— 1人 " },
	{ "é人", false, 3, { 2, 0, 3 }, "2é 1人 " },
	{ "人", false, 2, { 0, 3 }, "1 1人 " },
	{ "人", false, 3, { 3, 0, 0 }, "3人 " },
	{ "人口", false, 1, { 3 }, "1人 " },
	{ "人", false, 2, { 3, 9 }, "1人 1 " },
	{ "ab", true, 2, { 1, 1 }, "1b 1a " },
	{ "ab", true, 3, { 0, 1, 1 }, "2b 1a " },
	{ "ab", true, 3, { 1, 1, 0 }, "1b 1a 1 " },
	{ "", false, 0, { 0 }, "" },
};

static void
test_clusters(void)
{
	for (size_t i = 0; i < NB_COUNT(runs); i++) {
		struct nb_glyph glyph[4] = { 0 };
		const struct nb_item run = {
			.run = { .text = nb_str_z(runs[i].text),
			    .glyph = glyph,
			    .n = runs[i].n,
			    .backward = runs[i].backward },
		};
		struct nb_cluster c = { 0 };
		g_autoptr(GString) got = g_string_new(NULL);

		for (uint32_t k = 0; k < runs[i].n; k++)
			glyph[k].text_n = runs[i].text_n[k];
		while (nb_cluster_next(&run, &c))
			g_string_append_printf(
			    got, "%u" NB_FMT " ", c.n, NB_ARG(c.text));
		g_assert_cmpstr(got->str, ==, runs[i].want);
	}
}

/* Three objects behind some bytes that are not of the file. */
static GString *
small_file(const char *text)
{
	GString *out = g_string_new("before");
	struct nb_objects o;
	uint32_t first, second, third;

	nb_objects_begin(&o, out);
	first = nb_object_new(&o);
	second = nb_object_new(&o);
	third = nb_object_new(&o);
	nb_object_stream(&o, third, "/A 1", text, strlen(text));
	g_string_append(nb_object_begin(&o, first), "<</Type/Catalog>>");
	nb_object_end(&o, first);
	nb_object_stream_plain(&o, second, "", "endstream", 9);
	nb_objects_end(&o, first, second);
	g_string_erase(out, 0, (gssize)strlen("before"));
	return out;
}

static const char *
find(const GString *file, const char *part)
{
	return memmem(file->str, file->len, part, strlen(part));
}

/* The stream that follows key: as many bytes as it says, unpacked. */
static GString *
unpacked(const GString *file, const char *key)
{
	const char *length = strstr(find(file, key), "/Length ");
	const size_t n =
	    g_ascii_strtoull(length + strlen("/Length "), NULL, 10);
	const char *begin = strstr(length, "stream\n") + strlen("stream\n");
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	char back[6000];
	size_t got;

	g_assert_true(g_str_has_prefix(begin + n, "\nendstream\nendobj\n"));
	g_assert_cmpint(
	    libdeflate_zlib_decompress(z, begin, n, back, sizeof(back), &got),
	    ==, LIBDEFLATE_SUCCESS);
	libdeflate_free_decompressor(z);
	return g_string_new_len(back, (gssize)got);
}

/* A row of the table: its kind, and the two numbers. */
static void
check_row(const GString *table, unsigned i, unsigned kind, uint32_t first,
    uint32_t second)
{
	const struct nb_bytes row = { (const uint8_t *)table->str + 7 * i, 7 };

	g_assert_cmpuint(nb_bytes_get(row, 0, 1), ==, kind);
	g_assert_cmpuint(nb_bytes_get(row, 1, 4), ==, first);
	g_assert_cmpuint(nb_bytes_get(row, 5, 2), ==, second);
}

static uint32_t
place_of(const GString *file, const char *object)
{
	return (uint32_t)(find(file, object) - file->str);
}

/* The table stands where the end says, and each object where it says. */
static void
test_places(void)
{
	g_autoptr(GString) file = small_file("text");
	g_autoptr(GString) table = unpacked(file, "/Type/XRef");
	g_autoptr(GString) group = unpacked(file, "/Type/ObjStm/N 1/First 4");
	const char *end = find(file, "startxref\n") + strlen("startxref\n");

	g_assert_true(g_str_has_prefix(file->str, "%PDF-1.7\n%"));
	g_assert_cmpstr(file->str + file->len - 7, ==, "\n%%EOF\n");
	g_assert_cmpuint(
	    g_ascii_strtoull(end, NULL, 10), ==, place_of(file, "5 0 obj\n"));
	g_assert_cmpuint(table->len, ==, 6 * 7);
	check_row(table, 0, 0, 0, UINT16_MAX);
	check_row(table, 1, 2, 4, 0);
	check_row(table, 2, 1, place_of(file, "2 0 obj\n"), 0);
	check_row(table, 3, 1, place_of(file, "3 0 obj\n"), 0);
	check_row(table, 4, 1, place_of(file, "4 0 obj\n"), 0);
	check_row(table, 5, 1, place_of(file, "5 0 obj\n"), 0);
	g_assert_cmpstr(group->str, ==, "1 0 <</Type/Catalog>>\n");
}

static void
test_streams(void)
{
	g_autofree char *text = g_strnfill(5000, 'x');
	g_autoptr(GString) file = small_file(text);
	g_autoptr(GString) back = unpacked(file, "/A 1/Filter/FlateDecode");

	g_assert_cmpstr(back->str, ==, text);
}

/* More objects than one stream takes. */
static void
test_groups(void)
{
	enum { OBJECTS = 450 };
	g_autoptr(GString) file = g_string_new(NULL);
	g_autoptr(GString) table = NULL;
	struct nb_objects o;

	nb_objects_begin(&o, file);
	for (unsigned i = 1; i <= OBJECTS; i++)
		nb_object_new(&o);
	for (unsigned i = 1; i <= OBJECTS; i++) {
		nb_put_int(nb_object_begin(&o, i), i);
		nb_object_end(&o, i);
	}
	nb_objects_end(&o, 1, 2);
	table = unpacked(file, "/Type/XRef");
	check_row(table, 200, 2, OBJECTS + 1, 199);
	check_row(table, 201, 2, OBJECTS + 2, 0);
	check_row(table, OBJECTS, 2, OBJECTS + 3, 49);
	g_assert_nonnull(find(file, "/Type/ObjStm/N 50/First"));
}

static char *
id_of(const char *text)
{
	g_autoptr(GString) file = small_file(text);

	return g_strndup(find(file, "/ID[<"), 5 + 32 + 2 + 32 + 2);
}

/* Of the content and of nothing else. */
static void
test_id(void)
{
	g_autofree char *one = id_of("one");
	g_autofree char *again = id_of("one");
	g_autofree char *two = id_of("two");

	g_assert_cmpstr(one, ==, again);
	g_assert_cmpstr(one, !=, two);
}

/* No side of a PDF/A is longer than 14,400 pt (ISO 19005-2, 6.1.13). */
static void
test_too_large(void)
{
	const struct nb_page paper = {
		.w = NB_PT(14400) + 1, .h = NB_PT(100), .number = 1
	};
	const struct nb_pages pages = { .page = &paper, .n_pages = 1 };
	struct nb_arena *a = nb_arena_new();
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_diags d;

	nb_diags_init(&d, a);
	g_assert_cmpint(
	    nb_output_find("pdf")->write(&pages, 0, out, &d), ==, NB_FAILED);
	g_assert_cmpstr(d.first->code->id, ==, "A22");
	g_assert_cmpuint(out->len, ==, 0);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/numbers", test_numbers);
	g_test_add_func("/pdf/lengths", test_lengths);
	g_test_add_func("/pdf/strings", test_strings);
	g_test_add_func("/pdf/long-strings", test_long_strings);
	g_test_add_func("/pdf/names", test_names);
	g_test_add_func("/pdf/tounicode", test_tounicode);
	g_test_add_func("/pdf/tounicode-blocks", test_tounicode_blocks);
	g_test_add_func("/pdf/clusters", test_clusters);
	g_test_add_func("/pdf/places", test_places);
	g_test_add_func("/pdf/streams", test_streams);
	g_test_add_func("/pdf/groups", test_groups);
	g_test_add_func("/pdf/id", test_id);
	g_test_add_func("/pdf/too-large", test_too_large);
	return g_test_run();
}
