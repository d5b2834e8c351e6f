/*
 * import/field.h - what a label over an article stands for, and where its
 * value goes: to a key of the report, to the comment at its end, or nowhere.
 */
#pragma once

#include "import/draft.h"

struct nb_import_log;
struct nb_vocabulary;

enum nb_field {
	NB_FIELD_NONE,
	NB_FIELD_PUBLISHED,
	NB_FIELD_ISSUED,
	NB_FIELD_ORGAN,
	NB_FIELD_SOURCE, /* 来源: perhaps the organ */
	NB_FIELD_NUMBER,
	NB_FIELD_TITLE,
	NB_FIELD_INDEX, /* 索引号 and what else 公开 has */
	NB_FIELD_TOPIC,
	NB_FIELD_KEYWORDS,
	NB_FIELD_ACCESS,
	NB_FIELD_SUMMARY,
	NB_FIELD_ASIDE, /* 有效性 …, which have no key */
	NB_FIELD_PAGE,  /* 字号, 浏览次数 …, which nobody misses */
};

/* Where a value stands; to ask what a label is, the first two are enough. */
struct nb_field_place {
	struct nb_arena *a;
	const struct nb_vocabulary *words;
	struct nb_draft *draft;
	struct nb_import_log *log;
	uint32_t row;
	struct nb_str label; /* when it is apart from the value, or empty */
};

/* Of a label, with or without its colon, brackets and blanks. */
enum nb_field nb_field_of(const struct nb_field_place *p, struct nb_str label);

/* Whether s may be the value of a label that stands apart from it. */
bool nb_field_fits(
    const struct nb_field_place *p, enum nb_field field, struct nb_str s);

/*
 * The value of a label: what stands in s from `at` on [byte], before it the
 * label if they are together.
 */
void nb_field_keep(const struct nb_field_place *p, enum nb_field field,
    struct nb_str s, size_t at);

/* The label of a value that stands apart. */
void nb_field_label(
    struct nb_field_place *p, struct nb_str label, const char *where);

/*
 * 2024-03-26 of a date at the beginning of s, a time of the day behind it;
 * empty when there is none.  *ret is what follows.
 */
struct nb_str
nb_field_date(struct nb_arena *a, struct nb_str s, struct nb_str *ret);
