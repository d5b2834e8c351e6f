/*
 * import/log.h - what an import did to the words of its source, so that not
 * one of them is lost: kept as it is, repaired, or left out for a reason.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

enum nb_log_what {
	NB_LOG_REPAIRED, /* was → now */
	NB_LOG_LEFT_OUT, /* was → “” */
	NB_LOG_MOVED,    /* an ordinal, a 牵头单位 …: was, and the key it
			    became; its words need not stand in the file */
	NB_LOG_DOUBT,    /* nothing was done; a person should look */
};

struct nb_log_entry {
	enum nb_log_what what;
	uint32_t row; /* as in nb_raw_line */
	uint32_t at;  /* in the line as it was read [char], from 0 */
	struct nb_str was, now;
	const char *rule; /* short and stable: "half-width-mark" */
	const char *why;  /* one line of Chinese */
};

struct nb_import_log {
	struct nb_arena *arena;
	struct nb_log_entry *entry; /* in the order they were made */
	uint32_t n, size;
};

void nb_log_init(struct nb_import_log *log, struct nb_arena *a);

/* Copies nothing: was and now live as long as the log. */
void nb_log_add(struct nb_import_log *log, struct nb_log_entry entry);
