/*
 * The tables of keys as data: complete, unique, and each field inside its
 * structure.  “Did you mean” reads them.
 */
#include "model/keys.h"
#include "model/report.h"

#include <glib.h>

typedef void key_test(const struct nb_object *object, const struct nb_key *key);

static void
each_key(key_test *test)
{
	for (size_t i = 0; i < nb_n_objects; i++)
		for (size_t j = 0; j < nb_objects[i]->n_keys; j++)
			test(nb_objects[i], &nb_objects[i]->key[j]);
}

static void
check_words(const struct nb_object *object, const struct nb_key *key)
{
	(void)object;
	g_assert_nonnull(key->title);
	g_assert_nonnull(key->help);
	g_assert_false(g_str_has_suffix(key->help, "。"));
	g_assert_cmpint(key->since, >=, 1);
	g_assert_cmpint(key->since, <=, NB_SCHEMA_VERSION);
}

static void
test_words(void)
{
	for (size_t i = 0; i < nb_n_objects; i++) {
		g_assert_nonnull(nb_objects[i]->title);
		g_assert_nonnull(nb_objects[i]->help);
	}
	each_key(check_words);
}

/* The size of the field that a kind of value fills; 0: any structure. */
static const size_t sizes[] = {
	[NB_VALUE_TEXT] = sizeof(struct nb_prose),
	[NB_VALUE_PLAIN] = sizeof(struct nb_prose),
	[NB_VALUE_FORMULA] = sizeof(struct nb_prose),
	[NB_VALUE_PARAS] = sizeof(struct nb_paras),
	[NB_VALUE_NAMES] = sizeof(struct nb_names),
	[NB_VALUE_FIGURES] = sizeof(struct nb_names),
	[NB_VALUE_DATE] = sizeof(struct nb_date),
	[NB_VALUE_YEARS] = sizeof(int),
	[NB_VALUE_COUNT] = sizeof(uint32_t),
	[NB_VALUE_CHOICE] = sizeof(unsigned),
	[NB_VALUE_FLAG] = sizeof(bool),
	[NB_VALUE_OBJECT] = sizeof(void *),
	[NB_VALUE_INLINE] = 0,
	[NB_VALUE_LIST] = sizeof(void *),
	[NB_VALUE_MAP] = sizeof(void *),
};

static void
check_field(const struct nb_object *object, const struct nb_key *key)
{
	const bool nested = key->value == NB_VALUE_OBJECT ||
	    key->value == NB_VALUE_INLINE || key->value == NB_VALUE_LIST ||
	    key->value == NB_VALUE_MAP;
	const bool chosen =
	    key->value == NB_VALUE_CHOICE || key->value == NB_VALUE_FLAG;
	size_t size = sizes[key->value];

	g_assert_true((key->object != NULL) == nested);
	g_assert_true((key->choice != NULL) == chosen);
	if (key->value == NB_VALUE_INLINE)
		size = key->object->size;
	g_assert_cmpuint(key->at + size, <=, object->size);
	g_assert_cmpuint(key->also + sizeof(uint32_t), <=, object->size);
	if (key->value == NB_VALUE_LIST || key->value == NB_VALUE_MAP ||
	    key->value == NB_VALUE_FORMULA)
		g_assert_cmpuint(key->also, !=, 0);
}

static void
test_fields(void)
{
	each_key(check_field);
}

/* No name, synonym or field is there twice. */
static void
check_unique(const struct nb_object *object, const struct nb_key *key)
{
	const char *const *synonym = key->synonym;

	g_assert_true(nb_key_find(object, nb_str_z(key->name)) == key);
	for (; synonym != NULL && *synonym != NULL; synonym++)
		g_assert_true(nb_key_find(object, nb_str_z(*synonym)) == key);
	for (const struct nb_key *k = object->key; k != key; k++)
		g_assert_cmpuint(k->at, !=, key->at);
}

static void
test_unique(void)
{
	each_key(check_unique);
	for (size_t i = 0; i < nb_n_objects; i++)
		for (size_t j = 0; j < i; j++)
			g_assert_cmpstr(
			    nb_objects[i]->name, !=, nb_objects[j]->name);
}

/* The main key is one of the object's, and what is bare has one. */
static void
test_main(void)
{
	for (size_t i = 0; i < nb_n_objects; i++) {
		const struct nb_object *o = nb_objects[i];

		g_assert_cmpuint(o->n_keys, <=, NB_KEYS_MAX);
		g_assert_true(!o->bare || o->main != NULL);
		if (o->main != NULL)
			g_assert_nonnull(nb_key_find(o, nb_str_z(o->main)));
	}
}

/* Prose quotes 指标, so they must be known before it is read. */
static void
test_figures_first(void)
{
	g_assert_cmpstr(nb_object_report.key[0].name, ==, "指标");
}

static const struct {
	const struct nb_object *object;
	const char *typed, *meant; /* NULL: nothing is near */
} slips[] = {
	{ &nb_object_section, "标提", "标题" },
	{ &nb_object_section, "标题1", "标题" },
	{ &nb_object_section, "责任人", "责任" },
	{ &nb_object_section, "责任单为", "责任" },
	{ &nb_object_task, "完成期限", "时限" },
	{ &nb_object_report, "成文日其", "成文日期" },
	{ &nb_object_report, "存在的问题", "存在问题" },
	{ &nb_object_report, "下一年任务", "下年任务" },
	{ &nb_object_section, "措施", NULL },
	{ &nb_object_report, "备考", NULL },
	{ &nb_object_report, "x", NULL },
	{ &nb_object_report, "", NULL },
};

static void
test_slip(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	const struct nb_key *near =
	    nb_key_nearest(slips[i].object, nb_str_z(slips[i].typed));

	g_assert_cmpstr(near == NULL ? NULL : near->name, ==, slips[i].meant);
}

static void
test_home(void)
{
	g_assert_true(nb_key_home(NB_S("措施")) == &nb_object_problem);
	g_assert_true(nb_key_home(NB_S("签发人")) == &nb_object_head);
	g_assert_null(nb_key_home(NB_S("备考")));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keys/words", test_words);
	g_test_add_func("/keys/fields", test_fields);
	g_test_add_func("/keys/unique", test_unique);
	g_test_add_func("/keys/main", test_main);
	g_test_add_func("/keys/figures-first", test_figures_first);
	g_test_add_func("/keys/home", test_home);
	for (size_t i = 0; i < NB_COUNT(slips); i++) {
		g_autofree char *path =
		    g_strdup_printf("/keys/slip/%zu-%s", i, slips[i].typed);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_slip);
	}
	return g_test_run();
}
