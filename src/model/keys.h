/*
 * model/keys.h - the keys a user may write, listed once.
 *
 * The decoder (decode.c), “did you mean” and the schema (schema.c) read these
 * tables and nothing else.  An object is a kind of map (报告, 节点, 任务 …)
 * and fills a structure of report.h; a key is a row of its table and fills a
 * field.  Keys are read in the order of the table whatever their order in the
 * file: 指标 stands first because prose quotes it.
 */
#pragma once

#include "base/str.h"

/* What stands under a key, and the field it fills. */
enum nb_value {
	NB_VALUE_TEXT,    /* nb_prose, {指标} filled in */
	NB_VALUE_PLAIN,   /* nb_prose, braces are letters */
	NB_VALUE_FORMULA, /* nb_prose left of “=”, at `also` right of it */
	NB_VALUE_PARAS,   /* nb_paras */
	NB_VALUE_NAMES,   /* nb_names: a list of texts, or one text */
	NB_VALUE_FIGURES, /* nb_names, every one the name of a 指标 */
	NB_VALUE_DATE,    /* nb_date */
	NB_VALUE_YEARS,   /* year, last_year, year_span of nb_report */
	NB_VALUE_COUNT,   /* uint32_t, 1 when absent */
	NB_VALUE_CHOICE,  /* an enum */
	NB_VALUE_FLAG,    /* bool, given by choices too */
	NB_VALUE_OBJECT,  /* a pointer to a structure, NULL when absent */
	NB_VALUE_INLINE,  /* a structure */
	NB_VALUE_LIST,    /* an array, its uint32_t count at `also` */
	NB_VALUE_MAP,     /* the same from a map of the user's own keys */
};

/* Ends with word == NULL. */
struct nb_choice {
	const char *word;
	unsigned value;
};

extern const struct nb_choice nb_yes_no[];             /* of a FLAG */
extern const struct nb_choice nb_kinds[], nb_levels[]; /* by their enums */
extern const struct nb_choice nb_progresses[];

struct nb_object;

struct nb_key {
	const char *name;
	const char *const *synonym; /* ends with NULL; or NULL */
	enum nb_value value;
	size_t at, also; /* of the fields in the object's structure [byte] */
	const struct nb_object *object; /* OBJECT, INLINE, LIST, MAP */
	const struct nb_choice *choice; /* CHOICE, FLAG */
	bool required;
	int since;                /* the schema version that brought it */
	const char *title, *help; /* a name in Chinese; what it is */
	const char *example;      /* or NULL */
};

#define NB_NO_FIELD SIZE_MAX

struct nb_object {
	const char *name, *title, *help;
	size_t size;      /* of the structure [byte] */
	size_t span_at;   /* of its nb_span, or NB_NO_FIELD */
	size_t name_at;   /* under MAP: of the nb_str for the user's key */
	size_t faulty_at; /* of its nb_faults, or 0: nobody asks */
	const char *main; /* the key that tells what it is about, or NULL */
	bool bare;        /* the value of main alone stands for the object */
	bool blank;       /* an empty one counts (a cell of a table) */
	const struct nb_key *key;
	size_t n_keys;
};

extern const struct nb_object nb_object_report, nb_object_section,
    nb_object_table, nb_object_row, nb_object_cell, nb_object_chart,
    nb_object_problems, nb_object_problem, nb_object_tasks, nb_object_task,
    nb_object_task_table, nb_object_task_group, nb_object_task_row,
    nb_object_indicator, nb_object_notice, nb_object_head, nb_object_foot,
    nb_object_archive, nb_object_disclosure, nb_object_numbering,
    nb_object_ignore;

/* All of them, the report first. */
extern const struct nb_object *const nb_objects[];
extern const size_t nb_n_objects;

enum { NB_KEYS_MAX = 40 }; /* of one object */

/*
 * Bit i: row i of the object's table was written, perhaps mistyped, and what
 * stands there has a finding: nobody needs to say that it is missing, too.
 */
typedef uint64_t nb_faults;

bool nb_key_is_faulty(
    const struct nb_object *object, nb_faults faults, const char *name);

/* The row whose name or synonym it is, or NULL. */
const struct nb_key *
nb_key_find(const struct nb_object *object, struct nb_str name);

/* The row whose name or synonym is nearest to a mistyped key, or NULL. */
const struct nb_key *
nb_key_nearest(const struct nb_object *object, struct nb_str name);

/* The first object that has this key by its own name, or NULL. */
const struct nb_object *nb_key_home(struct nb_str name);

/* NULL when there is none; the nearest to a mistyped word, or NULL. */
const struct nb_choice *
nb_choice_find(const struct nb_choice *choice, struct nb_str word);
const struct nb_choice *
nb_choice_nearest(const struct nb_choice *choice, struct nb_str word);

/* The first word for a value; empty when there is none. */
struct nb_str nb_choice_word(const struct nb_choice *choice, unsigned value);

/*
 * One row of a table.  `field` is written by a file that knows the structure:
 * NB_KEY("标题", TEXT, nb_section, title, .title = …, .help = …).
 */
#define NB_KEY(key_, value_, struct_, field_, ...) \
	{ \
		.name = key_, .value = NB_VALUE_##value_, \
		.at = offsetof(struct struct_, field_), .since = 1, \
		__VA_ARGS__ \
	}
#define NB_ALSO(struct_, field_) .also = offsetof(struct struct_, field_)
#define NB_SYNONYMS(...) \
	.synonym = (const char *const[]) \
	{ \
		__VA_ARGS__, NULL \
	}
