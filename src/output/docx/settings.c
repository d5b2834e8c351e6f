/*
 * word/settings.xml and docProps: how Word is to set the document, and what it
 * is.  No clock: the document was made on its 成文日期.
 */
#include "output/docx/parts.h"

#include "base/arena.h"

#define OFFICE "http://schemas.openxmlformats.org/"
#define WORD OFFICE "wordprocessingml/2006/main"
#define PROPERTIES OFFICE "package/2006/metadata/core-properties"
#define DC "http://purl.org/dc/"
#define CUSTOM_FORMAT "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

GString *
nb_ooxml_settings(const struct nb_ooxml *x)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:settings");
	nb_xml_attr(to, "xmlns:w", WORD);
	if (x->t->folio_place == NB_FOLIO_OUTER)
		nb_xml_flag(to, "w:evenAndOddHeaders");
	nb_xml_val(to, "w:characterSpacingControl", "compressPunctuation");
	nb_xml_open(to, "w:compat");
	nb_xml_flag(to, "w:spaceForUL");
	nb_xml_flag(to, "w:balanceSingleByteDoubleByteWidth");
	nb_xml_flag(to, "w:doNotExpandShiftReturn");
	nb_xml_flag(to, "w:adjustLineHeightInTable");
	nb_xml_flag(to, "w:useFELayout");
	nb_xml_open(to, "w:compatSetting");
	nb_xml_attr(to, "w:name", "compatibilityMode");
	nb_xml_attr(to, "w:uri", "http://schemas.microsoft.com/office/word");
	nb_xml_attr(to, "w:val", "15");
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_close(to);
	return nb_xml_finish(to);
}

static void
write_property(struct nb_xml *to, const char *name, struct nb_str value)
{
	if (value.n == 0)
		return;
	nb_xml_open(to, name);
	nb_xml_text(to, value);
	nb_xml_close(to);
}

/* Midnight of a day, as W3CDTF. */
static void
write_moment(struct nb_xml *to, const char *name, const struct nb_date *date)
{
	char moment[48];

	g_snprintf(moment, sizeof(moment), "%04d-%02d-%02dT00:00:00Z",
	    date->year, date->month, MAX(date->day, 1));
	nb_xml_open(to, name);
	nb_xml_attr(to, "xsi:type", "dcterms:W3CDTF");
	nb_xml_text(to, nb_str_z(moment));
	nb_xml_close(to);
}

GString *
nb_ooxml_core(const struct nb_ooxml *x)
{
	const struct nb_manuscript *m = x->m;
	const struct nb_date *date =
	    m->issued.year != 0 ? &m->issued : &m->published;
	const struct nb_words *language = &x->names.office->language;
	const bool traditional = x->names.script == NB_SCRIPT_TRADITIONAL;
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "cp:coreProperties");
	nb_xml_attr(to, "xmlns:cp", PROPERTIES);
	nb_xml_attr(to, "xmlns:dc", DC "elements/1.1/");
	nb_xml_attr(to, "xmlns:dcterms", DC "terms/");
	nb_xml_attr(
	    to, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	write_property(to, "dc:title", m->title);
	write_property(to, "dc:creator", m->organ);
	write_property(to, "dc:subject", m->disclosure.topic.text);
	write_property(to, "cp:keywords", m->keywords);
	write_property(to, "dc:description", m->disclosure.summary.text);
	write_property(
	    to, "dc:language", language->word[traditional && language->n > 1]);
	if (date->year != 0) {
		write_moment(to, "dcterms:created", date);
		write_moment(to, "dcterms:modified", date);
	}
	nb_xml_close(to);
	return nb_xml_finish(to);
}

/* What 公开 says that the core properties have no name for. */
enum { INDEX, ACCESS, PUBLISHED, N_CUSTOM };

static void
read_custom(const struct nb_ooxml *x, struct nb_str value[N_CUSTOM])
{
	const struct nb_manuscript *m = x->m;

	value[INDEX] = m->disclosure.index.text;
	value[ACCESS] = nb_access_word(m->disclosure.access);
	value[PUBLISHED] = m->published.year == 0
	    ? NB_S("")
	    : nb_date_text(x->arena, &m->published);
}

bool
nb_ooxml_has_custom(const struct nb_ooxml *x)
{
	struct nb_str value[N_CUSTOM];
	size_t n = 0;

	read_custom(x, value);
	for (size_t i = 0; i < N_CUSTOM; i++)
		n += value[i].n;
	return n > 0;
}

/* Their numbers begin at 2. */
GString *
nb_ooxml_custom(const struct nb_ooxml *x)
{
	static const char *const name[N_CUSTOM] = {
		[INDEX] = "索引号",
		[ACCESS] = "公开方式",
		[PUBLISHED] = "公开日期",
	};
	struct nb_str value[N_CUSTOM];
	struct nb_xml *to = nb_xml_new();
	int number = 2;

	read_custom(x, value);
	nb_xml_open(to, "Properties");
	nb_xml_attr(
	    to, "xmlns", OFFICE "officeDocument/2006/custom-properties");
	nb_xml_attr(
	    to, "xmlns:vt", OFFICE "officeDocument/2006/docPropsVTypes");
	for (size_t i = 0; i < N_CUSTOM; i++) {
		if (value[i].n == 0)
			continue;
		nb_xml_open(to, "property");
		nb_xml_attr(to, "fmtid", CUSTOM_FORMAT);
		nb_xml_int(to, "pid", number++);
		nb_xml_attr(to, "name", name[i]);
		write_property(to, "vt:lpwstr", value[i]);
		nb_xml_close(to);
	}
	nb_xml_close(to);
	return nb_xml_finish(to);
}

GString *
nb_ooxml_app(void)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "Properties");
	nb_xml_attr(
	    to, "xmlns", OFFICE "officeDocument/2006/extended-properties");
	write_property(to, "Application", NB_S("nianbao"));
	nb_xml_close(to);
	return nb_xml_finish(to);
}
