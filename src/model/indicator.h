/*
 * model/indicator.h - 指标: a figure of the report.  See report.h for what
 * holds of every field.
 */
#pragma once

#include "model/prose.h"

/* One figure, written once (checks.md 4.3). */
struct nb_indicator {
	struct nb_str name;
	struct nb_span span;   /* of the name */
	struct nb_prose value; /* “71件”: what {名} prints; may be empty */
	struct nb_prose formula; /* right of “=”, as written */
	struct nb_prose last;    /* 上年 */
	struct nb_prose target;  /* 目标 */
	struct nb_prose remark;  /* 说明 */
};
