/*
 * model/due.h - time limits as officials write them: 3月底, 上半年, 第三季度,
 * 年底前, 2023-06-30, 长期.
 */
#pragma once

#include "model/date.h"

enum nb_due {
	NB_DUE_BAD,
	NB_DUE_DATE,
	NB_DUE_OPEN, /* 长期, 每季度, 印发后30日内: no day to hold it to */
};

/*
 * Reads a limit; of several (“3月启动，12月底完成”) the last.  *ret is the
 * last day of it, without a place, zero unless there is one.  A limit without
 * a year is in year.
 */
enum nb_due nb_due_read(struct nb_str s, int year, struct nb_date *ret);
