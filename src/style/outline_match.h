/*
 * style/outline_match.h - what a heading or a paragraph speaks of.  Included
 * by outline.h.
 */
#pragma once

#include "style/outline.h"

/*
 * The topic a heading speaks of by its own words, or NULL.  next_year is what
 * {Y1} stands for, in {Y1}年 and outside of 《》 and ranges of years; 0: words
 * with {Y1} do not match.
 */
const struct nb_topic *nb_outline_topic(
    const struct nb_outline *o, struct nb_str heading, int next_year);

/*
 * The next topic behind that one which the heading speaks of beside first: both
 * have a 权重, and this one's is not less.  NULL when there is no more.
 */
const struct nb_topic *nb_outline_topic_beside(const struct nb_outline *o,
    const struct nb_topic *first, const struct nb_topic *behind,
    struct nb_str heading, int next_year);

/* The word of the topic that stands in the heading; empty: none. */
struct nb_str
nb_topic_word(const struct nb_topic *t, struct nb_str heading, int next_year);

/* The topic of that name, or NULL. */
const struct nb_topic *
nb_outline_topic_named(const struct nb_outline *o, struct nb_str name);

/* Whether the outline asks this item of a document of that sort. */
bool nb_outline_asks(
    const struct nb_outline_item *item, enum nb_kind kind, enum nb_level level);

/* Whether its absence, or a weak treatment, is a finding: 必写, 应写. */
bool nb_item_is_wanted(const struct nb_outline_item *item);

/* The item of that name, or other name, that is asked of a report; or any. */
const struct nb_outline_item *nb_outline_item_named(const struct nb_outline *o,
    struct nb_str name, enum nb_kind kind, enum nb_level level);

/*
 * Whether a paragraph matches one of the item's patterns of evidence.  A blank
 * in a pattern stands for anything, “…” for anything within one sentence.
 */
bool nb_outline_evident(
    const struct nb_outline_item *item, struct nb_str paragraph, int next_year);
