#include "model/schema.h"

#include "model/keys.h"
#include "model/report.h"

#include <jansson.h>
#include <stdlib.h>

/* Every scalar of YAML is a text to us, an empty one too. */
#define TEXT "文字"

static void
set(json_t *object, const char *key, json_t *value)
{
	const int failed = json_object_set_new(object, key, value);

	nb_assert(failed == 0);
}

static void
append(json_t *array, json_t *value)
{
	const int failed = json_array_append_new(array, value);

	nb_assert(failed == 0);
}

/* A reference is a URI, which has no Han characters. */
static json_t *
refer(const char *name)
{
	g_autofree char *escaped = g_uri_escape_string(name, NULL, FALSE);
	json_t *schema = json_object();

	set(schema, "$ref", json_sprintf("#/$defs/%s", escaped));
	return schema;
}

static json_t *
any_of(json_t *first, json_t *second)
{
	json_t *schema = json_object(), *list = json_array();

	append(list, first);
	append(list, second);
	set(schema, "anyOf", list);
	return schema;
}

static json_t *
typed(const char *type)
{
	json_t *schema = json_object();

	set(schema, "type", json_string(type));
	return schema;
}

/* A key that is still empty is as good as none. */
static json_t *
typed_or_null(const char *type)
{
	json_t *schema = json_object();

	set(schema, "type", json_pack("[ss]", type, "null"));
	return schema;
}

static json_t *
choices_of(const struct nb_key *key)
{
	json_t *schema = json_object(), *words = json_array();

	for (const struct nb_choice *c = key->choice; c->word != NULL; c++) {
		const char *word = c->word;

		if (g_str_equal(word, "true") || g_str_equal(word, "false"))
			append(words, json_boolean(word[0] == 't'));
		else
			append(words, json_string(word));
	}
	append(words, json_null());
	set(schema, "enum", words);
	return schema;
}

static json_t *
count_schema(void)
{
	json_t *schema = typed("integer");

	set(schema, "minimum", json_integer(1));
	return schema;
}

static json_t *
list_schema(json_t *item)
{
	json_t *schema = typed_or_null("array");

	set(schema, "items", item);
	return schema;
}

static json_t *
map_schema(json_t *item)
{
	json_t *schema = typed_or_null("object");

	set(schema, "additionalProperties", item);
	return schema;
}

static json_t *
value_schema(const struct nb_key *key)
{
	switch (key->value) {
	case NB_VALUE_TEXT:
	case NB_VALUE_PLAIN:
	case NB_VALUE_FORMULA:
	case NB_VALUE_PARAS:
		return refer(TEXT);
	case NB_VALUE_NAMES:
	case NB_VALUE_FIGURES:
		return any_of(refer(TEXT), list_schema(refer(TEXT)));
	case NB_VALUE_DATE:
		return typed_or_null("string");
	case NB_VALUE_YEARS:
		return any_of(typed("integer"), typed("string"));
	case NB_VALUE_COUNT:
		return count_schema();
	case NB_VALUE_CHOICE:
	case NB_VALUE_FLAG:
		return choices_of(key);
	case NB_VALUE_OBJECT:
	case NB_VALUE_INLINE:
		return any_of(refer(key->object->name), typed("null"));
	case NB_VALUE_LIST:
		return list_schema(refer(key->object->name));
	case NB_VALUE_MAP:
		return map_schema(refer(key->object->name));
	}
	NB_UNREACHABLE();
}

static json_t *
example_of(const struct nb_key *key)
{
	if (key->value == NB_VALUE_COUNT)
		return json_integer(
		    (json_int_t)g_ascii_strtoll(key->example, NULL, 10));
	return json_string(key->example);
}

static json_t *
key_schema(const struct nb_key *key)
{
	json_t *schema = value_schema(key);

	set(schema, "title", json_string(key->title));
	set(schema, "description", json_string(key->help));
	set(schema, "$comment", json_sprintf("自第%d版起", key->since));
	if (key->example != NULL)
		set(schema, "examples", json_pack("[o]", example_of(key)));
	return schema;
}

static json_t *
synonym_schema(const struct nb_key *key)
{
	json_t *schema = value_schema(key);

	set(schema, "title", json_string(key->title));
	set(schema, "description", json_sprintf("同“%s”", key->name));
	set(schema, "deprecated", json_true());
	return schema;
}

static json_t *
requirement(const char *name)
{
	return json_pack("{s[s]}", "required", name);
}

/* A required key may be written by any of its names. */
static json_t *
key_requirement(const struct nb_key *key)
{
	const char *const *synonym = key->synonym;
	json_t *schema, *list;

	if (synonym == NULL)
		return requirement(key->name);
	schema = json_object();
	list = json_array();
	append(list, requirement(key->name));
	for (; *synonym != NULL; synonym++)
		append(list, requirement(*synonym));
	set(schema, "anyOf", list);
	return schema;
}

/* The object written out as a map. */
static void
fill_map_schema(json_t *schema, const struct nb_object *object)
{
	json_t *properties = json_object(), *required = json_array();

	set(schema, "type", json_string("object"));
	set(schema, "properties", properties);
	for (size_t i = 0; i < object->n_keys; i++) {
		const struct nb_key *key = &object->key[i];
		const char *const *synonym = key->synonym;

		set(properties, key->name, key_schema(key));
		for (; synonym != NULL && *synonym != NULL; synonym++)
			set(properties, *synonym, synonym_schema(key));
		if (key->required)
			append(required, key_requirement(key));
	}
	if (json_array_size(required) > 0)
		set(schema, "allOf", required);
	else
		json_decref(required);
	set(schema, "additionalProperties", json_false());
}

static json_t *
object_schema(const struct nb_object *object)
{
	json_t *schema = json_object(), *map = schema;

	set(schema, "title", json_string(object->title));
	set(schema, "description", json_string(object->help));
	if (object->bare) {
		const struct nb_key *key =
		    nb_key_find(object, nb_str_z(object->main));
		json_t *forms = json_array();

		map = json_object();
		append(forms, map);
		append(forms, value_schema(key));
		set(schema, "anyOf", forms);
	}
	fill_map_schema(map, object);
	return schema;
}

static json_t *
definitions(void)
{
	json_t *all = json_object();

	set(all, TEXT,
	    json_pack(
		"{s[ssss]}", "type", "string", "number", "boolean", "null"));
	for (size_t i = 1; i < nb_n_objects; i++)
		set(all, nb_objects[i]->name, object_schema(nb_objects[i]));
	return all;
}

void
nb_schema_json(GString *out)
{
	json_t *root = json_object();
	char *text;

	set(root, "$schema",
	    json_string("https://json-schema.org/draft/2020-12/schema"));
	set(root, "$id",
	    json_sprintf("urn:nianbao:schema:%d", NB_SCHEMA_VERSION));
	set(root, "title", json_string(nb_object_report.title));
	set(root, "description", json_string(nb_object_report.help));
	fill_map_schema(root, &nb_object_report);
	set(root, "$defs", definitions());
	text = json_dumps(root, JSON_INDENT(2));
	nb_assert(text != NULL);
	g_string_append(out, text);
	g_string_append_c(out, '\n');
	free(text);
	json_decref(root);
}
