/*
 * The index that finds the text most like another, and tables of texts.
 */
#include "base/str_table.h"
#include "check/kin.h"
#include "check/likeness.h"

#include <glib.h>

static const char *const texts[] = {
	"推进“承诺可开工”制度",
	"群众对执法工作的满意率80%以上",
	"执法人员全部持证上岗",
	"检查、送达全程录像",
	"执法人员全部持证上岗",
	"录",
};

static const struct {
	const char *name, *text;
	uint32_t index;
	unsigned likeness;
	bool inside;
} finds[] = {
	{ "same", "检查、送达全程录像", 3, 100, true },
	{ "marks-apart", "检查送达，全程录像", 3, 100, false },
	{ "first-of-equals", "执法人员全部持证上岗", 2, 100, true },
	{ "part", "全程录像", 3, 60, true },
	{ "near", "群众对执法工作的满意度达到80%以上", 1, 80, false },
	{ "other", "编制服务地图", 0, 0, false },
	{ "one-letter", "录", 0, 0, false },
	{ "empty", "", 0, 0, false },
};

static void
test_find(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_str text = nb_str_z(finds[i].text);
	struct nb_kin *k = nb_kin_new();
	struct nb_kin_match m;

	for (size_t t = 0; t < NB_COUNT(texts); t++)
		nb_kin_add(k, nb_str_z(texts[t]));
	for (int again = 0; again < 2; again++) {
		m = nb_kin_find(k, text);
		g_assert_cmpuint(m.likeness, ==, finds[i].likeness);
		g_assert_cmpuint(m.index, ==, finds[i].index);
		g_assert_cmpint(m.inside, ==, finds[i].inside);
		g_assert_false(m.unsure);
	}
	if (m.likeness > 0)
		g_assert_cmpuint(m.likeness, ==,
		    nb_likeness(text, nb_str_z(texts[m.index])));
	nb_kin_free(k);
}

/* A pair that everybody has leads to nobody; with a rare one all counts. */
static void
test_crowd(void)
{
	g_autoptr(GPtrArray) crowd = g_ptr_array_new_with_free_func(g_free);
	struct nb_kin *k = nb_kin_new();
	struct nb_kin_match m;

	for (unsigned i = 0; i <= NB_KIN_CROWD; i++) {
		g_ptr_array_add(crowd,
		    g_strdup_printf(
			"法治建设%c%c", 'A' + i / 26, 'a' + i % 26));
		nb_kin_add(k, nb_str_z(crowd->pdata[i]));
	}
	m = nb_kin_find(k, NB_S("法治建设"));
	g_assert_true(m.unsure);
	g_assert_cmpuint(m.likeness, ==, 0);
	m = nb_kin_find(k, NB_S("法治建设Bc"));
	g_assert_false(m.unsure);
	g_assert_true(m.inside);
	g_assert_cmpuint(m.index, ==, 26 + 2);
	g_assert_cmpuint(m.likeness, ==, 100);
	nb_kin_free(k);
}

/* A text too long to be a clause is compared with nothing. */
static void
test_long(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct nb_kin *k = nb_kin_new();
	struct nb_str s;

	for (uint32_t i = 0; i <= NB_KIN_PAIRS + 1; i++)
		g_string_append_unichar(text, 0x4E00 + i);
	s = (struct nb_str){ text->str, text->len };
	nb_kin_add(k, s);
	g_assert_true(nb_kin_find(k, s).unsure);
	g_assert_cmpuint(nb_kin_find(k, nb_str_sub(s, 0, 30)).likeness, ==, 0);
	nb_kin_free(k);
}

static void
test_table(void)
{
	static const struct nb_str a = { "司法所党政", 9 };
	static const struct nb_str b = { "司法所", 9 };
	static const struct nb_str c = { "司法站", 9 };
	GHashTable *table = nb_str_table();

	g_hash_table_add(table, (void *)&a);
	g_assert_true(g_hash_table_contains(table, &b));
	g_assert_false(g_hash_table_contains(table, &c));
	g_hash_table_destroy(table);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(finds); i++) {
		g_autofree char *name =
		    g_strconcat("/kin/find/", finds[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_find);
	}
	g_test_add_func("/kin/crowd", test_crowd);
	g_test_add_func("/kin/long", test_long);
	g_test_add_func("/kin/table", test_table);
	return g_test_run();
}
