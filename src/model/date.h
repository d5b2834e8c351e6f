/*
 * model/date.h - dates as officials write them: 2024-03-20, 2024年3月20日.
 */
#pragma once

#include "base/text.h"

struct nb_arena;

struct nb_date {
	int year, month, day; /* day 0: only a month is given; year 0: none */
	struct nb_span span;  /* also of a date that is bad */
};

enum nb_date_parse { NB_DATE_OK, NB_DATE_MONTH_ONLY, NB_DATE_BAD };

/*
 * 2024-03-20 2024/3/20 2024.3.20 2024年3月20日 二〇二四年三月二十日, or the
 * month alone.  Checks the calendar (leap years too).  *ret is zero when the
 * date is bad and never has a place.
 */
enum nb_date_parse nb_date_parse(struct nb_str s, struct nb_date *ret);

/*
 * A year of four digits at *at, which moves behind it: 2024, or 二〇二四 as it
 * was written before 2012.  false, and *at stays, when there is none.
 */
bool nb_year_read(struct nb_str s, size_t *at, int *ret);

/* Days of a month, 1 to 12. */
int nb_month_days(int year, int month);

/* 0: Sunday … 6: Saturday; of a date with a day. */
int nb_date_weekday(const struct nb_date *d);

/* <0, 0, >0; a month alone counts as its first day. */
int nb_date_cmp(const struct nb_date *a, const struct nb_date *b);

/* 2024年3月20日 (GB/T 9704-2012 7.3.5.4: Arabic, no leading zeros). */
struct nb_str nb_date_text(struct nb_arena *a, const struct nb_date *d);
