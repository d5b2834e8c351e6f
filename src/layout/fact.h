/*
 * layout/fact.h - what finished pages say of the record they show, and the
 * files they carry along: plain data, for outputs that have a place for it.
 */
#pragma once

#include "base/str.h"

/* Fields of one standard for metadata. */
struct nb_fact_schema {
	struct nb_str standard;      /* its number */
	struct nb_str space, prefix; /* of its names in XML */
};

enum nb_fact_type {
	NB_FACT_TEXT,
	NB_FACT_DATE, /* 2024-03-20 or 2024-03 */
	NB_FACT_LIST, /* in this order */
};

struct nb_fact {
	const struct nb_fact_schema *schema; /* those of one stand together */
	struct nb_str name;                  /* a name in XML */
	enum nb_fact_type type;
	const struct nb_str *value; /* none is empty */
	uint32_t n;                 /* at least one; of a list any number */
};

/* What a file is to the pages (ISO 19005-3, 6.8). */
enum nb_relation {
	NB_RELATION_SOURCE,     /* they are made of it */
	NB_RELATION_DATA,       /* figures that they show */
	NB_RELATION_SUPPLEMENT, /* anything else about them */
};

struct nb_attached {
	struct nb_str name;  /* a file name; no two are the same */
	struct nb_str title; /* what it is, for people */
	const char *mime;
	enum nb_relation relation;
	struct nb_str bytes;
};
