/*
 * output/docx/write.h - a document being written: paragraphs and tables one
 * after another, in sections.
 */
#pragma once

#include "layout/galley.h"
#include "layout/manuscript.h"
#include "output/docx/look.h"
#include "output/docx/package.h"

struct nb_ooxml {
	struct nb_arena *arena;
	const struct nb_manuscript *m;
	const struct nb_template *t; /* of m */
	struct nb_ooxml_names names;
	struct nb_diags *diags;
	struct nb_galley scratch; /* what is measured is set here */
	struct nb_xml *body;
	struct nb_ooxml_package package;
	struct nb_ooxml_numbers *numbers;
	/* The last paragraph, not yet written: it may end a section */
	struct nb_ooxml_look look;
	GArray *run; /* of struct nb_ooxml_run */
	bool open;
	unsigned pictures;
	bool turned, bare; /* a section is */
	bool failed;       /* a picture could not be drawn */
};

enum nb_ooxml_run_kind {
	NB_OOXML_TEXT,
	NB_OOXML_TAB,
	NB_OOXML_BREAK, /* a line ends */
	NB_OOXML_PICTURE,
};

struct nb_ooxml_run {
	enum nb_ooxml_run_kind kind;
	struct nb_str text; /* of a picture: what it shows */
	unsigned level;     /* of a heading run in, from 1; 0: of none */
	struct nb_ooxml_face face;
	unsigned picture; /* its number */
	nb_len w, h;
};

/* 版心 upright or turned; a document has at least one. */
struct nb_ooxml_section {
	bool turned;
	bool letter; /* 信函: another foot on its first page */
	bool even;   /* begins on a page with an even number */
	bool bare;   /* without folios */
};

/* Text as its style has it. */
struct nb_ooxml_run nb_ooxml_text(struct nb_str text);

/* Begins a paragraph; the runs that follow are its. */
void nb_ooxml_begin(struct nb_ooxml *x, struct nb_ooxml_look look);
void nb_ooxml_add(struct nb_ooxml *x, struct nb_ooxml_run run);

/* The usual: one text in one style. */
void nb_ooxml_paragraph(
    struct nb_ooxml *x, struct nb_ooxml_look look, struct nb_str text);

/* A paragraph as low as can be, where something has to stand in one. */
void nb_ooxml_no_text(struct nb_ooxml *x);

/* Writes what is begun; before anything that is no paragraph. */
void nb_ooxml_flush(struct nb_ooxml *x);

/* All since the last one is a section. */
void nb_ooxml_end_section(
    struct nb_ooxml *x, const struct nb_ooxml_section *section);

/* The last section ends, and the document. */
void nb_ooxml_end(struct nb_ooxml *x, const struct nb_ooxml_section *section);

/* w:sectPr: section.c. */
void nb_ooxml_write_section(
    struct nb_ooxml *x, const struct nb_ooxml_section *section);
