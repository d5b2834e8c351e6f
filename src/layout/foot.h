/*
 * layout/foot.h - 版记: at the foot of the last page (GB/T 9704-2012 7.4).
 */
#pragma once

#include "layout/galley.h"
#include "layout/sentence.h"
#include "model/report.h"

struct nb_foot_parts {
	const struct nb_foot *foot;       /* or NULL */
	const struct nb_prose *printed;   /* the words for its date, or NULL */
	const struct nb_prose *addressee; /* moved from page 1, or NULL */
	bool letter;                      /* 10.1: no rules, no 印发 line */
};

struct nb_diags;

/*
 * The last blocks of the document's last galley, which must be upright.  One
 * is enough, unless a page does not hold it (L04).
 */
void nb_foot_set(
    struct nb_galley *g, const struct nb_foot_parts *parts, struct nb_diags *d);

/* “A，B。” of 抄送; “2025年2月28日印发”, or empty. */
struct nb_sentence
nb_foot_entry_words(const struct nb_galley *g, const struct nb_prose *text);
struct nb_str
nb_foot_printed(const struct nb_galley *g, const struct nb_date *date);
