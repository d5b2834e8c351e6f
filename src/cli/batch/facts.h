/*
 * cli/batch/facts.h - what outputs and the index call a document: its year,
 * organ, title.
 */
#pragma once

#include "cli/batch/input.h"
#include "cli/batch/name.h"
#include "cli/batch/record.h"

struct nb_arena;
struct nb_report;

void nb_facts_record(
    struct nb_arena *a, const struct nb_report *report, struct nb_record *ret);

/*
 * The words for a pattern of names; the report is NULL when the pattern does
 * not ask for it.  A 序号 has as many digits as the number of all, `total`.
 */
struct nb_name_words nb_facts_name(struct nb_arena *a,
    const struct nb_report *report, const struct nb_input *in, uint32_t total);
