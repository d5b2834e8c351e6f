/*
 * import/ordinal.h - the ordinals that open headings: 一、 （一） 1. （1） and
 * what else is written for them.
 */
#pragma once

#include "base/str.h"

/* From the outermost to the innermost. */
enum nb_ordinal_form {
	NB_ORDINAL_NONE,
	NB_ORDINAL_CHAPTER,      /* 第一章 第一部分 */
	NB_ORDINAL_HAN,          /* 一、 一． 一 */
	NB_ORDINAL_HAN_PAREN,    /* （一） ㈠ （一、 一） */
	NB_ORDINAL_NTH,          /* 第一， 第一、 */
	NB_ORDINAL_ARABIC,       /* 1. 1、 ⒈ */
	NB_ORDINAL_ARABIC_PAREN, /* （1） ⑴ 1） */
	NB_ORDINAL_CIRCLED,      /* ① */
	NB_ORDINAL_FORMS,
};

struct nb_ordinal {
	enum nb_ordinal_form form;
	unsigned n;
	size_t len; /* with the blanks behind it [byte] */
	bool odd;   /* a mark is missing: not to be believed alone */
};

/* false when the line begins with none. */
bool nb_ordinal_read(struct nb_str line, struct nb_ordinal *ret);

/*
 * “一是” “二要” “第三，” at *at, which moves behind it: what opens the parts of
 * a sentence that lists things.
 */
bool nb_ordinal_inside(struct nb_str s, size_t *at, unsigned *ret);

/* The first ordinal of a form as 编号 has it: “（一）”. */
struct nb_str nb_ordinal_pattern(enum nb_ordinal_form form);
