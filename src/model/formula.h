/*
 * model/formula.h - how a 指标 comes about, as its author writes it:
 * “受理50 + 其他21”, “合格158 / 参考161” (checks.md 4.3).  A term without a
 * number is the name of another 指标.
 */
#pragma once

#include "model/quantity.h"

struct nb_arena;

struct nb_addend {
	struct nb_str text; /* all of it; may be the name of a 指标 */
	struct nb_str name; /* without the number; may be empty */
	bool given;         /* it has a number */
	struct nb_quantity number;
};

struct nb_formula {
	bool is_rate; /* term[0] / term[1], else the sum of all */
	const struct nb_addend *term;
	uint32_t n; /* >= 2 */
};

/*
 * 式 := 项 (+ 项)+ | 项 / 项, 项 := 名 [数 [单位]].  ＋ and ／ will do; a sign
 * inside “” 《》 or （） belongs to the name.  false for anything else.  The
 * terms point into s.
 */
bool
nb_formula_read(struct nb_arena *a, struct nb_str s, struct nb_formula *ret);
