/*
 * check/term_report.h - what rules say of the words they find.
 */
#pragma once

#include "check/rule.h"

/* The words as the author wrote them, fit to stand in “ ”. */
struct nb_str
nb_term_words(const struct nb_check *ck, const struct nb_term_hit *hit);

/*
 * Adds a finding at the word: as grave as its entry says, with its 说明 as
 * hint and, when the code is fixable, what to write instead.
 */
struct nb_diag *
nb_term_report(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *fmt, ...) NB_PRINTF(4, 5);

/*
 * What is wrong with the word, and what to write instead when somebody knows.
 * wrong may be empty.
 */
void nb_term_report_wrong(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *wrong);

/*
 * The word, if it was not there yet, or is no more: began is what a thing does
 * when it comes (设立, 公布, 提出).
 */
void nb_term_report_dated(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *began);
