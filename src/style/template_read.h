/*
 * style/template_read.h - nodes of a template file become its numbers; between
 * template.c and house.c.
 */
#pragma once

#include "style/template.h"

struct nb_node;

/* What a value is written in: the rows of template.def. */
enum nb_unit {
	NB_UNIT_LENGTH, /* mm, pt or 字 */
	NB_UNIT_RATIO,  /* 倍, kept in 1/1000 */
	NB_UNIT_COUNT,  /* a bare whole number */
	NB_UNIT_TEXT,
	NB_UNIT_WORDS,
	NB_UNIT_STYLE,  /* {角色, 字号} */
	NB_UNIT_COLOUR, /* "#RRGGBB" */
};

/* root is a whole style; NULL with findings when a value is not usable. */
struct nb_template *nb_template_read(struct nb_arena *a,
    const struct nb_text *text, const struct nb_node *root, struct nb_diags *d);

/*
 * traditional.c: makes t->traditional by the list 繁体 of its tree; false with
 * a finding when the list is not one.
 */
NB_MUST_USE bool
nb_template_fold(struct nb_arena *a, struct nb_template *t, struct nb_diags *d);

/*
 * A list 繁体: pairs of a Simplified character and a Traditional one of as many
 * bytes.  Folded, s has the second for each that begins a pair; wrong is what
 * is no pair, the list itself when it is none, or NULL.
 */
struct nb_str
nb_fold(struct nb_arena *a, const struct nb_node *list, struct nb_str s);
struct nb_words nb_fold_words(struct nb_arena *a, const struct nb_node *list,
    const struct nb_words *words);
const struct nb_node *nb_fold_wrong(const struct nb_node *list);

/* chart_style.c: lists of the right length, limits that leave room to draw. */
bool nb_chart_style_good(const struct nb_chart_style *c);
