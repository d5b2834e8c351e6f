/*
 * Two PDFs, object by object: with MuPDF, so in a part of its own.
 */
#include "pdfin/part.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "pdfin/codes.h"
#include "pdfin/session.h"

#include <glib.h>
#include <string.h>

/* What an object of the file is, once its pages have been looked through. */
struct use {
	enum nb_pdf_thing thing;
	uint32_t page;
};

/* It outlives every jump out of MuPDF. */
struct differing {
	struct nb_pdf_session s[2];
	int n[2];        /* numbers of objects, 0 included */
	struct use *use; /* of each object of the first */
	GArray *at;      /* of struct nb_pdf_difference */
	uint32_t total;
};

static void
note_use(struct differing *g, pdf_obj *ref, enum nb_pdf_thing thing, int page)
{
	const int num = pdf_to_num(g->s[0].ctx, ref);

	if (num > 0 && num < g->n[0])
		g->use[num] = (struct use){ thing, (uint32_t)page };
}

static void
note_page(struct differing *g, int i)
{
	fz_context *ctx = g->s[0].ctx;
	pdf_obj *page = pdf_lookup_page_obj(ctx, g->s[0].doc, i);
	pdf_obj *contents = pdf_dict_get(ctx, page, PDF_NAME(Contents));
	const int n = pdf_array_len(ctx, contents);

	note_use(g, page, NB_PDF_PAGE, i + 1);
	note_use(g, contents, NB_PDF_CONTENT, i + 1);
	for (int k = 0; k < n; k++)
		note_use(
		    g, pdf_array_get(ctx, contents, k), NB_PDF_CONTENT, i + 1);
}

/* Of a damaged file as far as it can be known. */
static void
note_uses(struct differing *g)
{
	fz_context *ctx = g->s[0].ctx;

	fz_try(ctx)
	{
		pdf_obj *trailer = pdf_trailer(ctx, g->s[0].doc);
		const int n = pdf_count_pages(ctx, g->s[0].doc);

		note_use(g, pdf_dict_get(ctx, trailer, PDF_NAME(Root)),
		    NB_PDF_CATALOG, 0);
		note_use(g, pdf_dict_get(ctx, trailer, PDF_NAME(Info)),
		    NB_PDF_INFO, 0);
		for (int i = 0; i < n; i++)
			note_page(g, i);
	}
	fz_catch(ctx) return;
}

/* By its own /Type, when no page uses it. */
static enum nb_pdf_thing
thing_of(fz_context *ctx, pdf_obj *object)
{
	static const struct {
		const char *type;
		enum nb_pdf_thing thing;
	} types[] = {
		{ "Metadata", NB_PDF_METADATA },
		{ "Font", NB_PDF_FONT },
		{ "FontDescriptor", NB_PDF_FONT },
		{ "StructElem", NB_PDF_STRUCTURE },
		{ "StructTreeRoot", NB_PDF_STRUCTURE },
		{ "Filespec", NB_PDF_FILE },
		{ "EmbeddedFile", NB_PDF_FILE },
		{ "Outlines", NB_PDF_OUTLINE },
	};
	const char *type =
	    pdf_to_name(ctx, pdf_dict_get(ctx, object, PDF_NAME(Type)));
	const char *subtype =
	    pdf_to_name(ctx, pdf_dict_get(ctx, object, PDF_NAME(Subtype)));

	for (size_t i = 0; i < NB_COUNT(types); i++)
		if (strcmp(type, types[i].type) == 0)
			return types[i].thing;
	if (strcmp(subtype, "CIDFontType0C") == 0 ||
	    pdf_dict_get(ctx, object, PDF_NAME(Length1)) != NULL)
		return NB_PDF_FONT;
	if (pdf_dict_get(ctx, object, PDF_NAME(Dest)) != NULL)
		return NB_PDF_OUTLINE;
	return NB_PDF_OTHER;
}

/* The object without what depends on how its stream is packed, as text. */
static GString *
print(struct nb_pdf_session *s, int num, bool *stream)
{
	fz_context *ctx = s->ctx;
	GString *text = g_string_new(NULL);
	pdf_obj *object = NULL, *plain = NULL;
	char *made = NULL;

	fz_var(object);
	fz_var(plain);
	fz_var(made);
	fz_try(ctx)
	{
		size_t n;

		*stream = pdf_obj_num_is_stream(ctx, s->doc, num) != 0;
		object = pdf_load_object(ctx, s->doc, num);
		plain = pdf_is_dict(ctx, object) ? pdf_copy_dict(ctx, object)
						 : pdf_keep_obj(ctx, object);
		if (*stream) {
			pdf_dict_del(ctx, plain, PDF_NAME(Length));
			pdf_dict_del(ctx, plain, PDF_NAME(Filter));
		}
		made = pdf_sprint_obj(ctx, NULL, 0, &n, plain, 1, 1);
		g_string_append_len(text, made, (gssize)n);
	}
	fz_always(ctx)
	{
		fz_free(ctx, made);
		pdf_drop_obj(ctx, plain);
		pdf_drop_obj(ctx, object);
	}
	fz_catch(ctx) g_string_assign(text, "?");
	return text;
}

/* The bytes of a stream as they stand there; false: they cannot be read. */
static bool
read_raw(struct nb_pdf_session *s, int num, GByteArray *to)
{
	fz_context *ctx = s->ctx;
	fz_buffer *buffer = NULL;

	fz_var(buffer);
	fz_try(ctx)
	{
		unsigned char *p;
		size_t n;

		buffer = pdf_load_raw_stream_number(ctx, s->doc, num);
		n = fz_buffer_storage(ctx, buffer, &p);
		g_byte_array_append(to, p, (guint)n);
	}
	fz_always(ctx) fz_drop_buffer(ctx, buffer);
	fz_catch(ctx) return false;
	return true;
}

static bool
are_same(const GByteArray *one, const GByteArray *other)
{
	return one->len == other->len &&
	    (one->len == 0 || memcmp(one->data, other->data, one->len) == 0);
}

/* As they stand there, or at least as they mean. */
static bool
same_stream(struct differing *g, int num)
{
	g_autoptr(GByteArray) one = g_byte_array_new();
	g_autoptr(GByteArray) other = g_byte_array_new();

	if (!read_raw(&g->s[0], num, one) || !read_raw(&g->s[1], num, other))
		return false;
	return are_same(one, other) ||
	    (nb_pdf_session_unpack(&g->s[0], num, one, NB_PDF_MAX) &&
		nb_pdf_session_unpack(&g->s[1], num, other, NB_PDF_MAX) &&
		are_same(one, other));
}

static bool
same_object(struct differing *g, int num)
{
	bool stream = false, other_stream = false;
	g_autoptr(GString) one = print(&g->s[0], num, &stream);
	g_autoptr(GString) other = print(&g->s[1], num, &other_stream);

	return g_string_equal(one, other) && stream == other_stream &&
	    (!stream || same_stream(g, num));
}

static enum nb_pdf_thing
look_at(struct differing *g, int num)
{
	fz_context *ctx = g->s[0].ctx;
	enum nb_pdf_thing thing = NB_PDF_OTHER;
	pdf_obj *object = NULL;

	fz_var(object);
	fz_var(thing);
	fz_try(ctx)
	{
		object = pdf_load_object(ctx, g->s[0].doc, num);
		thing = thing_of(ctx, object);
	}
	fz_always(ctx) pdf_drop_obj(ctx, object);
	fz_catch(ctx) thing = NB_PDF_OTHER;
	return thing;
}

static void
compare(struct differing *g, int num)
{
	struct nb_pdf_difference one = { .object = (uint32_t)num };

	if (same_object(g, num))
		return;
	g->total++;
	if (g->at->len >= NB_PDF_DIFFERENCES_MAX)
		return;
	one.thing = g->use[num].thing;
	one.page = g->use[num].page;
	if (one.thing == NB_PDF_OTHER)
		one.thing = look_at(g, num);
	g_array_append_val(g->at, one);
}

static void
compare_all(struct differing *g)
{
	for (int i = 0; i < 2; i++)
		g->n[i] = pdf_xref_len(g->s[i].ctx, g->s[i].doc);
	g->use = g_new0(struct use, (gsize)g->n[0] + 1);
	note_uses(g);
	for (int num = 1; num < MIN(g->n[0], g->n[1]); num++)
		compare(g, num);
	g_free(g->use);
}

enum nb_status
nb_pdf_differ_read(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_str other, struct nb_diags *d,
    struct nb_pdf_differences *ret)
{
	g_autoptr(GArray) at =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_difference));
	struct differing g = { .at = at };
	bool good;

	nb_pdf_session_open(&g.s[0], bytes);
	nb_pdf_session_open(&g.s[1], other);
	good = g.s[0].doc != NULL && g.s[1].doc != NULL;
	if (good)
		compare_all(&g);
	else
		nb_diag_add(d, &nb_code_A30, (struct nb_span){ file, 0, 0 },
		    "“" NB_FMT "”已损坏，打不开", NB_ARG(file->name));
	nb_pdf_session_close(&g.s[1]);
	nb_pdf_session_close(&g.s[0]);
	*ret = (struct nb_pdf_differences){ nb_arena_copy(a, at), at->len,
		g.total, (uint32_t)g.n[0], (uint32_t)g.n[1] };
	return good ? NB_OK : NB_FAILED;
}
