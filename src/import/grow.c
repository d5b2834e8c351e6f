#include "import/grow.h"

#include "base/arena.h"
#include "base/beside.h"

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

static bool
is_between(uint32_t c)
{
	return nb_is_blank(c) || nb_mark_in(U"；;，,、|｜", c);
}

struct nb_draft_texts
nb_texts_split(struct nb_arena *a, struct nb_draft_text all)
{
	const struct nb_str s = all.text;
	struct nb_draft_texts ret = { 0 };

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;
		size_t end = at;

		while (at < s.n && !is_between(nb_utf8_next(s, &at)))
			end = at;
		all.text = nb_str_sub(s, from, end - from);
		if (end > from)
			nb_texts_add(a, &ret, all);
	}
	return ret;
}
