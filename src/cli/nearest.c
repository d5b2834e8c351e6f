#include "cli/nearest.h"

#include "base/str.h"

const char *
nb_nearest(const char *word, const GPtrArray *names)
{
	struct nb_str w = nb_str_z(word);
	unsigned limit = 1 + (unsigned)(nb_str_chars(w) / 4);
	const char *nearest = NULL;

	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		unsigned n = nb_str_distance(w, nb_str_z(name), limit + 1);

		if (n > limit || (n == limit && nearest != NULL))
			continue;
		nearest = name;
		limit = n;
	}
	return nearest;
}

void
nb_nearest_complain(struct nb_cli *cli, const char *what, const char *word,
    const GPtrArray *names)
{
	const char *near = nb_nearest(word, names);
	g_autoptr(GString) s = g_string_new(NULL);

	g_string_append_printf(s, "没有“%s”%s", word, what);
	if (near != NULL)
		g_string_append_printf(s, "，是否想写“%s”？", near);
	g_string_append(s, near != NULL ? "可用的有：" : "，可用的有：");
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(s, "%s%s", i > 0 ? "、" : "",
		    (const char *)names->pdata[i]);
	nb_cli_complain(cli, "%s", s->str);
}
