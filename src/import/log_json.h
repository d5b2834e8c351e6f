/*
 * import/log_json.h - the log of imports as JSON lines (--log FILE).
 *
 * One object a line, in the order the changes were made, whichever file they
 * belong to:
 *
 *   {"file": "旧稿.txt", "row": 9, "place": "行", "at": 4,
 *    "what": "repaired", "was": ",", "now": "，",
 *    "rule": "half-width-mark", "why": "中文里的半角标点改成全角"}
 *
 * what	repaired, left-out, moved, doubt
 * row	as place counts it, from 1; 0: the file as a whole
 * at	[char] in that line as it was read, from 0; inside of its cell when
 *	the line is a table
 */
#pragma once

#include "import/log.h"

typedef struct _GString GString;

struct nb_raw;

/* Adds the lines of one file. */
void nb_log_write_json(
    GString *out, const struct nb_raw *raw, const struct nb_import_log *log);
