/*
 * output/docx/look.h - how paragraphs and characters look: w:pPr and w:rPr, of
 * a style or of text, with their children in the order of ISO/IEC 29500-1
 * (17.3.1.26, 17.3.2.28).
 */
#pragma once

#include "font/font.h"
#include "output/docx/xml.h"
#include "style/template.h"

enum { NB_OOXML_TABS = 8 };

struct nb_ooxml_section;

/* How names and measures become those of a document. */
struct nb_ooxml_names {
	const struct nb_office_style *office; /* in no script: names */
	enum nb_script script;
	const struct nb_template *t;
	nb_len line; /* from a line of the grid to the next */
};

/* w:style of a name. */
const char *nb_ooxml_style_id(enum nb_office_name name);

/* The fonts of a role, the one that is used first. */
const struct nb_words *
nb_ooxml_fonts(const struct nb_ooxml_names *n, enum nb_font_role role);

/* A rule above or below a paragraph, as wide as its text. */
struct nb_ooxml_rule {
	const char *kind; /* NULL: none */
	nb_len thick, space;
	uint32_t rgb;
};

/* Where on the paper, if not in the text: then w is 0.  All paragraphs of one
 * frame say the same. */
struct nb_ooxml_frame {
	nb_len x, y, w;
};

struct nb_ooxml_look {
	enum nb_office_name style;
	bool keep_next, keep_lines, new_page;
	struct nb_ooxml_frame frame;
	unsigned num, level; /* w:num; 0: none.  Level from 0 */
	struct nb_ooxml_rule top, bottom;
	nb_len tab[NB_OOXML_TABS]; /* from the left of the 版心 */
	unsigned n_tabs;
	bool last_tab_right;
	bool free;   /* of the grid, and of gaps beside figures */
	bool spaced; /* these say something: */
	nb_len before, after, line; /* line 0: as high as what is in it */
	bool indented;              /* and these; first < 0 hangs */
	nb_len left, right, first;
	bool chars;        /* in 字, that grow with the type */
	const char *align; /* NULL: as the style */
	unsigned outline;  /* from 1; 0: none */
	const struct nb_ooxml_section *section; /* ends with it; or NULL */
};

struct nb_ooxml_face {
	enum nb_font_role role; /* NB_FONT_ROLES: as the style */
	nb_len size;            /* 0: as the style */
	bool bold;
	uint32_t rgb;
	int narrow;    /* 1/1000 of its width; 0: as it is */
	nb_len spread; /* between characters */
};

/*
 * In 三号 28 characters fill a line of the grid.  Word would see to it, but
 * not all programs can set type in cells that are smaller than itself: so the
 * style says how close its characters stand, and keeps free of the grid.
 */
struct nb_ooxml_face nb_ooxml_face_of(
    const struct nb_ooxml_names *n, const struct nb_text_style *style);

/* The children of w:pPr, but for w:sectPr; that of a style names none. */
void nb_ooxml_write_look(struct nb_xml *x, const struct nb_ooxml_names *n,
    const struct nb_ooxml_look *look);

/* An edge of a table, none if it is 0 thick; a width in a table. */
void nb_ooxml_write_edge(struct nb_xml *x, const char *name, nb_len thick);
void nb_ooxml_write_width(struct nb_xml *x, const char *name, nb_len width);

/* The children of w:rPr behind w:rStyle. */
void nb_ooxml_write_face(struct nb_xml *x, const struct nb_ooxml_names *n,
    const struct nb_ooxml_face *face);
