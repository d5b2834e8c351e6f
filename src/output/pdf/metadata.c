/*
 * Title, organ, 内容概述, 主题词, program and date are in both, and equal.  The
 * date is that of the report (成文日期); without one there is none.
 */
#include "output/pdf/metadata.h"

#include "output/pdf/facts.h"
#include "output/pdf/object.h"
#include "output/pdf/put.h"
#include "output/pdf/xml.h"

static const char program[] = "nianbao " NB_VERSION;

/* The packet says UTF-8; what XMP does not know is described in it. */
static const char head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>";

static const char behind_part[] = "</pdfaid:part>\n"
				  "<pdfaid:conformance>A</pdfaid:conformance>\n"
				  "<pdfuaid:part>1</pdfuaid:part>\n"
				  "<dc:format>application/pdf</dc:format>\n";

static const char schemas[] =
    "<pdfaExtension:schemas><rdf:Bag>\n"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li>";

static const char behind_schemas[] =
    "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

static const char tail[] = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

bool
nb_metadata_is_dated(struct nb_str s)
{
	static const char shape[] = "dddd-dd-dd";

	if (s.n != sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (shape[i] == 'd' ? !nb_is_digit((uint8_t)s.p[i])
				    : s.p[i] != shape[i])
			return false;
	return true;
}

void
nb_metadata_put_date(GString *to, const char *key, struct nb_str date)
{
	g_string_append_printf(
	    to, "%s(D:%.4s%.2s%.2s)", key, date.p, date.p + 5, date.p + 8);
}

static void
put_entry(GString *to, const char *key, struct nb_str value)
{
	if (value.n == 0)
		return;
	nb_put_name(to, nb_str_z(key));
	nb_put_text(to, value);
}

uint32_t
nb_metadata_write_info(const struct nb_pages *pages, struct nb_objects *o)
{
	const uint32_t ref = nb_object_new(o);
	GString *to = nb_object_begin(o, ref);

	g_string_append(to, "<<");
	put_entry(to, "Title", pages->title);
	put_entry(to, "Author", pages->organ);
	put_entry(to, "Subject", pages->summary);
	put_entry(to, "Keywords", pages->keywords);
	put_entry(to, "Creator", nb_str_z(program));
	put_entry(to, "Producer", nb_str_z(program));
	if (nb_metadata_is_dated(pages->date)) {
		nb_metadata_put_date(to, "/CreationDate", pages->date);
		nb_metadata_put_date(to, "/ModDate", pages->date);
	}
	g_string_append(to, ">>");
	nb_object_end(o, ref);
	return ref;
}

static void
append_property(
    GString *to, const char *begin, struct nb_str value, const char *end)
{
	if (value.n == 0)
		return;
	g_string_append(to, begin);
	nb_xml_put(to, value);
	g_string_append(to, end);
}

/* 主题词, each alone and all of them. */
static void
append_keywords(GString *to, const struct nb_pages *pages)
{
	if (pages->n_keywords == 0)
		return;
	g_string_append(to, "<dc:subject><rdf:Bag>");
	for (uint32_t i = 0; i < pages->n_keywords; i++)
		append_property(to, "<rdf:li>", pages->keyword[i], "</rdf:li>");
	g_string_append(to, "</rdf:Bag></dc:subject>\n");
	append_property(
	    to, "<pdf:Keywords>", pages->keywords, "</pdf:Keywords>\n");
}

static void
append_date(GString *to, const struct nb_pages *pages)
{
	if (!nb_metadata_is_dated(pages->date))
		return;
	append_property(
	    to, "<xmp:CreateDate>", pages->date, "</xmp:CreateDate>\n");
	append_property(
	    to, "<xmp:ModifyDate>", pages->date, "</xmp:ModifyDate>\n");
}

uint32_t
nb_metadata_write_xmp(const struct nb_pages *pages, struct nb_objects *o)
{
	const uint32_t ref = nb_object_new(o);
	g_autoptr(GString) to = g_string_new(head);

	/* files beside the pages are not for PDF/A-2 */
	g_string_append_c(to, pages->n_attached > 0 ? '3' : '2');
	g_string_append(to, behind_part);
	append_property(to,
	    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", pages->title,
	    "</rdf:li></rdf:Alt></dc:title>\n");
	append_property(to, "<dc:creator><rdf:Seq><rdf:li>", pages->organ,
	    "</rdf:li></rdf:Seq></dc:creator>\n");
	append_property(to,
	    "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
	    pages->summary, "</rdf:li></rdf:Alt></dc:description>\n");
	append_keywords(to, pages);
	append_property(to, "<dc:language><rdf:Bag><rdf:li>",
	    nb_metadata_language(pages), "</rdf:li></rdf:Bag></dc:language>\n");
	append_property(
	    to, "<xmp:CreatorTool>", nb_str_z(program), "</xmp:CreatorTool>\n");
	append_property(
	    to, "<pdf:Producer>", nb_str_z(program), "</pdf:Producer>\n");
	append_date(to, pages);
	g_string_append(to, schemas);
	if (pages->n_facts > 0)
		g_string_append_c(to, '\n');
	nb_facts_put_schemas(to, pages);
	g_string_append(to, behind_schemas);
	nb_facts_put(to, pages);
	g_string_append(to, tail);
	nb_object_stream_plain(
	    o, ref, "/Type/Metadata/Subtype/XML", to->str, to->len);
	return ref;
}

struct nb_str
nb_metadata_language(const struct nb_pages *pages)
{
	if (pages->language.n == 0 ||
	    nb_str_eq(pages->language, NB_S("zh-Hans")))
		return NB_S("zh-CN");
	return pages->language;
}
