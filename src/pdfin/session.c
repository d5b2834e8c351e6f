#include "pdfin/session.h"

static void
keep_quiet(void *user, const char *message)
{
	(void)user, (void)message;
}

void
nb_pdf_session_open(struct nb_pdf_session *s, struct nb_str bytes)
{
	*s = (struct nb_pdf_session){ .ctx = fz_new_context(
					  NULL, NULL, FZ_STORE_DEFAULT) };
	if (s->ctx == NULL)
		nb_out_of_memory();
	fz_set_warning_callback(s->ctx, keep_quiet, NULL);
	fz_set_error_callback(s->ctx, keep_quiet, NULL);
	fz_try(s->ctx)
	{
		s->stream = fz_open_memory(
		    s->ctx, (const unsigned char *)bytes.p, bytes.n);
		s->doc = pdf_open_document_with_stream(s->ctx, s->stream);
		s->locked = pdf_needs_password(s->ctx, s->doc) != 0;
	}
	fz_catch(s->ctx)
	{
		pdf_drop_document(s->ctx, s->doc);
		s->doc = NULL;
	}
}

static void
read_all(fz_context *ctx, fz_stream *stream, GByteArray *to, size_t most)
{
	unsigned char piece[4096];
	size_t n;

	while (to->len <= most &&
	    (n = fz_read(ctx, stream, piece, sizeof(piece))) > 0)
		g_byte_array_append(to, piece, (guint)n);
}

bool
nb_pdf_session_unpack(
    struct nb_pdf_session *s, int num, GByteArray *to, size_t most)
{
	fz_context *ctx = s->ctx;
	fz_stream *stream = NULL;

	fz_var(stream);
	g_byte_array_set_size(to, 0);
	fz_try(ctx)
	{
		stream = pdf_open_stream_number(ctx, s->doc, num);
		read_all(ctx, stream, to, most);
	}
	fz_always(ctx) fz_drop_stream(ctx, stream);
	fz_catch(ctx) return false;
	return to->len <= most;
}

void
nb_pdf_session_close(struct nb_pdf_session *s)
{
	pdf_drop_document(s->ctx, s->doc);
	fz_drop_stream(s->ctx, s->stream);
	fz_drop_context(s->ctx);
}
