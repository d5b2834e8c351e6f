#include "output/docx/xml.h"

#include "base/base.h"

#include <libxml/xmlwriter.h>

struct nb_xml {
	xmlBuffer *bytes;
	xmlTextWriter *writer;
};

/* It writes into memory and is given what XML can hold: it cannot fail. */
static void
sure(int written)
{
	nb_assert(written >= 0);
}

static const xmlChar *
xml(const char *s)
{
	return (const xmlChar *)s;
}

struct nb_xml *
nb_xml_new(void)
{
	struct nb_xml *x = g_new0(struct nb_xml, 1);

	x->bytes = xmlBufferCreate();
	x->writer = xmlNewTextWriterMemory(x->bytes, 0);
	nb_assert(x->writer != NULL);
	sure(xmlTextWriterStartDocument(x->writer, NULL, "UTF-8", "yes"));
	return x;
}

GString *
nb_xml_finish(struct nb_xml *x)
{
	GString *ret;

	sure(xmlTextWriterEndDocument(x->writer));
	xmlFreeTextWriter(x->writer);
	ret = g_string_new_len((const char *)xmlBufferContent(x->bytes),
	    xmlBufferLength(x->bytes));
	xmlBufferFree(x->bytes);
	g_free(x);
	return ret;
}

void
nb_xml_open(struct nb_xml *x, const char *name)
{
	sure(xmlTextWriterStartElement(x->writer, xml(name)));
}

void
nb_xml_close(struct nb_xml *x)
{
	sure(xmlTextWriterEndElement(x->writer));
}

void
nb_xml_attr(struct nb_xml *x, const char *name, const char *value)
{
	sure(xmlTextWriterWriteAttribute(x->writer, xml(name), xml(value)));
}

/* XML 1.0, production 2. */
static bool
is_character(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' ||
	    (c >= 0x20 && c < 0xFFFE) || c >= 0x10000;
}

static char *
clean(struct nb_str s)
{
	GString *to = g_string_sized_new(s.n);

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;

		if (is_character(nb_utf8_next(s, &at)))
			g_string_append_len(
			    to, s.p + begin, (gssize)(at - begin));
	}
	return g_string_free(to, FALSE);
}

void
nb_xml_str(struct nb_xml *x, const char *name, struct nb_str value)
{
	g_autofree char *s = clean(value);

	nb_xml_attr(x, name, s);
}

void
nb_xml_int(struct nb_xml *x, const char *name, int64_t value)
{
	char digits[24];

	g_snprintf(digits, sizeof(digits), "%" G_GINT64_FORMAT, value);
	nb_xml_attr(x, name, digits);
}

void
nb_xml_text(struct nb_xml *x, struct nb_str text)
{
	g_autofree char *s = clean(text);

	sure(xmlTextWriterWriteString(x->writer, xml(s)));
}

void
nb_xml_flag(struct nb_xml *x, const char *name)
{
	nb_xml_open(x, name);
	nb_xml_close(x);
}

void
nb_xml_val(struct nb_xml *x, const char *name, const char *value)
{
	nb_xml_open(x, name);
	nb_xml_attr(x, "w:val", value);
	nb_xml_close(x);
}

void
nb_xml_val_int(struct nb_xml *x, const char *name, int64_t value)
{
	nb_xml_open(x, name);
	nb_xml_int(x, "w:val", value);
	nb_xml_close(x);
}
