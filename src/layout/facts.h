/*
 * layout/facts.h - the fields of a record that a report has.
 */
#pragma once

#include "layout/frame.h"

struct nb_arena;
struct nb_report;
struct nb_template;

/* Sets pages->fact, by 元数据 of the template. */
void nb_layout_facts(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_pages *pages);
