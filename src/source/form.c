#include "source/form.h"

#include <glib.h>
#include <string.h>

static enum nb_line_end
first_end(struct nb_str text)
{
	const char *lf = memchr(text.p, '\n', text.n);
	const char *cr = memchr(text.p, '\r', text.n);

	if (cr == NULL || (lf != NULL && lf < cr))
		return NB_LINE_LF;
	return lf == cr + 1 ? NB_LINE_CRLF : NB_LINE_CR;
}

struct nb_form
nb_form_read(struct nb_str bytes)
{
	struct nb_decoded d = nb_decode(bytes);
	const struct nb_form form = { d.encoding,
		first_end((struct nb_str){ d.text->str, d.text->len }) };

	nb_decoded_free(&d);
	return form;
}

/* The text with its own line ends. */
static GString *
with_ends(struct nb_str text, enum nb_line_end end)
{
	static const char *const ends[] = {
		[NB_LINE_LF] = "\n",
		[NB_LINE_CRLF] = "\r\n",
		[NB_LINE_CR] = "\r",
	};
	GString *s = g_string_new_len(text.p, (gssize)text.n);

	if (end != NB_LINE_LF)
		g_string_replace(s, "\n", ends[end], 0);
	return s;
}

bool
nb_form_write(const struct nb_form *form, struct nb_str text, GString *out)
{
	static const struct {
		const char *name, *mark;
		gssize mark_n;
	} encodings[] = {
		[NB_UTF8] = { NULL, "", 0 },
		[NB_UTF8_BOM] = { NULL, "\xEF\xBB\xBF", 3 },
		[NB_UTF16LE] = { "UTF-16LE", "\xFF\xFE", 2 },
		[NB_UTF16BE] = { "UTF-16BE", "\xFE\xFF", 2 },
		[NB_GB18030] = { "GB18030", "", 0 },
	};
	const char *name = encodings[form->encoding].name;
	g_autoptr(GString) s = with_ends(text, form->end);
	g_autofree char *bytes = NULL;
	gsize n = s->len;

	if (name != NULL)
		bytes = g_convert(
		    s->str, (gssize)s->len, name, "UTF-8", NULL, &n, NULL);
	if (name != NULL && bytes == NULL)
		return false;
	g_string_append_len(out, encodings[form->encoding].mark,
	    encodings[form->encoding].mark_n);
	g_string_append_len(out, bytes != NULL ? bytes : s->str, (gssize)n);
	return true;
}
