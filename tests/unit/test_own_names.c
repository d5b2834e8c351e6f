/*
 * What an organ is called, and what is above it.
 */
#include "base/arena.h"
#include "check/own_names.h"

#include <glib.h>

#define W(s) \
	{ \
		s, sizeof(s) - 1 \
	}
#define LIST(...) \
	{ \
		.word = (struct nb_str[]){ __VA_ARGS__ }, \
		.n = sizeof((struct nb_str[]){ __VA_ARGS__ }) / \
		    sizeof(struct nb_str), \
	}

static const struct nb_organ_words words = {
	.party = LIST(W("中共")),
	.division = LIST(W("省"), W("自治区"), W("市"), W("州"), W("区"),
	    W("县"), W("人民政府")),
	.town = LIST(W("街道"), W("镇"), W("乡")),
	.ending = LIST(W("人民政府"), W("办事处"), W("工作委员会"), W("局")),
};

static const struct row {
	const char *name, *organ, *names, *above;
} rows[] = {
	{ "street", "云州市青荷区柳溪街道办事处",
	    "云州市青荷区柳溪街道办事处 云州市青荷区柳溪街道 "
	    "青荷区柳溪街道办事处 "
	    "柳溪街道办事处 青荷区柳溪街道 柳溪街道 柳溪",
	    "云州市 青荷区" },
	{ "street-alone", "柳溪街道办事处", "柳溪街道办事处 柳溪街道 柳溪",
	    "" },
	{ "division-as-name", "云州市南区街道办事处",
	    "云州市南区街道办事处 云州市南区街道 南区街道办事处 南区街道 南区",
	    "云州市" },
	{ "town", "大冶市城关镇人民政府",
	    "大冶市城关镇人民政府 城关镇人民政府 大冶市城关镇 城关镇 城关",
	    "大冶市" },
	{ "party", "中共柳溪街道工作委员会", "柳溪街道工作委员会 柳溪街道 柳溪",
	    "" },
	{ "district", "云州市青荷区人民政府",
	    "云州市青荷区人民政府 青荷区人民政府 云州市青荷区 青荷区 青荷",
	    "云州市 青荷区" },
	{ "of-a-government", "青荷区人民政府柳溪街道办事处",
	    "青荷区人民政府柳溪街道办事处 青荷区人民政府柳溪街道 "
	    "柳溪街道办事处 柳溪街道 柳溪",
	    "青荷区" },
	{ "none", "", "", "" },
};

static char *
join(const struct nb_words *w)
{
	GString *s = g_string_new(NULL);

	for (uint32_t i = 0; i < w->n; i++)
		g_string_append_printf(
		    s, "%s" NB_FMT, i > 0 ? " " : "", NB_ARG(w->word[i]));
	return g_string_free(s, FALSE);
}

static void
test_row(gconstpointer data)
{
	const struct row *row = data;
	const struct nb_report r = { .organ.text = nb_str_z(row->organ) };
	struct nb_arena *a = nb_arena_new();
	const struct nb_own_names own = nb_own_names_find(a, &r, &words);
	g_autofree char *names = join(&own.name);
	g_autofree char *above = join(&own.above);

	g_assert_cmpstr(names, ==, row->names);
	g_assert_cmpstr(above, ==, row->above);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strconcat("/own-names/", rows[i].name, NULL);

		g_test_add_data_func(name, &rows[i], test_row);
	}
	return g_test_run();
}
