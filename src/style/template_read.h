/*
 * style/template_read.h - nodes of a template file become its numbers; between
 * template.c and house.c.
 */
#pragma once

#include "style/template.h"

struct nb_node;

/* root is a whole style; NULL with findings when a value is not usable. */
struct nb_template *nb_template_read(struct nb_arena *a,
    const struct nb_text *text, const struct nb_node *root, struct nb_diags *d);

/* chart_style.c: lists of the right length, limits that leave room to draw. */
bool nb_chart_style_good(const struct nb_chart_style *c);
