/*
 * import/metadata.h - the box over an article: 索引号, 发布机构, 成文日期,
 * 有效性 …; a table or lines, labels and values on one line, on two, or several
 * on a line.
 */
#pragma once

#include "import/field.h"
#include "import/raw.h"

/* Where the values of a box are, as far as it was read. */
enum nb_box {
	NB_BOX_NONE, /* the line above was of no box */
	NB_BOX_BESIDE,
	NB_BOX_BELOW,
};

struct nb_vocabulary;

/*
 * Takes the line, and the next when the value is there.  Returns how many
 * lines it took; 0 when the line is none of a box.
 */
uint32_t nb_metadata_take(struct nb_arena *a, const struct nb_vocabulary *words,
    const struct nb_raw_line *line, uint32_t n, enum nb_box *box,
    struct nb_draft *draft, struct nb_import_log *log);

/* Whether a table is such a box, and not one of the report. */
bool nb_metadata_is_table(
    const struct nb_field_place *p, const struct nb_raw_table *t);

void
nb_metadata_take_table(struct nb_field_place *p, const struct nb_raw_table *t);

/* “label：value” several times; where the last one without a value begins, or
 * the length.  0 also when it does not begin with a label. [byte] */
size_t nb_metadata_take_line(
    const struct nb_field_place *p, struct nb_str s, enum nb_field *ret_last);

/* Whether it begins with a label and a colon. */
bool nb_metadata_is_line(const struct nb_field_place *p, struct nb_str s);

/* 2024-03-20 of a date however it is written; empty when it is none. */
struct nb_str nb_iso_date(struct nb_arena *a, struct nb_str s);
