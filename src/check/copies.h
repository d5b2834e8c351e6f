/*
 * check/copies.h - whole sentences that several documents of one run share.
 *
 * A document is read once and may then be freed: kept are the hashes of its
 * sentences, and the words of those that a second document has, too.  Work and
 * memory are linear in the number of sentences.
 */
#pragma once

#include "model/report.h"
#include "style/outline.h"

struct nb_arena;
struct nb_copies;

/* What one document has in common with the others. */
struct nb_copy {
	uint32_t han;     /* of its text, without prescribed wordings [char] */
	uint32_t shared;  /* in sentences that another document has [char] */
	uint32_t nearest; /* the document that has most of them; its own
			     number when there is none */
};

/* A sentence of a document that others have. */
struct nb_copied {
	struct nb_str text;
	uint32_t n_documents;
};

struct nb_copies *nb_copies_new(const struct nb_copy_words *words);
void nb_copies_free(struct nb_copies *c);

/* Adds a document; they are numbered from 0 in this order. */
void nb_copies_add(
    struct nb_copies *c, const struct nb_report *r, const struct nb_outline *o);

/*
 * After the last document.  A sentence that more than half of the documents
 * have, and not fewer than words->common, is nobody's.
 */
struct nb_copy nb_copies_of(struct nb_copies *c, uint32_t document);

/* Its shared sentences in the order of reading; *ret_n of them, in a. */
const struct nb_copied *nb_copies_sentences(const struct nb_copies *c,
    uint32_t document, struct nb_arena *a, uint32_t *ret_n);
