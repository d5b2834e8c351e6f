/*
 * style/outline_value.h - the values of an outline file that others have not.
 * Only for outline_read.c.  What is not as it should be has a finding at its
 * place and an empty value.
 */
#pragma once

#include "style/outline_read.h"

struct nb_str
nb_outline_text(const struct nb_outline_reader *rd, const struct nb_node *node);

/* 要求, 键. */
enum nb_need
nb_outline_need(const struct nb_outline_reader *rd, const struct nb_node *node);
enum nb_outline_key
nb_outline_key(const struct nb_outline_reader *rd, const struct nb_node *node);

/* 俗称 of rd->outline. */
void nb_outline_colloquial(
    const struct nb_outline_reader *rd, const struct nb_node *node);
