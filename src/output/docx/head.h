/*
 * output/docx/head.h - 版头 under way.
 */
#pragma once

#include "output/docx/blocks.h"

struct nb_ooxml_head {
	struct nb_ooxml *x;
	nb_len y; /* the bottom of what stands, from the top of the 版心 */
};

/* Type that stands at top, on a line as high as said. */
struct nb_ooxml_look nb_ooxml_head_look(struct nb_ooxml_head *h,
    enum nb_office_name style, nb_len top, nb_len line);

/* 发文机关标志, the names from block i on; the first behind them. */
uint32_t nb_ooxml_marks(struct nb_ooxml_head *h, uint32_t i);
