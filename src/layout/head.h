/*
 * layout/head.h - 版头: what stands above the title on page 1 (GB/T 9704-2012
 * 7.2), in red, for preprinted paper, or as a 信函 (10.1).
 */
#pragma once

#include "layout/galley.h"
#include "layout/sketch.h"
#include "model/report.h"

/*
 * The first block of the document's first galley.  Returns by how much the
 * title is to stand below the top of the next block's first row, < a row.
 */
nb_len nb_head_set(struct nb_galley *g, const struct nb_head *head);

/* Parts of a head that red head and letter share; tops as in sketch.h. */

/* head_mark.c: 发文机关标志; size is the most.  Only measured unless `print`.
 */
nb_len nb_head_mark(struct nb_sketch *s, const struct nb_names *mark,
    nb_len size, nb_len top, bool print);

/*
 * 份号, 密级, 紧急程度 from top on, 密级 not above its line (from 0); returns
 * the bottom of the last.
 */
nb_len nb_head_corner(struct nb_sketch *s, const struct nb_head *head,
    int secrecy_line, nb_len top);

/* The block down to the row in which the title begins at `title`. */
nb_len nb_head_finish(struct nb_sketch *s, nb_len title);

/* letter.c */
nb_len nb_letter_set(struct nb_galley *g, const struct nb_head *head);
