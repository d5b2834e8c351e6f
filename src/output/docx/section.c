/*
 * Sections: paper, margins and grid (GB/T 9704-2012 5.1, 5.2.1, 5.2.3).
 */
#include "output/docx/folio.h"
#include "output/docx/measure.h"

/* Turned a quarter to the left: the head of the page is at its 订口. */
static void
write_paper(struct nb_ooxml *x, bool turned)
{
	const struct nb_template *t = x->t;
	const nb_len right = t->paper_w - t->inner - t->body_w;
	const nb_len bottom = t->paper_h - t->top - t->body_h;
	const nb_len foot = nb_ooxml_folio_edge(t);
	const struct {
		const char *name;
		nb_len upright, turned;
	} margin[] = {
		{ "w:top", t->top, t->inner },
		{ "w:right", right, t->top },
		{ "w:bottom", bottom, right },
		{ "w:left", t->inner, bottom },
		{ "w:header", t->top / 2, t->inner / 2 },
		{ "w:footer", foot, right / 2 },
		{ "w:gutter", 0, 0 },
	};

	nb_xml_open(x->body, "w:pgSz");
	nb_xml_int(x->body, "w:w", nb_twips(turned ? t->paper_h : t->paper_w));
	nb_xml_int(x->body, "w:h", nb_twips(turned ? t->paper_w : t->paper_h));
	if (turned)
		nb_xml_attr(x->body, "w:orient", "landscape");
	nb_xml_close(x->body);
	nb_xml_open(x->body, "w:pgMar");
	for (size_t i = 0; i < NB_COUNT(margin); i++)
		nb_xml_int(x->body, margin[i].name,
		    nb_twips(turned ? margin[i].turned : margin[i].upright));
	nb_xml_close(x->body);
}

void
nb_ooxml_write_section(
    struct nb_ooxml *x, const struct nb_ooxml_section *section)
{
	nb_xml_open(x->body, "w:sectPr");
	nb_ooxml_refer_folios(x, section);
	nb_xml_val(x->body, "w:type", section->even ? "evenPage" : "nextPage");
	write_paper(x, section->turned);
	if (section->letter)
		nb_xml_flag(x->body, "w:titlePg");
	nb_xml_open(x->body, "w:docGrid");
	nb_xml_attr(x->body, "w:type", "linesAndChars");
	nb_xml_int(x->body, "w:linePitch", nb_twips_within(x->names.line));
	nb_xml_int(x->body, "w:charSpace",
	    nb_grid_units(x->t->cell - nb_ooxml_size(x->t->body.size)));
	nb_xml_close(x->body);
	nb_xml_close(x->body);
}
