#include "output/docx/look.h"

#include "output/docx/measure.h"

static const char *const ids[NB_OFFICE_NAMES] = {
	[NB_OFFICE_TEXT] = "Normal",
	[NB_OFFICE_TITLE] = "Title",
	[NB_OFFICE_ADDRESSEE] = "Addressee",
	[NB_OFFICE_HEADING] = "Heading1",
	[NB_OFFICE_HEADING + 1] = "Heading2",
	[NB_OFFICE_HEADING + 2] = "Heading3",
	[NB_OFFICE_HEADING + 3] = "Heading4",
	[NB_OFFICE_RUN_IN] = "Heading1Char",
	[NB_OFFICE_RUN_IN + 1] = "Heading2Char",
	[NB_OFFICE_RUN_IN + 2] = "Heading3Char",
	[NB_OFFICE_RUN_IN + 3] = "Heading4Char",
	[NB_OFFICE_SIGNATURE] = "Signed",
	[NB_OFFICE_DATE] = "Dated",
	[NB_OFFICE_LIST] = "AttachmentList",
	[NB_OFFICE_REMARK] = "Remark",
	[NB_OFFICE_HEAD] = "DocumentHead",
	[NB_OFFICE_MARK] = "IssuerMark",
	[NB_OFFICE_LETTER_MARK] = "LetterMark",
	[NB_OFFICE_FOOT] = "DocumentFoot",
	[NB_OFFICE_ATTACHMENT] = "AttachmentMark",
	[NB_OFFICE_CAPTION] = "TableTitle",
	[NB_OFFICE_TABLE] = "OfficialTable",
	[NB_OFFICE_TABLE_HEAD] = "TableHead",
	[NB_OFFICE_TABLE_TEXT] = "TableText",
	[NB_OFFICE_FIGURE] = "Figure",
	[NB_OFFICE_FIGURE_CAPTION] = "FigureTitle",
	[NB_OFFICE_FOLIO] = "Footer",
};

const char *
nb_ooxml_style_id(enum nb_office_name name)
{
	return ids[name];
}

const struct nb_words *
nb_ooxml_fonts(const struct nb_ooxml_names *n, enum nb_font_role role)
{
	return n->script == NB_SCRIPT_TRADITIONAL
	    ? &n->office->traditional_font[role]
	    : &n->office->font[role];
}

struct nb_ooxml_face
nb_ooxml_face_of(
    const struct nb_ooxml_names *n, const struct nb_text_style *style)
{
	const bool fills = style->size == n->t->body.size;

	return (struct nb_ooxml_face){
		.role = nb_font_role_find(style->role),
		.size = style->size,
		.bold = style->bold,
		.spread = fills
		    ? n->t->cell - nb_ooxml_size(style->size) - NB_LEN_PT / 20
		    : 0,
	};
}

static void
write_colour(struct nb_xml *x, const char *name, uint32_t rgb)
{
	char hex[8];

	g_snprintf(hex, sizeof(hex), "%06X", rgb);
	nb_xml_attr(x, name, hex);
}

static void
write_frame(struct nb_xml *x, const struct nb_ooxml_frame *frame)
{
	if (frame->w == 0)
		return;
	nb_xml_open(x, "w:framePr");
	nb_xml_int(x, "w:w", nb_twips(frame->w));
	nb_xml_attr(x, "w:wrap", "around");
	nb_xml_attr(x, "w:vAnchor", "page");
	nb_xml_attr(x, "w:hAnchor", "page");
	nb_xml_int(x, "w:x", nb_twips(frame->x));
	nb_xml_int(x, "w:y", nb_twips(frame->y));
	nb_xml_close(x);
}

static void
write_number(struct nb_xml *x, const struct nb_ooxml_look *look)
{
	nb_xml_open(x, "w:numPr");
	nb_xml_val_int(x, "w:ilvl", look->level);
	nb_xml_val_int(x, "w:numId", look->num);
	nb_xml_close(x);
}

static void
write_rule(struct nb_xml *x, const char *name, const struct nb_ooxml_rule *rule)
{
	if (rule->kind == NULL)
		return;
	nb_xml_open(x, name);
	nb_xml_attr(x, "w:val", rule->kind);
	nb_xml_int(x, "w:sz", nb_eighths(rule->thick));
	nb_xml_int(x, "w:space", nb_ooxml_units(rule->space, 1));
	write_colour(x, "w:color", rule->rgb);
	nb_xml_close(x);
}

static void
write_rules(struct nb_xml *x, const struct nb_ooxml_look *look)
{
	if (look->top.kind == NULL && look->bottom.kind == NULL)
		return;
	nb_xml_open(x, "w:pBdr");
	write_rule(x, "w:top", &look->top);
	write_rule(x, "w:bottom", &look->bottom);
	nb_xml_close(x);
}

static void
write_tabs(struct nb_xml *x, const struct nb_ooxml_look *look)
{
	if (look->n_tabs == 0)
		return;
	nb_xml_open(x, "w:tabs");
	for (unsigned i = 0; i < look->n_tabs; i++) {
		nb_xml_open(x, "w:tab");
		nb_xml_attr(x, "w:val",
		    look->last_tab_right && i + 1 == look->n_tabs ? "right"
								  : "left");
		nb_xml_int(x, "w:pos", nb_twips(look->tab[i]));
		nb_xml_close(x);
	}
	nb_xml_close(x);
}

static void
write_spacing(struct nb_xml *x, const struct nb_ooxml_look *look)
{
	nb_xml_open(x, "w:spacing");
	nb_xml_int(x, "w:before", nb_twips(MAX(look->before, 0)));
	nb_xml_int(x, "w:after", nb_twips(MAX(look->after, 0)));
	if (look->line > 0) {
		nb_xml_int(x, "w:line", nb_twips_within(look->line));
		nb_xml_attr(x, "w:lineRule", "exact");
	} else {
		nb_xml_int(x, "w:line", 240);
		nb_xml_attr(x, "w:lineRule", "auto");
	}
	nb_xml_close(x);
}

/* In both units: the first is what Word goes by, unless it is 0. */
static void
write_indent(struct nb_xml *x, const struct nb_ooxml_names *n,
    const struct nb_ooxml_look *look)
{
	const bool hangs = look->first < 0;
	const nb_len first = hangs ? -look->first : look->first;
	const nb_len cell = look->chars ? n->t->cell : 0;
	const struct {
		const char *chars, *twips;
		nb_len value;
	} side[] = {
		{ "w:leftChars", "w:left", look->left },
		{ "w:rightChars", "w:right", look->right },
		{ hangs ? "w:hangingChars" : "w:firstLineChars",
		    hangs ? "w:hanging" : "w:firstLine", first },
	};

	nb_xml_open(x, "w:ind");
	for (size_t i = 0; i < NB_COUNT(side); i++) {
		nb_xml_int(x, side[i].chars,
		    cell > 0 ? nb_hundredths(side[i].value, cell) : 0);
		nb_xml_int(x, side[i].twips, nb_twips(side[i].value));
	}
	nb_xml_close(x);
}

void
nb_ooxml_write_look(struct nb_xml *x, const struct nb_ooxml_names *n,
    const struct nb_ooxml_look *look)
{
	if (look->keep_next)
		nb_xml_flag(x, "w:keepNext");
	if (look->keep_lines)
		nb_xml_flag(x, "w:keepLines");
	if (look->new_page)
		nb_xml_flag(x, "w:pageBreakBefore");
	write_frame(x, &look->frame);
	if (look->free)
		nb_xml_val_int(x, "w:widowControl", 0);
	if (look->num > 0)
		write_number(x, look);
	write_rules(x, look);
	write_tabs(x, look);
	if (look->free) {
		nb_xml_val_int(x, "w:overflowPunct", 0);
		nb_xml_val_int(x, "w:autoSpaceDN", 0);
		nb_xml_val_int(x, "w:snapToGrid", 0);
	}
	if (look->spaced)
		write_spacing(x, look);
	if (look->indented)
		write_indent(x, n, look);
	if (look->align != NULL)
		nb_xml_val(x, "w:jc", look->align);
	if (look->outline > 0)
		nb_xml_val_int(x, "w:outlineLvl", look->outline - 1);
}

static void
write_fonts(
    struct nb_xml *x, const struct nb_ooxml_names *n, enum nb_font_role role)
{
	static const char *const use[] = { "w:ascii", "w:eastAsia", "w:hAnsi",
		"w:cs" };
	const struct nb_words *font = nb_ooxml_fonts(n, role);

	nb_xml_open(x, "w:rFonts");
	nb_xml_attr(x, "w:hint", "eastAsia");
	for (size_t i = 0; i < NB_COUNT(use); i++)
		nb_xml_str(x, use[i], font->word[0]);
	nb_xml_close(x);
}

void
nb_ooxml_write_face(struct nb_xml *x, const struct nb_ooxml_names *n,
    const struct nb_ooxml_face *face)
{
	if (face->role < NB_FONT_ROLES)
		write_fonts(x, n, face->role);
	if (face->bold) {
		nb_xml_flag(x, "w:b");
		nb_xml_flag(x, "w:bCs");
	}
	if (face->rgb != 0) {
		nb_xml_open(x, "w:color");
		write_colour(x, "w:val", face->rgb);
		nb_xml_close(x);
	}
	if (face->spread != 0)
		nb_xml_val_int(x, "w:spacing", nb_twips_within(face->spread));
	if (face->narrow != 0)
		nb_xml_val_int(x, "w:w", face->narrow / 10);
	if (face->size != 0) {
		nb_xml_val_int(x, "w:sz", nb_half_points(face->size));
		nb_xml_val_int(x, "w:szCs", nb_half_points(face->size));
	}
}

void
nb_ooxml_write_edge(struct nb_xml *x, const char *name, nb_len thick)
{
	nb_xml_open(x, name);
	nb_xml_attr(x, "w:val", thick > 0 ? "single" : "nil");
	nb_xml_int(x, "w:sz", nb_eighths(thick));
	nb_xml_int(x, "w:space", 0);
	nb_xml_attr(x, "w:color", "000000");
	nb_xml_close(x);
}

void
nb_ooxml_write_width(struct nb_xml *x, const char *name, nb_len width)
{
	nb_xml_open(x, name);
	nb_xml_int(x, "w:w", nb_twips(width));
	nb_xml_attr(x, "w:type", "dxa");
	nb_xml_close(x);
}
