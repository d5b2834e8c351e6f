/*
 * layout/sign.h - 署名, 成文日期, 附注 (GB/T 9704-2012 7.3.5.1, 7.3.5.2,
 * 7.3.6).
 */
#pragma once

#include "layout/galley.h"
#include "layout/sentence.h"
#include "model/report.h"

/* Who signs, and when.  Without a date there is no signature. */
struct nb_signing {
	const struct nb_prose *organ;
	const struct nb_names *joint; /* the organs behind it */
	const struct nb_date *date;
	const struct nb_prose *day;    /* the words for it, or NULL: 7.3.5.4 */
	const struct nb_prose *remark; /* 附注; its text may be empty */
	bool seal;                     /* leave room for seals */
};

/*
 * The block is kept together and takes lines of text with it, so that it
 * never stands alone on a page (7.3.5.5).  The 正文 ends with row text_end of
 * the galley; the rows behind it are the 附件说明, kept with both as long as a
 * page can hold all.
 */
void
nb_sign_set(struct nb_galley *g, const struct nb_signing *s, uint32_t text_end);

/*
 * 7.3.5.2: the signature is 2 字 from the right; the date begins 2 字 behind
 * the signature's beginning.  A date longer than the signature is itself 2 字
 * from the right, and the signature moves left.  Widths; from the left.
 */
void nb_sign_place(const struct nb_template *t, nb_len name, nb_len date,
    nb_len *name_x, nb_len *date_x);

/* 附注 in brackets, whether they were written or not (7.3.6). */
struct nb_sentence
nb_remark_words(const struct nb_galley *g, const struct nb_prose *remark);
