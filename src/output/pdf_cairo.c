/*
 * pages -> PDF by cairo, for tests to hold the one of output/pdf against:
 * fonts subset and embedded, headings as bookmarks, and nothing in it that
 * depends on when or where it was made.
 */
#include "output/draw.h"

#include "diag/diag.h"
#include "output/draw_cairo.h"
#include "output/pdf/metadata.h"
#include "output/surface.h"

#include <cairo-pdf.h>
#include <string.h>

enum { LEVELS = 10 };

static void
set_metadata(
    cairo_surface_t *pdf, cairo_pdf_metadata_t key, struct nb_str value)
{
	g_autofree char *z = g_strndup(value.p, value.n);

	if (value.n != 0)
		cairo_pdf_surface_set_metadata(pdf, key, z);
}

/*
 * Left to itself cairo writes the clock.  Without a date it gets any, which
 * mend_dates takes out again.
 */
static void
set_all_metadata(cairo_surface_t *pdf, const struct nb_pages *pages)
{
	const struct nb_str date = nb_metadata_is_dated(pages->date)
	    ? pages->date
	    : NB_S("1970-01-01");
	char hour[] = "0000-00-00T00";

	memcpy(hour, date.p, date.n);
	set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, pages->title);
	set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, pages->organ);
	set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, pages->summary);
	set_metadata(pdf, CAIRO_PDF_METADATA_KEYWORDS, pages->keywords);
	set_metadata(
	    pdf, CAIRO_PDF_METADATA_CREATOR, NB_S("nianbao " NB_VERSION));
	set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, nb_str_z(hour));
	set_metadata(pdf, CAIRO_PDF_METADATA_MOD_DATE, nb_str_z(hour));
}

/* Behind the last key in out, or NULL. */
static char *
behind_last(GString *out, const char *key)
{
	const size_t n = strlen(key);
	char *at = out->str, *last = NULL;
	const char *end = out->str + out->len;

	while ((at = memmem(at, (size_t)(end - at), key, n)) != NULL)
		last = at += n;
	return last;
}

/*
 * cairo writes dates without the "D:" they must begin with (ISO 32000-1,
 * 7.9.4).  It was given an hour, so (YYYYMMDD00) becomes (D:YYYYMMDD) with no
 * byte moved.  The information dictionary stands behind all text.
 */
static void
mend_date(GString *out, const char *key, bool known)
{
	static const char given[] = "YYYYMMDD00)", digits[] = "YYYYMMDD";
	char *at = behind_last(out, key);

	if (at == NULL || out->str + out->len - at < (ptrdiff_t)sizeof(given))
		return;
	if (known) {
		memmove(at + 2, at, strlen(digits));
		memcpy(at, "D:", 2);
	} else {
		memset(at - strlen(key), ' ', strlen(key) + strlen(given));
	}
}

static void
add_bookmarks(cairo_surface_t *pdf, const struct nb_pages *pages)
{
	int parent[LEVELS] = { CAIRO_PDF_OUTLINE_ROOT };
	unsigned deepest = 0; /* index in parent that is known */

	for (uint32_t i = 0; i < pages->n_bookmarks; i++) {
		const struct nb_bookmark *b = &pages->bookmark[i];
		const unsigned want = b->level == 0 ? 0 : b->level - 1U;
		const unsigned level = MIN(MIN(want, deepest), LEVELS - 2);
		g_autofree char *text = g_strndup(b->text.p, b->text.n);
		g_autofree char *link = g_strdup_printf("page=%u pos=[%d %d]",
		    b->page + 1, (int)nb_len_pt(b->x), (int)nb_len_pt(b->y));

		deepest = level + 1;
		parent[deepest] = cairo_pdf_surface_add_outline(pdf,
		    parent[level], text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
	}
}

static void
draw_pages(cairo_surface_t *pdf, cairo_t *cr, const struct nb_pages *pages,
    const struct nb_subsets *s)
{
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		cairo_pdf_surface_set_size(
		    pdf, nb_len_pt(page->w), nb_len_pt(page->h));
		nb_draw_page(cr, page, s);
		cairo_show_page(cr);
	}
}

enum nb_status
nb_draw_pdf(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const bool dated = nb_metadata_is_dated(pages->date);
	struct nb_subsets *s;
	cairo_surface_t *pdf;
	cairo_t *cr;
	enum nb_status status;

	(void)page;
	if (nb_subsets_new(
		pages->page, pages->n_pages, NB_SUBSET_EMBED, d, &s) != NB_OK)
		return NB_FAILED;
	pdf = cairo_pdf_surface_create_for_stream(nb_surface_append, out, 1, 1);
	set_all_metadata(pdf, pages);
	cr = cairo_create(pdf);
	draw_pages(pdf, cr, pages, s);
	add_bookmarks(pdf, pages);
	status = nb_surface_finish(pdf, cr, CAIRO_STATUS_SUCCESS, d);
	nb_subsets_free(s);
	mend_date(out, "/CreationDate (", dated);
	mend_date(out, "/ModDate (", dated);
	return status;
}
