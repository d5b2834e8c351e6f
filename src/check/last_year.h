/*
 * check/last_year.h - this report beside the one of the year before.
 */
#pragma once

#include "check/rule.h"

/* What is wrong with the file that 上年 names. */
enum nb_last_fault {
	NB_LAST_FIT,    /* nothing, or there is no 上年 */
	NB_LAST_UNREAD, /* it could not be read */
	NB_LAST_SELF,   /* it is this very file */
	NB_LAST_YEAR,   /* it is of another year */
	NB_LAST_ORGAN,  /* it is another organ's */
};

enum nb_last_fault nb_last_fault(const struct nb_check *ck);

/* Last year's report; NULL when there is none that can be compared with. */
const struct nb_report *nb_last_year(const struct nb_check *ck);

/* s of last year's report, in the script of the outline's words. */
struct nb_str nb_last_plain(const struct nb_check *ck, struct nb_str s);
