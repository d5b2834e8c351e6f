/*
 * model/reference.h - what stands in braces in prose: {名}, {名.上年},
 * {名.同比}, {名.目标}.  A 指标 whose own name is all of it goes first.
 */
#pragma once

#include "model/figures.h"

enum nb_aspect {
	NB_ASPECT_VALUE,
	NB_ASPECT_LAST,    /* 上年 */
	NB_ASPECT_CHANGE,  /* 同比 */
	NB_ASPECT_TARGET,  /* 目标, 目標 */
	NB_ASPECT_UNKNOWN, /* something else stands behind the point */
};

struct nb_reference {
	const struct nb_indicator *of; /* NULL: none is called so */
	struct nb_str name;            /* that it is to have */
	struct nb_str suffix;          /* behind the point */
	enum nb_aspect aspect;
};

/* The point may be . ． or 。 */
struct nb_reference
nb_reference_read(const struct nb_figures *f, struct nb_str text);

/* “.上年”; empty for the value. */
struct nb_str nb_reference_suffix(enum nb_aspect aspect);

/* What a suffix that is none was probably to be: 去年 → 上年. */
enum nb_aspect nb_reference_nearest(struct nb_str suffix);
