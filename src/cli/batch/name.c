#include "cli/batch/name.h"

#include <string.h>

enum { LONGEST = 200 }; /* of a name, its suffix not counted [byte] */

static const char *const field_word[NB_NAME_FIELDS] = {
	[NB_NAME_YEAR] = "年度",
	[NB_NAME_ORGAN] = "机关",
	[NB_NAME_KIND] = "文种",
	[NB_NAME_TITLE] = "标题",
	[NB_NAME_ARCHIVE] = "档号",
	[NB_NAME_NUMBER] = "序号",
	[NB_NAME_STEM] = "原名",
};

static enum nb_name_field
find_field(struct nb_str word)
{
	unsigned i = 0;

	while (i < NB_NAME_FIELDS && !nb_str_eq(word, nb_str_z(field_word[i])))
		i++;
	return (enum nb_name_field)i;
}

/* A part of a pattern: as it is written, or a field. */
struct part {
	struct nb_str text;
	bool field;
};

/* The part at *at, which moves behind it; an open brace is plain text. */
static struct part
next_part(struct nb_str pattern, size_t *at)
{
	const struct nb_str rest = nb_str_from(pattern, *at);
	const size_t open = nb_str_find(rest, NB_S("{"), 0);
	size_t close = SIZE_MAX;

	if (open == 0)
		close = nb_str_find(rest, NB_S("}"), 0);
	if (close != SIZE_MAX) {
		*at += close + 1;
		return (struct part){ nb_str_sub(rest, 1, close - 1), true };
	}
	*at += open == 0 || open == SIZE_MAX ? rest.n : open;
	return (struct part){ nb_str_sub(pattern, (size_t)(rest.p - pattern.p),
				  *at - (size_t)(rest.p - pattern.p)),
		false };
}

static char *
list_fields(void)
{
	GString *list = g_string_new(NULL);

	for (unsigned i = 0; i < NB_NAME_FIELDS; i++)
		g_string_append_printf(list, "{%s}", field_word[i]);
	return g_string_free(list, FALSE);
}

char *
nb_name_fault(const char *pattern)
{
	const struct nb_str s = nb_str_z(pattern);
	g_autofree char *fields = list_fields();
	size_t at = 0;

	if (*pattern == '\0' || g_str_has_suffix(pattern, "/"))
		return g_strdup("--name 后面要写文件名的样式，如 "
				"{年度}-{机关}.pdf");
	while (at < s.n) {
		const struct part part = next_part(s, &at);

		if (part.field && find_field(part.text) == NB_NAME_FIELDS)
			return g_strdup_printf("--name 里没有“{" NB_FMT
					       "}”这一项，有 %s",
			    NB_ARG(part.text), fields);
		if (!part.field && nb_str_has(part.text, NB_S("{")))
			return g_strdup("--name 里有“{”没有“}”");
	}
	return NULL;
}

bool
nb_name_asks(const char *pattern)
{
	const struct nb_str s = nb_str_z(pattern);
	size_t at = 0;

	while (at < s.n) {
		const struct part part = next_part(s, &at);
		const enum nb_name_field field =
		    part.field ? find_field(part.text) : NB_NAME_FIELDS;

		if (field < NB_NAME_NUMBER)
			return true;
	}
	return false;
}

static bool
is_forbidden(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7F ||
	    strchr("/\\:*?\"<>|", c) != NULL;
}

static void
add_word(GString *out, struct nb_str word)
{
	for (size_t i = 0; i < word.n; i++)
		g_string_append_c(
		    out, is_forbidden(word.p[i]) ? '_' : word.p[i]);
}

/* One name between slashes. */
static void
add_name(GString *out, const char *name)
{
	g_autoptr(GString) fit = g_string_new(NULL);

	add_word(fit, nb_str_trim(nb_str_z(name)));
	if (fit->len > LONGEST) {
		gsize n = LONGEST;

		while (n > 0 && ((unsigned char)fit->str[n] & 0xC0) == 0x80)
			n--;
		g_string_truncate(fit, n);
	}
	while (fit->len > 0 && strchr(". ", fit->str[fit->len - 1]) != NULL)
		g_string_truncate(fit, fit->len - 1);
	if (fit->len == 0)
		g_string_append_c(fit, '_');
	if (fit->str[0] == '.')
		fit->str[0] = '_';
	if (out->len > 0)
		g_string_append_c(out, '/');
	g_string_append_len(out, fit->str, (gssize)fit->len);
}

char *
nb_name_tame(const char *path)
{
	GString *out = g_string_new(NULL);
	g_auto(GStrv) name = g_strsplit(path, "/", -1);

	for (char **n = name; *n != NULL; n++)
		if (**n != '\0' && !g_str_equal(*n, ".") &&
		    !g_str_equal(*n, ".."))
			add_name(out, *n);
	if (out->len == 0)
		g_string_append_c(out, '_');
	return g_string_free(out, FALSE);
}

char *
nb_name_make(const char *pattern, const struct nb_name_words *words)
{
	const struct nb_str s = nb_str_z(pattern);
	g_autoptr(GString) path = g_string_new(NULL);
	size_t at = 0;

	while (at < s.n) {
		const struct part part = next_part(s, &at);
		enum nb_name_field field;

		if (!part.field) {
			g_string_append_len(
			    path, part.text.p, (gssize)part.text.n);
			continue;
		}
		field = find_field(part.text);
		nb_assert(field < NB_NAME_FIELDS);
		if (words->word[field].n > 0)
			add_word(path, words->word[field]);
		else
			g_string_append_printf(path, "无%s", field_word[field]);
	}
	return nb_name_tame(path->str);
}
