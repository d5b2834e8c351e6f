/*
 * The files that a PDF carries, read: with MuPDF, so in a part of its own.
 */
#include "pdfin/part.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "pdfin/codes.h"
#include "pdfin/session.h"

#include <glib.h>
#include <string.h>

/* One reading.  It outlives every jump out of MuPDF. */
struct reading {
	struct nb_arena *arena;
	struct nb_pdf_session s;
	GArray *file; /* of struct nb_pdf_file */
	GByteArray *bytes;
	struct nb_str producer;
	bool mended;
};

static struct nb_str
keep_text(struct reading *r, pdf_obj *text)
{
	const char *s = pdf_to_text_string(r->s.ctx, text);

	return nb_arena_str(r->arena, nb_str_z(s));
}

/* Whether the sum that the PDF says of a file is that of its bytes. */
static bool
has_its_sum(const struct reading *r, pdf_obj *params)
{
	fz_context *ctx = r->s.ctx;
	pdf_obj *said = pdf_dict_gets(ctx, params, "CheckSum");
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
	guint8 own[16];
	gsize n = sizeof(own);

	if (!pdf_is_string(ctx, said))
		return true;
	g_checksum_update(sum, r->bytes->data, r->bytes->len);
	g_checksum_get_digest(sum, own, &n);
	return pdf_to_str_len(ctx, said) == n &&
	    memcmp(pdf_to_str_buf(ctx, said), own, n) == 0;
}

static void
read_file(struct reading *r, pdf_obj *spec)
{
	fz_context *ctx = r->s.ctx;
	pdf_obj *stream =
	    pdf_dict_getl(ctx, spec, PDF_NAME(EF), PDF_NAME(F), NULL);
	struct nb_pdf_file file = {
		.name = keep_text(r, pdf_dict_get(ctx, spec, PDF_NAME(UF))),
		.bytes = NB_S(""),
	};

	fz_var(file);
	fz_try(ctx)
	{
		file.sound =
		    nb_pdf_session_unpack(&r->s, pdf_to_num(ctx, stream),
			r->bytes, NB_PDF_FILE_MAX) &&
		    has_its_sum(r, pdf_dict_get(ctx, stream, PDF_NAME(Params)));
		file.bytes = nb_arena_str(r->arena,
		    (struct nb_str){
			(const char *)r->bytes->data, r->bytes->len });
	}
	fz_catch(ctx) file.sound = false;
	g_array_append_val(r->file, file);
}

static void
read_files(struct reading *r)
{
	fz_context *ctx = r->s.ctx;
	pdf_obj *trailer = pdf_trailer(ctx, r->s.doc);
	pdf_obj *list = pdf_dict_gets(
	    ctx, pdf_dict_get(ctx, trailer, PDF_NAME(Root)), "AF");
	const int n = MIN(pdf_array_len(ctx, list), NB_PDF_FILES_MAX);

	r->producer = keep_text(r,
	    pdf_dict_getl(
		ctx, trailer, PDF_NAME(Info), PDF_NAME(Producer), NULL));
	for (int i = 0; i < n; i++)
		read_file(r, pdf_array_get(ctx, list, i));
	r->mended = pdf_was_repaired(ctx, r->s.doc) != 0;
}

static enum nb_status
report(const struct reading *r, const struct nb_text *file, struct nb_diags *d)
{
	const struct nb_span whole = { file, 0, 0 };

	if (r->s.locked) {
		nb_diag_add(d, &nb_code_A31, whole,
		    "“" NB_FMT "”加了密，没有密码打不开", NB_ARG(file->name));
		return NB_FAILED;
	}
	if (r->s.doc != NULL)
		return NB_OK;
	nb_diag_add(d, &nb_code_A30, whole, "“" NB_FMT "”已损坏，打不开",
	    NB_ARG(file->name))
	    ->hint = NB_S("重新拷贝或下载，再核对一次");
	return NB_FAILED;
}

enum nb_status
nb_pdf_carried_read(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_diags *d, struct nb_pdf_files *ret)
{
	g_autoptr(GArray) files =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_file));
	g_autoptr(GByteArray) buffer = g_byte_array_new();
	struct reading r = { .arena = a, .file = files, .bytes = buffer };
	enum nb_status status;

	nb_pdf_session_open(&r.s, bytes);
	if (r.s.doc != NULL && !r.s.locked) {
		fz_try(r.s.ctx) read_files(&r);
		fz_catch(r.s.ctx) r.mended = true;
	}
	status = report(&r, file, d);
	nb_pdf_session_close(&r.s);
	*ret = (struct nb_pdf_files){ nb_arena_copy(a, files), files->len,
		r.producer, r.mended };
	return status;
}
