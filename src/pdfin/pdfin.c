/*
 * A finished PDF, read: with MuPDF, so in a part of its own.
 */
#include "pdfin/part.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "pdfin/codes.h"
#include "pdfin/device.h"
#include "pdfin/session.h"

#include <glib.h>
#include <string.h>

enum trouble { SOUND, DAMAGED, LOCKED, TOO_LONG };

/* One reading.  It outlives every jump out of MuPDF. */
struct reading {
	struct nb_arena *arena;
	struct nb_pdf_session s;
	fz_context *ctx; /* of s, as doc */
	pdf_document *doc;
	struct nb_pdf_catch caught;
	GArray *page; /* of struct nb_pdf_page */
	uint32_t n_glyphs;
	enum trouble trouble;
	bool mended;
};

/* What has been caught of a page becomes one. */
static void
add_page(struct reading *r, fz_rect box)
{
	GArray *glyph = r->caught.glyph, *rule = r->caught.rule;
	const float much = (box.x1 - box.x0) * (box.y1 - box.y0) / 4;
	const struct nb_pdf_page page = {
		.w = NB_PT((double)(box.x1 - box.x0)),
		.h = NB_PT((double)(box.y1 - box.y0)),
		.glyph = nb_arena_copy(r->arena, glyph),
		.n_glyphs = glyph->len,
		.rule = nb_arena_copy(r->arena, rule),
		.n_rules = rule->len,
		.is_picture = glyph->len == 0 && r->caught.picture > much,
	};

	r->n_glyphs += glyph->len;
	if (r->n_glyphs > NB_PDF_CHARS_MAX)
		r->trouble = TOO_LONG;
	g_array_append_val(r->page, page);
	g_array_set_size(glyph, 0);
	g_array_set_size(rule, 0);
	r->caught.picture = 0;
}

/* Draws a page that is loaded; cookie counts what could not be drawn. */
static void
draw(struct reading *r, pdf_page *page, fz_cookie *cookie)
{
	const fz_rect box = pdf_bound_page(r->ctx, page);
	fz_device *dev = nb_pdf_device_new(r->ctx, &r->caught);

	fz_try(r->ctx)
	{
		pdf_run_page_contents(
		    r->ctx, page, dev, fz_translate(-box.x0, -box.y0), cookie);
		fz_close_device(r->ctx, dev);
	}
	fz_always(r->ctx) fz_drop_device(r->ctx, dev);
	fz_catch(r->ctx) fz_rethrow(r->ctx);
	add_page(r, box);
}

static void
read_page(struct reading *r, int i)
{
	pdf_page *page = pdf_load_page(r->ctx, r->doc, i);
	fz_cookie cookie = { 0 };

	fz_try(r->ctx) draw(r, page, &cookie);
	fz_always(r->ctx) fz_drop_page(r->ctx, &page->super);
	fz_catch(r->ctx) fz_rethrow(r->ctx);
	if (cookie.errors > 0)
		r->trouble = DAMAGED;
}

/* All pages, or those before the trouble. */
static void
read_pages(struct reading *r)
{
	const int n = pdf_count_pages(r->ctx, r->doc);

	if (n <= 0)
		r->trouble = DAMAGED;
	for (int i = 0; i < n && r->trouble == SOUND; i++)
		read_page(r, i);
	r->mended = pdf_was_repaired(r->ctx, r->doc);
}

static void
read_all(struct reading *r, struct nb_str bytes)
{
	nb_pdf_session_open(&r->s, bytes);
	r->ctx = r->s.ctx;
	r->doc = r->s.doc;
	if (r->doc == NULL) {
		r->trouble = DAMAGED;
	} else if (r->s.locked) {
		r->trouble = LOCKED;
	} else {
		fz_try(r->ctx) read_pages(r);
		fz_catch(r->ctx) r->trouble = DAMAGED;
	}
	nb_pdf_session_close(&r->s);
}

/* “ABCDEF+SimHei” is a part of SimHei. */
static const char *
without_subset(const char *name)
{
	size_t i = 0;

	while (g_ascii_isupper(name[i]))
		i++;
	return i == 6 && name[i] == '+' ? name + i + 1 : name;
}

/* MuPDF keeps so much of a name, and cuts between bytes. */
enum { NAME_KEPT = 31 }; /* [byte] */

/* The bytes of a name that are characters, if it is UTF-8; else 0. */
static size_t
utf8_length(const char *name, bool cut)
{
	const char *end;

	if (g_utf8_validate(name, -1, &end) || (cut && strlen(end) < 4))
		return (size_t)(end - name);
	return 0;
}

/* Names are UTF-8 or, of old, GBK. */
static struct nb_str
font_name(struct nb_arena *a, const char *raw)
{
	const char *name = without_subset(raw);
	const size_t n = utf8_length(name, strlen(raw) >= NAME_KEPT);
	g_autofree char *text = NULL;
	g_autofree char *whole = NULL;
	gsize read = 0;

	if (n > 0)
		return nb_arena_str(a, (struct nb_str){ name, n });
	g_free(g_convert(name, -1, "UTF-8", "GB18030", &read, NULL, NULL));
	whole = g_strndup(name, read);
	text = g_convert(whole, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
	return text != NULL ? nb_arena_str(a, nb_str_z(text)) : NB_S("?");
}

/* What the sheet will not say: it was mended; some pages were not measured. */
static void
warn(const struct reading *r, struct nb_span whole, struct nb_diags *d)
{
	const struct nb_str name = whole.text->name;
	uint32_t n = 0, first = 0;

	for (guint i = r->page->len; i-- > 0;)
		if (g_array_index(r->page, struct nb_pdf_page, i).is_picture) {
			first = i + 1;
			n++;
		}
	if (r->mended)
		nb_diag_set_severity(d,
		    nb_diag_add(d, &nb_code_A30, whole,
			"“" NB_FMT "”不完整，修补后读出 %u 面", NB_ARG(name),
			r->page->len),
		    NB_WARNING);
	if (n > 0)
		nb_diag_set_severity(d,
		    nb_diag_add(d, &nb_code_A32, whole,
			"“" NB_FMT "”从第 %u 面起有 %u 面是图片，没有量",
			NB_ARG(name), first, n),
		    NB_WARNING);
}

static enum nb_status
report(const struct reading *r, const struct nb_text *file, struct nb_diags *d)
{
	const struct nb_span whole = { file, 0, 0 };
	const struct nb_str name = file->name;

	switch (r->trouble) {
	case SOUND:
		break;
	case DAMAGED:
		nb_diag_add(d, &nb_code_A30, whole,
		    "“" NB_FMT "”已损坏，读不出第 %u 面", NB_ARG(name),
		    r->page->len + 1);
		return NB_FAILED;
	case LOCKED:
		nb_diag_add(d, &nb_code_A31, whole,
		    "“" NB_FMT "”加了密，没有密码打不开", NB_ARG(name));
		return NB_FAILED;
	case TOO_LONG:
		nb_diag_add(d, &nb_code_A30, whole,
		    "“" NB_FMT "”多于 %d 字，没有读完", NB_ARG(name),
		    NB_PDF_CHARS_MAX);
		return NB_FAILED;
	}
	if (r->n_glyphs == 0) {
		nb_diag_add(d, &nb_code_A32, whole,
		    "“" NB_FMT
		    "”的 %u 面里没有文字，是扫描件，或者文字转成了曲线",
		    NB_ARG(name), r->page->len);
		return NB_FAILED;
	}
	warn(r, whole, d);
	return NB_OK;
}

static enum nb_status
read_pdf(struct nb_arena *a, const struct nb_text *file, struct nb_str bytes,
    struct nb_diags *d, struct nb_pdf *ret)
{
	g_autoptr(GArray) glyph =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_char));
	g_autoptr(GArray) rule =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_rule));
	g_autoptr(GPtrArray) font = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) page =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_page));
	struct reading r = {
		.arena = a, .caught = { glyph, rule, font, 0 }, .page = page
	};
	struct nb_str *names;

	read_all(&r, bytes);
	names = nb_new_n(a, struct nb_str, font->len);
	for (guint i = 0; i < font->len; i++)
		names[i] = font_name(a, font->pdata[i]);
	*ret = (struct nb_pdf){
		.font = names,
		.n_fonts = font->len,
		.page = nb_arena_copy(a, page),
		.n_pages = page->len,
		.n_glyphs = r.n_glyphs,
	};
	return report(&r, file, d);
}

NB_PART_ENTRY const struct nb_pdf_part nb_pdf_part = {
	.part = { NB_VERSION },
	.read = read_pdf,
	.carried = nb_pdf_carried_read,
	.differ = nb_pdf_differ_read,
};
