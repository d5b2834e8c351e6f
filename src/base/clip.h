/*
 * base/clip.h - the user's words, short enough for a message.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/* The first words on one line, then “…” if there are more. */
struct nb_str nb_clip(struct nb_arena *a, struct nb_str s);
