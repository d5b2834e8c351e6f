/*
 * conform/recognise.h - a finished PDF becomes pages, so that the same
 * measurements read both ours and anybody's.
 *
 * The reverse of layout: characters are put together to lines, and lines are
 * told apart by size, place, colour and words (seen.h).  What cannot be told
 * is no element, and its row of the sheet says 不涉及 or 人工核对.  The pages
 * are for measuring: no output can draw them.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

/* NULL with a finding (A30-A32) when it cannot be read or has no text. */
const struct nb_pages *
nb_recognise_pdf(struct nb_arena *a, const char *path, struct nb_str bytes,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d);
