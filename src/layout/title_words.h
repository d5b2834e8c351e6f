/*
 * layout/title_words.h - where a title may be broken: between words.
 */
#pragma once

#include "layout/atom.h"

struct nb_arena;

enum {
	NB_COST_YEAR = 300,        /* behind 2023年度: the matter begins */
	NB_COST_ELSEWHERE = 500,   /* between words, but sense runs on */
	NB_COST_LEAD_END = 2000,   /* 关于 ends a line */
	NB_COST_BAD_START = 20000, /* 的 and its like begin a line */
	NB_COST_UNKNOWN = 25000,   /* between characters of no known word */
	NB_COST_WORD = 100000,     /* inside a word */
	NB_COST_NEVER = 200000,    /* 禁则, or inside a number */
};

/*
 * Cost of a break before each atom of the title: names in marks, years, the
 * organ's name and the template's words stay whole.
 */
int *nb_title_words(struct nb_arena *a, const struct nb_atoms *atoms,
    struct nb_str title, const struct nb_template *t, struct nb_str organ);
