/*
 * style/outline.h - an outline as data: which items a report must treat, and
 * how a heading is recognised (checks.md 2.1).  Read from
 * templates/outline-annual/outline.yaml; a city's own outline is a file of
 * the same shape, or one that says 依照 and only what differs.  Lives in the
 * style arena, const.
 */
#pragma once

#include "base/text.h"
#include "model/report.h"
#include "style/wording.h"

struct nb_arena;
struct nb_diags;
struct nb_number_words;

/* A topic a heading can speak of; the first that matches wins. */
struct nb_topic {
	struct nb_str name;
	struct nb_words word, veto; /* {Y1}年 is the year to come */
	uint32_t weight;            /* 权重; 0: never beside another topic */
};

/* The key of a report that treats an item by itself. */
enum nb_outline_key {
	NB_OUTLINE_KEY_NONE,
	NB_OUTLINE_KEY_PROBLEMS, /* 存在问题 */
	NB_OUTLINE_KEY_NEXT,     /* 下年任务 */
};

/* 要求: what it means that an item is not treated. */
enum nb_need {
	NB_NEED_MUST,      /* 必写: an error */
	NB_NEED_SHOULD,    /* 应写: a warning */
	NB_NEED_ELSEWHERE, /* 另查: a rule of its own looks for it */
	NB_NEED_MAY,       /* 可写: nothing */
};

enum { NB_OUTLINE_DEPTH_MAX = 3, NB_OUTLINE_NO_PARENT = 0xFFFF };

/* An item the outline asks for; its 子项 follow it. */
struct nb_outline_item {
	struct nb_str name;
	struct nb_words alias;        /* 又名: 大纲 may say so, too */
	struct nb_words strong, weak; /* names of topics; those of its 子项
					 among them */
	struct nb_words evidence;     /* words in prose that treat it too:
					 patterns of nb_outline_evident */
	struct nb_words cause;        /* one of them must occur in it */
	enum nb_outline_key key;
	enum nb_need need;
	bool closed;          /* headings under it treat nothing else */
	uint32_t kind, level; /* asked of these 文种, 级别: 1 << enum */
	struct nb_str basis;
	uint32_t depth;  /* 0: not a 子项 */
	uint32_t parent; /* index, or NB_OUTLINE_NO_PARENT */
};

/* 法定内容: what a rule asks for, in the words of the rule. */
struct nb_statutory {
	struct nb_str name;
	struct nb_words item; /* any of these items treats it */
	bool optional;
};

/* What makes a clause tell an achieved figure (checks.md N06). */
struct nb_figure_words {
	struct nb_words unit, veto;
};

/* A heading that counts its parts: 四 + measure + noun (checks.md S11). */
struct nb_part_words {
	struct nb_words measure, noun;
};

/* Which wordings may stand in many reports without being copied. */
struct nb_copy_words {
	uint32_t least_han;     /* a shorter passage is nobody's [char] */
	uint32_t common;        /* wordings of so many documents, and half of
				   them, are everybody's … */
	uint32_t crowd;         /* … and so are those of more than so many */
	struct nb_words phrase; /* prescribed wordings, left out */
};

/* An everyday name and what it stands for: 街办 and 街道办事处. */
struct nb_colloquial {
	struct nb_str name, formal;
};

/* How names of organs are made, and where the organ ends in a title. */
struct nb_organ_words {
	struct nb_words party, division, town, ending, stop;
	const struct nb_colloquial *colloquial;
	uint32_t n_colloquial;
};

struct nb_outline {
	struct nb_str name, title, basis;
	const struct nb_topic *topic;
	uint32_t n_topics;
	const struct nb_outline_item *item;
	uint32_t n_items;
	const struct nb_statutory *statutory;
	uint32_t n_statutory;
	struct nb_str statutory_basis;
	uint32_t least_han; /* a shorter chapter of a report is weak [char] */
	uint32_t most_heading;     /* a longer heading is too long [char] */
	uint32_t review_alike;     /* a paragraph that was changed [percent] */
	struct nb_words principal; /* 第一责任人: words that tell of it */
	struct nb_part_words part;
	struct nb_copy_words copy;
	struct nb_figure_words figure;
	struct nb_organ_words organ;
	struct nb_wording wording;            /* 用语 */
	const struct nb_number_words *number; /* 数字; never NULL */
};

/*
 * NULL with findings when the file cannot be used.  依照 names an outline in
 * the folder that holds this one's: templates/NAME/outline.yaml.
 */
const struct nb_outline *
nb_outline_load(struct nb_arena *a, const char *path, struct nb_diags *d);

/* The same for a file that lies anywhere: templates is that folder. */
const struct nb_outline *nb_outline_load_own(struct nb_arena *a,
    const char *path, const char *templates, struct nb_diags *d);

#include "style/outline_match.h"
