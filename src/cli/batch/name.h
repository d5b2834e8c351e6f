/*
 * cli/batch/name.h - patterns for the names of outputs: {年度}-{机关}.
 *
 * A field in braces stands for a word of the document.  “/” in a pattern
 * makes folders; in a word it, and every other character that some file
 * system forbids, becomes “_”.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

enum nb_name_field {
	NB_NAME_YEAR,    /* 年度 */
	NB_NAME_ORGAN,   /* 机关 */
	NB_NAME_KIND,    /* 文种 */
	NB_NAME_TITLE,   /* 标题 */
	NB_NAME_ARCHIVE, /* 档号 */
	NB_NAME_NUMBER,  /* 序号, in the whole list */
	NB_NAME_STEM,    /* 原名, without its suffix */
	NB_NAME_FIELDS,
};

/* What stands for each field; an empty one becomes 无年度 and so on. */
struct nb_name_words {
	struct nb_str word[NB_NAME_FIELDS];
};

/* What is wrong with a pattern, in words for the user; NULL: it is good. */
char *nb_name_fault(const char *pattern);

/* Whether a document must be read for its name. */
bool nb_name_asks(const char *pattern);

/* The path that a good pattern makes, below the folder of the outputs. */
char *nb_name_make(const char *pattern, const struct nb_name_words *words);

/*
 * A path that stays below a folder: without a root, “.” and “..”, each of its
 * names fit for any file system.
 */
char *nb_name_tame(const char *path);
