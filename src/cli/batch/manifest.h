/*
 * cli/batch/manifest.h - what has been done, kept in the folder of the
 * outputs so that an interrupted run can go on.
 *
 * .nianbao-batch.jsonl, or of a part .nianbao-batch-3-of-8.jsonl: a line of
 * record.h for each document, added when its outputs are complete.  A line is
 * one write; one that is torn is as none.  No trust is needed: it is asked by
 * key, and what it says of outputs is compared with them.
 */
#pragma once

#include "cli/batch/record.h"
#include "cli/batch/shard.h"
#include "cli/cli.h"

struct nb_manifest;

/*
 * With resume what was done before stays, else it is forgotten.  NULL when it
 * cannot be written, or another run is at it: the user has been told.
 */
struct nb_manifest *nb_manifest_open(struct nb_cli *cli, const char *folder,
    const struct nb_shard *shard, bool resume);
void nb_manifest_close(struct nb_manifest *m);

bool nb_manifest_is_empty(const struct nb_manifest *m);

/* What was done under a key, by this part or another; or NULL. */
const struct nb_record *
nb_manifest_find(const struct nb_manifest *m, const char *key);

/* 0 or an errno. */
NB_MUST_USE int
nb_manifest_add(struct nb_manifest *m, const struct nb_record *r);
