/*
 * layout/contents.h - 目录 of a volume: a line for each document, dots that
 * lead to the page it begins on.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/prose.h"
#include "style/template.h"

struct nb_arena;

struct nb_contents_line {
	struct nb_str text;
	uint32_t page; /* as it is printed */
};

/* Pages without folio, upright; the lines are in the style of the text. */
struct nb_pages *nb_layout_contents(struct nb_arena *a,
    const struct nb_prose *title, const struct nb_contents_line *line,
    uint32_t n, const struct nb_template *t, struct nb_fonts *fonts);
