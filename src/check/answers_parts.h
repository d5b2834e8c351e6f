/*
 * check/answers_parts.h - for answers*.c only.
 */
#pragma once

#include "check/answers.h"

#include <glib.h>

/* Sets the answers of the promises, an array of struct nb_answer. */
struct nb_answers nb_answers_match(
    struct nb_arena *a, const struct nb_report *r, GArray *promises);
