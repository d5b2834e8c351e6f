/*
 * output/docx/blocks.h - blocks of a manuscript become paragraphs and tables.
 * Each function takes those that begin at i and belong together, and returns
 * the first behind them.
 */
#pragma once

#include "output/docx/write.h"

/* All of them. */
void nb_ooxml_write_blocks(struct nb_ooxml *x);

/* All pieces of a block, as its style has them. */
void nb_ooxml_pieces(struct nb_ooxml *x, const struct nb_ms_block *b);
struct nb_str nb_ooxml_words(struct nb_arena *a, const struct nb_ms_block *b);

/* 版头 (7.2, 10.1); *title is how much stands free above the title. */
uint32_t nb_ooxml_head(struct nb_ooxml *x, uint32_t i, nb_len *title);

/* 附件说明 (7.3.4); 署名, 成文日期 (7.3.5); 版记 (7.4): foot.c. */
uint32_t nb_ooxml_list(struct nb_ooxml *x, uint32_t i);
uint32_t nb_ooxml_signature(struct nb_ooxml *x, uint32_t i);
uint32_t nb_ooxml_foot(struct nb_ooxml *x, uint32_t i);

void nb_ooxml_table(struct nb_ooxml *x, const struct nb_ms_table *table);

/* Width of a text, as it is set on the pages. */
nb_len nb_ooxml_width(const struct nb_ooxml *x, const struct nb_ms_block *b,
    const struct nb_text_style *style);
