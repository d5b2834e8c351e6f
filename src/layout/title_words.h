/*
 * layout/title_words.h - where a title may be broken: between words.
 */
#pragma once

#include "layout/atom.h"

struct nb_arena;

/* 禁则, or inside a number: beyond any cost of a template. */
enum { NB_COST_NEVER = INT32_MAX / 4 };

/*
 * Cost of a break before each atom of the title: names in marks, years, the
 * organ's name and the template's words stay whole.
 */
int *nb_title_words(struct nb_arena *a, const struct nb_atoms *atoms,
    struct nb_str title, const struct nb_template *t, struct nb_str organ);
