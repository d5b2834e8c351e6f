/*
 * layout/addressee.h - 主送机关 (GB/T 9704-2012 7.3.2).
 */
#pragma once

#include "layout/galley.h"
#include "layout/sentence.h"

/*
 * Flush left, turnover flush left, a full-width colon behind.  false, and
 * nothing set, when page 1 would show no text below it: it then goes to the
 * 版记.
 */
bool nb_addressee_set(struct nb_galley *g, const struct nb_prose *addressee);

/* “各科室、各社区：” */
struct nb_sentence
nb_addressee_words(const struct nb_galley *g, const struct nb_prose *addressee);
