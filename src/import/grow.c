#include "import/grow.h"

#include "base/arena.h"

#include <string.h>

void *
nb_grow(struct nb_arena *a, void *array, uint32_t n, size_t size)
{
	void *more;

	if ((n & (n - 1)) != 0)
		return array;
	more = nb_arena_alloc_n(a, n == 0 ? 1 : (size_t)n * 2, size);
	if (n > 0)
		memcpy(more, array, n * size);
	return more;
}

void
nb_texts_add(
    struct nb_arena *a, struct nb_draft_texts *to, struct nb_draft_text text)
{
	to->text = nb_grow(a, to->text, to->n, sizeof(*to->text));
	to->text[to->n++] = text;
}
