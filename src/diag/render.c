/*
 * diag/render.c - the formats, and what they share.
 */
#include "diag/render.h"

#include <string.h>

const struct nb_renderer nb_renderers[] = {
	{
	    .name = "full",
	    .title = "给人看：原文、位置、依据和建议",
	    .format = NB_FORMAT_FULL,
	    .finding = nb_full_finding,
	    .summary = nb_full_summary,
	},
	{
	    .name = "concise",
	    .title = "一个问题一行，供编辑器跳转",
	    .format = NB_FORMAT_CONCISE,
	    .finding = nb_concise_finding,
	    .summary = nb_concise_summary,
	},
	{
	    .name = "json",
	    .title = "一行一个 JSON 对象，供别的程序读取",
	    .format = NB_FORMAT_JSON,
	    .finding = nb_json_finding,
	    .summary = nb_json_summary,
	},
};
const size_t nb_n_renderers = NB_COUNT(nb_renderers);

const struct nb_renderer *
nb_renderer_find(const char *name)
{
	for (size_t i = 0; i < nb_n_renderers; i++)
		if (strcmp(nb_renderers[i].name, name) == 0)
			return &nb_renderers[i];
	return NULL;
}

bool
nb_render_whole(const struct nb_diag *g)
{
	return g->span.text == NULL || (g->span.begin == 0 && g->span.end == 0);
}

void
nb_render_text(GString *out, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		g_string_append_unichar(out, g_unichar_iscntrl(c) ? ' ' : c);
	}
}
