#include "pages.h"

#include "base/arena.h"
#include "source/node.h"
#include "source/reader.h"

#include <string.h>

static char *
root_path(const char *under)
{
	const char *root = g_getenv("NIANBAO_ROOT");

	return g_build_filename(root != NULL ? root : ".", under, NULL);
}

bool
pages_ready(void)
{
	g_autofree char *face = root_path("fonts/files/FandolFang-Regular.otf");

	if (g_file_test(face, G_FILE_TEST_EXISTS))
		return true;
	g_test_skip("没有字体：先运行 ./setup.sh");
	return false;
}

struct pages
pages_make(const char *yaml, gssize n)
{
	g_autofree char *fonts = root_path("fonts");

	return pages_make_with(fonts, yaml, n);
}

static const struct nb_report *
build(struct pages *p, struct nb_str yaml, const struct nb_report *last)
{
	const struct nb_past past = { .last.report = last };
	const struct nb_text *text = nb_source_text(
	    p->arena, NB_S("test"), nb_arena_str(p->arena, yaml), &p->diags);

	p->root = nb_source_yaml(p->arena, text, &p->diags);
	return nb_report_build(p->arena, p->root, &past, &p->diags);
}

static void
lay_out(struct pages *p, const char *fonts)
{
	g_autofree char *template =
	    root_path("templates/gbt9704-2012/template.yaml");

	p->t = nb_template_load(p->arena, template, NULL, &p->diags);
	g_assert_nonnull(p->t);
	g_assert_cmpint(nb_fonts_load(fonts, &p->diags, &p->fonts), ==, NB_OK);
	p->pages = nb_layout(p->arena, p->report, p->t, p->fonts, &p->diags);
}

struct pages
pages_make_with(const char *fonts, const char *yaml, gssize n)
{
	struct pages p = { .arena = nb_arena_new() };
	struct nb_str bytes = nb_str_z(yaml);

	if (n >= 0)
		bytes.n = (size_t)n;
	nb_diags_init(&p.diags, p.arena);
	p.report = build(&p, bytes, NULL);
	lay_out(&p, fonts);
	return p;
}

struct pages
pages_make_last(const char *const *yaml, size_t n)
{
	g_autofree char *fonts = root_path("fonts");
	struct pages p = { .arena = nb_arena_new() };

	nb_diags_init(&p.diags, p.arena);
	for (size_t i = 0; i < n; i++)
		p.report = build(&p, nb_str_z(yaml[i]), p.report);
	lay_out(&p, fonts);
	return p;
}

void
pages_release(struct pages *p)
{
	nb_fonts_free(p->fonts);
	nb_arena_free(p->arena);
}

static struct line *
line_of(GArray *lines, const struct nb_page *page, const struct nb_item *item)
{
	struct line new = {
		.page = page, .first = item, .y = item->y, .begin = item->x
	};
	struct line *last = lines->len == 0
	    ? NULL
	    : &g_array_index(lines, struct line, lines->len - 1);

	if (last != NULL && last->page == page && last->y == item->y)
		return last;
	new.text = g_strdup("");
	g_array_append_val(lines, new);
	return &g_array_index(lines, struct line, lines->len - 1);
}

GArray *
pages_lines(const struct pages *p, bool folios)
{
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct line));

	for (uint32_t i = 0; i < p->pages->n_pages; i++) {
		const struct nb_page *page = &p->pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++) {
			const struct nb_item *item = &page->item[k];
			struct line *line;
			char *longer;

			if (item->kind != NB_ITEM_RUN ||
			    (item->role == NB_ROLE_FOLIO && !folios))
				continue;
			line = line_of(lines, page, item);
			line->last = item;
			line->end = item->x + item->run.width;
			longer = g_strdup_printf(
			    "%s%.*s", line->text, NB_ARG(item->run.text));
			g_free(line->text);
			line->text = longer;
		}
	}
	return lines;
}

void
lines_free(GArray *lines)
{
	for (guint i = 0; i < lines->len; i++)
		g_free(g_array_index(lines, struct line, i).text);
	g_array_unref(lines);
}
