/*
 * style/value.h - single values in a data file, ours or a user's.  What is none
 * has a finding of the file.
 */
#pragma once

#include "style/words.h"

struct nb_choice;

/* A whole number from least to most, else 0; want says what it must look like.
 */
uint32_t
nb_value_count(const struct nb_words_file *f, const struct nb_node *node,
    uint32_t least, uint32_t most, const char *want);

/* The word of the list that it is, or NULL. */
const struct nb_choice *nb_value_choice(const struct nb_words_file *f,
    const struct nb_node *node, const struct nb_choice *choice);

/* The values of one word or a list of them, as bits. */
uint32_t nb_value_choices(const struct nb_words_file *f,
    const struct nb_node *node, const struct nb_choice *choice);

/* 是, 否. */
bool nb_value_flag(const struct nb_words_file *f, const struct nb_node *node);
