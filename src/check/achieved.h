/*
 * check/achieved.h - counts what a text says has been done (checks.md N06).
 */
#pragma once

#include "style/outline.h"

/*
 * The clauses (， 。 ； ： ！ ？ apart) that hold a number with a measure word
 * and no word that makes it a target or a legal limit.
 */
uint32_t
nb_achieved_count(const struct nb_figure_words *words, struct nb_str text);
