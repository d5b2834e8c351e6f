#include "cli/archive/verify_differ.h"

#include "base/arena.h"
#include "cli/own_codes.h"
#include "pdfin/carried.h"

#include <glib.h>

enum { QUOTED = 16 }; /* characters of a line shown from a difference on */

/* Two files on their way to words. */
struct differing {
	struct nb_arena *arena;
	const struct nb_text *pdf;
	struct nb_diags *diags;
	struct nb_pdf file, again;
	bool *told; /* of each page of the file */
};

static bool
same_char(const struct differing *g, const struct nb_pdf_char *a,
    const struct nb_pdf_char *b)
{
	return a->c == b->c && a->x == b->x && a->y == b->y &&
	    a->size == b->size && a->rgb == b->rgb && a->turned == b->turned &&
	    nb_str_eq(g->file.font[a->font], g->again.font[b->font]);
}

/* The first character that differs; the number of both when none does. */
static uint32_t
first_char(const struct differing *g, const struct nb_pdf_page *a,
    const struct nb_pdf_page *b)
{
	const uint32_t n = MIN(a->n_glyphs, b->n_glyphs);
	uint32_t i = 0;

	while (i < n && same_char(g, &a->glyph[i], &b->glyph[i]))
		i++;
	return i == n && a->n_glyphs == b->n_glyphs ? UINT32_MAX : i;
}

static bool
same_rules(const struct nb_pdf_page *a, const struct nb_pdf_page *b)
{
	if (a->n_rules != b->n_rules)
		return false;
	for (uint32_t i = 0; i < a->n_rules; i++) {
		const struct nb_pdf_rule *x = &a->rule[i], *y = &b->rule[i];

		if (x->x != y->x || x->y != y->y || x->w != y->w ||
		    x->h != y->h || x->rgb != y->rgb)
			return false;
	}
	return true;
}

static bool
same_page(const struct differing *g, uint32_t i)
{
	const struct nb_pdf_page *a = &g->file.page[i];
	const struct nb_pdf_page *b = &g->again.page[i];

	return a->w == b->w && a->h == b->h &&
	    first_char(g, a, b) == UINT32_MAX && same_rules(a, b);
}

/* What stands on a page from a character on, in its line. */
static struct nb_str
quote(struct nb_arena *a, const struct nb_pdf_page *page, uint32_t from)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (uint32_t i = from; i < page->n_glyphs && i < from + QUOTED &&
	     page->glyph[i].y == page->glyph[from].y;
	     i++)
		g_string_append_unichar(
		    text, page->glyph[i].c < ' ' ? 0xFFFD : page->glyph[i].c);
	return nb_arena_str(a, (struct nb_str){ text->str, text->len });
}

static void
tell_page(struct differing *g, uint32_t i)
{
	const struct nb_span whole = { g->pdf, 0, 0 };
	const struct nb_pdf_page *a = &g->file.page[i];
	const struct nb_pdf_page *b = &g->again.page[i];
	const uint32_t at = first_char(g, a, b);
	struct nb_str here, there;

	g->told[i] = true;
	if (at == UINT32_MAX) {
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "第 %u 面的文字相同，线条或纸张大小与重排的不同", i + 1);
		return;
	}
	here = quote(g->arena, a, at);
	there = quote(g->arena, b, at);
	if (nb_str_eq(here, there))
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "第 %u 面从“" NB_FMT "”起，字体、颜色或位置与重排的不同",
		    i + 1, NB_ARG(here));
	else
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "第 %u 面这里是“" NB_FMT "”，照稿子重排是“" NB_FMT "”",
		    i + 1, NB_ARG(here), NB_ARG(there));
}

/* Of both files as much as can be read; false: not to the end. */
static bool
read_both(struct differing *g, struct nb_str bytes, struct nb_str again)
{
	struct nb_diags unheard;
	bool good;

	nb_diags_init(&unheard, g->arena);
	good =
	    nb_pdf_read(g->arena, g->pdf, bytes, g->diags, &g->file) == NB_OK;
	good &=
	    nb_pdf_read(g->arena, g->pdf, again, &unheard, &g->again) == NB_OK;
	g->told = nb_new_n(g->arena, bool, g->file.n_pages);
	return good;
}

static uint32_t
common_pages(const struct differing *g)
{
	return MIN(g->file.n_pages, g->again.n_pages);
}

static void
tell_pages(struct differing *g, bool whole)
{
	for (uint32_t i = 0; i < common_pages(g); i++)
		if (!same_page(g, i))
			tell_page(g, i);
	if (whole && g->file.n_pages != g->again.n_pages)
		nb_diag_add(g->diags, &nb_code_A36,
		    (struct nb_span){ g->pdf, 0, 0 },
		    "文件有 %u 面，照稿子重排是 %u 面", g->file.n_pages,
		    g->again.n_pages);
}

static const char *
word_of(enum nb_pdf_thing thing)
{
	static const char *const words[NB_PDF_THINGS] = {
		[NB_PDF_OTHER] = "其他部分",
		[NB_PDF_CATALOG] = "总目录 Catalog",
		[NB_PDF_INFO] = "文件信息 Info",
		[NB_PDF_METADATA] = "元数据 XMP",
		[NB_PDF_PAGE] = "设置",
		[NB_PDF_CONTENT] = "内容",
		[NB_PDF_FONT] = "嵌入的字体",
		[NB_PDF_FILE] = "内嵌的文件",
		[NB_PDF_STRUCTURE] = "结构标签",
		[NB_PDF_OUTLINE] = "书签",
	};

	return words[thing];
}

/* A page of which the text tells it is told already. */
static bool
is_told(const struct differing *g, const struct nb_pdf_difference *one)
{
	return one->page > 0 && one->page <= g->file.n_pages &&
	    g->told[one->page - 1];
}

/* Those of one kind, where the first stands. */
static void
tell_thing(struct differing *g, const struct nb_pdf_differences *all,
    enum nb_pdf_thing thing)
{
	const struct nb_span whole = { g->pdf, 0, 0 };
	const struct nb_pdf_difference *first = NULL;
	uint32_t n = 0;

	for (uint32_t i = 0; i < all->n; i++) {
		const struct nb_pdf_difference *one = &all->at[i];

		if (one->thing != thing || is_told(g, one))
			continue;
		first = first != NULL ? first : one;
		n++;
	}
	if (n == 0)
		return;
	if (first->page > 0)
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "第 %u 面的%s与重排的不同：对象 %u", first->page,
		    word_of(thing), first->object);
	else
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    n == 1 ? "%s与重排的不同：对象 %u"
			   : "%s与重排的不同：对象 %u 等 %u 个",
		    word_of(thing), first->object, n);
}

static void
tell_objects(struct differing *g, const struct nb_pdf_differences *all)
{
	const struct nb_span whole = { g->pdf, 0, 0 };

	if (all->objects != all->other_objects) {
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "文件有 %u 个对象，重排的有 %u 个：添删了东西，或者用别的"
		    "软件另存过",
		    all->objects, all->other_objects);
		return;
	}
	if (all->total > all->objects / 2) {
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "%u 个对象里有 %u 个与重排的不同，或者编号不同："
		    "用别的软件另存过",
		    all->objects, all->total);
		return;
	}
	for (unsigned i = 0; i < NB_PDF_THINGS; i++)
		tell_thing(g, all, (enum nb_pdf_thing)i);
	if (all->total == 0)
		nb_diag_add(g->diags, &nb_code_A36, whole,
		    "各个对象的内容都与重排的相同，只是写法不同：另存过，"
		    "或者压缩程序的版本不同");
}

void
nb_verify_differ(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_str again, struct nb_diags *d)
{
	struct differing g = { .arena = a, .pdf = pdf, .diags = d };
	struct nb_pdf_differences all;
	const bool whole = read_both(&g, bytes, again);

	tell_pages(&g, whole);
	if (nb_pdf_differ(a, pdf, bytes, again, d, &all) == NB_OK)
		tell_objects(&g, &all);
}

bool
nb_verify_first_page(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_str again, uint32_t *ret)
{
	struct nb_diags unheard;
	struct differing g = { .arena = a, .pdf = pdf, .diags = &unheard };
	uint32_t i = 0;

	*ret = 0;
	nb_diags_init(&unheard, a);
	if (!read_both(&g, bytes, again))
		return false;
	while (i < common_pages(&g) && same_page(&g, i))
		i++;
	if (i < common_pages(&g) || g.file.n_pages != g.again.n_pages)
		*ret = i + 1;
	return true;
}
