/*
 * layout/revision.h - what text is in a draft with its changes marked
 * (redline.h).
 */
#pragma once

enum nb_revision {
	NB_REVISION_NONE,
	NB_REVISION_DELETED,
	NB_REVISION_INSERTED,
	NB_REVISION_NOTE, /* about a change: no text of the document */
};
