/*
 * import/heading.h - whether what stands behind an ordinal is a heading, and
 * where it ends: on a line of its own, or run in before its text.
 */
#pragma once

#include "base/str.h"

struct nb_vocabulary;

enum nb_heading_kind {
	NB_HEADING_NONE, /* plain prose that an ordinal opens */
	NB_HEADING_OWN,  /* a line of its own */
	NB_HEADING_RUN_IN,
};

struct nb_heading {
	enum nb_heading_kind kind;
	struct nb_str title; /* without the mark that ends it */
	struct nb_str mark;  /* that mark: “。”, “：”, or empty */
	struct nb_str body;  /* of a run-in one */
	bool listed;         /* ends as one of several things that are listed */
	bool colon;          /* a colon ends it and no stop: perhaps no title */
	const char *doubt;   /* why a person should look, or NULL */
};

/* rest is the line without its ordinal; sure: its format says a heading. */
struct nb_heading nb_heading_read(
    const struct nb_vocabulary *words, struct nb_str rest, bool sure);

/*
 * The same of a line between others that are headings: a first sentence that is
 * a bit too long.
 */
struct nb_heading
nb_heading_read_long(const struct nb_vocabulary *words, struct nb_str rest);
