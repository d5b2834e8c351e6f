/*
 * The schema: valid JSON, made of the tables, the same every time, and what
 * it says of the real documents (when there is a validator).
 */
#include "model/keys.h"
#include "model/schema.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <jansson.h>

static json_t *
load(void)
{
	g_autoptr(GString) s = g_string_new(NULL);
	json_t *root;

	nb_schema_json(s);
	root = json_loads(s->str, JSON_REJECT_DUPLICATES, NULL);
	g_assert_nonnull(root);
	return root;
}

/* The map form of an object, alone or one of the forms. */
static json_t *
map_form(json_t *schema)
{
	json_t *forms = json_object_get(schema, "anyOf");

	return forms == NULL ? schema : json_array_get(forms, 0);
}

static void
check_object(json_t *schema, const struct nb_object *object)
{
	json_t *map = map_form(schema);
	json_t *properties = json_object_get(map, "properties");

	g_assert_true(json_is_string(json_object_get(schema, "title")));
	g_assert_true(json_is_string(json_object_get(schema, "description")));
	g_assert_true(
	    json_is_false(json_object_get(map, "additionalProperties")));
	for (size_t i = 0; i < object->n_keys; i++) {
		json_t *key = json_object_get(properties, object->key[i].name);
		const char *const *synonym = object->key[i].synonym;

		g_assert_cmpstr(
		    json_string_value(json_object_get(key, "title")), ==,
		    object->key[i].title);
		for (; synonym != NULL && *synonym != NULL; synonym++)
			g_assert_true(json_is_true(json_object_get(
			    json_object_get(properties, *synonym),
			    "deprecated")));
	}
}

static void
test_structure(void)
{
	json_t *root = load();
	json_t *defs = json_object_get(root, "$defs");

	g_assert_cmpstr(json_string_value(json_object_get(root, "$schema")), ==,
	    "https://json-schema.org/draft/2020-12/schema");
	check_object(root, &nb_object_report);
	for (size_t i = 1; i < nb_n_objects; i++)
		check_object(
		    json_object_get(defs, nb_objects[i]->name), nb_objects[i]);
	json_decref(root);
}

/* Every $ref leads to a definition. */
static void
check_references(json_t *node, json_t *defs)
{
	const char *ref = json_string_value(json_object_get(node, "$ref"));
	const char *key;
	size_t i;
	json_t *child;

	if (ref != NULL) {
		g_autofree char *name =
		    g_uri_unescape_string(ref + sizeof("#/$defs/") - 1, NULL);

		g_assert_true(g_str_has_prefix(ref, "#/$defs/"));
		g_assert_nonnull(json_object_get(defs, name));
	}
	json_object_foreach(node, key, child) check_references(child, defs);
	json_array_foreach(node, i, child) check_references(child, defs);
}

static void
test_references(void)
{
	json_t *root = load();

	check_references(root, json_object_get(root, "$defs"));
	json_decref(root);
}

static void
test_same_bytes(void)
{
	g_autoptr(GString) one = g_string_new(NULL);
	g_autoptr(GString) two = g_string_new(NULL);

	nb_schema_json(one);
	nb_schema_json(two);
	g_assert_true(g_string_equal(one, two));
	g_assert_true(g_str_has_suffix(one->str, "}\n"));
}

/* Dates stay texts, as they are for an editor. */
static const char validator[] =
    "import glob, json, os, sys\n"
    "try:\n"
    "    import jsonschema, yaml\n"
    "except ImportError:\n"
    "    sys.exit(77)\n"
    "class Loader(yaml.SafeLoader): pass\n"
    "Loader.yaml_implicit_resolvers = {\n"
    "    k: [(t, r) for t, r in v if not t.endswith('timestamp')]\n"
    "    for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}\n"
    "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
    "check = jsonschema.Draft202012Validator\n"
    "check.check_schema(schema)\n"
    "files = glob.glob(os.path.join(sys.argv[2], '*.yaml'))\n"
    "for name in files:\n"
    "    tree = yaml.load(open(name, encoding='utf-8'), Loader)\n"
    "    check(schema).validate(tree)\n"
    "    tree['章节'][0]['标提'] = ''\n"
    "    assert not check(schema).is_valid(tree)\n"
    "sys.exit(0 if files else 77)\n";

static char *
seeds_folder(void)
{
	const char *seeds = g_getenv("NIANBAO_SEEDS");
	const char *root = g_getenv("NIANBAO_ROOT");

	if (seeds != NULL)
		return g_strdup(seeds);
	return g_build_filename(
	    root == NULL ? "." : root, "..", "shared", "seeds", NULL);
}

static void
test_seeds(void)
{
	g_autofree char *folder = seeds_folder();
	g_autofree char *path = NULL;
	g_autoptr(GString) s = g_string_new(NULL);
	char *argv[] = { (char *)"python3", (char *)"-c", (char *)validator,
		NULL, folder, NULL };
	int status = -1, fd;

	fd = g_file_open_tmp("nianbao-schema-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	nb_schema_json(s);
	g_assert_true(g_file_set_contents(path, s->str, -1, NULL));
	argv[3] = path;
	if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
		NULL, NULL, &status, NULL) ||
	    g_spawn_check_wait_status(status, NULL) == FALSE) {
		if (status == 77 << 8 || status == -1)
			g_test_skip("no validator or no seeds");
		else
			g_test_fail();
	}
	g_unlink(path);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/schema/structure", test_structure);
	g_test_add_func("/schema/references", test_references);
	g_test_add_func("/schema/same-bytes", test_same_bytes);
	g_test_add_func("/schema/seeds", test_seeds);
	return g_test_run();
}
