/*
 * cli/batch/merge.h - the reports of the parts of a list become one.
 *
 * Reports belong together when their heads name the same list in as many
 * parts, and the same settings.  Of a document that several have, one is
 * kept: rather one that was done, else that of the report named last.
 */
#pragma once

#include "cli/batch/record.h"
#include "cli/cli.h"

struct nb_merge {
	struct nb_report_head head; /* of the whole; strings are its own */
	struct nb_record **record;  /* by number - 1; NULL: in no report */
	struct nb_record **twice;   /* one that another stands for */
	bool *part;                 /* by k - 1: its report is there */
};

void nb_merge_init(struct nb_merge *m);
void nb_merge_clear(struct nb_merge *m);

/* Adds a report; false, and the user has been told, when it is none, or does
 * not belong to those before. */
NB_MUST_USE bool
nb_merge_add(struct nb_merge *m, struct nb_cli *cli, const char *path);

/* What is wrong with the whole, a line each (char *): parts and documents
 * that are missing, not done, or there twice. */
GPtrArray *nb_merge_faults(const struct nb_merge *m);

/* The records in order (const struct nb_record *). */
GPtrArray *nb_merge_records(const struct nb_merge *m);
