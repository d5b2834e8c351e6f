/*
 * Sections: paper, margins and grid (GB/T 9704-2012 5.1, 5.2.1, 5.2.3), and
 * what stands below the 版心: folios (7.5), the lower rules of a 信函 (10.1).
 */
#include "output/docx/measure.h"
#include "output/docx/write.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/"
#define WORD OFFICE "wordprocessingml/2006/main"

/* As w:headerReference has them: which pages, the relation, the part. */
static const struct {
	const char *pages, *relation, *part;
} folios[] = {
	{ "default", "rIdOdd", "word/footer1.xml" },
	{ "even", "rIdEven", "word/footer2.xml" },
	{ "first", "rIdFirst", "word/footer3.xml" },
};
enum { ODD, EVEN, FIRST };

static void
write_folio_references(struct nb_ooxml *x, bool letter)
{
	for (int i = ODD; i <= (letter ? FIRST : EVEN); i++) {
		nb_xml_open(x->body, "w:footerReference");
		nb_xml_attr(x->body, "w:type", folios[i].pages);
		nb_xml_attr(x->body, "r:id", folios[i].relation);
		nb_xml_close(x->body);
	}
}

/* Turned a quarter to the left: the head of the page is at its 订口. */
static void
write_paper(struct nb_ooxml *x, bool turned)
{
	const struct nb_template *t = x->t;
	const nb_len right = t->paper_w - t->inner - t->body_w;
	const nb_len bottom = t->paper_h - t->top - t->body_h;
	const nb_len foot = bottom - t->folio_drop - t->folio.size / 2;
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
	write_folio_references(x, section->letter);
	nb_xml_val(x->body, "w:type", "nextPage");
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

static void
write_word(struct nb_xml *x, struct nb_str text)
{
	nb_xml_open(x, "w:r");
	nb_xml_open(x, "w:t");
	nb_xml_attr(x, "xml:space", "preserve");
	nb_xml_text(x, text);
	nb_xml_close(x);
	nb_xml_close(x);
}

/* “— 1 —” */
static void
write_number(struct nb_xml *x, struct nb_str dash)
{
	write_word(x, dash);
	write_word(x, NB_S(" "));
	nb_xml_open(x, "w:fldSimple");
	nb_xml_attr(x, "w:instr", " PAGE ");
	write_word(x, NB_S("1"));
	nb_xml_close(x);
	write_word(x, NB_S(" "));
	write_word(x, dash);
}

static struct nb_ooxml_look
folio_look(const struct nb_template *t, int pages)
{
	struct nb_ooxml_look look = { .style = NB_OFFICE_FOLIO };

	if (t->folio_place == NB_FOLIO_CENTRE)
		return look;
	look.indented = true;
	look.chars = true;
	look.align = pages == EVEN ? "left" : "right";
	look.left = pages == EVEN ? t->folio_edge : 0;
	look.right = pages == EVEN ? 0 : t->folio_edge;
	return look;
}

static void
add_folio(struct nb_ooxml *x, int pages)
{
	const struct nb_ooxml_look look = folio_look(x->t, pages);
	const struct nb_ooxml_look rules = {
		.frame = NB_OOXML_AT_EDGE,
		.top = { "thinThickSmallGap", x->t->letter.thick, 0,
		    x->t->red },
	};
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:ftr");
	nb_xml_attr(to, "xmlns:w", WORD);
	nb_xml_open(to, "w:p");
	nb_xml_open(to, "w:pPr");
	nb_xml_val(to, "w:pStyle", nb_ooxml_style_id(NB_OFFICE_FOLIO));
	nb_ooxml_write_look(to, &x->names, pages == FIRST ? &rules : &look);
	nb_xml_close(to);
	if (pages != FIRST)
		write_number(to, x->t->folio_dash);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_ooxml_package_add(&x->package, folios[pages].part,
	    "application/"
	    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
	    nb_xml_finish(to));
}

static bool
is_letter(const struct nb_ooxml *x)
{
	return x->m->head == NB_HEAD_LETTER;
}

void
nb_ooxml_add_folios(struct nb_ooxml *x)
{
	for (int i = ODD; i <= (is_letter(x) ? FIRST : EVEN); i++)
		add_folio(x, i);
}

void
nb_ooxml_relate_folios(
    const struct nb_ooxml *x, struct nb_xml *to, const char *type)
{
	for (int i = ODD; i <= (is_letter(x) ? FIRST : EVEN); i++) {
		nb_xml_open(to, "Relationship");
		nb_xml_attr(to, "Id", folios[i].relation);
		nb_xml_attr(to, "Type", type);
		nb_xml_attr(to, "Target", folios[i].part + strlen("word/"));
		nb_xml_close(to);
	}
}
