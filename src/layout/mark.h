/*
 * layout/mark.h - 发文机关标志: the size of its characters and the width its
 * names are spread to (GB/T 9704-2012 7.2.4).  Arithmetic only.
 */
#pragma once

#include "base/len.h"
#include "style/template.h"

/* What is to be fitted; widths are those at the size `most`. */
struct nb_mark {
	nb_len most;         /* size of a character */
	nb_len measure;      /* to be filled */
	nb_len width;        /* of the widest name */
	unsigned gaps;       /* between its characters */
	unsigned names;      /* one above the other, >= 1 */
	nb_len suffix_width; /* of “文件” beside several names; 0: none */
};

struct nb_mark_fit {
	nb_len size;
	int narrow;    /* width of the characters [1/1000] */
	nb_len name_w; /* every name is spread to it */
	nb_len pitch;  /* from a name to the next */
	nb_len height; /* of all names */
	nb_len x;      /* of the names; centred with the suffix */
	nb_len suffix_x, suffix_y;
};

/*
 * As large as measure, mark_stack and `most` allow, then spread; what would
 * get smaller than mark_ample is made narrow first.
 */
struct nb_mark_fit
nb_mark_fit(const struct nb_mark *m, const struct nb_head_style *style);
