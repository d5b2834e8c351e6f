/*
 * layout/revision.h - what text is in a draft with its changes marked
 * (redline.h).
 */
#pragma once

#include <stddef.h>

enum nb_revision {
	NB_REVISION_NONE,
	NB_REVISION_DELETED,
	NB_REVISION_INSERTED,
	NB_REVISION_NOTE,   /* about a change: no text of the document */
	NB_REVISION_BESIDE, /* it is another now; what it was is told elsewhere
			     */
};

/* What bytes of a text that both drafts made are in it. */
struct nb_revised_part {
	const char *begin, *end;
	enum nb_revision revision;
};

/* All such parts of a document, as they lie in memory. */
struct nb_revised {
	const struct nb_revised_part *part;
	size_t n;
};

/* That of a byte; r may be NULL. */
enum nb_revision nb_revision_at(const struct nb_revised *r, const char *byte);
