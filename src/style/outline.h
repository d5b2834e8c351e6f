/*
 * style/outline.h - an outline as data: which items a report must treat, and
 * how a heading is recognised (checks.md 2.1).  Read from
 * templates/outline-annual/outline.yaml; a city's own outline is a file of
 * the same shape.  Lives in the style arena, const.
 */
#pragma once

#include "base/text.h"
#include "model/report.h"

struct nb_arena;
struct nb_diags;

struct nb_words {
	const struct nb_str *word;
	uint32_t n;
};

/* A topic a heading can speak of; the first that matches wins. */
struct nb_topic {
	struct nb_str name;
	struct nb_words word, veto; /* {Y1}年 is the year to come */
};

/* The key of a report that treats an item by itself. */
enum nb_outline_key {
	NB_OUTLINE_KEY_NONE,
	NB_OUTLINE_KEY_PROBLEMS, /* 存在问题 */
	NB_OUTLINE_KEY_NEXT,     /* 下年任务 */
};

/* An item the outline asks for. */
struct nb_outline_item {
	struct nb_str name;
	struct nb_words strong, weak; /* names of topics */
	struct nb_words evidence;     /* words in prose that treat it too:
					 patterns of nb_outline_evident */
	struct nb_words cause;        /* one of them must occur in it */
	enum nb_outline_key key;
	bool closed; /* headings under it treat nothing else */
	bool kind[NB_KIND_OUTLINE + 1]; /* asked of this 文种 */
	struct nb_str basis;
};

/* What makes a clause tell an achieved figure (checks.md N06). */
struct nb_figure_words {
	struct nb_words unit, veto;
};

/* An everyday name and what it stands for: 街办 and 街道办事处. */
struct nb_colloquial {
	struct nb_str name, formal;
};

/* How names of organs are made, and where the organ ends in a title. */
struct nb_organ_words {
	struct nb_words division, ending, stop;
	const struct nb_colloquial *colloquial;
	uint32_t n_colloquial;
};

/* A Traditional character and its Simplified form, of as many bytes. */
struct nb_fold {
	uint32_t from, to;
};

struct nb_outline {
	struct nb_str name, title, basis;
	const struct nb_topic *topic;
	uint32_t n_topics;
	const struct nb_outline_item *item;
	uint32_t n_items;
	uint32_t least_han; /* a shorter chapter of a report is weak [char] */
	struct nb_words principal; /* 第一责任人: words that tell of it */
	struct nb_figure_words figure;
	struct nb_organ_words organ;
	const struct nb_fold *fold; /* sorted by from */
	uint32_t n_folds;
};

/* NULL with findings when the file cannot be used. */
const struct nb_outline *
nb_outline_load(struct nb_arena *a, const char *path, struct nb_diags *d);

/*
 * The topic a heading speaks of by its own words, or NULL.  next_year is what
 * {Y1} stands for, in {Y1}年 and outside of 《》 and ranges of years; 0: words
 * with {Y1} do not match.
 */
const struct nb_topic *nb_outline_topic(
    const struct nb_outline *o, struct nb_str heading, int next_year);

/* Whether a heading speaks of this topic, whatever else it speaks of. */
bool
nb_topic_match(const struct nb_topic *t, struct nb_str heading, int next_year);

/* The topic of that name, or NULL. */
const struct nb_topic *
nb_outline_topic_named(const struct nb_outline *o, struct nb_str name);

/*
 * Whether a paragraph matches one of the item's patterns of evidence.  A blank
 * in a pattern stands for anything, “…” for anything within one sentence.
 */
bool nb_outline_evident(
    const struct nb_outline_item *item, struct nb_str paragraph, int next_year);

/*
 * s with its Traditional characters made Simplified, as far as the words of
 * the outline need it; byte for byte as long as s.
 */
struct nb_str nb_outline_fold(
    struct nb_arena *a, const struct nb_outline *o, struct nb_str s);

/* Whether one of the words occurs in s; whether s is one of the words. */
bool nb_words_in(const struct nb_words *w, struct nb_str s);
bool nb_words_have(const struct nb_words *w, struct nb_str s);
