/*
 * import/carry.h - edits of a YAML file by its nodes.  For next*.c only.
 */
#pragma once

#include "source/node.h"
#include "source/repair.h"

struct nb_arena;
struct nb_diags;
struct nb_figures;
struct nb_object;

enum { NB_LAST_YEAR = 9999 }; /* that four digits write */

struct nb_carry {
	struct nb_arena *arena;
	const struct nb_text *text;
	struct nb_edits edits;
	int year;                   /* of the old file */
	struct nb_figures *figures; /* its 指标 … */
	struct nb_diags *unheard;   /* … and what is said of them */
};

/* The pair of a key of the object, by its name or a synonym, or NULL. */
const struct nb_pair *nb_carry_pair(const struct nb_node *map,
    const struct nb_object *object, const char *name);

bool nb_carry_is_empty(const struct nb_node *node);

/* A map or list that is written in brackets. */
bool nb_carry_is_flow(const struct nb_carry *c, const struct nb_node *node);

/* The column of a place, in plain blanks. */
unsigned nb_carry_column(const struct nb_carry *c, uint32_t at);

/* Behind the last letter of a node: no blanks, no comment. */
uint32_t nb_carry_end(const struct nb_carry *c, const struct nb_node *node);

/* text[begin, end) becomes with. */
void nb_carry_put(
    struct nb_carry *c, uint32_t begin, uint32_t end, struct nb_str with);

/*
 * Adds lines behind the one on which the node ends; every LF in lines is
 * followed by `column` blanks.
 */
void nb_carry_add_lines(struct nb_carry *c, const struct nb_node *node,
    unsigned column, const char *lines);

/* The key stays, with its |, its value goes; NULL does nothing. */
void nb_carry_blank(struct nb_carry *c, const struct nb_pair *pair);

/*
 * The lines of the pair, or of the item, go, with the comments right above it
 * and those deeper below.  In brackets: it is blanked.
 */
void nb_carry_drop(
    struct nb_carry *c, const struct nb_node *map, const struct nb_pair *pair);
void nb_carry_drop_item(struct nb_carry *c, const struct nb_node *item);

/* What years of the old file to move on in a value. */
enum nb_years {
	NB_YEARS_OF_TITLE, /* not in 《…》, nor 2021—2025 of other years */
	NB_YEARS_OF_TABLE, /* the same, and the year before the old one */
	NB_YEARS_ALL,
};

/* The old year, and the one behind it, move on. */
void nb_carry_years(
    struct nb_carry *c, const struct nb_pair *pair, enum nb_years years);
struct nb_str nb_carry_next_years(
    const struct nb_carry *c, struct nb_str s, enum nb_years years);
