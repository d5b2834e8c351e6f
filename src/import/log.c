/*
 * import/log.c - keeps what was done to the words.
 */
#include "import/log.h"

#include "base/arena.h"

#include <string.h>

void
nb_log_init(struct nb_import_log *log, struct nb_arena *a)
{
	*log = (struct nb_import_log){ .arena = a };
}

void
nb_log_add(struct nb_import_log *log, struct nb_log_entry entry)
{
	if (log->n == log->size) {
		const uint32_t size = log->size == 0 ? 64 : log->size * 2;
		struct nb_log_entry *grown =
		    nb_new_n(log->arena, struct nb_log_entry, size);

		if (log->n > 0)
			memcpy(grown, log->entry, log->n * sizeof(*grown));
		log->entry = grown;
		log->size = size;
	}
	log->entry[log->n++] = entry;
}
