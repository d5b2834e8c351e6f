#include "cli/copies_show.h"

#include "base/arena.h"
#include "diag/render.h"

enum { MOST_SHOWN = 10 }; /* pairs, without -v */

/* 12行, or 12—14行 */
static void
write_lines(GString *out, const struct nb_copy_lines *l)
{
	g_string_append_printf(out, "%u", l->first);
	if (l->last > l->first)
		g_string_append_printf(out, "—%u", l->last);
	g_string_append(out, "行");
}

static void
write_passages(
    GString *out, const struct nb_copies *c, const struct nb_copy_pair *pair)
{
	struct nb_arena *a = nb_arena_new();
	uint32_t n;
	const struct nb_copy_passage *p = nb_copies_passages(c, pair, a, &n);

	for (uint32_t i = 0; i < n; i++) {
		g_string_append(out, "        ");
		write_lines(out, &p[i].lines[0]);
		g_string_append(out, "，");
		write_lines(out, &p[i].lines[1]);
		g_string_append(out, "：");
		nb_render_text(out, p[i].text);
		g_string_append_c(out, '\n');
	}
	nb_arena_free(a);
}

void
nb_copies_show_full(GString *out, const struct nb_copies *c,
    const struct nb_str *path, bool notes)
{
	uint32_t n;
	const struct nb_copy_pair *pair = nb_copies_pairs(c, &n);
	const uint32_t shown = notes ? n : MIN(n, MOST_SHOWN);

	if (n == 0)
		return;
	g_string_append_printf(
	    out, "\n有雷同段落的 %u 对（占较短一份的比例）：\n", n);
	for (uint32_t i = 0; i < shown; i++) {
		g_string_append_printf(out, "  %3u%%  ", pair[i].permille / 10);
		nb_render_text(out, path[pair[i].document[0]]);
		g_string_append(out, " 与 ");
		nb_render_text(out, path[pair[i].document[1]]);
		g_string_append_printf(
		    out, "：%u段，%u字\n", pair[i].passages, pair[i].shared);
		if (notes)
			write_passages(out, c, &pair[i]);
	}
	if (shown < n)
		g_string_append_printf(
		    out, "  另有 %u 对（加 -v 列出）\n", n - shown);
}

static void
write_lines_json(GString *out, const struct nb_copy_lines *l)
{
	g_string_append_printf(out, "[%u,%u]", l->first, l->last);
}

static void
write_passages_json(
    GString *out, const struct nb_copies *c, const struct nb_copy_pair *pair)
{
	struct nb_arena *a = nb_arena_new();
	uint32_t n;
	const struct nb_copy_passage *p = nb_copies_passages(c, pair, a, &n);

	g_string_append(out, ",\"passages\":[");
	for (uint32_t i = 0; i < n; i++) {
		g_string_append(out, i > 0 ? ",{\"text\":" : "{\"text\":");
		nb_render_json_string(out, p[i].text);
		g_string_append(out, ",\"lines\":[");
		write_lines_json(out, &p[i].lines[0]);
		g_string_append_c(out, ',');
		write_lines_json(out, &p[i].lines[1]);
		g_string_append(out, "]}");
	}
	g_string_append_c(out, ']');
	nb_arena_free(a);
}

void
nb_copies_show_json(GString *out, const struct nb_copies *c,
    const struct nb_str *path, bool notes)
{
	uint32_t n;
	const struct nb_copy_pair *pair = nb_copies_pairs(c, &n);

	for (uint32_t i = 0; i < n; i++) {
		g_string_append(out, "{\"type\":\"copied\",\"files\":[");
		nb_render_json_string(out, path[pair[i].document[0]]);
		g_string_append_c(out, ',');
		nb_render_json_string(out, path[pair[i].document[1]]);
		g_string_append_printf(out,
		    "],\"percent\":%u.%u,\"characters\":%u,\"count\":%u",
		    pair[i].permille / 10, pair[i].permille % 10,
		    pair[i].shared, pair[i].passages);
		if (notes)
			write_passages_json(out, c, &pair[i]);
		g_string_append(out, "}\n");
	}
}
