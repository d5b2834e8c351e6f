#include "output/pdf/facts.h"

#include "output/pdf/xml.h"

/* The types as an extension schema names them, and the array in RDF. */
static const char *const types[] = {
	[NB_FACT_TEXT] = "Text",
	[NB_FACT_DATE] = "Date",
	[NB_FACT_LIST] = "seq Text",
};

/* Behind the last fact of the schema that begins with the first. */
static uint32_t
end_of_schema(const struct nb_pages *pages, uint32_t first)
{
	uint32_t i = first + 1;

	while (i < pages->n_facts &&
	    pages->fact[i].schema == pages->fact[first].schema)
		i++;
	return i;
}

static void
put_tag(GString *to, const char *open, const struct nb_fact *f)
{
	g_string_append_printf(to, "%s" NB_FMT ":" NB_FMT ">", open,
	    NB_ARG(f->schema->prefix), NB_ARG(f->name));
}

static void
put_fact(GString *to, const struct nb_fact *f)
{
	put_tag(to, "<", f);
	if (f->type == NB_FACT_LIST) {
		g_string_append(to, "<rdf:Seq>");
		for (uint32_t i = 0; i < f->n; i++) {
			g_string_append(to, "<rdf:li>");
			nb_xml_put(to, f->value[i]);
			g_string_append(to, "</rdf:li>");
		}
		g_string_append(to, "</rdf:Seq>");
	} else {
		nb_xml_put(to, f->value[0]);
	}
	put_tag(to, "</", f);
	g_string_append_c(to, '\n');
}

void
nb_facts_put(GString *to, const struct nb_pages *pages)
{
	for (uint32_t i = 0; i < pages->n_facts;) {
		const struct nb_fact_schema *schema = pages->fact[i].schema;
		const uint32_t end = end_of_schema(pages, i);

		g_string_append_printf(to,
		    "<rdf:Description rdf:about=\"\" xmlns:" NB_FMT "=\"" NB_FMT
		    "\">\n",
		    NB_ARG(schema->prefix), NB_ARG(schema->space));
		for (; i < end; i++)
			put_fact(to, &pages->fact[i]);
		g_string_append(to, "</rdf:Description>\n");
	}
}

static void
put_property(GString *to, const struct nb_fact *f)
{
	g_string_append_printf(to,
	    "<rdf:li rdf:parseType=\"Resource\">"
	    "<pdfaProperty:name>" NB_FMT "</pdfaProperty:name>"
	    "<pdfaProperty:valueType>%s</pdfaProperty:valueType>"
	    "<pdfaProperty:category>external</pdfaProperty:category>"
	    "<pdfaProperty:description>",
	    NB_ARG(f->name), types[f->type]);
	nb_xml_put(to, f->schema->standard);
	g_string_append_printf(to,
	    " " NB_FMT "</pdfaProperty:description></rdf:li>\n",
	    NB_ARG(f->name));
}

void
nb_facts_put_schemas(GString *to, const struct nb_pages *pages)
{
	for (uint32_t i = 0; i < pages->n_facts;) {
		const struct nb_fact_schema *schema = pages->fact[i].schema;
		const uint32_t end = end_of_schema(pages, i);

		g_string_append(to,
		    "<rdf:li rdf:parseType=\"Resource\">\n"
		    "<pdfaSchema:schema>");
		nb_xml_put(to, schema->standard);
		g_string_append_printf(to,
		    "</pdfaSchema:schema>\n"
		    "<pdfaSchema:namespaceURI>" NB_FMT
		    "</pdfaSchema:namespaceURI>\n"
		    "<pdfaSchema:prefix>" NB_FMT "</pdfaSchema:prefix>\n"
		    "<pdfaSchema:property><rdf:Seq>\n",
		    NB_ARG(schema->space), NB_ARG(schema->prefix));
		for (; i < end; i++)
			put_property(to, &pages->fact[i]);
		g_string_append(
		    to, "</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
	}
}
