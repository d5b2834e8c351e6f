/*
 * Folios are footers.  On paper that lies they stand where they do on the
 * others (7.5): at its left edge, in a table whose text runs downwards.
 */
#include "output/docx/folio.h"

#include "output/docx/measure.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/"
#define WORD OFFICE "wordprocessingml/2006/main"

enum { ODD, EVEN, FIRST, ODD_TURNED, EVEN_TURNED, ODD_BARE, EVEN_BARE };

/* Which pages of a section, the relation, the part. */
static const struct {
	const char *pages, *relation, *part;
} folios[] = {
	[ODD] = { "default", "rIdOdd", "word/footer1.xml" },
	[EVEN] = { "even", "rIdEven", "word/footer2.xml" },
	[FIRST] = { "first", "rIdFirst", "word/footer3.xml" },
	[ODD_TURNED] = { "default", "rIdOddTurned", "word/footer4.xml" },
	[EVEN_TURNED] = { "even", "rIdEvenTurned", "word/footer5.xml" },
	[ODD_BARE] = { "default", "rIdOddBare", "word/footer6.xml" },
	[EVEN_BARE] = { "even", "rIdEvenBare", "word/footer7.xml" },
};

static bool
is_used(const struct nb_ooxml *x, size_t i)
{
	if (i == FIRST)
		return x->m->head == NB_HEAD_LETTER;
	if (i >= ODD_BARE)
		return x->bare;
	return x->turned || i <= EVEN;
}

static bool
is_of_section(const struct nb_ooxml_section *section, size_t i)
{
	if (i == FIRST)
		return section->letter;
	if (section->bare)
		return i >= ODD_BARE;
	return section->turned ? i == ODD_TURNED || i == EVEN_TURNED
			       : i <= EVEN;
}

nb_len
nb_ooxml_folio_edge(const struct nb_template *t)
{
	const nb_len bottom = t->paper_h - t->top - t->body_h;

	return bottom - t->folio_drop - t->folio.size / 2;
}

void
nb_ooxml_refer_folios(
    struct nb_ooxml *x, const struct nb_ooxml_section *section)
{
	x->turned |= section->turned;
	x->bare |= section->bare;
	for (size_t i = 0; i < NB_COUNT(folios); i++) {
		if (!is_of_section(section, i))
			continue;
		nb_xml_open(x->body, "w:footerReference");
		nb_xml_attr(x->body, "w:type", folios[i].pages);
		nb_xml_attr(x->body, "r:id", folios[i].relation);
		nb_xml_close(x->body);
	}
}

static void
write_word(struct nb_xml *to, struct nb_str text)
{
	nb_xml_open(to, "w:r");
	nb_xml_open(to, "w:t");
	nb_xml_attr(to, "xml:space", "preserve");
	nb_xml_text(to, text);
	nb_xml_close(to);
	nb_xml_close(to);
}

/* “— 1 —” */
static void
write_number(struct nb_xml *to, struct nb_str dash)
{
	write_word(to, dash);
	write_word(to, NB_S(" "));
	nb_xml_open(to, "w:fldSimple");
	nb_xml_attr(to, "w:instr", " PAGE ");
	write_word(to, NB_S("1"));
	nb_xml_close(to);
	write_word(to, NB_S(" "));
	write_word(to, dash);
}

static void
open_paragraph(struct nb_xml *to, const struct nb_ooxml *x,
    const struct nb_ooxml_look *look)
{
	nb_xml_open(to, "w:p");
	nb_xml_open(to, "w:pPr");
	nb_xml_val(to, "w:pStyle", nb_ooxml_style_id(NB_OFFICE_FOLIO));
	nb_ooxml_write_look(to, &x->names, look);
	nb_xml_close(to);
}

static void
write_folio(struct nb_xml *to, const struct nb_ooxml *x, bool even)
{
	const struct nb_template *t = x->t;
	struct nb_ooxml_look look = { .style = NB_OFFICE_FOLIO };

	if (t->folio_place != NB_FOLIO_CENTRE) {
		look.indented = true;
		look.chars = true;
		look.align = even ? "left" : "right";
		look.left = even ? t->folio_edge : 0;
		look.right = even ? 0 : t->folio_edge;
	}
	open_paragraph(to, x, &look);
	write_number(to, t->folio_dash);
	nb_xml_close(to);
}

/* A table of one cell, as long as the 版心 is wide. */
static void
open_turned(struct nb_xml *to, const struct nb_template *t)
{
	nb_xml_open(to, "w:tbl");
	nb_xml_open(to, "w:tblPr");
	nb_xml_open(to, "w:tblpPr");
	nb_xml_attr(to, "w:vertAnchor", "page");
	nb_xml_attr(to, "w:horzAnchor", "page");
	nb_xml_int(to, "w:tblpX", nb_twips(nb_ooxml_folio_edge(t)));
	nb_xml_int(to, "w:tblpY", nb_twips(t->inner));
	nb_xml_close(to);
	nb_ooxml_write_width(to, "w:tblW", t->folio.size);
	nb_xml_open(to, "w:tblLayout");
	nb_xml_attr(to, "w:type", "fixed");
	nb_xml_close(to);
	nb_xml_open(to, "w:tblCellMar");
	nb_ooxml_write_width(to, "w:left", 0);
	nb_ooxml_write_width(to, "w:right", 0);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_open(to, "w:tblGrid");
	nb_xml_open(to, "w:gridCol");
	nb_xml_int(to, "w:w", nb_twips(t->folio.size));
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_open(to, "w:tr");
	nb_xml_open(to, "w:trPr");
	nb_xml_flag(to, "w:cantSplit");
	nb_xml_open(to, "w:trHeight");
	nb_xml_int(to, "w:val", nb_twips(t->body_w));
	nb_xml_attr(to, "w:hRule", "exact");
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_open(to, "w:tc");
	nb_xml_open(to, "w:tcPr");
	nb_ooxml_write_width(to, "w:tcW", t->folio.size);
	nb_xml_val(to, "w:textDirection", "tbRl");
	nb_xml_close(to);
}

/* An empty paragraph, that what is placed on the paper hangs on. */
static void
write_holder(struct nb_xml *to, const struct nb_ooxml *x)
{
	open_paragraph(to, x, &(struct nb_ooxml_look){ 0 });
	nb_xml_close(to);
}

static void
write_turned_folio(struct nb_xml *to, const struct nb_ooxml *x, bool even)
{
	open_turned(to, x->t);
	write_folio(to, x, even);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_close(to);
	write_holder(to, x);
}

/* Thin over thick; a kind of rules is named from the text outwards. */
static void
write_letter_rules(struct nb_xml *to, const struct nb_ooxml *x)
{
	const struct nb_template *t = x->t;
	const struct nb_letter_style *l = &t->letter;
	const struct nb_ooxml_look look = {
		.frame = { (t->paper_w - l->rule_w) / 2,
		    t->paper_h - l->rule_bottom -
			(l->thick + l->between + l->thin),
		    l->rule_w },
		.top = { "thickThinSmallGap", l->thick, 0, t->red },
	};

	open_paragraph(to, x, &look);
	nb_xml_close(to);
	write_holder(to, x);
}

static void
add_folio(struct nb_ooxml *x, size_t i)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:ftr");
	nb_xml_attr(to, "xmlns:w", WORD);
	if (i == FIRST)
		write_letter_rules(to, x);
	else if (i >= ODD_BARE)
		write_holder(to, x);
	else if (i > FIRST)
		write_turned_folio(to, x, i == EVEN_TURNED);
	else
		write_folio(to, x, i == EVEN);
	nb_xml_close(to);
	nb_ooxml_package_add(&x->package, folios[i].part,
	    "application/"
	    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
	    nb_xml_finish(to));
}

void
nb_ooxml_add_folios(struct nb_ooxml *x)
{
	for (size_t i = 0; i < NB_COUNT(folios); i++)
		if (is_used(x, i))
			add_folio(x, i);
}

void
nb_ooxml_relate_folios(
    const struct nb_ooxml *x, struct nb_xml *to, const char *type)
{
	for (size_t i = 0; i < NB_COUNT(folios); i++) {
		if (!is_used(x, i))
			continue;
		nb_xml_open(to, "Relationship");
		nb_xml_attr(to, "Id", folios[i].relation);
		nb_xml_attr(to, "Type", type);
		nb_xml_attr(to, "Target", folios[i].part + strlen("word/"));
		nb_xml_close(to);
	}
}
