/*
 * output/output.h - pages, or a document's words, become bytes.
 *
 * An output is one file and one row in outputs.c.  It writes into memory; a
 * file appears on disk whole or not at all (output/file.h).  cairo is known
 * only in this folder.
 */
#pragma once

#include "base/base.h"
#include "layout/frame.h"

#include <glib.h>

struct nb_diags;
struct nb_manuscript;

/* It takes either pages or words: one of the two functions is NULL. */
struct nb_output {
	const char *name;  /* --to NAME, and the suffix of a file */
	const char *title; /* one line of Chinese */
	bool unlisted;     /* for tests: not offered */
	bool web;          /* published: with templates/web-page */
	bool annotates;    /* shows what is said of words */
	bool per_page;     /* one file a page: the name gets -1, -2 … */
	bool alone;        /* by one thread at a time: cairo's fonts are common
			      to all threads, and 1.16 locks them in no order */
	enum nb_status (*write)(const struct nb_pages *pages,
	    uint32_t page /* of a per_page output */, GString *out,
	    struct nb_diags *d);
	enum nb_status (*write_words)(
	    const struct nb_manuscript *m, GString *out, struct nb_diags *d);
};

extern const struct nb_output nb_outputs[];
extern const size_t nb_n_outputs;

/* NULL if there is none of that name. */
const struct nb_output *nb_output_find(const char *name);
