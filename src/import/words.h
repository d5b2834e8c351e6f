/*
 * import/words.h - the words by which parts of an old report are known, and
 * looking for them.
 *
 * A list ends with NULL.  Words are Simplified and are looked for in
 * nb_plain().
 */
#pragma once

#include "base/str.h"

struct nb_arena;

typedef const char *const *nb_word_list;

/* What surrounds an article on a page. */
extern const char *const nb_words_button[], *const nb_words_path[],
						*const nb_words_foot[];

/* Labels of the box of metadata over an article. */
extern const char *const nb_words_published[],
    *const nb_words_issued[], *const nb_words_origin[],
				  *const nb_words_number[],
				      *const nb_words_title_label[],
					  *const nb_words_aside[];

/* Names of kinds of documents; ends of names of organs. */
extern const char *const nb_words_document[], *const nb_words_organ[];

/* Headings of chapters that have keys of their own, or only contain others. */
extern const char *const nb_words_problem[],
    *const nb_words_lack[], *const nb_words_coming[],
				*const nb_words_task[],
				    *const nb_words_container[];

/* How a closing paragraph begins. */
extern const char *const nb_words_closing[];

/* Columns of a table of tasks. */
extern const char *const nb_words_group_column[],
    *const nb_words_number_column[], *const nb_words_task_column[],
					 *const nb_words_unit_column[],
					     *const nb_words_due_column[];

/* What is counted. */
extern const char *const nb_words_unit[];

/* A word of the list stands in s, starts it, ends it, is it; its length or 0.
 * [byte] */
size_t nb_word_in(nb_word_list list, struct nb_str s);
size_t nb_word_starts(nb_word_list list, struct nb_str s);
size_t nb_word_ends(nb_word_list list, struct nb_str s);
bool nb_word_is(nb_word_list list, struct nb_str s);

/*
 * s with Traditional characters made Simplified as far as the words here need
 * it; byte for byte as long as s, and s itself when there is nothing to do.
 */
struct nb_str nb_plain(struct nb_arena *a, struct nb_str s);

/* s without any blanks. */
struct nb_str nb_unspaced(struct nb_arena *a, struct nb_str s);
