/*
 * check/own_names.h - what 机关 and 联合机关 are called, and what is above
 * them: 云州市青荷区柳溪街道办事处 is also 柳溪街道办事处, 柳溪街道 and 柳溪,
 * of 青荷区 and 云州市.
 */
#pragma once

#include "model/report.h"
#include "style/outline.h"

struct nb_arena;

/* In the script of the outline's words. */
struct nb_own_names {
	struct nb_words name; /* of the organs; with and without what is
				 above, the longer first */
	struct nb_words above; /* 云州市, 青荷区, one by one; a government's own
				  division, too */
};

/* Whether one of the divisions above is a 区, a 县 … */
bool nb_own_names_have(const struct nb_own_names *own, struct nb_str kind);

struct nb_own_names nb_own_names_find(struct nb_arena *a,
    const struct nb_report *r, const struct nb_organ_words *words);
