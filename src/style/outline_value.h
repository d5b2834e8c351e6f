/*
 * style/outline_value.h - the values of an outline file.  Only for
 * outline_read.c.  What is not as it should be has a finding at its place and
 * an empty value.
 */
#pragma once

#include "style/outline_read.h"

/* For the lists of words in it. */
struct nb_words_file nb_outline_file(const struct nb_outline_reader *rd);

/* Says what the value of a key must look like. */
void nb_outline_misshapen(const struct nb_outline_reader *rd,
    const struct nb_node *node, const char *want);

struct nb_str
nb_outline_text(const struct nb_outline_reader *rd, const struct nb_node *node);
struct nb_words nb_outline_words(
    const struct nb_outline_reader *rd, const struct nb_node *node);
uint32_t nb_outline_count(
    const struct nb_outline_reader *rd, const struct nb_node *node);
bool
nb_outline_flag(const struct nb_outline_reader *rd, const struct nb_node *node);

/* 要求, 键. */
enum nb_need
nb_outline_need(const struct nb_outline_reader *rd, const struct nb_node *node);
enum nb_outline_key
nb_outline_key(const struct nb_outline_reader *rd, const struct nb_node *node);

/* 文种, 级别: true by index of the enum for those that are listed. */
void nb_outline_kinds(
    const struct nb_outline_reader *rd, const struct nb_node *node, bool *kind);
void nb_outline_levels(const struct nb_outline_reader *rd,
    const struct nb_node *node, bool *level);

/* 俗称 of rd->outline. */
void nb_outline_colloquial(
    const struct nb_outline_reader *rd, const struct nb_node *node);
