/*
 * 版记 (7.4): a table at the foot of the 版心 on the page where the document
 * ends, a row for each part, so that there are rules from edge to edge.  What
 * is free at its sides is of the paragraphs: programs differ in where a table
 * begins whose cells have margins.
 */
#include "output/docx/blocks.h"
#include "output/docx/measure.h"

static void
write_place(struct nb_xml *to, const struct nb_template *t)
{
	nb_xml_open(to, "w:tblpPr");
	nb_xml_attr(to, "w:vertAnchor", "margin");
	nb_xml_attr(to, "w:horzAnchor", "page");
	nb_xml_int(to, "w:tblpX", nb_twips(t->inner));
	nb_xml_attr(to, "w:tblpYSpec", "bottom");
	nb_xml_close(to);
}

static void
write_rules(struct nb_ooxml *x)
{
	const struct nb_foot_style *style = &x->t->foot;
	const bool letter = x->m->head == NB_HEAD_LETTER;
	const struct {
		const char *name;
		nb_len thick;
	} rule[] = {
		{ "w:top", style->rule_outer },
		{ "w:left", 0 },
		{ "w:bottom", style->rule_outer },
		{ "w:right", 0 },
		{ "w:insideH", style->rule_inner },
	};

	nb_xml_open(x->body, "w:tblBorders");
	for (size_t i = 0; i < NB_COUNT(rule); i++)
		nb_ooxml_write_edge(
		    x->body, rule[i].name, letter ? 0 : rule[i].thick);
	nb_xml_close(x->body);
}

static void
begin_table(struct nb_ooxml *x, bool whole)
{
	const struct nb_template *t = x->t;

	/* Two tables without a paragraph between them are one */
	if (!x->open)
		nb_ooxml_no_text(x);
	nb_ooxml_flush(x);
	nb_xml_open(x->body, "w:tbl");
	nb_xml_open(x->body, "w:tblPr");
	if (whole)
		write_place(x->body, t);
	nb_ooxml_write_width(x->body, "w:tblW", t->body_w);
	write_rules(x);
	nb_xml_open(x->body, "w:tblLayout");
	nb_xml_attr(x->body, "w:type", "fixed");
	nb_xml_close(x->body);
	nb_xml_open(x->body, "w:tblCellMar");
	nb_ooxml_write_width(x->body, "w:left", 0);
	nb_ooxml_write_width(x->body, "w:right", 0);
	nb_xml_close(x->body);
	nb_xml_close(x->body);
	nb_xml_open(x->body, "w:tblGrid");
	nb_xml_open(x->body, "w:gridCol");
	nb_xml_int(x->body, "w:w", nb_twips(t->body_w));
	nb_xml_close(x->body);
	nb_xml_close(x->body);
}

static void
begin_row(struct nb_ooxml *x, bool whole)
{
	nb_xml_open(x->body, "w:tr");
	nb_xml_open(x->body, "w:trPr");
	if (whole)
		nb_xml_flag(x->body, "w:cantSplit");
	nb_xml_close(x->body);
	nb_xml_open(x->body, "w:tc");
	nb_xml_open(x->body, "w:tcPr");
	nb_ooxml_write_width(x->body, "w:tcW", x->t->body_w);
	nb_xml_close(x->body);
}

static void
end_row(struct nb_ooxml *x)
{
	nb_ooxml_flush(x);
	nb_xml_close(x->body);
	nb_xml_close(x->body);
}

/* 抄送: turnover hangs from its label. */
static void
set_copies(struct nb_ooxml *x, const struct nb_ms_block *b, bool whole)
{
	struct nb_ms_block label = *b;
	nb_len hang;

	label.n = 1;
	hang = nb_ooxml_width(x, &label, &x->t->foot.text);
	begin_row(x, whole);
	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){ .style = NB_OFFICE_FOOT,
		.indented = true,
		.left = x->t->foot.side + hang,
		.right = x->t->foot.side,
		.first = -hang });
	nb_ooxml_pieces(x, b);
	end_row(x);
}

/* 印发机关 at the left, its date at the right. */
static void
set_printed(struct nb_ooxml *x, const struct nb_ms_block *printer,
    const struct nb_ms_block *printed)
{
	begin_row(x, true);
	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){ .style = NB_OFFICE_FOOT,
		.indented = true,
		.left = x->t->foot.side,
		.right = x->t->foot.side,
		.tab = { x->t->body_w - x->t->foot.side },
		.n_tabs = 1,
		.last_tab_right = true });
	if (printer != NULL)
		nb_ooxml_pieces(x, printer);
	if (printed != NULL) {
		nb_ooxml_add(x,
		    (struct nb_ooxml_run){ .kind = NB_OOXML_TAB,
			.face = { .role = NB_FONT_ROLES } });
		nb_ooxml_pieces(x, printed);
	}
	end_row(x);
}

/*
 * Whether a page holds it.  What does not fit stands in the text, since a table
 * that is placed goes on on no other page.
 */
static bool
fits(const struct nb_ooxml *x, uint32_t i)
{
	const struct nb_template *t = x->t;
	int64_t lines = 1;

	for (; i < x->m->n && x->m->block[i].kind == NB_MS_FOOT; i++)
		lines += 1 +
		    nb_ooxml_width(x, &x->m->block[i], &t->foot.text) /
			(t->body_w - 2 * t->foot.side);
	return lines * x->names.line <= t->body_h;
}

uint32_t
nb_ooxml_foot(struct nb_ooxml *x, uint32_t i)
{
	const struct nb_ms_block *printer = NULL, *printed = NULL;
	const bool whole = fits(x, i);

	begin_table(x, whole);
	for (; i < x->m->n && x->m->block[i].kind == NB_MS_FOOT; i++) {
		const struct nb_ms_block *b = &x->m->block[i];

		if (nb_str_eq(b->piece[0].text, x->t->foot.copies))
			set_copies(x, b, whole);
		else if (b->piece[0].from != NULL)
			printer = b;
		else
			printed = b;
	}
	if (printer != NULL || printed != NULL)
		set_printed(x, printer, printed);
	nb_xml_close(x->body);
	return i;
}
