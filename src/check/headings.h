/*
 * check/headings.h - what every heading of a report speaks of (checks.md
 * 2.1): its 大纲 key, else its own words, else its chapter's topic.
 */
#pragma once

#include "check/check.h"

struct nb_heading {
	const struct nb_section *section;
	struct nb_str words; /* its title in the outline's script */
	const struct nb_outline_item *item;   /* 大纲 names it, or NULL */
	const struct nb_topic *said;          /* by its own words, or NULL */
	const struct nb_topic *topic;         /* what it speaks of, or NULL */
	const struct nb_topic *const *beside; /* what else, by weight */
	uint32_t n_beside;
	uint32_t depth; /* 1: a chapter */
	uint32_t end;   /* index behind the last heading under it */
};

/* The headings of a report, in reading order, as an outline sees them. */
struct nb_headings {
	const struct nb_report *report;
	const struct nb_outline *outline;
	const struct nb_heading *heading;
	uint32_t n;
	int next_year;
};

struct nb_headings nb_headings_map(
    struct nb_arena *a, const struct nb_report *r, const struct nb_outline *o);

/* How a heading treats an item. */
enum nb_cover nb_heading_cover(const struct nb_headings *hs,
    const struct nb_heading *h, const struct nb_outline_item *item);
