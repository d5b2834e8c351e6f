/*
 * style/office.h - names that a Word document uses (Word of the template):
 * fonts as offices have them, and styles.
 */
#pragma once

#include "style/outline.h"

/* In the order of enum nb_font_role. */
enum { NB_OFFICE_FONTS = 5 };

enum nb_office_name {
	NB_OFFICE_TEXT,
	NB_OFFICE_TITLE,
	NB_OFFICE_ADDRESSEE,
	NB_OFFICE_HEADING,                        /* four levels */
	NB_OFFICE_RUN_IN = NB_OFFICE_HEADING + 4, /* of characters, too */
	NB_OFFICE_SIGNATURE = NB_OFFICE_RUN_IN + 4,
	NB_OFFICE_DATE,
	NB_OFFICE_LIST,
	NB_OFFICE_REMARK,
	NB_OFFICE_HEAD,
	NB_OFFICE_MARK,
	NB_OFFICE_LETTER_MARK,
	NB_OFFICE_FOOT,
	NB_OFFICE_ATTACHMENT,
	NB_OFFICE_CAPTION,
	NB_OFFICE_TABLE,
	NB_OFFICE_TABLE_HEAD,
	NB_OFFICE_TABLE_TEXT,
	NB_OFFICE_FIGURE,
	NB_OFFICE_FIGURE_CAPTION,
	NB_OFFICE_FOLIO,
	NB_OFFICE_NAMES
};

/* Of a list the first is used: others stand for a font that is not there, are
 * other names of a style. */
struct nb_office_style {
	struct nb_words language; /* of the two scripts */
	struct nb_words font[NB_OFFICE_FONTS];
	struct nb_words traditional_font[NB_OFFICE_FONTS];
	struct nb_words name[NB_OFFICE_NAMES];
};
