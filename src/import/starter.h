/*
 * import/starter.h - a file to begin with: templates/starter/, its blanks
 * filled in.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/* What the user said of the report; empty when he did not. */
struct nb_starter {
	struct nb_str level; /* 级别, a word of the schema */
	struct nb_str year;  /* 年度: 2024, or 2021—2025 */
	struct nb_str organ; /* 机关 */
};

/*
 * The template with @级别@ @年度@ @下年@ @机关@ @自称@ filled in: as values
 * of YAML, or as words of a comment.
 */
struct nb_str nb_starter_fill(struct nb_arena *a, struct nb_str template,
    const struct nb_starter *starter);
