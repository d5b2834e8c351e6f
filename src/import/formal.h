/*
 * import/formal.h - the lines around a text that its form asks for: date,
 * organ, 发文字号, addressee.
 */
#pragma once

#include "base/str.h"

struct nb_arena;
struct nb_vocabulary;

enum nb_formal_date {
	NB_FORMAL_NO_DATE,
	NB_FORMAL_DATE,
	NB_FORMAL_LUNAR,  /* 甲辰年正月十七 */
	NB_FORMAL_NO_DAY, /* looks like a date and is none: 2月30日 */
};

/*
 * A line that is a date and nothing else, in brackets or not.  *ret_iso is
 * 2024-03-20 of a good one, with a lunar one behind it or not.
 */
enum nb_formal_date
nb_formal_date(struct nb_arena *a, const struct nb_vocabulary *words,
    struct nb_str plain, struct nb_str *ret_iso);

/* A short line that ends like the name of an organ. */
bool nb_formal_is_organ(const struct nb_vocabulary *words, struct nb_str plain);

/*
 * An organ and a date on one line: the length of the organ's part, or 0.
 * [byte]
 */
size_t
nb_formal_organ_and_date(struct nb_arena *a, const struct nb_vocabulary *words,
    struct nb_str plain, struct nb_str *ret_iso);

/* 青府发〔2025〕3号 */
bool nb_formal_is_number(struct nb_str plain);

/* 各街道办事处，区人民政府各部门： */
bool
nb_formal_is_addressee(const struct nb_vocabulary *words, struct nb_str plain);

/* “附件”, “附件2” alone: the page of an attachment begins. */
bool nb_formal_is_attachment(struct nb_str plain);

/* 关于…的报告, …实施纲要（2021—2025年） */
bool
nb_formal_is_title_end(const struct nb_vocabulary *words, struct nb_str plain);
