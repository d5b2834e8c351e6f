/*
 * word/styles.xml: a style for each part of a document, with the numbers of
 * the template.
 */
#include "output/docx/number.h"
#include "output/docx/parts.h"

#include <stddef.h>
#include <string.h>

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* How high the lines of a style are. */
enum lines {
	AS_THEY_COME, /* as what is in them */
	OF_THE_GRID,
	BY_THE_RULE, /* the type and 7/8 of 三号 (3.2) */
	OF_A_TABLE,
	OF_TYPE,
};

/* A style of paragraphs; its type and indent are in the template there. */
struct row {
	enum nb_office_name name;
	size_t text, first; /* first 0: none */
	const char *align;
	enum lines lines;
	bool keep_next;
	unsigned outline; /* from 1; 0: none */
};

#define AT(field) offsetof(struct nb_template, field)

static const struct row rows[] = {
	{ NB_OFFICE_TEXT, AT(body), AT(indent), "both", OF_THE_GRID, false, 0 },
	{ NB_OFFICE_TITLE, AT(title), 0, "center", BY_THE_RULE, false, 0 },
	{ NB_OFFICE_ADDRESSEE, AT(addressee), 0, "both", OF_THE_GRID, true, 0 },
	{ NB_OFFICE_SIGNATURE, AT(signature), 0, "right", OF_THE_GRID, true,
	    0 },
	{ NB_OFFICE_DATE, AT(signature), 0, "right", OF_THE_GRID, false, 0 },
	{ NB_OFFICE_LIST, AT(body), 0, "left", OF_THE_GRID, false, 0 },
	{ NB_OFFICE_REMARK, AT(signature), AT(remark_left), "both", OF_THE_GRID,
	    false, 0 },
	{ NB_OFFICE_HEAD, AT(head.number), 0, "left", OF_THE_GRID, true, 0 },
	{ NB_OFFICE_MARK, AT(head.mark), 0, "center", AS_THEY_COME, true, 0 },
	{ NB_OFFICE_LETTER_MARK, AT(letter.mark), 0, "center", AS_THEY_COME,
	    true, 0 },
	{ NB_OFFICE_FOOT, AT(foot.text), 0, "left", BY_THE_RULE, false, 0 },
	{ NB_OFFICE_ATTACHMENT, AT(attachment_mark), 0, "left", OF_THE_GRID,
	    true, 0 },
	{ NB_OFFICE_CAPTION, AT(table_style.caption), 0, "center", OF_THE_GRID,
	    true, 0 },
	{ NB_OFFICE_TABLE_HEAD, AT(table_style.head), 0, "center", OF_A_TABLE,
	    false, 0 },
	{ NB_OFFICE_TABLE_TEXT, AT(table_style.text), 0, "left", OF_A_TABLE,
	    false, 0 },
	{ NB_OFFICE_FIGURE, AT(chart.text), 0, "center", AS_THEY_COME, true,
	    0 },
	{ NB_OFFICE_FIGURE_CAPTION, AT(chart.caption), 0, "center", OF_THE_GRID,
	    false, 0 },
	{ NB_OFFICE_FOLIO, AT(folio), 0, "center", OF_TYPE, false, 0 },
	{ NB_OFFICE_HEADING, AT(heading[0].text), AT(indent), "both",
	    OF_THE_GRID, true, 1 },
	{ NB_OFFICE_HEADING + 1, AT(heading[1].text), AT(indent), "both",
	    OF_THE_GRID, true, 2 },
	{ NB_OFFICE_HEADING + 2, AT(heading[2].text), AT(indent), "both",
	    OF_THE_GRID, true, 3 },
	{ NB_OFFICE_HEADING + 3, AT(heading[3].text), AT(indent), "both",
	    OF_THE_GRID, true, 4 },
};

static void
write_name(
    struct nb_xml *to, const struct nb_ooxml *x, enum nb_office_name name)
{
	const struct nb_words *words = &x->names.office->name[name];

	nb_xml_open(to, "w:name");
	nb_xml_str(to, "w:val", words->word[0]);
	nb_xml_close(to);
	if (words->n < 2)
		return;
	nb_xml_open(to, "w:aliases");
	nb_xml_str(to, "w:val", words->word[1]);
	nb_xml_close(to);
}

static void
open_style(struct nb_xml *to, const struct nb_ooxml *x, const char *type,
    enum nb_office_name name)
{
	nb_xml_open(to, "w:style");
	nb_xml_attr(to, "w:type", type);
	if (name == NB_OFFICE_TEXT)
		nb_xml_attr(to, "w:default", "1");
	nb_xml_attr(to, "w:styleId", nb_ooxml_style_id(name));
	write_name(to, x, name);
}

static void
write_face(struct nb_xml *to, const struct nb_ooxml *x,
    const struct nb_ooxml_face *face)
{
	nb_xml_open(to, "w:rPr");
	nb_ooxml_write_face(to, &x->names, face);
	nb_xml_close(to);
}

/* Rows of a table's grid for a line, of those that a row of text has. */
static nb_len
table_rows(const struct nb_ooxml *x, int n)
{
	return x->names.line * n / MAX(x->t->table_style.grid, 1);
}

static nb_len
line_of(const struct nb_ooxml *x, const struct row *row, nb_len size)
{
	switch (row->lines) {
	case AS_THEY_COME:
		return 0;
	case OF_THE_GRID:
		return x->names.line;
	case BY_THE_RULE:
		return size + x->t->cell * x->t->line_gap / 1000;
	case OF_A_TABLE:
		return table_rows(x, x->t->table_style.line);
	case OF_TYPE:
		return size;
	}
	NB_UNREACHABLE();
}

/* The type of a row; headings are as large as the text. */
static struct nb_text_style
text_of(const struct nb_ooxml *x, const struct row *row)
{
	struct nb_text_style text;

	memcpy(&text, (const char *)x->t + row->text, sizeof(text));
	if (row->outline > 0)
		text.size = x->t->body.size;
	return text;
}

static struct nb_ooxml_look
look_of(const struct nb_ooxml *x, const struct row *row, nb_len size)
{
	struct nb_ooxml_look look = {
		.keep_next = row->keep_next,
		.free = true,
		.spaced = true,
		.line = line_of(x, row, size),
		.indented = true,
		.chars = size == x->t->body.size,
		.align = row->align,
		.outline = row->outline,
	};

	if (row->outline > 0) {
		const struct nb_ooxml_number number =
		    nb_ooxml_number_of(x->numbers, row->outline);

		look.num = number.num;
		look.level = number.level;
	}
	if (row->lines == OF_A_TABLE)
		look.before = look.after = table_rows(x, 1) / 2;
	if (row->first != 0)
		memcpy(&look.first, (const char *)x->t + row->first,
		    sizeof(look.first));
	return look;
}

static void
write_row(struct nb_xml *to, const struct nb_ooxml *x, const struct row *row)
{
	const struct nb_text_style text = text_of(x, row);
	const struct nb_ooxml_face face = nb_ooxml_face_of(&x->names, &text);
	const struct nb_ooxml_look look = look_of(x, row, text.size);

	open_style(to, x, "paragraph", row->name);
	if (row->name != NB_OFFICE_TEXT)
		nb_xml_val(to, "w:basedOn", nb_ooxml_style_id(NB_OFFICE_TEXT));
	if (row->outline > 0) {
		nb_xml_val(to, "w:next", nb_ooxml_style_id(NB_OFFICE_TEXT));
		nb_xml_val(to, "w:link",
		    nb_ooxml_style_id(NB_OFFICE_RUN_IN + row->outline - 1));
	}
	nb_xml_flag(to, "w:qFormat");
	nb_xml_open(to, "w:pPr");
	nb_ooxml_write_look(to, &x->names, &look);
	nb_xml_close(to);
	write_face(to, x, &face);
	nb_xml_close(to);
}

/* A heading that text follows on its line: the same for characters. */
static void
write_run_in(struct nb_xml *to, const struct nb_ooxml *x, const struct row *row)
{
	const struct nb_text_style text = text_of(x, row);
	const struct nb_ooxml_face face = nb_ooxml_face_of(&x->names, &text);

	open_style(to, x, "character", NB_OFFICE_RUN_IN + row->outline - 1);
	nb_xml_val(to, "w:link", nb_ooxml_style_id(row->name));
	nb_xml_flag(to, "w:qFormat");
	write_face(to, x, &face);
	nb_xml_close(to);
}

static void
write_rows(struct nb_xml *to, const struct nb_ooxml *x)
{
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		write_row(to, x, &rows[i]);
		if (rows[i].outline > 0)
			write_run_in(to, x, &rows[i]);
	}
}

/* Rules and margins of tables. */
static void
write_table(struct nb_xml *to, const struct nb_ooxml *x)
{
	const struct nb_table_style *style = &x->t->table_style;
	static const char *const outer[] = { "w:top", "w:left", "w:bottom",
		"w:right" };

	open_style(to, x, "table", NB_OFFICE_TABLE);
	nb_xml_flag(to, "w:qFormat");
	nb_xml_open(to, "w:tblPr");
	nb_ooxml_write_width(to, "w:tblInd", 0);
	nb_xml_open(to, "w:tblBorders");
	for (size_t i = 0; i < NB_COUNT(outer); i++)
		nb_ooxml_write_edge(to, outer[i], style->frame);
	nb_ooxml_write_edge(to, "w:insideH", style->rule);
	nb_ooxml_write_edge(to, "w:insideV", style->rule);
	nb_xml_close(to);
	nb_xml_open(to, "w:tblCellMar");
	for (size_t i = 0; i < NB_COUNT(outer); i++)
		nb_ooxml_write_width(to, outer[i], i % 2 == 1 ? style->pad : 0);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_close(to);
}

/* What holds where no style says otherwise. */
static void
write_defaults(struct nb_xml *to, const struct nb_ooxml *x)
{
	const struct nb_ooxml_face face =
	    nb_ooxml_face_of(&x->names, &x->t->body);
	const struct nb_words *language = &x->names.office->language;
	const bool traditional = x->names.script == NB_SCRIPT_TRADITIONAL;

	nb_xml_open(to, "w:docDefaults");
	nb_xml_open(to, "w:rPrDefault");
	nb_xml_open(to, "w:rPr");
	nb_ooxml_write_face(to, &x->names, &face);
	nb_xml_open(to, "w:lang");
	nb_xml_attr(to, "w:val", "en-US");
	nb_xml_str(
	    to, "w:eastAsia", language->word[traditional && language->n > 1]);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_flag(to, "w:pPrDefault");
	nb_xml_close(to);
}

GString *
nb_ooxml_styles(const struct nb_ooxml *x)
{
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:styles");
	nb_xml_attr(to, "xmlns:w", WORD);
	write_defaults(to, x);
	write_rows(to, x);
	write_table(to, x);
	nb_xml_close(to);
	return nb_xml_finish(to);
}
