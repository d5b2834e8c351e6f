/*
 * import/metadata.h - the box over an article: 索引号, 发布机构, 成文日期,
 * 有效性 …; labels and values on one line, on two, or several on a line.
 */
#pragma once

#include "import/draft.h"
#include "import/raw.h"

/*
 * Takes the line, and the next when the value is there.  Returns how many
 * lines it took; 0 when the line is none of a box.
 */
uint32_t nb_metadata_take(struct nb_arena *a, const struct nb_raw_line *line,
    uint32_t n, struct nb_draft *draft, struct nb_import_log *log);

/* 2024-03-20 of a date however it is written; empty when it is none. */
struct nb_str nb_iso_date(struct nb_arena *a, struct nb_str s);
