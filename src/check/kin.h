/*
 * check/kin.h - the most like of many texts, without comparing with each.
 *
 * An index over pairs of neighbouring characters (likeness.h).  Looking a text
 * up visits the texts that share a pair with it, but a pair that more than
 * NB_KIN_CROWD texts have leads to none of them: n texts looked up among n
 * cost O(n), even in a file made to be slow.
 */
#pragma once

#include "base/str.h"

struct nb_kin;

enum {
	NB_KIN_CROWD = 128,
	NB_KIN_PAIRS = 400, /* a text with more is not compared */
};

struct nb_kin_match {
	uint32_t index;    /* of the text most like it: as added, from 0 */
	unsigned likeness; /* as nb_likeness; 0: none is like it … */
	bool unsure; /* … or nothing can be said: it is too long, or each of
			its pairs is a crowd's */
	bool inside; /* some text, perhaps another, has it word for word */
};

/*
 * All texts are added before the first is looked up, and outlive the index.
 * Among equals the first added wins.
 */
struct nb_kin *nb_kin_new(void);
void nb_kin_add(struct nb_kin *k, struct nb_str text);
struct nb_kin_match nb_kin_find(struct nb_kin *k, struct nb_str text);
void nb_kin_free(struct nb_kin *k);
