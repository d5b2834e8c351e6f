/*
 * cli/batch/record.h - what became of one document, and the head of a report:
 * lines of JSON.
 *
 * The head, once a report:
 *	{"type":"batch","version":1,"program":"0.1.0","shard":1,"shards":1,
 *	 "settings":"…","list":"…","total":200,"documents":200}
 * settings is the key of the run (key.h), list the hash of all names; total
 * counts the whole list, documents this report's.  A document:
 *	{"type":"document","number":1,"file":"a.yaml","status":"written",
 *	 "reason":null,"mend":null,"title":"…","organ":"…","year":"2024",
 *	 "kind":"年度报告","archive":"…","pages":12,"errors":0,"warnings":1,"notes":2,
 *	 "hidden":{"errors":0,"warnings":0,"notes":0},"accepted":0,"doubts":0,
 *	 "outputs":[{"file":"a.pdf","bytes":123,"sha256":"…"}],
 *	 "sha256":"…","key":"…","kept":false,"ms":35}
 * file is the name of the input (input.h), those of outputs are below the
 * folder of the outputs, sha256 is of the input's bytes, ms the time that it
 * took.  number is the place in the whole list.  hidden are findings that a
 * review sheet rejects, accepted those that it accepts and that are still
 * there.
 */
#pragma once

#include "base/str.h"
#include "diag/diag.h"

#include <glib.h>

enum { NB_REPORT_VERSION = 1 };

enum nb_done {
	NB_DONE_LEFT,    /* not begun: the run was stopped */
	NB_DONE_WRITTEN, /* there are outputs */
	NB_DONE_REFUSED, /* by its findings, or there is nothing to set */
	NB_DONE_PASSED,  /* a file of a folder that is no report */
	NB_DONE_FAILED,  /* could not be read or written */
	NB_DONE_STATES,
};

struct nb_written {
	char *file;
	uint64_t bytes;
	char *sha256;
};

/* All strings are its own, or NULL. */
struct nb_record {
	uint32_t number;
	enum nb_done done;
	bool kept; /* from an earlier run */
	char *name;
	char *reason, *mend; /* why there are no outputs, what to do */
	char *title, *organ, *year, *kind, *archive;
	uint32_t pages;
	unsigned n[NB_ERROR + 1];                    /* findings by severity */
	unsigned n_hidden[NB_ERROR + 1], n_accepted; /* by 审核意见 */
	unsigned doubts;                             /* of importing */
	GArray *written;                             /* of struct nb_written */
	char *sha256, *key;
	int64_t ms;
};

void nb_record_init(struct nb_record *r);
void nb_record_clear(struct nb_record *r);

/* What was in r is gone. */
void nb_record_copy(struct nb_record *r, const struct nb_record *from);
void nb_record_add_written(
    struct nb_record *r, const char *file, struct nb_str bytes);

/* “写出” and so on, for people. */
const char *nb_done_word(enum nb_done done);

/* One line with its end. */
void nb_record_write(GString *out, const struct nb_record *r);

/* False when the line is no document; ret is then empty. */
NB_MUST_USE bool nb_record_read(const char *line, struct nb_record *ret);

struct nb_report_head {
	uint32_t shard, shards, total, documents;
	char *settings, *list; /* its own */
};

void nb_report_head_clear(struct nb_report_head *h);
void nb_report_head_write(GString *out, const struct nb_report_head *h);
NB_MUST_USE bool
nb_report_head_read(const char *line, struct nb_report_head *ret);
