/*
 * diag/render.c - the formats, and what they share.
 */
#include "diag/render.h"

#include "diag/said.h"

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
	},
	{
	    .name = "json",
	    .title = "一行一个 JSON 对象，供别的程序读取",
	    .format = NB_FORMAT_JSON,
	    .finding = nb_json_finding,
	    .summary = nb_json_summary,
	},
	{
	    .name = "sarif",
	    .title = "SARIF 2.1.0，供代码审查平台和编辑器读取",
	    .format = NB_FORMAT_SARIF,
	    .separator = ",\n",
	    .begin = nb_sarif_begin,
	    .finding = nb_sarif_finding,
	    .end = nb_sarif_end,
	},
	{
	    .name = "csv",
	    .title = "表格，可用 Excel、WPS 打开",
	    .format = NB_FORMAT_CSV,
	    .begin = nb_csv_begin,
	    .finding = nb_csv_finding,
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

void
nb_render_begin(GString *out, struct nb_rendering *r)
{
	if (r->renderer->begin != NULL)
		r->renderer->begin(out, &r->options);
}

void
nb_render_finding(GString *out, struct nb_rendering *r, const struct nb_diag *g)
{
	if (g->severity < r->options.least)
		return;
	if (r->n++ > 0 && r->renderer->separator != NULL)
		g_string_append(out, r->renderer->separator);
	r->renderer->finding(out, g, &r->options);
	r->n_mendable += g->fix.p != NULL || g->edit != NULL;
}

void
nb_render_summary(
    GString *out, struct nb_rendering *r, const struct nb_diags *d)
{
	if (r->renderer->summary != NULL)
		r->renderer->summary(out, d, r);
	r->n_mendable = 0;
}

void
nb_render_end(GString *out, struct nb_rendering *r)
{
	if (r->renderer->end != NULL)
		r->renderer->end(out);
}

void
nb_render_text(GString *out, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		g_string_append_unichar(out, g_unichar_iscntrl(c) ? ' ' : c);
	}
}

static const char *const said_words[] = {
	[NB_SAID_OPEN] = "待定",
	[NB_SAID_ACCEPTED] = "采纳，还没有改",
	[NB_SAID_REJECTED] = "不采纳",
	[NB_SAID_UNREASONED] = "不采纳，没有写理由，不算",
	[NB_SAID_DISPUTED] = "几条意见说法不一，都不算",
};

static void
put_after(GString *out, const char *mark, struct nb_str text)
{
	if (text.n == 0)
		return;
	g_string_append(out, mark);
	nb_render_text(out, text);
}

void
nb_render_said(GString *out, const struct nb_diag_said *s)
{
	g_string_append(out, said_words[s->what]);
	put_after(out, "：", s->reason);
	put_after(out, s->reason.n > 0 ? "；" : "：", s->remark);
	put_after(out, "——", s->person);
}

void
nb_render_message(GString *out, const struct nb_diag *g)
{
	nb_render_text(out, g->message);
	if (g->said == NULL)
		return;
	g_string_append(out, "（审核意见：");
	nb_render_said(out, g->said);
	g_string_append(out, "）");
}

void
nb_render_counts(
    GString *out, const unsigned *n, enum nb_severity from, unsigned to)
{
	static const char *const what[] = {
		[NB_NOTE] = "条提示",
		[NB_WARNING] = "个警告",
		[NB_ERROR] = "个错误",
	};
	const char *mark = "";

	while (to-- > from) {
		if (n[to] == 0)
			continue;
		g_string_append_printf(out, "%s%u %s", mark, n[to], what[to]);
		mark = "、";
	}
}

void
nb_render_hidden(GString *out, const unsigned *n)
{
	g_autoptr(GString) counts = g_string_new(NULL);

	nb_render_counts(counts, n, NB_NOTE, NB_ERROR + 1);
	if (counts->len > 0)
		g_string_append_printf(
		    out, "；另有 %s按审核意见不再提示", counts->str);
}

char *
nb_render_valid(struct nb_str s)
{
	return g_utf8_make_valid(s.n > 0 ? s.p : "", (gssize)s.n);
}
