/*
 * check/coverage.c - writes the coverage matrix.
 */
#include "check/coverage.h"

#include "diag/render.h"

/* Columns of the table, the last one open. [cell] */
enum { GAP = 2, COVER_WIDTH = 6, NUMBER_WIDTH = 6, INDENT = 2 };

static const struct {
	const char *name, *mark, *word, *colour;
} covers[] = {
	[NB_COVER_STRONG] = { "strong", "✔", "✔ 有", "\033[32m" },
	[NB_COVER_WEAK] = { "weak", "△", "△ 弱", "\033[33m" },
	[NB_COVER_MISSING] = { "missing", "✘", "✘ 缺", "\033[31m" },
};

const char *
nb_cover_mark(enum nb_cover cover)
{
	return covers[cover].mark;
}

const char *
nb_cover_name(enum nb_cover cover)
{
	return covers[cover].name;
}

const char *
nb_cover_colour(enum nb_cover cover)
{
	return covers[cover].colour;
}

static void
pad(GString *out, size_t cells, size_t width)
{
	for (; cells < width; cells++)
		g_string_append_c(out, ' ');
}

static void
left(GString *out, struct nb_str s, size_t width)
{
	nb_render_text(out, s);
	pad(out, nb_str_cells(s), width + GAP);
}

static void
right(GString *out, struct nb_str s, size_t width)
{
	pad(out, nb_str_cells(s), width);
	nb_render_text(out, s);
	pad(out, 0, GAP);
}

static void
right_number(GString *out, uint32_t n)
{
	char digits[16];

	g_snprintf(digits, sizeof(digits), "%u", n);
	right(out, nb_str_z(digits), NUMBER_WIDTH);
}

static void
write_row(GString *out, const struct nb_coverage_item *row, size_t name_width,
    bool colour)
{
	pad(out, 0, INDENT * row->depth);
	left(out, row->item, name_width - INDENT * row->depth);
	if (colour)
		g_string_append(out, covers[row->cover].colour);
	left(out, nb_str_z(covers[row->cover].word), COVER_WIDTH);
	if (colour)
		g_string_append(out, "\033[0m");
	right_number(out, row->chars);
	right_number(out, row->figures);
	for (uint32_t i = 0; i < row->n_lines; i++)
		g_string_append_printf(
		    out, "%s%u", i > 0 ? "、" : "", row->line[i]);
	if (row->n_lines == 0)
		g_string_append_c(out, '-');
	g_string_append_c(out, '\n');
}

/* “法定内容（督察工作规定）：✔ 主要举措和成效  △ 不足和原因 …” */
static void
write_contents(GString *out, const struct nb_coverage *c, bool colour)
{
	if (c->n_contents == 0)
		return;
	g_string_append(out, "法定内容");
	if (c->basis.n > 0)
		g_string_append_printf(out, "（" NB_FMT "）", NB_ARG(c->basis));
	g_string_append(out, "：");
	for (uint32_t i = 0; i < c->n_contents; i++) {
		const struct nb_coverage_content *one = &c->content[i];
		const bool spared =
		    one->optional && one->cover == NB_COVER_MISSING;

		pad(out, 0, i > 0 ? GAP : 0);
		if (colour && !spared)
			g_string_append(out, covers[one->cover].colour);
		g_string_append(out, spared ? "－" : covers[one->cover].mark);
		if (colour && !spared)
			g_string_append(out, "\033[0m");
		g_string_append_c(out, ' ');
		nb_render_text(out, one->name);
	}
	g_string_append_c(out, '\n');
}

void
nb_coverage_render(GString *out, const struct nb_coverage *c, bool colour)
{
	const struct nb_str head = NB_S("大纲项");
	size_t name_width = nb_str_cells(head);

	if (c->n == 0)
		return;
	for (uint32_t i = 0; i < c->n; i++)
		name_width = MAX(name_width,
		    INDENT * c->item[i].depth + nb_str_cells(c->item[i].item));
	left(out, head, name_width);
	left(out, NB_S("覆盖"), COVER_WIDTH);
	right(out, NB_S("字数"), NUMBER_WIDTH);
	right(out, NB_S("数据"), NUMBER_WIDTH);
	g_string_append(out, "行\n");
	for (uint32_t i = 0; i < c->n; i++)
		write_row(out, &c->item[i], name_width, colour);
	write_contents(out, c, colour);
}

static void
write_item(GString *out, const struct nb_coverage_item *row)
{
	g_string_append(out, "{\"item\":");
	nb_render_json_string(out, row->item);
	g_string_append_printf(out,
	    ",\"status\":\"%s\",\"chars\":%u,\"figures\":%u,\"lines\":[",
	    covers[row->cover].name, row->chars, row->figures);
	for (uint32_t i = 0; i < row->n_lines; i++)
		g_string_append_printf(
		    out, "%s%u", i > 0 ? "," : "", row->line[i]);
	g_string_append_c(out, ']');
	if (row->depth > 0)
		g_string_append_printf(out, ",\"depth\":%u", row->depth);
	g_string_append_c(out, '}');
}

static void
write_contents_json(GString *out, const struct nb_coverage *c)
{
	g_string_append(out, ",\"statutory\":[");
	for (uint32_t i = 0; i < c->n_contents; i++) {
		g_string_append(
		    out, i > 0 ? ",{\"content\":" : "{\"content\":");
		nb_render_json_string(out, c->content[i].name);
		g_string_append_printf(out, ",\"status\":\"%s\"}",
		    covers[c->content[i].cover].name);
	}
	g_string_append_c(out, ']');
}

void
nb_coverage_json(GString *out, const struct nb_coverage *c)
{
	g_string_append(out, "{\"type\":\"coverage\",\"file\":");
	nb_render_json_string(
	    out, c->source != NULL ? c->source->name : NB_S(""));
	g_string_append(out, ",\"items\":[");
	for (uint32_t i = 0; i < c->n; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		write_item(out, &c->item[i]);
	}
	g_string_append_c(out, ']');
	if (c->n_contents > 0)
		write_contents_json(out, c);
	g_string_append(out, "}\n");
}
