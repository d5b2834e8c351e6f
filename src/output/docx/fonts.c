/*
 * word/fontTable.xml: the fonts of the five roles, and which others may stand
 * for one that a machine lacks.
 */
#include "output/docx/parts.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* The names behind the first, a comma between two. */
static void
write_others(struct nb_xml *to, const struct nb_words *font)
{
	g_autoptr(GString) list = g_string_new(NULL);

	for (uint32_t i = 1; i < font->n; i++)
		g_string_append_printf(
		    list, "%s" NB_FMT, i > 1 ? "," : "", NB_ARG(font->word[i]));
	if (list->len > 0)
		nb_xml_val(to, "w:altName", list->str);
}

static bool
is_first(const struct nb_ooxml *x, unsigned role)
{
	const struct nb_str name =
	    nb_ooxml_fonts(&x->names, (enum nb_font_role)role)->word[0];

	for (unsigned i = 0; i < role; i++)
		if (nb_str_eq(name,
			nb_ooxml_fonts(&x->names, (enum nb_font_role)i)
			    ->word[0]))
			return false;
	return true;
}

GString *
nb_ooxml_font_table(const struct nb_ooxml *x)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:fonts");
	nb_xml_attr(to, "xmlns:w", WORD);
	for (unsigned i = 0; i < NB_OFFICE_FONTS; i++) {
		const struct nb_words *font =
		    nb_ooxml_fonts(&x->names, (enum nb_font_role)i);

		if (!is_first(x, i))
			continue;
		nb_xml_open(to, "w:font");
		nb_xml_str(to, "w:name", font->word[0]);
		write_others(to, font);
		nb_xml_val(to, "w:charset", "86"); /* GB 18030 */
		nb_xml_val(to, "w:family",
		    i == NB_FONT_TITLE || i == NB_FONT_SONG ? "roman"
							    : "modern");
		nb_xml_val(to, "w:pitch", "variable");
		nb_xml_close(to);
	}
	nb_xml_close(to);
	return nb_xml_finish(to);
}
