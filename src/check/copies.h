/*
 * check/copies.h - passages that documents of one run share, figures and own
 * names aside: copied, perhaps with small edits.
 *
 * A document is read once and may then be freed.  Kept are its letters, and
 * fingerprints of them (shingle.h); documents are compared pair by pair only
 * where they have enough of these in common.  Work and memory are linear in
 * the letters of all documents.
 */
#pragma once

#include "model/report.h"
#include "style/outline.h"

struct nb_arena;
struct nb_copies;

/* What one document has in common with the others. */
struct nb_copy {
	uint32_t han;     /* of its text, without prescribed wordings [char] */
	uint32_t shared;  /* in passages that another document has [char] */
	uint32_t nearest; /* the document that has most of them; its own
			     number when there is none */
};

/* Two documents and what they share. */
struct nb_copy_pair {
	uint32_t document[2];
	uint32_t shared;   /* [char] */
	uint32_t permille; /* of the shorter document */
	uint32_t passages;
};

/* Lines of a file, from 1. */
struct nb_copy_lines {
	uint32_t first, last;
};

struct nb_copy_passage {
	struct nb_str text; /* as the first of the pair has it */
	struct nb_copy_lines lines[2];
};

struct nb_copies *nb_copies_new(const struct nb_outline *o);
void nb_copies_free(struct nb_copies *c);

/* Adds a document; they are numbered from 0 in this order. */
void nb_copies_add(
    struct nb_copies *c, struct nb_str name, const struct nb_report *r);

/*
 * After the last document.  What more than half of the documents have, and not
 * fewer than 通用份数, or more than 通用至多, is nobody's.  The names decide
 * among equals, so the order of the documents does not matter.
 */
void nb_copies_compare(struct nb_copies *c);

struct nb_copy nb_copies_of(const struct nb_copies *c, uint32_t document);

/* The pairs, those that share the most first. */
const struct nb_copy_pair *
nb_copies_pairs(const struct nb_copies *c, uint32_t *ret_n);

/* What a pair shares, in the order of the first document; in a. */
const struct nb_copy_passage *nb_copies_passages(const struct nb_copies *c,
    const struct nb_copy_pair *pair, struct nb_arena *a, uint32_t *ret_n);
