/*
 * diag/render_sarif.c - SARIF 2.1.0 (OASIS): one document with one run.
 * Columns count characters from 1, the end is exclusive.
 */
#include "diag/render.h"

#include "diag/fingerprint.h"

#include <jansson.h>
#include <string.h>

static const char schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/"
    "sarif-schema-2.1.0.json";

/* Appends value and lets go of it. */
static void
append(GString *out, json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	json_decref(value);
	if (text == NULL)
		nb_out_of_memory();
	g_string_append(out, text);
	free(text);
}

static json_t *
words(struct nb_str s)
{
	return json_pack("{so}", "text", json_stringn(s.n > 0 ? s.p : "", s.n));
}

static json_t *
words_z(const char *z)
{
	return words(nb_str_z(z));
}

/* In a message a brace is written twice (3.11.5); one alone is a blank to be
 * filled in. */
static json_t *
message(struct nb_str s)
{
	g_autoptr(GString) text = g_string_new_len(s.p, (gssize)s.n);

	g_string_replace(text, "{", "{{", 0);
	g_string_replace(text, "}", "}}", 0);
	return words((struct nb_str){ text->str, text->len });
}

/* 3.4.3: a path becomes a URI, a relative one stays relative. */
static json_t *
artifact(struct nb_str name)
{
	g_autofree char *path = g_strndup(name.p, name.n);
	g_autofree char *uri = g_path_is_absolute(path)
	    ? g_filename_to_uri(path, NULL, NULL)
	    : g_uri_escape_string(path, "/", FALSE);

	return json_pack("{ss}", "uri", uri);
}

static json_t *
region(struct nb_span span)
{
	const struct nb_pos begin = nb_text_pos(span.text, span.begin);
	const struct nb_pos end = nb_text_pos(span.text, span.end);

	return json_pack("{si si si si}", "startLine", (int)begin.line,
	    "startColumn", (int)begin.col, "endLine", (int)end.line,
	    "endColumn", (int)end.col);
}

static json_t *
locations(const struct nb_diag *g)
{
	json_t *place =
	    json_pack("{so}", "artifactLocation", artifact(g->span.text->name));

	if (!nb_diag_is_whole(g))
		json_object_set_new(place, "region", region(g->span));
	return json_pack("[{so}]", "physicalLocation", place);
}

static void
add_replacement(json_t *list, struct nb_span span, struct nb_str with)
{
	json_array_append_new(list,
	    json_pack("{so so}", "deletedRegion", region(span),
		"insertedContent", words(with)));
}

static json_t *
fixes(const struct nb_diag *g)
{
	json_t *list = json_array();

	if (g->fix.p != NULL)
		add_replacement(list, g->span, g->fix);
	for (const struct nb_diag_edit *e = g->edit; e != NULL; e = e->next)
		add_replacement(list, e->span, e->text);
	return json_pack("[{so s[{so so}]}]", "description",
	    message(nb_diag_help(g)), "artifactChanges", "artifactLocation",
	    artifact(g->span.text->name), "replacements", list);
}

static json_t *
rule(const struct nb_code *code)
{
	g_autofree char *help = *code->basis != '\0'
	    ? g_strdup_printf("%s（依据：%s）", code->help, code->basis)
	    : g_strdup(code->help);

	return json_pack("{ss ss so so so s{ss} s{ss sb}}", "id", code->id,
	    "name", code->name, "shortDescription", words_z(code->title),
	    "fullDescription", words_z(code->why), "help", words_z(help),
	    "defaultConfiguration", "level", nb_severity_name(code->severity),
	    "properties", "basis", code->basis, "fixable", code->fixable);
}

void
nb_sarif_begin(GString *out, const struct nb_render_options *o)
{
	json_t *rules = json_array();

	for (size_t i = 0; i < o->n_codes; i++)
		json_array_append_new(rules, rule(o->code[i]));
	g_string_append_printf(out,
	    "{\"$schema\":\"%s\",\"version\":\"2.1.0\",\"runs\":[{"
	    "\"tool\":{\"driver\":",
	    schema);
	append(out,
	    json_pack("{ss ss ss so}", "name", "nianbao", "version", NB_VERSION,
		"language", "zh-CN", "rules", rules));
	g_string_append(out,
	    "},\"language\":\"zh-CN\",\"columnKind\":\"unicodeCodePoints\","
	    "\"results\":[\n");
}

static int
find_code(const struct nb_render_options *o, const struct nb_code *code)
{
	for (size_t i = 0; i < o->n_codes; i++)
		if (o->code[i] == code)
			return (int)i;
	return -1;
}

void
nb_sarif_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o)
{
	const int index = find_code(o, g->code);
	g_autoptr(GString) text = g_string_new(NULL);
	char fingerprint[NB_FINGERPRINT + 1];
	json_t *result;

	nb_diag_fingerprint(g, fingerprint);
	nb_render_message(text, g);
	result = json_pack("{ss ss so s{ss}}", "ruleId", g->code->id, "level",
	    nb_severity_name(g->severity), "message",
	    message((struct nb_str){ text->str, text->len }),
	    "partialFingerprints", "wordsAround/v1", fingerprint);
	if (index >= 0)
		json_object_set_new(result, "ruleIndex", json_integer(index));
	if (g->span.text != NULL) {
		json_object_set_new(result, "locations", locations(g));
		if (g->fix.p != NULL || g->edit != NULL)
			json_object_set_new(result, "fixes", fixes(g));
	}
	append(out, result);
}

void
nb_sarif_end(GString *out)
{
	g_string_append(out, "\n]}]}\n");
}
