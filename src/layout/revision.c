#include "layout/revision.h"

enum nb_revision
nb_revision_at(const struct nb_revised *r, const char *byte)
{
	size_t low = 0, high = r != NULL ? r->n : 0;

	while (low < high) {
		const size_t i = low + (high - low) / 2;

		if (byte >= r->part[i].end)
			low = i + 1;
		else if (byte < r->part[i].begin)
			high = i;
		else
			return r->part[i].revision;
	}
	return NB_REVISION_NONE;
}
