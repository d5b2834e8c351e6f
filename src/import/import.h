/*
 * import/import.h - an old document becomes the YAML of a report: the one way
 * through this folder.
 *
 *	bytes -> reader -> lines -> torn paragraphs, repairs, furniture ->
 *	recogniser -> draft -> YAML
 */
#pragma once

#include "import/log.h"
#include "import/raw.h"

typedef struct _GString GString;

struct nb_vocabulary;

enum { NB_IMPORT_MAX = 64 << 20 }; /* more is no old document [byte] */

struct nb_import_options {
	const struct nb_vocabulary *words;
	bool simplify; /* Traditional to Simplified */
	bool mark;     /* doubts as comments in the YAML */
};

struct nb_imported {
	const struct nb_reader *reader;
	struct nb_raw raw; /* as the reader gave it */
	struct nb_import_log log;
};

/*
 * Adds the YAML to out.  NB_FAILED with a finding when no reader can read the
 * bytes; ret->log and ret->reader are set in any case.
 */
NB_MUST_USE enum nb_status nb_import(struct nb_arena *a, struct nb_str name,
    struct nb_str bytes, const struct nb_import_options *o, struct nb_diags *d,
    struct nb_imported *ret, GString *out);
