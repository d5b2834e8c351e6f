/*
 * conform/conform.h - the conformance sheet: what GB/T 9704-2012 asks, clause
 * by clause, and what was measured on these very pages.
 *
 * What is asked comes from the template file, value, tolerance and clause.
 * Under a house style the standard's value is asked first; where only the
 * house's own is met, the row says so.  A measurement is one function in
 * measure_*.c and one row in measures.def.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "style/template.h"

struct nb_arena;

enum nb_verdict {
	NB_VERDICT_GOOD, /* 合格 */
	NB_VERDICT_BAD,  /* 不合格 */
	NB_VERDICT_HOUSE, /* 按本单位样式: departs as the house style says */
	NB_VERDICT_HAND,   /* 人工核对: no page can show it */
	NB_VERDICT_ABSENT, /* 不涉及: these pages have no such element */
	NB_VERDICTS,
};

/* One clause.  Texts are for people, without blanks at their ends. */
struct nb_conform_row {
	struct nb_str clause, what, asked;
	struct nb_str measured; /* empty: nothing was measured */
	struct nb_str house;    /* what the house style asks, or empty */
	enum nb_verdict verdict;
};

struct nb_conform {
	struct nb_str template; /* name of the style */
	const struct nb_conform_row *row;
	uint32_t n;
	uint32_t count[NB_VERDICTS];
};

struct nb_conform
nb_conform_measure(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_template *t, struct nb_fonts *fonts);

/* What was measured and what the house style asks, in one; may be empty. */
struct nb_str
nb_conform_measured(struct nb_arena *a, const struct nb_conform_row *row);

/* “共 40 条：合格 29，不合格 0…” */
struct nb_str
nb_conform_counts(struct nb_arena *a, const struct nb_conform *sheet);

/* 合格 … for people; "good" … for machines. */
const char *nb_verdict_word(enum nb_verdict verdict);
const char *nb_verdict_name(enum nb_verdict verdict);
