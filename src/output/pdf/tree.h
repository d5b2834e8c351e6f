/*
 * output/pdf/tree.h - the paragraphs of the pages as a tree of elements:
 * Document, H1 …, P, Table, TR, TH, TD, L, LI, Figure, Caption, and Annot and
 * Link in them (ISO 32000-1, 14.8.4).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

/* Elements are indices; a child stands behind its parent. */
enum { NB_ELEMENT_NONE = 0, NB_ELEMENT_DOCUMENT = 1 };

/* What an element is, with the attributes it may have. */
enum nb_element_kind {
	NB_ELEMENT_PLAIN,
	NB_ELEMENT_LIST,
	NB_ELEMENT_ROW,
	NB_ELEMENT_CELL,
	NB_ELEMENT_FIGURE,
};

struct nb_element {
	enum nb_element_kind kind;
	const char *tag;
	const struct nb_page_block *block; /* it was made for; or NULL */
	uint32_t parent, first_child, last_child, next;
	uint32_t first_piece, last_piece; /* for structure.c */
	uint32_t first_note; /* annotation, counted from 1 over all pages */
};

/* An annotation: its element, its page, the next one of that element. */
struct nb_tree_note {
	uint32_t element, page, next;
};

struct nb_tree {
	GArray *element; /* of struct nb_element */
	uint32_t n;      /* paragraphs */
	/* Of each paragraph, from 1: its element, that of its label. */
	uint32_t *own, *label;
	GArray *note; /* of struct nb_tree_note, from 1 */
};

struct nb_tree nb_tree_new(const struct nb_pages *pages);
void nb_tree_clear(struct nb_tree *tree);

struct nb_element *nb_tree_at(const struct nb_tree *tree, uint32_t element);
